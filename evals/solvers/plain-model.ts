/**
 * One plain call of a language model: no tools, no scheduler, no checker. It is asked for an itinerary as Markdown, the
 * way people ask a chatbot, and what it writes is read like any pasted text. What the planner adds to the same model is
 * the difference between the two.
 */
import type { ModelMessage } from "ai";
import { ungroundedClaims } from "../../agents/grounding/check-grounding.ts";
import { NOTHING_KNOWN } from "../../agents/grounding/known-facts.ts";
import { knownCost, NO_COST, type RunLimits, withCost } from "../../agents/limits.ts";
import type { PlannerModel } from "../../agents/models/model.ts";
import type { FinishedModelCall } from "../../agents/models/model-attempt.ts";
import { streamFrom } from "../../agents/models/stream-model.ts";
import { promptFrom } from "../../prompts/load-prompt.ts";
import { createClock } from "../../server/clock.ts";
import { MOST_PASTED_CHARACTERS } from "../../tools/check-itinerary.ts";
import { readItineraryText } from "../../tools/read-itinerary-text.ts";
import type { ToolContext } from "../../tools/tool.ts";
import { ERROR_CODES, TripwrightError } from "../../trip/errors.ts";
import type { Trip } from "../../trip/trip.ts";
import type { Episode, PlannedWorld, TurnSeen } from "../episode.ts";
import type { Sample } from "../sample.ts";
import { draftedWorld } from "./planned-world.ts";

export const PLAIN_MODEL = "plain-model";

const PROMPT = promptFrom(
  "plain-model",
  `You plan trips. Today is {{today}}. Answer with the whole itinerary as Markdown and nothing else:
a heading for every day with its number, its date and its city, for example "## Day 1 – 2027-05-10 – Lisbon";
under it a line for every visit and meal with its times and the name of the place, for example
"- 09:30–11:00 Jerónimos Monastery". Name real places, keep to their opening hours, leave time to get from one to
the next, and keep to the budget. If what is asked cannot be done, say why instead.`,
);

export interface PlainModelSetup {
  readonly context: Omit<ToolContext, "run" | "signal">;
  readonly model: PlannerModel;
  readonly limits: Pick<RunLimits, "modelTimeoutMs" | "modelRetries">;
  readonly signal: AbortSignal;
}

/** `asked` is the trip as the planner understood it: what the plan is held to beside its own dates and cities. */
export type PlainModel = (sample: Sample, asked: Trip | null) => Promise<Episode>;

/** Throws `model_not_configured` for the offline model, which is no language model. */
export function openPlainModel(setup: PlainModelSetup): PlainModel {
  if (setup.model.version.startsWith("offline/")) {
    const message = "Expected --model to name a language model for --plain-model, got the built-in offline model.";
    throw new TripwrightError("model_not_configured", `${message} Try --model openai:<model id>, with its key set.`);
  }
  return (sample, asked) => converse(sample, asked, setup);
}

async function converse(sample: Sample, asked: Trip | null, setup: PlainModelSetup): Promise<Episode> {
  const startedAt = performance.now();
  const context = { ...setup.context, clock: createClock(sample.today) };
  const calls: FinishedModelCall[] = [];
  const turns: TurnSeen[] = [];
  const messages: ModelMessage[] = [];
  let failure: string | null = null;
  for (const said of sample.turns) {
    messages.push({ role: "user", content: said });
    try {
      const answer = await ask(sample, { messages, calls, setup });
      messages.push(...answer.messages);
      turns.push(await turnOf(said, answer.text, { asked, context, before: turns.at(-1)?.plan ?? null }));
    } catch (error) {
      if (setup.signal.aborted || !(error instanceof TripwrightError)) throw error;
      failure = `${error.code}: ${error.message}`;
      break;
    }
  }
  const sum = (of: (call: FinishedModelCall) => number): number => calls.reduce((total, call) => total + of(call), 0);
  return {
    ...{ turns, failure, modelVersion: calls.at(-1)?.modelVersion ?? setup.model.version, promptHash: PROMPT.hash },
    tokens: {
      ...{ input: sum(({ tokens }) => tokens.input), output: sum(({ tokens }) => tokens.output) },
      ...{ cached: sum(({ tokens }) => tokens.cached), reasoning: sum(({ tokens }) => tokens.reasoning) },
    },
    costUsd: knownCost(calls.reduce((cost, call) => withCost(cost, call.costUsd), NO_COST)),
    ...{ modelCalls: calls.length, latencyMs: Math.round(performance.now() - startedAt), runId: null },
  };
}

interface Asking {
  messages: readonly ModelMessage[];
  calls: FinishedModelCall[];
  setup: PlainModelSetup;
}

function ask({ today }: Sample, { messages, calls, setup }: Asking): ReturnType<typeof streamFrom> {
  return streamFrom(setup.model, {
    ...{ instructions: PROMPT.fill({ today }), promptHash: PROMPT.hash, messages: [...messages], tools: {} },
    ...{ limits: setup.limits, signal: setup.signal },
    onText: () => {},
    onCall: (call) => calls.push(call),
  });
}

interface Reading {
  asked: Trip | null;
  context: PlainModelSetup["context"];
  before: PlannedWorld | null;
}

/** Words without an itinerary in them leave the plan of the turn before as it was. */
async function turnOf(said: string, answer: string, { asked, context, before }: Reading): Promise<TurnSeen> {
  const read = await planIn(answer, asked, context);
  return {
    ...{ said, answer, status: "completed", toolCalls: [] },
    outcome: read.plan ? "planned" : "answered",
    code: read.code,
    // Without tools there is nothing that bears a name, a time or a price out.
    ungrounded: ungroundedClaims(answer, NOTHING_KNOWN),
    plan: read.plan ?? before,
  };
}

async function planIn(
  answer: string,
  asked: Trip | null,
  context: PlainModelSetup["context"],
): Promise<{ plan: PlannedWorld | null; code: string | null }> {
  if (answer.trim() === "") return { plan: null, code: "empty_request" };
  const text = answer.slice(0, MOST_PASTED_CHARACTERS);
  const options = { startDate: asked?.startDate, travelers: asked?.travelers, city: undefined };
  try {
    const { trip, draft, facts } = await readItineraryText({ text, ...options }, context);
    const isPlan = draft.days.some(({ items }) => items.some(({ type, placeId }) => type === "attraction" && placeId));
    return { plan: isPlan ? draftedWorld(asAsked(trip, asked), draft, facts) : null, code: null };
  } catch (error) {
    if (!(error instanceof TripwrightError) || ERROR_CODES[error.code].blame !== "caller") throw error;
    return { plan: null, code: error.code };
  }
}

/** Wishes and purse are the request's; dates and cities are what the model made of it, and it answers for them. */
function asAsked(trip: Trip, asked: Trip | null): Trip {
  if (!asked) return trip;
  const { travelers, childAges, budget, wishes, origin } = asked;
  return { ...trip, travelers, childAges, budget, wishes, origin };
}
