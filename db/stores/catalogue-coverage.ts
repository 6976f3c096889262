/** How much the catalogue knows, city by city and field by field: what a person looks at to see where it is thin. */
import sql from "sql-template-tag";
import { z } from "zod";
import { UNKNOWN_BUT_CLOSED } from "../../trip/opening-hours.ts";
import type { Transaction } from "../transaction.ts";

/** The part of a city's places of which something is known, 0–1; `null` where it has none of that kind. */
const shareSchema = z.number().min(0).max(1).nullable();

export const cityCoverageSchema = z.object({
  name: z.string(),
  countryCode: z.string(),
  attractions: z.int(),
  eateries: z.int(),
  areas: z.int(),
  lodgings: z.int(),
  /** Those a scheduler can place with certainty: hours known, or open at all times. */
  usableAttractions: z.int(),
  usableEateries: z.int(),
  known: z.object({
    hours: shareSchema,
    admission: shareSchema,
    mealPrice: shareSchema,
    wheelchair: shareSchema,
    diets: shareSchema,
    description: shareSchema,
    address: shareSchema,
    localName: shareSchema,
    website: shareSchema,
  }),
  verified: z.int(),
  /** Places that more than one source speaks of. */
  merged: z.int(),
  /** Facts older than a year. */
  stale: z.int(),
  oldestFacts: z.iso.date().nullable(),
  quality: shareSchema,
  /** Main source → places. */
  sources: z.record(z.string(), z.int()),
});
export type CityCoverage = z.infer<typeof cityCoverageSchema>;

/** Every city with at least one place, by name. `today` decides what is older than a year. */
export async function listCoverage(tx: Transaction, today: string): Promise<CityCoverage[]> {
  return tx.many(
    cityCoverageSchema,
    sql`
      with facts as (
        select a.city_id, a.is_eatery, a.source, a.source_date, a.is_verified, a.quality_score,
          a.opening_hours is not null and coalesce(not starts_with(a.opening_hours ->> 'rule', ${UNKNOWN_BUT_CLOSED}), true) as has_hours, a.price_adult is not null as has_admission,
          a.spend_low is not null as has_spend, a.accessibility_features ? 'wheelchair' as has_wheelchair,
          cardinality(a.diets) > 0 as has_diets, a.description is not null as has_description,
          a.address is not null as has_address, a.name_local is not null as has_local, a.website is not null as has_website,
          (select count(distinct r.source) from place_records r where r.attraction_id = a.id) > 1 as is_merged
        from attractions a where a.retired_at is null),
      by_source as (
        select city_id, jsonb_object_agg(source, places order by source) as sources
        from (select city_id, source, count(*) as places from facts group by city_id, source) counted group by city_id),
      by_city as (
        select city_id, count(*) filter (where not is_eatery) as attractions, count(*) filter (where is_eatery) as eateries,
          count(*) filter (where not is_eatery and has_hours) as usable_attractions,
          count(*) filter (where is_eatery and has_hours) as usable_eateries,
          count(*) filter (where is_verified) as verified, count(*) filter (where is_merged) as merged,
          count(*) filter (where source_date < ${today}::date - 365) as stale, min(source_date)::text as oldest_facts,
          round(avg(quality_score), 2)::float8 as quality,
          jsonb_build_object(
            'hours', round(avg(has_hours::int), 3), 'admission', round(avg(has_admission::int) filter (where not is_eatery), 3),
            'mealPrice', round(avg(has_spend::int) filter (where is_eatery), 3),
            'wheelchair', round(avg(has_wheelchair::int), 3), 'diets', round(avg(has_diets::int) filter (where is_eatery), 3),
            'description', round(avg(has_description::int), 3), 'address', round(avg(has_address::int), 3),
            'localName', round(avg(has_local::int), 3), 'website', round(avg(has_website::int), 3)) as known
        from facts group by city_id)
      select c.name, k.iso_code as "countryCode", b.attractions::integer, b.eateries::integer,
        (select count(*) from city_areas x where x.city_id = c.id)::integer as areas,
        (select count(*) from lodgings l where l.city_id = c.id and l.retired_at is null)::integer as lodgings,
        b.usable_attractions::integer as "usableAttractions", b.usable_eateries::integer as "usableEateries", b.known,
        b.verified::integer, b.merged::integer, b.stale::integer, b.oldest_facts as "oldestFacts", b.quality, s.sources
      from by_city b
      join by_source s on s.city_id = b.city_id
      join cities c on c.id = b.city_id
      join countries k on k.id = c.country_id
      order by c.name, k.iso_code, c.id`,
  );
}
