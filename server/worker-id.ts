/**
 * Who holds a run: host, process and the moment it started, so that a process id used again is not
 * taken for the dead worker that had it before.
 */
import { readFileSync } from "node:fs";
import { hostname } from "node:os";

/** Start time of a live process in clock ticks since boot (Linux); "0" where the system does not say. */
function startTicks(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "0";
  } catch {
    return "0";
  }
}

export function ownWorkerId(): string {
  return `${hostname()}:${process.pid}:${startTicks(process.pid)}`;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** A worker on another host counts as alive: only its lease can tell. */
export function isWorkerAlive(workerId: string): boolean {
  const [host, pidText, started] = workerId.split(":");
  if (host !== hostname()) return true;
  const pid = Number(pidText);
  return Number.isInteger(pid) && isRunning(pid) && startTicks(pid) === started;
}
