/**
 * Whether something mentioned is wanted, refused or said not to matter. Refusals are counted within the clause of
 * the mention, so that "no ban on pets" asks for pets, and "we don't mind flying" refuses nothing.
 */
import type { Span } from "./request-text.ts";

export type Stance = "wanted" | "refused" | "indifferent";

/** A "not" that denies nothing. */
const IDIOMS =
  /\b(?:not only|not just|not to mention|why not|if not|don't forget|do not forget|no doubt|no (?:later|more|less|fewer) than|not more than|(?:must|should|does|do|can)(?: ?not|n't) exceed|not exceed(?:ing)?|can(?:not|'t| not) wait|don't hesitate|whether or not|not yet|if possible,? no problem)\b/giu;

const REFUSAL =
  /\b(?:not|cannot|no|never|without|none|nothing|nobody|neither|non|avoid\w*|refus\w*|refrain\w*|exclud\w*|rul(?:e|es|ing) out|leav(?:e|es|ing) out|rather than|instead of|other than|except|apart from|aside from|anything but|against|skip\w*|steer\w* clear|forgo\w*|forego\w*|opposed|eliminat\w*|unable|unwilling|hat(?:e|es|ing)|dislik\w*|scared|afraid|fear\w*|phobi\w*|averse|aversion|terrified|prohibit\w*|forbid\w*|ban|bans|banned|banning|restrict\w*|disallow\w*|den(?:y|ies)|object\w*|problems?|issues?|mind|trouble|opt(?:ing)? out|keep(?:ing)? away|stay(?:ing)? (?:away|off)|omit\w*|cut out)\b|n't\b/giu;
/** After the mention a bare "not" may belong to the next thing: "entire rooms not shared". */
const REFUSAL_AFTER =
  /\b(?:is|are|was|were|be|should|must|will|would|do|does|can|could|may|has|have)(?: \p{L}+)? (?:not|no|never)\b|\w+n't\b|\bcannot\b|\b(?:unacceptable|prohibit\w*|forbidden|banned|disallowed|out of the question|off the table|avoided|excluded|ruled out|left out|omitted|unwanted|undesirable|a no-go|no go|problem|issue|to avoid|uncomfortable|nervous|anxious|deal-?breaker)\b/giu;
/** "It is important that no room is shared" refuses: only what is denied to matter does not matter. */
const denied = (words: string): RegExp =>
  new RegExp(
    `(?:\\b(?:not|no|never|neither|nor|hardly|without)|n't)(?: [\\p{L}-]+){0,4}? (?:${words})(?![\\p{L}])`,
    "iu",
  );
const INDIFFERENT = denied(
  "concern\\w*|matters?|important|importance|essential|preferences?|particular|priority|fuss\\w*|bother\\w*|requirements?|necessary|necessity|deal-?breakers?|relevant|care",
);
const NO_NEED = denied("need\\w*|requir\\w*|insist\\w*|must-have|mandatory|obligatory");
const DO_NOT_MIND = /\b(?:i|we)(?: would| do|'d)?(?: not|n't) (?:really )?(?:mind|object)|\b(?:don't|do not) care\b/iu;

const BREAK =
  /[.;:!?█]+\s|,|\b(?:but|although|though|however|while|whereas|because|since|so|yet|as long as|which|and)\b/giu;

/** "And" goes on with what is avoided, or named in pairs: "avoid shared rooms and any flights". */
const PAIRS = /\b(?:between|both|about|regarding|concerning)\b/iu;
const AVOIDS = /\b(?:avoid\w*|without|exclud\w*|omit\w*|skip\w*|refrain\w*|leav(?:e|es|ing) out)\b/iu;
const BARE = /^ (?:(?:any|all|other|kinds? of|types? of|forms? of|sorts? of|the|using|taking) )*$/iu;
const VERB_FOLLOWS = /^ (?:are|is|be|would|should|must|will|need|have|has)\b/iu;

/** "No wish about smoking, pets, or visitors": a list of bare words that ends with "or" is one. */
const LISTED = /^ (?:[\p{L}-]+, )*(?:or |nor )?$/u;
const ENDS_WITH_OR = /^, (?:[\p{L}-]+, )*(?:or|nor) /u;
const isListed = (between: string, behind: string): boolean =>
  LISTED.test(between) && (/(?:or|nor) $/u.test(between) || ENDS_WITH_OR.test(behind));

function clauseAround(text: string, { start, end }: Span): { before: string; after: string } {
  const ahead = text.slice(0, start);
  const behind = text.slice(end);
  let from = 0;
  for (const match of ahead.matchAll(BREAK)) {
    const said = ahead.slice(from, match.index);
    const goesOn = AVOIDS.test(said) && BARE.test(ahead.slice(match.index + 3)) && !VERB_FOLLOWS.test(behind);
    const joins =
      match[0] === ","
        ? isListed(ahead.slice(match.index + 1), behind)
        : /^and$/i.test(match[0]) && (PAIRS.test(said) || goesOn);
    if (!joins) from = match.index + match[0].length;
  }
  const [next] = behind.matchAll(BREAK);
  return { before: ahead.slice(from), after: behind.slice(0, next?.index ?? behind.length) };
}

/** "Nor" refuses what follows, whatever was refused before it. */
function refusalsBefore(text: string): number {
  const nor = [...text.matchAll(/\bnor\b/giu)].at(-1);
  return nor ? 1 + count(text.slice(nor.index), REFUSAL) : count(text, REFUSAL);
}

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

export interface StanceOptions {
  /** "We don't need flights" refuses them; "we don't need pets allowed" only does without. */
  isNeedRefusal?: boolean;
}

/** `mention` may be a whole list: its items share what is said of them. */
export function stanceOf(text: string, mention: Span, { isNeedRefusal = false }: StanceOptions = {}): Stance {
  const plain = text.replace(IDIOMS, (said) => " ".repeat(said.length));
  const { before, after } = clauseAround(plain, mention);
  const inside = plain.slice(mention.start, mention.end);
  const refusals = refusalsBefore(before) + count(after, REFUSAL_AFTER) + count(inside, /\b(?:non|not|no)\b|n't\b/giu);
  const clause = `${before} ${after}`;
  if (DO_NOT_MIND.test(before)) return "indifferent";
  if (refusals % 2 === 0) return "wanted";
  return INDIFFERENT.test(clause) || (!isNeedRefusal && NO_NEED.test(clause)) ? "indifferent" : "refused";
}
