/**
 * What a chat page gets, as types: the message of the AI SDK with our metadata, data parts and tools. A page takes it as
 * `useChat<TripwrightUIMessage>()`, so nothing in here may ask for more than types.
 */
import type { UIMessage, UIMessageChunk } from "ai";
import type { RunStatus, Source, UngroundedClaim } from "../../agents/events.ts";
import type { ApprovalRequest, ToolResult } from "../../tools/tool.ts";
import type { ItineraryDraft } from "../../trip/itinerary.ts";
import type { Verdict } from "../../trip/verdict.ts";

/** Of an assistant's message. What is only known at the end is missing until then. */
export type ChatMetadata = {
  runId: string;
  threadId: string;
  modelVersion: string;
  status?: RunStatus;
  usage?: {
    inputTokens: number;
    outputTokens: number;
    totalTokens: number;
    cachedInputTokens: number;
    reasoningTokens: number;
  };
  /** `null` when a call was made by a model without a price. */
  costUsd?: number | null;
  durationMs?: number;
};

/** The plan as far as it has come; the same id each time, so that a page shows one that changes. */
export type ItineraryData = {
  tripId: string | null;
  /** `null` while it is being made. */
  version: number | null;
  isSelected: boolean;
  draft: ItineraryDraft;
};

export type ChatData = {
  itinerary: ItineraryData;
  verdict: { tripId: string; version: number; verdict: Verdict };
  /** Transient: it is handed to `onData` and is no part of the message. */
  progress: { message: string; toolCallId: string | null };
  sources: { tripId: string; version: number; sources: Source[] };
  /** Transient. */
  thread: { threadId: string; title: string | null };
  grounding: { isGrounded: boolean; claims: UngroundedClaim[] };
};

/** A part of type `tool-<name>`; a call that waits for a yes has what is asked as `approval.descriptor`. */
export type ChatTools = Record<string, { input: unknown; output: ToolResult }>;
export type ApprovalDescriptor = ApprovalRequest;

export type TripwrightUIMessage = UIMessage<ChatMetadata, ChatData, ChatTools>;
export type ChatChunk = UIMessageChunk<ChatMetadata, ChatData>;
