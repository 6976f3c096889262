/**
 * What a traveller could give way on, and the task that results. Each is data with the figure in it, so
 * that it can be told ("start at 08:15"), applied, and proven to be enough.
 */
import type { Day, Problem, Visit } from "../problem.ts";
import type { Task } from "./task.ts";

export type Change =
  | { readonly kind: "drop_visit"; readonly visit: number }
  | { readonly kind: "shorten_visit"; readonly visit: number; readonly minutes: number }
  /** A fixed visit at another time, if it can be had then. */
  | { readonly kind: "move_lock"; readonly visit: number; readonly day: number; readonly startMinute: number }
  | { readonly kind: "drop_meal"; readonly day: number; readonly slot: number }
  | { readonly kind: "start_earlier"; readonly day: number; readonly minute: number }
  | { readonly kind: "end_later"; readonly day: number; readonly minute: number }
  /** `to` is what the problem's budget must be: for visits and meals. */
  | { readonly kind: "raise_budget"; readonly to: number; readonly by: number }
  /** On every day. */
  | { readonly kind: "faster_pace"; readonly moreVisits: number; readonly moreMinutes: number }
  | { readonly kind: "walk_more"; readonly moreMeters: number }
  /** Of the category of that limit. */
  | { readonly kind: "ask_for_fewer"; readonly limit: number; readonly least: number }
  | { readonly kind: "lift_limit"; readonly limit: number }
  /** A day more in the same area, with the hours that everything has on day `like`. */
  | { readonly kind: "one_more_day"; readonly like: number };

export function applyChange(task: Task, change: Change): Task {
  const { problem } = task;
  switch (change.kind) {
    case "drop_visit":
      return { ...task, required: new Set([...task.required].filter((visit) => visit !== change.visit)) };
    case "drop_meal": {
      const slots = task.meals[change.day]?.filter((slot) => slot !== change.slot) ?? [];
      return { ...task, meals: task.meals.with(change.day, slots) };
    }
    case "one_more_day":
      return withDayLike(task, change.like);
    default:
      return { ...task, problem: changed(problem, change) };
  }
}

export const applyChanges = (task: Task, changes: readonly Change[]): Task => changes.reduce(applyChange, task);

const CLOSED: readonly never[] = [];

type Figure = Exclude<Change, { kind: "drop_visit" | "drop_meal" | "one_more_day" }>;

function changed(problem: Problem, change: Figure): Problem {
  switch (change.kind) {
    case "shorten_visit":
      return withVisit(problem, change.visit, { leastMinutes: change.minutes });
    case "move_lock":
      return movedLock(problem, change);
    case "start_earlier":
      return withDays(problem, (_, index) => (index === change.day ? { startMinute: change.minute } : {}));
    case "end_later":
      return withDays(problem, (_, index) => (index === change.day ? { endMinute: change.minute } : {}));
    case "raise_budget":
      return { ...problem, budget: change.to };
    case "faster_pace":
      return withDays(problem, ({ maxVisits, maxVisitMinutes }) => ({
        maxVisits: maxVisits + change.moreVisits,
        maxVisitMinutes: maxVisitMinutes + change.moreMinutes,
      }));
    case "walk_more":
      return withDays(problem, ({ maxWalkMeters }) => ({ maxWalkMeters: maxWalkMeters + change.moreMeters }));
    case "ask_for_fewer":
      return withLimit(problem, change.limit, { least: change.least });
    case "lift_limit":
      return withLimit(problem, change.limit, { most: null, mostPerDay: null });
  }
}

const withDays = (problem: Problem, over: (day: Day, index: number) => Partial<Day>): Problem => ({
  ...problem,
  days: problem.days.map((day, index) => ({ ...day, ...over(day, index) })),
});

const withVisit = (problem: Problem, visit: number, over: Partial<Visit>): Problem => ({
  ...problem,
  visits: problem.visits.map((each, index) => (index === visit ? { ...each, ...over } : each)),
});

const withLimit = (problem: Problem, limit: number, over: Partial<Problem["limits"][number]>): Problem => ({
  ...problem,
  limits: problem.limits.map((each, index) => (index === limit ? { ...each, ...over } : each)),
});

function movedLock(problem: Problem, { visit, day, startMinute }: Extract<Change, { kind: "move_lock" }>): Problem {
  const { leastMinutes = 0, minutes = 0 } = problem.visits[visit] ?? {};
  const closeMinute = startMinute + Math.max(leastMinutes, minutes);
  const lock = [{ openMinute: startMinute, lastEntryMinute: startMinute, closeMinute }];
  const windows = problem.days.map((_, index) => (index === day ? lock : CLOSED));
  return withVisit(problem, visit, { windows });
}

function withDayLike({ problem, required, meals }: Task, like: number): Task {
  const day = problem.days[like];
  if (!day) throw new RangeError(`expected a day of the problem, got ${like}`);
  // What is fixed is fixed to its date, and does not come again on another.
  const visits = problem.visits.map((visit) => ({
    ...visit,
    windows: [...visit.windows, visit.isFixed ? [] : (visit.windows[like] ?? [])],
  }));
  const eateries = problem.eateries.map((eatery) => ({
    ...eatery,
    windows: [...eatery.windows, eatery.windows[like] ?? []],
  }));
  return {
    problem: { ...problem, days: [...problem.days, day], visits, eateries },
    required,
    meals: [...meals, meals[like] ?? []],
  };
}
