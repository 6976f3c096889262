/** A call costs what a dated list says, and what nobody has listed is unknown, not free. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { costOf, createPriceTable, LIST_PRICES, readPriceList } from "../../../agents/models/prices.ts";

const table = createPriceTable(LIST_PRICES);
const tokens = (input: number, output: number, cached = 0, reasoning = 0) => ({ input, output, cached, reasoning });

test.each([
  ["openai/gpt-5", "openai/gpt-5"],
  ["openai/gpt-5-2025-08-07", "openai/gpt-5"],
  ["openai/gpt-5-mini-2025-08-07", "openai/gpt-5-mini"],
  ["anthropic/claude-haiku-4-5-20251001", "anthropic/claude-haiku-4-5"],
  ["anthropic/claude-opus-4-1-latest", "anthropic/claude-opus-4-1"],
])("%s is priced as %s", (version, listed) => {
  expect(table.find(version)).toEqual({ price: LIST_PRICES.models[listed], asOf: LIST_PRICES.asOf });
});

test.each(["openai/gpt-99", "openai/gpt-5-turbo", "openai/ft:gpt-5:acme::7", "compatible/gpt-5", "openai/constructor"])(
  "%s has no known price",
  (version) => {
    expect(table.find(version)).toBeNull();
  },
);

test("the offline model alone is free", () => {
  const found = table.find("offline/1");
  expect(found && costOf(found.price, tokens(5_000, 900))).toBe(0);
  const free = Object.keys(LIST_PRICES.models).filter((name) => LIST_PRICES.models[name]?.output === 0);
  expect(free).toEqual(["offline/*"]);
});

test("cached input is cheaper, kept input dearer, thought is output", () => {
  const price = { input: 3, cachedInput: 0.3, cacheWrite: 3.75, output: 15 };
  expect(costOf(price, tokens(1_000_000, 0))).toBeCloseTo(3);
  expect(costOf(price, tokens(1_000_000, 0, 1_000_000))).toBeCloseTo(0.3);
  expect(costOf(price, tokens(1_000_000, 0), 1_000_000)).toBeCloseTo(3.75);
  expect(costOf(price, tokens(0, 1_000_000, 0, 400_000))).toBeCloseTo(15);
  expect(costOf({ ...price, reasoning: 20 }, tokens(0, 1_000_000, 0, 400_000))).toBeCloseTo(9 + 8);
});

test("more tokens never cost less, and none cost nothing", () => {
  const count = fc.nat(1_000_000);
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.values(LIST_PRICES.models)),
      count,
      count,
      count,
      (price, input, output, more) => {
        const before = costOf(price, tokens(input, output));
        expect(costOf(price, tokens(input + more, output + more))).toBeGreaterThanOrEqual(before);
        expect(before).toBeGreaterThanOrEqual(0);
        expect(costOf(price, tokens(0, 0))).toBe(0);
      },
    ),
  );
});

test("an operator's list counts before ours, and adds to it", () => {
  const read = readPriceList({
    asOf: "2026-11-01",
    source: "our contract",
    models: { "openai/gpt-5": { input: 1, output: 8 }, "compatible/*": { input: 0, output: 0 } },
  });
  if (!("list" in read)) throw new Error(read.wrong);
  const both = createPriceTable(read.list, LIST_PRICES);
  expect(both.find("openai/gpt-5-2025-08-07")).toEqual({ price: { input: 1, output: 8 }, asOf: "2026-11-01" });
  expect(both.find("compatible/llama3")?.asOf).toBe("2026-11-01");
  expect(both.find("openai/gpt-5-mini")?.asOf).toBe(LIST_PRICES.asOf);
});

test.each([
  [[], /^the file: /],
  [{ asOf: "May", source: "x", models: {} }, /^asOf: expected YYYY-MM-DD/],
  [{ asOf: "2026-11-01", source: "x", models: { gpt: { input: 1, output: 2 } } }, /^models\.gpt: /],
  [
    { asOf: "2026-11-01", source: "x", models: { "openai/x": { input: "1", output: 2 } } },
    /^models\.openai\/x\.input: expected US dollars/,
  ],
  [
    { asOf: "2026-11-01", source: "x", models: { "openai/x": { input: 1, output: 2, cached: 1 } } },
    /^models\.openai\/x: /,
  ],
])("what is wrong with a list is said in one line: %j", (content, said) => {
  const read = readPriceList(content);
  expect("wrong" in read && read.wrong).toMatch(said);
  expect("wrong" in read && read.wrong).not.toMatch(/\n/);
});
