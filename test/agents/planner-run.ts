/** One run of the planner graph with small tools of its own, for tests of what passes between graph and model. */
import { z } from "zod";
import type { RunEvent } from "../../agents/events.ts";
import { DEFAULT_LIMITS, type RunLimits } from "../../agents/limits.ts";
import { chooseModel, type ModelSettings } from "../../agents/models/choose-model.ts";
import { openPlanner, type PlannerParts } from "../../agents/planner.ts";
import { newTally, type RunTally } from "../../agents/run-tally.ts";
import type { PlannerStateValue } from "../../agents/state.ts";
import { loadPrompt } from "../../prompts/load-prompt.ts";
import { defineTool } from "../../tools/define-tool.ts";
import type { Tool, ToolContext } from "../../tools/tool.ts";
import { dateSchema, daysBetween } from "../../trip/calendar.ts";
import { TripwrightError } from "../../trip/errors.ts";
import { formatMoney, toMinor } from "../../trip/money.ts";
import type { ModelCallRecord } from "../../trip/ports.ts";
import type { Served } from "./openai-wire.ts";

export const TODAY = "2027-01-15";
export const KEY = "sk-test-0123456789";

const hints = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

export const countDays: Tool = defineTool({
  name: "count_days",
  title: "Count days",
  description: "Counts the days of a trip, first and last included.",
  input: z.strictObject({ from: dateSchema, to: dateSchema }),
  fields: { days: z.int() },
  hints,
  async run({ from, to }) {
    if (to < from)
      throw new TripwrightError("dates_reversed", `Expected ${to} after ${from}. Swap them.`, { from, to });
    return { status: "ok", notices: [], days: daysBetween(from, to) + 1 };
  },
});

export const showBudget: Tool = defineTool({
  name: "show_budget",
  title: "Show a budget",
  description: "Writes a budget out.",
  input: z.strictObject({ amount: z.number().positive(), currency: z.string().length(3).default("EUR") }),
  fields: { shown: z.string() },
  hints,
  async run({ amount, currency }) {
    const shown = formatMoney({ amountMinor: toMinor(amount, currency), currency });
    return { status: "ok", notices: [], shown };
  },
});

/** For tools that ask nothing of the world but the date. */
export function contextWithoutStores(signal: AbortSignal): ToolContext {
  const absent = <Port extends object>(name: string): Port =>
    new Proxy({} as Port, {
      get: (_, method) => {
        throw new Error(`This test has no ${name}, but ${String(method)} was called`);
      },
    });
  return {
    clock: { now: () => new Date("2027-01-15T09:00:00Z"), today: () => TODAY },
    catalogue: absent("catalogue"),
    trips: absent("trips"),
    offers: absent("offers"),
    feedback: absent("feedback"),
    scheduler: absent("scheduler"),
    holidays: absent("holidays"),
    run: null,
    signal,
  };
}

export interface GraphRun {
  events: RunEvent[];
  /** The state after the last node that finished. */
  latest: PlannerStateValue | null;
  /** At the end; `null` when the run failed. */
  recorded: PlannerStateValue | null;
  tally: RunTally;
  calls: ModelCallRecord[];
  failure: unknown;
}

export async function runGraph(options: {
  served: Served;
  choice?: "openai:gpt-5" | "openai:gpt-4.1" | "compatible:qwen3" | "openai:gpt-5,compatible:qwen3";
  /** Where compatible: leads, when it is not to `served`. */
  compatible?: Served;
  limits?: Partial<RunLimits>;
  tools?: readonly Tool[];
  signal?: AbortSignal;
  onEvent?: (event: RunEvent) => void;
}): Promise<GraphRun> {
  const { served, choice = "openai:gpt-5", tools = [countDays, showBudget], onEvent } = options;
  const settings: ModelSettings = {
    choice,
    openaiApiKey: KEY,
    openaiBaseUrl: served.baseUrl,
    compatibleBaseUrl: (options.compatible ?? served).baseUrl,
    compatibleApiKey: KEY,
  };
  const run: GraphRun = { events: [], latest: null, recorded: null, tally: newTally(), calls: [], failure: null };
  const signal = options.signal ?? new AbortController().signal;
  const parts: PlannerParts = {
    model: await chooseModel(settings, () => TODAY),
    tools,
    toolContext: contextWithoutStores(signal),
    prompt: loadPrompt("planner"),
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    emit: (event) => {
      run.events.push(event);
      onEvent?.(event);
    },
    tally: run.tally,
    turnContext: Promise.resolve({ today: TODAY, weekday: "friday", timeZone: null, preferences: {}, trip: null }),
    canAsk: false,
    recordModelCall: (call) => run.calls.push(call),
  };
  try {
    const states = await openPlanner().run({ request: "How long is my trip to Lisbon?" }, parts);
    for await (const state of states) run.latest = state;
    run.recorded = run.latest;
  } catch (error) {
    run.failure = error;
  }
  return run;
}

export function toolResults(run: GraphRun): { name: string; result: Record<string, unknown> }[] {
  return run.events.flatMap((event) =>
    event.type === "tool-result" ? [{ name: event.name, result: event.result }] : [],
  );
}
