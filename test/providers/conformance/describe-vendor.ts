/** The one suite that every adapter passes, over real HTTP to a vendor on this machine. */
import { randomUUID } from "node:crypto";
import { inspect } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { rateStanding } from "../../../providers/kernel/rate-headers.ts";
import { VendorError } from "../../../providers/kernel/vendor-error.ts";
import type { CallCount, CallRecord } from "../../../trip/vendor-calls.ts";
import type { FailureKind, VendorScope } from "../../../trip/vendor-ports.ts";
import { describedProblems, isDescribed } from "./described-operation.ts";
import { HARMFUL, UNREADABLE } from "./hostile-replies.ts";
import { type LoopbackVendor, type Respond, startLoopbackVendor, type VendorReply } from "./loopback-vendor.ts";
import { type OpenCaseOptions, openCase } from "./open-case.ts";
import { leavesOf, poisonedAnswers, poisonIn, wordsOf } from "./poisoned-answers.ts";
import type { VendorCase, VendorOperation } from "./vendor-case.ts";

export { NOW, openCase } from "./open-case.ts";

const NOBODY: VendorScope = { signal: new AbortController().signal, userId: null, runId: null };
/** The first one and two more. */
const MOST_ATTEMPTS = 3;

/** Statuses that mean the same everywhere, unless the vendor says otherwise. */
const USUAL: readonly { reply: VendorReply & { status: number }; kind: FailureKind }[] = [
  { reply: { status: 401 }, kind: "auth" },
  { reply: { status: 403 }, kind: "auth" },
  { reply: { status: 402 }, kind: "quota" },
  { reply: { status: 400, body: "no" }, kind: "bad_request" },
  { reply: { status: 404, body: "no such page" }, kind: "not_found" },
  { reply: { status: 429, headers: { "retry-after": "7" } }, kind: "rate_limited" },
  { reply: { status: 500 }, kind: "upstream" },
  { reply: { status: 502 }, kind: "upstream" },
  { reply: { status: 503 }, kind: "upstream" },
  { reply: { status: 504 }, kind: "timeout" },
  { reply: { status: 302, headers: { location: "http://127.0.0.1:1/elsewhere" } }, kind: "upstream" },
];
const RETRIED: readonly number[] = [429, 502, 503, 504];

type Outcome = { readonly value: unknown } | { readonly error: unknown };

const outcomeOf = (call: Promise<unknown>): Promise<Outcome> =>
  call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );

async function failureOf(call: Promise<unknown>): Promise<VendorError> {
  const outcome = await outcomeOf(call);
  if ("error" in outcome && outcome.error instanceof VendorError) return outcome.error;
  throw new Error(`Expected a failure of the vendor, got ${inspect(outcome, { depth: 6 })}`);
}

/** What it answers first, and what from then on. */
function afterFirst(first: VendorReply, answer: VendorReply | Respond): Respond {
  let isFirst = true;
  return (asked) => {
    if (!isFirst) return typeof answer === "function" ? answer(asked) : answer;
    isFirst = false;
    return first;
  };
}

/** How often the request was made that was made most often. */
function attempts({ asked }: LoopbackVendor): number {
  const times = new Map<string, number>();
  for (const { method, path, query, body } of asked) {
    const key = [method, path, query, body].join("\n");
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  return Math.max(0, ...times.values());
}

interface Tried {
  readonly vendorCase: VendorCase;
  readonly operation: VendorOperation;
  readonly secrets: readonly string[];
  vendor(): LoopbackVendor;
  call(scope?: Partial<VendorScope>, options?: OpenCaseOptions): Promise<unknown>;
}

function describeAnswers({ operation, secrets, vendor, call }: Tried): void {
  test("asks as the vendor wants to be asked, and reads what it answers", async () => {
    vendor().respond(operation.answer);
    expect(await call()).toEqual(operation.finds);
    operation.asks(vendor().asked);
  });

  test("no secret stands in an address", async () => {
    vendor().respond(operation.answer);
    await call();
    for (const { path, query } of vendor().asked) {
      for (const secret of secrets) expect(`${path}?${query}`).not.toContain(secret);
    }
  });

  test.runIf(operation.empty)("finding nothing is no failure", async () => {
    vendor().respond(operation.empty?.reply ?? {});
    expect(await call()).toEqual(operation.empty?.finds);
  });

  test.for(operation.odd)("$says", async ({ reply, finds }) => {
    vendor().respond(reply);
    expect(await call()).toEqual(finds);
  });

  test.runIf(isDescribed(operation))("question and answer are as its description has them", async () => {
    vendor().respond(operation.answer);
    await call();
    expect(await describedProblems(operation, vendor().asked)).toEqual([]);
  });
}

function describeFailures({ vendorCase, operation, vendor, call }: Tried): void {
  const { name, retriedStatuses = RETRIED } = vendorCase.descriptor;
  const usual = USUAL.flatMap(({ reply, kind }) => {
    const meant = operation.means?.[reply.status] ?? kind;
    return meant === "nothing" ? [] : [{ says: `status ${reply.status}`, reply, kind: meant }];
  });
  const isRetried = ({ status = 200, headers = {} }: VendorReply, kind: FailureKind): boolean => {
    // A window that begins anew later than the whole call may take is not waited for.
    const { retryAfterMs, resetMs } = rateStanding(new Headers(headers), Date.now());
    const wait = retryAfterMs ?? (kind === "rate_limited" ? resetMs : null);
    const mayPass = retriedStatuses.includes(status) && ["upstream", "timeout", "rate_limited"].includes(kind);
    return mayPass && wait === null && !operation.isDoneOnce;
  };

  test.for([...usual, ...operation.refusals])("$says is $kind", async ({ reply, kind }) => {
    vendor().respond(reply);
    expect(await failureOf(call())).toMatchObject({ kind, provider: name });
    // Behind another request, a token's say, how often it is asked is its adapter's own affair.
    if (typeof reply === "function") return;
    expect(attempts(vendor())).toBe(isRetried(reply, kind) ? MOST_ATTEMPTS : 1);
  });

  test.skipIf(operation.isDoneOnce)("what passes is asked again, and answered", async () => {
    vendor().respond(
      afterFirst({ body: "[   ]", cutAfterBytes: 1, headers: { "content-length": "5" } }, operation.answer),
    );
    expect(await call()).toEqual(operation.finds);
    expect(attempts(vendor())).toBe(2);
  });

  test.for([...operation.drifted, ...UNREADABLE])("$says is a drifted answer", async ({ reply }) => {
    vendor().respond(reply);
    expect(await failureOf(call())).toMatchObject({ kind: "schema" });
    expect(attempts(vendor())).toBe(1);
  });

  test("an answer that breaks off is a failure", async () => {
    vendor().respond({ body: `[${" ".repeat(4096)}]`, headers: { "content-length": "4098" }, cutAfterBytes: 100 });
    expect(await failureOf(call())).toMatchObject({ kind: "upstream" });
    expect(attempts(vendor())).toBe(operation.isDoneOnce ? 1 : MOST_ATTEMPTS);
  });

  test.for([
    { says: "before its first byte", reply: { delayMs: 20_000 } },
    { says: "in the midst of its answer", reply: { body: `[${" ".repeat(99)}]`, stallAfterBytes: 50 } },
  ])("a vendor that stays silent $says took too long, and is not asked again", async ({ reply }) => {
    vendor().respond(reply);
    expect(await failureOf(call({}, { limits: { timeoutMs: 100 } }))).toMatchObject({ kind: "timeout" });
    // None, where the machine was too busy to connect in that time.
    expect(attempts(vendor())).toBeLessThanOrEqual(1);
  });

  test.for([
    { says: "before its first byte", reply: { delayMs: 20_000 } },
    { says: "in the midst of its answer", reply: { body: `[${" ".repeat(99)}]`, stallAfterBytes: 50 } },
  ])("stopping $says ends the call at once", async ({ reply }) => {
    vendor().respond(reply);
    const stop = new AbortController();
    const running = outcomeOf(call({ signal: stop.signal }));
    await expect.poll(() => vendor().asked.length, { interval: 5 }).toBeGreaterThan(0);
    const asked = vendor().asked.length;
    const stopped = performance.now();
    stop.abort(new Error("the traveller left"));
    expect(await running).toMatchObject({ error: { message: "the traveller left" } });
    expect(performance.now() - stopped).toBeLessThan(1_000);
    await expect.poll(() => vendor().hungUp(), { interval: 5 }).toBeGreaterThanOrEqual(asked);
  });
}

function describeHarm({ operation, secrets, vendor, call }: Tried): void {
  async function harmless(outcome: Outcome): Promise<string> {
    if ("error" in outcome) {
      return outcome.error instanceof VendorError ? "" : `threw ${inspect(outcome.error)}`;
    }
    return poisonIn(outcome.value);
  }

  test.for(HARMFUL)("$says does no harm", async ({ reply }) => {
    vendor().respond(reply);
    expect(await harmless(await outcomeOf(call()))).toBe("");
    expect("polluted" in {}).toBe(false);
  });

  test("no value of its answer, whatever stands there, does more harm than being left out", async () => {
    let most = 0;
    vendor().respond(async (asked) => {
      const reply = typeof operation.answer === "function" ? await operation.answer(asked) : operation.answer;
      most = Math.max(most, leavesOf(reply));
      return reply;
    });
    await call();
    for (const poisoned of poisonedAnswers(operation.answer, most)) {
      vendor().respond(poisoned);
      expect(await harmless(await outcomeOf(call()))).toBe("");
    }
  });

  test("a key that is echoed stands in no failure and no record", async () => {
    const records: CallRecord[] = [];
    for (const secret of secrets) {
      const error = { code: secret, type: secret, message: `Bad key ${secret}`, [secret]: secret };
      for (const body of [{ error }, { errors: [error] }, { data: { [secret]: secret } }, `${secret} is not JSON`]) {
        for (const status of [400, 200]) {
          vendor().respond({ status, body, headers: { "x-echo": encodeURIComponent(secret) } });
          expect(inspect(await outcomeOf(call({}, { records })), { depth: 9 })).not.toContain(secret);
        }
      }
      expect(JSON.stringify(records)).not.toContain(secret);
    }
  });
}

function describeRecords({ vendorCase, operation, vendor, call }: Tried): void {
  const { id, terms, limits } = vendorCase.descriptor;

  test("each request is recorded, without a word of the answer where none is to be kept", async () => {
    const records: CallRecord[] = [];
    vendor().respond(operation.answer);
    const runId = randomUUID();
    await call({ runId }, { records });
    expect(records).toHaveLength(vendor().asked.length);
    for (const record of records) {
      expect(record).toMatchObject({ provider: id, failure: null, errorCode: null, runId });
      expect(record.endpoint).toMatch(/^[^?\s]{1,200}$/);
    }
    const written = JSON.stringify(records);
    for (const word of operation.ownWords ?? []) expect(written).not.toContain(word);
    if (terms.contentSeconds > 0 || typeof operation.answer === "function") return;
    const asked = JSON.stringify(vendor().asked);
    for (const word of wordsOf(operation.answer.body)) if (!asked.includes(word)) expect(written).not.toContain(word);
  });

  test("a refusal is recorded by its kind", async () => {
    const records: CallRecord[] = [];
    vendor().respond({ status: 400, body: { error: { code: "E42", message: "Rua do Segredo 7" } } });
    await outcomeOf(call({}, { records }));
    expect(records.length).toBeGreaterThan(0);
    expect(records[0]).toMatchObject({ status: 400, failure: expect.any(String) });
    expect(records[0]?.errorCode).toBe(terms.contentSeconds > 0 ? "E42" : null);
    expect(JSON.stringify(records)).not.toContain("Segredo");
  });

  test("a day that is used up asks nobody", async () => {
    vendor().respond(operation.answer);
    let counted = 0;
    const counting = (count: CallCount) => (): CallCount => {
      counted += 1;
      return count;
    };
    const used = await outcomeOf(call({}, { count: counting("all-used") }));
    if (limits.perDay === null && limits.perUserPerDay === null) {
      expect(counted).toBe(0);
      return;
    }
    expect(used).toMatchObject({ error: { kind: "quota", isHeld: true } });
    expect(vendor().asked).toHaveLength(0);
    counted = 0;
    await call({}, { count: counting("counted") });
    expect(counted).toBe(vendor().asked.length);
  });

  test.skipIf(operation.isDoneOnce)("equal questions at once are asked once", async () => {
    vendor().respond(operation.answer);
    await call();
    const alone = vendor().asked.length;
    const ports = openCase(vendorCase, vendor().url);
    const stop = new AbortController();
    const scopes = [NOBODY, NOBODY, { ...NOBODY, signal: stop.signal }];
    const outcomes = scopes.map((scope) => outcomeOf(operation.call(ports, scope)));
    stop.abort(new Error("the third one left"));
    const [first, second, third] = await Promise.all(outcomes);
    expect([first, second]).toEqual([{ value: operation.finds }, { value: operation.finds }]);
    expect(third).toMatchObject({ error: { message: "the third one left" } });
    expect(vendor().asked.length - alone).toBe(alone);
  });
}

function describeOperation(vendorCase: VendorCase, operation: VendorOperation, vendor: () => LoopbackVendor): void {
  const { descriptor, settings } = vendorCase;
  const tried: Tried = {
    ...{ vendorCase, operation, vendor },
    secrets: descriptor.settings.flatMap(({ isSecret, variable }) => (isSecret ? (settings[variable] ?? []) : [])),
    call: (scope, options) => operation.call(openCase(vendorCase, vendor().url, options), { ...NOBODY, ...scope }),
  };
  describeAnswers(tried);
  describeFailures(tried);
  describeHarm(tried);
  describeRecords(tried);
}

export function describeVendor(vendorCase: VendorCase): void {
  describe(vendorCase.descriptor.name, () => {
    let vendor: LoopbackVendor;
    beforeAll(async () => {
      vendor = await startLoopbackVendor();
    });
    beforeEach(async () => {
      await vendor.close();
      vendor = await startLoopbackVendor();
    });
    afterAll(() => vendor.close());
    for (const operation of vendorCase.operations) {
      describe(operation.name, () => describeOperation(vendorCase, operation, () => vendor));
    }
  });
}
