/**
 * PostgreSQL's checkpointer is a process of its own and does not run in the engine: without this the
 * write-ahead log would grow, and recovery after a kill take longer, for as long as the host lives.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Engine } from "./engine.ts";
import type { Release } from "./turn-queue.ts";
import { simpleQuery } from "./wire-frames.ts";

const LOOK_MS = 2_000;
/** Of 16 MB each. After a checkpoint some stay, to be used again: see `max_wal_size`. */
const MAX_NEW_SEGMENTS = 4;
const SEGMENT = /^[0-9A-F]{24}$/;

export interface WriteAheadLogOptions {
  readonly dataFolder: string;
  readonly engine: Engine;
  readonly takeTurn: () => Promise<Release>;
}

/** Looks for as long as the process lives. */
export function keepWriteAheadLogShort({ dataFolder, engine, takeTurn }: WriteAheadLogOptions): void {
  const folder = join(dataFolder, "pg_wal");
  let kept = countSegments(folder);
  let isBusy = false;
  const look = async (): Promise<void> => {
    if (isBusy || countSegments(folder) < kept + MAX_NEW_SEGMENTS) return;
    isBusy = true;
    const release = await takeTurn();
    // Should it fail, the engine says so to whoever writes next.
    await engine.run(simpleQuery("checkpoint"), "Q").catch(() => undefined);
    release();
    kept = countSegments(folder);
    isBusy = false;
  };
  setInterval(() => void look(), LOOK_MS).unref();
}

function countSegments(folder: string): number {
  try {
    return readdirSync(folder).filter((name) => SEGMENT.test(name)).length;
  } catch {
    return 0;
  }
}
