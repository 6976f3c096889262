/**
 * What a table is worth between two stops of a day, judged in constant time like an insertion: the
 * counterpart of `insertion.ts` for meals, which may be had without a place of their own.
 */
import type { Routes } from "./routes.ts";
import { ELSEWHERE, type Tables } from "./tables.ts";

/** Where a meal could go. `walked`: what the day walks without it. */
export interface Between {
  readonly day: number;
  readonly slot: number;
  /** Positions of the stops before and after it. */
  readonly previous: number;
  readonly next: number;
  readonly walked: number;
}

export class Seating {
  private readonly routes: Routes;
  private readonly tables: Tables;
  private readonly travelPrice: number;

  constructor(routes: Routes, travelPrice: number) {
    this.routes = routes;
    this.tables = routes.tables;
    this.travelPrice = travelPrice;
  }

  /** Score gained by eating there; negative infinity where it cannot be done. */
  gain(stop: number, { day, slot, previous, next, walked }: Between): number {
    const { routes, tables } = this;
    const plan = tables.problem.days[day];
    const meal = plan?.meals[slot];
    if (!plan || !meal) return Number.NEGATIVE_INFINITY;
    const i = day * routes.width + previous;
    const from = routes.point[i] ?? 0;
    const point = stop === ELSEWHERE ? from : (tables.point[stop] ?? from);
    const arrive = (routes.leave[i] ?? 0) + (tables.minutes[from * tables.points + point] ?? 0);
    const start = this.start(day, slot, stop, arrive);
    if (start < 0 || start + meal.minutes > routes.leaveBy(day, next, point)) return Number.NEGATIVE_INFINITY;
    const onwards = routes.nextPoint(day, next);
    if (walked + this.detour(tables.walk, from, point, onwards) > plan.maxWalkMeters) return Number.NEGATIVE_INFINITY;
    const { weights } = tables.problem;
    const worth = stop === ELSEWHERE ? 0 : routes.worth.table(stop, day, start);
    const minutes = this.detour(tables.minutes, from, point, onwards);
    const meters = this.detour(tables.meters, from, point, onwards);
    return worth - minutes * (weights.travelMinute + this.travelPrice) - (meters / 1000) * weights.travelKilometer;
  }

  /** Metres the day walks without the meal at that position. */
  walkedWithout(day: number, position: number): number {
    const { routes, tables } = this;
    const i = day * routes.width + position;
    const onwards = routes.nextPoint(day, position + 1);
    const extra = this.detour(tables.walk, routes.point[i - 1] ?? 0, routes.point[i] ?? 0, onwards);
    return (routes.walked[day] ?? 0) - extra;
  }

  private detour(column: Int32Array, from: number, point: number, onwards: number): number {
    const { points } = this.tables;
    const direct = column[from * points + onwards] ?? 0;
    return (column[from * points + point] ?? 0) + (column[point * points + onwards] ?? 0) - direct;
  }

  private start(day: number, slot: number, stop: number, arrive: number): number {
    const { tables } = this;
    const eatery = stop === ELSEWHERE ? tables.eateryCount : stop - tables.visitCount;
    const index = ((tables.mealStart[day] ?? 0) + slot) * (tables.eateryCount + 1) + eatery;
    const { open, last } = tables.windows;
    for (let window = tables.mealFrom[index] ?? 0; window < (tables.mealTo[index] ?? 0); window++) {
      const begin = this.routes.onGrid(Math.max(open[window] ?? 0, arrive));
      if (begin <= (last[window] ?? 0)) return begin;
    }
    return -1;
  }
}
