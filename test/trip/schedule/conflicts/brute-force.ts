/**
 * Whether a task can be done, by trying every order of every set of stops on every day and every way to
 * put days together; `evaluate` judges. Visits that nobody asked for and no category wants stay out.
 */
import type { Task } from "../../../../trip/schedule/conflicts/task.ts";
import { evaluate } from "../../../../trip/schedule/evaluate.ts";
import type { Plan, Stop } from "../../../../trip/schedule/plan.ts";

interface DayWay {
  stops: readonly Stop[];
  visits: number;
  eateries: readonly number[];
}

export const isHeld = ({ problem, required, meals }: Task, plan: Plan): boolean => {
  const { broken, terms } = evaluate(problem, plan);
  const stops = plan.flat();
  return (
    broken.every(({ limit }) => limit === "fixed_missing") &&
    terms.shortfalls === 0 &&
    [...required].every((index) => stops.some((stop) => stop.kind === "visit" && stop.visit === index)) &&
    meals.every((slots, day) =>
      slots.every((slot) => plan[day]?.some((stop) => stop.kind === "meal" && stop.slot === slot)),
    )
  );
};

function daysWays({ problem, meals }: Task, day: number, useful: readonly number[]): DayWay[] {
  const ways = new Map<string, DayWay>();
  const own = useful.filter((visit) => problem.visits[visit]?.area === problem.days[day]?.area);
  const isFine = (stops: readonly Stop[], anyEnd: boolean): boolean =>
    evaluate(
      problem,
      problem.days.map((_, index) => (index === day ? stops : [])),
    ).broken.every(
      (broken) => broken.day !== day || (anyEnd && (broken.limit === "day_end" || broken.limit === "walk")),
    );
  const extend = (stops: readonly Stop[], visits: number, slots: readonly number[]): void => {
    if (!isFine(stops, true)) return;
    const eateries = stops.flatMap((stop) => (stop.kind === "meal" && stop.eatery !== null ? [stop.eatery] : []));
    const key = `${visits}|${[...eateries].sort((a, b) => a - b)}`;
    if (slots.length === 0 && !ways.has(key) && isFine(stops, false)) ways.set(key, { stops, visits, eateries });
    for (const visit of own) {
      if (visits & (1 << visit)) continue;
      const stop: Stop = { kind: "visit", visit, minutes: problem.visits[visit]?.leastMinutes ?? 0 };
      extend([...stops, stop], visits | (1 << visit), slots);
    }
    for (const slot of slots) {
      const rest = slots.filter((other) => other !== slot);
      for (const eatery of [null, ...problem.eateries.keys()])
        extend([...stops, { kind: "meal", slot, eatery }], visits, rest);
    }
  };
  extend([], 0, meals[day] ?? []);
  return [...ways.values()];
}

export function bruteForce(task: Task): boolean {
  const { problem, required } = task;
  const wanted = new Set(problem.limits.flatMap(({ least, category }) => (least > 0 ? [category] : [])));
  const useful = [...problem.visits.keys()].filter(
    (index) => required.has(index) || problem.visits[index]?.categories.some((category) => wanted.has(category)),
  );
  const asked = [...required].reduce((mask, visit) => mask | (1 << visit), 0);
  const ways = problem.days.map((_, day) => daysWays(task, day, useful));
  const together = (day: number, plan: Plan, visits: number): boolean => {
    if (day === problem.days.length) return (visits & asked) === asked && isHeld(task, plan);
    return (ways[day] ?? []).some(
      (way) => (way.visits & visits) === 0 && together(day + 1, [...plan, way.stops], visits | way.visits),
    );
  };
  return together(0, [], 0);
}
