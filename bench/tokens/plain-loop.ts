/**
 * The same plan by a plain tool loop, as most agents make one: the model looks places up, reads their hours, lays the
 * days out by itself and writes all of it down. It is given our own tools and our own catalogue's answers, shown as our
 * model is shown them, and, in its favour, the plan that our scheduler found: no second try, no mistake to mend.
 */
import { modelResultOf } from "../../tools/model-result.ts";
import { modelSchemaOf } from "../../tools/model-schema.ts";
import { getTool } from "../../tools/registry.ts";
import type { Tool, ToolContext, ToolResult } from "../../tools/tool.ts";
import type { Itinerary } from "../../trip/itinerary.ts";
import { tokensIn } from "./count-tokens.ts";

const PROMPT = `You are a travel planning assistant. Plan a day-by-day itinerary for the traveller.
Use the tools to find the city and places to visit and to eat. Respect opening hours, travel times between places, meals, the traveller's interests, pace and budget. Plan realistic times for each stop. When the itinerary is complete, check it with check_itinerary, correct it if needed, and present it to the traveller with the highlights, the costs and what to book ahead.`;

const LOOPED = ["search_cities", "search_attractions", "get_places", "check_itinerary"];
const SEARCHES = [
  { text: "viewpoints", kind: "attraction", limit: 20 },
  { text: "food markets", limit: 20 },
  { text: "restaurants", kind: "eatery", limit: 20 },
  { text: "main sights", kind: "attraction", limit: 20 },
];
const MOST_PLACES_A_CALL = 20;

export interface LoopTokens {
  calls: number;
  prefix: number;
  input: number;
  output: number;
}

export interface PlainPlan {
  request: string;
  cityId: string;
  itinerary: Itinerary;
  answer: string;
}

interface Step {
  calls: { tool: Tool; args: Record<string, unknown> }[];
}

const definition = (tool: Tool): unknown => ({
  name: tool.name,
  description: tool.description,
  parameters: modelSchemaOf(tool),
});

function stepsOf({ cityId, itinerary }: PlainPlan): Step[] {
  const ids = [...new Set(itinerary.days.flatMap(({ items }) => items.flatMap(({ placeId }) => placeId ?? [])))];
  const pages = Array.from({ length: Math.ceil(ids.length / MOST_PLACES_A_CALL) }, (_, page) =>
    ids.slice(page * MOST_PLACES_A_CALL, (page + 1) * MOST_PLACES_A_CALL),
  );
  const draft = { days: itinerary.days };
  const call = (name: string, args: Record<string, unknown>) => ({ tool: getTool(name), args });
  return [
    { calls: [call("search_cities", { query: "Lisbon" })] },
    { calls: SEARCHES.map((search) => call("search_attractions", { cityId, ...search })) },
    { calls: pages.map((placeIds) => call("get_places", { placeIds })) },
    // What it has laid out is written out by the model, stop by stop.
    { calls: [call("check_itinerary", { text: JSON.stringify(draft) })] },
  ];
}

/** Every call reads all that was said before it. */
export async function plainLoopTokens(plan: PlainPlan, context: ToolContext): Promise<LoopTokens> {
  const prefix = tokensIn(PROMPT) + LOOPED.reduce((all, name) => all + tokensIn(definition(getTool(name))), 0);
  const sum: LoopTokens = { calls: 0, prefix, input: 0, output: 0 };
  let conversation = tokensIn(plan.request);
  for (const { calls } of stepsOf(plan)) {
    sum.calls += 1;
    sum.input += prefix + conversation;
    const results = await Promise.all(calls.map(({ tool, args }) => resultOf(tool, args, context)));
    const written = calls.reduce((all, { tool, args }) => all + tokensIn(tool.name) + tokensIn(args), 0);
    sum.output += written;
    conversation += written + results.reduce((all, result) => all + tokensIn(modelResultOf(result)), 0);
  }
  sum.calls += 1;
  sum.input += prefix + conversation;
  sum.output += tokensIn(plan.answer);
  return sum;
}

/** What a text may be is bounded; a plan that is longer is judged as a draft of its own would be. */
async function resultOf(tool: Tool, args: Record<string, unknown>, context: ToolContext): Promise<ToolResult> {
  const text = typeof args.text === "string" ? args.text.slice(0, 20_000) : undefined;
  return tool.call(text === undefined ? args : { ...args, text }, context);
}
