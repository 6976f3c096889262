/**
 * Travel between any two points of a problem, computed once. The search asks for it millions of times,
 * so it is three typed arrays and an index, nothing else.
 *
 * Points are numbered: day bases first, then visits, then eateries.
 */
import { cityTravel } from "../../geo.ts";
import type { PlanProblem } from "./problem.ts";

export interface TravelTable {
  minutes(from: number, to: number): number;
  meters(from: number, to: number): number;
  /** Metres on foot; 0 when the leg is ridden. */
  walkMeters(from: number, to: number): number;
  basePoint(day: number): number;
  visitPoint(visit: number): number;
  eateryPoint(eatery: number): number;
}

export function travelTable(problem: PlanProblem): TravelTable {
  const { days, visits, eateries, mobility } = problem;
  const points = [
    ...days.map(({ base, area }) => ({ location: base, area })),
    ...visits.map(({ location, area }) => ({ location, area })),
    ...eateries.map(({ location, area }) => ({ location, area })),
  ];
  const size = points.length;
  const minutes = new Uint16Array(size * size);
  const meters = new Uint32Array(size * size);
  const walk = new Uint16Array(size * size);
  for (const [from, a] of points.entries()) {
    for (const [to, b] of points.entries()) {
      if (from === to || a.area !== b.area) continue;
      const travel = cityTravel(a.location, b.location, mobility);
      minutes[from * size + to] = travel.durationMinutes;
      meters[from * size + to] = travel.distanceMeters;
      walk[from * size + to] = travel.mode === "walk" ? travel.distanceMeters : 0;
    }
  }
  return {
    minutes: (from, to) => minutes[from * size + to] ?? 0,
    meters: (from, to) => meters[from * size + to] ?? 0,
    walkMeters: (from, to) => walk[from * size + to] ?? 0,
    basePoint: (day) => day,
    visitPoint: (visit) => days.length + visit,
    eateryPoint: (eatery) => days.length + visits.length + eatery,
  };
}
