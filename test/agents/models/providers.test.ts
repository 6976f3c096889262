/** What each service is asked with beside the words: prefixes it can keep, little thought, and what it reports back. */
import { expect, test } from "vitest";
import { serveChatCompletions, serveResponses } from "../openai-wire.ts";
import { ask, chosen } from "./model-calls.ts";
import { serveAnthropic, serveGoogle } from "./other-wires.ts";

test("OpenAI keeps the prefix under the prompt's hash, thinks little, and stores nothing", async () => {
  const served = serveResponses({ text: ["Four."], usage: { input: 1_000, output: 100, cached: 800, reasoning: 40 } });
  const { calls } = await ask(await chosen({ choice: "openai:gpt-5", openaiBaseUrl: served.baseUrl }));
  expect(served.requests[0]?.body).toMatchObject({
    prompt_cache_key: "tripwright-0123456789abcdef",
    store: false,
    reasoning: { effort: "low" },
  });
  expect(calls).toEqual([
    {
      provider: "openai",
      model: "gpt-5",
      // The service's own name for it has no price of ours: the one asked for counts.
      modelVersion: "openai/test-model-2026-11-01",
      promptHash: "0123456789abcdef",
      tokens: { input: 1_000, output: 100, cached: 800, reasoning: 40 },
      costUsd: expect.closeTo((200 * 1.25 + 800 * 0.125 + 100 * 10) / 1e6, 12),
      pricedAsOf: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      firstTokenMs: expect.any(Number),
      durationMs: expect.any(Number),
      finishReason: "stop",
      toolCalls: 0,
      errorCode: null,
    },
  ]);
});

test("the effort configured is the one asked for", async () => {
  const served = serveResponses({ text: ["Four."] });
  await ask(await chosen({ choice: "openai:gpt-5", openaiBaseUrl: served.baseUrl, reasoning: "high" }));
  expect(served.requests[0]?.body).toMatchObject({ reasoning: { effort: "high" } });
});

test("a model that cannot think is asked for no thought", async () => {
  const served = serveResponses({ text: ["Four."] });
  await ask(await chosen({ choice: "openai:gpt-4.1", openaiBaseUrl: served.baseUrl }));
  expect(served.requests[0]?.body).not.toHaveProperty("reasoning");
});

test("a server of the compatible kind gets nothing it may not know", async () => {
  const served = serveChatCompletions({ text: ["Four."] });
  const { calls } = await ask(await chosen({ choice: "compatible:qwen3", compatibleBaseUrl: served.baseUrl }));
  expect(Object.keys(served.requests[0]?.body ?? {}).sort()).toEqual(
    ["messages", "model", "stream", "stream_options", "tool_choice", "tools"].sort(),
  );
  expect(calls).toMatchObject([{ costUsd: null, pricedAsOf: null }]);
});

test("Anthropic keeps tools and instructions, and the words of the thread", async () => {
  const served = serveAnthropic();
  const { answer, calls } = await ask(await chosen({ choice: "anthropic:claude-haiku-4-5" }));
  expect(answer?.text).toBe("Four days.");
  expect(served.headers[0]?.get("x-api-key")).toMatch(/^sk-test/);
  expect(served.bodies[0]).toMatchObject({
    model: "claude-haiku-4-5",
    system: [{ type: "text", text: "You plan trips.", cache_control: { type: "ephemeral" } }],
    cache_control: { type: "ephemeral" },
    tools: [{ name: "count_days" }],
  });
  expect(served.bodies[0]).not.toHaveProperty("thinking");
  expect(calls).toMatchObject([
    {
      modelVersion: "anthropic/claude-haiku-4-5-20251001",
      tokens: { input: 200, output: 30, cached: 60 },
      costUsd: expect.closeTo((20 * 1 + 60 * 0.1 + 120 * 1.25 + 30 * 5) / 1e6, 12),
    },
  ]);
});

test("Google", async () => {
  const served = serveGoogle();
  const { answer, calls } = await ask(await chosen({ choice: "google:gemini-2.5-flash" }));
  expect(answer?.text).toBe("Four days.");
  expect(served.bodies[0]).toMatchObject({ systemInstruction: { parts: [{ text: "You plan trips." }] } });
  expect(calls).toMatchObject([
    {
      provider: "google",
      tokens: { input: 100, output: 30, cached: 40, reasoning: 20 },
      costUsd: expect.closeTo((60 * 0.3 + 40 * 0.03 + 30 * 2.5) / 1e6, 12),
    },
  ]);
});

test("the offline model costs nothing, and that is known", async () => {
  const { calls } = await ask(await chosen({ choice: "offline" }));
  expect(calls).toMatchObject([{ provider: "offline", costUsd: 0, pricedAsOf: expect.any(String), errorCode: null }]);
});
