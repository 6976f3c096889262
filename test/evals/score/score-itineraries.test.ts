/** Itineraries judged by the real catalogue: what they claim of themselves counts for nothing. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type JudgedLine, judgeLine } from "../../../evals/score/judge-line.ts";
import { readLines } from "../../../evals/score/read-lines.ts";
import { scoreItineraries } from "../../../evals/score/score-itineraries.ts";
import type { Scorer } from "../../../evals/scorer.ts";
import type { ItemDraft } from "../../../trip/itinerary.ts";
import { newPlannedTrip, type PlannedTrip } from "../../tools/stored-plans.ts";
import { openToolWorld, TODAY, type ToolWorld } from "../../tools/tool-context.ts";
import { euros } from "../../trip/world.ts";

let world: ToolWorld;
let planned: PlannedTrip;
beforeAll(async () => {
  world = await openToolWorld();
  planned = await newPlannedTrip(world, { cityIds: [await world.cityId("Florence")], budgetAmount: 900 });
});
afterAll(() => world.close());

const ERRORS: Scorer = {
  ...{ name: "errors", title: "Errors", formula: "errors of the checker", range: [0, 99], better: "lower" },
  ...{ unit: "count", total: "mean" },
  score: ({ plan }) => {
    const found = plan?.verdict.violations.filter(({ severity }) => severity === "error") ?? [];
    return { value: found.length, explanation: found.map(({ code }) => code).join(" ") };
  },
};

async function judged(line: object, options: { start?: string; city?: string } = {}): Promise<JudgedLine> {
  const [read] = readLines(JSON.stringify(line), "a.jsonl").lines;
  if (!read) throw new Error("Expected a line that can be read.");
  return judgeLine(read, options, world.context);
}

const codesOf = ({ world: { verdict } }: JudgedLine): string[] => verdict.violations.map(({ code }) => code);

function documentWith(change: (item: ItemDraft) => Partial<ItemDraft>): object {
  const { trip, stored } = planned;
  const days = stored.itinerary.days.map((day) => ({
    ...day,
    items: day.items.map((item) => ({ ...item, ...change(item) })),
  }));
  return { id: "doc", trip, itinerary: { days }, verdict: { ok: true, violations: [] } };
}

test("a plan of ours holds as it did when it was made", async () => {
  const found = await judged(documentWith(() => ({})));
  expect(found.world.verdict.ok).toBe(true);
  expect(scoreItineraries([found], [ERRORS], TODAY)).toMatchObject([
    {
      ...{ sample: "doc", method: "scored", passed: true, city: "Florence", tags: ["plan"] },
      scores: { errors: { value: 0 } },
    },
  ]);
});

test("a place that nobody knows, in a plan that calls itself sound, is judged anew", async () => {
  const [first] = planned.stored.itinerary.days.flatMap(({ items }) => items.filter(({ type }) => type !== "meal"));
  const found = await judged(
    documentWith(({ itemKey }) =>
      itemKey === first?.itemKey ? { title: "Nowhere", placeId: null, type: "attraction" } : {},
    ),
  );
  expect(found.world.verdict.ok).toBe(false);
  const [answer] = scoreItineraries([found], [ERRORS], TODAY);
  expect(answer).toMatchObject({ passed: false, scores: { errors: { value: 1, explanation: "unknown_place" } } });
});

test("a price that nobody quoted is an error, whoever wrote it", async () => {
  const cost = euros(1, { basis: "live", provider: "nobody" });
  const [first] = planned.stored.itinerary.days.flatMap(({ items }) => items);
  const found = await judged(documentWith(({ itemKey }) => (itemKey === first?.itemKey ? { cost } : {})));
  expect(codesOf(found)).toContain("unsourced_price");
});

const TEXT = `Day 1
10:00 Uffizi Gallery
15:00 Museum of Invisible Cats`;

test("a text is read by names; what nobody knows is said", async () => {
  // 3 May 2027 is a Monday: the Uffizi are closed.
  const found = await judged({ text: TEXT }, { start: "2027-05-03", city: "Florence" });
  expect(codesOf(found)).toEqual(expect.arrayContaining(["closed_day", "unknown_place"]));
  expect(found.unresolved).toEqual(["Museum of Invisible Cats"]);
  expect(found.world.trip).toMatchObject({ startDate: "2027-05-03", travelers: 1, budget: null });
});

test("a text that answers a request is judged by what was asked", async () => {
  const request = "One day in Florence on 5 May 2027 for two vegans, 300 EUR, we must see the Uffizi Gallery";
  const { world: asked } = await judged({ text: TEXT, request });
  expect(asked.trip).toMatchObject({
    ...{ startDate: "2027-05-05", travelers: 2, budget: { amountMinor: 30_000, currency: "EUR" } },
    wishes: { diets: ["vegan"], mustSee: [await world.placeId("Uffizi Gallery")] },
  });
});

test("a text that says no city cannot be judged, and the line says what is missing", async () => {
  await expect(judged({ text: "Day 1: see things" })).rejects.toThrow("Say which city it is about");
});
