/** An entity of Wikidata as a record, as why it cannot be one, or as `null` for what is nothing to visit. */
import type { z } from "zod";
import type { crowdednessSchema } from "../../../trip/place.ts";
import { coordinatesOf, dateOf, nameProblem, phoneOf, said, skipped, websiteOf } from "../record-parts.ts";
import type { CrossReferences, PlaceRecord, Skipped, SourceRecord } from "../source-record.ts";
import {
  coordinatesIn,
  type Entity,
  isSaid,
  itemsIn,
  itemsOf,
  monolingualOf,
  quantityIn,
  statementsOf,
  textsOf,
  timeQualifier,
} from "./statements.ts";
import { LODGING_CLASSES, OTHER_CLASSES, PLACE_CLASSES } from "./wikidata-classes.ts";

const EARTH = "http://www.wikidata.org/entity/Q2";
const ENGLISH = ["en", "en-gb", "en-us", "en-ca", "mul"];
const WEEKDAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] as const;
const WEEKDAY_ITEMS = ["Q105", "Q127", "Q128", "Q129", "Q130", "Q131", "Q132"];
const OSM_PROPERTIES = [
  ["relation", "P402"],
  ["way", "P10689"],
  ["node", "P11693"],
] as const;
const MOST_NAMES = 40;

const GONE = skipped("no longer there");
const ELSEWHERE = skipped("not on Earth");

function nameOf(entity: Entity): string {
  for (const language of ENGLISH) {
    const label = entity.labels[language]?.value.trim();
    if (label) return label;
  }
  const native = monolingualOf(entity, "P1705")[0]?.text ?? Object.values(entity.labels)[0]?.value;
  return native?.trim() ?? "";
}

function otherNames(entity: Entity, name: string): string[] {
  const labels = Object.values(entity.labels).map(({ value }) => value.trim());
  const aliases = (entity.aliases.en ?? []).map(({ value }) => value.trim());
  const names = new Set(
    [...aliases, ...labels].filter((other) => other !== name && other !== "" && other.length <= 200),
  );
  return [...names].slice(0, MOST_NAMES);
}

function idsOf(entity: Entity): CrossReferences {
  const osm = OSM_PROPERTIES.flatMap(([element, property]) =>
    textsOf(entity, property).map((id) => `${element}/${id}`),
  );
  const geonames = textsOf(entity, "P1566")[0];
  const page = (site: string): string | undefined => entity.sitelinks[site]?.title;
  return {
    wikidata: entity.id,
    ...said({
      osm: osm[0],
      geonames: geonames && /^\d+$/.test(geonames) ? Number(geonames) : undefined,
      wikipedia: page("enwiki") && `en:${page("enwiki")}`,
      wikivoyage: page("enwikivoyage") && `en:${page("enwikivoyage")}`,
    }),
  };
}

/** Days said without a season or an exception; `null` where anything but days of the week is said. */
function weekdaysIn(entity: Entity, property: string): Set<number> | null {
  const statements = statementsOf(entity, property);
  const plain = statements.filter(({ qualifiers }) => Object.keys(qualifiers ?? {}).length === 0);
  const days = itemsIn(plain).map((item) => WEEKDAY_ITEMS.indexOf(item));
  const isAllDays = plain.length === statements.length && days.length === plain.length && !days.includes(-1);
  return isAllDays && days.length > 0 ? new Set(days) : null;
}

/** "Closed on" (P3026) names days and may name feasts too; "open days" (P3025) leaves the others. */
function closedDays(entity: Entity): PlaceRecord["closedDays"] {
  const closedOn = statementsOf(entity, "P3026").filter(({ qualifiers }) => Object.keys(qualifiers ?? {}).length === 0);
  const closed = new Set(itemsIn(closedOn).map((item) => WEEKDAY_ITEMS.indexOf(item)));
  const open = weekdaysIn(entity, "P3025");
  const days = WEEKDAYS.filter((_, day) => closed.has(day) || (open !== null && !open.has(day)));
  return days.length > 0 && days.length < WEEKDAYS.length ? days : undefined;
}

/** From visitors a year (P1174), the last year that was counted; few visitors may still stand in a small room. */
function crowdedness(entity: Entity): z.infer<typeof crowdednessSchema> | undefined {
  const years = [...statementsOf(entity, "P1174")].sort((a, b) =>
    timeQualifier(b, "P585").localeCompare(timeQualifier(a, "P585")),
  );
  const visitors = (years[0] && quantityIn(years[0])) ?? 0;
  if (visitors >= 1_000_000) return "high";
  return visitors >= 250_000 ? "moderate" : undefined;
}

function addressOf(entity: Entity): string | undefined {
  const addresses = monolingualOf(entity, "P6375");
  return (addresses.find(({ language }) => language === "en") ?? addresses[0])?.text;
}

export function entityRecord(entity: Entity, fileDate: string): SourceRecord | Skipped | null {
  if (entity.type !== "item") return null;
  const classes = itemsOf(entity, "P31");
  if (classes.some((item) => OTHER_CLASSES.has(item))) return null;
  const name = nameOf(entity);
  const at = coordinatesIn(entity)[0];
  const location = coordinatesOf(at?.latitude, at?.longitude);
  const problem = nameProblem(name);
  if ("kind" in location) return location;
  if (problem) return problem;
  if (at?.globe !== EARTH) return ELSEWHERE;
  // Dissolved or demolished (P576), closed for good (P3999).
  if (isSaid(entity, "P576") || isSaid(entity, "P3999")) return GONE;
  const native = monolingualOf(entity, "P1705")[0]?.text;
  const thing = {
    externalId: entity.id,
    sourceDate: dateOf(entity.modified) ?? fileDate,
    ids: idsOf(entity),
    name,
    location,
    ...said({
      nameLocal: native !== name && (native?.length ?? 0) <= 200 ? native : undefined,
      otherNames: otherNames(entity, name),
      address: addressOf(entity),
      website: textsOf(entity, "P856").map(websiteOf).find(Boolean),
      phone: phoneOf(textsOf(entity, "P1329")[0]),
    }),
  };
  const lodgingType = classes.map((item) => LODGING_CLASSES.get(item)).find(Boolean);
  if (lodgingType) return { kind: "lodging", ...thing, lodgingType };
  const placeClass = [...PLACE_CLASSES].find(([item]) => classes.includes(item))?.[1];
  return {
    kind: "place",
    ...thing,
    ...said({
      type: placeClass?.type,
      categories: placeClass?.categories && [...placeClass.categories],
      closedDays: closedDays(entity),
      crowdedness: crowdedness(entity),
      isHeritage: isSaid(entity, "P1435") || undefined,
    }),
    sitelinks: Object.keys(entity.sitelinks).length,
  };
}
