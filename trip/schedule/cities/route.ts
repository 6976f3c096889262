/** What a route is, what it is worth and costs, and what of the problem it breaks: the one definition. */
import type { CitiesProblem, LegOption } from "./problem.ts";

export interface Stay {
  readonly city: number;
  readonly nights: number;
  /** Which of the options of the leg to this city; `null` for the first city of a trip that sets out anywhere. */
  readonly leg: number | null;
}

export interface Route {
  readonly stays: readonly Stay[];
  /** Which of the options of the leg from the last city to the end point; `null` without an end point. */
  readonly legHome: number | null;
}

/** `score` = sights − travelTime − money. */
export interface RouteTerms {
  readonly sights: number;
  readonly travelTime: number;
  readonly money: number;
}

export interface RouteWorth {
  readonly score: number;
  readonly terms: RouteTerms;
  /** Legs, nights and days. */
  readonly cost: number;
  readonly legCost: number;
  readonly travelMinutes: number;
}

/** Between whole days the worth is linear. */
export function worthOfDays(dayValues: readonly number[], days: number): number {
  if (days <= 0 || dayValues.length === 0) return 0;
  const whole = Math.min(Math.floor(days), dayValues.length);
  const least = dayValues[whole - 1] ?? 0;
  const next = dayValues[Math.min(whole, dayValues.length - 1)] ?? least;
  return whole === dayValues.length ? least : least + (next - least) * (days - whole);
}

/** Minutes for sights that are gone once `minute` of the day of arrival has come; nights take none. */
export function minutesLostUntil(problem: CitiesProblem, minute: number): number {
  const length = problem.dayEndMinute - problem.dayStartMinute;
  const day = Math.floor(minute / 1440);
  if (day < 0) return 0;
  return day * length + Math.min(length, Math.max(0, minute - day * 1440 - problem.dayStartMinute));
}

/** Of the first day of a stay; later days too, when the leg takes that long. */
export function minutesLostOnArrival(problem: CitiesProblem, leg: LegOption | null, isFirst: boolean): number {
  const settled = leg ? leg.departMinute + leg.minutes + problem.settleMinutes : 0;
  return minutesLostUntil(problem, Math.max(settled, isFirst ? problem.firstDayStartMinute : 0));
}

export function minutesLostOnLeaving(problem: CitiesProblem, legHome: LegOption | null): number {
  const { dayStartMinute, dayEndMinute, lastDayEndMinute } = problem;
  const end = Math.min(lastDayEndMinute, legHome ? legHome.departMinute : dayEndMinute);
  return Math.min(dayEndMinute - dayStartMinute, Math.max(0, dayEndMinute - end));
}

export function legOf(
  problem: CitiesProblem,
  from: number | null,
  to: number | null,
  option: number | null,
): LegOption | null {
  if (from === null || to === null || option === null) return null;
  return problem.legs[from]?.[to]?.[option] ?? null;
}

export function worthOf(problem: CitiesProblem, route: Route): RouteWorth {
  const dayLength = problem.dayEndMinute - problem.dayStartMinute;
  const last = route.stays.at(-1)?.city ?? null;
  const home = legOf(problem, last, problem.endPoint, route.legHome);
  let [sights, stayCost, legCost, travelMinutes] = [0, 0, home?.cost ?? 0, home?.minutes ?? 0];
  for (const [index, stay] of route.stays.entries()) {
    const city = problem.cities[stay.city];
    if (!city) continue;
    const from = index === 0 ? problem.startPoint : (route.stays[index - 1]?.city ?? null);
    const leg = legOf(problem, from, stay.city, stay.leg);
    const isLast = index === route.stays.length - 1;
    const days = stay.nights + (isLast ? 1 : 0);
    const lost = minutesLostOnArrival(problem, leg, index === 0) + (isLast ? minutesLostOnLeaving(problem, home) : 0);
    sights += worthOfDays(city.dayValues, days - lost / dayLength);
    stayCost += city.nightCost * stay.nights + city.dayCost * days;
    legCost += leg?.cost ?? 0;
    travelMinutes += leg?.minutes ?? 0;
  }
  const cost = stayCost + legCost;
  const terms = {
    sights,
    travelTime: travelMinutes * problem.weights.travelMinute,
    money: cost * problem.weights.money,
  };
  return { score: terms.sights - terms.travelTime - terms.money, terms, cost, legCost, travelMinutes };
}

function isStayAllowed(problem: CitiesProblem, route: Route, index: number, nightsBefore: number): boolean {
  const stay = route.stays[index];
  const city = stay && problem.cities[stay.city];
  if (!stay || !city) return false;
  const from = index === 0 ? problem.startPoint : (route.stays[index - 1]?.city ?? null);
  const leg = legOf(problem, from, stay.city, stay.leg);
  return (
    stay.nights >= city.minNights &&
    stay.nights <= city.maxNights &&
    nightsBefore >= city.arriveFromNight &&
    nightsBefore <= city.arriveByNight &&
    (leg === null ? from === null && stay.leg === null : leg.departMinute + leg.minutes <= city.latestArrivalMinute)
  );
}

/** Every requirement but the budget. */
export function isAllowed(problem: CitiesProblem, route: Route): boolean {
  const order = route.stays.map(({ city }) => city);
  const ranks = order.map((city) => problem.cities[city]?.rank ?? null).filter((rank) => rank !== null);
  let nights = 0;
  for (const [index, stay] of route.stays.entries()) {
    if (!isStayAllowed(problem, route, index, nights)) return false;
    nights += stay.nights;
  }
  const last = order.at(-1) ?? null;
  return (
    nights === problem.nights &&
    new Set(order).size === order.length &&
    problem.cities.every(({ isMandatory }, city) => !isMandatory || order.includes(city)) &&
    ranks.every((rank, index) => index === 0 || rank >= (ranks[index - 1] ?? rank)) &&
    (problem.firstCity === null || order[0] === problem.firstCity) &&
    (problem.lastCity === null || last === problem.lastCity) &&
    (problem.endPoint === null
      ? route.legHome === null
      : legOf(problem, last, problem.endPoint, route.legHome) !== null)
  );
}
