/**
 * Calls that helped and calls that did not. A call is wasted when the same was asked before with nothing written in
 * between, or when it looked something up that nothing later used; it failed when it came back with an error.
 */
import { TOOLS } from "../../tools/registry.ts";
import type { Episode, ToolCallSeen } from "../episode.ts";
import type { Score, Scorer } from "../scorer.ts";
import { MEAN_COUNT, naming } from "./counting.ts";

const READ_ONLY = new Set(TOOLS.filter(({ hints }) => hints.readOnlyHint).map(({ name }) => name));
/** Looking up is for using; reading a trip or a plan again is for telling about it. */
const LOOKS_UP = /^(?:search_|get_places$)/;

type Verdict = "needed" | "wasted" | "failed";

interface JudgedCall {
  readonly call: ToolCallSeen;
  readonly verdict: Verdict;
}

const isFailed = ({ status, errorCode }: ToolCallSeen): boolean =>
  status === "error" || status === "rate_limited" || errorCode !== null;

/** The same arguments in another order are the same. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, canonical(one)]));
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const NAME = /"(?:name|title|propertyName)":"((?:[^"\\]|\\.)+)"/g;

/** What a result can be used by: ids, and names of what it found. Nothing found is an answer too, and used as one. */
function handlesOf({ result }: ToolCallSeen): string[] {
  const { request: _, ...found } = (result !== null && typeof result === "object" ? result : {}) as Record<
    string,
    unknown
  >;
  const text = JSON.stringify(found);
  return [...new Set([...(text.match(ID) ?? []), ...[...text.matchAll(NAME)].map(([, name = ""]) => name)])];
}

/** In order; what was said and planned from a call's turn on is what it can have served. */
export function judgeCalls({ turns }: Pick<Episode, "turns">): JudgedCall[] {
  const asked = new Set<string>();
  return turns.flatMap(({ toolCalls }, turn) =>
    toolCalls.map((call, position): JudgedCall => {
      if (isFailed(call)) return { call, verdict: "failed" };
      const key = `${call.name} ${JSON.stringify(canonical(call.args))}`;
      if (!READ_ONLY.has(call.name)) {
        asked.clear();
        return { call, verdict: "needed" };
      }
      const isRepeated = asked.has(key);
      asked.add(key);
      const handles = LOOKS_UP.test(call.name) ? handlesOf(call) : [];
      const isUsed = (): boolean => {
        const later = usesAfter(turns, turn, position);
        return handles.some((handle) => later.includes(handle));
      };
      return { call, verdict: isRepeated || (handles.length > 0 && !isUsed()) ? "wasted" : "needed" };
    }),
  );
}

function usesAfter(turns: Episode["turns"], turn: number, position: number): string {
  const later = turns.slice(turn);
  const args = later.flatMap(({ toolCalls }, index) =>
    toolCalls.slice(index === 0 ? position + 1 : 0).map((call) => call.args),
  );
  const plans = later.map(({ plan }) =>
    plan ? [plan.itinerary.days, plan.trip.destinations, plan.facts.flights, plan.facts.stays] : null,
  );
  return [...later.map(({ answer }) => answer), JSON.stringify([args, plans])].join("\n");
}

/** Not where no model was asked, as with a method or a pasted plan. */
const counting =
  (counted: readonly Verdict[]): Scorer["score"] =>
  ({ episode }): Score | null => {
    if (episode.modelCalls === 0) return null;
    const calls = judgeCalls(episode).filter(({ verdict }) => counted.includes(verdict));
    const names = [...Map.groupBy(calls, ({ call }) => call.name)].map(([name, { length }]) => `${length} ${name}`);
    return { value: calls.length, explanation: `${calls.length} calls${naming(names)}` };
  };

export const toolCalls: Scorer = {
  name: "tool-calls",
  title: "Tool calls",
  formula: "calls of tools over all turns",
  ...{ ...MEAN_COUNT, better: "neither" },
  score: counting(["needed", "wasted", "failed"]),
};

export const toolCallsNeeded: Scorer = {
  name: "tool-calls-needed",
  title: "Tool calls needed",
  formula: "calls − wasted − failed",
  ...{ ...MEAN_COUNT, better: "neither" },
  score: counting(["needed"]),
};

export const toolCallsWasted: Scorer = {
  name: "tool-calls-wasted",
  title: "Tool calls wasted",
  formula:
    "readings asked before with the same arguments and nothing written in between, and searches of whose results nothing turns up in later arguments, plans or answers",
  ...MEAN_COUNT,
  score: counting(["wasted"]),
};

export const toolCallsFailed: Scorer = {
  name: "tool-calls-failed",
  title: "Tool calls failed",
  formula: "calls that came back with an error",
  ...MEAN_COUNT,
  score: counting(["failed"]),
};
