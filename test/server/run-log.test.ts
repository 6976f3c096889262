/** A run's lines say how it went, and nothing of what was said. */
import { expect, test } from "vitest";
import type { RunEvent } from "../../agents/events.ts";
import type { EventFields } from "../../server/event-log.ts";
import { createRunLog } from "../../server/run-log.ts";

const SECRET = "marzipan for my wedding";
const EVENTS: RunEvent[] = [
  { type: "run-start", runId: "r1", modelVersion: "openai/gpt-5", threadId: "t1" },
  { type: "step-start", step: 1 },
  { type: "text-delta", text: SECRET },
  { type: "tool-call", callId: "c", name: "search_cities", args: { query: SECRET } },
  { type: "tool-progress", callId: "c", name: "search_cities", message: SECRET },
  {
    type: "tool-result",
    callId: "c",
    name: "search_cities",
    result: {
      status: "error",
      request: { query: SECRET },
      notices: [SECRET],
      error: { code: "city_not_found", message: SECRET, details: {} },
    },
  },
  {
    type: "approval-request",
    approvalId: "a",
    callId: "d",
    name: "select_itinerary",
    args: {},
    asked: { summary: SECRET, changes: [] },
  },
  { type: "answer-checked", isGrounded: false, claims: [{ kind: "place", text: SECRET }] },
  {
    type: "run-end",
    runId: "r1",
    durationMs: 812,
    status: "failed",
    costUsd: null,
    error: { code: "model_failed", message: SECRET },
  },
];

test("names, codes, times and figures, never words", () => {
  const lines: [string, EventFields | undefined][] = [];
  const { listener, onModelCall } = createRunLog((event, fields) => lines.push([event, fields]));
  for (const event of EVENTS) listener(event);
  onModelCall({
    seq: 2,
    provider: "openai",
    model: "gpt-5",
    modelVersion: "openai/gpt-5-2025-08-07",
    promptHash: "abc",
    tokens: { input: 10, output: 5, cached: 0, reasoning: 0 },
    costUsd: 0.001,
    pricedAsOf: "2026-03-01",
    firstTokenMs: 320,
    durationMs: 700,
    finishReason: "stop",
    toolCalls: 1,
    errorCode: "status_429",
  });
  expect(lines.map(([event]) => event)).toEqual([
    "run-start",
    "tool-result",
    "approval-request",
    "answer-checked",
    "run-end",
    "model-call",
  ]);
  expect(lines[1]).toEqual([
    "tool-result",
    { run: "r1", tool: "search_cities", status: "error", code: "city_not_found" },
  ]);
  expect(lines[4]).toEqual([
    "run-end",
    { run: "r1", status: "failed", milliseconds: 812, usd: null, code: "model_failed" },
  ]);
  expect(lines[5]?.[1]).toMatchObject({ run: "r1", seq: 2, firstTokenMilliseconds: 320, code: "status_429" });
  expect(JSON.stringify(lines)).not.toContain(SECRET);
});
