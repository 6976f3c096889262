/** One attempt at one model: asked once, heard to the end, measured, and put on record however it ends. */
import type { LanguageModelUsage, ModelMessage, TextStreamPart, ToolSet } from "ai";
import { streamText } from "ai";
import { addContent, failSpan, inSpan } from "../../tools/in-span.ts";
import type { ModelCallRecord, TokenUsage } from "../../trip/ports.ts";
import type { RunLimits } from "../limits.ts";
import { NO_TOKENS } from "../state.ts";
import { chatAttributes, chatContent, chatResult } from "./chat-span.ts";
import { type PlannerModel, partsOfVersion, reportedVersion } from "./model.ts";
import { AttemptError, cancelled, cutOff, failureOf, type ModelFailure, outOfTime } from "./model-failure.ts";
import { costOf, createPriceTable, LIST_PRICES } from "./prices.ts";
import { messagesFor } from "./shown-results.ts";

/** The SDK would print its remarks about a model's abilities into a traveller's terminal. */
globalThis.AI_SDK_LOG_WARNINGS = false;

export type FinishedModelCall = Omit<ModelCallRecord, "seq">;

export interface ModelCall {
  instructions: string;
  messages: ModelMessage[];
  tools: ToolSet;
  promptHash: string;
  threadId?: string | undefined;
  limits: Pick<RunLimits, "modelTimeoutMs" | "modelRetries">;
  signal: AbortSignal;
  /** Pieces of the answer as they come. What was said here is never said twice. */
  onText(text: string): void;
  /** Every attempt, also one that failed, once it has ended. */
  onCall(call: FinishedModelCall): void;
}

export interface ModelAnswer {
  text: string;
  /** What the model said and wants to call, for the next prompt. */
  messages: ModelMessage[];
  /** Calls whose arguments were no JSON, by call id. */
  unreadableCalls: string[];
}

/** What has come so far; kept outside of the attempt, which may end anywhere. */
interface Heard {
  text: string;
  unreadableCalls: string[];
  toolCalls: number;
  /** Characters of text, thought and arguments. */
  characters: number;
  firstTokenMs: number | null;
  finishReason: string | null;
  failure: ModelFailure | null;
}

const INCOMPLETE: readonly string[] = ["interrupted", "error"];

/** Throws `AttemptError`. `timeout` is the whole time of this model. */
export function attemptModel(model: PlannerModel, call: ModelCall, timeout: AbortSignal): Promise<ModelAnswer> {
  const attributes = chatAttributes(model, call);
  return inSpan(`chat ${partsOfVersion(model.version).id}`, { isClient: true, attributes }, async (span) => {
    const startedAt = performance.now();
    const heard = nothingHeard();
    let usage: LanguageModelUsage | null = null;
    let modelVersion = model.version;
    try {
      const result = ask(model, call, AbortSignal.any([call.signal, timeout]));
      await listen(result.stream, heard, { onText: call.onText, startedAt });
      heard.failure = endedBy(call.signal, timeout) ?? heard.failure;
      if (heard.failure) throw new AttemptError(heard.failure, isSpoken(heard));
      const [used, messages, response] = await Promise.all([result.usage, result.responseMessages, result.response]);
      usage = used;
      modelVersion = reportedVersion(model.version, response.modelId);
      addContent(span, () => chatContent(call, messages));
      // The SDK answers calls that it cannot read itself: ours are all answered in one place, by `run-tools.ts`.
      const said = messages.filter(({ role }) => role === "assistant");
      return { text: heard.text, messages: said, unreadableCalls: heard.unreadableCalls };
    } catch (error) {
      if (error instanceof AttemptError) throw error;
      heard.failure = endedBy(call.signal, timeout) ?? failureOf(error, Date.now());
      throw new AttemptError(heard.failure, isSpoken(heard));
    } finally {
      const durationMs = Math.round(performance.now() - startedAt);
      const record = recordOf({ model, call, heard, usage, modelVersion, durationMs });
      span.setAttributes(chatResult(record));
      if (record.errorCode) failSpan(span, record.errorCode);
      call.onCall(record);
    }
  });
}

function ask(model: PlannerModel, call: ModelCall, abortSignal: AbortSignal) {
  const { instructionOptions, ...settings } = model.settingsFor?.({ promptHash: call.promptHash }) ?? {};
  const { instructions: content } = call;
  return streamText({
    model: model.model,
    instructions: instructionOptions ? { role: "system", content, providerOptions: instructionOptions } : content,
    messages: messagesFor(model, call.messages),
    tools: call.tools,
    ...settings,
    // `stream-model.ts` alone tries again.
    maxRetries: 0,
    abortSignal,
    // Failures are read from the stream; without this the SDK prints them.
    onError: () => {},
  });
}

function nothingHeard(): Heard {
  return {
    text: "",
    unreadableCalls: [],
    toolCalls: 0,
    characters: 0,
    firstTokenMs: null,
    finishReason: null,
    failure: null,
  };
}

const isSpoken = ({ firstTokenMs }: Heard): boolean => firstTokenMs !== null;

/** A stop that was asked for, or the time being up, looks like any other failure from inside. */
function endedBy(signal: AbortSignal, timeout: AbortSignal): ModelFailure | null {
  if (signal.aborted) return cancelled(signal.reason);
  return timeout.aborted ? outOfTime(timeout.reason) : null;
}

async function listen(
  stream: AsyncIterable<TextStreamPart<ToolSet>>,
  heard: Heard,
  { onText, startedAt }: { onText: ModelCall["onText"]; startedAt: number },
): Promise<void> {
  for await (const part of stream) {
    const piece = pieceOf(part);
    if (piece !== null) {
      heard.characters += piece.length;
      if (part.type !== "reasoning-delta") heard.firstTokenMs ??= Math.round(performance.now() - startedAt);
    }
    if (part.type === "text-delta" && part.text !== "") {
      heard.text += part.text;
      onText(part.text);
    } else note(part, heard);
  }
}

function note(part: TextStreamPart<ToolSet>, heard: Heard): void {
  if (part.type === "tool-call") {
    heard.toolCalls += 1;
    if (part.invalid && typeof part.input === "string") heard.unreadableCalls.push(part.toolCallId);
  } else if (part.type === "error") heard.failure ??= failureOf(part.error, Date.now());
  else if (part.type === "finish") {
    heard.finishReason = part.finishReason;
    if (INCOMPLETE.includes(part.finishReason)) heard.failure ??= cutOff(part.finishReason);
  }
}

/** What the model wrote; `null` for all that comes around it. */
function pieceOf(part: TextStreamPart<ToolSet>): string | null {
  if (part.type === "text-delta" || part.type === "reasoning-delta") return part.text || null;
  if (part.type === "tool-input-start") return part.toolName;
  if (part.type === "tool-input-delta") return part.delta;
  return null;
}

function tokensOf(usage: LanguageModelUsage): TokenUsage {
  return {
    input: usage.inputTokens ?? 0,
    output: usage.outputTokens ?? 0,
    cached: usage.inputTokenDetails.cacheReadTokens ?? 0,
    reasoning: usage.outputTokenDetails.reasoningTokens ?? 0,
  };
}

const CHARACTERS_PER_TOKEN = 4;
const LISTED = createPriceTable(LIST_PRICES);

/**
 * A call that broke off reports no tokens, and was paid for: it is reckoned by its length, so that breaking off is no
 * way round a cap. One that was refused cost nothing.
 */
function reckonedTokens({ instructions, messages, tools }: ModelCall, heard: Heard): TokenUsage {
  const isPaid = heard.characters > 0 || ["cancelled", "timeout"].includes(heard.failure?.code ?? "");
  if (!isPaid) return NO_TOKENS;
  const sent = instructions.length + JSON.stringify(messages).length + JSON.stringify(tools).length;
  const [input, output] = [sent, heard.characters].map((characters) => Math.ceil(characters / CHARACTERS_PER_TOKEN));
  return { ...NO_TOKENS, input: input ?? 0, output: output ?? 0 };
}

function recordOf(of: {
  model: PlannerModel;
  call: ModelCall;
  heard: Heard;
  usage: LanguageModelUsage | null;
  modelVersion: string;
  durationMs: number;
}): FinishedModelCall {
  const { model, call, heard, usage, modelVersion, durationMs } = of;
  const { provider, id } = partsOfVersion(model.version);
  const tokens = usage ? tokensOf(usage) : reckonedTokens(call, heard);
  const { prices = LISTED } = model;
  const priced = prices.find(modelVersion) ?? prices.find(model.version);
  return {
    provider,
    model: id,
    modelVersion,
    promptHash: call.promptHash,
    tokens,
    costUsd: priced && costOf(priced.price, tokens, usage?.inputTokenDetails.cacheWriteTokens ?? 0),
    pricedAsOf: priced?.asOf ?? null,
    firstTokenMs: heard.firstTokenMs,
    durationMs,
    finishReason: heard.finishReason,
    toolCalls: heard.toolCalls,
    errorCode: heard.failure?.code ?? null,
  };
}
