/**
 * The most of a plan that a problem still allows: its stops put back one by one in their old order, what
 * matters most first, each as it was, else shorter or without its table.
 */
import { evaluate } from "../evaluate.ts";
import type { Plan, Stop } from "../plan.ts";
import type { Problem } from "../problem.ts";

interface Placed {
  readonly day: number;
  /** In the old order of the day. */
  readonly position: number;
  readonly stop: Stop;
}

export function salvage(problem: Problem, old: Plan): Plan {
  if (isFeasible(problem, old)) return old;
  const stops = old.flatMap((day, index) => placed(day, index));
  stops.sort((a, b) => rankOf(problem, b.stop) - rankOf(problem, a.stop));
  let kept: Placed[] = [];
  for (const candidate of stops) {
    const versions = [candidate, ...lesser(problem, candidate)];
    const fitting = versions.find((version) => isFeasible(problem, planOf(problem, [...kept, version])));
    if (fitting) kept = [...kept, fitting];
  }
  return planOf(problem, kept);
}

const placed = (day: readonly Stop[], index: number): Placed[] =>
  day.map((stop, position) => ({ day: index, position, stop }));

function planOf({ days }: Problem, kept: readonly Placed[]): Plan {
  return days.map((_, index) =>
    kept
      .filter(({ day }) => day === index)
      .sort((a, b) => a.position - b.position)
      .map(({ stop }) => stop),
  );
}

const isFeasible = (problem: Problem, plan: Plan): boolean =>
  evaluate(problem, plan).broken.every(({ limit }) => limit === "fixed_missing");

/** Locks, then what must be seen, then meals, then the best. */
function rankOf({ visits, eateries }: Problem, stop: Stop): number {
  if (stop.kind === "meal") return 1e4 + (stop.eatery === null ? 0 : (eateries[stop.eatery]?.score ?? 0));
  const { isFixed = false, isMustSee = false, score = 0 } = visits[stop.visit] ?? {};
  return (isFixed ? 1e6 : 0) + (isMustSee ? 1e5 : 0) + score;
}

function lesser({ visits }: Problem, { stop, ...where }: Placed): Placed[] {
  if (stop.kind === "meal") return stop.eatery === null ? [] : [{ ...where, stop: { ...stop, eatery: null } }];
  const least = visits[stop.visit]?.leastMinutes ?? stop.minutes;
  return least < stop.minutes ? [{ ...where, stop: { ...stop, minutes: least } }] : [];
}
