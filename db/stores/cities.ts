/** Cities as the domain reads them: one column list, one row schema, and the look-up by id. */
import sql, { type Sql } from "sql-template-tag";
import { z } from "zod";
import type { City } from "../../trip/catalogue.ts";
import { TripwrightError } from "../../trip/errors.ts";
import { strangersName, strangersTextOrNull } from "../../trip/strangers-words.ts";
import type { Transaction } from "../transaction.ts";
import { isUuid } from "./row-parts.ts";

/** Of `cities c` joined with `countries co`. */
export const CITY_COLUMNS: Sql = sql`
  c.id, c.name, c.name_local as "nameLocal", c.region, co.iso_code as "countryCode", co.name as "countryName",
  st_y(c.location::geometry) as lat, st_x(c.location::geometry) as lon, c.timezone, c.population,
  c.iata_code as "iataCode", c.attraction_count as "attractionCount", c.eatery_count as "eateryCount"`;

export const cityRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  nameLocal: z.string().nullable(),
  region: z.string().nullable(),
  countryCode: z.string(),
  countryName: z.string(),
  lat: z.number(),
  lon: z.number(),
  timezone: z.string(),
  population: z.number().nullable(),
  iataCode: z.string().nullable(),
  attractionCount: z.number(),
  eateryCount: z.number(),
});
export type CityRow = z.infer<typeof cityRowSchema>;

export function toCity({ lat, lon, ...row }: CityRow): City {
  return {
    id: row.id,
    name: strangersName(row.name),
    nameLocal: strangersTextOrNull(row.nameLocal),
    region: strangersTextOrNull(row.region),
    countryCode: row.countryCode,
    countryName: row.countryName,
    location: { lat, lon },
    timezone: row.timezone,
    population: row.population,
    iataCode: row.iataCode,
    attractionCount: row.attractionCount,
    eateryCount: row.eateryCount,
  };
}

export async function getCity(tx: Transaction, cityId: string): Promise<City> {
  const row = isUuid(cityId)
    ? await tx.maybeOne(
        cityRowSchema,
        sql`select ${CITY_COLUMNS} from cities c join countries co on co.id = c.country_id where c.id = ${cityId}`,
      )
    : null;
  if (!row) {
    const message = `Expected the id of a city in the catalogue, got "${cityId}". Search for the city by name first.`;
    throw new TripwrightError("city_not_found", message, { cityId });
  }
  return toCity(row);
}
