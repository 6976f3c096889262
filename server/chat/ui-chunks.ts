/**
 * From what a run tells to what an AI SDK page understands. Pure: the same events make the same chunks in the process
 * that runs them, in another one that reads them back, and in a replay.
 */
import type { RunEvent } from "../../agents/events.ts";
import type { ToolResult } from "../../tools/tool.ts";
import type { ChatChunk, ChatMetadata, ItineraryData } from "./ui-message.ts";

export interface ChunkMaking {
  threadId: string;
  messageId: string;
  title: string | null;
  /** Calls that the message holds already, from the run before. */
  calls?: readonly EarlierCall[] | undefined;
}

export interface EarlierCall {
  toolCallId: string;
  input: unknown;
  /** Its result is still to come. */
  isOpen: boolean;
  /** Set when it waits for a yes. */
  approvalId: string | null;
}

type EventOf<Type extends RunEvent["type"]> = Extract<RunEvent, { type: Type }>;

/** A result that would swell every later request of the page is cut down to what it says in words. */
const MAX_OUTPUT_CHARACTERS = 400_000;

/** A page sends answers by itself only when no call beside them is without a result. */
export const WAITS: ToolResult = {
  status: "needs_input",
  request: {},
  notices: ["This waits for your answer to what is asked beside it."],
};
const STOPPED = "This was stopped before it had ended.";
const FAILED = "This had not ended when the run failed.";

export class ChunkMaker {
  readonly #making: ChunkMaking;
  /** Calls that the page knows of, and the trip each is about. */
  readonly #calls = new Map<string, string | null>();
  readonly #open = new Set<string>();
  readonly #denied = new Set<string>();
  /** Approvals that were asked for and not answered: by their ids, the calls. */
  readonly #asked = new Map<string, string>();
  readonly #urls = new Set<string>();
  #isInStep = false;
  #texts = 0;
  #isTextOpen = false;
  readonly #agreedElsewhere: string[] = [];
  #metadata: ChatMetadata;

  constructor(making: ChunkMaking) {
    this.#making = making;
    this.#metadata = { runId: "", threadId: making.threadId, modelVersion: "" };
    for (const { toolCallId, input, isOpen, approvalId } of making.calls ?? []) {
      this.#calls.set(toolCallId, tripOf(input));
      if (isOpen) this.#open.add(toolCallId);
      if (approvalId !== null) this.#asked.set(approvalId, toolCallId);
    }
  }

  /** Approvals that an earlier message asked for and that were given in words. */
  get agreedElsewhere(): readonly string[] {
    return this.#agreedElsewhere;
  }

  chunks(event: RunEvent): ChatChunk[] {
    switch (event.type) {
      case "run-start":
        return this.#start(event);
      case "step-start":
        return [...this.#endStep(), ...this.#startStep()];
      case "text-delta":
        return this.#text(event.text);
      case "step-end":
        return this.#endText();
      case "tool-call":
        return this.#call(event.callId, event);
      case "tool-progress":
        return this.#progress(event);
      case "tool-result":
        return this.#result(event);
      case "approval-request":
        return this.#approvalRequest(event);
      case "approval-answer":
        return this.#approvalAnswer(event);
      case "itinerary-draft": {
        const { tripId, version, isSelected, draft } = event;
        return [itineraryChunk(tripId, { tripId, version, isSelected, draft })];
      }
      case "itinerary-checked": {
        const { tripId, version, verdict } = event;
        return [{ type: "data-verdict", id: tripId, data: { tripId, version, verdict } }];
      }
      case "sources-found":
        return this.#sources(event);
      case "repair-start":
        return [progressChunk(`Mending what the checker found: ${event.errors} to put right`, null)];
      case "answer-checked":
        return [
          { type: "data-grounding", id: "grounding", data: { isGrounded: event.isGrounded, claims: event.claims } },
        ];
      case "run-end":
        return this.#end(event);
    }
  }

  #start({ runId, modelVersion }: EventOf<"run-start">): ChatChunk[] {
    const { threadId, messageId, title } = this.#making;
    this.#metadata = { runId, threadId, modelVersion };
    return [
      { type: "start", messageId, messageMetadata: this.#metadata },
      { type: "data-thread", id: threadId, data: { threadId, title }, transient: true },
    ];
  }

  #startStep(): ChatChunk[] {
    this.#isInStep = true;
    return [{ type: "start-step" }];
  }

  /** Tools run after the model's part of a step, so the step ends with the next one. */
  #endStep(): ChatChunk[] {
    const text = this.#endText();
    if (!this.#isInStep) return text;
    this.#isInStep = false;
    return [...text, { type: "finish-step" }];
  }

  #text(delta: string): ChatChunk[] {
    if (this.#isTextOpen) return [{ type: "text-delta", id: `text-${this.#texts}`, delta }];
    this.#isTextOpen = true;
    this.#texts += 1;
    const id = `text-${this.#texts}`;
    const step = this.#isInStep ? [] : this.#startStep();
    return [...step, { type: "text-start", id }, { type: "text-delta", id, delta }];
  }

  #endText(): ChatChunk[] {
    if (!this.#isTextOpen) return [];
    this.#isTextOpen = false;
    return [{ type: "text-end", id: `text-${this.#texts}` }];
  }

  #call(toolCallId: string, { name, args }: { name: string; args: unknown }): ChatChunk[] {
    if (this.#calls.has(toolCallId)) return [];
    this.#calls.set(toolCallId, tripOf(args));
    this.#open.add(toolCallId);
    return [
      ...this.#endText(),
      { type: "tool-input-start", toolCallId, toolName: name },
      { type: "tool-input-available", toolCallId, toolName: name, input: args },
    ];
  }

  #progress({ callId, message, draft }: EventOf<"tool-progress">): ChatChunk[] {
    const said = progressChunk(message, callId);
    if (!draft) return [said];
    const tripId = this.#calls.get(callId) ?? null;
    return [said, itineraryChunk(tripId ?? callId, { tripId, version: null, isSelected: false, draft })];
  }

  /** A call that an earlier message asked about is told anew: a page refuses results of calls it does not know. */
  #result({ callId: toolCallId, name, result }: EventOf<"tool-result">): ChatChunk[] {
    if (this.#denied.has(toolCallId)) return [];
    const called = this.#call(toolCallId, { name, args: result.request });
    this.#open.delete(toolCallId);
    const { status, error } = result;
    return status === "error" && error
      ? [...called, { type: "tool-output-error", toolCallId, errorText: error.message }]
      : [...called, { type: "tool-output-available", toolCallId, output: bounded(result) }];
  }

  #approvalRequest({ approvalId, callId, name, args, asked }: EventOf<"approval-request">): ChatChunk[] {
    const called = this.#call(callId, { name, args });
    this.#asked.set(approvalId, callId);
    return [
      ...called,
      {
        type: "tool-approval-request",
        approvalId,
        toolCallId: callId,
        reason: asked.summary,
        approvalDescriptor: asked,
      },
    ];
  }

  /** A page refuses an answer to what its message never asked. */
  #approvalAnswer({ approvalId, isApproved }: EventOf<"approval-answer">): ChatChunk[] {
    const toolCallId = this.#asked.get(approvalId);
    if (toolCallId === undefined) {
      if (isApproved) this.#agreedElsewhere.push(approvalId);
      return [];
    }
    this.#asked.delete(approvalId);
    const answer: ChatChunk = { type: "tool-approval-response", approvalId, approved: isApproved };
    if (isApproved) {
      this.#open.add(toolCallId);
      return [answer];
    }
    this.#open.delete(toolCallId);
    this.#denied.add(toolCallId);
    return [answer, { type: "tool-output-denied", toolCallId }];
  }

  #sources({ tripId, version, sources }: EventOf<"sources-found">): ChatChunk[] {
    const links = sources.flatMap(({ title, url }): ChatChunk[] => {
      if (url === null || this.#urls.has(url)) return [];
      this.#urls.add(url);
      return [{ type: "source-url", sourceId: url, url, title }];
    });
    return [{ type: "data-sources", id: tripId, data: { tripId, version, sources } }, ...links];
  }

  #end({ status = "completed", durationMs, tokens, costUsd, error }: EventOf<"run-end">): ChatChunk[] {
    const messageMetadata: ChatMetadata = {
      ...this.#metadata,
      status,
      durationMs,
      ...(costUsd !== undefined && { costUsd }),
      ...(tokens && {
        usage: {
          inputTokens: tokens.input,
          outputTokens: tokens.output,
          totalTokens: tokens.input + tokens.output,
          cachedInputTokens: tokens.cached,
          reasoningTokens: tokens.reasoning,
        },
      }),
    };
    if (status === "completed") return [...this.#endStep(), { type: "finish", finishReason: "stop", messageMetadata }];
    if (status === "awaiting-approval") {
      const asked = new Set(this.#asked.values());
      const beside = [...this.#open].filter((toolCallId) => !asked.has(toolCallId));
      const waiting = beside.map(
        (toolCallId) => ({ type: "tool-output-available", toolCallId, output: WAITS }) as const,
      );
      return [...waiting, ...this.#endStep(), { type: "finish", finishReason: "tool-calls", messageMetadata }];
    }
    // A page shows a call without an end as one that still runs.
    const errorText = status === "stopped" ? STOPPED : FAILED;
    const left = [...this.#open].map((toolCallId): ChatChunk => ({ type: "tool-output-error", toolCallId, errorText }));
    const told = [
      ...this.#endText(),
      ...left,
      ...this.#endStep(),
      { type: "message-metadata", messageMetadata } as const,
    ];
    if (status === "stopped") return [...told, { type: "abort", reason: error?.message ?? STOPPED }];
    return [...told, { type: "error", errorText: error?.message ?? "The run ended unexpectedly. Try again." }];
  }
}

function itineraryChunk(id: string, data: ItineraryData): ChatChunk {
  return { type: "data-itinerary", id, data };
}

function progressChunk(message: string, toolCallId: string | null): ChatChunk {
  return { type: "data-progress", data: { message, toolCallId }, transient: true };
}

function tripOf(args: unknown): string | null {
  const isTold = typeof args === "object" && args !== null && "tripId" in args && typeof args.tripId === "string";
  return isTold ? (args.tripId as string) : null;
}

function bounded(result: ToolResult): ToolResult {
  if (JSON.stringify(result).length <= MAX_OUTPUT_CHARACTERS) return result;
  const { status, notices } = result;
  return { status, request: {}, notices: [...notices, "The whole result is too long to be shown."] };
}
