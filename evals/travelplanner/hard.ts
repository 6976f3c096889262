/** The exam's five hard checks: what was asked in so many words. `undefined` means that the query does not ask for it. */
import { type Finding, filled, flightNumber, type Judged } from "./commonsense.ts";
import { beforeParenthesis, fromAndTo, nameAndCity } from "./names.ts";
import type { Sandbox } from "./sandbox.ts";
import type { SubmittedDay } from "./submission.ts";
import type { StayRow } from "./tables.ts";

export const HARD_CHECKS = [
  "valid_cost",
  "valid_room_rule",
  "valid_cuisine",
  "valid_room_type",
  "valid_transportation",
] as const;
export type HardCheck = (typeof HARD_CHECKS)[number];

const MEALS = ["breakfast", "lunch", "dinner"] as const;
const SEATS = { "self-driving": 5, taxi: 4 } as const;

function wayCost(day: SubmittedDay, sandbox: Sandbox, people: number): number {
  const text = filled(day, "transportation");
  const way = text === "" ? null : (fromAndTo(text) ?? fromAndTo(String(day.current_city)));
  if (way === null) return 0;
  const lower = text.toLowerCase();
  if (lower.includes("flight number")) return (sandbox.flights(flightNumber(text))[0]?.price ?? 0) * people;
  const mode = (["self-driving", "taxi"] as const).find((name) => lower.includes(name));
  if (mode === undefined) return 0;
  const vehicle = sandbox.roadCost(beforeParenthesis(way.from), beforeParenthesis(way.to), mode) ?? 0;
  return vehicle * Math.ceil(people / SEATS[mode]);
}

function stayOf(day: SubmittedDay, sandbox: Sandbox): StayRow | undefined {
  const text = filled(day, "accommodation");
  const { name, city } = nameAndCity(text);
  return text === "" ? undefined : sandbox.stays(name, city)[0];
}

export function totalCost({ query, days, sandbox }: Judged): number {
  const people = query.request.travelers;
  let total = 0;
  for (const day of days.slice(0, query.request.days)) {
    total += wayCost(day, sandbox, people);
    for (const meal of MEALS) {
      const { name, city } = nameAndCity(filled(day, meal));
      total += filled(day, meal) === "" ? 0 : (sandbox.restaurants(name, city)[0]?.price ?? 0) * people;
    }
    const stay = stayOf(day, sandbox);
    total += stay === undefined ? 0 : stay.price * Math.ceil(people / stay.sleeps);
  }
  return total;
}

function stays(judged: Judged): StayRow[] {
  return judged.days.flatMap((day) => stayOf(day, judged.sandbox) ?? []);
}

function roomRule(judged: Judged): Finding | undefined {
  const { houseRule } = judged.query.request;
  if (houseRule === null) return undefined;
  const against = stays(judged).find((stay) => stay.houseRules.includes(`No ${houseRule}`));
  return against === undefined ? null : `${against.name} does not allow ${houseRule}`;
}

function roomType(judged: Judged): Finding | undefined {
  const { room } = judged.query.request;
  if (room === null) return undefined;
  const exact = {
    "shared room": "Shared room",
    "private room": "Private room",
    "entire room": "Entire home/apt",
  } as const;
  const against = stays(judged).find(({ roomType: type }) => {
    return room === "not shared room" ? type === "Shared room" : type !== exact[room];
  });
  return against === undefined ? null : `${against.name} is a ${against.roomType}`;
}

/** The first meal at home ends the exam's look at that day. */
function cuisinesOfDay(day: SubmittedDay, judged: Judged): string[] {
  const served: string[] = [];
  for (const meal of MEALS) {
    const text = filled(day, meal);
    if (text === "") continue;
    const { name, city } = nameAndCity(text);
    if (city === judged.query.request.origin) return served;
    const row = judged.sandbox.restaurants(name, city)[0];
    served.push(...judged.query.request.cuisines.filter((cuisine) => row?.cuisines.includes(cuisine)));
  }
  return served;
}

function cuisine(judged: Judged): Finding | undefined {
  const { cuisines } = judged.query.request;
  if (cuisines.length === 0) return undefined;
  const served = new Set(judged.days.flatMap((day) => cuisinesOfDay(day, judged)));
  const missing = cuisines.filter((name) => !served.has(name));
  return missing.length === 0 ? null : `no meal is ${missing.join(" or ")}`;
}

function transportation(judged: Judged): Finding | undefined {
  const refused = judged.query.request.transport;
  if (refused === null) return undefined;
  const word = refused === "no flight" ? "Flight" : "Self-driving";
  const isUsed = judged.days.some((day) => filled(day, "transportation").includes(word));
  return isUsed ? `${word} is used` : null;
}

export function judgeHard(judged: Judged): Record<HardCheck, Finding | undefined> {
  const cut = { ...judged, days: judged.days.slice(0, judged.query.request.days) };
  const total = totalCost(cut);
  const { budget } = judged.query.request;
  return {
    valid_cost: total <= budget ? null : `costs ${total}, the budget is ${budget}`,
    valid_room_rule: roomRule(cut),
    valid_cuisine: cuisine(cut),
    valid_room_type: roomType(cut),
    valid_transportation: transportation(cut),
  };
}
