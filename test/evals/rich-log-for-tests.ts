/** A whole run drawn from a seed: four methods, three cities, plans with maps, and failures of every sort. */
import type { LoggedAnswer, LoggedPlan, RunLog } from "../../evals/log/log-lines.ts";
import { type Random, seededRandom } from "../../trip/schedule/random.ts";
import { answerOf, logOf, planOf } from "./log-for-tests.ts";

const METHODS = ["planner", "nearest", "greedy", "random"] as const;
/** How well each does, from 0 to 1. */
const SKILL: Record<string, number> = { planner: 0.93, nearest: 0.62, greedy: 0.71, random: 0.34 };
const CITY_SETS = [["Lisbon"], ["Kyoto"], ["Tokyo"], ["Kyoto", "Tokyo"]] as const;
const TAGS = ["diet", "edit", "impossible", "accessibility", "budget", "family"] as const;
const DEMANDS: readonly (readonly [kind: string, demand: string, found: string])[] = [
  ["hours", "every visit inside opening hours", "National Tile Museum on Monday, closed on Mondays"],
  ["diet", "no meal without a vegetarian dish", "lunch on day 2 at a place without one"],
  ["budget", "no more than €600 for both", "€612 known before estimates"],
  ["pace", "at most four sights a day", "five on day 3"],
  ["must-see", "Jerónimos Monastery is in the plan", "it is left out: closed on all of the days"],
  ["edit", "day 1 stays as it was", "two of five visits changed"],
];
const VIOLATIONS: readonly (readonly [string, "error" | "warning", string])[] = [
  ["outside_hours", "error", "is visited 17:30–18:40 but closes at 18:00."],
  ["travel_too_short", "error", "is 3.4 km from the stop before, which 5 minutes do not cover."],
  ["backtracking", "warning", "lies back where the day began: 2.1 km more than needed."],
  ["unknown_hours", "warning", "has no known opening hours on this day."],
];

const pick = <T>(random: Random, list: readonly T[]): T => {
  const chosen = list[random.below(list.length)];
  if (chosen === undefined) throw new Error("nothing to pick from");
  return chosen;
};

function withViolations(plan: LoggedPlan, random: Random, errors: number): LoggedPlan {
  const violations = Array.from({ length: errors + random.below(3) }, (_, index) => {
    const [code, severity, message] = VIOLATIONS[index < errors ? random.below(2) : 2 + random.below(2)] ?? [
      "x",
      "warning",
      "",
    ];
    const day = random.below(plan.days.length);
    const item = random.below(5);
    const title = plan.days[day]?.items[item]?.title ?? "It";
    return { code, severity, path: `days[${day}].items[${item}]`, message: `${title} ${message}` };
  });
  return { ...plan, verdict: { ok: errors === 0, violations } };
}

function scoresOf(random: Random, skill: number, holds: boolean, latencyMs: number): LoggedAnswer["scores"] {
  const visits = 8 + random.below(10);
  const kept = holds ? visits : visits - 1 - random.below(Math.ceil(visits * (1 - skill)));
  const interest = Math.min(1, Math.max(0, skill * 0.95 + (random.next() - 0.5) * 0.25));
  const meals = 2 + random.below(4);
  return {
    "final-pass": { value: Number(holds), explanation: holds ? "all constraints hold" : "a constraint is broken" },
    "hours-kept": {
      value: kept / visits,
      explanation: `${kept} of ${visits} visits`,
      counts: { passed: kept, of: visits },
    },
    "interest-captured": { value: interest, explanation: "interest of the plan against the bound" },
    backtracking: {
      value: Math.max(0, (1 - skill) * (0.3 + random.next())),
      explanation: "metres against the shortest order",
    },
    ...(random.below(4) === 0
      ? { diet: { value: 1, explanation: `${meals} of ${meals} meals`, counts: { passed: meals, of: meals } } }
      : {}),
    latency: { value: latencyMs, explanation: "all turns" },
  };
}

function findingsOf(random: Random, passed: boolean): LoggedAnswer["findings"] {
  const first = random.below(DEMANDS.length);
  return [0, 1, 2, 3].flatMap((step) => {
    const [kind, demand, found] = DEMANDS[(first + step) % DEMANDS.length] ?? ["", "", ""];
    const holds = passed || step > 0;
    return { kind, demand, holds, found: holds ? "as asked" : found };
  });
}

function answerBy(random: Random, method: string, index: number): LoggedAnswer {
  const own = method === "planner";
  const skill = SKILL[method] ?? 0.5;
  const passed = random.next() < skill;
  const cities = pick(random, CITY_SETS);
  const days = 2 + random.below(3);
  const delivered = passed || random.below(4) > 0;
  const latencyMs = Math.round((own ? 700 : 15) * (0.4 + 2 * random.next() ** 2));
  const tags = index % 3 === 0 ? [TAGS[(index / 3) % TAGS.length] ?? "diet"] : [];
  const said = `${days} days in ${cities.join(" and ")} for two, museums and good food, nothing before nine.`;
  const calls = ["resolve_city", "search_places", "plan_trip"].map((name) => ({ name, status: "ok", errorCode: null }));
  const answer = delivered
    ? `Here are your ${days} days in ${cities.join(" and ")}. The plan holds.`
    : "There is no such plan.";
  const edit = {
    said: "Leave out the second museum.",
    answer: "Done: day 2 is lighter now.",
    outcome: "planned",
    code: null,
    toolCalls: [],
  };
  return answerOf({
    sample: `${cities.join("-").toLowerCase()}-${days}-days-${String(index).padStart(3, "0")}`,
    purpose: `Whether ${days} days are planned around what is closed in ${cities.join(" and ")}.`,
    tags,
    city: cities[0],
    method,
    passed,
    turns: own
      ? [
          {
            said,
            answer,
            outcome: delivered ? "planned" : "not-planned",
            code: delivered ? null : "no_plan",
            toolCalls: calls,
          },
          ...(tags.includes("edit") ? [edit] : []),
        ]
      : [],
    plan: delivered ? withViolations(planOf(random, days, cities), random, passed ? 0 : 1 + random.below(2)) : null,
    findings: own ? findingsOf(random, passed) : [],
    scores: scoresOf(random, skill, passed, latencyMs),
    tokens: own
      ? { input: 4_000 + random.below(9_000), output: 400 + random.below(1_200), cached: 0, reasoning: 0 }
      : { input: 0, output: 0, cached: 0, reasoning: 0 },
    costUsd: own ? 0.002 + random.next() * 0.03 : null,
    latencyMs,
    modelCalls: own ? 3 : 0,
  });
}

export function richLog(samples: number, seed = 7): RunLog {
  const answers = METHODS.flatMap((method) =>
    Array.from({ length: samples }, (_, index) => {
      // The same question for every method: its random numbers begin anew for each sample.
      const random = seededRandom(seed * 1_000 + index);
      return { ...answerBy(random, method, index) };
    }),
  );
  return logOf(answers, { suite: "golden" });
}
