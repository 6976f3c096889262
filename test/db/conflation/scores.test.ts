/** The figures of a place are what docs/catalogue.md says, and follow the facts in the direction that anybody expects. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  crowdLevel,
  isOffbeat,
  type OffbeatFacts,
  popularityScore,
  qualityScore,
  type RenownFacts,
} from "../../../db/conflation/scores.ts";
import { placeTypeSchema } from "../../../trip/place.ts";

const NOTHING: OffbeatFacts = {
  type: "museum",
  fame: null,
  sitelinks: null,
  isHeritage: false,
  isInGuide: false,
  isInEncyclopedia: false,
  said: null,
  tags: [],
  hasUncountedPage: false,
};
const facts = fc.record<RenownFacts>({
  type: fc.constantFrom(...placeTypeSchema.options),
  fame: fc.constant(null),
  sitelinks: fc.option(fc.nat(400)),
  isHeritage: fc.boolean(),
  isInGuide: fc.boolean(),
  isInEncyclopedia: fc.boolean(),
});

describe("popularity", () => {
  test.each<[Partial<RenownFacts>, number]>([
    [{}, 0.15],
    [{ type: "church" }, 0.1],
    [{ type: "castle", sitelinks: 75, isInGuide: true, isHeritage: true, isInEncyclopedia: true }, 0.87],
    [{ type: "church", sitelinks: 3, isInEncyclopedia: true }, 0.28],
    [{ sitelinks: 75 }, 0.79],
    [{ fame: 0.42, sitelinks: 300 }, 0.42],
  ])("%j is %d", (known, score) => {
    expect(popularityScore({ ...NOTHING, ...known })).toBe(score);
  });

  test("lies between 0 and 1 and never falls for one more sign", () => {
    fc.assert(
      fc.property(facts, (some) => {
        const score = popularityScore(some);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        for (const more of [
          { isHeritage: true },
          { isInGuide: true },
          { isInEncyclopedia: true },
          { sitelinks: (some.sitelinks ?? 0) + 10 },
        ]) {
          expect(popularityScore({ ...some, ...more })).toBeGreaterThanOrEqual(score);
        }
      }),
    );
  });
});

describe("off the beaten track", () => {
  test.each<[string, Partial<OffbeatFacts>, boolean]>([
    ["what nobody mentions", {}, false],
    ["little known, in a guide", { isInGuide: true }, true],
    ["famous, in a guide", { isInGuide: true, sitelinks: 80 }, false],
    ["on a list and nothing else", { isHeritage: true }, false],
    ["on a list, with a page", { isHeritage: true, sitelinks: 2 }, true],
    ["in a guide, its pages not counted", { isInGuide: true, hasUncountedPage: true }, false],
    ["quirky", { tags: ["quirky"] }, true],
    ["a restaurant in a guide", { type: "restaurant", isInGuide: true }, false],
    ["an editor says so", { said: true, sitelinks: 200 }, true],
    ["an editor says not", { said: false, isInGuide: true }, false],
  ])("%s", (_, known, expected) => {
    expect(isOffbeat({ ...NOTHING, ...known })).toBe(expected);
  });
});

describe("crowds", () => {
  test.each<[string, Partial<RenownFacts>, string | null]>([
    ["nothing tells", {}, null],
    ["an eatery", { type: "cafe", fame: 0.9 }, null],
    ["a guide alone says nothing of crowds", { isInGuide: true }, null],
    ["little known", { sitelinks: 2 }, "low"],
    ["well known", { sitelinks: 30 }, "moderate"],
    ["a market as well known as that", { type: "market", fame: 0.7 }, "high"],
    ["a museum as well known as that", { fame: 0.7 }, "moderate"],
    ["famous", { fame: 0.9 }, "high"],
  ])("%s", (_, known, level) => {
    expect(crowdLevel({ ...NOTHING, ...known })).toBe(level);
  });

  test("more fame is never emptier", () => {
    const levels = [null, "low", "moderate", "high"];
    fc.assert(
      fc.property(facts, fc.integer({ min: 0, max: 90 }), (some, percent) => {
        const [less, more] = [percent, percent + 10].map((fame) =>
          levels.indexOf(crowdLevel({ ...some, fame: fame / 100 })),
        );
        expect(more).toBeGreaterThanOrEqual(less ?? 0);
      }),
    );
  });
});

test("the worked examples of docs/catalogue.md", () => {
  const garden: RenownFacts = { ...NOTHING, type: "garden", isInEncyclopedia: true };
  expect(popularityScore(garden)).toBe(0.19);
  const museum = { ...NOTHING, sitelinks: 2, isInGuide: true };
  expect([popularityScore(museum), isOffbeat(museum)]).toEqual([0.33, true]);
  expect(popularityScore({ ...museum, sitelinks: 80 })).toBe(0.83);
  const known = new Set(["category_ids", "website"]);
  expect(qualityScore({ isEatery: false, known, sources: 1, isVerified: false })).toBe(0.08);
});
