/**
 * What travellers ask for, drawn from the world itself: big towns and busy travellers more often than small
 * ones, the same draws at every size.
 */
import { createHash } from "node:crypto";
import sql from "sql-template-tag";
import { z } from "zod";
import type { MigrationTarget } from "../../db/migrate.ts";
import { asOwner } from "./world/grow.ts";
import { townOf, vectorsOf } from "./world/helpers.ts";

const townSchema = z.object({
  cityId: z.string(),
  name: z.string(),
  countryName: z.string(),
  lat: z.number(),
  lon: z.number(),
});
export type Town = z.infer<typeof townSchema>;

const tripSchema = z.object({
  tripId: z.string(),
  userId: z.string(),
  itineraryId: z.string(),
  days: z.number(),
  cityId: z.string(),
  cityName: z.string(),
});
export type SampledTrip = z.infer<typeof tripSchema>;

export interface Sample {
  readonly places: number;
  /** Where people look for places: drawn by how many places a town has. */
  readonly towns: readonly Town[];
  /** What people type: drawn by how well known a town is, whether it has places or not. */
  readonly namedTowns: readonly Town[];
  readonly trips: readonly SampledTrip[];
  /** Meanings asked for, as pgvector's text; near the topics of the places, and none of them a place's own. */
  readonly vectors: readonly string[];
  /** The town with the most places, for the worst case. */
  readonly densest: Town & { readonly places: number };
}

const DRAWS = 2_000;
const VECTORS = 500;

const townColumns = sql`
  town.city_id as "cityId", town.name, co.name as "countryName", town.lat, town.lon`;
const townTables = sql`
  join cities c on c.id = town.city_id join countries co on co.id = c.country_id`;

export function drawSample(target: MigrationTarget, places: number): Promise<Sample> {
  const trips = Math.floor(places / 10);
  return asOwner(target, async (client) => {
    const towns = await client.query(sql`
      select ${townColumns} from generate_series(1, ${DRAWS}) k
      ${townOf(sql`bench_number(k, 61, ${places})`)} ${townTables} order by k`);
    const namedTowns = await client.query(sql`
      select ${townColumns} from generate_series(1, ${DRAWS}) k
      join bench_towns town
        on town.rank = 1 + floor((select count(*) from bench_towns) * power(bench_unit(k, 62), 2))::integer
      ${townTables} order by k`);
    const tripRows = await client.query(sql`
      select bench_uuid('trip', n) as "tripId", bench_uuid('user', bench_owner(n)) as "userId",
        bench_uuid('plan', n) as "itineraryId", 1 + (n % 3)::integer as days, town.city_id as "cityId", town.name as "cityName"
      from generate_series(1, ${DRAWS}) k
      cross join lateral (select bench_number(k, 63, ${trips})::bigint as n) drawn
      ${townOf(sql`n * 10`)} order by k`);
    const vectors = await client.query(sql`select v::text as v from (${vectorsOf(-VECTORS, -1)}) vectors order by n`);
    const densest = await client.query(sql`
      select ${townColumns}, c.attraction_count + c.eatery_count as places
      from bench_towns town ${townTables}
      order by c.attraction_count + c.eatery_count desc limit 1`);
    return {
      places,
      towns: z.array(townSchema).parse(towns.rows),
      namedTowns: z.array(townSchema).parse(namedTowns.rows),
      trips: z.array(tripSchema).parse(tripRows.rows),
      vectors: z
        .array(z.object({ v: z.string() }))
        .parse(vectors.rows)
        .map(({ v }) => v),
      densest: townSchema.extend({ places: z.number() }).parse(densest.rows[0]),
    };
  });
}

/** `bench_uuid` of the database. */
export function benchUuid(kind: string, n: number): string {
  const hex = createHash("md5").update(`${kind}${n}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}
