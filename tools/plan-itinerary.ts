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
import type { PlanProblem, PlanSolution } from "../trip/schedule/first/problem.ts";
import { problemFrom } from "../trip/schedule/from-trip.ts";
import { purseOf } from "../trip/schedule/purse.ts";
import { itineraryFrom } from "../trip/schedule/to-itinerary.ts";
import type { Trip } from "../trip/trip.ts";
import { verdictSchema } from "../trip/verdict.ts";
import { defineTool } from "./define-tool.ts";
import { itineraryOutlineSchema, outlineOf } from "./itinerary-outline.ts";
import { loadFacts } from "./load-facts.ts";
import type { Tool } from "./tool.ts";

const leftOutSchema = z.object({
  placeId: z.uuid(),
  name: z.string(),
  reason: z.enum(["closed_on_every_day", "beyond_the_budget", "no_time_left", "lower_interest"]),
});
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

function leftOutOf(problem: PlanProblem, solution: PlanSolution, facts: PlanFacts): z.infer<typeof leftOutSchema>[] {
  return solution.leftOut
    .flatMap(({ visit, reason }) => {
      const candidate = problem.visits[visit];
      const place = candidate && facts.places.get(candidate.id);
      return place ? [{ placeId: place.id, name: place.name, reason, score: candidate.score }] : [];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, LEFT_OUT_SHOWN)
    .map(({ placeId, name, reason }) => ({ placeId, name, reason }));
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
  },
  hints: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
  async run({ tripId, avoid, select }, context) {
    const trip = await context.trips.getTrip(tripId);
    const facts = await loadFacts(context, trip, { stored: true });
    requireAffordable(trip, facts);
    const problem = problemFrom(trip, without(facts, avoid));
    const solution = await context.scheduler.solve(problem, { signal: context.signal });
    const draft = itineraryFrom({ trip, facts, problem }, solution);
    if (!draft.days.some(({ items }) => items.some(({ type }) => type === "attraction"))) {
      throw new TripwrightError(
        "nothing_fits",
        "Nothing in the catalogue is open and suitable on these days. Try other dates, or fewer requirements.",
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
      notices: verdict.ok ? [] : ["The checker found errors: this version was stored but not selected."],
      itinerary: outlineOf(stored.itinerary),
      verdict,
      budget: budgetOf(trip, draft, facts),
      leftOut: leftOutOf(problem, solution, facts),
    };
  },
});
