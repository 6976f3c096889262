/**
 * What an element is to a traveller: records without their coordinates yet, a reason why it is none, or nothing.
 * Reads the tables of rules beside this file.
 */
import { EATERY_TYPES } from "../../../../trip/place.ts";
import type { AreaRecord, CityRecord, LodgingRecord, PlaceRecord } from "../../source-record.ts";
import type { TaggedElement, Tags, WantedValues } from "../elements.ts";
import { admissionOf } from "./admission.ts";
import { ALSO_CATEGORIES, ALSO_TAGS } from "./also-rules.ts";
import { ATTRACTION_RULES } from "./attraction-rules.ts";
import { contactOf } from "./contact.ts";
import { eateryFactsOf } from "./eatery-facts.ts";
import { EATERY_RULES } from "./eatery-rules.ts";
import { LODGING_RULES } from "./lodging-rules.ts";
import { ruleByName } from "./name-rules.ts";
import { namesOf } from "./names.ts";
import { referencesOf } from "./references.ts";
import { otherLife, REASONS, type Reason, refusalOf, withoutPrefix } from "./refusals.ts";
import { saidOn } from "./said-on.ts";
import { PLACE_VALUES, settlementOf } from "./settlements.ts";
import { type PlaceRule, placeRule, RuleTable } from "./tag-rule.ts";
import { isFamous, isWorldHeritage, isWorth } from "./worth.ts";

export type Draft =
  | Omit<PlaceRecord, "location">
  | Omit<LodgingRecord, "location">
  | Omit<CityRecord, "location">
  | Omit<AreaRecord, "location">;

export type Group = "attraction" | "eatery" | "lodging" | "city" | "village" | "area";

export interface Described {
  readonly group: Group;
  readonly draft: Draft;
}

export interface Context {
  /** "node/123". */
  readonly osm: string;
  /** Drawn as an area, not as a point or a line. */
  readonly isArea: boolean;
  readonly dataDate: string;
}

const ATTRACTIONS = new RuleTable(ATTRACTION_RULES.map(placeRule));
const EATERIES = new RuleTable(EATERY_RULES.map(placeRule));
const LODGINGS = new RuleTable(LODGING_RULES);
const TABLES = [ATTRACTIONS, EATERIES, LODGINGS];
const CATEGORIES = new RuleTable(ALSO_CATEGORIES);
const WORDS = new RuleTable(ALSO_TAGS);
const EATERY: ReadonlySet<string> = new Set(EATERY_TYPES);
const VAGUE: ReadonlySet<string> = new Set(["landmark", "viewpoint", "monument", "other", "park", "garden"]);
/** Worth standing before, though nobody is let in. */
const SEEN_OUTSIDE: ReadonlySet<string> = new Set(["castle", "palace", "landmark", "monument", "bridge", "ruins"]);
const MOST_CATEGORIES = 5;

/** Every key that can make a place, with its values, `null` for any. */
export function placeTags(): Map<string, Set<string> | null> {
  return withTags(
    [["place", new Set(PLACE_VALUES)]],
    TABLES.flatMap((table) => [...table.wanted()]),
  );
}

type TagValues = readonly [key: string, values: Iterable<string> | null];

function withTags(...lists: readonly (readonly TagValues[])[]): Map<string, Set<string> | null> {
  const wanted = new Map<string, Set<string> | null>();
  for (const [key, values] of lists.flat()) {
    const known = wanted.get(key);
    wanted.set(key, values === null || known === null ? null : new Set([...(known ?? []), ...values]));
  }
  return wanted;
}

/** All keys worth stopping at in a file, `extra` ones too, also behind "disused:" and its like. */
export function wantedBy(extra: Readonly<Record<string, readonly string[] | null>>): WantedValues {
  const wanted = withTags([...placeTags()], Object.entries(extra));
  const answer = (key: string): ReturnType<WantedValues> => {
    const values = wanted.get(withoutPrefix(key) ?? key);
    return values === undefined ? "none" : (values ?? "any");
  };
  const known = new Map<string, ReturnType<WantedValues>>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const values = answer(key);
    // Keys are made up by mappers: what is remembered of them stays bounded.
    if (known.size < 10_000) known.set(key, values);
    return values;
  };
}

function placeRuleOf(tags: Tags, isArea: boolean): PlaceRule | null {
  const accepts = ({ worth }: PlaceRule): boolean => isWorth(worth, tags, isArea);
  const eatery = EATERIES.find(tags, accepts);
  const byName = ruleByName(tags);
  const found = byName !== null && accepts(byName) ? byName : ATTRACTIONS.find(tags, accepts);
  // A museum that is mapped as a café too is a museum; a café that is called an attraction is a café.
  return eatery !== null && (found === null || VAGUE.has(found.type)) ? eatery : found;
}

function wordFrom(text: string): string | null {
  const word =
    text
      .split(";")[0]
      ?.trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, "_") ?? "";
  return /^[a-z0-9_]{2,50}$/.test(word) && word !== "yes" ? word : null;
}

function wordsOf(tags: Tags): string[] {
  const words = WORDS.all(tags).map(({ tag }) => (tag.startsWith("=") ? wordFrom(tags[tag.slice(1)] ?? "") : tag));
  return [...new Set(words.filter((word) => word !== null))];
}

/** An opening_hours that only says "ask" is no hours. */
function hoursOf(tags: Tags): string | undefined {
  const hours = tags.opening_hours?.trim();
  return hours === undefined || hours === "" || hours.length > 1_000 ? undefined : hours;
}

function bookingOf(tags: Tags): boolean | undefined {
  const { reservation } = tags;
  if (reservation === "required" || reservation === "members_only") return true;
  return reservation === "no" ? false : undefined;
}

type Common = Pick<PlaceRecord, "externalId" | "sourceDate" | "ids" | "name" | "nameLocal" | "otherNames">;

function placeFrom(rule: PlaceRule, tags: Tags): Omit<PlaceRecord, "location" | keyof Common> {
  const isEatery = EATERY.has(rule.type);
  const also = isEatery ? [] : CATEGORIES.all(tags).map(({ category }) => category);
  const hours = hoursOf(tags);
  const bookingNeeded = bookingOf(tags);
  const isHeritage = isWorldHeritage(tags) || tags.heritage === "2";
  return {
    kind: "place",
    type: rule.type,
    categories: [...new Set([...rule.categories, ...also])].slice(0, MOST_CATEGORIES),
    ...contactOf(tags),
    ...(hours !== undefined && { hours }),
    ...(isEatery ? eateryFactsOf(tags) : admissionOf(tags)),
    ...(bookingNeeded !== undefined && { bookingNeeded }),
    ...(isHeritage && { isHeritage }),
  };
}

function commonOf(element: TaggedElement, { osm, dataDate }: Context): Common | null {
  const names = namesOf(element.tags);
  if (names === null) return null;
  return { externalId: osm, sourceDate: saidOn(element, dataDate), ids: referencesOf(element.tags, osm), ...names };
}

function starsOf(tags: Tags): number | undefined {
  const text = /^([0-7](?:\.5)?)\s*[sS*]?$/.exec(tags.stars?.trim() ?? "")?.[1];
  return text === undefined ? undefined : Number(text);
}

function settlementDraft(element: TaggedElement, context: Context): Described[] {
  const settlement = settlementOf(element.tags);
  const common = settlement === null ? null : commonOf(element, context);
  if (settlement === null || common === null) return [];
  if (settlement.kind === "area") {
    return [{ group: "area", draft: { kind: "area", ...common, areaType: settlement.areaType } }];
  }
  return [{ group: settlement.kind, draft: { kind: "city", ...common, ...settlement.facts } }];
}

function visitDraft(element: TaggedElement, context: Context): Described | Reason | null {
  const { tags } = element;
  const lodging = LODGINGS.find(tags);
  const rule = lodging === null ? placeRuleOf(tags, context.isArea) : null;
  if (lodging === null && rule === null) return null;
  const common = commonOf(element, context);
  if (common === null) return REASONS.noName;
  const refusal = refusalOf(tags, context.dataDate);
  const isSeenOutside = refusal === REASONS.private && rule !== null && SEEN_OUTSIDE.has(rule.type) && isFamous(tags);
  if (refusal !== null && !isSeenOutside) return refusal;
  if (rule !== null) {
    const group = EATERY.has(rule.type) ? "eatery" : "attraction";
    const words = [...wordsOf(tags), ...(isSeenOutside ? ["exterior_only"] : [])];
    return { group, draft: { ...common, ...placeFrom(rule, tags), ...(words.length > 0 && { tags: words }) } };
  }
  const stars = starsOf(tags);
  const draft = {
    kind: "lodging" as const,
    ...common,
    ...contactOf(tags),
    lodgingType: lodging?.lodgingType ?? ("other" as const),
    ...(stars !== undefined && { stars }),
  };
  return { group: "lodging", draft };
}

/** Several when one element is several things: an old town that is a quarter and a sight. */
export function describe(written: TaggedElement, context: Context): Described[] | Reason {
  const element = context.isArea ? { ...written, tags: { ...written.tags, area: "yes" } } : written;
  const found = settlementDraft(element, context);
  const visit = visitDraft(element, context);
  if (typeof visit === "object" && visit !== null) return [...found, visit];
  if (found.length > 0) return found;
  if (visit !== null) return visit;
  const other = otherLife(element.tags);
  if (other === null) return found;
  const then = visitDraft({ ...element, tags: other.tags }, context);
  return then === null || then === REASONS.noName ? found : other.reason;
}
