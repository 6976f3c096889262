/**
 * What days have room for at most, and what visits take up at the least, whatever the order: bounds that
 * show at once that the rest of the days cannot hold the rest of the visits.
 */
import type { Problem, Visit } from "../problem.ts";
import type { Task } from "./task.ts";

/** Of visits and of sights how many; minutes with rests and ways; minutes inside sights. */
export type Amounts = readonly [visits: number, sights: number, minutes: number, sightMinutes: number];

const NOTHING: Amounts = [0, 0, 0, 0];

export const plus = (a: Amounts, b: Amounts): Amounts => [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]];

export const isWithin = (a: Amounts, room: Amounts): boolean =>
  a[0] <= room[0] && a[1] <= room[1] && a[2] <= room[2] && a[3] <= room[3];

/** What a visit takes up on any of the days, beside these others: the shortest way to it counts. */
export function loadOf({ problem }: Task, visit: number, others: readonly number[], days: readonly number[]): Amounts {
  const { leastMinutes, isErrand, point } = problem.visits[visit] ?? { leastMinutes: 0, isErrand: true, point: null };
  const each = days.flatMap((day) => problem.days[day] ?? []);
  const from = [
    ...each.map(({ startPoint }) => startPoint),
    ...others.map((other) => (other === visit ? null : (problem.visits[other]?.point ?? null))),
  ];
  const ways = from.flatMap((start) => (start === null || point === null ? [] : wayBetween(problem, start, point)));
  const way = point === null ? 0 : Math.min(...ways);
  const rest = Math.min(...each.map(({ bufferMinutes }) => bufferMinutes));
  if (isErrand) return [1, 0, leastMinutes + way, 0];
  return [1, 1, leastMinutes + way + rest, leastMinutes];
}

const wayBetween = ({ travel }: Problem, from: number, to: number): number =>
  travel.minutes[from * travel.points + to] ?? 0;

/** What a day has left beside its meals and what is pinned to it; `loads` are of those who could come. */
export function roomOf(
  { problem, meals }: Task,
  day: number,
  pinned: readonly number[],
  loads: readonly Amounts[],
): Amounts {
  const { startMinute, endMinute, maxVisits, maxVisitMinutes, bufferMinutes } = problem.days[day] ?? NO_DAY;
  const eaten = (meals[day] ?? []).reduce((sum, slot) => sum + (problem.days[day]?.meals[slot]?.minutes ?? 0), 0);
  const inside = pinned.flatMap((index) => problem.visits[index] ?? []);
  const sights = inside.filter(({ isErrand }) => !isErrand);
  const lasting = (visits: readonly Visit[]): number => visits.reduce((sum, { leastMinutes }) => sum + leastMinutes, 0);
  const minutes = endMinute - startMinute - eaten - lasting(inside) - bufferMinutes * sights.length;
  let [count, left] = [0, minutes];
  for (const load of loads.map((each) => each[2]).sort((a, b) => a - b)) {
    left -= load;
    if (left < 0) break;
    count++;
  }
  return [count, maxVisits - sights.length, minutes, maxVisitMinutes - lasting(sights)];
}

const NO_DAY = { startMinute: 0, endMinute: 0, maxVisits: 0, maxVisitMinutes: 0, bufferMinutes: 0 };

export const sumOfAmounts = (amounts: readonly Amounts[]): Amounts => amounts.reduce(plus, NOTHING);
