/**
 * A lock between processes that the operating system itself gives back when its holder dies. Lock
 * files with a time stamp do not do here: a host whose machine slept looks stale while it lives, and a
 * second engine on the same folder destroys it. SQLite takes a real file lock on every system, in a
 * file that stays empty.
 */
import { setTimeout as sleep } from "node:timers/promises";

export interface ProcessLock {
  release(): void;
}

const SQLITE_BUSY = 5;
const POLL_MS = 25;

/** Null when another process (or another holder in this one) has it. */
export async function tryProcessLock(path: string): Promise<ProcessLock | null> {
  // Loaded here because Node 22 warns on stderr about `node:sqlite`, and only hosts need it.
  const { DatabaseSync } = await import("node:sqlite");
  const file = new DatabaseSync(path);
  try {
    file.exec("pragma busy_timeout = 0; pragma journal_mode = memory; begin exclusive");
  } catch (error) {
    file.close();
    if (error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY) return null;
    throw error;
  }
  return { release: () => file.close() };
}

/** Waits for whoever holds it; throws when the signal aborts first. */
export async function waitForProcessLock(path: string, signal: AbortSignal): Promise<ProcessLock> {
  for (;;) {
    const lock = await tryProcessLock(path);
    if (lock !== null) return lock;
    await sleep(POLL_MS, undefined, { signal });
  }
}
