/** The list itself: names that logs can rely on, finite ranges, and every score of a good and a missing plan in range. */
import { describe, expect, test } from "vitest";
import { scorerHeadSchema } from "../../../evals/log/log-lines.ts";
import { SCORERS } from "../../../evals/scorers/registry.ts";
import { faultlessWorld, withItem } from "../../trip/world.ts";
import { sceneOf, sceneWith } from "../scene-for-tests.ts";

describe("the registry", () => {
  test("names each scorer once, in words with hyphens, as a log can hold it", () => {
    expect(new Set(SCORERS.map(({ name }) => name)).size).toBe(SCORERS.length);
    for (const scorer of SCORERS) {
      expect(scorer.name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(scorerHeadSchema.safeParse(JSON.parse(JSON.stringify(scorer))).success).toBe(true);
    }
  });

  test("scores keep to their range, and micro rates say what they counted", () => {
    const broken = withItem(faultlessWorld(), 0, 0, { startTime: "06:00", endTime: "23:00" });
    for (const scene of [sceneOf(faultlessWorld()), sceneOf(broken), sceneWith()]) {
      for (const scorer of SCORERS) {
        const score = scorer.score(scene);
        if (score === null) continue;
        expect(score.value, scorer.name).toBeGreaterThanOrEqual(scorer.range[0]);
        expect(score.value, scorer.name).toBeLessThanOrEqual(scorer.range[1]);
        if (scorer.total === "micro") expect(score.counts, scorer.name).toBeDefined();
      }
    }
  });
});
