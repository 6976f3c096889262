/** One process has a claim at a time; it ends when it is given back, when it is lost, or with a failure that is told for a while. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createSearchClaims } from "../../../db/stores/search-claims.ts";
import type { SearchClaims } from "../../../trip/ports.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";

let database: TestDatabase;
let claims: SearchClaims;
const [me, you] = [randomUUID(), randomUUID()];
const failure = { provider: "p", kind: "rate_limited", retryAfterSeconds: 5 } as const;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
  claims = createSearchClaims({ db: database.db });
});
beforeEach(() => database.admin("truncate search_claims"));
afterAll(() => database?.close());

const pass = (seconds: number): Promise<unknown> =>
  database.admin("update search_claims set claimed_until = claimed_until - make_interval(secs => $1)", [seconds]);

test("one of many that ask at once has it", async () => {
  const asked = await Promise.all(Array.from({ length: 12 }, () => claims.claim("k", randomUUID())));
  expect(asked.filter(({ state }) => state === "ours")).toHaveLength(1);
  expect(asked.filter(({ state }) => state === "held")).toHaveLength(11);
  expect(await claims.claim("another", me)).toEqual({ state: "ours" });
});

test("what is given back is free; nobody gives back what is not theirs", async () => {
  expect(await claims.standing("k")).toEqual({ state: "free" });
  await claims.claim("k", me);
  await claims.release("k", you);
  expect(await claims.standing("k")).toEqual({ state: "held" });
  await claims.release("k", me);
  expect(await claims.standing("k")).toEqual({ state: "free" });
  expect(await claims.claim("k", you)).toEqual({ state: "ours" });
});

test("a claim that is not renewed is lost, one that is renewed is not", async () => {
  await claims.claim("k", me);
  await pass(5);
  await claims.renew("k", me);
  await pass(5);
  expect(await claims.claim("k", you)).toEqual({ state: "held" });
  await pass(2);
  expect(await claims.standing("k")).toEqual({ state: "free" });
  expect(await claims.claim("k", you)).toEqual({ state: "ours" });
  // Whoever lost it neither renews it nor ends it with a failure.
  await claims.fail("k", me, failure);
  await claims.release("k", me);
  expect(await claims.standing("k")).toEqual({ state: "held" });
});

test("a failure is told for as long as the vendor asked to wait, to those who wait and to those who come", async () => {
  await claims.claim("k", me);
  await claims.fail("k", me, failure);
  expect(await claims.standing("k")).toEqual({ state: "failed", failure });
  await claims.renew("k", me);
  await pass(4);
  expect(await claims.claim("k", you)).toEqual({ state: "failed", failure });
  await pass(2);
  expect(await claims.claim("k", you)).toEqual({ state: "ours" });
  expect(await claims.standing("k")).toEqual({ state: "held" });
});

test("a failure that nobody can read keeps others waiting, and no longer than any claim", async () => {
  await claims.claim("k", me);
  await database.admin(`update search_claims set failure = '{"kind": "of another release"}'`);
  expect(await claims.standing("k")).toEqual({ state: "held" });
});
