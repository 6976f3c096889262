/** Who is asked, how often and when: again while nothing was said, then the next model, and no word twice. */
import { expect, test } from "vitest";
import { serveChatCompletions, serveResponses, serveResponsesOnSocket, type WireRefusal } from "../openai-wire.ts";
import { ask, chosen } from "./model-calls.ts";

const AT_ONCE = { "retry-after-ms": "1" };
const refusal = (status: number, headers: Record<string, string> = AT_ONCE): WireRefusal => ({ status, headers });
const codes = (calls: readonly { model: string; errorCode: string | null }[]): string[] =>
  calls.map(({ model, errorCode }) => `${model} ${errorCode ?? "ok"}`);

test.each([408, 429, 500, 503, 529])("%i may pass: asked again", async (status) => {
  const { baseUrl: openaiBaseUrl } = serveResponses(refusal(status), { text: ["Four."] });
  const { answer, calls } = await ask(await chosen({ choice: "openai:gpt-5", openaiBaseUrl }));
  expect(answer?.text).toBe("Four.");
  expect(codes(calls)).toEqual([`gpt-5 status_${status}`, "gpt-5 ok"]);
});

test.each([400, 401, 403, 404, 422])("%i stays: not asked again", async (status) => {
  const served = serveResponses(refusal(status), { text: ["too late"] });
  const { failure, calls } = await ask(await chosen({ choice: "openai:gpt-5", openaiBaseUrl: served.baseUrl }));
  expect(failure).toMatchObject({ code: "model_failed", details: { statusCode: status } });
  expect(codes(calls)).toEqual([`gpt-5 status_${status}`]);
  expect(served.requests).toHaveLength(1);
});

test("a quota that is used up says 429 too, and waiting does not help", async () => {
  const body = { error: { message: "You exceeded your current quota", code: "insufficient_quota" } };
  const served = serveResponses({ status: 429, body }, { text: ["too late"] });
  const { calls } = await ask(await chosen({ choice: "openai:gpt-5", openaiBaseUrl: served.baseUrl }));
  expect(codes(calls)).toEqual(["gpt-5 status_429"]);
});

test("without being told how long, it waits longer every time", async () => {
  const { baseUrl: openaiBaseUrl } = serveResponses(refusal(500, {}), refusal(500, {}), { text: ["Four."] });
  const { answer, elapsedMs } = await ask(await chosen({ choice: "openai:gpt-5", openaiBaseUrl }));
  expect(answer?.text).toBe("Four.");
  // A quarter of a second, then three.
  expect(elapsedMs).toBeGreaterThan(950);
});

test("it waits as long as the service asks for", async () => {
  const { baseUrl: openaiBaseUrl } = serveResponses(refusal(429, { "retry-after": "1" }), { text: ["Four."] });
  const { answer, elapsedMs } = await ask(await chosen({ choice: "openai:gpt-5", openaiBaseUrl }));
  expect(answer?.text).toBe("Four.");
  expect(elapsedMs).toBeGreaterThan(950);
});

test.each([
  ["an hour", "3600"],
  ["until a day that is far", "Fri, 01 Jan 2100 00:00:00 GMT"],
])("a service that asks for %s has failed for now: the next one takes over at once", async (_, after) => {
  const { baseUrl: openaiBaseUrl } = serveResponses(refusal(503, { "retry-after": after }), { text: ["too late"] });
  const { baseUrl: compatibleBaseUrl } = serveChatCompletions({ text: ["Four."] });
  const model = await chosen({ choice: "openai:gpt-5,compatible:qwen3", openaiBaseUrl, compatibleBaseUrl });
  const { answer, calls, elapsedMs } = await ask(model);
  expect(answer?.text).toBe("Four.");
  expect(codes(calls)).toEqual(["gpt-5 status_503", "qwen3 ok"]);
  expect(elapsedMs).toBeLessThan(5_000);
});

test("the next model has the same prompt, in the order named, and every attempt is on record", async () => {
  const openai = serveResponses(refusal(500), refusal(500), refusal(500));
  const compatible = serveChatCompletions(refusal(401));
  const model = await chosen({
    choice: "openai:gpt-5,compatible:qwen3,offline",
    openaiBaseUrl: openai.baseUrl,
    compatibleBaseUrl: compatible.baseUrl,
  });
  const { answer, calls } = await ask(model);
  expect(answer?.text).not.toBe("");
  expect(codes(calls)).toEqual([
    "gpt-5 status_500",
    "gpt-5 status_500",
    "gpt-5 status_500",
    "qwen3 status_401",
    expect.stringMatching(/^\d+ ok$/),
  ]);
  expect(compatible.requests[0]?.body).toMatchObject({
    messages: [
      { role: "system", content: "You plan trips." },
      { role: "user", content: "How long is my trip?" },
    ],
    tools: [{ function: { name: "count_days" } }],
  });
});

test("when all have failed, all are named", async () => {
  const { baseUrl: openaiBaseUrl } = serveResponses(refusal(500));
  const { baseUrl: compatibleBaseUrl } = serveChatCompletions(refusal(404));
  const model = await chosen({ choice: "openai:gpt-5,compatible:qwen3", openaiBaseUrl, compatibleBaseUrl });
  const { failure } = await ask(model, { limits: { modelRetries: 0 } });
  expect(failure).toMatchObject({
    code: "model_failed",
    message:
      "openai/gpt-5 answered with status 500. compatible/qwen3 answered with status 404. The service does not know this model id, or the base URL is wrong.",
    details: { tried: ["openai/gpt-5", "compatible/qwen3"] },
  });
});

test("a model that has just failed for good is asked last for a while", async () => {
  const openai = serveResponses(refusal(500), { text: ["too late"] });
  const compatible = serveChatCompletions({ text: ["One."] }, { text: ["Two."] });
  const model = await chosen({
    choice: "openai:gpt-5,compatible:qwen3",
    openaiBaseUrl: openai.baseUrl,
    compatibleBaseUrl: compatible.baseUrl,
  });
  await ask(model, { limits: { modelRetries: 0 } });
  const { answer } = await ask(model);
  expect(answer?.text).toBe("Two.");
  expect(openai.requests).toHaveLength(1);
});

test.each(["broken", "cut-off", "failed"] as const)(
  "once a word was said, a stream that ends as %s is the end: no word twice, nobody takes over",
  async (ends) => {
    await using served = await serveResponsesOnSocket({ text: ["Four ", "days"], ends }, { text: ["Four days."] });
    const compatible = serveChatCompletions({ text: ["too late"] });
    const model = await chosen({
      choice: "openai:gpt-5,compatible:qwen3",
      openaiBaseUrl: served.baseUrl,
      compatibleBaseUrl: compatible.baseUrl,
    });
    const { failure, said, calls } = await ask(model);
    expect(failure).toMatchObject({ code: "model_failed", details: { modelVersion: "openai/gpt-5" } });
    expect(said.join("")).toBe("Four days");
    expect([served.requests.length, compatible.requests.length]).toEqual([1, 0]);
    expect(calls).toHaveLength(1);
  },
);

test.each(["broken", "cut-off", "failed"] as const)("before the first word, %s is asked again", async (ends) => {
  await using served = await serveResponsesOnSocket({ ends }, { text: ["Four."] });
  const { answer, said, calls } = await ask(await chosen({ choice: "openai:gpt-5", openaiBaseUrl: served.baseUrl }));
  expect([answer?.text, said]).toEqual(["Four.", ["Four."]]);
  expect(calls.map(({ errorCode }) => errorCode)).toEqual([
    expect.stringMatching(/^(connection_lost|status_500)$/),
    null,
  ]);
});

test("a service that says nothing is given up after its time, and the next one has as long again", async () => {
  await using served = await serveResponsesOnSocket({ ends: "silent" });
  const { baseUrl: compatibleBaseUrl } = serveChatCompletions({ text: ["Four."] });
  const model = await chosen({
    choice: "openai:gpt-5,compatible:qwen3",
    openaiBaseUrl: served.baseUrl,
    compatibleBaseUrl,
  });
  const { answer, calls } = await ask(model, { limits: { modelTimeoutMs: 1_000 } });
  expect(answer?.text).toBe("Four.");
  expect(codes(calls)).toEqual(["gpt-5 timeout", "qwen3 ok"]);
});

test("what was asked and broken off is reckoned: breaking off is no way round a cap", async () => {
  await using served = await serveResponsesOnSocket({ text: ["Four days in Lisbon"], ends: "never" });
  const stop = new AbortController();
  const model = await chosen({ choice: "openai:gpt-5", openaiBaseUrl: served.baseUrl });
  const { calls } = await ask(model, { signal: stop.signal, onText: () => stop.abort() });
  expect(calls).toMatchObject([{ errorCode: "cancelled", tokens: { output: 5 } }]);
  expect(calls[0]?.tokens.input).toBeGreaterThan(10);
  expect(calls[0]?.costUsd).toBeGreaterThan(0);
});

test.each([
  ["in the middle of an answer", { text: ["Four "], ends: "never" }],
  ["before it has begun", { ends: "silent" }],
] as const)("a stop ends it at once %s", async (_, turn) => {
  await using served = await serveResponsesOnSocket(turn);
  const stop = new AbortController();
  let stoppedAt = 0;
  setTimeout(() => {
    stoppedAt = performance.now();
    stop.abort(new Error("enough"));
  }, 200);
  const model = await chosen({ choice: "openai:gpt-5,offline", openaiBaseUrl: served.baseUrl });
  const { failure, calls } = await ask(model, { signal: stop.signal });
  expect(performance.now() - stoppedAt).toBeLessThan(1_000);
  expect(failure).toMatchObject({ message: "enough" });
  expect(codes(calls)).toEqual(["gpt-5 cancelled"]);
});

test("a stop ends a wait too", async () => {
  const { baseUrl: openaiBaseUrl } = serveResponses(refusal(429, { "retry-after": "8" }));
  const stop = new AbortController();
  setTimeout(() => stop.abort(new Error("enough")), 100);
  const { failure, elapsedMs } = await ask(await chosen({ choice: "openai:gpt-5", openaiBaseUrl }), {
    signal: stop.signal,
  });
  expect(failure).toMatchObject({ message: "enough" });
  expect(elapsedMs).toBeLessThan(4_000);
});
