/** A call that comes back in its result never makes it long, whatever was sent. */
import { encode } from "gpt-tokenizer/encoding/o200k_base";
import { describe, expect, test } from "vitest";
import { echoed } from "../../tools/echoed.ts";
import { getTool } from "../../tools/registry.ts";
import { contextWithoutStores } from "../agents/planner-run.ts";

const MOST_TOKENS = 1_500;
const tokensIn = (value: unknown): number => encode(JSON.stringify(value)).length;
const item = { itemKey: "k1", type: "attraction", title: "Belém Tower", startTime: "10:00", endTime: "11:00" };
const day = (number: number): object => ({ dayNumber: number, date: "2027-05-10", items: Array(12).fill(item) });

test("what is short comes back as it is", () => {
  const args = { tripId: "t1", travelers: 2, operations: [{ op: "lock", item: "1.1" }], budget: { amount: 5 } };
  expect(echoed(args)).toEqual(args);
});

test("a draft, a long list and a long text are told by what they hold", () => {
  const draft = { days: Array.from({ length: 20 }, (_, index) => day(index + 1)) };
  const operations = Array.from({ length: 80 }, (_, index) => ({ op: "lock", item: `1.${index}` }));
  expect(echoed({ draft, operations, text: "walk ".repeat(500) })).toEqual({
    ...{ draft: "20 days", operations: "80 operations" },
    text: expect.stringMatching(/^(walk ){20,}.*…$/),
  });
});

describe.each<[string, Record<string, unknown>]>([
  ["ten thousand arguments", Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`argument${index}`, 1]))],
  ["a name of a megabyte", { ["name".repeat(250_000)]: 1 }],
  [
    "texts of every name",
    Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`t${index}`, "浅草寺".repeat(999)])),
  ],
  ["a text of a megabyte", { query: "🗼".repeat(250_000) }],
  ["lists in lists", { query: [Array.from({ length: 999 }, () => [[["deep"]]])] }],
  [
    "an object of a thousand fields",
    { draft: Object.fromEntries(Array.from({ length: 999 }, (_, at) => [`f${at}`, []])) },
  ],
])("%s", (_, args) => {
  test("are echoed in few tokens", () => {
    expect(tokensIn(echoed(args))).toBeLessThanOrEqual(MOST_TOKENS);
  });

  test.each(["search_cities", "edit_itinerary", "check_itinerary", "create_trip"])(
    "are refused by %s in few tokens",
    async (name) => {
      const result = await getTool(name).call(args, contextWithoutStores(new AbortController().signal));
      expect(result.error?.message.length).toBeGreaterThan(10);
      expect(tokensIn(result)).toBeLessThanOrEqual(2 * MOST_TOKENS + 500);
    },
  );
});
