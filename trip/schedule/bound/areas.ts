/** Which visits a day's area has, by how the bound treats them, and the ways between them: alike on all its days. */
import type { Problem, Visit } from "../problem.ts";
import { type Ways, waysBetween } from "./shortcuts.ts";

export interface Area {
  /** With a place and a duration: nodes. */
  readonly placed: readonly number[];
  /** Without a place: done on the way. */
  readonly loose: readonly number[];
  /** Over at once: done at no time. */
  readonly quick: readonly number[];
  readonly ways: Ways;
  /** Row of the ways by point of the problem. */
  readonly rowOf: ReadonlyMap<number, number>;
  /** Rows from here on are points that ways lead through. */
  readonly firstThrough: number;
}

export function areaOf(problem: Problem, area: number): Area {
  const days = problem.days.filter((day) => day.area === area);
  const here = [...problem.visits.keys()].filter((visit) => problem.visits[visit]?.area === area);
  const visitAt = (visit: number): Visit => problem.visits[visit] as Visit;
  // A rest after the visit would keep it from being quick on some days only: none is counted on.
  const isQuick = (visit: number): boolean => visitAt(visit).leastMinutes < 1;
  const pointsOf = (visits: readonly number[]): number[] => visits.flatMap((visit) => visitAt(visit).point ?? []);
  const placed = here.filter((visit) => visitAt(visit).point !== null && !isQuick(visit));
  const quick = here.filter(isQuick);
  const hasMeals = days.some(({ meals }) => meals.length > 0);
  const tables = hasMeals ? problem.eateries.flatMap((eatery) => (eatery.area === area ? eatery.point : [])) : [];
  const ends = days.flatMap(({ startPoint, endPoint }) => [startPoint, endPoint]);
  const through = [...new Set([...tables, ...pointsOf(quick)])];
  const points = [...new Set([...pointsOf(placed), ...ends])];
  // A point that is both stands twice: as a stop, and as what lies on the way.
  return {
    placed,
    quick,
    loose: here.filter((visit) => visitAt(visit).point === null && !isQuick(visit)),
    ways: waysBetween(problem, points, through),
    rowOf: new Map(points.map((point, row) => [point, row])),
    firstThrough: points.length,
  };
}
