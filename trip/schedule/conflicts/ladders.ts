/**
 * What giving way on a requirement can look like: ladders of changes from the mildest to the strongest, so
 * that the mildest that helps can be searched for.
 */
import type { Problem } from "../problem.ts";
import { applyChange, type Change } from "./changes.ts";
import type { Oracle } from "./oracle.ts";
import type { Requirement } from "./requirements.ts";
import type { Task } from "./task.ts";

export interface Ladder {
  readonly size: number;
  at(step: number): Change;
  /** Whatever one step makes possible, every stronger one does. */
  readonly isMonotone: boolean;
  /** For changes of two figures: the second one's ladder, the first being settled. */
  readonly second?: (first: Change) => Ladder;
}

export interface Mildest {
  readonly change: Change;
  readonly step: number;
  /** Every milder step was shown not to be enough. */
  readonly isProven: boolean;
}

/** Nobody is told to get up before five, or to stay out past midnight. */
const EARLIEST_START = 300;
const LATEST_END = 1440;
const WALK_STEP_METERS = 100;
const MOST_WALK_STEPS = 200;
/** How far a fixed visit is moved within its day. */
const MOST_MOVED = 360;
/** A fixed visit that can begin within so many minutes only is at a time agreed with somebody. */
const LOCK_SLACK = 60;
const DAYS_TRIED = 7;

const listed = (changes: readonly Change[], isMonotone = false): Ladder[] =>
  changes.length === 0
    ? []
    : [{ size: changes.length, isMonotone, at: (step) => changes[step] ?? (changes[0] as Change) }];

export function laddersFor(task: Task, requirement: Requirement): Ladder[] {
  const { problem } = task;
  switch (requirement.kind) {
    case "visit":
      return [
        ...listed([{ kind: "drop_visit", visit: requirement.visit }]),
        ...shorter(problem, requirement.visit),
        ...otherTimes(problem, requirement.visit),
      ];
    case "meal":
      return listed([{ kind: "drop_meal", day: requirement.day, slot: requirement.slot }]);
    case "least":
      return fewer(problem, requirement.limit);
    case "most":
      return listed([{ kind: "lift_limit", limit: requirement.limit }]);
    case "budget":
      return dearer(task);
    case "day_hours":
      return longer(problem, requirement.day);
    case "pace":
      return faster(task);
    case "walking":
      return [
        {
          size: MOST_WALK_STEPS,
          isMonotone: true,
          at: (step) => ({ kind: "walk_more", moreMeters: (step + 1) * WALK_STEP_METERS }),
        },
      ];
  }
}

/** On the grid, down to half of what it takes at the least. */
function shorter({ visits, gridMinutes }: Problem, index: number): Ladder[] {
  const visit = visits[index];
  if (!visit || visit.isFixed || visit.isErrand) return [];
  const changes: Change[] = [];
  const first = Math.ceil(visit.leastMinutes / gridMinutes - 1) * gridMinutes;
  for (let minutes = first; minutes > 0 && 2 * minutes >= visit.leastMinutes; minutes -= gridMinutes)
    changes.push({ kind: "shorten_visit", visit: index, minutes });
  return listed(changes, true);
}

/** The nearest times of the same day first, then the same time of other days. */
function otherTimes({ visits, days, gridMinutes }: Problem, index: number): Ladder[] {
  const visit = visits[index];
  if (!visit?.isFixed) return [];
  const windows = visit.windows.flatMap((each, day) => each.map((window) => ({ day, ...window })));
  const [only, ...others] = windows;
  if (!only || others.length > 0 || only.lastEntryMinute - only.openMinute >= LOCK_SLACK) return [];
  const { day, openMinute } = only;
  const moved = (on: number, startMinute: number): Change => ({
    kind: "move_lock",
    visit: index,
    day: on,
    startMinute,
  });
  const changes: Change[] = [];
  for (let shift = gridMinutes; shift <= MOST_MOVED; shift += gridMinutes) {
    if (openMinute - shift >= EARLIEST_START) changes.push(moved(day, openMinute - shift));
    if (openMinute + shift + visit.leastMinutes <= LATEST_END) changes.push(moved(day, openMinute + shift));
  }
  const elsewhere = [...days.keys()].filter((other) => other !== day && days[other]?.area === visit.area);
  elsewhere.sort((a, b) => Math.abs(a - day) - Math.abs(b - day) || a - b);
  return listed([...changes, ...elsewhere.map((other) => moved(other, openMinute))]);
}

function fewer({ limits }: Problem, limit: number): Ladder[] {
  const least = limits[limit]?.least ?? 0;
  return listed(
    Array.from({ length: least }, (_, step): Change => ({ kind: "ask_for_fewer", limit, least: least - 1 - step })),
    true,
  );
}

/** Up to what everything would cost. */
function dearer({ problem, required, meals }: Task): Ladder[] {
  const { budget, visits, days, limits } = problem;
  if (budget === null) return [];
  const all = [...required].reduce((sum, visit) => sum + (visits[visit]?.cost ?? 0), 0);
  const eaten = meals.flatMap((slots, day) => slots.map((slot) => days[day]?.meals[slot]?.costWithoutPlace ?? 0));
  const dearest = visits.reduce((most, { cost }) => Math.max(most, cost), 0);
  const more = limits.reduce((sum, { least }) => sum + least * dearest, 0);
  const most = eaten.reduce((sum, cost) => sum + cost, all + more);
  return [
    {
      size: Math.max(0, most - budget),
      isMonotone: true,
      at: (step) => ({ kind: "raise_budget", to: budget + step + 1, by: step + 1 }),
    },
  ];
}

function longer({ days, gridMinutes }: Problem, index: number): Ladder[] {
  const day = days[index];
  if (!day) return [];
  const start = Math.ceil(day.startMinute / gridMinutes - 1) * gridMinutes;
  const end = Math.floor(day.endMinute / gridMinutes + 1) * gridMinutes;
  return [
    {
      size: Math.max(0, Math.floor((start - EARLIEST_START) / gridMinutes) + 1),
      isMonotone: true,
      at: (step) => ({ kind: "start_earlier", day: index, minute: start - step * gridMinutes }),
    },
    {
      size: Math.max(0, Math.floor((LATEST_END - end) / gridMinutes) + 1),
      isMonotone: true,
      at: (step) => ({ kind: "end_later", day: index, minute: end + step * gridMinutes }),
    },
  ];
}

/** First how many sights more, with all the minutes they could want; then how many minutes. */
function faster({ problem, required }: Task): Ladder[] {
  const { visits, limits, gridMinutes } = problem;
  const longest = visits.reduce((most, { leastMinutes }) => Math.max(most, leastMinutes), 0);
  const moreVisits = required.size + limits.reduce((sum, { least }) => sum + least, 0);
  const steps = Math.ceil((moreVisits * longest) / gridMinutes);
  const at = (visitsMore: number, step: number): Change => ({
    kind: "faster_pace",
    moreVisits: visitsMore,
    moreMinutes: step * gridMinutes,
  });
  return [
    {
      size: moreVisits + 1,
      isMonotone: true,
      at: (step) => at(step, steps),
      second: (first) => ({
        size: steps + 1,
        isMonotone: true,
        at: (step) => at(first.kind === "faster_pace" ? first.moreVisits : 0, step),
      }),
    },
  ];
}

/** A day more in each area, like its longest days first. */
export function anotherDay({ problem }: Task): Ladder[] {
  const span = (day: number): number => (problem.days[day]?.endMinute ?? 0) - (problem.days[day]?.startMinute ?? 0);
  const areas = Map.groupBy(problem.days.keys(), (day) => problem.days[day]?.area ?? 0);
  return [...areas.values()].flatMap((days) =>
    listed(
      days
        .sort((a, b) => span(b) - span(a) || a - b)
        .slice(0, DAYS_TRIED)
        .map((like): Change => ({ kind: "one_more_day", like })),
    ),
  );
}

/** `null` when no step of the ladder was shown to be enough. */
export function mildest(oracle: Oracle, task: Task, ladder: Ladder): Mildest | null {
  const test = (step: number): "yes" | "no" | "unknown" => oracle.ask(applyChange(task, ladder.at(step))).answer;
  const found = ladder.isMonotone ? bisected(ladder, test) : scanned(ladder, test);
  const second = found && ladder.second?.(found.change);
  if (!found || !second) return found;
  const settled = mildest(oracle, task, second);
  return settled && { ...settled, isProven: settled.isProven && found.isProven };
}

function bisected({ size, at }: Ladder, test: (step: number) => string): Mildest | null {
  if (size === 0 || test(size - 1) !== "yes") return null;
  let [low, high, isProven] = [-1, size - 1, true];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const answer = test(middle);
    if (answer === "yes") high = middle;
    else {
      low = middle;
      isProven &&= answer === "no";
    }
  }
  return { change: at(high), step: high, isProven };
}

function scanned({ size, at }: Ladder, test: (step: number) => string): Mildest | null {
  let isProven = true;
  for (let step = 0; step < size; step++) {
    const answer = test(step);
    if (answer === "yes") return { change: at(step), step, isProven };
    isProven &&= answer === "no";
  }
  return null;
}
