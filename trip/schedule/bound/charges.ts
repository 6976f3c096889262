/** Every coupling of a problem, and which of them a stop uses on which day. */
import type { Problem } from "../problem.ts";
import { atMost, between, type Coupling, type Loss, once, repeats } from "./couplings.ts";
import type { DayClass } from "./day-classes.ts";

/** One use of a coupling by a stop. */
export interface Use {
  readonly coupling: number;
  readonly amount: number;
}

export interface Charges {
  readonly couplings: readonly Coupling[];
  /** By visit, on a day of the class. */
  visitUses(visit: number, dayClass: number): readonly Use[];
  eateryUses(eatery: number): readonly Use[];
  moneyUses(amount: number): readonly Use[];
  /** Couplings of the number of sights, of minutes inside them and of metres on foot, by class; -1 where there is no such limit. */
  readonly visitsOf: readonly number[];
  readonly minutesOf: readonly number[];
  readonly walkOf: readonly number[];
}

const TYPICAL_WALK_METERS = 1000;

export function chargesOf(problem: Problem, classes: readonly DayClass[]): Charges {
  const { visits, eateries, limits, weights, budget } = problem;
  const couplings: Coupling[] = [];
  const add = (loss: Loss, copies = 1, unit = 1): number => couplings.push({ ...loss, copies, unit }) - 1;
  const onceVisit = visits.map(({ isFixed, isMustSee, before }) =>
    add(once((isMustSee ? weights.missedMustSee : 0) + (before ? weights.dropped : 0), isFixed)),
  );
  const onceEatery = eateries.map(({ before }) => add(once(before ? weights.dropped : 0, false)));
  const money = budget === null ? -1 : add(atMost(budget), 1, unitOf(budget, typicalCost(problem)));
  const overall = limits.map(({ category, most, least }) => {
    const possible = visits.filter(({ categories }) => categories.includes(category)).length;
    const isFree = least <= 0 && (most === null || most >= possible);
    return isFree ? -1 : add(between(least, Math.min(most ?? possible, possible), weights.shortfall));
  });
  const daily = classes.map(({ day, copies }) => dailyCouplings(problem, day, (loss, unit) => add(loss, copies, unit)));

  const visitUses = (index: number, dayClass: number): Use[] => {
    const visit = visits[index];
    const day = daily[dayClass];
    const uses: Use[] = [{ coupling: onceVisit[index] ?? -1, amount: 1 }];
    if (!visit || !day) return uses;
    uses.push({ coupling: money, amount: visit.cost });
    if (!visit.isErrand) {
      uses.push({ coupling: day.visits, amount: 1 }, { coupling: day.groups.get(visit.group) ?? -1, amount: 1 });
      for (const [limit, { category }] of limits.entries()) {
        if (!visit.categories.includes(category)) continue;
        uses.push({ coupling: overall[limit] ?? -1, amount: 1 }, { coupling: day.limits[limit] ?? -1, amount: 1 });
      }
    }
    return uses.filter(({ coupling, amount }) => coupling >= 0 && amount !== 0);
  };
  const moneyUses = (amount: number): Use[] => (money < 0 || amount === 0 ? [] : [{ coupling: money, amount }]);
  return {
    couplings,
    visitUses,
    eateryUses: (index) => [{ coupling: onceEatery[index] ?? -1, amount: 1 }, ...moneyUses(eateries[index]?.cost ?? 0)],
    moneyUses,
    visitsOf: daily.map(({ visits: coupling }) => coupling),
    minutesOf: daily.map(({ minutes }) => minutes),
    walkOf: daily.map(({ walk }) => walk),
  };
}

interface Daily {
  visits: number;
  minutes: number;
  walk: number;
  groups: ReadonlyMap<number, number>;
  limits: readonly number[];
}

/** -1 where a limit cannot bind. */
function dailyCouplings(problem: Problem, index: number, add: (loss: Loss, unit?: number) => number): Daily {
  const { visits, limits, weights } = problem;
  const day = problem.days[index];
  const sights = visits.filter(({ area, isErrand, windows }) => {
    return !isErrand && area === day?.area && (windows[index] ?? []).length > 0;
  });
  const dayMinutes = (day?.endMinute ?? 0) - (day?.startMinute ?? 0);
  const maxVisits = day?.maxVisits ?? 0;
  const maxMinutes = day?.maxVisitMinutes ?? 0;
  const maxWalk = day?.maxWalkMeters ?? 0;
  const counts = new Map<number, number>();
  for (const { group } of sights) counts.set(group, (counts.get(group) ?? 0) + 1);
  const typicalMinutes = sights.reduce((sum, { minutes }) => sum + minutes, 0) / Math.max(1, sights.length);
  return {
    visits: maxVisits < sights.length ? add(atMost(maxVisits), unitOf(maxVisits, 1)) : -1,
    minutes: maxMinutes < dayMinutes ? add(atMost(maxMinutes), unitOf(maxMinutes, Math.max(1, typicalMinutes))) : -1,
    walk: maxWalk < Number.MAX_SAFE_INTEGER ? add(atMost(maxWalk), unitOf(maxWalk, TYPICAL_WALK_METERS)) : -1,
    groups: new Map(
      weights.repeat > 0
        ? [...counts].flatMap(([group, count]) => (count > 1 ? [[group, add(repeats(weights.repeat, count))]] : []))
        : [],
    ),
    limits: limits.map(({ category, mostPerDay }) => {
      const possible = sights.filter(({ categories }) => categories.includes(category)).length;
      return mostPerDay !== null && mostPerDay < possible ? add(atMost(mostPerDay)) : -1;
    }),
  };
}

/** What many stops share is over- or underused by many at once: its price should move the less for it. */
const unitOf = (limit: number, typical: number): number => typical * Math.sqrt(Math.max(1, limit / typical));

function typicalCost({ visits }: Problem): number {
  const paid = visits.filter(({ cost }) => cost > 0);
  return Math.max(1, paid.reduce((sum, { cost }) => sum + cost, 0) / Math.max(1, paid.length));
}
