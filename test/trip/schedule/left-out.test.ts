/** The reason a visit stayed out is the limit without which `evaluate` accepts it, at every position of every day. */
import { describe, expect, it } from "vitest";
import { type BrokenLimit, evaluate } from "../../../trip/schedule/evaluate.ts";
import { leftOut } from "../../../trip/schedule/left-out.ts";
import type { Plan, Stop } from "../../../trip/schedule/plan.ts";
import type { Problem } from "../../../trip/schedule/problem.ts";
import { type Random, seededRandom } from "../../../trip/schedule/random.ts";
import type { LeftOutReason } from "../../../trip/schedule/solution.ts";
import { ALWAYS_OPEN } from "../../../trip/schedule/stop-hours.ts";
import { dayWith, open, problemWith, randomProblem, tableOf, visitWith } from "./conflicts/generated-problems.ts";

const BY_LIMIT: readonly [LeftOutReason, readonly BrokenLimit[]][] = [
  ["category_limit", ["category_most"]],
  ["beyond_the_budget", ["budget"]],
  ["pace", ["visits", "visit_minutes"]],
  ["walking", ["walk"]],
];

interface Insertion {
  problem: Problem;
  plan: Plan;
  day: number;
  position: number;
}

/** What is broken about the day with the visit in it, and about the plan as a whole. */
function brokenBy({ problem, plan, day }: Insertion): { limit: BrokenLimit; stop: number | null }[] {
  const about = evaluate(problem, plan).broken.filter((broken) => broken.day === null || broken.day === day);
  return about.filter(({ limit }) => limit !== "fixed_missing" && limit !== "repeated");
}

const withWindows = (problem: Problem, visit: number): Problem => ({
  ...problem,
  visits: problem.visits.map((each, index) =>
    index === visit ? { ...each, windows: problem.days.map(() => ALWAYS_OPEN) } : each,
  ),
});

function insertions(problem: Problem, plan: Plan, visit: number): Insertion[] {
  const candidate = problem.visits[visit];
  if (!candidate) return [];
  const stop: Stop = { kind: "visit", visit, minutes: candidate.leastMinutes };
  return plan.flatMap((stops, day) =>
    problem.days[day]?.area !== candidate.area
      ? []
      : Array.from({ length: stops.length + 1 }, (_, position) => ({
          problem,
          plan: plan.with(day, stops.toSpliced(position, 0, stop)),
          day,
          position,
        })),
  );
}

function slowReason(problem: Problem, plan: Plan, visit: number): LeftOutReason {
  const candidate = problem.visits[visit];
  const areDays = problem.days.map(({ area }, day) => area === candidate?.area && candidate.windows[day]?.length);
  if (!areDays.some(Boolean)) return "closed_on_every_day";
  const all = insertions(problem, plan, visit);
  const broken = all.map(brokenBy);
  if (broken.some((limits) => limits.length === 0)) return "lower_interest";
  for (const [reason, limits] of BY_LIMIT) {
    if (broken.some((breaks) => breaks.every(({ limit }) => limits.includes(limit)))) return reason;
  }
  const open = all.map((insertion) => ({ ...insertion, problem: withWindows(problem, visit) }));
  if (open.some((insertion) => brokenBy(insertion).length === 0)) return "hours";
  const isOnlyLate = ({ position }: Insertion, index: number): boolean =>
    (broken[index] ?? []).every(
      ({ limit, stop }) =>
        limit === "day_end" || ((limit === "not_open" || limit === "meal_hours") && stop !== null && stop > position),
    );
  return all.some(isOnlyLate) ? "no_time_left" : "several";
}

/** Stops put in at random as long as nothing breaks. */
function randomPlan(problem: Problem, random: Random, fullness: number): Plan {
  let plan: Plan = problem.days.map(() => []);
  const isFine = (trial: Plan): boolean =>
    evaluate(problem, trial).broken.every(({ limit }) => limit === "fixed_missing");
  if (!isFine(plan)) return plan;
  for (let trial = 0; trial < fullness; trial++) {
    const day = random.below(problem.days.length);
    const stops = plan[day] ?? [];
    const visit = random.below(problem.visits.length);
    const slots = problem.days[day]?.meals.length ?? 0;
    const isMeal = slots > 0 && random.next() < 0.3;
    const eatery = problem.eateries.length > 0 && random.next() < 0.5 ? random.below(problem.eateries.length) : null;
    const stop: Stop = isMeal
      ? { kind: "meal", slot: random.below(slots), eatery }
      : { kind: "visit", visit, minutes: problem.visits[visit]?.minutes ?? 0 };
    const next = plan.with(day, stops.toSpliced(random.below(stops.length + 1), 0, stop));
    if (isFine(next)) plan = next;
  }
  return plan;
}

describe("leftOut", () => {
  it("gives the reason that trying every position with and without each limit gives", () => {
    const seen = new Map<LeftOutReason, number>();
    for (let seed = 0; seed < 300; seed++) {
      const problem = randomProblem(seed, {
        days: 1 + (seed % 3),
        visits: 8,
        eateries: 3,
        areas: 1 + (seed % 2),
        meals: 2,
        asked: 0.7,
        isRidden: true,
      });
      const plan = randomPlan(problem, seededRandom(seed), seed % 40);
      for (const { visit, reason } of leftOut(problem, plan)) {
        expect([seed, visit, reason]).toEqual([seed, visit, slowReason(problem, plan, visit)]);
        seen.set(reason, (seen.get(reason) ?? 0) + 1);
      }
    }
    for (const reason of ["closed_on_every_day", "hours", "no_time_left", "pace", "walking"] as const)
      expect(seen.get(reason), reason).toBeGreaterThan(5);
    for (const reason of ["beyond_the_budget", "category_limit", "lower_interest", "several"] as const)
      expect(seen.get(reason), reason).toBeGreaterThan(5);
  });

  it("lists exactly the visits that are not in the plan", () => {
    const problem = randomProblem(7, {
      days: 2,
      visits: 8,
      eateries: 2,
      areas: 1,
      meals: 1,
      asked: 0.7,
      isRidden: true,
    });
    const plan = randomPlan(problem, seededRandom(7), 30);
    const planned = plan.flat().flatMap((stop) => (stop.kind === "visit" ? [stop.visit] : []));
    const out = leftOut(problem, plan).map(({ visit }) => visit);
    expect([...planned, ...out].sort((a, b) => a - b)).toEqual([...problem.visits.keys()]);
  });

  it("takes two thousand visits over fourteen days in milliseconds", () => {
    const random = seededRandom(1);
    const places = Array.from({ length: 2001 }, () => ({ x: random.below(6000), y: random.below(6000) }));
    const visits = Array.from({ length: 2000 }, (_, index) =>
      visitWith({ point: index + 1, minutes: 60, windows: Array.from({ length: 14 }, () => [open(540, 1080)]) }),
    );
    const days = Array.from({ length: 14 }, () => dayWith({ endMinute: 1260, maxVisits: 12 }));
    const problem = problemWith({ days, visits, travel: tableOf(places), gridMinutes: 5 });
    const plan: Plan = days.map((_, day) =>
      Array.from({ length: 8 }, (_, at) => ({ kind: "visit", visit: day * 8 + at, minutes: 30 })),
    );
    leftOut(problem, plan);
    const before = process.cpuUsage();
    for (let run = 0; run < 10; run++) leftOut(problem, plan);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 10_000).toBeLessThan(100);
  });
});
