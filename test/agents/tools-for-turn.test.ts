/** Tools that change a trip are shown once there is one, or once one is being looked at. */
import type { ModelMessage } from "ai";
import { expect, test } from "vitest";
import { toolsForTurn } from "../../agents/tools-for-turn.ts";
import { TOOLS } from "../../tools/registry.ts";

const names = (shown: readonly { name: string }[]): string[] => shown.map(({ name }) => name);
const called = (toolName: string): ModelMessage[] => [
  { role: "user", content: "What about my trip to Rome?" },
  { role: "assistant", content: [{ type: "tool-call", toolCallId: "1", toolName, input: {} }] },
];

test("before there is a trip, what plans one and what finds an earlier one", () => {
  const shown = toolsForTurn(TOOLS, { hasTrip: false, messages: called("search_cities") });
  expect(names(shown)).toEqual(
    expect.arrayContaining(["search_cities", "create_trip", "plan_itinerary", "list_trips", "get_trip"]),
  );
  for (const name of ["select_itinerary", "choose_offer", "record_feedback"]) expect(names(shown)).not.toContain(name);
});

test("all of them with a trip, or once an earlier one was looked for; always the same array", () => {
  expect(toolsForTurn(TOOLS, { hasTrip: true, messages: [] })).toBe(TOOLS);
  expect(toolsForTurn(TOOLS, { hasTrip: false, messages: called("list_trips") })).toBe(TOOLS);
  const first = toolsForTurn(TOOLS, { hasTrip: false, messages: [] });
  expect(toolsForTurn(TOOLS, { hasTrip: false, messages: [] })).toBe(first);
});
