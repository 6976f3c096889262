/** The golden suite as a set: what every sample owes whoever reads a report of it. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { builtInCatalogueDir } from "../../../db/seed/catalogue-files.ts";
import { GOLDEN } from "../../../evals/suites/golden/golden.ts";
import { SMOKE } from "../../../evals/suites/smoke.ts";
import { holds, sceneOf, turnOf } from "../expectations/scenes.ts";

const nameSchema = z.looseObject({ city: z.string() });
const samples = GOLDEN.samples({ seed: 1 });
const tagged = (tag: string): number => samples.filter(({ tags }) => tags.includes(tag)).length;
/** Owed by every sample of a kind, and no demand of its own. */
const OWED = new Set(["no errors", "makes no plan"]);

describe("golden", () => {
  test("is large, with enough that is impossible and enough edits", () => {
    expect(samples.length).toBeGreaterThanOrEqual(130);
    expect(tagged("impossible")).toBeGreaterThanOrEqual(20);
    expect(tagged("edit")).toBeGreaterThanOrEqual(20);
    for (const theme of ["dates", "party", "budget", "diet", "access", "pace", "interests", "must-sees", "cities"])
      expect(tagged(theme), theme).toBeGreaterThanOrEqual(6);
    for (const theme of ["hours", "season", "wording"]) expect(tagged(theme), theme).toBeGreaterThanOrEqual(6);
  });

  test("names each sample once, in words that can stand in a path", () => {
    expect(new Set(samples.map(({ id }) => id)).size).toBe(samples.length);
    expect(samples.filter(({ id }) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  test("says of each what it is for, in a sentence, and of no two the same", () => {
    const purposes = samples.map(({ purpose }) => purpose);
    expect(purposes.filter((purpose) => !/^[A-Z].{20,}\.$/.test(purpose))).toEqual([]);
    expect(new Set(purposes).size).toBe(purposes.length);
  });

  test("asks at least two things of each beside what its kind owes, and nothing twice", () => {
    const own = samples.map(({ id, expects }) => {
      const demands = expects.map(({ demand }) => demand);
      return {
        id,
        own: demands.filter((demand) => !OWED.has(demand)).length,
        twice: demands.length - new Set(demands).size,
      };
    });
    expect(own.filter(({ own: count, twice }) => count < 2 || twice > 0)).toEqual([]);
  });

  test("has edits of several turns on one day, and no empty words", () => {
    expect(samples.filter(({ tags, turns }) => tags.includes("edit") && turns.length < 2)).toEqual([]);
    expect(samples.filter(({ turns }) => turns.some((said) => said.trim() === ""))).toEqual([]);
    expect(new Set(samples.map(({ today }) => today))).toEqual(new Set(["2026-11-22"]));
  });

  test("is about cities of the catalogue, and about many of them", () => {
    const folder = join(builtInCatalogueDir(), "cities");
    const known = new Set(
      readdirSync(folder).map((name) => nameSchema.parse(JSON.parse(readFileSync(join(folder, name), "utf8"))).city),
    );
    const asked = new Set(samples.flatMap(({ city }) => city ?? []));
    expect([...asked].filter((city) => !known.has(city))).toEqual([]);
    expect(asked.size).toBeGreaterThanOrEqual(35);
  });

  test("is met by no answer that says nothing", () => {
    const silent = sceneOf(turnOf({ answer: "", outcome: "failed" }));
    const met = samples.filter(({ expects }) => expects.every((expectation) => holds(expectation, silent)));
    expect(met.map(({ id }) => id)).toEqual([]);
  });
});

test("smoke is four of them, a plan, a question, a refusal and an edit", () => {
  const smoke = SMOKE.samples({ seed: 1 });
  expect(smoke).toHaveLength(4);
  expect(smoke.filter((sample) => !samples.includes(sample))).toEqual([]);
});
