/**
 * An agent of the AI SDK whose model is scripted, with nothing but what a model there is given: the names of the tools
 * and the text of each result. So the text alone must be enough to go on: ids, versions and the code of a confirmation.
 */
import { generateText, isStepCount } from "ai";
import { MockLanguageModelV4 } from "ai/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestServer, type TestServer } from "../../server/http/http-for-tests.ts";
import { openAiSdkClient } from "./framework-clients.ts";

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server?.close());

type Given = Parameters<MockLanguageModelV4["doGenerate"]>[0];
type Said = Awaited<ReturnType<MockLanguageModelV4["doGenerate"]>>;

/** What the last tool's result looks like to a model. */
function lastResult({ prompt }: Given): string {
  const parts = prompt.findLast(({ role }) => role === "tool")?.content;
  const texts = typeof parts === "string" ? [] : (parts ?? []);
  return texts
    .flatMap((part) => (part.type === "tool-result" && part.output.type === "content" ? part.output.value : []))
    .map((part) => (part.type === "text" ? part.text : ""))
    .join("\n");
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

function found(text: string, pattern: RegExp): string {
  const [all, group] = pattern.exec(text) ?? [];
  if (all === undefined) throw new Error(`a model would look for ${pattern} in vain: ${text}`);
  return group ?? all;
}

/** One line of the script: which tool comes next, with arguments read off the last result. */
type Line = (text: string) => [tool: string, args: Record<string, unknown>];

/** Finishes by repeating the last result. */
function scripted(lines: readonly Line[]): MockLanguageModelV4 {
  let next = 0;
  const usage: Said["usage"] = {
    inputTokens: { total: 1, noCache: 1, cacheRead: undefined, cacheWrite: undefined },
    outputTokens: { total: 1, text: 1, reasoning: undefined },
  };
  return new MockLanguageModelV4({
    doGenerate: async (given) => {
      const line = lines[next++];
      const text = lastResult(given);
      if (!line) {
        const finishReason: Said["finishReason"] = { unified: "stop", raw: undefined };
        return { content: [{ type: "text", text }], finishReason, usage, warnings: [] };
      }
      const [toolName, args] = line(text);
      const finishReason: Said["finishReason"] = { unified: "tool-calls", raw: undefined };
      const call = { type: "tool-call" as const, toolCallId: `call-${next}`, toolName, input: JSON.stringify(args) };
      return { content: [call], finishReason, usage, warnings: [] };
    },
  });
}

test("a model that reads only the texts plans, has a change agreed to and exports", async () => {
  const { token } = await server.tokenFor();
  const client = await openAiSdkClient({ kind: "http", url: `${server.url}/mcp`, token });
  let tripId = "";
  const wanted = { startDate: "2027-05-14", endDate: "2027-05-16", travelers: 2, planNow: true };
  const choice = (text: string): { tripId: string; version: number } => ({
    tripId,
    version: Number(found(text, /version (\d+)/)),
  });
  let chosen: ReturnType<typeof choice>;
  const model = scripted([
    () => ["search_cities", { query: "Lisboa" }],
    (text) => ["create_trip", { cityIds: [found(text, UUID)], ...wanted }],
    (text) => {
      tripId = found(text, UUID);
      return ["edit_itinerary", { tripId, operations: [{ op: "remove", item: "2.1" }] }];
    },
    (text) => {
      chosen = choice(text);
      return ["select_itinerary", chosen];
    },
    (text) => ["select_itinerary", { ...chosen, confirmation: found(text, /confirmation "([^"]+)"/) }],
    () => ["export_itinerary", { tripId, format: "md" }],
  ]);
  try {
    const prompt = "Plan me a weekend in Lisbon in May, and leave out Saturday's first stop.";
    const { text, steps } = await generateText({
      model,
      tools: await client.tools(),
      stopWhen: isStepCount(10),
      prompt,
    });
    expect(steps.flatMap(({ toolCalls }) => toolCalls.map(({ toolName }) => toolName))).toHaveLength(6);
    expect(text).toContain(`trip://${tripId}/itinerary.md`);
  } finally {
    await client.close();
  }
  const stored = await server.runtime.forUser(server.runtime.localUserId).toolContext.trips.findItinerary(tripId);
  expect(stored?.itinerary).toMatchObject({ version: 2, isSelected: true });
});

test("a refused call reaches the model as words it can act on", async () => {
  const { token } = await server.tokenFor();
  const client = await openAiSdkClient({ kind: "http", url: `${server.url}/mcp`, token });
  const model = scripted([() => ["get_trip", { tripId: "the first one" }]]);
  try {
    const { text } = await generateText({ model, tools: await client.tools(), stopWhen: isStepCount(3), prompt: "?" });
    expect(text).toMatch(/tripId: /);
  } finally {
    await client.close();
  }
});
