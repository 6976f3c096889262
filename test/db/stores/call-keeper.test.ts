/** A write that arrives twice is done once, and a code confirms one call of one traveller, once. */
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createCallKeeper } from "../../../db/stores/call-keeper.ts";
import type { CallClaim, CallKeeper, KeyedCall } from "../../../trip/ports.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { addUser } from "./trips-for-tests.ts";

const MINUTE_MS = 60_000;
let database: TestDatabase;
let nowMs: number;
let userId: string;
let calls: CallKeeper;
let othersCalls: CallKeeper;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
});
beforeEach(async () => {
  nowMs = Date.parse("2026-11-22T10:00:00Z");
  const keeperOf = (user: string): CallKeeper =>
    createCallKeeper({ db: database.db, userId: user, now: () => new Date(nowMs) });
  userId = await addUser(database);
  calls = keeperOf(userId);
  othersCalls = keeperOf(await addUser(database));
});
afterAll(() => database?.close());

const CALL: KeyedCall = { key: "k1", tool: "create_trip", argumentsHash: "a".repeat(64) };
/** Throws where the call is not free. */
async function claim(call: KeyedCall = CALL, keeper: CallKeeper = calls): Promise<CallClaim> {
  const claimed = await keeper.claimCall(call);
  if (claimed.state !== "claimed") throw new Error(`Expected a free key, got one that is ${claimed.state}.`);
  return claimed.claim;
}
const RESULT = { status: "ok", tripId: "t1", notices: [] };

describe("a key", () => {
  test("is claimed by one of many that come at once", async () => {
    const claims = await Promise.all(Array.from({ length: 8 }, () => calls.claimCall(CALL)));
    expect(claims.map(({ state }) => state).sort()).toEqual(["claimed", ...Array.from({ length: 7 }, () => "running")]);
  });

  test("gives the same result again for a day, and is new after it", async () => {
    await calls.keepResult(await claim(), RESULT);
    nowMs += 24 * 60 * MINUTE_MS - 1;
    expect(await calls.claimCall(CALL)).toEqual({ state: "done", result: RESULT });
    nowMs += 1;
    await claim();
    expect(await calls.claimCall(CALL)).toEqual({ state: "running" });
  });

  test("that is free again may stand for another call", async () => {
    await calls.releaseCall(await claim());
    await claim({ ...CALL, tool: "update_trip" });
  });

  test("keeps its result when it is released too late", async () => {
    const claimed = await claim();
    await calls.keepResult(claimed, RESULT);
    await calls.releaseCall(claimed);
    expect(await calls.claimCall(CALL)).toEqual({ state: "done", result: RESULT });
  });

  test.each([
    ["another tool", { tool: "update_trip" }],
    ["other arguments", { argumentsHash: "b".repeat(64) }],
  ])("is refused for %s, while the call runs and after it", async (_, change) => {
    const refused = {
      code: "invalid_input",
      message: expect.stringContaining('"k1" again, which was used for create_'),
    };
    const claimed = await claim();
    await expect(calls.claimCall({ ...CALL, ...change })).rejects.toMatchObject(refused);
    await calls.keepResult(claimed, RESULT);
    await expect(calls.claimCall({ ...CALL, ...change })).rejects.toMatchObject(refused);
    expect(await calls.claimCall(CALL)).toEqual({ state: "done", result: RESULT });
  });

  test("whose process is gone is claimed again after five minutes", async () => {
    await claim();
    nowMs += 5 * MINUTE_MS - 1;
    expect(await calls.claimCall(CALL)).toEqual({ state: "running" });
    nowMs += 1;
    await claim({ ...CALL, argumentsHash: "b".repeat(64) });
    await expect(calls.claimCall(CALL)).rejects.toMatchObject({ code: "invalid_input" });
  });

  test("is out of the hands of whoever comes back after their claim has lapsed", async () => {
    const late = await claim();
    nowMs += 5 * MINUTE_MS;
    const claimed = await claim();
    await calls.releaseCall(late);
    await calls.keepResult(late, { status: "error" });
    expect(await calls.claimCall(CALL)).toEqual({ state: "running" });
    await calls.keepResult(claimed, RESULT);
    await calls.keepResult(late, { status: "error" });
    await calls.releaseCall(late);
    expect(await calls.claimCall(CALL)).toEqual({ state: "done", result: RESULT });
  });

  test("keeps the result of whoever comes back late where nobody has taken their place", async () => {
    const late = await claim();
    nowMs += 5 * MINUTE_MS;
    await calls.keepResult(late, RESULT);
    expect(await calls.claimCall(CALL)).toEqual({ state: "done", result: RESULT });
  });

  test("is its traveller's: somebody else's is another", async () => {
    const claimed = await claim();
    await calls.keepResult(claimed, RESULT);
    await othersCalls.releaseCall(claimed);
    await othersCalls.releaseCall(await claim(CALL, othersCalls));
    expect(await calls.claimCall(CALL)).toEqual({ state: "done", result: RESULT });
  });

  test("keeps a result with characters that no database holds", async () => {
    await calls.keepResult(await claim(), { title: "a\0b\ud800" });
    expect(await calls.claimCall(CALL)).toEqual({ state: "done", result: { title: "a\ufffdb\ufffd" } });
  });

  test("with the character 0 is refused in words", async () => {
    await expect(calls.claimCall({ ...CALL, key: "a\0b" })).rejects.toMatchObject({ code: "invalid_input" });
  });

  test("gives back what any result was", async () => {
    const result = fc.jsonValue().filter((value) => value !== null && !JSON.stringify(value).includes("\\u"));
    const key = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }).filter((text) => !text.includes("\0"));
    await fc.assert(
      fc.asyncProperty(key, result, async (text, value) => {
        const call = { ...CALL, key: `${randomUUID()} ${text}` };
        await calls.keepResult(await claim(call), value);
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(await calls.claimCall(call)).toEqual({ state: "done", result: plain });
      }),
      { numRuns: 15 },
    );
  });
});

describe("a code", () => {
  const ASKED = { tool: "select_itinerary", argumentsHash: "c".repeat(64) };

  test("confirms its call once, also when it is used twice at once", async () => {
    const { code } = await calls.askConfirmation(ASKED);
    const used = await Promise.all([1, 2, 3].map(() => calls.useConfirmation(code, ASKED)));
    expect(used.filter(Boolean)).toHaveLength(1);
    expect(await calls.useConfirmation(code, ASKED)).toBe(false);
  });

  test.each([
    ["another tool", { ...ASKED, tool: "edit_itinerary" }],
    ["other arguments", { ...ASKED, argumentsHash: "d".repeat(64) }],
  ])("confirms nothing for %s, and is still good for its own call", async (_, other) => {
    const { code } = await calls.askConfirmation(ASKED);
    expect(await calls.useConfirmation(code, other)).toBe(false);
    expect(await calls.useConfirmation(code, ASKED)).toBe(true);
  });

  test("is of no use to another traveller", async () => {
    const { code } = await calls.askConfirmation(ASKED);
    expect(await othersCalls.useConfirmation(code, ASKED)).toBe(false);
    expect(await calls.useConfirmation(code, ASKED)).toBe(true);
  });

  test("is good for ten minutes", async () => {
    const first = await calls.askConfirmation(ASKED);
    const second = await calls.askConfirmation(ASKED);
    expect(second.code).not.toBe(first.code);
    nowMs += 10 * MINUTE_MS - 1;
    expect(await calls.useConfirmation(first.code, ASKED)).toBe(true);
    nowMs += 1;
    expect(await calls.useConfirmation(second.code, ASKED)).toBe(false);
  });

  test.each(["", "x", "ä", "'; --"])("nobody was given, such as %j, confirms nothing", async (code) => {
    await calls.askConfirmation(ASKED);
    expect(await calls.useConfirmation(code, ASKED)).toBe(false);
  });

  test("is nowhere in the database", async () => {
    const { code } = await calls.askConfirmation(ASKED);
    const rows = await database.admin("select to_jsonb(c)::text as row from call_confirmations c where user_id = $1", [
      userId,
    ]);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.row).not.toContain(code);
  });
});
