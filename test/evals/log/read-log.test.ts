/** A log that is whole, one that was cut, and broken ones with the line to mend. */
import { readFileSync, writeFileSync } from "node:fs";
import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseLog, readLog } from "../../../evals/log/read-log.ts";
import { openLogWriter } from "../../../evals/log/write-log.ts";
import { answerOf, headOf, linesOf } from "./log-builders.ts";

const END = { line: "end", endedAt: "2026-11-22T10:01:00.000Z", answers: 2, durationMs: 60_000 };
const WHOLE = linesOf(headOf(), answerOf("one"), answerOf("two"), END);

test("a whole log: head, answers in their order, end", () => {
  const log = parseLog(WHOLE, "a.jsonl");
  expect(log.head.suite).toBe("golden");
  expect(log.answers.map(({ sample }) => sample)).toEqual(["one", "two"]);
  expect(log.end?.answers).toBe(2);
});

test("cut in the middle of any byte of an answer, what was whole still counts", () => {
  const whole = linesOf(headOf(), answerOf("one"));
  const next = JSON.stringify(answerOf("zwölf"));
  for (const kept of [1, 20, next.length - 1]) {
    const log = parseLog(whole + next.slice(0, kept), "a.jsonl");
    expect(log.answers).toHaveLength(1);
    expect(log.end).toBeNull();
  }
  expect(parseLog(whole + next, "a.jsonl").answers).toHaveLength(2);
});

test.each([
  ["a broken line", `${linesOf(headOf())}{"line":"answer",\n${linesOf(END)}`, "line 2 of a.jsonl, got no JSON"],
  ["a line of another kind", linesOf(headOf(), { line: "sum" }), "line 2 of a.jsonl, got something else"],
  ["a field amiss", linesOf(headOf(), { ...answerOf("one"), trial: 0 }), "at trial"],
  ["no head", linesOf(answerOf("one")), 'line 1 of a.jsonl, got a line of kind "answer"'],
  ["two heads", linesOf(headOf(), headOf()), 'line 2 of a.jsonl, got a line of kind "head"'],
  ["an answer twice", linesOf(headOf(), answerOf("one"), answerOf("one")), "one by planner, trial 1, once more"],
  ["more after the end", WHOLE + linesOf(answerOf("three")), "line 5 of a.jsonl"],
  ["nothing", "", "got a file without a head: a.jsonl"],
  ["half a head", linesOf(headOf()).slice(0, 80), "got a file without a head: a.jsonl"],
  ["somebody's plan", "Day 1: Lisbon\nDay 2: Porto\n", "line 1 of a.jsonl, got no JSON: Day 1: Lisbon"],
  [
    "another format",
    linesOf({ ...headOf(), format: 2 }),
    "Expected a log of format 1 in line 1 of a.jsonl, got format 2",
  ],
])("%s is named with its line", (_, text, message) => {
  expect(() => parseLog(text, "a.jsonl")).toThrow(message);
});

test("a file that is not there is named", () => {
  expect(() => readLog("/nowhere/run.jsonl")).toThrow("got /nowhere/run.jsonl: it cannot be read");
});

test("a run that is taken up again writes on behind the last whole line", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "tripwright-log-"));
  const file = join(folder.path, "deep", "run.jsonl");
  const first = openLogWriter(file);
  first.write(headOf());
  first.write(answerOf("zürich"));
  first.close();
  const whole = readFileSync(file, "utf8");
  const cut = JSON.stringify(answerOf("cut")).slice(0, -9);
  for (const [left, expected] of [
    [whole, ["zürich", "next"]],
    [whole + cut, ["zürich", "next"]],
    [whole + JSON.stringify(answerOf("unended")), ["zürich", "unended", "next"]],
  ] as const) {
    writeFileSync(file, left);
    const again = openLogWriter(file);
    again.write(answerOf("next"));
    again.close();
    expect(readLog(file).answers.map(({ sample }) => sample)).toEqual(expected);
  }
});
