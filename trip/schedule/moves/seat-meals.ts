/**
 * Meals: each day's are put where they cost the least detour, at the table that suits best (good, near,
 * open, affordable, not eaten at before), or without a place where none does. Once the visits stand,
 * every meal looks for a better table again.
 */
import { eateriesNear } from "../search/eateries-near.ts";
import { Seating } from "../search/seating.ts";
import { ELSEWHERE } from "../search/tables.ts";
import type { Workbench } from "../search/workbench.ts";

/** How often a meal is put in without a place at first, so that the visits decide where the day leads. */
const OPEN_CHANCE = 0.3;

export class MealMoves {
  private readonly bench: Workbench;
  private readonly seating: Seating;
  private readonly near: (point: number) => Int32Array;

  constructor(bench: Workbench) {
    this.bench = bench;
    this.seating = new Seating(bench.routes, bench.travelPrice);
    this.near = eateriesNear(bench.tables);
  }

  /** Puts the missing meals of the touched days in; none spends what the next ones need at the least. */
  insertMeals(): void {
    const { tables, routes, journal } = this.bench;
    const missing: { day: number; slot: number }[] = [];
    let reserved = 0;
    for (let day = 0; day < tables.dayCount; day++) {
      const meals = journal.isTouched(day) ? (tables.problem.days[day]?.meals.length ?? 0) : 0;
      for (let slot = 0; slot < meals; slot++) {
        if (!this.isMissing(day, slot)) continue;
        missing.push({ day, slot });
        reserved += routes.mealCost(day, slot, ELSEWHERE);
      }
    }
    for (const { day, slot } of missing) {
      reserved -= routes.mealCost(day, slot, ELSEWHERE);
      if (!routes.isFull(day)) this.insert(day, slot, reserved);
    }
  }

  /** Looks for a better table for each meal of the touched days. */
  improveTables(): void {
    const { tables, routes, journal } = this.bench;
    for (let day = 0; day < tables.dayCount; day++) {
      if (!journal.isTouched(day)) continue;
      for (let position = 1; position < (routes.length[day] ?? 2) - 1; position++)
        if ((routes.slot[day * routes.width + position] ?? -1) >= 0) this.improve(day, position);
    }
  }

  private isMissing(day: number, slot: number): boolean {
    const { routes } = this.bench;
    const row = day * routes.width;
    for (let i = row + 1; i < row + (routes.length[day] ?? 2) - 1; i++) if (routes.slot[i] === slot) return false;
    return true;
  }

  private insert(day: number, slot: number, reserved: number): void {
    const { tables, routes, random } = this.bench;
    const spare = Math.max(0, tables.budget - routes.totalSpent - reserved);
    const walked = routes.walked[day] ?? 0;
    const isOpen = random.next() < OPEN_CHANCE;
    let best = { position: -1, stop: ELSEWHERE, gain: Number.NEGATIVE_INFINITY };
    const consider = (position: number, stop: number): void => {
      if (routes.mealCost(day, slot, stop) > spare) return;
      const gain = this.seating.gain(stop, { day, slot, previous: position - 1, next: position, walked });
      if (gain > best.gain) best = { position, stop, gain };
    };
    for (let position = 1; position < (routes.length[day] ?? 2); position++) {
      consider(position, ELSEWHERE);
      if (isOpen) continue;
      for (const stop of this.near(routes.point[day * routes.width + position - 1] ?? 0))
        if ((routes.dayOf[stop] ?? -1) < 0) consider(position, stop);
    }
    if (best.position < 0) return;
    routes.insert(day, best.position, best.stop, slot, tables.problem.days[day]?.meals[slot]?.minutes ?? 0);
    routes.settle(day);
  }

  private improve(day: number, position: number): void {
    const { tables, routes } = this.bench;
    const at = day * routes.width + position;
    const slot = routes.slot[at] ?? -1;
    const sitting = routes.stop[at] ?? ELSEWHERE;
    const walked = this.seating.walkedWithout(day, position);
    const between = { day, slot, previous: position - 1, next: position + 1, walked };
    const affordable = Math.max(0, tables.budget - routes.totalSpent) + routes.mealCost(day, slot, sitting);
    let best = sitting;
    let gain = this.seating.gain(sitting, between);
    for (const stop of this.near(routes.point[at - 1] ?? 0)) {
      if ((routes.dayOf[stop] ?? -1) >= 0 || (tables.cost[stop] ?? 0) > affordable) continue;
      const other = this.seating.gain(stop, between);
      if (other <= gain) continue;
      gain = other;
      best = stop;
    }
    if (best === sitting) return;
    routes.forget(day, position);
    routes.put(day, position, best, slot, routes.minutes[at] ?? 0);
    routes.settle(day);
  }
}
