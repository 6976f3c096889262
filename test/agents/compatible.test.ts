/** Ollama, vLLM, LM Studio: `compatible:<id>` speaks chat completions, with the same graph behind it. */
import { expect, test } from "vitest";
import { loadPrompt } from "../../prompts/load-prompt.ts";
import { serveChatCompletions } from "./openai-wire.ts";
import { KEY, runGraph, TODAY, toolResults } from "./planner-run.ts";

const CALLS = [
  { id: "call_days", name: "count_days", args: { from: "2027-05-10", to: "2027-05-13" } },
  { id: "call_budget", name: "show_budget", args: { amount: 900 } },
];

test("text, tools and tokens, with the model that answered on record", async () => {
  const served = serveChatCompletions(
    { calls: CALLS, usage: { input: 300, output: 30, cached: 256 } },
    { text: ["Four days, ", "€900."], usage: { input: 360, output: 12, reasoning: 4 }, model: "qwen3:8b-q4_K_M" },
  );
  const run = await runGraph({ served, choice: "compatible:qwen3" });
  expect(run.failure).toBeNull();
  expect(toolResults(run).map(({ result }) => result.status)).toEqual(["ok", "ok"]);
  expect(run).toMatchObject({
    recorded: { answer: "Four days, €900." },
    tally: {
      tokens: { input: 660, output: 42, cached: 256, reasoning: 4 },
      modelVersion: "compatible/qwen3:8b-q4_K_M",
    },
  });
});

test("what goes out is what such servers document", async () => {
  const served = serveChatCompletions({ calls: CALLS }, { text: ["ok"] });
  await runGraph({ served, choice: "compatible:qwen3" });
  const [first, second] = served.requests;
  expect(first?.headers.get("authorization")).toBe(`Bearer ${KEY}`);
  expect(first?.body).toMatchObject({
    model: "qwen3",
    stream: true,
    stream_options: { include_usage: true },
    messages: [
      { role: "system", content: loadPrompt("planner").fill({}) },
      {
        role: "user",
        content: [
          { type: "text", text: expect.stringContaining(`"today":"${TODAY}"`) },
          { type: "text", text: "How long is my trip to Lisbon?" },
        ],
      },
    ],
    tools: [
      { type: "function", function: { name: "count_days", parameters: { required: ["from", "to"] } } },
      { type: "function", function: { name: "show_budget" } },
    ],
  });
  const messages = second?.body.messages as unknown[] | undefined;
  expect(messages?.slice(2)).toMatchObject([
    {
      role: "assistant",
      tool_calls: [
        { id: "call_days", type: "function", function: { name: "count_days" } },
        { id: "call_budget", type: "function", function: { name: "show_budget", arguments: '{"amount":900}' } },
      ],
    },
    { role: "tool", tool_call_id: "call_days", content: expect.stringContaining('"days":4') },
    { role: "tool", tool_call_id: "call_budget", content: expect.stringContaining("€900") },
  ]);
});

test("small models get arguments wrong: they are told, in the same shape", async () => {
  const served = serveChatCompletions(
    { calls: [{ id: "call_bad", name: "count_days", args: "from 2027-05-10" }] },
    { text: ["Let me try again."] },
  );
  const run = await runGraph({ served, choice: "compatible:qwen3" });
  expect(toolResults(run)).toMatchObject([{ result: { status: "error", error: { code: "invalid_input" } } }]);
  expect(served.requests[1]?.body.messages).toContainEqual(
    expect.objectContaining({
      role: "tool",
      tool_call_id: "call_bad",
      content: expect.stringContaining("JSON object"),
    }),
  );
});

test("a model that cannot call tools is refused in words that say so", async () => {
  const served = serveChatCompletions({ status: 400, body: { error: { message: "qwen3 does not support tools" } } });
  const run = await runGraph({ served, choice: "compatible:qwen3" });
  expect(run.failure).toMatchObject({
    code: "model_failed",
    message:
      "compatible/qwen3 answered with status 400. It did not accept the request: the model must be able to call tools.",
  });
});
