/**
 * What giving way costs the traveller, so that the cheapest ways are told first: in minutes of their trip,
 * by judgement. An hour earlier out of bed is an hour; a sight that somebody asked for by name is worth
 * hours, more the higher its score; a whole day more is the last thing to ask for.
 */
import type { Problem } from "../problem.ts";
import type { Change } from "./changes.ts";

/** Anything that is asked for is a bother in itself. */
const BOTHER = 15;

export function priceOf(problem: Problem, change: Change): number {
  switch (change.kind) {
    case "start_earlier":
      return BOTHER + (problem.days[change.day]?.startMinute ?? 0) - change.minute;
    case "end_later":
      return BOTHER + change.minute - (problem.days[change.day]?.endMinute ?? 0);
    case "walk_more":
      return BOTHER + change.moreMeters / 80;
    case "shorten_visit":
      return 2 * BOTHER + (problem.visits[change.visit]?.leastMinutes ?? 0) - change.minutes;
    case "raise_budget":
      return 2 * BOTHER + (600 * change.by) / Math.max(1, problem.budget ?? 1);
    case "lift_limit":
      return 45;
    case "faster_pace":
      return 45 + 30 * change.moreVisits + change.moreMinutes / 2;
    case "ask_for_fewer":
      return 60 * ((problem.limits[change.limit]?.least ?? 0) - change.least);
    case "move_lock":
      return 60 + priceOfMove(problem, change);
    case "drop_meal":
      return 90;
    case "drop_visit":
      return priceOfVisit(problem, change.visit);
    case "one_more_day":
      return 480;
  }
}

function priceOfMove({ visits }: Problem, { visit, day, startMinute }: Extract<Change, { kind: "move_lock" }>): number {
  const window = visits[visit]?.windows[day]?.[0];
  return window ? Math.abs(window.openMinute - startMinute) / 2 : 180;
}

function priceOfVisit({ visits }: Problem, index: number): number {
  const visit = visits[index];
  const best = visits.reduce((most, { score }) => Math.max(most, score), 1);
  return 120 + (120 * Math.max(0, visit?.score ?? 0)) / best + (visit?.isFixed ? 180 : 0);
}
