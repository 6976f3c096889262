/**
 * Where does a stop fit best? One pass over a day's positions, each judged in constant time from the
 * times that `Routes.settle` keeps: the earliest departure before it and the latest arrival after it.
 *
 * The gain is exact but for stops further on whose crowds or place in the plan before depend on their
 * hour; `settle` gets those right once the stop is in.
 */
import type { Day } from "../problem.ts";
import type { Random } from "../random.ts";
import type { Routes } from "./routes.ts";
import { ELSEWHERE, type Tables } from "./tables.ts";

export class Insertion {
  private readonly routes: Routes;
  private readonly tables: Tables;
  private readonly random: Random;
  /** What a minute of travel counts when positions are compared, beside what the problem says it costs. */
  private readonly travelPrice: number;
  private readonly logNoBlink: number;
  private blinkIn: number;

  /** The best found since `reset`; `position` is -1 while there is none. */
  day = -1;
  position = -1;
  minutes = 0;
  gain = Number.NEGATIVE_INFINITY;
  private rank = Number.NEGATIVE_INFINITY;

  constructor(routes: Routes, random: Random, { travelPrice, blinks }: { travelPrice: number; blinks: number }) {
    this.routes = routes;
    this.tables = routes.tables;
    this.random = random;
    this.travelPrice = travelPrice;
    this.logNoBlink = Math.log(1 - blinks);
    this.blinkIn = this.untilBlink();
  }

  private untilBlink(): number {
    return Math.log(1 - this.random.next()) / this.logNoBlink;
  }

  reset(): void {
    this.day = -1;
    this.position = -1;
    this.gain = Number.NEGATIVE_INFINITY;
    this.rank = Number.NEGATIVE_INFINITY;
  }

  /** Tries every position of the day; keeps the best of all tries since `reset`. `spare`: money left. */
  tryDay(visit: number, day: number, spare: number): void {
    const plan = this.tables.problem.days[day];
    if (!plan) return;
    const slice = visit * this.tables.dayCount + day;
    const from = this.tables.visitFrom[slice] ?? 0;
    const to = this.tables.visitTo[slice] ?? 0;
    if (from === to || (this.tables.cost[visit] ?? 0) > Math.max(0, spare)) return;
    if (this.routes.isFull(day) || !this.hasRoom(visit, day, plan)) return;
    const { routes, tables } = this;
    const { inbound, minutes, points, windows } = tables;
    const { leave, latest, point: pointAt } = routes;
    const row = day * routes.width;
    const end = row + (routes.length[day] ?? 2) - 1;
    const opens = windows.open[from] ?? 0;
    const lastStart = windows.last[to - 1] ?? 0;
    const least = (tables.least[visit] ?? 0) + this.rest(visit, day);
    const own = tables.point[visit] ?? ELSEWHERE;
    const ways = own * points;
    for (let i = this.firstPosition(row, end, opens + least); i <= end; i++) {
      const previous = leave[i - 1] ?? 0;
      if (previous > lastStart) break;
      const arrive = own < 0 ? previous : previous + (inbound[ways + (pointAt[i - 1] ?? 0)] ?? 0);
      if (arrive > lastStart) continue;
      const isHopeless =
        own >= 0 &&
        (routes.own[i] ?? ELSEWHERE) >= 0 &&
        Math.max(arrive, opens) + least + (minutes[ways + (pointAt[i] ?? 0)] ?? 0) > (latest[i] ?? 0);
      if (!isHopeless) this.tryPosition(visit, day, i - row, from, to);
    }
  }

  private hasRoom(visit: number, day: number, plan: Day): boolean {
    const { routes, tables } = this;
    if (tables.isErrand[visit] === 1) return true;
    if ((routes.sights[day] ?? 0) >= plan.maxVisits) return false;
    if ((routes.sightMinutes[day] ?? 0) + (tables.least[visit] ?? 0) > plan.maxVisitMinutes) return false;
    return tables.isIntricate[visit] === 0 || this.isWithinLimits(visit, day);
  }

  private isWithinLimits(visit: number, day: number): boolean {
    const { limits, visits } = this.tables.problem;
    return limits.every(({ category, most, mostPerDay }, limit) => {
      if (visits[visit]?.categories.includes(category) !== true) return true;
      const isFree = most === null || (this.routes.counted[limit] ?? 0) < most;
      const onDay = this.routes.countedOnDay[day * limits.length + limit] ?? 0;
      return isFree && (mostPerDay === null || onDay < mostPerDay);
    });
  }

  /** Latest arrivals grow along the day: no position before this one can wait for the visit to end. */
  private firstPosition(row: number, end: number, earliestEnd: number): number {
    const { latest } = this.routes;
    let low = row + 1;
    let high = end;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((latest[middle] ?? 0) < earliestEnd) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private tryPosition(visit: number, day: number, position: number, from: number, to: number): void {
    const { routes, tables } = this;
    const at = day * routes.width + position;
    const previous = routes.point[at - 1] ?? 0;
    const point = this.pointOf(visit, previous);
    const arrive = (routes.leave[at - 1] ?? 0) + (tables.minutes[previous * tables.points + point] ?? 0);
    const until = routes.leaveBy(day, position, point) - this.rest(visit, day);
    const { open, last, close } = tables.windows;
    const least = tables.least[visit] ?? 0;
    for (let window = from; window < to; window++) {
      const start = routes.onGrid(Math.max(open[window] ?? 0, arrive));
      const longest = Math.min(close[window] ?? 0, until) - start;
      if (start > (last[window] ?? 0) || longest < least) continue;
      if (--this.blinkIn < 0 && tables.isFixed[visit] === 0) this.blinkIn = this.untilBlink();
      else this.weigh(visit, day, position, start, longest);
      return;
    }
  }

  private pointOf(visit: number, previous: number): number {
    const own = this.tables.point[visit] ?? ELSEWHERE;
    return own === ELSEWHERE ? previous : own;
  }

  private rest(visit: number, day: number): number {
    return this.tables.isErrand[visit] === 1 ? 0 : (this.tables.problem.days[day]?.bufferMinutes ?? 0);
  }

  private weigh(visit: number, day: number, position: number, start: number, longest: number): void {
    const { routes, tables } = this;
    const { weights } = tables.problem;
    const previous = routes.point[day * routes.width + position - 1] ?? 0;
    const point = this.pointOf(visit, previous);
    const next = routes.nextPoint(day, position);
    const there = previous * tables.points + point;
    const onward = point * tables.points + next;
    const direct = previous * tables.points + next;
    const detour = (tables.minutes[there] ?? 0) + (tables.minutes[onward] ?? 0) - (tables.minutes[direct] ?? 0);
    const full = tables.full[visit] ?? 0;
    const minutes = tables.least[visit] === full ? full : this.fitting(visit, day, longest);
    if (minutes < (tables.least[visit] ?? 0)) return;
    let gain =
      routes.worth.visit(visit, day, minutes, start) - detour * weights.travelMinute + this.company(visit, day);
    if (tables.countsMeters) {
      const walk = (tables.walk[there] ?? 0) + (tables.walk[onward] ?? 0) - (tables.walk[direct] ?? 0);
      if ((routes.walked[day] ?? 0) + walk > (tables.problem.days[day]?.maxWalkMeters ?? 0)) return;
      const meters = (tables.meters[there] ?? 0) + (tables.meters[onward] ?? 0) - (tables.meters[direct] ?? 0);
      gain -= (meters / 1000) * weights.travelKilometer;
    }
    if (weights.spanMinute > 0) {
      const leave = start + minutes + this.rest(visit, day);
      gain -= this.delay(day, position, leave, onward) * weights.spanMinute;
    }
    const rank = gain - detour * this.travelPrice;
    if (rank <= this.rank) return;
    this.rank = rank;
    this.gain = gain;
    this.day = day;
    this.position = position;
    this.minutes = minutes;
  }

  /** A visit that can't have its full time gets what there is, on the grid. */
  private fitting(visit: number, day: number, longest: number): number {
    const { tables, routes } = this;
    const pace = (tables.problem.days[day]?.maxVisitMinutes ?? 0) - (routes.sightMinutes[day] ?? 0);
    const most = Math.min(longest, tables.full[visit] ?? 0, tables.isErrand[visit] === 1 ? longest : pace);
    return most >= (tables.full[visit] ?? 0) ? most : Math.floor(most / tables.grid) * tables.grid;
  }

  /** How much later the end of the day gets. */
  private delay(day: number, position: number, leave: number, onward: number): number {
    const { routes, tables } = this;
    const row = day * routes.width;
    const last = row + (routes.length[day] ?? 2) - 1;
    let shift = Math.max(0, leave + (tables.minutes[onward] ?? 0) - (routes.start[row + position] ?? 0));
    for (let i = row + position; i < last && shift > 0; i++) {
      const ride = tables.minutes[(routes.point[i] ?? 0) * tables.points + (routes.point[i + 1] ?? 0)] ?? 0;
      const idle = (routes.start[i + 1] ?? 0) - (routes.leave[i] ?? 0) - ride;
      shift = Math.max(0, shift - Math.max(0, idle));
    }
    return shift;
  }

  /** What the other visits have to say: variety, a day that would be empty, a category still short. */
  private company(visit: number, day: number): number {
    const { routes, tables } = this;
    const { weights, limits } = tables.problem;
    if (tables.isErrand[visit] === 1) return 0;
    let gain = (routes.sights[day] ?? 0) === 0 ? weights.dayOut : 0;
    if (tables.groupCount > 0)
      gain -= (routes.inGroup[day * tables.groupCount + (tables.group[visit] ?? 0)] ?? 0) * weights.repeat;
    for (let limit = 0; limit < limits.length; limit++) {
      const { category = -1, least = 0 } = limits[limit] ?? {};
      const isShort = (routes.counted[limit] ?? 0) < least;
      if (isShort && tables.problem.visits[visit]?.categories.includes(category)) gain += weights.shortfall;
    }
    return gain;
  }
}
