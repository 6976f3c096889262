/**
 * An amount as people write it ("€1,234", "1.234 €", "¥12,300") with its currency: exact, or nothing. What could be
 * read in two ways is not read.
 */
import { minorDigits } from "../../trip/money.ts";

function signsOf(currency: string): ReadonlySet<string> {
  const displays = ["code", "symbol", "narrowSymbol"] as const;
  const signs = displays.map((currencyDisplay) =>
    new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay })
      .formatToParts(1)
      .find(({ type }) => type === "currency"),
  );
  return new Set(signs.flatMap((sign) => sign?.value.toUpperCase() ?? []));
}

/** Without a sign between thousands, or with one of those in use; then a part of a unit. */
const READINGS = [
  /^(\d+)(?:[.,](\d+))?$/,
  /^(\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/,
  /^(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?$/,
  /^(\d{1,3}(?:['’]\d{3})+)(?:[.,](\d+))?$/,
  /^(\d{1,3}(?:\s\d{3})+)(?:[.,](\d+))?$/,
  // In lakhs.
  /^(\d{1,2}(?:,\d{2})+,\d{3})(?:\.(\d+))?$/,
];

function readingsOf(number: string, digits: number): Set<string> {
  const readings = READINGS.flatMap((reading) => {
    const [, whole = "", fraction = ""] = reading.exec(number) ?? [];
    const isWhole = /^(0|[1-9].*)$/s.test(whole);
    const isExact = fraction === "" || fraction.length === digits;
    return isWhole && isExact ? [`${whole.replaceAll(/\D/g, "")}.${fraction || "0"}`] : [];
  });
  return new Set(readings);
}

/** Decimal text; `null` for what is no amount of that currency, or not surely. */
export function formattedAmount(text: string, currency: string): string | null {
  if (text.length > 40 || !/^[A-Z]{3}$/.test(currency)) return null;
  const [, before = "", number = "", after = ""] = /^(\D*)(\d(?:.*\d)?)(\D*)$/s.exec(text) ?? [];
  const sign = `${before}${after}`.replaceAll(/\s/g, "").toUpperCase();
  if (sign !== "" && !signsOf(currency).has(sign)) return null;
  const [reading, ...others] = readingsOf(number, minorDigits(currency));
  return reading !== undefined && others.length === 0 ? reading : null;
}
