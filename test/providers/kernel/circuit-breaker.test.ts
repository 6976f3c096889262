import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Breaker, type CallOutcome, createBreaker } from "../../../providers/kernel/circuit-breaker.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Lets one through; what is returned says how it went. */
function through(breaker: Breaker): (outcome: CallOutcome) => void {
  const entered = breaker.enter();
  if (entered.refusal !== null) throw new Error(`Refused: ${entered.refusal.kind}`);
  return entered.leave;
}

function breakerAfter(...outcomes: CallOutcome[]): Breaker {
  const breaker = createBreaker({ countsAuth: true });
  for (const outcome of outcomes) through(breaker)(outcome);
  return breaker;
}

test("three failures in a row open it, of the kind that came last", () => {
  expect(breakerAfter("upstream", "timeout").enter().refusal).toBeNull();
  const { refusal } = breakerAfter("upstream", "upstream", "timeout").enter();
  expect(refusal).toEqual({ kind: "timeout", retryAfterMs: 15_000 });
});

test.for<CallOutcome>(["ok", "not_found", "bad_request", "schema", "rate_limited", "quota"])(
  "%s between them is an answer",
  (outcome) => {
    expect(breakerAfter("upstream", "upstream", outcome, "upstream", "upstream").enter().refusal).toBeNull();
  },
);

test("what was stopped tells nothing", () => {
  expect(breakerAfter("upstream", "upstream", "stopped").enter().refusal).toBeNull();
  expect(breakerAfter("upstream", "upstream", "stopped", "upstream").enter().refusal).not.toBeNull();
});

test("a key that is refused is left alone longer, where it is ours", () => {
  expect(breakerAfter("auth", "auth", "auth").enter().refusal).toEqual({ kind: "auth", retryAfterMs: 300_000 });
  const linked = createBreaker({ countsAuth: false });
  for (let call = 0; call < 5; call += 1) through(linked)("auth");
  expect(linked.enter().refusal).toBeNull();
});

test("after a while one tries, and the others wait for it", () => {
  const breaker = breakerAfter("upstream", "upstream", "upstream");
  vi.advanceTimersByTime(15_000);
  const tell = through(breaker);
  expect(breaker.enter().refusal).toEqual({ kind: "upstream", retryAfterMs: 1_000 });
  tell("ok");
  through(breaker)("upstream");
  expect(breaker.enter().refusal).toBeNull();
});

test("calls that were on their way are not the trial", () => {
  const breaker = createBreaker({ countsAuth: true });
  const late = through(breaker);
  for (let call = 0; call < 3; call += 1) through(breaker)("upstream");
  vi.advanceTimersByTime(15_000);
  through(breaker);
  late("timeout");
  expect(breaker.enter().refusal).toEqual({ kind: "upstream", retryAfterMs: 1_000 });
});

test("a trial that fails keeps it open twice as long, up to a bound; one that is stopped lets the next one try", () => {
  const breaker = breakerAfter("upstream", "upstream", "upstream");
  vi.advanceTimersByTime(15_000);
  through(breaker)("stopped");
  through(breaker)("upstream");
  expect(breaker.enter().refusal).toEqual({ kind: "upstream", retryAfterMs: 30_000 });
  for (let trial = 0; trial < 10; trial += 1) {
    vi.advanceTimersByTime(900_000);
    through(breaker)("upstream");
  }
  expect(breaker.enter().refusal).toEqual({ kind: "upstream", retryAfterMs: 900_000 });
});
