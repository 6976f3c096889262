/**
 * The built-in offline model: the AI SDK's language-model interface over a table of rules. It needs no
 * key and no network, and it is a pure function of the prompt and today's date, so CI can run on it
 * and any model can be compared with it. It is no large language model and never says it is.
 */
import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4Content,
  LanguageModelV4FinishReason,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from "@ai-sdk/provider";
import { decide } from "./decide.ts";
import { turnsOf } from "./thread.ts";
import { usageOf } from "./usage.ts";

export interface OfflineModelOptions {
  today: () => string;
}

interface Reply {
  content: LanguageModelV4Content[];
  finishReason: LanguageModelV4FinishReason;
  usage: LanguageModelV4Usage;
}

const PROVIDER = "offline";
const MODEL_ID = "offline/2";

function replyTo({ prompt, abortSignal }: LanguageModelV4CallOptions, today: string): Reply {
  abortSignal?.throwIfAborted();
  const turns = turnsOf(prompt);
  const action = decide(turns, today);
  const made = turns.reduce((sum, { uses }) => sum + uses.length, 0);
  const content: LanguageModelV4Content[] =
    action.kind === "say"
      ? [{ type: "text", text: action.text }]
      : action.calls.map(({ name, input }, index) => ({
          type: "tool-call",
          toolCallId: `offline-${made + index + 1}`,
          toolName: name,
          input: JSON.stringify(input),
        }));
  const unified = action.kind === "say" ? "stop" : "tool-calls";
  return { content, finishReason: { unified, raw: undefined }, usage: usageOf(prompt, content) };
}

/** Word by word, as a reader expects of a stream. */
function textParts(text: string, id: string): LanguageModelV4StreamPart[] {
  const deltas = text.match(/\s*\S+\s*?(?=\s|$)/g) ?? [text];
  return [
    { type: "text-start", id },
    ...deltas.map((delta): LanguageModelV4StreamPart => ({ type: "text-delta", id, delta })),
    { type: "text-end", id },
  ];
}

function partsOf(content: LanguageModelV4Content, index: number): LanguageModelV4StreamPart[] {
  if (content.type === "text") return textParts(content.text, `text-${index + 1}`);
  if (content.type !== "tool-call") return [];
  const { toolCallId: id, toolName, input } = content;
  return [
    { type: "tool-input-start", id, toolName },
    { type: "tool-input-delta", id, delta: input },
    { type: "tool-input-end", id },
    content,
  ];
}

function streamOf({ content, finishReason, usage }: Reply): ReadableStream<LanguageModelV4StreamPart> {
  const parts: LanguageModelV4StreamPart[] = [
    { type: "stream-start", warnings: [] },
    { type: "response-metadata", modelId: MODEL_ID },
    ...content.flatMap(partsOf),
    { type: "finish", finishReason, usage },
  ];
  return new ReadableStream({
    pull(controller) {
      const part = parts.shift();
      if (part) controller.enqueue(part);
      else controller.close();
    },
  });
}

export function createOfflineModel({ today }: OfflineModelOptions): LanguageModelV4 {
  return {
    specificationVersion: "v4",
    provider: PROVIDER,
    modelId: MODEL_ID,
    supportedUrls: {},
    async doGenerate(options) {
      const { content, finishReason, usage } = replyTo(options, today());
      return { content, finishReason, usage, response: { modelId: MODEL_ID }, warnings: [] };
    },
    async doStream(options) {
      return { stream: streamOf(replyTo(options, today())) };
    },
  };
}
