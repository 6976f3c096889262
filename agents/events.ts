/** What a run tells whoever watches it, as it happens. Noun-verb, a closed set. */
import type { ToolResult } from "../tools/tool.ts";
import type { Verdict } from "../trip/verdict.ts";

export type RunEvent =
  | { type: "run-start"; runId: string; modelVersion: string }
  | { type: "step-start"; step: number }
  | { type: "text-delta"; text: string }
  | { type: "tool-call"; callId: string; name: string; args: unknown }
  | { type: "tool-result"; callId: string; name: string; result: ToolResult }
  | { type: "itinerary-checked"; tripId: string; version: number; verdict: Verdict }
  | { type: "repair-start"; attempt: number; errors: number }
  | { type: "run-end"; runId: string; durationMs: number };

export type RunListener = (event: RunEvent) => void;
