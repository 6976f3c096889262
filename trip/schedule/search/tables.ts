/**
 * A problem as the search reads it: flat typed arrays, every lookup an index. Built once per search;
 * nothing in here changes afterwards.
 *
 * Stops are numbered: visits first, then eateries (`visitCount + eatery`). A stop without a point of its
 * own happens where the traveller already is; its point is `ELSEWHERE`.
 */
import type { OpenWindow } from "../../opening-hours.ts";
import { earliestStart } from "../evaluate.ts";
import type { Problem, Visit } from "../problem.ts";

/** The point of a stop that happens wherever the traveller is, and the eatery of a meal without one. */
export const ELSEWHERE = -1;

/** Stretches in which a stop may begin, as slices `from[i]` to `to[i]` of three parallel arrays. */
export interface Windows {
  readonly open: Int32Array;
  readonly last: Int32Array;
  readonly close: Int32Array;
}

/** "Never closes" within 32 bits, with room to add to it. */
const FAR_FUTURE = 2 ** 29;

export interface Tables {
  readonly problem: Problem;
  readonly dayCount: number;
  readonly visitCount: number;
  readonly eateryCount: number;
  readonly points: number;
  readonly minutes: Int32Array;
  /** The same, `to * points + from`: all ways to a point lie side by side. */
  readonly inbound: Int32Array;
  readonly meters: Int32Array;
  readonly walk: Int32Array;
  readonly windows: Windows;
  /** Slice of `windows` by `visit * dayCount + day`. */
  readonly visitFrom: Int32Array;
  readonly visitTo: Int32Array;
  /** Slice by `mealIndex * (eateryCount + 1) + eatery`, the last being the meal without a place. */
  readonly mealFrom: Int32Array;
  readonly mealTo: Int32Array;
  /** Index of a day's first meal; `mealStart[dayCount]` is how many there are. */
  readonly mealStart: Int32Array;
  /** By stop. */
  readonly point: Int32Array;
  readonly area: Int32Array;
  readonly cost: Float64Array;
  /** By visit. */
  readonly score: Float64Array;
  readonly full: Int32Array;
  readonly least: Int32Array;
  readonly group: Int32Array;
  readonly isErrand: Uint8Array;
  readonly isFixed: Uint8Array;
  /** Has crowds, a place in the plan before, or a category that is limited: its gain hangs on more than its minutes. */
  readonly isIntricate: Uint8Array;
  readonly groupCount: number;
  readonly budget: number;
  readonly grid: number;
  /** Some visit may be cut short. */
  readonly hasRanges: boolean;
  /** Visits that some day could hold, if it held nothing else. */
  readonly usable: Int32Array;
  /** By visit: its minutes with the way to the nearest other one. */
  readonly effort: Float64Array;
  /** What a usual visit is worth and the effort it takes: the scales of the search. */
  readonly usualScore: number;
  readonly usualEffort: number;
  /** Distances count somewhere: as a cost, or as a limit to what is walked. */
  readonly countsMeters: boolean;
}

/** Collects windows; equal lists (the same week for every place) are kept once. */
class WindowList {
  readonly open: number[] = [];
  readonly last: number[] = [];
  readonly close: number[] = [];
  private readonly known = new Map<readonly OpenWindow[], number>();

  add(windows: readonly OpenWindow[]): number {
    const at = this.known.get(windows);
    if (at !== undefined) return at;
    const from = this.open.length;
    for (const { openMinute, lastEntryMinute, closeMinute } of windows) {
      this.open.push(openMinute);
      this.last.push(lastEntryMinute);
      this.close.push(closeMinute);
    }
    this.known.set(windows, from);
    return from;
  }
}

const NEVER: readonly OpenWindow[] = [];

function visitWindows({ visits, days }: Problem, list: WindowList): Pick<Tables, "visitFrom" | "visitTo"> {
  const visitFrom = new Int32Array(visits.length * days.length);
  const visitTo = new Int32Array(visits.length * days.length);
  for (const [visit, { windows, area }] of visits.entries()) {
    for (const [day, { area: dayArea }] of days.entries()) {
      const onDay = area === dayArea ? (windows[day] ?? NEVER) : NEVER;
      const at = visit * days.length + day;
      visitFrom[at] = list.add(onDay);
      visitTo[at] = (visitFrom[at] ?? 0) + onDay.length;
    }
  }
  return { visitFrom, visitTo };
}

/** When a meal of a slot can begin at an eatery: within both its hours and the slot's. */
function mealWindows({ days, eateries }: Problem, list: WindowList): Pick<Tables, "mealFrom" | "mealTo" | "mealStart"> {
  const mealStart = new Int32Array(days.length + 1);
  for (const [day, { meals }] of days.entries()) mealStart[day + 1] = (mealStart[day] ?? 0) + meals.length;
  const width = eateries.length + 1;
  const mealFrom = new Int32Array((mealStart[days.length] ?? 0) * width);
  const mealTo = new Int32Array(mealFrom.length);
  for (const [day, { meals, area }] of days.entries()) {
    for (const [slot, { earliestMinute, latestMinute, minutes }] of meals.entries()) {
      const row = ((mealStart[day] ?? 0) + slot) * width;
      const within = (windows: readonly OpenWindow[]): OpenWindow[] =>
        windows
          .map((window) => ({
            openMinute: Math.max(window.openMinute, earliestMinute),
            lastEntryMinute: Math.min(window.lastEntryMinute, latestMinute, window.closeMinute - minutes),
            closeMinute: window.closeMinute,
          }))
          .filter(({ openMinute, lastEntryMinute }) => openMinute <= lastEntryMinute);
      const put = (at: number, windows: readonly OpenWindow[]): void => {
        mealFrom[at] = list.add(windows);
        mealTo[at] = (mealFrom[at] ?? 0) + windows.length;
      };
      for (const [eatery, { windows, area: eateryArea }] of eateries.entries())
        put(row + eatery, eateryArea === area ? within(windows[day] ?? NEVER) : NEVER);
      const closeMinute = latestMinute + minutes;
      put(row + eateries.length, [{ openMinute: earliestMinute, lastEntryMinute: latestMinute, closeMinute }]);
    }
  }
  return { mealFrom, mealTo, mealStart };
}

/** Could any day hold this visit and nothing else? */
export function isReachable(problem: Problem, visit: Visit): boolean {
  const { travel, gridMinutes } = problem;
  return problem.days.some((day, index) => {
    if (day.area !== visit.area) return false;
    const point = visit.point ?? day.startPoint;
    const arrive = day.startMinute + (travel.minutes[day.startPoint * travel.points + point] ?? 0);
    const start = earliestStart(visit.windows[index] ?? NEVER, arrive, visit.leastMinutes, gridMinutes);
    const back = travel.minutes[point * travel.points + day.endPoint] ?? 0;
    return start !== null && start + visit.leastMinutes + back <= day.endMinute;
  });
}

/** By visit: its minutes and the way to the nearest other visit, the least it takes out of a day. */
function efforts({ visits, travel }: Problem): Float64Array {
  const point = Int32Array.from(visits, (visit) => visit.point ?? ELSEWHERE);
  const area = Int32Array.from(visits, (visit) => visit.area);
  return Float64Array.from(visits, ({ minutes }, visit) => {
    const row = (point[visit] ?? 0) * travel.points;
    if (row < 0) return minutes;
    let nearest = Number.POSITIVE_INFINITY;
    for (let other = 0; other < visits.length; other++) {
      if (other === visit || area[other] !== area[visit] || point[other] === ELSEWHERE) continue;
      nearest = Math.min(nearest, travel.minutes[row + (point[other] ?? 0)] ?? 0);
    }
    return minutes + (Number.isFinite(nearest) ? nearest : 0);
  });
}

/** Rows and columns are read in tiles that fit a processor's cache: a table of thousands of points does not. */
const TILE = 64;

/** The table itself where every way back takes as long as the way there. */
function transposed(minutes: Int32Array, points: number): Int32Array {
  if (isSymmetric(minutes, points)) return minutes;
  const inbound = new Int32Array(minutes.length);
  for (let from = 0; from < points; from++)
    for (let to = 0; to < points; to++) inbound[to * points + from] = minutes[from * points + to] ?? 0;
  return inbound;
}

function isSymmetric(minutes: Int32Array, points: number): boolean {
  for (let row = 0; row < points; row += TILE) {
    for (let column = row; column < points; column += TILE) {
      for (let from = row; from < Math.min(points, row + TILE); from++) {
        for (let to = column; to < Math.min(points, column + TILE); to++)
          if (minutes[from * points + to] !== minutes[to * points + from]) return false;
      }
    }
  }
  return true;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

export function tablesOf(problem: Problem): Tables {
  const { visits, eateries, days, travel, limits, weights } = problem;
  const list = new WindowList();
  const visitSlices = visitWindows(problem, list);
  const mealSlices = mealWindows(problem, list);
  const stops = [...visits, ...eateries];
  const usable = [...visits.keys()].filter((index) => {
    const visit = visits[index];
    return visit !== undefined && isReachable(problem, visit);
  });
  const effort = efforts(problem);
  const sights = usable.filter((index) => visits[index]?.isErrand === false);
  const isLimited = (visit: Visit): boolean => limits.some(({ category }) => visit.categories.includes(category));
  return {
    problem,
    dayCount: days.length,
    visitCount: visits.length,
    eateryCount: eateries.length,
    points: travel.points,
    minutes: travel.minutes,
    inbound: transposed(travel.minutes, travel.points),
    meters: travel.meters,
    walk: travel.walkMeters,
    windows: {
      open: Int32Array.from(list.open),
      last: Int32Array.from(list.last, (minute) => Math.min(minute, FAR_FUTURE)),
      close: Int32Array.from(list.close, (minute) => Math.min(minute, FAR_FUTURE)),
    },
    ...visitSlices,
    ...mealSlices,
    point: Int32Array.from(stops, ({ point }) => point ?? ELSEWHERE),
    area: Int32Array.from(stops, ({ area }) => area),
    cost: Float64Array.from(stops, ({ cost }) => cost),
    score: Float64Array.from(stops, ({ score }) => score),
    full: Int32Array.from(visits, ({ minutes }) => minutes),
    least: Int32Array.from(visits, ({ leastMinutes }) => leastMinutes),
    group: Int32Array.from(visits, ({ group }) => group),
    isErrand: Uint8Array.from(visits, (visit) => Number(visit.isErrand)),
    isFixed: Uint8Array.from(visits, (visit) => Number(visit.isFixed)),
    isIntricate: Uint8Array.from(visits, (visit) =>
      Number(visit.crowd !== null || visit.before !== null || visit.isMustSee || isLimited(visit)),
    ),
    groupCount: weights.repeat === 0 ? 0 : visits.reduce((most, { group }) => Math.max(most, group + 1), 0),
    budget: problem.budget ?? Number.POSITIVE_INFINITY,
    grid: problem.gridMinutes,
    hasRanges: visits.some(({ minutes, leastMinutes }) => leastMinutes < minutes),
    usable: Int32Array.from(usable),
    effort,
    usualScore: Math.max(1e-6, mean(sights.map((index) => visits[index]?.score ?? 0))),
    usualEffort: Math.max(1, mean(sights.map((index) => effort[index] ?? 0))),
    countsMeters:
      weights.travelKilometer > 0 || days.some(({ maxWalkMeters }) => maxWalkMeters < Number.MAX_SAFE_INTEGER),
  };
}
