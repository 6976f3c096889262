/**
 * Which tools a model is shown. While a conversation has no trip, what changes one has nothing to work on and would
 * cost its tokens on every call; once the model looks at a trip, all are there. A set stays the same array, so that
 * what is made from it is made once, and a service's cache of a prompt's beginning holds.
 */
import type { ModelMessage } from "ai";
import type { Tool } from "../tools/tool.ts";

const NEEDS_A_TRIP: ReadonlySet<string> = new Set([
  "update_trip",
  "edit_itinerary",
  "select_itinerary",
  "choose_offer",
  "record_feedback",
  "export_itinerary",
]);
const OPENS_A_TRIP: ReadonlySet<string> = new Set(["get_trip", "list_trips"]);

const beginnings = new WeakMap<readonly Tool[], readonly Tool[]>();

function beginningOf(tools: readonly Tool[]): readonly Tool[] {
  const known = beginnings.get(tools);
  if (known) return known;
  const beginning = tools.filter(({ name }) => !NEEDS_A_TRIP.has(name));
  beginnings.set(tools, beginning);
  return beginning;
}

function hasOpenedATrip(messages: readonly ModelMessage[]): boolean {
  return messages.some(
    ({ role, content }) =>
      role === "assistant" &&
      typeof content !== "string" &&
      content.some((part) => part.type === "tool-call" && OPENS_A_TRIP.has(part.toolName)),
  );
}

export function toolsForTurn(
  tools: readonly Tool[],
  { hasTrip, messages }: { hasTrip: boolean; messages: readonly ModelMessage[] },
): readonly Tool[] {
  return hasTrip || hasOpenedATrip(messages) ? tools : beginningOf(tools);
}
