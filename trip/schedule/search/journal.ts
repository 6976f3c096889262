/** What a step has changed, so that it can be taken back: the rows of the days it touched, as they were. */
import type { Routes } from "./routes.ts";
import { ELSEWHERE } from "./tables.ts";

export class Journal {
  private readonly routes: Routes;
  private readonly columns: readonly { now: Int32Array | Int16Array; kept: Int32Array | Int16Array }[];
  private readonly sums: readonly { now: Int32Array | Float64Array; kept: Int32Array | Float64Array }[];
  private readonly touched: Uint8Array;

  constructor(routes: Routes) {
    this.routes = routes;
    const { stop, slot, minutes, from, to, own, point, start, leave, latest } = routes;
    this.columns = [stop, slot, minutes, from, to, own, point, start, leave, latest].map((now) => ({
      now,
      kept: now.slice(),
    }));
    const { length, travelMinutes, walked, sights, sightMinutes, spent, value } = routes;
    this.sums = [length, travelMinutes, walked, sights, sightMinutes, spent, value].map((now) => ({
      now,
      kept: now.slice(),
    }));
    this.touched = new Uint8Array(length.length);
  }

  begin(): void {
    this.touched.fill(0);
  }

  isTouched(day: number): boolean {
    return this.touched[day] === 1;
  }

  /** To be called before a day is changed for the first time in a step. */
  touch(day: number): void {
    if (this.touched[day] === 1) return;
    this.touched[day] = 1;
    const { width, length } = this.routes;
    const row = day * width;
    const end = row + (length[day] ?? 0);
    for (const { now, kept } of this.columns) for (let i = row; i < end; i++) kept[i] = now[i] ?? 0;
    for (const { now, kept } of this.sums) kept[day] = now[day] ?? 0;
  }

  rollback(): void {
    for (let day = 0; day < this.touched.length; day++) if (this.touched[day] === 1) this.recount(day, -1);
    for (let day = 0; day < this.touched.length; day++) {
      if (this.touched[day] === 0) continue;
      for (const { now, kept } of this.sums) now[day] = kept[day] ?? 0;
      const row = day * this.routes.width;
      const end = row + (this.routes.length[day] ?? 0);
      for (const { now, kept } of this.columns) for (let i = row; i < end; i++) now[i] = kept[i] ?? 0;
      this.recount(day, 1);
    }
  }

  private recount(day: number, by: 1 | -1): void {
    const { width, length, stop, slot } = this.routes;
    const row = day * width;
    for (let i = row + 1; i < row + (length[day] ?? 2) - 1; i++)
      this.routes.count(stop[i] ?? ELSEWHERE, slot[i] ?? -1, day, by);
  }
}
