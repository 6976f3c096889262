/**
 * How much of what the trip could be worth to this traveller the plan has. Value is the scheduler's own objective
 * (`trip/schedule/evaluate.ts`), whoever made the plan: what the verdict finds an error with is taken out, and of
 * the rest what the trip's days can hold in the plan's order is counted. It is held against a bound that no plan of
 * the same trip and facts exceeds (`trip/schedule/bound`), so the share is never more than one, and the distance to
 * one is an upper limit of what is missing. Steps, no clock: the same plan has the same share everywhere.
 */
import { createHash } from "node:crypto";
import type { ItineraryDraft } from "../../trip/itinerary.ts";
import { createBound } from "../../trip/schedule/bound/bound.ts";
import { evaluate } from "../../trip/schedule/evaluate.ts";
import { planFrom } from "../../trip/schedule/mapping/from-itinerary.ts";
import { problemFrom } from "../../trip/schedule/mapping/from-trip.ts";
import { salvage } from "../../trip/schedule/mapping/salvage.ts";
import type { Plan, Stop } from "../../trip/schedule/plan.ts";
import type { Problem } from "../../trip/schedule/problem.ts";
import type { PlannedWorld } from "../episode.ts";
import type { Scorer } from "../scorer.ts";
import { MEAN_SHARE, ofPlan } from "./counting.ts";

/** Two steps by zones, up to thirty to find prices, and the rest on exact days. */
const BOUND_STEPS = 36;

/** Numbers alone: hundreds of runs' worth, and the oldest goes first. */
const MOST_BOUNDS = 5_000;
const bounds = new Map<string, number>();

/** Methods, trials and repeated requests meet the same problem again and again; solving it is what takes long. */
function boundOf(problem: Problem): number {
  const { travel, seed: _, ...rest } = problem;
  const hash = createHash("sha256").update(JSON.stringify(rest));
  for (const table of [travel.minutes, travel.meters, travel.walkMeters]) hash.update(table);
  const key = hash.digest("base64");
  const known = bounds.get(key);
  if (known !== undefined) return known;
  const bound = createBound(problem);
  bound.step(BOUND_STEPS);
  if (bounds.size >= MOST_BOUNDS) bounds.delete(bounds.keys().next().value ?? "");
  bounds.set(key, bound.value);
  return bound.value;
}

/** Without what an error of the verdict points at: nobody enjoys a locked door. */
function withoutFaults({ itinerary, verdict }: PlannedWorld): ItineraryDraft {
  const faulty = new Set(verdict.violations.filter(({ severity }) => severity === "error").map(({ path }) => path));
  const days = itinerary.days.map((day, index) => ({
    ...day,
    items: day.items.filter((_, position) => !faulty.has(`days[${index}].items[${position}]`)),
  }));
  return { days };
}

/** In lengths that the problem knows: no visit is worth more for being longer, and none is cut below its least. */
function fitted({ visits, gridMinutes }: Problem, stop: Stop): Stop {
  const visit = stop.kind === "visit" ? visits[stop.visit] : undefined;
  if (stop.kind !== "visit" || !visit) return stop;
  if (stop.minutes >= visit.minutes) return { ...stop, minutes: visit.minutes };
  const whole = Math.floor(stop.minutes / gridMinutes) * gridMinutes;
  return { ...stop, minutes: Math.max(visit.leastMinutes, whole) };
}

export interface Worth {
  readonly value: number;
  readonly bound: number;
  /** Sights and tables of the plan, and how many of them the value holds. */
  readonly stops: number;
  readonly counted: number;
}

const countOf = (plan: Plan): number => plan.flat().length;

export function worthOf(plan: PlannedWorld): Worth {
  const mapped = problemFrom(plan.trip, plan.facts);
  const { problem } = mapped;
  const all = planFrom(mapped, { previous: plan.itinerary });
  const sound = planFrom(mapped, { previous: withoutFaults(plan) });
  const held = salvage(
    problem,
    sound.plan.map((stops) => stops.map((stop) => fitted(problem, stop))),
  );
  const stops = countOf(all.plan) + all.lost.length;
  return { value: evaluate(problem, held).score, bound: boundOf(problem), stops, counted: countOf(held) };
}

export const interestCaptured: Scorer = {
  name: "interest-captured",
  title: "Interest captured",
  formula: `max(0, value of what holds of the plan under the scheduler's objective) / upper bound of any plan of the same trip (${BOUND_STEPS} steps)`,
  ...MEAN_SHARE,
  score: ofPlan((plan) => {
    const { value, bound, stops, counted } = worthOf(plan);
    if (!Number.isFinite(bound) || bound <= 0) return null;
    const share = Math.min(1, Math.max(0, value / bound));
    const part = counted < stops ? `; ${counted} of ${stops} stops hold` : "";
    return {
      value: share,
      explanation: `worth ${value.toFixed(0)}, where no plan is worth more than ${bound.toFixed(0)}${part}`,
    };
  }),
};
