/** The engine has no checkpointer of its own: the host keeps its log short while it runs, and so the recovery after a kill. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { expect, test } from "vitest";
import { openOwnHome } from "./own-home.ts";

/** A checkpoint leaves four, and the next one comes when there are four more: so seven may stay for good. */
const SEGMENTS_WRITTEN = 16;

test("a host that writes for long keeps only the end of its log", async () => {
  await using own = await openOwnHome();
  const { socketDir } = await own.ensureHost();
  const client = new pg.Client({ host: socketDir, user: "postgres", database: "postgres", password: "", ssl: false });
  await client.connect();
  for (let written = 0; written < SEGMENTS_WRITTEN * 16; written += 1) {
    await client.query("select pg_logical_emit_message(false, 'filler', repeat('x', 1024 * 1024))");
  }
  const segments = async (): Promise<number> =>
    (await readdir(join(own.home, "database", "pg_wal"))).filter((name) => /^[0-9A-F]{24}$/.test(name)).length;
  await expect.poll(segments, { timeout: 60_000, interval: 250 }).toBeLessThan(SEGMENTS_WRITTEN / 2);
  await client.end();
}, 120_000);
