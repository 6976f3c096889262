/** Admission in running text: what adults pay where that is said, and nothing where it is not. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { readFreeTextPrice, readFreeTextSpend } from "../../../../db/importers/free-text/free-text-price.ts";

const paid = (amount: string, currency: string) => ({ pricing: "paid", admission: { amount, currency } });

test.each([
  ["€12", paid("12", "EUR")],
  ["12,50 €", paid("12.50", "EUR")],
  ["1,500 JPY", paid("1500", "JPY")],
  ["€1.500", paid("1500", "EUR")],
  ["Adults 12 €, children 6 €", paid("12", "EUR")],
  ["€12, children €6", paid("12", "EUR")],
  ["Adults: €15; concessions: €10; under 12 free", paid("15", "EUR")],
  ["£14.50 adults, £8 children", paid("14.50", "GBP")],
  ["€8 (adults), €4 (children)", paid("8", "EUR")],
  ["20 CHF per person", paid("20", "CHF")],
  ["Free", { pricing: "free" }],
  ["free entry", { pricing: "free" }],
  ["€0", { pricing: "free" }],
  ["By donation", { pricing: "donation" }],
  ["Free; donations welcome", { pricing: "donation" }],
  ["€5 suggested donation", { pricing: "donation" }],
  ["from €9", { pricing: "paid" }],
  ["€10–15", { pricing: "paid" }],
  ["Around 1500 JPY", { pricing: "paid" }],
])("%j is understood", (text, expected) => {
  expect(readFreeTextPrice(text)).toEqual(expected);
});

test.each([
  "",
  "$5",
  "1500¥",
  "50 kr",
  "€12/€6",
  "Audio guide €5",
  "Parking €5",
  "Free for EU citizens",
  "Free admission, guided tour €5",
  "Free with the city card, otherwise €12",
  "€6 children",
  "€0-10",
  "KWD 1.500",
  "12",
  "moderate",
])("%j is not, and says nothing", (text) => {
  expect(readFreeTextPrice(text)).toEqual({});
});

test("a meal's price is a person's only where that is said", () => {
  expect(readFreeTextSpend("€10-20 per person")).toEqual({ low: "10", high: "20", currency: "EUR" });
  expect(readFreeTextSpend("€15 pp")).toEqual({ low: "15", high: "15", currency: "EUR" });
  expect(readFreeTextSpend("mains €12-18")).toBeNull();
  expect(readFreeTextSpend("€10-20")).toBeNull();
});

test("an amount is the same before or after its sign, with cents or without", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 999 }),
      fc.option(fc.integer({ min: 0, max: 99 })),
      fc.constantFrom(["€", "EUR"], ["£", "GBP"], ["CHF", "CHF"], ["₹", "INR"], ["US$", "USD"]),
      fc.boolean(),
      fc.constantFrom(".", ","),
      (whole, cents, [sign = "", currency = ""], isBefore, point) => {
        const fraction = cents === null ? "" : String(cents).padStart(2, "0");
        const number = cents === null ? `${whole}` : `${whole}${point}${fraction}`;
        const text = isBefore ? `${sign}${number}` : `${number} ${sign}`;
        const amount = cents === null ? `${whole}` : `${whole}.${fraction}`;
        expect(readFreeTextPrice(text)).toEqual(paid(amount, currency));
      },
    ),
  );
});

test("a word that is not understood leaves the price out", () => {
  const strange = fc.constantFrom("guide", "parking", "locals", "residents", "maybe", "tour", "with card", "x");
  fc.assert(
    fc.property(strange, fc.boolean(), (word, isFirst) => {
      expect(readFreeTextPrice(isFirst ? `${word} €12` : `€12 ${word}`)).toEqual({});
    }),
  );
});
