/**
 * "Plan this trip and store it": facts → problem → search → draft → verdict → a new version. What the model wanted is
 * in the trip; where things go and when is computed here; whether it holds is the checker's word. What the traveller
 * has locked or done in the plan in force stays in it.
 */
import { z } from "zod";
import { budgetOf, budgetSchema } from "../trip/budget.ts";
import { check } from "../trip/check/check.ts";
import { TripwrightError } from "../trip/errors.ts";
import type { PlanFacts } from "../trip/facts.ts";
import type { ItineraryDraft } from "../trip/itinerary.ts";
import { leftOutNotes } from "../trip/left-out.ts";
import { formatMoney, minorDigits } from "../trip/money.ts";
import type { Replanning } from "../trip/schedule/mapping/change.ts";
import { conflictSentences } from "../trip/schedule/mapping/conflict-words.ts";
import { problemFrom } from "../trip/schedule/mapping/from-trip.ts";
import { purseOf } from "../trip/schedule/mapping/purse.ts";
import { itineraryFrom } from "../trip/schedule/mapping/to-itinerary.ts";
import type { TripProblem } from "../trip/schedule/mapping/trip-problem.ts";
import { LEFT_OUT_REASONS, type Solution } from "../trip/schedule/solution.ts";
import type { Trip } from "../trip/trip.ts";
import { type Verdict, verdictSchema } from "../trip/verdict.ts";
import { itineraryOutlineSchema, outlineOf } from "./itinerary-outline.ts";
import { loadFacts } from "./load-facts.ts";
import { outlookFor, unansweredNotices } from "./outlook.ts";
import type { ToolContext } from "./tool.ts";

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

export const planFields = {
  itinerary: itineraryOutlineSchema,
  verdict: verdictSchema,
  budget: budgetSchema,
  leftOut: z.array(leftOutSchema),
  score: scoreSchema,
  conflict: z.string().nullable().describe("what was insisted on and cannot be had together, and the ways out"),
};
export type MadePlan = { [Key in keyof typeof planFields]: z.input<(typeof planFields)[Key]> } & { notices: string[] };

/** Locked, done, or history: what a new plan has to live with. */
function keptOf({ days }: ItineraryDraft): ItineraryDraft {
  return {
    days: days.map((day) => ({ ...day, items: day.items.filter((item) => item.locked || item.status !== "planned") })),
  };
}

/** What was skipped is not proposed again; what lies before today is over. */
function replanningOf(
  base: ItineraryDraft | null,
  { startDate }: Trip,
  { today, rainyDates }: { today: string; rainyDates: readonly string[] },
): Replanning {
  if (!base) return rainyDates.length > 0 ? { change: { rainyDates } } : {};
  const skipped = base.days.flatMap(({ items }) =>
    items.flatMap(({ status, placeId }) => (status === "skipped" && placeId !== null ? [placeId] : [])),
  );
  const now = today > startDate ? { now: { date: today, minute: 0 } } : {};
  return { previous: today > startDate ? base : keptOf(base), change: { avoid: skipped, rainyDates, ...now } };
}

function requireSomething({ days }: ItineraryDraft, tripId: string, conflict: string | null): void {
  if (days.some(({ items }) => items.some(({ type }) => type === "attraction"))) return;
  throw new TripwrightError(
    "nothing_fits",
    `Nothing in the catalogue is open and suitable on these days. ${conflict ?? "Try other dates, or fewer requirements."}`,
    { tripId },
  );
}

/** Throws `budget_too_small` and `nothing_fits`. */
export async function makePlan(
  trip: Trip,
  context: ToolContext,
  { avoid = [], select = true }: { avoid?: readonly string[]; select?: boolean } = {},
): Promise<MadePlan> {
  const current = await context.trips.findItinerary(trip.id);
  const selected = current?.itinerary.isSelected ? current.itinerary : null;
  const options = selected ? { itinerary: selected, stored: true } : { stored: true };
  const [facts, outlook] = await Promise.all([loadFacts(context, trip, options), outlookFor(trip, context)]);
  requireAffordable(trip, facts);
  context.report?.({ message: "Read what is open and how far apart it is" });
  const { today } = facts;
  const replanning = replanningOf(selected, trip, { today, rainyDates: outlook.rainyDates });
  const mapped = problemFrom(trip, without(facts, avoid), replanning);
  const { scheduler, signal } = context;
  const [solution, bound] = await Promise.all([
    scheduler.solve(mapped.problem, { signal }),
    scheduler.bound(mapped.problem, { signal }),
  ]);
  const conflict = await conflictIn(mapped, solution, context);
  const draft = itineraryFrom(mapped, solution.days, selected ?? undefined);
  requireSomething(draft, trip.id, conflict);
  context.report?.({ message: "Placed the visits and meals", draft });
  const verdict = check(trip, draft, facts, selected ?? undefined);
  context.report?.({ message: verdict.ok ? "Checked the plan: it holds" : "Checked the plan: it has errors", draft });
  signal.throwIfAborted();
  const itinerary = await store(context, { trip, draft, verdict, selected, select });
  return {
    notices: [
      ...(verdict.ok ? [] : ["The checker found errors: this version was stored but not selected."]),
      ...(conflict === null ? [] : [conflict]),
      ...leftOutNotes(trip, draft, facts),
      ...outlook.notices,
      ...unansweredNotices([...(facts.unanswered ?? []), ...outlook.failures]),
    ],
    itinerary,
    verdict,
    budget: budgetOf(trip, draft, facts),
    leftOut: leftOutOf(mapped, solution),
    score: scoreOf(solution, bound),
    conflict,
  };
}

interface Storing {
  trip: Trip;
  draft: ItineraryDraft;
  verdict: Verdict;
  selected: { id: string; version: number } | null;
  select: boolean;
}

async function store(
  { trips, run }: ToolContext,
  { trip, draft, verdict, selected, select }: Storing,
): Promise<MadePlan["itinerary"]> {
  const stored = await trips.saveItinerary({
    ...{ tripId: trip.id, draft, verdict, parentId: selected?.id ?? null, generatedBy: "ai" },
    aiModelVersion: run?.modelVersion ?? null,
    runId: run?.id ?? null,
    select: select && verdict.ok,
    // What was changed while this was being worked out is not passed over.
    ...(select && verdict.ok && selected && { expectedVersion: selected.version }),
  });
  return outlineOf(stored.itinerary);
}
