/** Which published rates are believed: hand-made cases at each bound, and that nothing absurd ever gets through. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ExchangeRate } from "../../trip/catalogue.ts";
import { rateChanges } from "../../trip/rate-change.ts";
import type { DatedRate } from "../../trip/vendor-ports.ts";

const TODAY = "2026-11-22";
const stored = (currency: string, perEuro: number, asOf = "2026-11-01"): [string, ExchangeRate] => [
  currency,
  { currency, perEuro, asOf, source: "before" },
];
const published = (currency: string, rate: string, date = "2026-11-20"): DatedRate => ({
  ...{ base: "EUR", currency, rate, date },
});
const known = (currencies: string[], ...rates: [string, ExchangeRate][]): Parameters<typeof rateChanges>[1] => ({
  ...{ currencies, stored: new Map(rates), today: TODAY },
});

test("new rates are taken, unpublished currencies keep theirs, strangers' are passed over", () => {
  const rates = [published("JPY", "181.4"), published("XXX", "5"), { ...published("CHF", "0.93"), base: "USD" }];
  expect(rateChanges(rates, known(["CHF", "JPY"], stored("JPY", 170), stored("CHF", 0.9)))).toEqual({
    ...{ accepted: [published("JPY", "181.4")], unchanged: [], unknown: ["CHF"], refused: [] },
  });
});

test.each([
  ["three times as much", published("JPY", "300"), "accepted"],
  ["a third", published("JPY", "33.3333333333333333"), "accepted"],
  ["more than three times as much", published("JPY", "300.1"), "refused"],
  ["less than a third", published("JPY", "33.3"), "refused"],
  ["tomorrow's, as it is in the east", published("JPY", "101", "2026-11-23"), "accepted"],
  ["the day after tomorrow's", published("JPY", "101", "2026-11-24"), "refused"],
  ["the same day's, mended", published("JPY", "101", "2026-11-01"), "accepted"],
  ["the same", published("JPY", "100.00", "2026-11-01"), "unchanged"],
  ["an older day's", published("JPY", "101", "2026-10-31"), "unchanged"],
  ["no number", published("JPY", "many"), "refused"],
  ["without an end", published("JPY", "1e308"), "refused"],
] as const)("%s is %s", (_says, rate, becomes) => {
  const changes = rateChanges([rate], known(["JPY"], stored("JPY", 100)));
  const counts = Object.entries(changes).map(([name, list]) => [name, list.length]);
  expect(Object.fromEntries(counts)).toEqual({ accepted: 0, unchanged: 0, unknown: 0, refused: 0, [becomes]: 1 });
});

test("a refusal is one line that says what came and what stays", () => {
  expect(rateChanges([published("JPY", "18140")], known(["JPY"], stored("JPY", 170))).refused).toEqual([
    "JPY: 18140 for one euro on 2026-11-20 was not stored: that is more than 3 times off the 170 of 2026-11-01.",
  ]);
});

test("every currency ends in exactly one list, and no stored rate moves by more than three times", () => {
  const rate = fc.double({ min: 1e-9, max: 1e12, noNaN: true });
  const pair = fc.record({ old: fc.option(fc.double({ min: 0.01, max: 1e6, noNaN: true })), now: fc.option(rate) });
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 20 }), (pairs) => {
      const name = (at: number): string => `A${String.fromCharCode(65 + at)}A`;
      const old = pairs.flatMap(({ old: perEuro }, at) => (perEuro === null ? [] : [stored(name(at), perEuro)]));
      const news = pairs.flatMap(({ now }, at) => (now === null ? [] : [published(name(at), String(now))]));
      const changes = rateChanges(
        news,
        known(
          pairs.map((_, at) => name(at)),
          ...old,
        ),
      );
      const sorted = Object.values(changes).reduce((sum, list) => sum + list.length, 0);
      expect(sorted).toBe(pairs.length);
      const before = new Map(old);
      for (const { currency, rate: text } of changes.accepted) {
        const perEuro = before.get(currency)?.perEuro ?? Number(text);
        expect(Number(text) / perEuro).toBeLessThanOrEqual(3.000001);
        expect(perEuro / Number(text)).toBeLessThanOrEqual(3.000001);
      }
    }),
  );
});
