/** What a benchmark ran on, for the line above its figures. */
import { cpus, loadavg, totalmem } from "node:os";

const GIGABYTE = 1024 ** 3;

export function machineLine(): string {
  const cores = cpus();
  const memory = Math.round(totalmem() / GIGABYTE);
  const load = loadavg()[0]?.toFixed(1);
  return `${cores.length} × ${cores[0]?.model.trim() ?? "unknown"}, ${memory} GB, Node ${process.version}, load average at the end ${load}`;
}
