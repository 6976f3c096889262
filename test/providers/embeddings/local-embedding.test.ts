/** The local model: the same numbers for the same words, everywhere; near for what means the same. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createLocalEmbedder } from "../../../providers/embeddings/local-embedding.ts";
import { RELATED } from "../../../providers/embeddings/related-concepts.ts";
import { CONCEPTS } from "../../../providers/embeddings/travel-concepts.ts";

const signal = new AbortController().signal;
const embed = (...texts: string[]): Promise<number[][]> => createLocalEmbedder().embed(texts, signal);
const cosine = (a: readonly number[] = [], b: readonly number[] = []): number =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
const likeness = async (a: string, b: string): Promise<number> => {
  const [left, right] = await embed(a, b);
  return cosine(left, right);
};

const words = fc.array(fc.constantFrom(...Object.values(CONCEPTS).flatMap((family) => family.split(", "))), {
  maxLength: 12,
});
const texts = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 80 }),
  words.map((list) => list.join(" ")),
);

describe("any text", () => {
  test("is 256 finite numbers of length 1, the same each time", async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const [first] = await embed(text);
        expect(first).toHaveLength(256);
        expect(Math.hypot(...(first ?? []))).toBeCloseTo(1, 9);
        expect(await embed(text)).toEqual([first]);
      }),
    );
  });

  test("does not depend on the texts beside it or on their order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { maxLength: 5 }), async (list) => {
        const together = await embed(...list);
        const alone = await Promise.all(list.map(async (text) => (await embed(text))[0]));
        expect(together).toEqual(alone);
        expect(await embed(...list.toReversed())).toEqual(together.toReversed());
      }),
    );
  });

  test("means the same in capitals, with accents or without", async () => {
    const [plain, loud, accented] = await embed("cafe by the sea", "CAFE BY THE SEA", "Café by the séa!");
    expect(loud).toEqual(plain);
    expect(accented).toEqual(plain);
  });
});

test("known numbers: what is stored must not drift under the same name", async () => {
  const [vector = []] = await embed("type: viewpoint\nA terrace over the river, best at sunset.");
  const largest = vector.map((value, at) => [at, value] as const).toSorted((a, b) => b[1] - a[1]);
  expect(
    largest.slice(0, 4).map(([at, value]) => [Object.keys(CONCEPTS)[at], value.toFixed(4)]),
  ).toMatchInlineSnapshot(`
    [
      [
        "view",
        "0.7702",
      ],
      [
        "sunset",
        "0.3167",
      ],
      [
        "river",
        "0.3167",
      ],
      [
        undefined,
        "0.1742",
      ],
    ]
  `);
});

describe("what means the same lies closer than what does not", () => {
  test.each([
    ["somewhere to watch the sun go down", "type: viewpoint\ntags: sunset", "type: museum\ntags: rainy day"],
    ["fun for toddlers", "tags: kids, playground", "type: bar\nCocktails until late."],
    ["peaceful green place", "type: garden\ntags: quiet", "type: market\nLoud stalls."],
    ["azulejos", "Painted tiles and ceramics.", "Paintings by old masters."],
    ["swim in the ocean", "type: beach\nGolden sand.", "type: church\nA gothic nave."],
    ["jazz tonight", "interests: live music, nightlife", "interests: science, kids"],
    ["dinner without meat", "type: restaurant\ndiets: vegetarian", "type: restaurant\nSteak from the grill."],
    ["something my teenagers won't hate", "type: museum\ntags: teens", "type: museum\ntags: literary"],
    ["bullfighting", "A bullring with a museum.", "A quiet garden."],
    ["hidden gems", "type: church\nmanner: off the beaten path", "type: church\nmanner: famous"],
    ["free things to do", "type: park\nmanner: free entry", "type: park"],
    ["Rembrandt", "Old masters of the Dutch golden age.", "Abstract installations."],
    ["croissants", "type: bakery\ntags: breakfast", "type: castle"],
  ])("%s", async (wish, near, far) => {
    expect(await likeness(wish, near)).toBeGreaterThan(await likeness(wish, far));
    expect(await likeness(wish, near)).toBeGreaterThan(createLocalEmbedder().nearEnough);
  });
});

test("the lexicon leaves room for words it does not know, and relates only families it has", () => {
  const names = Object.keys(CONCEPTS);
  expect(names.length).toBeLessThan(192);
  for (const [concept, near] of Object.entries(RELATED)) {
    expect(names).toEqual(expect.arrayContaining([concept, ...Object.keys(near)]));
  }
});
