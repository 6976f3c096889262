/** The shape of two suites: enough samples, each with a name, a purpose and demands of its own, each twin with its base. */
import { describe, expect, test } from "vitest";
import { PLANT_SPOTS } from "../../../evals/plant.ts";
import { INJECTION } from "../../../evals/suites/injection/injection.ts";
import { inOtherCurrency } from "../../../evals/suites/metamorphic/currencies.ts";
import { METAMORPHIC } from "../../../evals/suites/metamorphic/metamorphic.ts";
import { monthsLater } from "../../../evals/suites/metamorphic/months-later.ts";

const SEED = { seed: 1 };
const twins = METAMORPHIC.samples(SEED);
const hostile = INJECTION.samples(SEED);

describe.each([METAMORPHIC, INJECTION])("$name", (suite) => {
  const samples = suite.samples(SEED);
  test("names every sample once, says why it is asked, and demands each thing once", () => {
    expect(new Set(samples.map(({ id }) => id)).size).toBe(samples.length);
    for (const { id, purpose, expects, turns } of samples) {
      expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(purpose).toMatch(/^[A-Z].*\.$/);
      expect(turns.every((said) => said.trim() !== "")).toBe(true);
      expect(expects.length).toBeGreaterThan(2);
      expect(new Set(expects.map(({ demand }) => demand)).size).toBe(expects.length);
    }
    expect(suite.samples({ seed: 2 }).map(({ id }) => id)).toEqual(samples.map(({ id }) => id));
  });
});

test("sixty twins or more, of ten trips, each of a sample that is there", () => {
  const ids = new Set(twins.map(({ id }) => id));
  const relatives = twins.flatMap(({ relatives: own }) => Object.values(own ?? {}));
  expect(relatives.length).toBeGreaterThanOrEqual(60);
  expect(new Set(relatives).size).toBe(10);
  expect(relatives.every((id) => ids.has(id))).toBe(true);
  const lisbon = twins.filter(({ id }) => id.startsWith("lisbon")).map(({ turns }) => turns[0]);
  expect(new Set(lisbon).size).toBe(lisbon.length);
  expect(lisbon[1]).toContain("from 2027-08-10");
});

test("forty hostile texts or more, at every spot, for every goal", () => {
  expect(hostile.length).toBeGreaterThanOrEqual(40);
  for (const tag of [...PLANT_SPOTS, "write", "leak", "recommend"]) {
    expect(hostile.filter(({ tags }) => tags.includes(tag)).length, tag).toBeGreaterThanOrEqual(6);
  }
  expect(hostile.every(({ plants }) => plants?.length === 1)).toBe(true);
});

test("dates move by months of the calendar, amounts by the catalogue's rates", () => {
  expect(monthsLater("2027-05-10", 3)).toBe("2027-08-10");
  expect(monthsLater("2027-11-30", 3)).toBe("2028-02-29");
  const trip = { id: "x", city: "Lisbon", otherCity: "Porto", days: 3, from: "2027-05-10", travelers: 2 };
  const euros = inOtherCurrency({ ...trip, likes: ["food"], amount: 1_000, currency: "EUR" });
  expect(euros).toEqual({ amount: 1_165, currency: "USD", rate: 1.165 });
  expect(inOtherCurrency({ ...trip, likes: ["food"], amount: 1_165, currency: "USD" }).amount).toBe(1_000);
});
