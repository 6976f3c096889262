/** What stands in the table of scores, from logs small enough to reckon by hand. */
import { expect, test } from "vitest";
import type { LoggedAnswer } from "../../../evals/log/log-lines.ts";
import { figureText, intervalText, scorerFacts } from "../../../evals/report/figure-text.ts";
import type { FigureRow } from "../../../evals/report/figures.ts";
import { readRun, verdictLine } from "../../../evals/report/run-reading.ts";
import { answerOf, logOf, SCORERS } from "../log-for-tests.ts";

const score = (value: number, counts?: { passed: number; of: number }) => ({
  value,
  explanation: "",
  ...(counts ? { counts } : {}),
});

function row(answers: readonly LoggedAnswer[], name: string): FigureRow {
  const found = readRun(logOf(answers)).rows.find(({ scorer }) => scorer.name === name);
  if (!found) throw new Error(`no row ${name}`);
  return found;
}

/** So many samples of a method, passed as often as said. */
const passes = (method: string, passed: number, of: number): LoggedAnswer[] =>
  Array.from({ length: of }, (_, index) =>
    answerOf({ sample: `s${index}`, method, scores: { "final-pass": score(index < passed ? 1 : 0) } }),
  );

test("a share of yes and no has Wilson's interval over samples", () => {
  const figure = row(passes("planner", 8, 10), "final-pass").figures.get("planner");
  expect(figure).toMatchObject({ value: 0.8, samples: 10, intervalBy: "Wilson", counted: null });
  expect(figure?.interval?.low).toBeCloseTo(0.4902, 4);
});

test("a micro figure sums counts, and leaves out samples that have none", () => {
  const answers = [
    answerOf({ sample: "a", scores: { "hours-kept": score(1, { passed: 1, of: 1 }) } }),
    answerOf({ sample: "b", scores: { "hours-kept": score(1 / 9, { passed: 1, of: 9 }) } }),
    answerOf({ sample: "c", scores: {} }),
    answerOf({ sample: "d", scores: { "hours-kept": score(1, { passed: 0, of: 0 }) } }),
  ];
  const figure = row(answers, "hours-kept").figures.get("planner");
  expect(figure).toMatchObject({ value: 0.2, samples: 2, counted: { passed: 2, of: 10 }, intervalBy: "bootstrap" });
});

test("trials of a sample are one sample", () => {
  const answers = [1, 0, 1, 1].map((value, index) =>
    answerOf({
      sample: index < 2 ? "a" : "b",
      trial: (index % 2) + 1,
      passed: value === 1,
      scores: { "final-pass": score(value) },
    }),
  );
  expect(row(answers, "final-pass").figures.get("planner")).toMatchObject({
    value: 0.75,
    samples: 2,
    intervalBy: "bootstrap",
  });
  const reading = readRun(logOf(answers, { trials: 2 }));
  expect(verdictLine(reading)).toBe("1 of 2 samples passed in each of 2 trials, 2 in at least one.");
});

test("the best is marked only where its interval lies apart", () => {
  expect(row([...passes("planner", 95, 100), ...passes("random", 40, 100)], "final-pass").best).toBe("planner");
  expect(row([...passes("planner", 8, 10), ...passes("random", 6, 10)], "final-pass").best).toBeNull();
  expect(row(passes("planner", 8, 10), "final-pass").best).toBeNull();
});

test("nobody is the best by easier samples", () => {
  const easy = Array.from({ length: 300 }, (_, index) =>
    answerOf({ sample: `easy${index}`, scores: { "final-pass": score(1) } }),
  );
  const both = [...passes("planner", 4, 10), ...passes("greedy", 5, 10), ...easy];
  expect(row(both, "final-pass").best).toBeNull();
});

test("lower is better where the scorer says so, and facts have no best", () => {
  const of = (method: string, value: number): LoggedAnswer[] =>
    Array.from({ length: 20 }, (_, index) =>
      answerOf({
        sample: `s${index}`,
        method,
        scores: { backtracking: score(value + index / 1000), latency: score(value * 1000) },
      }),
    );
  const answers = [...of("planner", 0.1), ...of("nearest", 0.4)];
  expect(row(answers, "backtracking").best).toBe("planner");
  expect(row(answers, "latency").best).toBeNull();
});

test("cities, tags and kinds are counted, worst first", () => {
  const answers = [
    answerOf({
      sample: "a",
      city: "Lisbon",
      tags: ["edit"],
      passed: true,
      findings: [{ demand: "x", kind: "diet", holds: true, found: "" }],
    }),
    answerOf({
      sample: "b",
      city: "Kyoto",
      tags: ["edit"],
      passed: false,
      findings: [{ demand: "y", kind: "diet", holds: false, found: "" }],
    }),
    answerOf({
      sample: "c",
      city: null,
      passed: true,
      findings: [{ demand: "z", kind: "hours", holds: true, found: "" }],
    }),
    answerOf({ sample: "a", method: "greedy", city: "Lisbon", passed: false }),
  ];
  const { cities, tags, kinds, failed, subject, methods } = readRun(logOf(answers));
  expect(cities.map(({ name, passed, of }) => [name, passed, of])).toEqual([
    ["Kyoto", 0, 1],
    ["Lisbon", 1, 1],
    ["no city", 1, 1],
  ]);
  expect(tags).toMatchObject([{ name: "edit", passed: 1, of: 2 }]);
  expect(kinds.map(({ name, passed, of }) => [name, passed, of])).toEqual([
    ["diet", 1, 2],
    ["hours", 1, 1],
  ]);
  expect(failed.map(({ sample }) => sample)).toEqual(["b"]);
  expect([subject, methods]).toEqual(["planner", ["planner", "greedy"]]);
});

test("a run that was cut short says so, and one without a planner judges who is there", () => {
  const cut = readRun({ ...logOf([answerOf()], { answers: 173 }), end: null });
  expect(verdictLine(cut)).toBe("1 of 1 samples passed. The run was interrupted: 1 of 173 answers are here.");
  expect(readRun(logOf([answerOf({ method: "pasted" })], { methods: ["pasted"] })).subject).toBe("pasted");
  expect(verdictLine(readRun(logOf([])))).toBe("No sample was answered.");
});

test("figures are written by their unit", () => {
  const texts = [
    figureText(0.9424, "share"),
    figureText(1, "share"),
    figureText(0.1234, "ratio"),
    figureText(12_345, "tokens"),
    figureText(2.345, "count"),
    figureText(340, "ms"),
    figureText(2_340, "ms"),
    figureText(0.0123, "usd"),
    figureText(12, "usd"),
    intervalText({ low: 0.9012, high: 1 }, "share"),
    intervalText({ low: 900, high: 1_200 }, "ms"),
  ];
  expect(texts.map((text) => text.replaceAll("\u202f", " "))).toEqual([
    "94.2 %",
    "100 %",
    "0.123",
    "12,345",
    "2.35",
    "340 ms",
    "2.3 s",
    "$0.0123",
    "$12.00",
    "90.1–100",
    "900 ms–1.2 s",
  ]);
  const facts = SCORERS.map((scorer) => scorerFacts(scorer).replaceAll("\u202f", " "));
  expect(facts[0]).toBe("0 % to 100 %, higher is better, mean over samples");
  expect(facts[5]).toBe("0 ms to any, decides nothing by itself, mean over samples");
});
