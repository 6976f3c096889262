/** Where one may sleep, without prices: each source's word is a row of its own, for offers are looked for near them all. */
import sql from "sql-template-tag";
import { z } from "zod";
import type { LodgingRecord } from "../importers/source-record.ts";
import { type BulkRow, pointWkt, upsertRows } from "../stores/bulk.ts";
import { catalogueId } from "../stores/catalogue-ids.ts";
import type { Transaction } from "../transaction.ts";
import type { CityEntry } from "./city-index.ts";
import { OLDER, type Outcome, ofCity, skip, WAITS_FOR_CITY } from "./outcome.ts";
import { LODGINGS } from "./place-tables.ts";
import type { Catalogue } from "./write-places.ts";

const keptRowSchema = z.object({ externalId: z.string(), sourceDate: z.string() });

function lodgingRow(source: string, record: LodgingRecord, city: CityEntry, { terms }: Catalogue): BulkRow {
  const { externalId, wheelchair } = record;
  return {
    id: catalogueId("lodging", `${source}:${externalId}`),
    city_id: city.id,
    name: record.name.slice(0, 200),
    name_local: record.nameLocal?.slice(0, 200) ?? null,
    lodging_type: record.lodgingType,
    location: pointWkt(record.location),
    address: record.address ?? null,
    website: record.website ?? null,
    phone: record.phone && record.phone.length <= 50 ? record.phone : null,
    stars: record.stars ?? null,
    accessibility_features: wheelchair ? { wheelchair } : {},
    source,
    external_id: externalId,
    source_date: record.sourceDate,
    licence: terms.get(source)?.licence ?? null,
    attribution: terms.get(source)?.attribution ?? null,
    retired_at: null,
  };
}

export async function writeLodgings(
  tx: Transaction,
  source: string,
  records: readonly LodgingRecord[],
  catalogue: Catalogue,
  outcome: Outcome,
): Promise<void> {
  const latest = new Map<string, LodgingRecord>();
  for (const record of records) {
    const other = latest.get(record.externalId);
    if (!other || record.sourceDate >= other.sourceDate) latest.set(record.externalId, record);
  }
  const stored = await tx.many(
    keptRowSchema,
    sql`
      select l.external_id as "externalId", l.source_date::text as "sourceDate" from lodgings l
      where l.source = ${source} and l.external_id = any(${[...latest.keys()]}::text[])`,
  );
  const dateOf = new Map(stored.map(({ externalId, sourceDate }) => [externalId, sourceDate]));
  const rows: BulkRow[] = [];
  for (const record of latest.values()) {
    const city = catalogue.cities.cityOf(record.location);
    const known = dateOf.get(record.externalId);
    if (!city) skip(outcome, WAITS_FOR_CITY);
    else if (known !== undefined && record.sourceDate < known) skip(outcome, OLDER);
    else {
      rows.push(lodgingRow(source, record, city, catalogue));
      if (known === undefined) ofCity(outcome, city).lodgings += 1;
    }
  }
  const added = rows.filter(({ external_id }) => !dateOf.has(String(external_id))).length;
  const changed = (await upsertRows(tx, LODGINGS, rows)) - added;
  outcome.new += added;
  outcome.changed += changed;
  outcome.unchanged += rows.length - added - changed;
}
