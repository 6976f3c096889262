/**
 * What is kept of a source's word about a place: the record as it came, under its source and its id there. A
 * place is computed from these and from nothing else, so the same records give the same place in any order.
 */
import { z } from "zod";
import { type PlaceRecord, placeRecordSchema } from "../importers/source-record.ts";
import { catalogueId } from "../stores/catalogue-ids.ts";

/** What `places verify` writes; its id is the place's. */
export const PERSON = "person";
export const BUILT_IN = "built-in";
/** A city file of somebody's own: "file:my-town". */
export const CITY_FILE_PREFIX = "file:";

export const storedRecordSchema = placeRecordSchema.extend({
  /** Where a file of one city says so itself; elsewhere the nearest city is. */
  cityId: z.uuid().optional(),
  /** Of a person's word: the records that it was said of, wherever their names and coordinates lead. */
  said: z.array(z.string()).optional(),
});
export type StoredRecord = PlaceRecord & { cityId?: string | undefined; said?: string[] | undefined };

/** A record with its source: what is matched and merged. */
export interface SourcedRecord {
  readonly source: string;
  readonly record: StoredRecord;
}

export function keyOf({ source, record }: SourcedRecord): string {
  return `${source}/${record.externalId}`;
}

/**
 * The id of a place that begins with this record. A person's word is about a place that is there; built-in places
 * and those of city files keep the ids that stored itineraries name.
 */
export function placeIdOf({ source, record }: SourcedRecord): string {
  if (source === PERSON) return record.externalId;
  if (source === BUILT_IN) return catalogueId("place", record.externalId);
  if (source.startsWith(CITY_FILE_PREFIX)) return catalogueId("place", `imported/${record.externalId}`);
  return catalogueId("place", `${source}:${record.externalId}`);
}

const OWN_SPACE: Readonly<Record<string, string>> = {
  openstreetmap: "osm",
  wikidata: "wikidata",
  geonames: "geonames",
  overture: "overture",
};

/** "wikidata:Q1", "osm:node/2": who shares one is the same thing. An article of Wikivoyage is about many. */
export function identifiersOf({ source, record }: SourcedRecord): string[] {
  const { osm, wikidata, wikipedia, geonames, overture } = record.ids;
  const said = { osm, wikidata, wikipedia, geonames, overture };
  const own = OWN_SPACE[source];
  const found = Object.entries(said).flatMap(([space, id]) => (id === undefined ? [] : [`${space}:${id}`]));
  if (own !== undefined) found.push(`${own}:${record.externalId}`);
  return [...new Set(found)].filter((id) => id.length <= 300);
}

/** Keys in one order, at any depth: equal text means equal content, also after a stay in `jsonb`. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
