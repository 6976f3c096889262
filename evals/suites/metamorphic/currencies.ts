/** An amount in another currency, by the built-in catalogue's own rates: the planner goes by the same. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { builtInCatalogueDir } from "../../../db/seed/catalogue-files.ts";
import type { TripWords } from "./trip-words.ts";

export interface Converted {
  readonly amount: number;
  readonly currency: string;
  /** Units of it for one of the old. */
  readonly rate: number;
}

function perEuro(currency: string): number {
  const lines = readFileSync(join(builtInCatalogueDir(), "exchange-rates.csv"), "utf8").split("\n");
  const rate = Number(lines.find((line) => line.startsWith(`${currency},`))?.split(",")[1]);
  if (Number.isFinite(rate)) return rate;
  throw new Error(`Expected a rate for ${currency} among the catalogue's exchange rates.`);
}

/** In dollars; what is in dollars already, in euros. Rounded up, so that nothing fits that did not before. */
export function inOtherCurrency({ amount, currency }: TripWords): Converted {
  const other = currency === "USD" ? "EUR" : "USD";
  const rate = perEuro(other) / perEuro(currency);
  return { amount: Math.ceil(amount * rate), currency: other, rate };
}
