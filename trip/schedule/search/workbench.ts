/** What every move works with: the plan under way, what a step changed, and the random source. */
import type { Random } from "../random.ts";
import { type Boldness, boldnessFor } from "./boldness.ts";
import { Insertion } from "./insertion.ts";
import { Journal } from "./journal.ts";
import { Routes } from "./routes.ts";
import { ELSEWHERE, type Tables } from "./tables.ts";

export interface Workbench {
  readonly boldness: Boldness;
  readonly tables: Tables;
  readonly routes: Routes;
  readonly journal: Journal;
  readonly random: Random;
  readonly insertion: Insertion;
  /** By visit: taken out in this step, and so a candidate for every day again. */
  readonly isRemoved: Uint8Array;
  readonly removed: number[];
  /** What a minute of travel counts beside its cost, so that of two plans of equal score the shorter one is kept. */
  readonly travelPrice: number;
}

/** Beside a usual visit's score a minute: enough to prefer tight plans, too little to give a visit up for it. */
const TRAVEL_PRICE = 0.02;

export function workbench(tables: Tables, random: Random): Workbench {
  const boldness = boldnessFor(tables.problem);
  const routes = new Routes(tables);
  const usual = (TRAVEL_PRICE * tables.usualScore) / tables.usualEffort;
  const travelPrice = Math.max(0, usual - tables.problem.weights.travelMinute);
  return {
    boldness,
    tables,
    routes,
    journal: new Journal(routes),
    random,
    insertion: new Insertion(routes, random, { travelPrice, blinks: boldness.blinks }),
    isRemoved: new Uint8Array(tables.visitCount),
    removed: [],
    travelPrice,
  };
}

/** Takes out the stop at that position, unless it is fixed. The day is to be settled afterwards. */
export function takeOut(
  { tables, routes, journal, isRemoved, removed }: Workbench,
  day: number,
  position: number,
): boolean {
  const at = day * routes.width + position;
  const stop = routes.stop[at] ?? ELSEWHERE;
  const isMeal = (routes.slot[at] ?? -1) >= 0;
  if (!isMeal && tables.isFixed[stop] === 1) return false;
  journal.touch(day);
  if (!isMeal) {
    isRemoved[stop] = 1;
    removed.push(stop);
  }
  routes.remove(day, position);
  return true;
}
