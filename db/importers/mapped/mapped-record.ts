/** A row as a record, as its mapping says. */
import { externalIdFrom, externalIdOfPlace } from "../external-id.ts";
import { readFreeTextHours } from "../free-text/free-text-hours.ts";
import { readFreeTextPrice } from "../free-text/free-text-price.ts";
import { coordinatesOf, dateOf, nameProblem, phoneOf, said, skipped, websiteOf } from "../record-parts.ts";
import {
  type CrossReferences,
  crossReferencesSchema,
  type LodgingRecord,
  type PlaceRecord,
  type Skipped,
  type SourceRecord,
} from "../source-record.ts";
import { MappedCells } from "./mapped-cells.ts";
import type { MappedRow } from "./mapped-row.ts";
import type { Mapping } from "./mapping.ts";

const NOT_A_POINT = skipped("neither a point nor columns with coordinates");

function idsOf(cells: MappedCells): CrossReferences {
  const known = said({
    osm: /^(?:node|way|relation)\/\d+$/.exec(cells.text("osm") ?? "")?.[0],
    wikidata: /^Q[1-9]\d*$/.exec(cells.text("wikidata") ?? "")?.[0],
    wikipedia: cells.text("wikipedia"),
    wikivoyage: cells.text("wikivoyage"),
    geonames: cells.count("geonames"),
  });
  return crossReferencesSchema.parse(known);
}

function locationOf(cells: MappedCells, row: MappedRow): ReturnType<typeof coordinatesOf> {
  if (cells.field("lat") && cells.field("lon")) return coordinatesOf(cells.coordinate("lat"), cells.coordinate("lon"));
  return row.point ? coordinatesOf(row.point.lat, row.point.lon) : NOT_A_POINT;
}

function hoursOf(cells: MappedCells): Partial<PlaceRecord> {
  const text = cells.text("hours");
  const closedDays = cells.choices<NonNullable<PlaceRecord["closedDays"]>[number]>("closedDays");
  const field = cells.field("hours");
  if (text === undefined || field?.syntax !== "text") return said({ hours: text, closedDays });
  const read = readFreeTextHours(text, { isDaytime: false });
  return said({
    hours: read.hours,
    lastEntryMinutes: read.lastEntryMinutes,
    closedDays: closedDays.length > 0 ? closedDays : [...(read.closedDays ?? [])],
  });
}

function priceOf(cells: MappedCells): Partial<PlaceRecord> {
  const text = cells.text("price");
  const pricing = cells.choice<NonNullable<PlaceRecord["pricing"]>>("pricing");
  if (text === undefined) return said({ pricing });
  if (cells.field("price")?.syntax === "text") return { ...readFreeTextPrice(text), ...said({ pricing }) };
  const admission = cells.money("price");
  const paysWhat = admission && (Number(admission.amount) === 0 ? ("free" as const) : ("paid" as const));
  return said({ pricing: pricing ?? paysWhat, admission });
}

function spendOf(cells: MappedCells): PlaceRecord["spend"] {
  const low = cells.money("spendLow");
  const high = cells.money("spendHigh");
  if (!low || !high || low.currency !== high.currency || Number(low.amount) > Number(high.amount)) return undefined;
  return { low: low.amount, high: high.amount, currency: low.currency };
}

function within(value: number | undefined, least: number, most: number): number | undefined {
  return value !== undefined && value >= least && value <= most ? value : undefined;
}

function placeFields(cells: MappedCells): Partial<PlaceRecord> {
  return {
    ...said({
      categories: cells.choices<NonNullable<PlaceRecord["categories"]>[number]>("categories"),
      lastEntryMinutes: within(cells.count("lastEntryMinutes"), 0, 240),
      freeDays: cells.text("freeDays"),
      visitMinutes: within(cells.count("visitMinutes"), 1, 1440),
      spend: spendOf(cells),
      priceLevel: within(cells.count("priceLevel"), 1, 4),
      cuisines: cells.words("cuisines"),
      diets: cells.choices<NonNullable<PlaceRecord["diets"]>[number]>("diets"),
      bookingNeeded: cells.yesNo("bookingNeeded"),
      crowdedness: cells.choice<NonNullable<PlaceRecord["crowdedness"]>>("crowdedness"),
      isHeritage: cells.yesNo("isHeritage"),
      fame: within(cells.number("fame"), 0, 1),
      isOffbeat: cells.yesNo("isOffbeat"),
      tags: cells.words("tags"),
      description: cells.text("description"),
    }),
    ...hoursOf(cells),
    ...priceOf(cells),
  };
}

/** Types that are not ours, each named once; a column of free text must not fill the summary. */
export class UnknownTypes {
  readonly #seen = new Set<string>();

  skip(text: string | undefined): Skipped {
    if (text === undefined || text === "") return skipped("no type");
    const shown = text.slice(0, 40);
    if (this.#seen.size < 50) this.#seen.add(shown);
    return skipped(this.#seen.has(shown) ? `type "${shown}" is not in the mapping` : "other types not in the mapping");
  }
}

export function mappedRecord(
  row: MappedRow,
  mapping: Mapping,
  fileDate: string,
  unknownTypes: UnknownTypes,
): SourceRecord | Skipped {
  const cells = new MappedCells(mapping, row);
  const name = cells.text("name") ?? "";
  const location = locationOf(cells, row);
  const problem = nameProblem(name);
  if (problem) return problem;
  if ("kind" in location) return location;
  const id = cells.text("id") ?? row.id;
  const nameLocal = cells.text("nameLocal");
  const thing = {
    externalId: id ? externalIdFrom(id) : externalIdOfPlace(name, location),
    sourceDate: dateOf(cells.text("sourceDate")) ?? fileDate,
    ids: idsOf(cells),
    name,
    location,
    ...said({
      nameLocal: (nameLocal?.length ?? 0) <= 200 ? nameLocal : undefined,
      otherNames: cells.list("otherNames"),
      address: cells.text("address"),
      website: websiteOf(cells.text("website")),
      phone: phoneOf(cells.text("phone")),
      wheelchair: cells.choice<NonNullable<PlaceRecord["wheelchair"]>>("wheelchair"),
    }),
  };
  if (mapping.kind === "lodging") {
    const lodgingType = cells.choice<LodgingRecord["lodgingType"]>("lodgingType") ?? "other";
    return { kind: "lodging", ...thing, lodgingType, ...said({ stars: within(cells.number("stars"), 0, 7) }) };
  }
  // A mapping without a type adds to what other sources know.
  const type = cells.choice<NonNullable<PlaceRecord["type"]>>("type");
  if (cells.field("type") && !type) return unknownTypes.skip(cells.cell("type"));
  return { kind: "place", ...thing, ...said({ type }), ...placeFields(cells) };
}
