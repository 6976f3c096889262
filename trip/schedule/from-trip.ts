/**
 * From a trip and what is known of the world to a scheduling problem. Everything hard (closed days,
 * diets, access, money, dates) becomes a window, a missing candidate or the purse; everything soft
 * becomes score.
 */
import { partyAmount, partyStyleAt } from "../budget.ts";
import { TripwrightError } from "../errors.ts";
import { estimateMeal } from "../estimate.ts";
import { convert, convertEstimate } from "../exchange.ts";
import type { PlanFacts } from "../facts.ts";
import { interestGroup, mealScore, visitScore } from "../interest.ts";
import type { DayDraft } from "../itinerary.ts";
import { minuteOf, type OpenWindow, windowsOn } from "../opening-hours.ts";
import {
  ARRIVAL_DAY_STARTS_MINUTE,
  DEPARTURE_DAY_ENDS_MINUTE,
  dayLimitsOf,
  MEAL_SLOTS,
  type MealSlot,
  mobilityOf,
} from "../pace.ts";
import { type Coordinates, isEatery, type Place } from "../place.ts";
import { suits } from "../suitability.ts";
import { destinationOn, type Trip } from "../trip.ts";
import type { Candidate, PlanProblem, ProblemDay, VisitCandidate } from "./first/problem.ts";
import { type Purse, purseOf } from "./purse.ts";
import { seedFrom } from "./random.ts";
import { skeletonDays } from "./skeleton.ts";

/** From the station to the bed and out again. */
const SETTLE_MINUTES = 45;
/** Unknown hours are planned for the middle of the day only, and reported by the checker. */
const LIKELY_WINDOW: OpenWindow = { openMinute: 630, closeMinute: 1_020, lastEntryMinute: 1_020 };
const LIKELY_MEAL_WINDOWS: readonly OpenWindow[] = [
  { openMinute: 720, closeMinute: 870, lastEntryMinute: 870 },
  { openMinute: 1_140, closeMinute: 1_290, lastEntryMinute: 1_290 },
];
const MUST_SEE_BONUS = 200;
/** The tenth-best viewpoint of a city is worth less than its score says: each next one of a kind by this much. */
const NEXT_OF_A_KIND = 0.93;
/** Nobody dines at a pastry shop, and a bar is no lunch. */
const LUNCH_ONLY = new Set(["cafe", "bakery"]);
const LUNCH_UNTIL_MINUTE = 960;

/** The candidates that keep the search fast: the best of a city's places, by score. */
const MAX_VISITS_PER_CITY = 80;
const MAX_EATERIES_PER_CITY = 40;

export function problemFrom(trip: Trip, facts: PlanFacts): PlanProblem {
  const days = skeletonDays(trip, facts);
  const purse = purseOf(trip, facts);
  const areas = [...new Set(days.map(({ city }) => city.id))];
  const suitable = [...facts.places.values()].filter((place) => areas.includes(place.cityId) && suits(place, trip));
  const context: Context = { trip, facts, days, purse, areas };
  const perCity = (places: Place[], score: (place: Place) => number, limit: number): Place[] =>
    areas.flatMap((cityId) =>
      places
        .filter((place) => place.cityId === cityId)
        .sort((a, b) => score(b) - score(a) || a.id.localeCompare(b.id))
        .slice(0, limit),
    );
  const visitRank = (place: Place): number =>
    visitScore(place, trip) + (trip.wishes.mustSee.includes(place.id) ? MUST_SEE_BONUS : 0);
  const visits = perCity(
    suitable.filter((place) => !isEatery(place)),
    visitRank,
    MAX_VISITS_PER_CITY,
  );
  const eateries = perCity(
    suitable.filter((place) => isEatery(place) && place.type !== "bar"),
    (place) => mealScore(place, trip),
    MAX_EATERIES_PER_CITY,
  );
  const candidates = diminished(visits.map((place) => visitCandidate(context, place)));
  return {
    days: spread(
      days.map((day, index) => problemDay(context, day, index)),
      candidates,
    ),
    visits: candidates,
    eateries: eateries.map((place) => eateryCandidate(context, place)),
    mobility: mobilityOf(trip),
    purseMinor: purse.purseMinor,
    seed: seedFrom(`${trip.startDate}|${trip.endDate}|${areas.join()}`),
  };
}

/** Where the sights do not last for full days, each day has its share: better than a feast and then nothing. */
function spread(days: readonly ProblemDay[], visits: readonly VisitCandidate[]): ProblemDay[] {
  const isOpen = ({ windows }: VisitCandidate, index: number): boolean => (windows[index]?.length ?? 0) > 0;
  return days.map((day, at) => {
    const stay = days.flatMap(({ area }, index) => (area === day.area ? [index] : []));
    const sights = visits.filter((visit) => visit.area === day.area && stay.some((index) => isOpen(visit, index)));
    const upTo = (count: number): number => Math.floor((count * sights.length) / stay.length);
    const position = stay.indexOf(at);
    const share = Math.max(1, upTo(position + 1) - upTo(position));
    return { ...day, limits: { ...day.limits, maxVisits: Math.min(day.limits.maxVisits, share) } };
  });
}

interface Context {
  trip: Trip;
  facts: PlanFacts;
  days: readonly DayDraft[];
  purse: Purse;
  areas: readonly string[];
}

function problemDay(context: Context, day: DayDraft, index: number): ProblemDay {
  const { trip, facts, days, areas } = context;
  const limits = dayLimitsOf(trip);
  const isFirst = index === 0 && days.length > 1;
  const isLast = index === days.length - 1 && days.length > 1;
  const arrived = Math.max(settledMinute(day), settledMinute(days[index - 1]) - 1440);
  const startMinute = Math.max(limits.startMinute, arrived, isFirst ? ARRIVAL_DAY_STARTS_MINUTE : 0);
  const endMinute = isLast ? Math.min(limits.endMinute, DEPARTURE_DAY_ENDS_MINUTE) : limits.endMinute;
  const meals = MEAL_SLOTS.filter((slot) => slot.latestMinute >= startMinute && slot.earliestMinute < endMinute);
  return {
    area: areas.indexOf(day.city.id),
    startMinute,
    endMinute,
    base: middleOf(day.city, facts),
    limits,
    meals,
    mealWithoutPlaceMinor: meals.map(({ kind }) => mealWithoutPlace(context, day.date, kind)),
  };
}

/** Where a day begins and ends while no bed is chosen. A city without facts cannot be planned in: no place stands in for it. */
function middleOf({ id, name }: DayDraft["city"], { cities }: PlanFacts): Coordinates {
  const city = cities.get(id);
  if (city) return city.location;
  throw new TripwrightError("internal", `Expected the facts of ${name} before planning there, got none.`, {
    cityId: id,
  });
}

/** When the day's leg has brought the party to its bed, on that day's clock: a long one ends on the day after. */
function settledMinute(day: DayDraft | undefined): number {
  const transfer = day?.items[0];
  return transfer ? minuteOf(transfer.endTime) + (transfer.endsNextDay ? 1440 : 0) + SETTLE_MINUTES : 0;
}

function mealWithoutPlace({ trip, facts, purse }: Context, date: string, kind: MealSlot["kind"]): number {
  const destination = destinationOn(trip, date);
  const party = destination ? partyStyleAt(trip, destination.countryCode, facts) : null;
  if (!party) return 0;
  const estimate = convertEstimate(
    estimateMeal({ ...party, style: purse.mealStyle }, kind),
    purse.currency,
    facts.rates,
  );
  return estimate?.lowMinor ?? 0;
}

function visitCandidate(context: Context, place: Place): VisitCandidate {
  const { trip, facts, days, purse } = context;
  const admission =
    place.admission && convert(partyAmount(place.admission, trip.travelers), purse.currency, facts.rates);
  const isMustSee = trip.wishes.mustSee.includes(place.id);
  return {
    id: place.id,
    area: context.areas.indexOf(place.cityId),
    location: place.location,
    score: visitScore(place, trip) + (isMustSee ? MUST_SEE_BONUS : 0),
    minutes: Math.ceil(place.visitMinutes / 5) * 5,
    costMinor: admission?.amountMinor ?? 0,
    windows: days.map(({ date }) => windowsOn(place.hours, date) ?? [LIKELY_WINDOW]),
    group: `${place.cityId}:${interestGroup(place, trip)}`,
    isMustSee,
  };
}

function eateryCandidate({ trip, facts, days, purse, areas }: Context, place: Place): Candidate {
  const estimate = place.mealEstimate && convertEstimate(place.mealEstimate, purse.currency, facts.rates);
  const perPerson = estimate ? Math.round((estimate.lowMinor + estimate.highMinor) / 2) : 0;
  return {
    id: place.id,
    area: areas.indexOf(place.cityId),
    location: place.location,
    score: mealScore(place, trip),
    minutes: 0,
    costMinor: perPerson * trip.travelers,
    windows: days.map(({ date }) => mealWindows(place, date)),
  };
}

/** Candidates come best first, so the position within a group is the rank. */
function diminished(candidates: VisitCandidate[]): VisitCandidate[] {
  const seen = new Map<string, number>();
  return candidates.map((candidate) => {
    const rank = seen.get(candidate.group) ?? 0;
    seen.set(candidate.group, rank + 1);
    return candidate.isMustSee ? candidate : { ...candidate, score: candidate.score * NEXT_OF_A_KIND ** rank };
  });
}

function mealWindows(place: Place, date: string): readonly OpenWindow[] {
  const windows = windowsOn(place.hours, date) ?? LIKELY_MEAL_WINDOWS;
  if (!LUNCH_ONLY.has(place.type)) return windows;
  return windows
    .filter(({ openMinute }) => openMinute < LUNCH_UNTIL_MINUTE)
    .map((window) => ({ ...window, lastEntryMinute: Math.min(window.lastEntryMinute, LUNCH_UNTIL_MINUTE) }));
}
