/**
 * The seams of a run and of whoever watches it: its record, its live events, the conversation it is a turn of, and
 * what it used. As in `ports.ts`, everything is bound to its traveller already.
 */
import type { RunSummary } from "./plan-document.ts";

export interface TokenUsage {
  input: number;
  output: number;
  cached: number;
  reasoning: number;
}

export interface RunStart {
  input: Record<string, unknown>;
  modelVersion: string;
  promptHash: string;
  kind?: "plan" | "chat" | "background" | undefined;
  /** A turn of a conversation: its thread, the reply's own id, and the message that began it. */
  turn?: { threadId: string; messageId: string } | undefined;
  /** Of a queued job, whose row exists already. */
  runId?: string | undefined;
}
export interface RunEnd {
  tripId: string | null;
  /** The version the service reported, where it differs from what was asked for. */
  modelVersion: string;
  result: Record<string, unknown>;
  tokens: TokenUsage;
  durationMs: number;
  toolCalls: number;
  modelCalls?: number | undefined;
  firstTokenMs?: number | null | undefined;
  /** `null` when a call has no known price. */
  costUsd?: number | null | undefined;
  verdictOk?: boolean | null | undefined;
}

/** One call of a language model, as it is kept. */
export interface ModelCallRecord {
  /** From 1, within the run; a call that failed over to another model is a record of its own. */
  seq: number;
  provider: string;
  model: string;
  /** As the service reported it. */
  modelVersion: string;
  promptHash: string;
  tokens: TokenUsage;
  costUsd: number | null;
  pricedAsOf: string | null;
  firstTokenMs: number | null;
  durationMs: number;
  finishReason: string | null;
  toolCalls: number;
  errorCode: string | null;
}
/** Writes `ai_planning_jobs`. A run holds a lease while its process lives. */
export interface RunRecorder {
  startRun(run: RunStart): Promise<{ id: string }>;
  /** Extends the lease; throws `cancelled` when the run is no longer ours. */
  heartbeat(runId: string): Promise<void>;
  recordModelCall(runId: string, call: ModelCallRecord): Promise<void>;
  completeRun(runId: string, end: RunEnd): Promise<void>;
  failRun(runId: string, end: RunEnd & { error: string }): Promise<void>;
  findRun(runId: string): Promise<RunSummary | null>;
  /** Marks runs as failed whose process is gone or whose lease has expired; returns how many. */
  sweepAbandonedRuns(): Promise<number>;
}

/**
 * The live record of a run: written in small batches by the process that runs it, read by whoever watches, in any
 * process. What stands in it is the agent's events, as plain data.
 */
export interface RunEventLog {
  /** `firstSeq` counts events of the run from 0. */
  append(runId: string, batch: { firstSeq: number; events: readonly unknown[] }): Promise<void>;
  /** Events from that one on, as far as they are written, and whether the run is over. */
  read(runId: string, fromSeq: number): Promise<{ events: unknown[]; isOver: boolean }>;
  /** Throws `trip_not_found`'s like for a run that is not this traveller's. */
  requestStop(runId: string): Promise<void>;
}
/** For the process that runs them: which of these somebody has asked to stop. */
export interface StopRequests {
  stopRequested(runIds: readonly string[]): Promise<string[]>;
}

export interface ChatThread {
  id: string;
  tripId: string | null;
  title: string | null;
  updatedAt: string;
  /** The run under way; `null` when none is. */
  activeRunId: string | null;
}
/** A message as an AI SDK page keeps it; `parts` are its own. */
export interface ChatMessage {
  id: string;
  role: "user" | "assistant";
  parts: readonly Record<string, unknown>[];
  metadata?: Record<string, unknown> | undefined;
}
export interface ChatStore {
  listThreads(limit: number): Promise<ChatThread[]>;
  /** `null` for one that this traveller does not have. */
  findThread(threadId: string): Promise<ChatThread | null>;
  listMessages(threadId: string): Promise<ChatMessage[]>;
  /** Everything said in it. The trip stays. */
  deleteThread(threadId: string): Promise<void>;
}

/** What models have used, summed up. */
export interface UsageRow {
  day: string;
  model: string;
  promptHash: string;
  runs: number;
  modelCalls: number;
  tokens: TokenUsage;
  costUsd: number | null;
  plansOk: number;
  plansNotOk: number;
  ratings: number;
  averageRating: number | null;
  /** Median, milliseconds. */
  firstTokenMs: number | null;
}
export interface UsageStore {
  listUsage(range: { from: string; to: string }): Promise<UsageRow[]>;
  /** Tokens and money since that instant, runs under way included. */
  usedSince(instant: string): Promise<{ tokens: number; costUsd: number }>;
}

/** Who a request acts for, and how far it may go. */
export const SCOPES = ["read", "plan", "write"] as const;
export type Scope = (typeof SCOPES)[number];
export interface Identity {
  userId: string;
  scopes: ReadonlySet<Scope>;
}
