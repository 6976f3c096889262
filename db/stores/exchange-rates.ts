/** Exchange rates as an importer keeps them: a row a currency and day, of which the newest counts. */
import sql from "sql-template-tag";
import { z } from "zod";
import { type ExchangeRate, exchangeRateSchema } from "../../trip/catalogue.ts";
import type { DatedRate } from "../../trip/vendor-ports.ts";
import { EXCHANGE_RATES } from "../seed/catalogue-tables.ts";
import type { Database } from "../transaction.ts";
import { upsertRows } from "./bulk.ts";

/** Of every country, of what a day costs there, and whatever has had a rate; the euro is what they are measured in. */
export async function listCurrencies(db: Database): Promise<string[]> {
  const rows = await db.transaction({ kind: "importer" }, (tx) =>
    tx.many(
      z.object({ currency: z.string() }),
      sql`
        select currency from (
          select currency_code as currency from countries
          union select avg_daily_cost_currency from countries
          union select currency from exchange_rates) as used
        where currency is not null and currency <> 'EUR' order by currency`,
    ),
  );
  return rows.map(({ currency }) => currency);
}

export async function newestRates(db: Database): Promise<Map<string, ExchangeRate>> {
  const rows = await db.transaction({ kind: "importer" }, (tx) =>
    tx.many(
      exchangeRateSchema,
      sql`
        select distinct on (currency) currency, per_euro::float8 as "perEuro", as_of::text as "asOf", source
        from exchange_rates order by currency, as_of desc`,
    ),
  );
  return new Map(rows.map((rate) => [rate.currency, rate]));
}

/** Returns how many were new or differed. */
export function writeRates(db: Database, rates: readonly DatedRate[], source: string): Promise<number> {
  const rows = rates.map(({ currency, rate, date }) => ({ currency, per_euro: rate, as_of: date, source }));
  return db.transaction({ kind: "importer" }, (tx) => upsertRows(tx, EXCHANGE_RATES, rows));
}
