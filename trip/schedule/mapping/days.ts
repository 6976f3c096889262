/** A trip's days as days of the problem: bounds, pace, meals, and room for what is kept. */
import { type DayLimits, MEAL_SLOTS, mobilityOf } from "../../pace.ts";
import type { Coordinates } from "../../place.ts";
import { wayBetween } from "../../travel-times.ts";
import type { Day, MealSlot, Visit } from "../problem.ts";
import type { DayBounds } from "./day-bounds.ts";
import { costWithoutPlace } from "./eateries.ts";
import type { KeptVisit } from "./kept-visits.ts";
import type { MappingContext } from "./mapping-context.ts";
import { isJourney, mealKindAt, type Stood } from "./previous.ts";
import type { MealKind } from "./trip-problem.ts";

/** The longest rest after a sight. */
const BUFFER_MINUTES = 15;

export interface ProblemDay {
  readonly day: Day;
  readonly meals: readonly MealKind[];
}

export interface DayInput {
  readonly index: number;
  readonly bounds: DayBounds;
  readonly kept: readonly KeptVisit[];
  readonly isClosed: boolean;
}

export function problemDay(context: MappingContext, { index, bounds, kept, isClosed }: DayInput): ProblemDay {
  const { points, days, dates } = context;
  const stood = context.stood.filter(({ day: on, item }) => on === index && !isJourney(item));
  const area = days[index]?.area ?? 0;
  const pointAt = (end: Coordinates): number => (bounds.isGuessed ? points.addGuess(end, area) : points.add(end, area));
  const startPoint = pointAt(bounds.from);
  const endPoint = bounds.to === bounds.from ? startPoint : pointAt(bounds.to);
  const fixed = kept.filter(({ visit }) => visit.isFixed);
  const { startMinute, endMinute } = spanWith(context, bounds, stood);
  const way = minutesBetween(context, bounds.from, bounds.to);
  if (isClosed || startMinute + way >= endMinute) {
    return { meals: [], day: closedDay({ area, point: endPoint, minute: endMinute, limits: bounds.limits }) };
  }
  const taken = new Set(fixed.map(({ source: { item } }) => mealTaken(item)));
  const slots = MEAL_SLOTS.filter(
    ({ kind, latestMinute, earliestMinute }) =>
      !taken.has(kind) && latestMinute >= startMinute && earliestMinute < endMinute,
  );
  const meals = slots.map(
    ({ kind, earliestMinute, latestMinute, minutes }): MealSlot => ({
      earliestMinute,
      latestMinute,
      minutes,
      costWithoutPlace: costWithoutPlace(context, dates[index] ?? "", kind),
    }),
  );
  const day = { area, startPoint, endPoint, startMinute, endMinute, ...paceWith(context, bounds, fixed), meals };
  return { day, meals: slots.map(({ kind }) => kind) };
}

function mealTaken(item: KeptVisit["source"]["item"]): MealKind | null {
  if (item?.type !== "meal") return null;
  const [hours = 0, minutes = 0] = item.startTime.split(":").map(Number);
  return mealKindAt(hours * 60 + minutes);
}

/** Nobody stirs: begins and ends at one point in the same minute. */
function closedDay(at: { area: number; point: number; minute: number; limits: DayLimits }): Day {
  const { area, point, minute, limits } = at;
  return {
    area,
    startPoint: point,
    endPoint: point,
    startMinute: Math.max(0, minute),
    endMinute: Math.max(0, minute),
    maxVisits: 0,
    maxVisitMinutes: 0,
    maxWalkMeters: limits.maxWalkMeters,
    bufferMinutes: limits.bufferMinutes,
    meals: [],
  };
}

const minutesBetween = ({ trip, facts }: MappingContext, from: Coordinates, to: Coordinates): number =>
  wayBetween(from, to, mobilityOf(trip), facts.travel).durationMinutes;

/** A plan that exists may begin earlier and end later than the pace would have it, as long as they are there. */
function spanWith(
  context: MappingContext,
  { from, to, startMinute, endMinute, earliestMinute, latestMinute }: DayBounds,
  stood: readonly Stood[],
): { startMinute: number; endMinute: number } {
  let start = startMinute;
  let end = endMinute;
  for (const { place, item, startMinute: begins, endMinute: ends } of stood) {
    const location = place?.location ?? item.location;
    const out = begins - (location ? minutesBetween(context, from, location) : 0);
    const back = ends + BUFFER_MINUTES + (location ? minutesBetween(context, location, to) : 0);
    start = Math.min(start, Math.max(earliestMinute, Math.floor(out / 5) * 5));
    end = Math.max(end, Math.min(latestMinute, back));
  }
  return { startMinute: start, endMinute: end };
}

/** What the traveller has locked is theirs to decide, whatever the pace. */
function paceWith(
  context: MappingContext,
  { from, to, limits }: DayBounds,
  fixed: readonly KeptVisit[],
): Pick<Day, "maxVisits" | "maxVisitMinutes" | "maxWalkMeters" | "bufferMinutes"> {
  const sights = fixed.filter(({ visit }) => !visit.isErrand);
  const minutes = sights.reduce((sum, { visit }) => sum + visit.minutes, 0);
  const stops = fixed
    .toSorted((a, b) => (a.visit.before?.startMinute ?? 0) - (b.visit.before?.startMinute ?? 0))
    .flatMap(({ visit }) => (visit.point === null ? [] : (context.points.locations[visit.point] ?? [])));
  const mobility = mobilityOf(context.trip);
  const route = fixed.length === 0 ? [] : [from, ...stops, to];
  const walked = route.slice(1).reduce((sum, stop, index) => {
    const way = wayBetween(route[index] ?? stop, stop, mobility, context.facts.travel);
    return sum + (way.mode === "walk" ? way.distanceMeters : 0);
  }, 0);
  return {
    maxVisits: Math.max(limits.maxVisits, sights.length),
    maxVisitMinutes: Math.max(limits.maxVisitMinutes, minutes),
    maxWalkMeters: Math.max(limits.maxWalkMeters, walked),
    bufferMinutes: limits.bufferMinutes,
  };
}

/** Where the sights do not last for full days, each day has its share: better than a feast and then nothing. */
export function spread(days: readonly Day[], visits: readonly Visit[]): Day[] {
  const isOpen = ({ windows }: Visit, index: number): boolean => (windows[index]?.length ?? 0) > 0;
  return days.map((day, at) => {
    const stay = days.flatMap(({ area, maxVisits }, index) => (area === day.area && maxVisits > 0 ? [index] : []));
    const position = stay.indexOf(at);
    if (position < 0) return day;
    const sights = visits.filter(
      (visit) => !visit.isErrand && visit.area === day.area && stay.some((index) => isOpen(visit, index)),
    );
    const upTo = (count: number): number => Math.floor((count * sights.length) / stay.length);
    const before = visits.filter((visit) => visit.before?.day === at && !visit.isErrand).length;
    const share = Math.max(1, before, upTo(position + 1) - upTo(position));
    return { ...day, maxVisits: Math.min(day.maxVisits, share) };
  });
}
