/** From a trip through several cities, its wishes for nights and order, and the facts to the problem in numbers. */
import { currencyOf, partyStyleAt } from "../../budget.ts";
import { datesFrom, daysBetween } from "../../calendar.ts";
import {
  estimateFare,
  estimateLocalTransport,
  estimateLodging,
  estimateMeal,
  type PartyStyle,
} from "../../estimate.ts";
import { convertEstimate } from "../../exchange.ts";
import type { PlanFacts } from "../../facts.ts";
import { distanceMeters, intercityTravel } from "../../geo.ts";
import type { Estimate } from "../../money.ts";
import { ARRIVAL_DAY_STARTS_MINUTE, DEPARTURE_DAY_ENDS_MINUTE, dayLimitsOf, SETTLE_MINUTES } from "../../pace.ts";
import type { Coordinates } from "../../place.ts";
import type { Destination, TravelStyle, Trip } from "../../trip.ts";
import { TRANSFER_STARTS_MINUTE } from "../mapping/skeleton.ts";
import { type CityDays, dayValuesOf, shareOfDays } from "./day-values.ts";
import type { CitiesProblem, CityToVisit, LegOption } from "./problem.ts";

/** How the nights may be shared out. Lists and indices go with the trip's destinations. */
export interface StayWishes {
  /** `null` where nothing was said: one night at least, any number at most. */
  readonly minNights: readonly (number | null)[];
  readonly maxNights: readonly (number | null)[];
  /** May be left out, unless a sight there was asked for by name. */
  readonly optional: readonly number[];
  /** Else the order of the destinations is kept, but for the first and the last city. */
  readonly orderIsOpen: boolean;
  readonly firstCity: number | null;
  readonly lastCity: number | null;
}

/** How dear the days are reckoned: at a style's middle, or the least that the trip can be made with. */
export interface CostLevel {
  readonly style: TravelStyle;
  readonly isLeast: boolean;
}

/** A minute on the way is worth this much less than nothing, beside the sights it costs. */
const TRAVEL_MINUTE_COST = 0.15;
/** Saving all of a day's money is worth this share of what the day is worth. Small: where money is short, the budget says so. */
const MONEY_SHARE = 0.25;
/** Longer under way than a day and a night: the leg is reckoned all the same. */
const ANY_TIME = 4_320;

interface Context extends CityDays {
  level: CostLevel;
  currency: string;
  days: number;
}

function amountOf({ level, currency, facts }: Context, estimate: Estimate): number | null {
  const converted = convertEstimate(estimate, currency, facts.rates);
  if (!converted) return null;
  return level.isLeast ? converted.lowMinor : Math.round((converted.lowMinor + converted.highMinor) / 2);
}

interface Expenses {
  night: number;
  day: number;
}

function expensesIn(context: Context, { countryCode }: Destination): Expenses | null {
  const known = partyStyleAt(context.trip, countryCode, context.facts);
  if (!known) return null;
  const party: PartyStyle = { ...known, style: context.level.style };
  const meals = (["breakfast", "lunch", "dinner"] as const).map((meal) => estimateMeal(party, meal));
  const night = amountOf(context, estimateLodging(party, 1));
  const everyday = [...meals, estimateLocalTransport(party, 1)].map((estimate) => amountOf(context, estimate) ?? 0);
  return night === null ? null : { night, day: everyday.reduce((sum, amount) => sum + amount, 0) };
}

/** Where nobody knows what a day costs, the mean of the others neither draws the traveller there nor keeps them away. */
function expensesOf(context: Context): Expenses[] {
  const found = context.trip.destinations.map((destination) => expensesIn(context, destination));
  const known = found.filter((expenses) => expenses !== null);
  const mean = (pick: (expenses: Expenses) => number): number =>
    Math.round(known.reduce((sum, expenses) => sum + pick(expenses), 0) / Math.max(1, known.length));
  const usual = { night: mean(({ night }) => night), day: mean(({ day }) => day) };
  return found.map((expenses) => expenses ?? usual);
}

function legBetween(context: Context, from: Destination, to: Destination): LegOption[] {
  const [start, end] = [from, to].map(({ cityId }) => context.facts.cities.get(cityId)?.location);
  if (!start || !end) return [];
  if (from.cityId === to.cityId) return [{ mode: "walk", departMinute: 0, minutes: 0, cost: 0 }];
  const { mode, distanceMeters: meters, durationMinutes } = intercityTravel(start, end);
  const fare = estimateFare(mode === "flight" ? "flight" : "train", meters, context.trip.travelers);
  const cost = amountOf(context, fare) ?? 0;
  return [{ mode, departMinute: TRANSFER_STARTS_MINUTE, minutes: durationMinutes, cost }];
}

/** As the budget reckons it: by air, in time for the first day, and when the last one is over. */
function legWithHome(context: Context, home: Coordinates, city: Destination, isOutward: boolean): LegOption[] {
  const there = context.facts.cities.get(city.cityId)?.location;
  if (!there) return [];
  const minutes = intercityTravel(home, there).durationMinutes;
  const cost = amountOf(context, estimateFare("flight", distanceMeters(home, there), context.trip.travelers)) ?? 0;
  const departMinute = isOutward ? ARRIVAL_DAY_STARTS_MINUTE - SETTLE_MINUTES - minutes : DEPARTURE_DAY_ENDS_MINUTE;
  return [{ mode: "flight", departMinute, minutes, cost }];
}

function legsOf(context: Context): LegOption[][][] {
  const { destinations, origin } = context.trip;
  const rows = destinations.map((from) => [
    ...destinations.map((to) => (from === to ? [] : legBetween(context, from, to))),
    ...(origin ? [legWithHome(context, origin.location, from, false)] : []),
  ]);
  if (!origin) return rows;
  return [...rows, [...destinations.map((to) => legWithHome(context, origin.location, to, true)), []]];
}

/** The cities in the order in which they come where nothing else is to be chosen. */
export function saidOrder({ destinations }: Pick<Trip, "destinations">, { firstCity, lastCity }: StayWishes): number[] {
  const between = destinations.map((_, index) => index).filter((index) => index !== firstCity && index !== lastCity);
  return [...(firstCity === null ? [] : [firstCity]), ...between, ...(lastCity === null ? [] : [lastCity])];
}

/** Days enough for every city but one night short: the last one is seen on the day of leaving. */
function dayTripAtTheEnd(trip: Trip, nights: number, wishes: StayWishes): number | null {
  const isShort = nights === trip.destinations.length - 1 && wishes.optional.length === 0;
  return isShort ? (saidOrder(trip, wishes).at(-1) ?? null) : null;
}

function citiesOf(context: Context, wishes: StayWishes, expenses: readonly Expenses[]): CityToVisit[] {
  const { trip, days } = context;
  const nights = days - 1;
  const dayTrip = dayTripAtTheEnd(trip, nights, wishes);
  const ids = trip.destinations.map(({ cityId }) => cityId);
  const order = saidOrder(trip, wishes);
  const insistsOn = new Set(trip.wishes.mustSee.map((id) => context.facts.places.get(id)?.cityId));
  const values = new Map([...new Set(ids)].map((id) => [id, dayValuesOf(id, context)]));
  return ids.map((id, index) => ({
    minNights: wishes.minNights[index] ?? Math.min(index === dayTrip ? 0 : 1, wishes.maxNights[index] ?? 1),
    maxNights: wishes.maxNights[index] ?? nights,
    isMandatory: !wishes.optional.includes(index) || insistsOn.has(id),
    rank: wishes.orderIsOpen ? null : order.indexOf(index),
    arriveFromNight: 0,
    arriveByNight: nights,
    latestArrivalMinute: ANY_TIME,
    nightCost: expenses[index]?.night ?? 0,
    dayCost: expenses[index]?.day ?? 0,
    dayValues: shareOfDays(
      values.get(id) ?? [],
      ids.slice(0, index).filter((other) => other === id).length,
      ids.filter((other) => other === id).length,
    ),
  }));
}

/** What a minor unit is worth: a share of what the first day in a city is worth for what it costs. */
function moneyWeight(cities: readonly CityToVisit[]): number {
  const value = cities.reduce((sum, { dayValues }) => sum + (dayValues[0] ?? 0), 0);
  const cost = cities.reduce((sum, { nightCost, dayCost }) => sum + nightCost + dayCost, 0);
  return cost === 0 ? 0 : (MONEY_SHARE * value) / cost;
}

/** The trip's destinations say which cities, and in which order they were named; their dates do not matter. */
export function citiesProblemOf(trip: Trip, facts: PlanFacts, wishes: StayWishes, level: CostLevel): CitiesProblem {
  const dates = datesFrom(trip.startDate, trip.endDate);
  const context: Context = { trip, facts, dates, level, currency: currencyOf(trip, facts), days: dates.length };
  const { startMinute, endMinute } = dayLimitsOf(trip);
  const cities = citiesOf(context, wishes, expensesOf(context));
  const home = trip.origin ? trip.destinations.length : null;
  const nights = daysBetween(trip.startDate, trip.endDate);
  return {
    cities,
    nights,
    legs: legsOf(context),
    startPoint: home,
    endPoint: home,
    firstCity: wishes.firstCity,
    lastCity: dayTripAtTheEnd(trip, nights, wishes) ?? wishes.lastCity,
    dayStartMinute: startMinute,
    dayEndMinute: endMinute,
    firstDayStartMinute: Math.max(startMinute, ARRIVAL_DAY_STARTS_MINUTE),
    lastDayEndMinute: Math.min(endMinute, DEPARTURE_DAY_ENDS_MINUTE),
    settleMinutes: SETTLE_MINUTES,
    budget: trip.budget?.amountMinor ?? null,
    weights: { travelMinute: TRAVEL_MINUTE_COST, money: moneyWeight(cities) },
  };
}
