/** `eval compare` on files: folders or logs, JSON or text, and one line for what cannot be compared. */
import { mkdirSync, writeFileSync } from "node:fs";
import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compareCommand } from "../../../evals/compare/compare-command.ts";
import { answerOf, headOf, linesOf, score } from "../log/log-builders.ts";
import { printed } from "./printed.ts";

function write(folder: string, name: string, value: number): string {
  const own = join(folder, name);
  mkdirSync(own, { recursive: true });
  const answers = ["one", "two"].map((sample) => answerOf(sample, { scores: { backtracking: score(value) } }));
  writeFileSync(join(own, "run.jsonl"), linesOf(headOf(), ...answers));
  return own;
}

test("two folders as JSON, and as text", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "tripwright-compare-"));
  const [a, b] = [write(folder.path, "a", 0.5), write(folder.path, "b", 0.25)];
  const json = await printed(() => compareCommand([a, b, "--json"]));
  expect(json.result).toBe(0);
  const { methods } = JSON.parse(json.text);
  expect(methods[0].scores[1]).toMatchObject({
    ...{ a: 0.5, b: 0.25, difference: -0.25, interval: { low: -0.25, high: -0.25 }, verdict: "better", wins: 2 },
  });
  const { text } = await printed(() => compareCommand([join(a, "run.jsonl"), b]));
  expect(text).toContain("! B was interrupted");
});

test.each([
  [[], "Expected two logs, got 0."],
  [["a"], "Expected two logs, got 1."],
  [["a", "b", "--metod", "x"], "--metod"],
  [["a", "b", "--seed", "x"], "Expected --seed as a whole number"],
  [["/nowhere/a.jsonl", "b"], "got /nowhere/a.jsonl: it cannot be read"],
])("%j is answered in one line", async (args, message) => {
  await expect(compareCommand(args)).rejects.toThrow(message);
});
