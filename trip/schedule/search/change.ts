/**
 * One change of the plan: a few stops are taken out by one of the removing moves, and what fits best is
 * put in. Which moves, and how often, is decided here and nowhere else.
 */
import { insertVisits } from "../moves/insert-visits.ts";
import { removeScattered } from "../moves/remove-scattered.ts";
import { removeStrings } from "../moves/remove-strings.ts";
import { removeTimeSlice } from "../moves/remove-time-slice.ts";
import { MealMoves } from "../moves/seat-meals.ts";
import { shortenVisits } from "../moves/shorten-visits.ts";
import { stretchVisits } from "../moves/stretch-visits.ts";
import type { Workbench } from "./workbench.ts";

/** How often which; strings are removed otherwise. */
const TIME_SLICES = 0.1;
const SCATTERED = 0.2;
const SHORTENED = 0.15;
/** Meals come first, as they have few hours to be had in; now and then something else needs those hours. */
const VISITS_FIRST = 0.1;
const MUST_SEES_FIRST = 0.2;

export interface Change {
  /** From nothing, or from what was laid out: everything on every day that fits. */
  complete(): void;
  /** `false` when the days fell apart; they are then to be rolled back. */
  make(): boolean;
}

export function changes(bench: Workbench): Change {
  const { tables, routes, journal, random, isRemoved, removed } = bench;
  const { days, visits } = tables.problem;
  const insert = insertVisits(bench);
  const meals = new MealMoves(bench);
  const hasMeals = days.some((day) => day.meals.length > 0);
  const hasMustSees = visits.some(({ isMustSee }) => isMustSee);

  const ruin = (): void => {
    const draw = random.next();
    if (draw < TIME_SLICES) removeTimeSlice(bench);
    else if (draw < TIME_SLICES + SCATTERED) removeScattered(bench);
    else removeStrings(bench);
    if (tables.hasRanges && random.next() < SHORTENED) shortenVisits(bench);
  };

  const settleTouched = (): boolean => {
    let isPossible = true;
    for (let day = 0; day < tables.dayCount; day++)
      if (journal.isTouched(day) && !routes.settle(day)) isPossible = false;
    return isPossible;
  };

  const recreate = (what: "some" | "all"): void => {
    if (hasMeals) {
      const draw = random.next();
      if (draw < VISITS_FIRST) insert(what);
      else if (hasMustSees && draw < VISITS_FIRST + MUST_SEES_FIRST) insert("must-see");
      meals.insertMeals();
    }
    insert(what);
    if (hasMeals) meals.improveTables();
    if (tables.hasRanges) stretchVisits(bench);
  };

  return {
    complete: () => {
      journal.begin();
      for (let day = 0; day < tables.dayCount; day++) journal.touch(day);
      insert("fixed");
      recreate("all");
    },
    make: () => {
      journal.begin();
      ruin();
      const isPossible = settleTouched();
      if (isPossible) recreate("some");
      for (const visit of removed) isRemoved[visit] = 0;
      removed.length = 0;
      return isPossible;
    },
  };
}
