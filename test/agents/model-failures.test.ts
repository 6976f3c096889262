/** When the service refuses, stumbles or falls silent: one clear line, nothing of the request in it. */
import { inspect } from "node:util";
import { expect, test } from "vitest";
import { TripwrightError } from "../../trip/errors.ts";
import { serveChatCompletions, serveResponses, serveResponsesOnSocket, type WireRefusal } from "./openai-wire.ts";
import { type GraphRun, KEY, runGraph } from "./planner-run.ts";

/** Asks for no wait, so that these tests need none. */
const AT_ONCE = { "retry-after-ms": "1" };
const LEAKY = { error: { message: `Incorrect API key provided: ${KEY}. You asked: How long is my trip to Lisbon?` } };
const OVERLOADED: WireRefusal = { status: 500, headers: AT_ONCE, body: LEAKY };

function failureOf({ failure }: GraphRun): TripwrightError {
  expect(failure).toBeInstanceOf(TripwrightError);
  return failure as TripwrightError;
}

test("429 with a time to wait, then an answer: nobody notices", async () => {
  const served = serveResponses(
    { status: 429, headers: { "retry-after": "0" }, body: LEAKY },
    { text: ["Here I am."] },
  );
  const run = await runGraph({ served });
  expect(run).toMatchObject({ failure: null, recorded: { answer: "Here I am." }, tally: { steps: 1 } });
  expect(served.requests).toHaveLength(2);
});

test("a service that stays broken is tried as often as the limits say, no more", async () => {
  const served = serveResponses(OVERLOADED, OVERLOADED, OVERLOADED, { text: ["too late"] });
  const failure = failureOf(await runGraph({ served, limits: { modelRetries: 2 } }));
  expect(failure).toMatchObject({ code: "model_failed", details: { modelVersion: "openai/gpt-5", statusCode: 500 } });
  expect(failure.message).toBe(
    "openai/gpt-5 answered with status 500. Try again, or leave --model out to use the built-in offline model.",
  );
  expect(served.requests).toHaveLength(3);
});

test.each([
  [400, /It did not accept the request/],
  [401, /The key was refused: check it/],
  [403, /The key may not use this model/],
  [404, /does not know this model id, or the base URL is wrong/],
])("%i is not tried again, and says what to do", async (status, hint) => {
  const served = serveResponses({ status, body: LEAKY }, { text: ["too late"] });
  const failure = failureOf(await runGraph({ served }));
  expect(failure).toMatchObject({ code: "model_failed", details: { statusCode: status } });
  expect(failure.message).toMatch(hint);
  expect(served.requests).toHaveLength(1);
});

test("429 to the end says that the quota may be used up", async () => {
  const served = serveResponses({ status: 429, body: LEAKY });
  const failure = failureOf(await runGraph({ served, limits: { modelRetries: 0 } }));
  expect(failure.message).toMatch(/429. Too many requests, or the quota is used up/);
});

test.each([401, 500])("neither the key nor the request is in what a person reads of a %i", async (status) => {
  const failure = failureOf(
    await runGraph({ served: serveResponses({ status, body: LEAKY }), limits: { modelRetries: 0 } }),
  );
  const { message, details } = failure;
  for (const secret of [KEY, "How long is my trip to Lisbon"])
    expect(JSON.stringify({ message, details })).not.toContain(secret);
});

test("our own key is in no part of the failure, however deep a log looks", async () => {
  const served = serveResponses({ status: 500, body: { error: { message: "overloaded" } } });
  const failure = failureOf(await runGraph({ served, limits: { modelRetries: 0 } }));
  expect(inspect(failure, { depth: 20 })).not.toContain(KEY);
});

test("a failure reported inside the stream ends the run without repeating what it said", async () => {
  const served = serveResponses({ text: ["Four da"], ends: "failed" });
  const failure = failureOf(await runGraph({ served }));
  expect(failure.message).toMatch(/^openai\/gpt-5 could not finish its answer\. Try again/);
});

test.each([
  ["Responses", "openai:gpt-5", serveResponses],
  ["chat completions", "compatible:qwen3", serveChatCompletions],
] as const)("half an answer is no answer: a %s stream that just stops", async (_, choice, serve) => {
  const run = await runGraph({ served: serve({ text: ["Four da"], ends: "cut-off" }), choice });
  expect(failureOf(run)).toMatchObject({ code: "model_failed" });
  expect(run.recorded).toBeNull();
});

test("half a tool call is not carried out", async () => {
  const served = serveResponses({ calls: [{ name: "show_budget", args: '{"amount":9' }], ends: "cut-off" });
  const run = await runGraph({ served });
  expect(failureOf(run).code).toBe("model_failed");
  expect(run.events.map(({ type }) => type)).not.toContain("tool-call");
});

test("a connection that breaks in the middle of an answer", async () => {
  await using served = await serveResponsesOnSocket({ text: ["Four da"], ends: "broken" });
  const failure = failureOf(await runGraph({ served }));
  expect(failure.message).toMatch(/could not finish its answer/);
});

test.each(["never", "silent"] as const)("a service that answers %s is given up after its time", async (ends) => {
  await using served = await serveResponsesOnSocket({ text: ["Four da"], ends });
  const failure = failureOf(await runGraph({ served, limits: { modelTimeoutMs: 150 } }));
  expect(failure).toMatchObject({ code: "model_failed", details: { modelTimeoutMs: 150 } });
  expect(failure.message).toMatch(/^openai\/gpt-5 took longer than 0\.15 seconds/);
});

test("nobody at the address", async () => {
  const closed = await serveResponsesOnSocket();
  await closed[Symbol.asyncDispose]();
  const failure = failureOf(await runGraph({ served: closed, limits: { modelRetries: 0 } }));
  expect(failure.message).toMatch(/^openai\/gpt-5 did not answer\. Try again/);
});
