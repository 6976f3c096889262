/**
 * The heart of it: facts → problem → search → draft → verdict → a new version. What the model wanted
 * is in the trip; where things go and when is computed here; whether it holds is the checker's word.
 */
import { z } from "zod";
import { budgetOf, budgetSchema } from "../trip/budget.ts";
import { check } from "../trip/check/check.ts";
import { TripwrightError } from "../trip/errors.ts";
import type { PlanFacts } from "../trip/facts.ts";
import { formatMoney, minorDigits } from "../trip/money.ts";
import { conflictSentences } from "../trip/schedule/mapping/conflict-words.ts";
import { problemFrom } from "../trip/schedule/mapping/from-trip.ts";
import { purseOf } from "../trip/schedule/mapping/purse.ts";
import { itineraryFrom } from "../trip/schedule/mapping/to-itinerary.ts";
import type { TripProblem } from "../trip/schedule/mapping/trip-problem.ts";
import { LEFT_OUT_REASONS, type Solution } from "../trip/schedule/solution.ts";
import type { Trip } from "../trip/trip.ts";
import { verdictSchema } from "../trip/verdict.ts";
import { defineTool } from "./define-tool.ts";
import { itineraryOutlineSchema, outlineOf } from "./itinerary-outline.ts";
import { loadFacts } from "./load-facts.ts";
import type { Tool, ToolContext } from "./tool.ts";

const leftOutSchema = z.object({
  placeId: z.uuid(),
  name: z.string(),
  reason: z.enum(LEFT_OUT_REASONS),
});
const scoreSchema = z
  .object({
    total: z.number(),
    terms: z.record(z.string(), z.number()),
    bound: z.number().nullable().describe("no plan of this trip is worth more"),
  })
  .describe("what the plan is worth to this traveller, gains and costs by term; comparable within one trip only");

/** Terms that play no part are left out. */
function scoreOf({ score, terms }: Solution, bound: number): z.infer<typeof scoreSchema> {
  const rounded = Object.entries(terms).map(([term, worth]) => [term, Math.round(worth)] as const);
  const most = Number.isFinite(bound) ? Math.ceil(bound) : null;
  return {
    total: Math.round(score),
    bound: most,
    terms: Object.fromEntries(rounded.filter(([, worth]) => worth !== 0)),
  };
}
/** The best of what is missing; nobody reads forty. */
const LEFT_OUT_SHOWN = 5;

/** Throws `budget_too_small`, naming the smallest budget that would do. */
function requireAffordable(trip: Trip, facts: PlanFacts): void {
  if (!trip.budget) return;
  const { smallestBudgetMinor, currency } = purseOf(trip, facts);
  if (trip.budget.amountMinor >= smallestBudgetMinor) return;
  const unit = 10 ** minorDigits(currency);
  const smallest = { amountMinor: Math.ceil(smallestBudgetMinor / unit) * unit, currency };
  throw new TripwrightError(
    "budget_too_small",
    `No plan can be made with ${formatMoney(trip.budget)}: the simplest beds, meals and transport for this trip are ` +
      `reckoned at ${formatMoney(smallest)}. Raise the budget to ${formatMoney(smallest)} or more, or travel for fewer days.`,
    { budget: trip.budget, smallestBudget: smallest },
  );
}

function without(facts: PlanFacts, avoid: readonly string[]): PlanFacts {
  return { ...facts, places: new Map([...facts.places].filter(([id]) => !avoid.includes(id))) };
}

function leftOutOf({ problem, sources }: TripProblem, { leftOut }: Solution): z.infer<typeof leftOutSchema>[] {
  return leftOut
    .flatMap(({ visit, reason }) => {
      const place = sources[visit]?.place;
      return place ? [{ placeId: place.id, name: place.name, reason, score: problem.visits[visit]?.score ?? 0 }] : [];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, LEFT_OUT_SHOWN)
    .map(({ placeId, name, reason }) => ({ placeId, name, reason }));
}

/** Why not everything that was insisted on is in the plan, and what would help; `null` when it is. */
async function conflictIn(mapped: TripProblem, { leftOut }: Solution, context: ToolContext): Promise<string | null> {
  const isInsistedOn = ({ visit }: { visit: number }): boolean => {
    const { isMustSee = false, isFixed = false } = mapped.problem.visits[visit] ?? {};
    return isMustSee || isFixed;
  };
  if (!leftOut.some(isInsistedOn)) return null;
  const conflict = await context.scheduler.findConflict(mapped.problem, { signal: context.signal });
  return conflict && conflictSentences(mapped, conflict);
}

export const planItinerary: Tool = defineTool({
  name: "plan_itinerary",
  title: "Plan the itinerary",
  description:
    "Places visits and meals on the trip's days within opening hours, travel times, pace and budget, checks the result and stores it as a new version. You choose what the traveller wants in create_trip; this tool chooses days and times.",
  input: z.strictObject({
    tripId: z.uuid(),
    avoid: z.array(z.uuid()).max(60).default([]).describe("place ids to leave out, e.g. after violations"),
    select: z.boolean().default(true).describe("make it the trip's plan if the checker finds no error"),
  }),
  fields: {
    itinerary: itineraryOutlineSchema,
    verdict: verdictSchema,
    budget: budgetSchema,
    leftOut: z.array(leftOutSchema),
    score: scoreSchema,
    conflict: z.string().nullable().describe("what was insisted on and cannot be had together, and the ways out"),
  },
  hints: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
  async run({ tripId, avoid, select }, context) {
    const trip = await context.trips.getTrip(tripId);
    const facts = await loadFacts(context, trip, { stored: true });
    requireAffordable(trip, facts);
    const mapped = problemFrom(trip, without(facts, avoid));
    const { scheduler, signal } = context;
    const [solution, bound] = await Promise.all([
      scheduler.solve(mapped.problem, { signal }),
      scheduler.bound(mapped.problem, { signal }),
    ]);
    const conflict = await conflictIn(mapped, solution, context);
    const draft = itineraryFrom(mapped, solution.days);
    if (!draft.days.some(({ items }) => items.some(({ type }) => type === "attraction"))) {
      throw new TripwrightError(
        "nothing_fits",
        `Nothing in the catalogue is open and suitable on these days. ${conflict ?? "Try other dates, or fewer requirements."}`,
        { tripId },
      );
    }
    const verdict = check(trip, draft, facts);
    context.signal.throwIfAborted();
    const stored = await context.trips.saveItinerary({
      tripId,
      draft,
      verdict,
      parentId: null,
      generatedBy: "ai",
      aiModelVersion: context.run?.modelVersion ?? null,
      runId: context.run?.id ?? null,
      select: select && verdict.ok,
    });
    return {
      status: "ok",
      notices: [
        ...(verdict.ok ? [] : ["The checker found errors: this version was stored but not selected."]),
        ...(conflict === null ? [] : [conflict]),
      ],
      itinerary: outlineOf(stored.itinerary),
      verdict,
      budget: budgetOf(trip, draft, facts),
      leftOut: leftOutOf(mapped, solution),
      score: scoreOf(solution, bound),
      conflict,
    };
  },
});
