/** On small problems, trying everything proves each conflict minimal and each way out enough and no larger than it must be. */
import { describe, expect, it } from "vitest";
import { applyChange, applyChanges, type Change } from "../../../../trip/schedule/conflicts/changes.ts";
import { type Conflict, findConflict } from "../../../../trip/schedule/conflicts/find-conflict.ts";
import { createOracle } from "../../../../trip/schedule/conflicts/oracle.ts";
import { keepOnly, requirementsOf } from "../../../../trip/schedule/conflicts/requirements.ts";
import { taskOf } from "../../../../trip/schedule/conflicts/task.ts";
import type { Problem } from "../../../../trip/schedule/problem.ts";
import { bruteForce, isHeld } from "./brute-force.ts";
import { dayWith, open, problemWith, randomProblem, type Size, tableOf, visitWith } from "./generated-problems.ts";

const sizeOf = (seed: number): Size => ({
  days: 1 + (seed % 3),
  visits: 5,
  eateries: seed % 4 === 0 ? 0 : 2,
  areas: 1 + (seed % 2),
  meals: seed % 3,
  asked: [0.3, 0.5, 0.7][(seed % 7) % 3] ?? 0.5,
  isRidden: seed % 4 === 0,
});

/** The same change, a little milder; `null` where it has no figure or nothing milder is a change. */
function milder(problem: Problem, change: Change): Change | null {
  const { gridMinutes: grid, days, visits, limits } = problem;
  switch (change.kind) {
    case "start_earlier":
      return change.minute + grid < (days[change.day]?.startMinute ?? 0)
        ? { ...change, minute: change.minute + grid }
        : null;
    case "end_later":
      return change.minute - grid > (days[change.day]?.endMinute ?? 0)
        ? { ...change, minute: change.minute - grid }
        : null;
    case "shorten_visit": {
      const minutes = change.minutes + grid;
      return minutes < (visits[change.visit]?.leastMinutes ?? 0) ? { ...change, minutes } : null;
    }
    case "raise_budget":
      return change.by > 1 ? { ...change, by: change.by - 1, to: change.to - 1 } : null;
    case "walk_more":
      return change.moreMeters > 100 ? { ...change, moreMeters: change.moreMeters - 100 } : null;
    case "ask_for_fewer":
      return change.least + 1 < (limits[change.limit]?.least ?? 0) ? { ...change, least: change.least + 1 } : null;
    case "faster_pace":
      return change.moreMinutes > 0 ? { ...change, moreMinutes: change.moreMinutes - grid } : null;
    case "drop_visit":
    case "drop_meal":
    case "move_lock":
    case "lift_limit":
    case "one_more_day":
      return null;
  }
}

function provenBy(problem: Problem, { requirements, relaxations }: Conflict): void {
  const task = taskOf(problem);
  expect(bruteForce(keepOnly(task, requirements))).toBe(false);
  for (const requirement of requirements) {
    const rest = requirements.filter((other) => other !== requirement);
    expect(bruteForce(keepOnly(task, rest)), JSON.stringify(requirement)).toBe(true);
  }
  for (const { changes, plan } of relaxations) {
    const relaxed = applyChanges(task, changes);
    expect(isHeld(relaxed, plan), JSON.stringify(changes)).toBe(true);
    for (const [index, change] of changes.entries()) {
      const others = applyChanges(task, changes.toSpliced(index, 1));
      const less = milder(problem, change);
      if (less) expect(bruteForce(applyChange(others, less)), JSON.stringify(less)).toBe(false);
    }
  }
}

describe("findConflict", () => {
  it("finds a conflict exactly where trying everything finds no plan", () => {
    const found = { yes: 0, no: 0 };
    for (let seed = 0; seed < 400; seed++) {
      const task = taskOf(randomProblem(seed, { ...sizeOf(seed), asked: 0.35 }));
      const oracle = createOracle();
      oracle.grant(100_000, 100_000);
      const { answer, plan } = oracle.ask(task);
      expect([seed, answer]).toEqual([seed, bruteForce(task) ? "yes" : "no"]);
      if (plan) expect(isHeld(task, plan)).toBe(true);
      if (answer !== "unknown") found[answer] += 1;
    }
    expect(Math.min(found.yes, found.no)).toBeGreaterThan(60);
  });

  it("names a minimal set, and ways out that are enough and no larger than they must be", () => {
    const kinds = new Map<string, number>();
    for (let seed = 0; seed < 70; seed++) {
      const problem = randomProblem(seed, sizeOf(seed));
      const conflict = findConflict(problem);
      expect([seed, conflict === null]).toEqual([seed, bruteForce(taskOf(problem))]);
      if (!conflict) continue;
      expect([seed, conflict.isProven, conflict.isMinimal]).toEqual([seed, true, true]);
      provenBy(problem, conflict);
      const { relaxations } = conflict;
      const prices = relaxations.map(({ price }) => price);
      expect(prices).toEqual([...prices].sort((a, b) => a - b));
      for (const { changes } of relaxations)
        for (const { kind } of changes) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
    const told = [
      "start_earlier",
      "end_later",
      "raise_budget",
      "drop_visit",
      "drop_meal",
      "shorten_visit",
      "move_lock",
    ];
    for (const kind of [...told, "faster_pace", "ask_for_fewer", "one_more_day"])
      expect(kinds.get(kind), kind).toBeGreaterThan(0);
  });

  it("stops after its steps, and claims no more than it has shown by then", () => {
    const places = Array.from({ length: 15 }, (_, index) => ({ x: 700 * (index % 4), y: 700 * Math.floor(index / 4) }));
    const windows = [0, 1, 2].map((day) => [open(540 + 30 * day, 1080)]);
    const visits = places.map((_, point) => visitWith({ windows, point, isMustSee: true, leastMinutes: 75 + point }));
    const days = [0, 1, 2].map(() => dayWith({ endMinute: 1050, maxVisits: 9 }));
    const problem = problemWith({ days, visits, travel: tableOf(places), gridMinutes: 5 });
    const steps = 20_000;
    const conflict = findConflict(problem, { steps });
    expect(conflict?.isMinimal).toBe(false);
    expect(conflict?.steps).toBeLessThan(1.2 * steps);
    for (const { changes, plan } of conflict?.relaxations ?? [])
      expect(isHeld(applyChanges(taskOf(problem), changes), plan)).toBe(true);
  });

  it("does not prove by distances that have short cuts", () => {
    const travel = {
      points: 3,
      minutes: Int32Array.of(0, 5, 400, 5, 0, 5, 400, 5, 0),
      meters: new Int32Array(9),
      walkMeters: new Int32Array(9),
    };
    const windows = [[open(540, 1080)]];
    const visits = [1, 2].map((point) => visitWith({ windows, point, isMustSee: true, leastMinutes: 300 }));
    const conflict = findConflict(problemWith({ visits, travel }));
    expect(conflict && [conflict.isProven, conflict.isMinimal]).toEqual([false, false]);
  });

  it("asks nothing of a problem that asks nothing", () => {
    const problem = randomProblem(3, { ...sizeOf(3), asked: 0, meals: 0 });
    expect(findConflict({ ...problem, limits: [] })).toBe(null);
    expect(requirementsOf(taskOf(problem)).some(({ kind }) => kind === "visit")).toBe(false);
  });
});
