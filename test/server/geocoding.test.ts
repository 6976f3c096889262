/** Several processes' worth of questions, in one line; and what was asked before is not asked again. */
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { VendorError } from "../../providers/kernel/vendor-error.ts";
import { createGeocoding } from "../../server/geocoding.ts";
import type { GeocodingVendor, VendorScope } from "../../trip/vendor-ports.ts";
import { openTestDatabase, type TestDatabase } from "../db/database-for-tests.ts";

const EVERY_MS = 150;
const SCOPE: VendorScope = { signal: new AbortController().signal, userId: null, runId: null };

let database: TestDatabase;
let asked: { text: string; at: number }[] = [];
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
});
beforeEach(async () => {
  asked = [];
  await database.admin("delete from search_claims");
});
afterAll(() => database?.close());

const vendor: GeocodingVendor = {
  provider: "Testmap",
  async geocode({ text }) {
    asked.push({ text, at: performance.now() });
    return [{ name: text, address: text, location: { lat: 1, lon: 2 }, osmId: null }];
  },
};

function processOf(
  everyMs = EVERY_MS,
  now: () => Date = () => new Date(),
  longestWaitMs?: number,
): (text: string, scope?: VendorScope) => Promise<string[]> {
  const { geocode } = createGeocoding(vendor, { db: database.db, now, everyMs, longestWaitMs });
  return async (text, scope = SCOPE) =>
    (await geocode({ text, near: { lat: 38.7, lon: -9.1 }, countryCode: "PT", limit: 3 }, scope)).map(
      ({ name }) => name,
    );
}

test("questions of two processes come one after another", async () => {
  // However busy the machine: this is about the order, not about how long anybody would wait.
  const [one, other] = [processOf(EVERY_MS, undefined, 50_000), processOf(EVERY_MS, undefined, 50_000)];
  await Promise.all([one("a"), other("b"), one("c"), other("d")]);
  const times = asked.map(({ at }) => at).toSorted((a, b) => a - b);
  expect(times).toHaveLength(4);
  // A timer is early by a little, the database's clock is another one.
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(EVERY_MS * 2.5);
});

test("a question is asked once in thirty days, however it is written", async () => {
  let now = new Date("2026-11-22T09:00:00Z");
  const one = processOf(1, () => now);
  expect(await one("Rua  Augusta 1")).toEqual(["Rua  Augusta 1"]);
  expect(await one(" rua augusta 1")).toEqual(["Rua  Augusta 1"]);
  expect(asked).toHaveLength(1);
  now = new Date("2026-12-23T09:00:00Z");
  await one("rua augusta 1");
  expect(asked).toHaveLength(2);
});

test("a line that is too long is not joined, and does not grow by that; who stops waiting does not ask", async () => {
  const slow = processOf(20_000);
  await slow("a");
  const refusal = await slow("b").catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(VendorError);
  expect(refusal).toMatchObject({ kind: "rate_limited", provider: "Testmap" });
  const [line] = await database.admin(
    "select claimed_until < now() + interval '21 seconds' as short from search_claims",
  );
  expect(line).toEqual({ short: true });

  await database.admin("delete from search_claims");
  const patient = processOf(5_000);
  await patient("c");
  const stop = new AbortController();
  const waiting = patient("d", { ...SCOPE, signal: stop.signal });
  stop.abort(new Error("the traveller left"));
  await expect(waiting).rejects.toThrow("the traveller left");
  expect(asked.map(({ text }) => text)).toEqual(["a", "c"]);
});

test("whoever stops waiting keeps nobody else from asking", async () => {
  const [one, other] = [processOf(600), processOf(600)];
  await one("a");
  const stop = new AbortController();
  const scope = { ...SCOPE, signal: stop.signal };
  const leaving = ["b", "c", "d", "e"].flatMap((text) => [one(text, scope), other(`${text}2`, scope)]);
  const left = Promise.allSettled(leaving);
  // They stand in line by now; the first turn is not there yet.
  await delay(100);
  stop.abort(new Error("the traveller left"));
  expect((await left).map(({ status }) => status)).toEqual(leaving.map(() => "rejected"));
  const start = performance.now();
  await Promise.all([one("f"), other("g")]);
  expect(performance.now() - start).toBeLessThan(3_000);
  expect(asked.map(({ text }) => text).toSorted()).toEqual(["a", "f", "g"]);
});
