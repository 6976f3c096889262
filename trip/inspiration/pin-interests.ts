/** What a board is about: each pin speaks for the interests in its words, and the most often said count. */
import type { Category } from "../categories.ts";
import { takeInterests } from "../text/interests.ts";
import { Reading } from "../text/reading.ts";

/** Words of a pin, as its maker wrote them: a stranger's. */
export interface PinWords {
  readonly id: string;
  readonly title: string | null;
  readonly description: string | null;
  readonly altText: string | null;
}

export interface PinInterest {
  readonly category: Category;
  readonly pins: number;
}

/** Fewer interests than this tell more. */
const MOST_INTERESTS = 6;
/** On a board of so many pins one pin alone is a whim. */
const MANY_PINS = 8;

export const wordsOf = ({ title, description, altText }: PinWords): string[] =>
  [title, description, altText].filter((text) => text !== null);

/** What a pin is about is said at once; rules are tried on no more, for some words take them long. */
const LONGEST_READ = 400;

/** By pin. */
export function interestsByPin(pins: readonly PinWords[]): Map<string, readonly Category[]> {
  const read = (pin: PinWords): Reading => new Reading(wordsOf(pin).join(". ").slice(0, LONGEST_READ));
  return new Map(pins.map((pin) => [pin.id, takeInterests(read(pin)).interests]));
}

/** The most often said first. */
export function boardInterests(byPin: ReadonlyMap<string, readonly Category[]>): PinInterest[] {
  const counts = new Map<Category, number>();
  for (const category of [...byPin.values()].flat()) counts.set(category, (counts.get(category) ?? 0) + 1);
  const least = byPin.size >= MANY_PINS ? 2 : 1;
  return [...counts]
    .map(([category, said]) => ({ category, pins: said }))
    .filter(({ pins }) => pins >= least)
    .sort((a, b) => b.pins - a.pins)
    .slice(0, MOST_INTERESTS);
}
