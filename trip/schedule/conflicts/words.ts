/**
 * A conflict in sentences a traveller understands, given names for what the problem only numbers: "The
 * Uffizi and the 09:00 tour cannot both be done on Tuesday. Either drop the Uffizi, or start Tuesday at
 * 08:15, or add a day."
 */
import { capitalised, counted, listed } from "../../export/words.ts";
import { wallTimeOf } from "../../opening-hours.ts";
import type { Problem } from "../problem.ts";
import type { Change } from "./changes.ts";
import type { Conflict } from "./find-conflict.ts";
import type { Relaxation } from "./relaxations.ts";
import type { Requirement } from "./requirements.ts";

/** Names as they stand within a sentence: "the Uffizi", "Tuesday", "lunch", "museums". */
export interface Dictionary {
  visit(visit: number): string;
  day(day: number): string;
  meal(day: number, slot: number): string;
  category(category: number): string;
  /** The trip's budget in words, when visits and meals may cost so much. */
  budget(forVisitsAndMeals: number): string;
}

export function conflictText(problem: Problem, conflict: Conflict, names: Dictionary): string {
  const ways = conflict.relaxations.map((relaxation) => relaxationText(problem, relaxation, names));
  return [complaint(problem, conflict, names), advice(ways)].filter((text) => text !== "").join(" ");
}

/** "start Tuesday at 08:15 and drop lunch on Monday" */
export function relaxationText(problem: Problem, { changes }: Pick<Relaxation, "changes">, names: Dictionary): string {
  return listed(changes.map((change) => changeText(problem, change, names)));
}

function advice(ways: readonly string[]): string {
  const [only] = ways;
  if (only === undefined) return "";
  return ways.length === 1 ? sentence(only) : sentence(`either ${ways.join(", or ")}`);
}

const sentence = (text: string): string => `${capitalised(text)}.`;

function complaint(problem: Problem, { requirements, isProven }: Conflict, names: Dictionary): string {
  const things = requirements.flatMap((requirement) => thing(problem, requirement, names));
  const bounds = [
    ...requirements.flatMap((requirement) => bound(problem, requirement, names)),
    ...hours(requirements, names),
  ];
  const within = bounds.length === 0 ? "" : ` ${listed(bounds)}`;
  const [first] = things;
  if (first === undefined) return sentence(`nothing can be planned${within}`);
  if (!isProven) return sentence(`I found no plan with ${listed(things)}${within}`);
  if (things.length > 1)
    return sentence(`${listed(things)} cannot ${things.length === 2 ? "both" : "all"} be had${within}`);
  return sentence(
    isClosed(problem, requirements) ? `${first} is closed on all your days` : `there is no room for ${first}${within}`,
  );
}

function isClosed({ days, visits }: Problem, [requirement, ...others]: readonly Requirement[]): boolean {
  if (requirement?.kind !== "visit" || others.length > 0) return false;
  const visit = visits[requirement.visit];
  return !days.some(({ area }, day) => area === visit?.area && visit.windows[day]?.length);
}

function thing({ limits }: Problem, requirement: Requirement, names: Dictionary): string[] {
  if (requirement.kind === "visit") return [names.visit(requirement.visit)];
  if (requirement.kind === "meal") return [mealText(requirement, names)];
  const limit = requirement.kind === "least" ? limits[requirement.limit] : undefined;
  return limit ? [`at least ${limit.least} ${names.category(limit.category)}`] : [];
}

const mealText = ({ day, slot }: { day: number; slot: number }, names: Dictionary): string =>
  `${names.meal(day, slot)} on ${names.day(day)}`;

function bound({ limits, budget }: Problem, requirement: Requirement, names: Dictionary): string[] {
  if (requirement.kind === "budget") return [`for ${names.budget(budget ?? 0)}`];
  if (requirement.kind === "pace") return ["at this pace"];
  if (requirement.kind === "walking") return ["without walking more"];
  const limit = requirement.kind === "most" ? limits[requirement.limit] : undefined;
  return limit ? [`with so few ${names.category(limit.category)}`] : [];
}

/** Where many days are short, it is the number of days that counts; a meal names its day itself. */
function hours(requirements: readonly Requirement[], names: Dictionary): string[] {
  const of = (kind: "day_hours" | "meal"): number[] =>
    requirements.flatMap((requirement) => (requirement.kind === kind ? [requirement.day] : []));
  const days = of("day_hours");
  if (days.length > 2) return [`in ${counted(days.length, "day", "days")}`];
  const unnamed = days.filter((day) => !of("meal").includes(day));
  return unnamed.length === 0 ? [] : [`on ${listed(unnamed.map(names.day))}`];
}

function changeText(problem: Problem, change: Change, names: Dictionary): string {
  switch (change.kind) {
    case "drop_visit":
      return `drop ${names.visit(change.visit)}`;
    case "shorten_visit":
      return `give ${names.visit(change.visit)} ${change.minutes} minutes`;
    case "move_lock":
      return `move ${names.visit(change.visit)} to ${wallTimeOf(change.startMinute)} on ${names.day(change.day)}`;
    case "drop_meal":
      return `do without ${mealText(change, names)}`;
    case "start_earlier":
      return `start ${names.day(change.day)} at ${wallTimeOf(change.minute)}`;
    case "end_later":
      return `stay out until ${wallTimeOf(change.minute)} on ${names.day(change.day)}`;
    case "raise_budget":
      return `raise the budget to ${names.budget(change.to)}`;
    case "faster_pace":
      return paceText(change);
    case "walk_more":
      return `walk ${(change.moreMeters / 1000).toFixed(1)} km more a day`;
    case "one_more_day":
      return "add a day";
    case "ask_for_fewer":
    case "lift_limit":
      return limitText(problem, change, names);
  }
}

function limitText(
  { limits }: Problem,
  change: Extract<Change, { kind: "ask_for_fewer" | "lift_limit" }>,
  names: Dictionary,
): string {
  const category = names.category(limits[change.limit]?.category ?? -1);
  if (change.kind === "lift_limit") return `allow more ${category}`;
  return change.least === 0 ? `do not ask for ${category}` : `ask for ${change.least} ${category} only`;
}

function paceText({ moreVisits, moreMinutes }: Extract<Change, { kind: "faster_pace" }>): string {
  const sights = moreVisits === 0 ? [] : [counted(moreVisits, "more sight", "more sights")];
  const minutes = moreMinutes === 0 ? [] : [`${moreMinutes} more minutes of sights`];
  return `take ${listed([...sights, ...minutes])} a day`;
}
