/**
 * A plan that people read, as a plan of a problem: what a search begins from, and what unrest is measured
 * against. What the problem has no stop for is told apart, so that its day can be filled anew.
 */
import type { Stop } from "../plan.ts";
import type { Replanning } from "./change.ts";
import { isJourney, mealKindAt, type Stood, stoodItems } from "./previous.ts";
import type { OldPlan } from "./stability.ts";
import type { TripProblem } from "./trip-problem.ts";

export interface Recovered extends OldPlan {
  /** Sights and tables that no stop of the problem stands for. */
  readonly lost: readonly Stood[];
}

export function planFrom(mapped: TripProblem, replanning: Replanning): Recovered {
  const dates = mapped.days.map(({ draft }) => draft.date);
  const given = new Set(mapped.days.flatMap(({ draft }) => draft.items));
  const indices = indicesOf(mapped);
  const recovery = new Recovery(dates.length);
  for (const stood of stoodItems(replanning, dates, mapped.facts)) {
    if (given.has(stood.item)) continue;
    const { day } = stood;
    recovery.add(stood, day === null ? null : stopFor(mapped, indices, { ...stood, day }));
  }
  return recovery;
}

/** Nothing twice: the second time round it is lost, or a meal without its table. */
class Recovery implements Recovered {
  readonly plan: Stop[][];
  readonly mealStarts = new Map<string, number>();
  readonly lost: Stood[] = [];
  readonly #used = new Set<string>();

  constructor(days: number) {
    this.plan = Array.from({ length: days }, () => []);
  }

  add(stood: Stood, stop: Stop | null): void {
    const day = stood.day === null ? undefined : this.plan[stood.day];
    const name = stop === null ? "" : nameOf(stop, stood.day);
    if (!day || stop === null || this.#used.has(name)) this.#lose(stood);
    else day.push(stop.kind === "meal" ? this.#seated(stood, stop) : stop);
    this.#used.add(name);
  }

  #seated(stood: Stood, meal: Extract<Stop, { kind: "meal" }>): Stop {
    this.mealStarts.set(`${stood.day}:${meal.slot}`, stood.startMinute);
    const table = `table:${meal.eatery}`;
    const eatery = this.#used.has(table) ? null : meal.eatery;
    if (eatery === null) this.#lose(stood);
    else this.#used.add(table);
    return { ...meal, eatery };
  }

  /** What never had a place is no loss. */
  #lose(stood: Stood): void {
    if (stood.item.placeId !== null) this.lost.push(stood);
  }
}

const nameOf = (stop: Stop, day: number | null): string =>
  stop.kind === "visit" ? `visit:${stop.visit}` : `meal:${day}:${stop.slot}`;

interface Indices {
  readonly places: ReadonlyMap<string, number>;
  readonly items: ReadonlyMap<object, number>;
  readonly tables: ReadonlyMap<string, number>;
}

function indicesOf({ sources, tables }: TripProblem): Indices {
  return {
    places: new Map(sources.flatMap(({ place, item }, visit) => (place && !item ? [[place.id, visit]] : []))),
    items: new Map(sources.flatMap(({ item }, visit) => (item ? [[item, visit]] : []))),
    tables: new Map(tables.map(({ id }, eatery) => [id, eatery])),
  };
}

function stopFor({ problem, days }: TripProblem, indices: Indices, stood: Stood & { day: number }): Stop | null {
  const { item, day, startMinute, endMinute } = stood;
  const kept = indices.items.get(item);
  if (kept !== undefined) return { kind: "visit", visit: kept, minutes: problem.visits[kept]?.minutes ?? 0 };
  if (item.type === "meal") {
    const kind = mealKindAt(startMinute);
    const slot = kind === null ? -1 : (days[day]?.meals.indexOf(kind) ?? -1);
    const eatery = item.placeId === null ? null : (indices.tables.get(item.placeId) ?? null);
    return slot < 0 ? null : { kind: "meal", slot, eatery };
  }
  if (item.placeId === null || isJourney(item)) return null;
  const visit = indices.places.get(item.placeId);
  const least = visit === undefined ? 0 : (problem.visits[visit]?.leastMinutes ?? 0);
  return visit === undefined ? null : { kind: "visit", visit, minutes: Math.max(least, endMinute - startMinute) };
}
