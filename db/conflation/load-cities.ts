/** The cities that there are, as the index that places are assigned by; loaded once an import. */
import sql from "sql-template-tag";
import { z } from "zod";
import type { Transaction } from "../transaction.ts";
import { CityIndex } from "./city-index.ts";

const cityRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  countryCode: z.string(),
  cityType: z.string(),
  population: z.number().nullable(),
  geonamesId: z.number().nullable(),
  currency: z.string().nullable(),
  lat: z.number(),
  lon: z.number(),
});

export async function loadCities(tx: Transaction): Promise<CityIndex> {
  const rows = await tx.many(
    cityRowSchema,
    sql`
      select c.id, c.name, k.iso_code as "countryCode", c.city_type as "cityType", c.population,
        c.geonames_id as "geonamesId",
        k.currency_code as currency, st_y(c.location::geometry) as lat, st_x(c.location::geometry) as lon
      from cities c join countries k on k.id = c.country_id`,
  );
  return new CityIndex(rows);
}
