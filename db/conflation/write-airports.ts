/** Airports, by their IATA code. Nobody else's word is merged with it: the last file that was imported says how it is. */
import sql from "sql-template-tag";
import { z } from "zod";
import type { AirportRecord } from "../importers/source-record.ts";
import { AIRPORTS } from "../seed/catalogue-tables.ts";
import { type BulkRow, pointWkt, upsertRows } from "../stores/bulk.ts";
import { catalogueId } from "../stores/catalogue-ids.ts";
import type { Transaction } from "../transaction.ts";
import { type Outcome, skip } from "./outcome.ts";

const countryRowSchema = z.object({ id: z.string(), isoCode: z.string() });
const knownRowSchema = z.object({ iataCode: z.string(), id: z.string() });

export async function writeAirports(
  tx: Transaction,
  records: readonly AirportRecord[],
  outcome: Outcome,
): Promise<void> {
  if (records.length === 0) return;
  const countries = await tx.many(countryRowSchema, sql`select id, iso_code as "isoCode" from countries`);
  const countryOf = new Map(countries.map(({ id, isoCode }) => [isoCode, id]));
  const byCode = new Map(records.map((record) => [record.iataCode, record]));
  const codes = [...byCode.keys()];
  const known = await tx.many(
    knownRowSchema,
    sql`select iata_code as "iataCode", id from airports where iata_code = any(${codes}::text[])`,
  );
  const idOf = new Map(known.map(({ iataCode, id }) => [iataCode, id]));
  const rows: BulkRow[] = [];
  for (const record of byCode.values()) {
    const country = countryOf.get(record.countryCode);
    if (country === undefined) skip(outcome, "airport in a country that is not known");
    else {
      rows.push({
        id: idOf.get(record.iataCode) ?? catalogueId("airport", record.iataCode),
        iata_code: record.iataCode,
        name: record.name.slice(0, 200),
        city_name: record.cityName.slice(0, 100),
        country_id: country,
        location: pointWkt(record.location),
        size: record.size,
      });
    }
  }
  const written = await upsertRows(tx, AIRPORTS, rows);
  const added = rows.filter(({ iata_code }) => !idOf.has(String(iata_code))).length;
  outcome.new += added;
  outcome.changed += written - added;
  outcome.unchanged += rows.length - written;
}
