/**
 * Several sources' records of one place as its row. Pure, and blind to the order of the records: who is believed
 * about what stands in precedence.ts. What a row needs and nobody said is a default of the type and has no source.
 */
import type { LeafCategory } from "../../trip/categories.ts";
import { hoursFromRule } from "../../trip/hours/hours-from-rule.ts";
import { closedOnly } from "../../trip/opening-hours.ts";
import { EATERY_TYPES, type PlaceType, type WheelchairAccess } from "../../trip/place.ts";
import { type BulkRow, pointWkt } from "../stores/bulk.ts";
import { categoryIds } from "../stores/catalogue-ids.ts";
import { BY_TYPE } from "./by-type.ts";
import { FieldPicker } from "./field-picker.ts";
import { mergePrice } from "./merge-price.ts";
import { crowdLevel, isOffbeat, popularityScore, qualityScore, type RenownFacts } from "./scores.ts";
import { PERSON, type SourcedRecord, type StoredRecord } from "./stored-record.ts";

export interface SourceTerms {
  readonly title: string;
  readonly licence: string | null;
  readonly attribution: string | null;
}

export interface MergeContext {
  /** Of the city's country: what a free place costs nothing in. */
  readonly currency: string | null;
  /** Of every source that a record is from. */
  readonly terms: ReadonlyMap<string, SourceTerms>;
}

export interface MergedPlace {
  /** Columns of `attractions` but for the id, the city and what only a verifying person writes. */
  readonly row: BulkRow;
  /** Hours that were said and not understood; the row has none then, unless another source's were. */
  readonly hoursProblem: string | null;
}

const MAX_CATEGORIES = 5;
const MAX_TAGS = 20;
const EATERIES: readonly string[] = EATERY_TYPES;

/** `wheelchair_accessible` is the design's flag; "in part" is neither true nor false, so it is left out. */
function accessibilityFeatures(wheelchair: WheelchairAccess | null): BulkRow {
  if (wheelchair === null) return {};
  return wheelchair === "limited" ? { wheelchair } : { wheelchair, wheelchair_accessible: wheelchair === "yes" };
}

/** The most believed hours that are understood: a text that nobody can read leaves room for the next one's. */
function mergeHours(fields: FieldPicker): { hours: unknown; problem: string | null } {
  let problem: string | null = null;
  const picked = fields.find("visit", ({ hours, lastEntryMinutes }) => {
    if (hours === undefined) return undefined;
    const reading = hoursFromRule(hours, { lastEntryMinutes });
    problem ??= reading.problem;
    return reading.hours ?? undefined;
  });
  if (!picked) return { hours: mergeClosedDays(fields), problem };
  fields.credit("opening_hours", picked.from);
  return { hours: picked.value, problem };
}

/** Where nobody says when it is open, somebody may say when it is not. */
function mergeClosedDays(fields: FieldPicker): unknown {
  const picked = fields.find("visit", ({ closedDays }) => (closedDays?.length ? closedDays : undefined));
  if (!picked) return null;
  fields.credit("closed_days", picked.from);
  return closedOnly(picked.value);
}

function mergeCategories(fields: FieldPicker, type: keyof typeof BY_TYPE): string[] {
  const said = fields.takeAll("category_ids", "type", ({ categories = [] }) => categories) as LeafCategory[];
  const categories = said.length > 0 ? said.slice(0, MAX_CATEGORIES) : BY_TYPE[type].categories;
  return categories.map((name) => categoryIds.idOf(name));
}

function mergeReferences(fields: FieldPicker): BulkRow {
  return {
    osm_id: fields.take("osm_id", "location", ({ ids }) => ids.osm),
    wikidata_id: fields.take("wikidata_id", "renown", ({ ids }) => ids.wikidata),
    wikivoyage_page: fields.take("wikivoyage_page", "words", ({ ids }) => ids.wikivoyage)?.slice(0, 255) ?? null,
  };
}

function mergeRenown(fields: FieldPicker, records: readonly SourcedRecord[], type: PlaceType, tags: string[]): BulkRow {
  const mentions = (space: "wikivoyage" | "wikipedia"): boolean =>
    records.some(({ record }) => record.ids[space] !== undefined);
  const facts: RenownFacts = {
    type,
    fame: fields.take("fame", "renown", ({ fame }) => fame),
    sitelinks: fields.take("sitelinks", "renown", ({ sitelinks }) => sitelinks),
    isHeritage: fields.take("is_heritage", "renown", ({ isHeritage }) => isHeritage || undefined) ?? false,
    isInGuide: mentions("wikivoyage"),
    isInEncyclopedia: mentions("wikipedia"),
  };
  const said = fields.take("is_offbeat", "renown", (record) => record.isOffbeat);
  const hasPage = facts.isInEncyclopedia || records.some(({ record }) => record.ids.wikidata !== undefined);
  const offbeat = isOffbeat({ ...facts, said, tags, hasUncountedPage: hasPage && facts.sitelinks === null });
  if (offbeat && said === null) fields.creditComputed("is_offbeat");
  const known = fields.take("crowdedness_level", "renown", ({ crowdedness }) => crowdedness);
  const crowd = known ?? crowdLevel(facts);
  if (crowd !== null && known === null) fields.creditComputed("crowdedness_level");
  return {
    fame: facts.fame,
    sitelinks: facts.sitelinks,
    is_heritage: facts.isHeritage,
    is_offbeat: offbeat,
    popularity_score: popularityScore(facts),
    crowdedness_level: crowd,
  };
}

/** What kind of thing it is, most believed first. */
function mergeTags(fields: FieldPicker): string[] {
  const tags = fields.takeAll("tags", "words", ({ cuisines = [], tags: said = [] }) => [...cuisines, ...said]);
  return tags.filter((tag) => tag.length <= 50).slice(0, MAX_TAGS);
}

function mergeWords(fields: FieldPicker): BulkRow {
  return {
    name: fields.take("name", "name", ({ name }) => name.slice(0, 200)),
    name_local: fields.take("name_local", "localName", ({ nameLocal }) => nameLocal?.slice(0, 200)),
    description: fields.take("description", "words", ({ description }) => description),
    address: fields.take("address", "visit", ({ address }) => address),
    website: fields.take("website", "visit", ({ website }) => website),
    phone: fields.take("phone", "visit", ({ phone }) => (phone && phone.length <= 50 ? phone : undefined)),
  };
}

/** Of the sources whose word the row shows. */
function mergeTerms(fieldSources: Readonly<Record<string, string>>, { terms }: MergeContext): BulkRow {
  const shown = [...new Set(Object.values(fieldSources))].sort().map((source) => terms.get(source));
  const joined = (of: (terms: SourceTerms) => string | null): string | null =>
    [...new Set(shown.map((term) => term && of(term)).filter((text) => text))].join("; ") || null;
  const attributionOf = ({ attribution, licence }: SourceTerms): string | null =>
    attribution && licence ? `${attribution} (${licence})` : attribution;
  return { licence: joined(({ licence }) => licence), attribution: joined(attributionOf) };
}

/** Whose place it is: a person only confirms or corrects what some source said. */
function mainRecord(fields: FieldPicker): SourcedRecord | undefined {
  const inOrder = fields.inOrder("type");
  return (
    inOrder.find(({ source, record }) => source !== PERSON && record.type !== undefined) ??
    inOrder.find(({ record }) => record.type !== undefined)
  );
}

/** `null` when no record says what kind of place it is: there is nothing yet to add to. */
export function mergeRecords(records: readonly SourcedRecord[], context: MergeContext): MergedPlace | null {
  const fields = new FieldPicker(records);
  const main = mainRecord(fields);
  const type = fields.take("attraction_type", "type", (record) => record.type);
  if (!main || type === null) return null;
  const isEatery = EATERIES.includes(type);
  const { hours, problem } = mergeHours(fields);
  const tags = mergeTags(fields);
  const location = fields.take("location", "location", (record: StoredRecord) => record.location);
  const columns = {
    attraction_type: type,
    ...mergeWords(fields),
    location: location && pointWkt(location),
    category_ids: mergeCategories(fields, type),
    opening_hours: hours,
    free_days: fields.take("free_days", "visit", ({ freeDays }) => freeDays),
    typical_visit_duration:
      fields.take("typical_visit_duration", "renown", ({ visitMinutes }) => visitMinutes) ?? BY_TYPE[type].visitMinutes,
    ...mergePrice(fields, isEatery, context.currency),
    price_level: fields.take("price_level", "visit", ({ priceLevel }) => priceLevel),
    booking_needed: fields.take("booking_needed", "visit", ({ bookingNeeded }) => bookingNeeded),
    diets: fields.take("diets", "visit", ({ diets }) => diets) ?? [],
    accessibility_features: accessibilityFeatures(
      fields.take("accessibility_features", "visit", ({ wheelchair }) => wheelchair),
    ),
    ...mergeReferences(fields),
    ...mergeRenown(fields, records, type, tags),
    tags,
  };
  const fieldSources = fields.sources;
  const quality = qualityScore({
    isEatery,
    known: new Set(Object.keys(fieldSources)),
    sources: new Set(records.map(({ source }) => source).filter((source) => source !== PERSON)).size,
    isVerified: records.some(({ source }) => source === PERSON),
  });
  const row = {
    ...columns,
    field_sources: fieldSources,
    ...mergeTerms(fieldSources, context),
    quality_score: quality,
    source: context.terms.get(main.source)?.title ?? main.source,
    source_date: main.record.sourceDate,
  };
  return { row, hoursProblem: problem };
}
