/**
 * Figures of a place, reckoned from the facts of its row and from nothing else: the same row has the same figures
 * whenever it is merged. docs/catalogue.md explains them.
 */

export interface RenownFacts {
  /** 0–1, an editor's word. */
  readonly fame: number | null;
  readonly sitelinks: number | null;
  readonly isHeritage: boolean;
  /** Has an article, or an entry in a guide. */
  readonly isInGuide: boolean;
  readonly isInEncyclopedia: boolean;
}

/** So many sister pages make half of what pages can. */
const HALF_OF_SITELINKS = 25;

const hundredths = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;

/** 0–1, how well known it is: an editor's word where there is one, else what can be counted. */
export function popularityScore({ fame, sitelinks, isHeritage, isInGuide, isInEncyclopedia }: RenownFacts): number {
  if (fame !== null) return hundredths(fame);
  const pages = sitelinks === null ? 0 : sitelinks / (sitelinks + HALF_OF_SITELINKS);
  const mentioned = (isInEncyclopedia ? 0.1 : 0) + (isInGuide ? 0.15 : 0) + (isHeritage ? 0.1 : 0);
  return hundredths(0.1 + 0.7 * pages + mentioned);
}

export interface OffbeatFacts {
  readonly said: boolean | null;
}

/** Who is little known is not yet off the beaten track: only what was said counts. */
export function isOffbeat({ said }: OffbeatFacts): boolean {
  return said ?? false;
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
