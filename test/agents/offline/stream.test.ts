/** The offline model behind the AI SDK: a stream the SDK accepts, the same content either way, honest usage. */
import { simulateReadableStream, streamText, tool } from "ai";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { createOfflineModel } from "../../../agents/models/offline/offline-model.ts";
import { TODAY } from "./scripted-tools.ts";

const model = createOfflineModel({ today: () => TODAY });
const promptOf = (text: string) => [{ role: "user" as const, content: [{ type: "text" as const, text }] }];

async function partsOf<Part>(stream: ReadableStream<Part>): Promise<Part[]> {
  const parts: Part[] = [];
  for await (const part of stream) parts.push(part);
  return parts;
}

describe("doStream", () => {
  test("streams words that add up to the answer", async () => {
    const prompt = promptOf("a weekend in Kyoto");
    const { content, usage } = await model.doGenerate({ prompt });
    const parts = await partsOf((await model.doStream({ prompt })).stream);
    const text = parts.flatMap((part) => (part.type === "text-delta" ? [part.delta] : [])).join("");
    expect(content).toEqual([{ type: "text", text }]);
    expect(parts.map(({ type }) => type).filter((type) => type !== "text-delta")).toEqual([
      "stream-start",
      "response-metadata",
      "text-start",
      "text-end",
      "finish",
    ]);
    expect(parts.at(-1)).toEqual({ type: "finish", usage, finishReason: { unified: "stop", raw: undefined } });
  });

  test("streams tool calls with the input twice: as it grows and whole", async () => {
    const parts = await partsOf(
      (await model.doStream({ prompt: promptOf("Rome and Florence, 6 days in May") })).stream,
    );
    const calls = parts.flatMap((part) => (part.type === "tool-call" ? [part] : []));
    const deltas = parts.flatMap((part) => (part.type === "tool-input-delta" ? [part.delta] : []));
    expect(calls.map(({ toolCallId }) => toolCallId)).toEqual(["offline-1", "offline-2"]);
    expect(calls.map(({ input }) => JSON.parse(input))).toEqual([
      { query: "Rome", limit: 3 },
      { query: "Florence", limit: 3 },
    ]);
    expect(deltas).toEqual(calls.map(({ input }) => input));
  });

  test("stops before it starts when it was told to", async () => {
    const abortSignal = AbortSignal.abort(new Error("stopped"));
    await expect(model.doStream({ prompt: promptOf("Rome"), abortSignal })).rejects.toThrow("stopped");
  });
});

describe("through the AI SDK", () => {
  test("calls become typed tool calls, and the model is named for what it is", async () => {
    const asked: unknown[] = [];
    const result = streamText({
      model,
      prompt: "3 days in Lisbon from 3 June 2027",
      tools: {
        search_cities: tool({
          inputSchema: z.object({ query: z.string(), limit: z.int() }),
          execute: (input) => {
            asked.push(input);
            return { status: "empty", request: {}, notices: [], cities: [] };
          },
        }),
      },
    });
    await result.consumeStream();
    expect(asked).toEqual([{ query: "Lisbon", limit: 3 }]);
    expect(await result.finishReason).toBe("tool-calls");
    expect((await result.response).modelId).toBe("offline/2");
  });

  test("its own words stream as any model's do", async () => {
    const result = streamText({ model, prompt: "hello" });
    const text = await result.text;
    const again = await partsOf(
      simulateReadableStream({ chunks: [text], chunkDelayInMs: null, initialDelayInMs: null }),
    );
    expect(again.join("")).toMatch(/^I plan trips/);
  });
});

test("usage counts words read and written, and nothing else", async () => {
  const { content, usage } = await model.doGenerate({ prompt: promptOf("hello dear planner") });
  const [part] = content;
  const written = part?.type === "text" ? (part.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) : 0;
  const read = JSON.stringify([{ type: "text", text: "hello dear planner" }]).match(/[\p{L}\p{N}]+/gu)?.length;
  expect(usage.inputTokens.total).toBe(read);
  expect(usage.outputTokens.total).toBeGreaterThanOrEqual(written);
  expect(usage.outputTokens.reasoning).toBe(0);
});
