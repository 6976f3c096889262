/**
 * What any importer says, whatever file it reads: one record a thing the source describes, in our terms. A
 * field left out was not said; nothing is ever said by guessing. Readers yield these in the order of the
 * file, always the same for the same file, so that an import can go on where it was cut off.
 */
import { z } from "zod";
import { leafCategorySchema } from "../../trip/categories.ts";
import { currencySchema } from "../../trip/money.ts";
import {
  coordinatesSchema,
  crowdednessSchema,
  dietSchema,
  placeTypeSchema,
  wheelchairAccessSchema,
} from "../../trip/place.ts";

/** Where a file is from and on what terms it may be shown: a row of `catalogue_sources`. */
export interface CatalogueSource {
  /** Short, stable, part of every record's key: "openstreetmap", "wikidata", "my-guide". */
  readonly name: string;
  readonly title: string;
  /** SPDX where there is one: "ODbL-1.0", "CC-BY-SA-4.0", "CC0-1.0"; `null` when the file's owner did not say. */
  readonly licence: string | null;
  readonly licenceUrl: string | null;
  /** What must be shown beside the data: "© OpenStreetMap contributors". */
  readonly attribution: string | null;
}

/** What the columns hold: no NUL, no broken surrogates, and numbers within their types. */
const text = z
  .string()
  .refine((value) => !value.includes("\0") && value.isWellFormed(), "expected text that can be stored");
const amount = z.string().regex(/^\d{1,9}(\.\d+)?$/, "expected a decimal amount below a thousand million");
const LARGEST_INTEGER = 2_147_483_647;

/** The same thing elsewhere. */
export const crossReferencesSchema = z.object({
  /** "node/123", "way/45", "relation/6". */
  osm: z.string().optional(),
  wikidata: z
    .string()
    .regex(/^Q[1-9]\d*$/)
    .optional(),
  /** "en:Lisbon/Alfama". */
  wikivoyage: z.string().optional(),
  /** "en:Belém Tower". */
  wikipedia: z.string().optional(),
  geonames: z.int().positive().max(LARGEST_INTEGER).optional(),
  overture: z.string().optional(),
});
export type CrossReferences = z.infer<typeof crossReferencesSchema>;

const namedThing = {
  externalId: text.min(1).max(255),
  /** When the source last said so; the file's own date where the record has none. */
  sourceDate: z.iso.date(),
  ids: crossReferencesSchema,
  /** As an English-speaking traveller would say it, else as written there. */
  name: text.min(1).max(200),
  nameLocal: text.max(200).optional(),
  otherNames: z.array(text).optional(),
  location: coordinatesSchema,
};

const contact = {
  address: text.optional(),
  website: text.optional(),
  phone: text.optional(),
  wheelchair: wheelchairAccessSchema.optional(),
};

/** An attraction or somewhere to eat. `type` is left out by a source that only adds to what others know (Wikidata). */
export const placeRecordSchema = z.object({
  kind: z.literal("place"),
  ...namedThing,
  ...contact,
  type: placeTypeSchema.optional(),
  categories: z.array(leafCategorySchema).optional(),
  /** OpenStreetMap opening_hours syntax, whatever the source wrote it in; "24/7" for a place that never closes. */
  hours: text.optional(),
  lastEntryMinutes: z.int().min(0).max(240).optional(),
  /** Days or times without admission, in the same syntax: "Su[1]". */
  freeDays: text.optional(),
  /** Days of the week on which the source says it is closed ("Mo"), where it says no hours. */
  closedDays: z.array(z.enum(["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"])).optional(),
  visitMinutes: z.int().positive().optional(),
  pricing: z.enum(["free", "paid", "donation"]).optional(),
  /** Adult admission, a decimal number as text. */
  admission: z.object({ amount, currency: currencySchema }).optional(),
  /** Usual spend on a meal a person. */
  spend: z.object({ low: amount, high: amount, currency: currencySchema }).optional(),
  /** 1 cheap to 4 dear. */
  priceLevel: z.int().min(1).max(4).optional(),
  cuisines: z.array(text).optional(),
  diets: z.array(dietSchema).optional(),
  bookingNeeded: z.boolean().optional(),
  crowdedness: crowdednessSchema.optional(),
  /** In how many languages Wikipedia and its sisters have a page about it. */
  sitelinks: z.int().nonnegative().max(LARGEST_INTEGER).optional(),
  /** On a national or world heritage list. */
  isHeritage: z.boolean().optional(),
  /** 0–1, an editor's word on how well known it is. */
  fame: z.number().min(0).max(1).optional(),
  isOffbeat: z.boolean().optional(),
  tags: z.array(text.max(50)).optional(),
  description: text.optional(),
});
export type PlaceRecord = z.infer<typeof placeRecordSchema>;

export const lodgingRecordSchema = z.object({
  kind: z.literal("lodging"),
  ...namedThing,
  ...contact,
  lodgingType: z.enum(["hotel", "hostel", "guest_house", "apartment", "motel", "camp_site", "chalet", "other"]),
  stars: z.number().min(0).max(7).optional(),
});
export type LodgingRecord = z.infer<typeof lodgingRecordSchema>;

export const cityRecordSchema = z.object({
  kind: z.literal("city"),
  ...namedThing,
  cityType: z.enum(["capital", "major_city", "city", "town"]),
  /** ISO 3166-1 alpha-2, where the source knows it. */
  countryCode: z.string().length(2).optional(),
  population: z.int().nonnegative().max(LARGEST_INTEGER).optional(),
  timezone: z.string().optional(),
  region: z.string().optional(),
});
export type CityRecord = z.infer<typeof cityRecordSchema>;

export const areaRecordSchema = z.object({
  kind: z.literal("area"),
  ...namedThing,
  areaType: z.enum(["neighborhood", "district", "suburb", "quarter", "village"]),
});
export type AreaRecord = z.infer<typeof areaRecordSchema>;

export const airportRecordSchema = z.object({
  kind: z.literal("airport"),
  ...namedThing,
  iataCode: z.string().regex(/^[A-Z]{3}$/),
  cityName: z.string().min(1),
  countryCode: z.string().length(2),
  size: z.enum(["hub", "international", "regional"]),
});
export type AirportRecord = z.infer<typeof airportRecordSchema>;

export const sourceRecordSchema = z.discriminatedUnion("kind", [
  placeRecordSchema,
  lodgingRecordSchema,
  cityRecordSchema,
  areaRecordSchema,
  airportRecordSchema,
]);
export type SourceRecord = z.infer<typeof sourceRecordSchema>;

/** Something the file holds and the catalogue cannot use; `reason` is counted in the summary: "no name". */
export interface Skipped {
  readonly kind: "skipped";
  readonly reason: string;
}

export interface ReadOptions {
  readonly signal: AbortSignal;
  /** Called now and then with the part of the work done, 0–1. */
  readonly onProgress: (done: number) => void;
}

/** A file that was opened and looks like what its format says. */
export interface RecordFile {
  readonly source: CatalogueSource;
  /**
   * Every call reads from the start. Memory stays bounded however large the file is. Throws
   * `invalid_input` (what was expected, what came, where in the file) for a file that is something else.
   */
  records(options: ReadOptions): AsyncIterable<SourceRecord | Skipped>;
}

/** Each format exports one of these. */
export type OpenRecordFile = (path: string, options: OpenOptions) => Promise<RecordFile>;

export interface OpenOptions {
  /** A mapping file's path, for formats that need one. */
  readonly mapping?: string | undefined;
  /** The date the file's facts are of where the file does not say. */
  readonly fileDate: string;
}
