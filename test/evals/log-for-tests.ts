/** Logs made in code: `answerOf` and `logOf` build one by hand, with only what a test is about; `planOf` draws a plan. */
import {
  answerSchema,
  headSchema,
  type LoggedAnswer,
  type LoggedPlan,
  type LogHead,
  type RunLog,
} from "../../evals/log/log-lines.ts";
import { addDays } from "../../trip/calendar.ts";
import type { Random } from "../../trip/schedule/random.ts";
import { CITIES } from "./cities-for-tests.ts";

type Scorers = LogHead["scorers"];

const share = { range: [0, 1] as [number, number], unit: "share" as const };
export const SCORERS: Scorers = [
  {
    name: "final-pass",
    title: "Final pass",
    formula: "1 if a plan was delivered and every constraint holds, else 0",
    ...share,
    better: "higher",
    total: "mean",
  },
  {
    name: "hours-kept",
    title: "Hours kept",
    formula: "visits inside opening hours ÷ visits with known hours",
    ...share,
    better: "higher",
    total: "micro",
  },
  {
    name: "interest-captured",
    title: "Interest captured",
    formula: "interest of the plan ÷ the bound on what any plan could have",
    ...share,
    better: "higher",
    total: "mean",
  },
  {
    name: "backtracking",
    title: "Backtracking ratio",
    formula: "metres walked ÷ metres of the shortest order, less 1",
    range: [0, 10],
    unit: "ratio",
    better: "lower",
    total: "mean",
  },
  {
    name: "diet",
    title: "Diet kept",
    formula: "meals that suit the diet ÷ meals",
    ...share,
    better: "higher",
    total: "micro",
  },
  {
    name: "latency",
    title: "Latency",
    formula: "wall clock over all turns",
    range: [0, Number.MAX_SAFE_INTEGER],
    unit: "ms",
    better: "neither",
    total: "mean",
  },
];

export function headOf(changes: Partial<LogHead> = {}): LogHead {
  return headSchema.parse({
    line: "head",
    format: 1,
    runId: "0192aaaa-0000-7000-8000-000000000001",
    suite: "golden",
    suiteAbout: "Whether requests over the catalogue become plans that hold.",
    startedAt: "2026-11-24T02:00:00.000Z",
    model: "offline",
    modelVersion: "offline-1",
    prompt: "planner",
    promptHash: "5f70bf18a086007016e948b04aed3b82",
    trials: 1,
    seed: 7,
    methods: ["planner"],
    answers: 1,
    schedulerSteps: 20_000,
    versions: { tripwright: "0.1.0", commit: "e9320b4", node: "v24.21.0", database: "PostgreSQL 18.0" },
    hashes: { suite: "aa11", catalogue: "bb22", tools: "cc33", scorers: "dd44" },
    scorers: SCORERS,
    ...changes,
  });
}

export function answerOf(changes: Partial<LoggedAnswer> = {}): LoggedAnswer {
  return answerSchema.parse({
    line: "answer",
    sample: "lisbon-weekend",
    purpose: "Whether two days in one city are planned at all.",
    tags: [],
    city: "Lisbon",
    trial: 1,
    method: "planner",
    turns: [
      { said: "Two days in Lisbon", answer: "Here is your plan.", outcome: "planned", code: null, toolCalls: [] },
    ],
    plan: null,
    findings: [],
    passed: true,
    scores: {},
    tokens: { input: 0, output: 0, cached: 0, reasoning: 0 },
    costUsd: null,
    latencyMs: 120,
    modelCalls: 1,
    planRunId: null,
    failure: null,
    ...changes,
  });
}

export function logOf(answers: readonly LoggedAnswer[], changes: Partial<LogHead> = {}): RunLog {
  const methods = [...new Set(["planner", ...answers.map(({ method }) => method)])];
  const head = headOf({ answers: answers.length, methods, ...changes });
  return {
    head,
    answers,
    end: { line: "end", endedAt: "2026-11-24T02:03:00.000Z", answers: answers.length, durationMs: 131_000 },
  };
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** A plan of so many days, five stops each, in one or two cities. */
export function planOf(random: Random, days: number, cityNames: readonly string[]): LoggedPlan {
  const start = addDays("2027-05-10", random.below(90));
  const dayOf = (index: number): LoggedPlan["days"][number] => {
    const city = cityNames[Math.floor((index * cityNames.length) / days)] ?? "Lisbon";
    const places = CITIES[city] ?? [];
    const items = Array.from({ length: 5 }, (_, stop) => {
      const [name, lat, lon] = places[(index * 5 + stop + random.below(2)) % places.length] ?? ["Somewhere", 0, 0];
      const from = 9 * 60 + stop * 115 + random.below(30);
      const isMeal = stop === 2;
      return {
        itemKey: `d${index + 1}-${stop + 1}`,
        type: isMeal ? "meal" : "attraction",
        title: isMeal ? `Lunch near ${name}` : name,
        placeId: null,
        location: { lat, lon },
        startTime: clock(from),
        endTime: clock(from + 60 + random.below(4) * 10),
        endsNextDay: false,
        status: "planned",
        cost: isMeal
          ? { lowMinor: 1_200, highMinor: 2_400, currency: "EUR", method: "index", asOf: "2026-11-01" }
          : null,
      };
    });
    return { dayNumber: index + 1, date: addDays(start, index), city, items };
  };
  return {
    tripId: "0192bbbb-0000-7000-8000-000000000001",
    title: `${days} days in ${cityNames.join(" and ")}`,
    startDate: start,
    endDate: addDays(start, days - 1),
    travelers: 2,
    cities: [...cityNames],
    days: Array.from({ length: days }, (_, index) => dayOf(index)),
    budget: { currency: "EUR", known: 8_400, estimatedLow: 31_000, estimatedHigh: 52_500, missing: [], lines: [] },
    verdict: { ok: true, violations: [] },
  };
}
