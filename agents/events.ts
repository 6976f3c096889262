/**
 * What a run tells whoever watches it, as it happens. Noun-verb, a closed set, plain data: the same events make a
 * command's progress lines, a chat's stream, and the record that a second process replays.
 */
import type { ApprovalRequest, ToolResult } from "../tools/tool.ts";
import type { ItineraryDraft } from "../trip/itinerary.ts";
import type { TokenUsage } from "../trip/ports.ts";
import type { Verdict } from "../trip/verdict.ts";

/** How a run ended. `awaiting-approval`: it goes on when the person has answered. */
export type RunStatus = "completed" | "awaiting-approval" | "stopped" | "failed";

/** A name, time or price of the answer that no tool of the thread returned. */
export interface UngroundedClaim {
  kind: "place" | "time" | "price";
  text: string;
}

/** A place that the plan rests on, and who says so. */
export interface Source {
  title: string;
  url: string | null;
  attribution: string;
}

export type RunEvent =
  | { type: "run-start"; runId: string; modelVersion: string; threadId?: string; messageId?: string }
  | { type: "step-start"; step: number }
  | { type: "text-delta"; text: string }
  | { type: "step-end"; step: number }
  | { type: "tool-call"; callId: string; name: string; args: unknown }
  | { type: "tool-progress"; callId: string; name: string; message: string; draft?: ItineraryDraft | undefined }
  | { type: "tool-result"; callId: string; name: string; result: ToolResult }
  | {
      type: "approval-request";
      approvalId: string;
      callId: string;
      name: string;
      args: unknown;
      asked: ApprovalRequest;
    }
  | { type: "approval-answer"; approvalId: string; callId: string; isApproved: boolean }
  | { type: "itinerary-draft"; tripId: string; version: number; isSelected: boolean; draft: ItineraryDraft }
  | { type: "itinerary-checked"; tripId: string; version: number; verdict: Verdict }
  | { type: "sources-found"; tripId: string; version: number; sources: Source[] }
  | { type: "repair-start"; attempt: number; errors: number }
  | { type: "answer-checked"; isGrounded: boolean; claims: UngroundedClaim[] }
  | {
      type: "run-end";
      runId: string;
      durationMs: number;
      status?: RunStatus;
      tokens?: TokenUsage;
      costUsd?: number | null;
      error?: { code: string; message: string };
    };

export type RunListener = (event: RunEvent) => void;
