/** Countries, airports and exchange rates: small look-ups by code. */
import sql, { type Sql } from "sql-template-tag";
import { z } from "zod";
import type { Airport, Country, ExchangeRate } from "../../trip/catalogue.ts";
import type { Coordinates } from "../../trip/place.ts";
import { strangersName } from "../../trip/strangers-words.ts";
import type { Transaction } from "../transaction.ts";
import { pointSql } from "./row-parts.ts";

const COUNTRY_COLUMNS: Sql = sql`
  id, iso_code as "isoCode", name, currency_code as "currencyCode", timezone, avg_daily_cost_budget as budget,
  avg_daily_cost_mid_range as "midRange", avg_daily_cost_luxury as luxury, avg_daily_cost_currency as currency,
  avg_daily_cost_as_of::text as "asOf", avg_daily_cost_source as source`;

const countryRowSchema = z.object({
  id: z.string(),
  isoCode: z.string(),
  name: z.string(),
  currencyCode: z.string().nullable(),
  timezone: z.string().nullable(),
  budget: z.number().nullable(),
  midRange: z.number().nullable(),
  luxury: z.number().nullable(),
  currency: z.string().nullable(),
  asOf: z.string().nullable(),
  source: z.string().nullable(),
});

function dailyCostOf(row: z.infer<typeof countryRowSchema>): Country["dailyCost"] {
  const { budget, midRange, luxury, currency, asOf, source } = row;
  if (budget === null || midRange === null || luxury === null) return null;
  if (currency === null || asOf === null || source === null) return null;
  return { budget, midRange, luxury, currency, asOf, source };
}

export async function findCountry(tx: Transaction, countryCode: string): Promise<Country | null> {
  const row = await tx.maybeOne(
    countryRowSchema,
    sql`select ${COUNTRY_COLUMNS} from countries where iso_code = ${countryCode.toUpperCase()}`,
  );
  if (!row) return null;
  const { id, isoCode, name, currencyCode, timezone } = row;
  return { id, isoCode, name, currencyCode, timezone, dailyCost: dailyCostOf(row) };
}

/** Of `airports p` joined with `countries co`. */
const AIRPORT_COLUMNS: Sql = sql`
  p.iata_code as "iataCode", p.name, p.city_name as city, co.iso_code as "countryCode",
  st_y(p.location::geometry) as lat, st_x(p.location::geometry) as lon`;

const airportRowSchema = z
  .object({
    iataCode: z.string(),
    name: z.string(),
    city: z.string(),
    countryCode: z.string(),
    lat: z.number(),
    lon: z.number(),
  })
  .transform(({ lat, lon, ...airport }): Airport => ({ ...airport, location: { lat, lon } }));

export function findAirport(tx: Transaction, iataCode: string): Promise<Airport | null> {
  return tx.maybeOne(
    airportRowSchema,
    sql`
      select ${AIRPORT_COLUMNS} from airports p join countries co on co.id = p.country_id
      where p.iata_code = ${iataCode.toUpperCase()}`,
  );
}

export function listAirportsNear(tx: Transaction, location: Coordinates, limit: number): Promise<Airport[]> {
  return tx.many(
    airportRowSchema,
    sql`
      select ${AIRPORT_COLUMNS} from airports p join countries co on co.id = p.country_id
      order by p.location <-> ${pointSql(location)}, p.iata_code limit ${limit}`,
  );
}

const exchangeRateRowSchema = z.object({
  currency: z.string(),
  perEuro: z.number(),
  asOf: z.string(),
  source: z.string(),
});

/** The newest rate known. */
export function findExchangeRate(tx: Transaction, currency: string): Promise<ExchangeRate | null> {
  return tx.maybeOne(
    exchangeRateRowSchema,
    sql`
      select currency, per_euro::float8 as "perEuro", as_of::text as "asOf", source from exchange_rates
      where currency = ${currency.toUpperCase()} order by as_of desc limit 1`,
  );
}

export async function listAreas(tx: Transaction, cityId: string): Promise<string[]> {
  const rows = await tx.many(
    z.object({ name: z.string() }),
    sql`select name from city_areas where city_id = ${cityId} order by name`,
  );
  return rows.map(({ name }) => strangersName(name));
}
