/** What a process holds in memory, as the system counts it: resident pages, its fair share of them, and the most ever. */
import { readFile } from "node:fs/promises";

export interface MemoryUse {
  readonly rssMb: number;
  /** Pages shared with other processes counted in parts. */
  readonly pssMb: number | null;
  readonly peakMb: number;
}

const KILOBYTES_IN_MEGABYTE = 1024;

/** A figure of a /proc file, in megabytes: lines read `VmRSS:   123456 kB`. */
export function figureIn(text: string, name: string): number | null {
  const found = new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(text)?.[1];
  return found === undefined ? null : Number(found) / KILOBYTES_IN_MEGABYTE;
}

/** Linux only. */
export async function memoryOf(pid: number): Promise<MemoryUse> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  const shares = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
  return {
    rssMb: figureIn(status, "VmRSS") ?? 0,
    pssMb: figureIn(shares, "Pss"),
    peakMb: figureIn(status, "VmHWM") ?? 0,
  };
}
