/**
 * Areas of cities. One name in a city is one area: who describes areas for travellers is believed before who only
 * puts a name on a map, and of those the newest, so that the order of imports does not matter.
 */
import sql from "sql-template-tag";
import { z } from "zod";
import type { AreaRecord } from "../importers/source-record.ts";
import { type BulkRow, type BulkTable, pointWkt, upsertRows } from "../stores/bulk.ts";
import { catalogueId } from "../stores/catalogue-ids.ts";
import { plainFold } from "../stores/fold.ts";
import type { Transaction } from "../transaction.ts";
import type { CityEntry } from "./city-index.ts";
import { type Outcome, ofCity, skip, WAITS_FOR_CITY } from "./outcome.ts";
import type { Catalogue } from "./write-places.ts";

const AREAS: BulkTable = {
  name: "city_areas",
  key: ["id"],
  columns: {
    id: "uuid",
    city_id: "uuid",
    name: "varchar(100)",
    name_local: "varchar(100)",
    area_type: "varchar(30)",
    location: "geography",
    source: "text",
    source_date: "date",
    licence: "text",
    attribution: "text",
  },
};

const areaRowSchema = z.object({
  id: z.string(),
  cityId: z.string(),
  name: z.string(),
  source: z.string(),
  sourceDate: z.string(),
  isDescribed: z.boolean(),
});
type StoredArea = z.infer<typeof areaRowSchema>;

interface Offer {
  readonly record: AreaRecord;
  readonly city: CityEntry;
}

const fits = (name: string): boolean => name.length <= 100;
const keyOf = (cityId: string, name: string): string => `${cityId}/${plainFold(name)}`;

/** Larger is believed: the newer, then any that is always the same one. */
function isBelieved(offer: AreaRecord, other: AreaRecord): boolean {
  if (offer.sourceDate !== other.sourceDate) return offer.sourceDate > other.sourceDate;
  return offer.externalId < other.externalId;
}

function bestOffers(records: readonly AreaRecord[], { cities }: Catalogue, outcome: Outcome): Map<string, Offer> {
  const best = new Map<string, Offer>();
  for (const record of records) {
    const city = cities.cityOf(record.location);
    if (!fits(record.name)) skip(outcome, "name too long");
    else if (!city) skip(outcome, WAITS_FOR_CITY);
    else {
      const key = keyOf(city.id, record.name);
      const other = best.get(key);
      if (other) skip(outcome, "area of a name that the city has already");
      if (!other || isBelieved(record, other.record)) best.set(key, { record, city });
    }
  }
  return best;
}

function areaRow(id: string, source: string, { record, city }: Offer, { terms }: Catalogue): BulkRow {
  const { title = source, licence = null, attribution = null } = terms.get(source) ?? {};
  const local = record.nameLocal;
  return {
    id,
    city_id: city.id,
    name: record.name,
    name_local: local !== undefined && fits(local) ? local : null,
    area_type: record.areaType,
    location: pointWkt(record.location),
    source: title,
    source_date: record.sourceDate,
    licence,
    attribution,
  };
}

/** Described areas stay as they are; of others, the newer word wins, then the title that comes first. */
function mayReplace(stored: StoredArea, title: string, { sourceDate }: AreaRecord): boolean {
  if (stored.isDescribed) return false;
  if (stored.source === title) return sourceDate >= stored.sourceDate;
  return sourceDate === stored.sourceDate ? title < stored.source : sourceDate > stored.sourceDate;
}

export async function writeAreas(
  tx: Transaction,
  source: string,
  records: readonly AreaRecord[],
  catalogue: Catalogue,
  outcome: Outcome,
): Promise<void> {
  const offers = bestOffers(records, catalogue, outcome);
  const cityIds = [...new Set([...offers.values()].map(({ city }) => city.id))];
  const stored = await tx.many(
    areaRowSchema,
    sql`
      select a.id, a.city_id as "cityId", a.name, a.source, a.source_date::text as "sourceDate",
        a.description is not null as "isDescribed"
      from city_areas a where a.city_id = any(${cityIds}::uuid[])`,
  );
  const storedByKey = new Map(stored.map((area) => [keyOf(area.cityId, area.name), area]));
  const title = catalogue.terms.get(source)?.title ?? source;
  const added: BulkRow[] = [];
  const known: BulkRow[] = [];
  for (const [key, offer] of offers) {
    const before = storedByKey.get(key);
    if (!before) {
      // By its name in its city: whoever names it first, it is the same row.
      added.push(
        areaRow(catalogueId("city_area", `${offer.city.id}/${plainFold(offer.record.name)}`), source, offer, catalogue),
      );
      ofCity(outcome, offer.city).areas += 1;
    } else if (mayReplace(before, title, offer.record)) known.push(areaRow(before.id, source, offer, catalogue));
    else outcome.unchanged += 1;
  }
  await upsertRows(tx, AREAS, added);
  const changed = await upsertRows(tx, AREAS, known);
  outcome.new += added.length;
  outcome.changed += changed;
  outcome.unchanged += known.length - changed;
}
