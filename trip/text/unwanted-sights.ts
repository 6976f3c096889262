/** Sights named in order to be left out: "skip Belém Tower", "we've already seen the Louvre", "not the zoo again". */
import { isInterest } from "./interests.ts";
import type { Reading } from "./reading.ts";

const NAME =
  "(?:(?:\\p{Lu}|\\p{Lo})[\\p{L}\\p{M}'-]*|[A-Z0-9]{2,})(?: (?:(?:of|de|da|do|di|del|della|la|le|the|van|von|du|des|st|são|san|santa)(?= \\p{Lu}) ?)*(?:(?:\\p{Lu}[\\p{L}\\p{M}'-]*)|tower|museum|castle|cathedral|palace|market|church|bridge|park|square|zoo|monastery))*";
const REFUSED =
  "(?:[Pp]lease )?(?:(?<!(?:n't|not|never|without|cannot) )(?:[Ss]kip|[Aa]void|[Ll]eave out|omit|exclude)|(?:[Dd]on't|[Dd]o not|doesn't|[Nn]o need to|not need to|don't need to|don't want to|do not want to|no desire to|rather not|won't) (?:include|see|visit|take (?:us|me) to|go to|do|send (?:us|me) to|care about|bother with|want)|not (?:interested in|bothered about|keen on|fussed about)|[Aa]nything but|[Nn]o more|[Nn]ot)";
const SEEN =
  "(?:(?:have |has |had |[Ii]'ve |[Ww]e've )?(?:already |previously )?(?:seen|visited|done|been to|been up|did)(?: already)?|[Aa]lready (?:saw|went to)|went to)";
/** "Skip Belém Tower and the Oceanarium": what was said of the first goes for the second. */
const UNWANTED = new RegExp(
  `(?<![\\p{L}])(?:${REFUSED}|${SEEN}) (?<names>(?:the )?(?:${NAME})(?:(?:,| or| and| nor) (?:the )?(?:${NAME}))*)`,
  "gu",
);

const splitNames = (names: string): string[] =>
  names
    .split(/,| or | and | nor /u)
    .map((name) => name.trim().replace(/^the /i, ""))
    .filter((name) => name !== "" && !isInterest(name));

/** A city that was seen before stands after "to" and is left to the rules about cities. */
const CITY_LIKE = /\b(?:been|went) to $/i;

export function takeUnwantedSights(reading: Reading): string[] {
  return reading
    .takeEach(UNWANTED, (match) => {
      const names = splitNames(match.groups?.names ?? "");
      const lead = match[0].slice(0, match[0].indexOf(match.groups?.names ?? ""));
      const hasArticle = /^the /i.test(match.groups?.names ?? "");
      const isOneWord = names.every((name) => !name.includes(" "));
      if (
        names.length === 0 ||
        (isOneWord && !hasArticle && (CITY_LIKE.test(lead) || /(?:not|no more|seen|visited|done|saw|to) $/i.test(lead)))
      )
        return null;
      return names;
    })
    .flat();
}
