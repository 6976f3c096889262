/**
 * The exam's eight commonsense checks, with its own leniences: on a day spent in one city it compares the letters of
 * the city's name and not the name, and the last piece of an attraction list is never looked at.
 */
import { beforeParenthesis, fromAndTo, nameAndCity } from "./names.ts";
import type { ExamQuery } from "./query.ts";
import type { Sandbox } from "./sandbox.ts";
import type { SubmittedDay } from "./submission.ts";

export const COMMONSENSE_CHECKS = [
  "is_reasonable_visiting_city",
  "is_valid_restaurants",
  "is_valid_attractions",
  "is_valid_accommodation",
  "is_valid_transportation",
  "is_valid_information_in_current_city",
  "is_valid_information_in_sandbox",
  "is_not_absent",
] as const;
export type CommonsenseCheck = (typeof COMMONSENSE_CHECKS)[number];

/** What is wrong, or `null`. */
export type Finding = string | null;
export interface Judged {
  query: ExamQuery;
  days: readonly SubmittedDay[];
  sandbox: Sandbox;
}

const MEALS = ["breakfast", "lunch", "dinner"] as const;

/** The text of a field; nothing and "-" are "". */
export function filled(day: SubmittedDay, key: string): string {
  const value = day[key];
  return typeof value === "string" && value !== "-" ? value : "";
}

export function citiesOfDay(day: SubmittedDay): string[] {
  const text = typeof day.current_city === "string" ? day.current_city : "";
  if (!text.includes("from")) return [beforeParenthesis(text)];
  const way = fromAndTo(text);
  return way === null ? [] : [beforeParenthesis(way.from), beforeParenthesis(way.to)];
}

export function attractionsOf(day: SubmittedDay): string[] {
  return filled(day, "attraction").split(";").slice(0, -1);
}

function isBrokenSequence(cities: readonly string[]): boolean {
  if (cities.length < 3) return true;
  const visited = new Set<string>();
  let at = 0;
  while (at < cities.length) {
    const city = cities[at] ?? "";
    if (visited.has(city) && at !== 0 && at !== cities.length - 1) return true;
    const start = at;
    while (at < cities.length && cities[at] === city) at++;
    if (at - start === 1 && at - 1 > 0 && at - 1 < cities.length - 1) return true;
    visited.add(city);
  }
  return false;
}

function visitingCity({ query, days, sandbox }: Judged): Finding {
  const { origin, destination, days: count } = query.request;
  const byDay = days.map(citiesOfDay);
  if (byDay.some((cities) => cities.length === 0)) return "a day's city cannot be read";
  const first = byDay[0] ?? [];
  if (first.length === 2 && first[0] !== origin) return `the first day should begin in ${origin}`;
  const cities = byDay.flat();
  if (cities[0] !== cities.at(-1)) return "the journey should end where it began";
  if (isBrokenSequence(cities)) return "a city is left and visited again, or only touched";
  const { states } = sandbox.tables;
  for (const [index, city] of cities.entries()) {
    if (!states.has(city)) return `${city} is no known city`;
    const isInner = index > 0 && index < cities.length - 1;
    if (isInner && count > 3 && states.get(city) !== destination) return `${city} is not in ${destination}`;
  }
  return null;
}

function repeated(names: readonly string[]): Finding {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) return `${name} is repeated`;
    seen.add(name);
  }
  return null;
}

function mealsOf(day: SubmittedDay): string[] {
  return MEALS.map((meal) => filled(day, meal)).filter((name) => name !== "");
}

function accommodation({ days, sandbox }: Judged): Finding {
  if (days.some((day) => !("accommodation" in day))) return "a day says nothing of accommodation";
  let at = 0;
  while (at < days.length) {
    const written = days[at]?.accommodation;
    const start = at;
    while (at < days.length && days[at]?.accommodation === written) at++;
    if (typeof written !== "string" || written === "-" || written === "") continue;
    const { name, city } = nameAndCity(written);
    const rows = sandbox.stays(name, city);
    const least = rows[0]?.minimumNights ?? 0;
    if (rows.length === 1 && at - start < least) return `${written} takes guests for ${least} nights or more`;
  }
  return null;
}

export function modeOf(text: string): "Taxi" | "Self-driving" | "Flight" | null {
  const lower = text.toLowerCase();
  if (lower.includes("taxi")) return "Taxi";
  if (lower.includes("self-driving")) return "Self-driving";
  return lower.includes("flight") ? "Flight" : null;
}

function transportation({ days }: Judged): Finding {
  const [first] = days;
  if (first === undefined || filled(first, "transportation") === "") return "the first day has no transportation";
  const modes = new Set(days.map((day) => modeOf(filled(day, "transportation"))));
  const isMixed = modes.has("Self-driving") && (modes.has("Flight") || modes.has("Taxi"));
  return isMixed ? "self-driving is mixed with flights or taxis" : null;
}

function dayInCurrentCity(day: SubmittedDay): Finding {
  const cities = citiesOfDay(day);
  const isTravel = typeof day.current_city === "string" && day.current_city.includes("from");
  const parts = isTravel ? cities : [...(cities[0] ?? "")];
  const transport = filled(day, "transportation");
  if (transport !== "" && parts.some((part) => !transport.includes(part)))
    return `${transport} is between other cities`;
  const elsewhere = [...mealsOf(day), ...attractionsOf(day)].find((name) => !parts.some((part) => name.includes(part)));
  if (elsewhere !== undefined) return `${elsewhere} is in no city of its day`;
  const stay = filled(day, "accommodation");
  return stay !== "" && !stay.includes(parts.at(-1) ?? "\n") ? `${stay} is not where the day ends` : null;
}

function wayInSandbox(day: SubmittedDay, sandbox: Sandbox): Finding {
  const text = filled(day, "transportation");
  if (text === "") return null;
  const way = fromAndTo(text) ?? fromAndTo(String(day.current_city));
  const from = beforeParenthesis(way?.from ?? "-");
  const to = beforeParenthesis(way?.to ?? "-");
  if (text.toLowerCase().includes("flight number")) {
    const number = flightNumber(text);
    const isKnown = sandbox.flights(number).some((row) => row.from === from && row.to === to);
    return isKnown ? null : `no flight ${number} from ${from} to ${to}`;
  }
  const mode = modeOf(text);
  if (mode !== "Self-driving" && mode !== "Taxi") return null;
  const isSelf = text.toLowerCase().includes("self-driving");
  return sandbox.roadCost(from, to, isSelf ? "self-driving" : "taxi") === null ? `no road from ${from} to ${to}` : null;
}

export function flightNumber(text: string): string {
  return text.split("Flight Number: ")[1]?.split(",")[0] ?? "";
}

function dayInSandbox(day: SubmittedDay, sandbox: Sandbox): Finding {
  const way = wayInSandbox(day, sandbox);
  if (way !== null) return way;
  const lookups: [string[], (name: string, city: string) => unknown[]][] = [
    [mealsOf(day), sandbox.restaurants],
    [attractionsOf(day), sandbox.attractions],
    [[filled(day, "accommodation")].filter((name) => name !== ""), sandbox.stays],
  ];
  for (const [written, find] of lookups) {
    const unknown = written.find((text) => {
      const { name, city } = nameAndCity(text);
      return find(name, city).length === 0;
    });
    if (unknown !== undefined) return `${unknown} is not in the tables`;
  }
  return null;
}

const KEYS = ["transportation", "breakfast", "lunch", "dinner", "attraction", "accommodation"];

function dayComplete(day: SubmittedDay, isLast: boolean): Finding {
  const missing = KEYS.find((key) => !(key in day));
  if (missing !== undefined) return `${missing} is missing`;
  const city = String(day.current_city);
  const isTravel = city.includes("from ");
  if ((isTravel || city.includes("to ")) && filled(day, "transportation") === "") return "a leg has no transportation";
  if (!isTravel && !city.includes(" to ") && filled(day, "attraction") === "") return "a whole day has no attraction";
  if (!isLast && filled(day, "accommodation") === "") return "a night has no accommodation";
  return !isTravel && mealsOf(day).length < MEALS.length ? "a whole day lacks a meal" : null;
}

function notAbsent({ query, days }: Judged): Finding {
  const { days: count, cities: wanted, origin } = query.request;
  const given = days.filter(
    (day) => Object.keys(day).length > 0 && !String(day.current_city).startsWith("You don't need"),
  );
  if (given.length !== count) return `${count} days were expected, ${given.length} came`;
  const first = citiesOfDay(days[0] ?? {});
  if (first.length === 2 && first[0] !== origin) return `the first day should begin in ${origin}`;
  const cities = new Set(days.flatMap(citiesOfDay));
  cities.delete(origin);
  if (cities.size !== wanted) return `${wanted} cities were expected, ${cities.size} came`;
  for (const [index, day] of days.entries()) {
    const finding = dayComplete(day, index === count - 1);
    if (finding !== null) return `day ${index + 1}: ${finding}`;
  }
  const fields = days.flatMap((day) => Object.values(day)).filter((value) => Boolean(value) && value !== "-").length;
  return fields / (KEYS.length * count) < 0.5 ? "more than half of the fields are empty" : null;
}

function firstOf(days: readonly SubmittedDay[], judge: (day: SubmittedDay) => Finding): Finding {
  for (const [index, day] of days.entries()) {
    const finding = judge(day);
    if (finding !== null) return `day ${index + 1}: ${finding}`;
  }
  return null;
}

export function judgeCommonsense(judged: Judged): Record<CommonsenseCheck, Finding> {
  const days = judged.days.slice(0, judged.query.request.days);
  const cut = { ...judged, days };
  return {
    is_reasonable_visiting_city: visitingCity(cut),
    is_valid_restaurants: repeated(days.flatMap(mealsOf)),
    is_valid_attractions: repeated(days.flatMap(attractionsOf)),
    is_valid_accommodation: accommodation(cut),
    is_valid_transportation: transportation(cut),
    is_valid_information_in_current_city: firstOf(days, dayInCurrentCity),
    is_valid_information_in_sandbox: firstOf(days, (day) => dayInSandbox(day, judged.sandbox)),
    is_not_absent: notAbsent(cut),
  };
}
