/** Real processes with one question: the vendor hears it once, and one that is killed while it asks holds nobody up for long. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../db/database-for-tests.ts";
import { testFolders } from "../../db/test-folders.ts";
import { type LoopbackVendor, startLoopbackVendor } from "../conformance/loopback-vendor.ts";
import { answersAfter } from "./loopback-airline.ts";

const LEASE_MS = 3_000;
let database: TestDatabase;
let vendor: LoopbackVendor;
const started: ChildProcess[] = [];
beforeAll(async () => {
  [database, vendor] = await Promise.all([openTestDatabase({ catalogue: "none" }), startLoopbackVendor()]);
});
beforeEach(async () => {
  vendor.asked.length = 0;
  await database.admin("truncate flight_search_cache, search_claims");
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});
afterAll(async () => {
  await vendor?.close();
  await database?.close();
});

interface Searcher {
  readonly child: ChildProcess;
  go(): void;
  /** What it printed last. */
  answer(): Promise<unknown>;
}

async function startSearcher(): Promise<Searcher> {
  const options = {
    ...{ databaseUrl: process.env.TEST_DATABASE_URL || undefined, ...testFolders() },
    ...{ schema: database.schema, vendorUrl: vendor.url, leaseMs: LEASE_MS },
  };
  const script = decodeURIComponent(new URL("search-process.ts", import.meta.url).pathname);
  const child = spawn(process.execPath, [script, JSON.stringify(options)], { stdio: ["pipe", "pipe", "inherit"] });
  started.push(child);
  if (!child.stdout) throw new Error("the child has no output");
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on("line", (line) => lines.push(line));
  const closed = once(child, "close");
  await once(reader, "line");
  return {
    child,
    go: () => child.stdin?.write("go\n"),
    answer: async () => {
      await closed;
      return JSON.parse(lines.at(-1) ?? "null");
    },
  };
}

test("eight processes with one question ask it once", async () => {
  vendor.respond(answersAfter(400));
  const searchers = await Promise.all(Array.from({ length: 8 }, startSearcher));
  for (const searcher of searchers) searcher.go();
  const answers = await Promise.all(searchers.map((searcher) => searcher.answer()));
  expect(answers).toEqual(Array(8).fill({ offers: 5, failures: [] }));
  expect(vendor.asked).toHaveLength(1);
  expect(await database.admin("select hit_count from flight_search_cache")).toEqual([{ hit_count: 7 }]);
  expect(await database.admin("select 1 from search_claims")).toEqual([]);
}, 180_000);

test("a failure is heard once as well, and told to all", async () => {
  vendor.respond({ status: 403, delayMs: 400 });
  const searchers = await Promise.all(Array.from({ length: 4 }, startSearcher));
  for (const searcher of searchers) searcher.go();
  const answers = await Promise.all(searchers.map((searcher) => searcher.answer()));
  const failure = { provider: "Loopback Air", kind: "auth", retryAfterSeconds: null };
  expect(answers).toEqual(Array(4).fill({ offers: 0, failures: [failure] }));
  expect(vendor.asked).toHaveLength(1);
}, 180_000);

test("when the one that asks is killed, one of those who wait asks after its claim has ended", async () => {
  vendor.respond(answersAfter(60_000));
  const [first, ...others] = await Promise.all(Array.from({ length: 4 }, startSearcher));
  first?.go();
  await expect.poll(() => vendor.asked.length, { timeout: 60_000 }).toBe(1);
  for (const searcher of others) searcher.go();
  first?.child.kill("SIGKILL");
  vendor.respond(answersAfter(100));
  const answers = await Promise.all(others.map((searcher) => searcher.answer()));
  expect(answers).toEqual(Array(3).fill({ offers: 5, failures: [] }));
  expect(vendor.asked).toHaveLength(2);
}, 180_000);
