/**
 * Puts visits in where they fit best, one after the other: what was just removed on any day, all others
 * on the days this step has touched. The order decides who gets the room; it changes from step to step
 * between worth, worth for the time it takes, how narrow the hours are, and chance.
 */
import type { Tables } from "../search/tables.ts";
import type { Workbench } from "../search/workbench.ts";

type Rank = (visit: number) => number;

/** How long after it opens a visit can still be begun, over all its days: the narrow ones are hard to place. */
function leeway({ visitFrom, visitTo, windows, dayCount }: Tables, visit: number): number {
  let most = 0;
  for (let at = visit * dayCount; at < (visit + 1) * dayCount; at++) {
    for (let window = visitFrom[at] ?? 0; window < (visitTo[at] ?? 0); window++)
      most = Math.max(most, (windows.last[window] ?? 0) - (windows.open[window] ?? 0));
  }
  return most;
}

/** Precomputed; the random factor makes each step's order its own. */
function urgencies(tables: Tables): readonly Float64Array[] {
  const of = (urgency: Rank): Float64Array =>
    Float64Array.from({ length: tables.visitCount }, (_, visit) => urgency(visit));
  const worth: Rank = (visit) => Math.max(1e-9, tables.score[visit] ?? 0);
  const relative: Rank = (visit) => (tables.effort[visit] ?? 0) / tables.usualEffort + 1e-3;
  const isMust: Rank = (visit) => {
    const { isMustSee = false, isFixed = false } = tables.problem.visits[visit] ?? {};
    return isFixed ? 1e-6 : isMustSee ? 1e-3 : 1;
  };
  return [
    of(isMust),
    of((visit) => isMust(visit) / worth(visit)),
    of((visit) => (isMust(visit) * relative(visit)) / worth(visit) ** 2),
    of((visit) => (isMust(visit) * (leeway(tables, visit) + 1)) / worth(visit)),
  ];
}

/** By which of the four the step ranks, cumulated. */
const CHOICE = [0.05, 0.45, 0.95, 1] as const;
/** Of the candidates that were not in the plan so many are passed over in a step: quicker, and no two steps choose from the same. */
const PASSED_OVER = 0.4;
/** Of thousands no more than about so many are tried in one step. */
const MOST_TRIED = 200;

/**
 * What is fixed comes before everything else; otherwise it might find its hour taken. So may a must-see.
 * `some`: all that were removed, and most of the others.
 */
export type InsertWhat = "fixed" | "must-see" | "some" | "all";

export function insertVisits(bench: Workbench): (what: InsertWhat) => void {
  const { steadiness } = bench.boldness;
  const { tables, routes, journal, random, insertion, isRemoved } = bench;
  const orders = urgencies(tables);
  const keys = new Float64Array(tables.usable.length);
  const candidate = new Int32Array(tables.usable.length);
  const passedOver = Math.max(PASSED_OVER, 1 - MOST_TRIED / Math.max(1, tables.usable.length));
  const isInsistedOn = Uint8Array.from(tables.problem.visits, ({ isMustSee, isFixed }) => Number(isMustSee || isFixed));

  const isMeant = (visit: number, what: InsertWhat): boolean => {
    if (what === "all" || what === "some" || tables.isFixed[visit] === 1) return true;
    return what === "must-see" && isInsistedOn[visit] === 1;
  };

  /** Candidates in the order of this step: sorted natively, the index carried in the low bits. */
  const order = (what: InsertWhat): number => {
    const draw = random.next();
    const urgency = orders[CHOICE.findIndex((limit) => draw < limit)] ?? orders[0];
    let count = 0;
    let most = 0;
    for (const visit of tables.usable) {
      if ((routes.dayOf[visit] ?? -1) >= 0 || !isMeant(visit, what)) continue;
      let chance = random.next();
      if (what === "some" && isRemoved[visit] === 0 && isInsistedOn[visit] === 0) {
        if (chance < passedOver) continue;
        chance = (chance - passedOver) / (1 - passedOver);
      }
      const key = (urgency?.[visit] ?? 1) / (steadiness + chance);
      keys[count] = key;
      candidate[count] = visit;
      if (key > most) most = key;
      count += 1;
    }
    const scale = 2 ** 31 / Math.max(1e-300, most);
    for (let i = 0; i < count; i++) keys[i] = Math.floor((keys[i] ?? 0) * scale) * 2 ** 20 + (candidate[i] ?? 0);
    keys.subarray(0, count).sort();
    return count;
  };

  return (what) => {
    const count = order(what);
    let spare = tables.budget - routes.totalSpent;
    for (let i = 0; i < count; i++) {
      const visit = (keys[i] ?? 0) % 2 ** 20;
      insertion.reset();
      const anywhere = isRemoved[visit] === 1;
      for (let day = 0; day < tables.dayCount; day++)
        if (anywhere || journal.isTouched(day)) insertion.tryDay(visit, day, spare);
      if (insertion.position < 0 || (insertion.gain < 0 && tables.isFixed[visit] === 0)) continue;
      journal.touch(insertion.day);
      routes.insert(insertion.day, insertion.position, visit, -1, insertion.minutes);
      routes.settle(insertion.day);
      if (tables.budget < Number.POSITIVE_INFINITY) spare = tables.budget - routes.totalSpent;
    }
  };
}
