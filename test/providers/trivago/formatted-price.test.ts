import fc from "fast-check";
import { expect, test } from "vitest";
import { formattedAmount } from "../../../providers/trivago/formatted-price.ts";
import { minorDigits, toDecimal, toMinor } from "../../../trip/money.ts";

test.for([
  ["€123", "EUR", "123.0"],
  ["1.234 €", "EUR", "1234.0"],
  ["1.234,50 €", "EUR", "1234.50"],
  ["€1,234,567.89", "EUR", "1234567.89"],
  ["€1\u202F234,50", "EUR", "1234.50"],
  ["12,34 €", "EUR", "12.34"],
  ["EUR 99", "EUR", "99.0"],
  ["eur\u00A01'234.00", "EUR", "1234.00"],
  ["¥12,300", "JPY", "12300.0"],
  ["$199", "USD", "199.0"],
  ["US$1,199", "USD", null],
  ["$1,199", "AUD", "1199.0"],
  ["A$1,199", "AUD", "1199.0"],
  ["₹1,23,456", "INR", "123456.0"],
  ["₹123,456", "INR", "123456.0"],
  ["KWD 1,234.500", "KWD", "1234.500"],
  ["99", "EUR", "99.0"],
] as const)("%s in %s is %s", ([text, currency, amount]) => {
  expect(formattedAmount(text, currency)).toBe(amount);
});

test.for([
  ["KWD 1.234", "KWD", "thousands or thousandths"],
  ["€12.5", "EUR", "a tenth of a euro"],
  ["¥12.30", "JPY", "parts of a yen"],
  ["€1,23,456", "USD", "another currency's sign"],
  ["$123", "EUR", "another currency's sign"],
  ["123 USD", "EUR", "another currency"],
  ["-€123", "EUR", "less than nothing"],
  ["€ -123", "EUR", "less than nothing"],
  ["from €123", "EUR", "where prices start"],
  ["€123 per night", "EUR", "words"],
  ["€120 – €140", "EUR", "two prices"],
  ["€1.234.56", "EUR", "two signs alike"],
  ["€1,234.567", "EUR", "thousands twice"],
  ["€01.234", "EUR", "a number that begins with nothing"],
  ["€12 34", "EUR", "a number in two parts"],
  ["€1e9", "EUR", "a power"],
  ["€١٢٣", "EUR", "other digits"],
  ["", "EUR", "nothing"],
  ["€", "EUR", "a sign alone"],
  ["€123", "euro", "no currency"],
  [`€${"9".repeat(400)}`, "EUR", "a number without end"],
] as const)("%s in %s is no price: %s", ([text, currency]) => {
  expect(formattedAmount(text, currency)).toBeNull();
});

test("what Intl writes is read back to the cent, or not at all", () => {
  const currency = fc.constantFrom("EUR", "USD", "JPY", "KWD", "CHF", "PLN", "SEK", "BRL", "IDR", "INR");
  const locale = fc.constantFrom("en", "de", "fr", "pt", "ja", "de-CH", "en-IN");
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000_000_000 }), currency, locale, (minor, code, language) => {
      const decimal = toDecimal(minor, code);
      const options = { style: "currency", currency: code, minimumFractionDigits: minorDigits(code) } as const;
      const text = new Intl.NumberFormat(language, options).format(decimal as `${number}`);
      const read = formattedAmount(text, code);
      expect(read === null ? minor : toMinor(read, code)).toBe(minor);
      if (language === "en" && code !== "KWD") expect(read).not.toBeNull();
    }),
    { numRuns: 500 },
  );
});
