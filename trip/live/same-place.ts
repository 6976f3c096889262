/**
 * Whether what a vendor found can be the place that was meant: near it, and with a word of its name that is more than
 * its kind. Hours of the wrong place are worse than none.
 */
import { distanceMeters } from "../geo.ts";
import type { Place } from "../place.ts";
import { KIND_OF_WORD, SAME_WORD, STOP_WORDS } from "../text/pasted/name-words.ts";
import type { LivePlace } from "./live-place.ts";

/** A park or a quarter has its point anywhere. */
const FARTHEST_METERS = 1_000;
/** Names in scripts that share no word are believed at the same door. */
const SAME_DOOR_METERS = 75;

function wordsOf(name: string): { names: Set<string>; kinds: Set<string> } {
  const bare = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = bare.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "" && !STOP_WORDS.has(word));
  const kinds = new Set(words.flatMap((word) => KIND_OF_WORD.get(word) ?? []));
  const names = new Set(words.filter((word) => !KIND_OF_WORD.has(word)).map((word) => SAME_WORD.get(word) ?? word));
  return { names, kinds };
}

/** A name that is nothing but its kind ("Il Duomo") is told by it. */
function shareAWord(ours: string, theirs: string): boolean {
  const [mine, other] = [wordsOf(ours), wordsOf(theirs)];
  if (mine.names.size === 0 || other.names.size === 0) return !mine.kinds.isDisjointFrom(other.kinds);
  return !mine.names.isDisjointFrom(other.names);
}

const isLatin = (text: string): boolean => /\p{Script=Latin}/u.test(text);

export function isPlausiblySame(
  { name, nameLocal, location }: Pick<Place, "name" | "nameLocal" | "location">,
  found: Pick<LivePlace, "name" | "location">,
): boolean {
  const meters = found.location ? distanceMeters(location, found.location) : null;
  if (meters !== null && meters > FARTHEST_METERS) return false;
  const theirs = found.name;
  if (theirs === null) return meters !== null && meters <= SAME_DOOR_METERS;
  const ours = nameLocal === null ? [name] : [name, nameLocal];
  if (ours.some((one) => shareAWord(one, theirs))) return true;
  const isComparable = ours.some((one) => isLatin(one) === isLatin(theirs));
  return !isComparable && meters !== null && meters <= SAME_DOOR_METERS;
}
