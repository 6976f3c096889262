/**
 * Why each visit is missing from a plan: the one limit without which it would fit into it somewhere, for
 * its least duration, everything else staying in its order and for as long as planned.
 *
 * The time of a day is one limit: without it, whatever follows the new stop may be late. A visit that
 * opens on no day of its area is closed, whatever else is short: no other limit matters to it.
 */

import { type DayRoom, dayRoom, leaveBy } from "./day-room.ts";
import { type Evaluation, earliestStart, evaluate } from "./evaluate.ts";
import type { Plan } from "./plan.ts";
import type { Problem, Visit } from "./problem.ts";
import type { LeftOutReason } from "./solution.ts";

/** Where several limits would do, the first of these is named: what the traveller can change, before what they cannot. */
const NAMED_FIRST: readonly LeftOutReason[] = [
  "lower_interest",
  "category_limit",
  "beyond_the_budget",
  "pace",
  "walking",
  "hours",
  "no_time_left",
  "several",
];

interface DayUse {
  readonly room: DayRoom;
  sights: number;
  sightMinutes: number;
  readonly categories: Map<number, number>;
}

interface Ground {
  readonly problem: Problem;
  readonly days: readonly DayUse[];
  /** Sights of the plan by category. */
  readonly categories: Map<number, number>;
  readonly spent: number;
}

export function leftOut(
  problem: Problem,
  plan: Plan,
  evaluation: Evaluation = evaluate(problem, plan),
): { visit: number; reason: LeftOutReason }[] {
  const ground = groundOf(problem, evaluation);
  const planned = new Set(
    plan.flatMap((stops) => stops.flatMap((stop) => (stop.kind === "visit" ? [stop.visit] : []))),
  );
  return problem.visits.flatMap((visit, index) =>
    planned.has(index) ? [] : [{ visit: index, reason: reasonFor(ground, visit) }],
  );
}

function groundOf(problem: Problem, { days: timed, broken, spent }: Evaluation): Ground {
  const categories = new Map<number, number>();
  const days = timed.map((stops, index): DayUse => {
    const missed = Math.min(stops.length, ...broken.flatMap(({ day, stop }) => (day === index ? (stop ?? []) : [])));
    const use = {
      room: dayRoom(problem, index, stops, missed),
      sights: 0,
      sightMinutes: 0,
      categories: new Map<number, number>(),
    };
    for (const stop of stops) {
      const visit = stop.kind === "visit" ? problem.visits[stop.visit] : undefined;
      if (!visit || visit.isErrand) continue;
      use.sights += 1;
      use.sightMinutes += stop.endMinute - stop.startMinute;
      for (const category of new Set(visit.categories)) {
        use.categories.set(category, (use.categories.get(category) ?? 0) + 1);
        categories.set(category, (categories.get(category) ?? 0) + 1);
      }
    }
    return use;
  });
  return { problem, days, categories, spent };
}

function reasonFor(ground: Ground, visit: Visit): LeftOutReason {
  const { days } = ground.problem;
  if (!days.some(({ area }, day) => area === visit.area && visit.windows[day]?.length)) return "closed_on_every_day";
  let best = NO_SINGLE_LIMIT;
  for (const [day, use] of ground.days.entries()) {
    const named = use.room.day.area === visit.area ? dayLimit(ground, use, visit) : null;
    // A day with a limit of its own gives that reason or none.
    if (named === null || rankOf(named) >= best) continue;
    best = Math.min(best, bestPosition(ground.problem, use.room, { visit, day, named }));
    if (best === 0) break;
  }
  return NAMED_FIRST[best] ?? "several";
}

/** Which limit keeps a visit out of a day at whatever position; `null` when several do. */
function dayLimit({ problem, categories, spent }: Ground, use: DayUse, visit: Visit): LeftOutReason | null {
  const isDear = problem.budget !== null && spent + visit.cost > problem.budget;
  const isOneTooMany = problem.limits.some(
    ({ category, most, mostPerDay }) =>
      !visit.isErrand &&
      visit.categories.includes(category) &&
      ((most !== null && (categories.get(category) ?? 0) >= most) ||
        (mostPerDay !== null && (use.categories.get(category) ?? 0) >= mostPerDay)),
  );
  const isTiring = isPaceExceeded(use, visit);
  if (Number(isDear) + Number(isOneTooMany) + Number(isTiring) > 1) return null;
  if (isDear) return "beyond_the_budget";
  if (isOneTooMany) return "category_limit";
  return isTiring ? "pace" : "lower_interest";
}

function isPaceExceeded({ sights, sightMinutes, room: { day } }: DayUse, visit: Visit): boolean {
  const more = visit.isErrand ? 0 : 1;
  return sights + more > day.maxVisits || sightMinutes + more * visit.leastMinutes > day.maxVisitMinutes;
}

interface Candidate {
  readonly visit: Visit;
  readonly day: number;
  /** What keeps it out of the day where time and walking allow it. */
  readonly named: LeftOutReason;
}

const rankOf = (reason: LeftOutReason): number => NAMED_FIRST.indexOf(reason);
const WALKING = rankOf("walking");
const HOURS = rankOf("hours");
const NO_TIME_LEFT = rankOf("no_time_left");
const NO_SINGLE_LIMIT = rankOf("several");

/** The best rank over the day's positions. */
function bestPosition(problem: Problem, room: DayRoom, candidate: Candidate): number {
  let best = NO_SINGLE_LIMIT;
  for (let position = 0; position <= room.reached && best > 0; position++) {
    best = Math.min(best, rankAt(problem, room, candidate, { position, best }));
  }
  return best;
}

/** `best` is what other positions gave: a rank that is no better need not be right. */
function rankAt(
  problem: Problem,
  room: DayRoom,
  { visit, day, named }: Candidate,
  { position, best }: { position: number; best: number },
): number {
  const { travel, gridMinutes } = problem;
  const from = room.from[position] ?? 0;
  const point = visit.point ?? from;
  const isSingle = named === "lower_interest";
  const isWorthMissing = isSingle && best > HOURS;
  const arrive = (room.leaveMinute[position] ?? 0) + (travel.minutes[from * travel.points + point] ?? 0);
  const start = earliestStart(visit.windows[day] ?? [], arrive, visit.leastMinutes, gridMinutes);
  if (start === null && !isWorthMissing) return NO_SINGLE_LIMIT;
  const rest = visit.isErrand ? 0 : room.day.bufferMinutes;
  const lastStart = leaveBy(problem, room, position, point) - rest - visit.leastMinutes;
  const isInTime = start !== null && start <= lastStart;
  if (!isInTime && !isWorthMissing) return NO_SINGLE_LIMIT;
  const isFar = walkedThrough(problem, room, position, point) > room.day.maxWalkMeters;
  if (isFar) return isInTime && isSingle ? WALKING : NO_SINGLE_LIMIT;
  if (isInTime) return rankOf(named);
  if (Math.ceil(arrive / gridMinutes) * gridMinutes <= lastStart) return HOURS;
  return start === null ? NO_SINGLE_LIMIT : NO_TIME_LEFT;
}

/** Metres of the day on foot with a stop at `point` put in. */
function walkedThrough({ travel }: Problem, room: DayRoom, position: number, point: number): number {
  const { points, walkMeters } = travel;
  const from = room.from[position] ?? 0;
  const to = room.nextPoint[position] ?? 0;
  const there = walkMeters[from * points + point] ?? 0;
  const onward = walkMeters[point * points + to] ?? 0;
  return room.walked + there + onward - (walkMeters[from * points + to] ?? 0);
}
