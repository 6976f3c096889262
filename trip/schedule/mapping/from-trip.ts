/**
 * From a trip and what is known of the world to a scheduling problem. Everything hard (closed days,
 * diets, access, money, dates, locks) becomes a window, a missing candidate, a fixed visit or the purse;
 * everything soft becomes score.
 */
import type { PlanFacts } from "../../facts.ts";
import type { DayDraft } from "../../itinerary.ts";
import { mobilityOf } from "../../pace.ts";
import type { Trip } from "../../trip.ts";
import type { Problem } from "../problem.ts";
import { seedFrom } from "../random.ts";
import { affordable } from "./affordable.ts";
import { candidatesOf } from "./candidates.ts";
import { categoryLimits } from "./category-limits.ts";
import type { Replanning } from "./change.ts";
import { withConditions } from "./conditions.ts";
import { type DayBounds, dayBounds } from "./day-bounds.ts";
import { type ProblemDay, problemDay, spread } from "./days.ts";
import { eateryFrom } from "./eateries.ts";
import { type KeptVisit, keptVisits } from "./kept-visits.ts";
import { withTenableLocks } from "./locks.ts";
import type { MappingContext } from "./mapping-context.ts";
import { dayIndexOf, ownLegs, type Stood, stoodItems } from "./previous.ts";
import { purseOf } from "./purse.ts";
import { skeletonDays } from "./skeleton.ts";
import { Points, travelTable } from "./travel.ts";
import type { TripProblem } from "./trip-problem.ts";
import { visitsFrom } from "./visits.ts";
import { WEIGHTS } from "./weights.ts";

const GRID_MINUTES = 5;

export function problemFrom(trip: Trip, facts: PlanFacts, replanning: Replanning = {}): TripProblem {
  const change = withConditions(replanning.change, trip.conditions);
  const outline = outlineOf(trip, facts, { ...replanning, change });
  const usual = assembled(outline, GRID_MINUTES);
  const isOnGrid = usual.sources.every(
    ({ item }) => item === null || Number(item.startTime.slice(3)) % GRID_MINUTES === 0,
  );
  if (isOnGrid || usual.sources.every(({ item }, visit) => !item?.locked || usual.problem.visits[visit]?.isFixed)) {
    return usual;
  }
  return assembled(outline, 1);
}

interface Outline {
  trip: Trip;
  facts: PlanFacts;
  replanning: Replanning;
  skeleton: readonly DayDraft[];
  bounds: readonly DayBounds[];
  /** Days that are over keep everything. */
  over: ReadonlySet<number>;
  stood: readonly Stood[];
}

function outlineOf(trip: Trip, facts: PlanFacts, replanning: Replanning): Outline {
  const { previous, change } = replanning;
  const skeleton = skeletonDays(trip, facts, ownLegs(replanning));
  const dates = skeleton.map(({ date }) => date);
  const bounds = dayBounds({ trip, facts, change, days: skeleton });
  const over = new Set(dates.flatMap((date, day) => (previous && change?.now && date < change.now.date ? [day] : [])));
  const given = new Set(skeleton.flatMap(({ items }) => items));
  const stood = stoodItems(replanning, dates, facts).filter(({ item }) => !given.has(item));
  const days = skeleton.map((day, index) => {
    if (!over.has(index)) {
      // A check-in that is held already stands for the one that is reckoned.
      const held = stood.some(({ day: on, isKept, item }) => on === index && isKept && item.type === "check_in");
      return { ...day, items: [...day.items, ...(held ? [] : (bounds[index]?.items ?? []))] };
    }
    const items = previous?.days.filter((other) => dayIndexOf(other, dates) === index).flatMap(({ items: all }) => all);
    return { ...day, items: items ?? day.items };
  });
  return { trip, facts, replanning, skeleton: days, bounds, over, stood };
}

function assembled(outline: Outline, gridMinutes: number): TripProblem {
  const { trip, facts, replanning, skeleton, bounds, over } = outline;
  const areas = [...new Set(skeleton.map(({ city }) => city.id))];
  const stood = outline.stood.map((item) =>
    item.day !== null && over.has(item.day) ? { ...item, isKept: true } : item,
  );
  const context: MappingContext = {
    trip,
    facts,
    change: replanning.change,
    purse: purseOf(trip, facts),
    areas,
    dates: skeleton.map(({ date }) => date),
    days: skeleton.map(({ city }) => ({ area: areas.indexOf(city.id) })),
    stood,
    points: new Points(),
    groups: new Map(),
  };
  const open = stood.filter(({ day }) => day !== null && !over.has(day));
  const kept = keptVisits(context, open, gridMinutes);
  const days = bounds.map((day, index) => daysOf(context, { day, index, kept, isOver: over.has(index) }));
  const candidates = candidatesOf({
    trip,
    facts,
    cityIds: areas,
    stood,
    change: context.change,
  });
  const sights = visitsFrom(context, candidates.visits);
  const tables = candidates.eateries;
  const visits = [...sights.map(({ stop }) => stop), ...kept.map(({ visit }) => visit)];
  const problem: Problem = {
    days: spread(
      days.map(({ day }) => day),
      visits,
    ),
    visits,
    eateries: tables.map((place) => eateryFrom(context, place)),
    limits: categoryLimits(trip),
    budget: context.purse.purseMinor,
    gridMinutes,
    weights: WEIGHTS,
    seed: seedFrom(`${trip.startDate}|${trip.endDate}|${areas.join()}`),
    travel: travelTable(context.points, mobilityOf(trip), facts.travel),
  };
  return {
    trip,
    facts,
    days: days.map(({ meals, day: { maxVisits } }, index) => ({
      draft: skeleton[index] as DayDraft,
      meals,
      isClosed: maxVisits === 0,
    })),
    sources: [...sights.map(({ place }) => ({ place, item: null })), ...kept.map(({ source }) => source)],
    tables,
    problem: withTenableLocks(affordable(problem)),
  };
}

function daysOf(
  context: MappingContext,
  { day, index, kept, isOver }: { day: DayBounds; index: number; kept: readonly KeptVisit[]; isOver: boolean },
): ProblemDay {
  const here = kept.filter(({ visit }) => (visit.windows[index]?.length ?? 0) > 0);
  return problemDay(context, { index, bounds: day, kept: here, isClosed: isOver || day.isAway });
}
