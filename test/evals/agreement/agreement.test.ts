/** Scorers against people, by hand: three plans, rated 5, 3 and 1, of which the worse miss more of what was insisted on. */
import { expect, test } from "vitest";
import { agreements } from "../../../evals/agreement/agreement-command.ts";
import type { Scorer } from "../../../evals/scorer.ts";
import { sceneWith } from "../scene-for-tests.ts";

const scorer = (name: string, better: Scorer["better"], values: readonly (number | null)[]): Scorer => {
  let asked = 0;
  return {
    ...{ name, title: name, formula: "as given", range: [0, 10], better, unit: "count", total: "mean" },
    score: () => {
      const value = values[asked++] ?? null;
      return value === null ? null : { value, explanation: "as given" };
    },
  };
};

test("the same order is 1, the other −1; less of what is bad is good; too few say nothing", () => {
  const rated = [5, 3, 1].map((rating) => ({ scene: sceneWith(), rating }));
  const found = agreements(rated, [
    scorer("good", "higher", [9, 5, 4]),
    scorer("bad", "lower", [0, 1, 2]),
    scorer("contrary", "higher", [1, 2, 3]),
    scorer("rare", "higher", [1, null, null]),
    scorer("fact", "neither", [1, 2, 3]),
    scorer("silent", "higher", [null, null, null]),
  ]);
  expect(found.map(({ scorer: name, plans, correlation }) => [name, plans, correlation])).toEqual([
    ["good", 3, 1],
    ["bad", 3, 1],
    ["contrary", 3, -1],
    ["rare", 1, null],
  ]);
});
