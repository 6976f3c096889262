/**
 * A plan while it is being searched: for every day its stops in order, their times, and what the day is
 * worth. A change touches one day; `settle` then walks that day once forwards (when does each stop
 * begin) and once backwards (how late may one arrive at it without breaking what follows), so that
 * whether another stop fits at a position is known without walking the day again.
 *
 * Position 0 is the day's start point and the last position its end point.
 */
import type { Plan, Stop } from "../plan.ts";
import type { Day } from "../problem.ts";
import { ELSEWHERE, type Tables } from "./tables.ts";
import { Worth } from "./worth.ts";

const NOWHERE = -1;
/** A day's maximum that is never reached must not make its row endless. */
const MOST_STOPS_A_DAY = 400;

export class Routes {
  readonly tables: Tables;
  readonly worth: Worth;
  /** Positions of a day begin at `day * width`. */
  readonly width: number;
  readonly length: Int32Array;
  /** By position: the stop (see tables.ts), the meal's slot (-1: no meal), its minutes, its windows. */
  readonly stop: Int32Array;
  readonly slot: Int16Array;
  readonly minutes: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Its own point, or `ELSEWHERE`. */
  readonly own: Int32Array;
  /** Where it is, `ELSEWHERE` resolved; when it begins, when the traveller goes on, how late they may arrive. */
  readonly point: Int32Array;
  readonly start: Int32Array;
  readonly leave: Int32Array;
  readonly latest: Int32Array;
  /** By day. */
  readonly travelMinutes: Float64Array;
  readonly walked: Float64Array;
  readonly sights: Int32Array;
  readonly sightMinutes: Float64Array;
  readonly spent: Float64Array;
  readonly value: Float64Array;
  /** By stop: the day it is in, or -1. */
  readonly dayOf: Int16Array;
  /** By `day * groupCount + group`: visits of that group. */
  readonly inGroup: Int16Array;
  /** By limit: visits counted, over the trip and by `day * limits + limit`. */
  readonly counted: Int32Array;
  readonly countedOnDay: Int32Array;

  constructor(tables: Tables) {
    const { problem, dayCount, visitCount, eateryCount, groupCount } = tables;
    const errands = problem.visits.filter(({ isErrand }) => isErrand).length;
    const most = problem.days.reduce(
      (sum, day) => Math.max(sum, Math.min(day.maxVisits, visitCount) + day.meals.length),
      0,
    );
    this.tables = tables;
    this.worth = new Worth(tables);
    this.width = Math.min(MOST_STOPS_A_DAY, most + errands) + 2;
    const size = dayCount * this.width;
    this.length = new Int32Array(dayCount).fill(2);
    this.stop = new Int32Array(size).fill(ELSEWHERE);
    this.slot = new Int16Array(size).fill(-1);
    this.minutes = new Int32Array(size);
    this.from = new Int32Array(size);
    this.to = new Int32Array(size);
    this.own = new Int32Array(size);
    this.point = new Int32Array(size);
    this.start = new Int32Array(size);
    this.leave = new Int32Array(size);
    this.latest = new Int32Array(size);
    this.travelMinutes = new Float64Array(dayCount);
    this.walked = new Float64Array(dayCount);
    this.sights = new Int32Array(dayCount);
    this.sightMinutes = new Float64Array(dayCount);
    this.spent = new Float64Array(dayCount);
    this.value = new Float64Array(dayCount);
    this.dayOf = new Int16Array(visitCount + eateryCount).fill(NOWHERE);
    this.inGroup = new Int16Array(dayCount * groupCount);
    this.counted = new Int32Array(problem.limits.length);
    this.countedOnDay = new Int32Array(problem.limits.length * dayCount);
    for (let day = 0; day < dayCount; day++) this.settle(day);
  }

  isFull(day: number): boolean {
    return (this.length[day] ?? 0) >= this.width;
  }

  get totalSpent(): number {
    let sum = 0;
    for (let day = 0; day < this.spent.length; day++) sum += this.spent[day] ?? 0;
    return sum;
  }

  /** Score of the whole plan, up to a constant of the problem. */
  get totalValue(): number {
    let sum = 0;
    for (let day = 0; day < this.value.length; day++) sum += this.value[day] ?? 0;
    const { limits, weights } = this.tables.problem;
    for (let limit = 0; limit < limits.length; limit++)
      sum -= Math.max(0, (limits[limit]?.least ?? 0) - (this.counted[limit] ?? 0)) * weights.shortfall;
    return sum;
  }

  get totalTravelMinutes(): number {
    let sum = 0;
    for (let day = 0; day < this.travelMinutes.length; day++) sum += this.travelMinutes[day] ?? 0;
    return sum;
  }

  /** Opens a gap at `position` and puts the stop there. The day is to be settled afterwards. */
  insert(day: number, position: number, stop: number, slot: number, minutes: number): void {
    const row = day * this.width;
    const length = this.length[day] ?? 0;
    const at = row + position;
    for (const column of [this.stop, this.slot, this.minutes, this.from, this.to])
      column.copyWithin(at + 1, at, row + length);
    this.length[day] = length + 1;
    this.put(day, position, stop, slot, minutes);
  }

  /** Writes the stop at `position` over what stood there. */
  put(day: number, position: number, stop: number, slot: number, minutes: number): void {
    const { tables } = this;
    const at = day * this.width + position;
    this.stop[at] = stop;
    this.slot[at] = slot;
    this.minutes[at] = minutes;
    if (slot < 0) {
      const index = stop * tables.dayCount + day;
      this.from[at] = tables.visitFrom[index] ?? 0;
      this.to[at] = tables.visitTo[index] ?? 0;
    } else {
      const eatery = stop === ELSEWHERE ? tables.eateryCount : stop - tables.visitCount;
      const index = ((tables.mealStart[day] ?? 0) + slot) * (tables.eateryCount + 1) + eatery;
      this.from[at] = tables.mealFrom[index] ?? 0;
      this.to[at] = tables.mealTo[index] ?? 0;
    }
    this.count(stop, slot, day, 1);
  }

  /** Takes the stop at `position` out of the books; the caller closes the gap or puts another there. */
  forget(day: number, position: number): void {
    const at = day * this.width + position;
    this.count(this.stop[at] ?? ELSEWHERE, this.slot[at] ?? -1, day, -1);
  }

  remove(day: number, position: number): void {
    this.forget(day, position);
    const row = day * this.width;
    const length = this.length[day] ?? 0;
    const at = row + position;
    for (const column of [this.stop, this.slot, this.minutes, this.from, this.to])
      column.copyWithin(at, at + 1, row + length);
    this.length[day] = length - 1;
  }

  /** The books: who is where, how many of a group and of a limited category. */
  count(stop: number, slot: number, day: number, by: 1 | -1): void {
    if (stop === ELSEWHERE) return;
    this.dayOf[stop] = by === 1 ? day : NOWHERE;
    const { tables } = this;
    if (slot >= 0 || tables.isErrand[stop] === 1) return;
    if (tables.groupCount > 0) {
      const at = day * tables.groupCount + (tables.group[stop] ?? 0);
      this.inGroup[at] = (this.inGroup[at] ?? 0) + by;
    }
    if (tables.isIntricate[stop] === 1) this.countCategories(stop, day, by);
  }

  private countCategories(visit: number, day: number, by: 1 | -1): void {
    const { limits, visits } = this.tables.problem;
    for (let limit = 0; limit < limits.length; limit++) {
      const { category = -1 } = limits[limit] ?? {};
      if (visits[visit]?.categories.includes(category) !== true) continue;
      this.counted[limit] = (this.counted[limit] ?? 0) + by;
      const at = day * limits.length + limit;
      this.countedOnDay[at] = (this.countedOnDay[at] ?? 0) + by;
    }
  }

  /** Walks the day. `false` when it cannot be done: the way round a removed stop may be longer than through it. */
  settle(day: number): boolean {
    const plan = this.tables.problem.days[day];
    if (!plan) return false;
    return this.walkForwards(day, plan) && this.walkBackwards(day, plan);
  }

  private walkForwards(day: number, plan: Day): boolean {
    const { tables, width, stop, slot, point, start, leave, minutes } = this;
    const { visitCount, points } = tables;
    const row = day * width;
    const last = (this.length[day] ?? 2) - 1;
    let at = plan.startPoint;
    let now = plan.startMinute;
    let travelled = 0;
    let meters = 0;
    let walked = 0;
    point[row] = at;
    leave[row] = now;
    start[row] = now;
    for (let i = row + 1; i <= row + last; i++) {
      const who = stop[i] ?? ELSEWHERE;
      const own = i === row + last ? plan.endPoint : who === ELSEWHERE ? ELSEWHERE : (tables.point[who] ?? ELSEWHERE);
      this.own[i] = own;
      const next = own === ELSEWHERE ? at : own;
      const leg = at * points + next;
      const ride = tables.minutes[leg] ?? 0;
      travelled += ride;
      meters += tables.meters[leg] ?? 0;
      walked += tables.walk[leg] ?? 0;
      now += ride;
      at = next;
      point[i] = next;
      if (i === row + last) break;
      const begin = this.earliest(i, now, minutes[i] ?? 0);
      if (begin < 0) return false;
      start[i] = begin;
      now = begin + (minutes[i] ?? 0);
      if (slot[i] === -1 && who < visitCount && tables.isErrand[who] === 0) now += plan.bufferMinutes;
      leave[i] = now;
    }
    start[row + last] = now;
    this.travelMinutes[day] = travelled;
    this.walked[day] = walked;
    const { weights } = tables.problem;
    this.value[day] =
      this.gains(day, plan) -
      travelled * weights.travelMinute -
      (meters / 1000) * weights.travelKilometer -
      (last > 1 ? (now - plan.startMinute) * weights.spanMinute : 0);
    return now <= plan.endMinute && this.isWithinPace(day, plan);
  }

  private isWithinPace(day: number, plan: Day): boolean {
    return (
      (this.sights[day] ?? 0) <= plan.maxVisits &&
      (this.sightMinutes[day] ?? 0) <= plan.maxVisitMinutes &&
      (this.walked[day] ?? 0) <= plan.maxWalkMeters
    );
  }

  /** What the day's stops are worth at the times they have now; keeps the day's sums on the way. */
  private gains(day: number, plan: Day): number {
    const { tables, width, stop, slot, minutes } = this;
    const { weights } = tables.problem;
    const row = day * width;
    const end = row + (this.length[day] ?? 2) - 1;
    let value = 0;
    let sights = 0;
    let sightMinutes = 0;
    let meals = 0;
    let spent = 0;
    for (let i = row + 1; i < end; i++) {
      const who = stop[i] ?? ELSEWHERE;
      if ((slot[i] ?? -1) >= 0) {
        meals += 1;
        spent += this.mealCost(day, slot[i] ?? 0, who);
        if (who !== ELSEWHERE) value += this.worth.table(who, day, this.start[i] ?? 0);
        continue;
      }
      spent += tables.cost[who] ?? 0;
      value += this.worth.visit(who, day, minutes[i] ?? 0, this.start[i] ?? 0);
      if (tables.isErrand[who] === 0) {
        sights += 1;
        sightMinutes += minutes[i] ?? 0;
      }
    }
    this.sights[day] = sights;
    this.sightMinutes[day] = sightMinutes;
    this.spent[day] = spent;
    if (sights > 0) value += weights.dayOut;
    return value - this.repeats(day) * weights.repeat - (plan.meals.length - meals) * weights.missedMeal;
  }

  private repeats(day: number): number {
    const { groupCount } = this.tables;
    let pairs = 0;
    for (let at = day * groupCount; at < (day + 1) * groupCount; at++) {
      const many = this.inGroup[at] ?? 0;
      pairs += (many * (many - 1)) / 2;
    }
    return pairs;
  }

  mealCost(day: number, slot: number, stop: number): number {
    if (stop !== ELSEWHERE) return this.tables.cost[stop] ?? 0;
    return this.tables.problem.days[day]?.meals[slot]?.costWithoutPlace ?? 0;
  }

  private walkBackwards(day: number, plan: Day): boolean {
    const { tables, width, slot, stop, point, latest, minutes } = this;
    const row = day * width;
    const last = row + (this.length[day] ?? 2) - 1;
    latest[last] = plan.endMinute;
    for (let i = last - 1; i > row; i--) {
      const who = stop[i] ?? ELSEWHERE;
      const isSight = slot[i] === -1 && tables.isErrand[who] === 0;
      const ride = tables.minutes[(point[i] ?? 0) * tables.points + (point[i + 1] ?? 0)] ?? 0;
      const done = (latest[i + 1] ?? 0) - ride - (isSight ? plan.bufferMinutes : 0);
      const late = this.latestStart(i, done - (minutes[i] ?? 0), minutes[i] ?? 0);
      if (late < 0) return false;
      latest[i] = late;
    }
    return true;
  }

  /** The start of the stop at `i` when the traveller is there from `arrive` on; -1 when it is too late. */
  private earliest(i: number, arrive: number, minutes: number): number {
    const { open, last, close } = this.tables.windows;
    const end = this.to[i] ?? 0;
    for (let window = this.from[i] ?? 0; window < end; window++) {
      const begin = this.onGrid(Math.max(open[window] ?? 0, arrive));
      if (begin <= (last[window] ?? 0) && begin + minutes <= (close[window] ?? 0)) return begin;
    }
    return -1;
  }

  /** The latest start of the stop at `i`, not after `most`; -1 when there is none. */
  private latestStart(i: number, most: number, minutes: number): number {
    const { open, last, close } = this.tables.windows;
    const { grid } = this.tables;
    for (let window = (this.to[i] ?? 0) - 1; window >= (this.from[i] ?? 0); window--) {
      const late = Math.min(last[window] ?? 0, (close[window] ?? 0) - minutes, most);
      const begin = Math.floor(late / grid) * grid;
      if (begin >= (open[window] ?? 0)) return begin;
    }
    return -1;
  }

  /**
   * How late the traveller may leave `point` so that the stop at `position` and all after it still hold.
   * A stop without a point of its own moves along with whoever comes before it.
   */
  leaveBy(day: number, position: number, point: number): number {
    const i = day * this.width + position;
    const { tables } = this;
    const own = this.own[i] ?? ELSEWHERE;
    if (own >= 0) return (this.latest[i] ?? 0) - (tables.minutes[point * tables.points + own] ?? 0);
    const minutes = this.minutes[i] ?? 0;
    return this.latestStart(i, this.leaveBy(day, position + 1, point) - minutes, minutes);
  }

  /** The first point of its own from `position` on: where the traveller goes next. */
  nextPoint(day: number, position: number): number {
    let i = day * this.width + position;
    while ((this.own[i] ?? 0) < 0) i += 1;
    return this.own[i] ?? 0;
  }

  onGrid(minute: number): number {
    const { grid } = this.tables;
    return grid === 1 ? minute : Math.ceil(minute / grid) * grid;
  }

  toPlan(): Plan {
    return Array.from(this.length, (length, day) =>
      Array.from({ length: length - 2 }, (_, index): Stop => {
        const at = day * this.width + index + 1;
        const who = this.stop[at] ?? ELSEWHERE;
        const slot = this.slot[at] ?? -1;
        if (slot < 0) return { kind: "visit", visit: who, minutes: this.minutes[at] ?? 0 };
        return { kind: "meal", slot, eatery: who === ELSEWHERE ? null : who - this.tables.visitCount };
      }),
    );
  }
}
