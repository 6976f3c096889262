/** Sights whose importance is said after the name: "the Gulbenkian is a must", "X and Y are must sees". */
import { isInterest } from "./interests.ts";
import type { Reading } from "./reading.ts";

const SMALL = "of|de|da|do|di|del|della|la|le|the|van|von|du|des|st|são|san|santa|du|el|al";
const WRITTEN = `(?:[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}\\p{N}'.-]*)(?: (?:(?:${SMALL}) )*(?:[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}'.-]*|tower|museum|castle|cathedral|palace|market|church|bridge|park|square|zoo|monastery))*`;
/** In small letters a name is what stands between a stop and the praise, four words at most. */
const LOOSE = "(?:\\p{Ll}[\\p{L}\\p{M}'-]*)(?: \\p{Ll}[\\p{L}\\p{M}'-]*){0,3}";
const PRAISE =
  "(?:is|are|'s) (?:an? |our |my |the )?(?:absolute(?:ly)? |definite(?:ly)? |total )?(?:must(?:[- ](?:sees?|dos?|visits?|haves?))?|musts|non-?negotiable|essential|mandatory|obligatory|top of (?:our|my|the) list|on (?:our|my|the) (?:must[- ]see |bucket )?list|bucket list(?: stuff| items?)?|unmissable|high on (?:our|my|the) list)";

const of = (name: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?<names>(?:[Tt]he )?(?:${name})(?:(?:, ?| and | & |, and )(?:the )?(?:${name}))*) ${PRAISE}(?! not\\b)(?![\\p{L}])`,
    "gu",
  );
const BY_CAPITALS = of(WRITTEN);
const BY_PLACE = new RegExp(
  `(?<=^|[,.;:!?(]\\s?|\\bthe )(?<names>(?:the )?${LOOSE}) ${PRAISE}(?! not\\b)(?![\\p{L}])`,
  "gu",
);
const NO_NAME =
  /^(?:it|this|that|which|what|there|they|food|everything|budget|price|wifi|location|sleep|comfort|safety|good \p{L}+|a \p{L}+)(?:$| )/iu;

function namesIn(match: RegExpExecArray): string[] | null {
  const names = (match.groups?.names ?? "")
    .split(/, and |,| and | & /u)
    .map((name) => name.trim().replace(/^the /i, ""))
    .filter((name) => name !== "" && !NO_NAME.test(name) && !isInterest(name));
  return names.length > 0 ? names : null;
}

export function takePraisedSights(reading: Reading): string[] {
  return [...reading.takeEach(BY_CAPITALS, namesIn), ...reading.takeEach(BY_PLACE, namesIn)].flat();
}
