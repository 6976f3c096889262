/** Which of the rates that a vendor published replace the stored ones: every price goes by them, so none is believed blindly. */
import { addDays } from "./calendar.ts";
import type { ExchangeRate } from "./catalogue.ts";
import type { DatedRate } from "./vendor-ports.ts";

/** Currencies have lost more than that, but not between two looks: somebody's decimal point has moved. */
const MOST_FACTOR = 3;
/** Of a currency that had no rate; the least and the most that any has been worth. */
const LEAST_PER_EURO = 0.001;
const MOST_PER_EURO = 10_000_000;

export interface RateChanges {
  /** To be stored. */
  readonly accepted: readonly DatedRate[];
  /** Published before, or on an older day. */
  readonly unchanged: readonly string[];
  /** Not published: their old rates stay. */
  readonly unknown: readonly string[];
  /** A line each: their old rates stay. */
  readonly refused: readonly string[];
}

export interface RatesKnown {
  readonly currencies: readonly string[];
  /** The newest of each. */
  readonly stored: ReadonlyMap<string, ExchangeRate>;
  readonly today: string;
}

function refusalOf({ currency, rate, date }: DatedRate, old: ExchangeRate | undefined, today: string): string | null {
  const perEuro = Number(rate);
  const says = `${currency}: ${rate} for one euro on ${date} was not stored`;
  // Somewhere it is tomorrow already.
  if (date > addDays(today, 1)) return `${says}: that day is yet to come.`;
  if (!(perEuro >= LEAST_PER_EURO && perEuro <= MOST_PER_EURO)) return `${says}: no currency is worth that.`;
  if (!old) return null;
  const factor = Math.max(perEuro / old.perEuro, old.perEuro / perEuro);
  if (factor <= MOST_FACTOR) return null;
  return `${says}: that is more than ${MOST_FACTOR} times off the ${old.perEuro} of ${old.asOf}.`;
}

export function rateChanges(published: readonly DatedRate[], { currencies, stored, today }: RatesKnown): RateChanges {
  const byCurrency = new Map(published.filter(({ base }) => base === "EUR").map((rate) => [rate.currency, rate]));
  const changes = { accepted: [] as DatedRate[], unchanged: [] as string[], unknown: [] as string[] };
  const refused: string[] = [];
  for (const currency of currencies) {
    const rate = byCurrency.get(currency);
    const old = stored.get(currency);
    const refusal = rate ? refusalOf(rate, old, today) : null;
    if (!rate) changes.unknown.push(currency);
    else if (refusal !== null) refused.push(refusal);
    else if (old && (rate.date < old.asOf || (rate.date === old.asOf && Number(rate.rate) === old.perEuro)))
      changes.unchanged.push(currency);
    else changes.accepted.push(rate);
  }
  return { ...changes, refused };
}
