/** What the house has to allow: smoking, parties, young children, visitors, pets. */
import type { HouseRule } from "../../schedule/journey/request.ts";
import { NUMBER } from "../numbers.ts";
import { phrase } from "../reading.ts";
import type { Span } from "./request-text.ts";
import { stanceOf } from "./stance.ts";

const HAVE =
  "(?:have|having|host|hosting|hosts|invite|inviting|receive|receiving|entertain|entertaining|allow|allows|allowing|permit|permits|permitting|accommodate|accommodates|accommodating|welcome|welcomes|welcoming|accept|accepts|accepting|bring|bringing)";
const LET =
  "(?:allow|allows|allowing|permit|permits|permitting|accommodate|accommodates|accommodating|welcome|welcomes|welcoming|accept|accepts|accepting|suitable for|suit|suits|safe for|appropriate for|open to|okay with|ok with|fine with)";
const CHILD =
  "(?:children|kids|kid|child|youngsters|minors|ones|little ones|those|anyone|guests|son|daughter|sons|daughters)";
const TEN = "(?:10|ten)(?: years?(?: old| of age)?)?";

const MENTIONS: readonly { rule: HouseRule; pattern: RegExp }[] = [
  { rule: "smoking", pattern: phrase("smok(?:e|es|ing|er|ers)(?:[- ]friendly)?|cigarettes?|cigars?") },
  {
    rule: "parties",
    pattern: phrase(
      `parties|partying|party-friendly|(?:throw|throwing|host|hosting|hold|holding|have|having|allow|allows|allowing|permit|permits) (?:a |an |our |the |some |any )?(?:small |big |birthday |little |dinner )?(?:party(?! (?:of|size))|celebrations?|gatherings?|get-togethers?)|party(?= (?:(?:is|to be|must be|should be) )?(?:allowed|permitted|house|venue))`,
    ),
  },
  {
    rule: "children under 10",
    pattern: phrase(
      `${CHILD},?(?: who are| that are| aged?)? (?:under|below|younger than|less than|not yet)(?: the)?(?: age)?(?: of)? ${TEN}|under-(?:10|ten)s?|children-under-10|(?:young|small|little|younger) (?:children|kids|ones|child|kid)|toddlers?|infants?|bab(?:y|ies)|(?:child|kid|children|kids|family)[- ]friendly|[1-9][- ]year[- ]olds?|${LET} (?:our |the |my |any )?(?:\\p{L}+ )?(?:children|kids)|(?:children|kids) (?:are |must be |should be |have to be |need to be |to be )(?:allowed|permitted|welcome|accepted)`,
    ),
  },
  {
    rule: "visitors",
    pattern: phrase(
      `(?<!(?:${NUMBER}) )visitors?(?! (?:to|center|centre|from))|(?:${HAVE}) (?:our |any |some |additional |extra |outside |other |overnight )*guests|guests (?:over|to visit|(?:are|must be|should be) (?:allowed|permitted|welcome))|friends (?:to visit|visiting|over|to come over|to drop by)|(?:friends|people|family) (?:can|may|could|might) (?:visit|come over|drop by)`,
    ),
  },
  {
    rule: "pets",
    pattern: phrase(
      "pets?(?:[- ]friendly)?|(?:dog|cat|animal)s?[- ]friendly|(?:my|our|a|the|with|bringing|two|allow|allows|accept|accepts|permit|permits) (?:\\p{L}+ )?(?:dogs?|cats?|pupp(?:y|ies)|kittens?|animals?)|furry (?:friends?|companions?)|animals",
    ),
  },
];

/** The first that the text asks for: a journey carries one. */
export function readHouseRule(text: string): HouseRule | null {
  const wanted = MENTIONS.flatMap(({ rule, pattern }) =>
    [...text.matchAll(pattern)]
      .map((match) => ({ rule, start: match.index, end: match.index + match[0].length }))
      .filter((mention) => stanceOf(text, mention) === "wanted"),
  );
  return wanted.sort((a, b) => a.start - b.start)[0]?.rule ?? null;
}

/** Where visitors and children are spoken of as guests of the house, and are no travellers to be counted. */
export function houseGuests(text: string): Span[] {
  return MENTIONS.filter(
    ({ rule }) => rule === "visitors" || rule === "children under 10" || rule === "parties",
  ).flatMap(({ pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  );
}
