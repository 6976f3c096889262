/**
 * Figures of a place, reckoned from the facts of its row and from nothing else: the same row has the same figures
 * whenever it is merged. docs/catalogue.md explains them.
 */
import type { Crowdedness, PlaceType } from "../../trip/place.ts";
import { isEatery } from "./place-kinds.ts";

export interface RenownFacts {
  readonly type: PlaceType;
  /** 0–1, an editor's word. */
  readonly fame: number | null;
  readonly sitelinks: number | null;
  readonly isHeritage: boolean;
  /** Has an article, or an entry in a guide. */
  readonly isInGuide: boolean;
  readonly isInEncyclopedia: boolean;
}

/** What people set out for more often than for others, before anything is counted. */
const DRAW: Partial<Record<PlaceType, number>> = {
  theme_park: 0.25,
  zoo: 0.25,
  aquarium: 0.25,
  observation_deck: 0.25,
  castle: 0.25,
  palace: 0.25,
  cathedral: 0.2,
  stadium: 0.2,
  museum: 0.15,
  beach: 0.15,
  market: 0.15,
  viewpoint: 0.15,
};
const USUAL_DRAW = 0.1;
/** So many sister pages make half of what pages can. */
const HALF_OF_SITELINKS = 25;
const IN_GUIDE = 0.15;
const IN_ENCYCLOPEDIA = 0.1;
const HERITAGE = 0.1;

const hundredths = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;

/** 0–1, how well known it is: an editor's word where there is one, else its type's draw and what can be counted. */
export function popularityScore(facts: RenownFacts): number {
  const { type, fame, sitelinks, isHeritage, isInGuide, isInEncyclopedia } = facts;
  if (fame !== null) return hundredths(fame);
  const signs = [
    (sitelinks ?? 0) / ((sitelinks ?? 0) + HALF_OF_SITELINKS),
    isInGuide ? IN_GUIDE : 0,
    isInEncyclopedia ? IN_ENCYCLOPEDIA : 0,
    isHeritage ? HERITAGE : 0,
    DRAW[type] ?? USUAL_DRAW,
  ];
  return hundredths(1 - signs.reduce((unknown, sign) => unknown * (1 - sign), 1));
}

export interface OffbeatFacts extends RenownFacts {
  readonly said: boolean | null;
  readonly tags: readonly string[];
  /** It has a page somewhere, and nobody said in how many languages: it may be the best known of all. */
  readonly hasUncountedPage: boolean;
}

/** Less known than this is little known. */
const LITTLE_KNOWN = 0.4;
const LIKED_TAGS: ReadonlySet<string> = new Set(["quirky", "local_favourite", "hidden"]);

/**
 * Who is little known is not yet off the beaten track: somebody must have liked it. A heritage list alone says no
 * more than that it is old, so it counts only with a page.
 */
export function isOffbeat(facts: OffbeatFacts): boolean {
  if (facts.said !== null) return facts.said;
  if (isEatery(facts.type) || facts.hasUncountedPage) return false;
  const isListedAndTold = facts.isHeritage && (facts.sitelinks ?? 0) > 0;
  const isLiked = facts.isInGuide || isListedAndTold || facts.tags.some((tag) => LIKED_TAGS.has(tag));
  return isLiked && popularityScore(facts) < LITTLE_KNOWN;
}

/** Where people gather for what is sold, shown or seen at one spot: fuller than a museum as well known. */
const GATHERING: ReadonlySet<PlaceType> = new Set([
  "market",
  "street",
  "neighborhood",
  "square",
  "shop",
  "waterfront",
  "beach",
  "island",
  "viewpoint",
  "observation_deck",
  "tram_or_boat",
  "theme_park",
  "zoo",
  "aquarium",
  "stadium",
  "theater",
  "spa",
  "other",
]);
const GATHERING_ADDS = 0.1;
const MODERATE_FROM = 0.5;
const HIGH_FROM = 0.8;

/**
 * How full a place is taken to be where nobody said; `null` where nobody weighed or counted how well known it
 * is, and for eateries. Agrees with three of four levels that editors set, and hardly ever takes the empty for the full.
 */
export function crowdLevel(facts: RenownFacts): Crowdedness | null {
  if (isEatery(facts.type) || (facts.fame === null && facts.sitelinks === null)) return null;
  const press = hundredths(popularityScore(facts) + (GATHERING.has(facts.type) ? GATHERING_ADDS : 0));
  if (press >= HIGH_FROM) return "high";
  return press >= MODERATE_FROM ? "moderate" : "low";
}

export interface QualityFacts {
  readonly isEatery: boolean;
  /** Columns that somebody spoke for. */
  readonly known: ReadonlySet<string>;
  readonly sources: number;
  readonly isVerified: boolean;
}

/** What a plan needs to know of a place, by how much it hurts not to know. */
const NEEDED: readonly (readonly [column: string, weight: number])[] = [
  ["opening_hours", 6],
  ["accessibility_features", 2],
  ["typical_visit_duration", 2],
  ["description", 2],
  ["category_ids", 1],
  ["address", 1],
  ["website", 1],
];
const NEEDED_OF_EATERIES: typeof NEEDED = [
  ["opening_hours", 6],
  ["spend_low", 3],
  ["diets", 3],
  ["accessibility_features", 2],
  ["address", 1],
  ["website", 1],
];
const NEEDED_PRICE = 3;

function knownShare({ isEatery, known }: QualityFacts): number {
  const needed = isEatery ? NEEDED_OF_EATERIES : NEEDED;
  let total = 0;
  let have = 0;
  for (const [column, weight] of needed) {
    total += weight;
    if (known.has(column)) have += weight;
  }
  if (isEatery) return have / total;
  return (have + (known.has("price_adult") || known.has("pricing_type") ? NEEDED_PRICE : 0)) / (total + NEEDED_PRICE);
}

/** 0–1: how much of what a plan needs is known, how many sources agree on the place, whether a person looked. */
export function qualityScore(facts: QualityFacts): number {
  const agreement = facts.sources > 1 ? Math.min(1, (facts.sources - 1) / 2) : 0;
  return hundredths(0.75 * knownShare(facts) + 0.15 * agreement + (facts.isVerified ? 0.1 : 0));
}
