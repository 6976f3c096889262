/** Marks and remarks: "the tower was a 4 out of 5", "day 2 gets two stars", "the museum was boring". Kept as said. */
import { askAbout } from "../ask.ts";
import { type Clause, without } from "../clause.ts";
import { findStop, tellingWords } from "../find-stops.ts";
import type { Intent } from "../intent.ts";
import type { PlanInView } from "../plan-in-view.ts";
import type { FollowUpRule } from "../rule.ts";

const NUMBER_WORDS: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};
const COUNT = `\\d{1,2}(?:[.,]\\d)?|${Object.keys(NUMBER_WORDS).join("|")}`;
const OUT_OF_FIVE = new RegExp(
  `(?<!\\w)(${COUNT}) ?(?:out of (?:5|five)|of (?:5|five)\\b|/ ?5|(?:gold )?stars?|\\*)(?!\\w)`,
);
const OUT_OF_TEN = new RegExp(`(?<!\\w)(${COUNT}) ?(?:out of (?:10|ten)|/ ?10|points?)(?!\\w)`);
const MARK = new RegExp(
  `\\b(?:(?:rate|rated|mark|rating|score|grade|give)\\b[^.;]{0,60}?(?:\\b|:)(?<![:.])|(?:gets?|got|deserves?|earns?) (?:an? )?|(?:was|is|were|it'?s) a (?:solid |good |clear |strong |weak )?)(?<mark>${COUNT})(?!\\w| ?(?:am|pm|o'clock|days?|nights?|euros?|people|hours?|minutes?|more|of us|:|[.]\\d))`,
);
const STAR_SIGNS = /[★⭐]{1,5}/u;

const GOOD =
  /\b(?:loved|liked|enjoyed|adored|was (?:so |really |very |absolutely |just )?(?:great|amazing|wonderful|fantastic|lovely|awesome|beautiful|the best|brilliant|superb|excellent|incredible|delicious|perfect|good|stunning|magical|fun)|were (?:great|amazing|wonderful|fantastic|lovely|awesome|delicious|excellent|good)|highlight of|best (?:part|thing))\b/;
const BAD =
  /\b(?:hated|disliked|didn'?t (?:like|enjoy|care for)|did not (?:like|enjoy)|was (?:so |really |very |a bit |quite |too |rather |pretty |just |just too )*(?:boring|terrible|awful|bad|disappointing|crowded|overrated|overpriced|expensive|dull|horrible|dirty|noisy|loud|a disappointment|a let-?down|underwhelming|meh|not (?:great|good|worth it)|touristy|long|slow|rude)|wasn'?t (?:great|good|worth it|nice|that good|very good|much fun)|were (?:awful|terrible|boring|rude)|waste of (?:time|money))\b/;
const CORRECTION =
  /\b(?:(?:that|this|it|the \w+(?: \w+)?)(?:'s| is| are)? (?:wrong|incorrect|not (?:right|correct|true)|outdated)|(?:opening hours|hours|price|address|time)s? (?:is|are) (?:wrong|incorrect|outdated)|actually (?:opens?|closes?|costs?)|(?:it|the [\w ]{2,30}) (?:opens?|closes?|costs?) (?:at|on|only|from|until|\d))\b/;
const SAID =
  /\b(?:rate|rated|mark|rating|score|grade|give|gave|gets?|got|deserves?|stars?|out of|feedback|note|my|visit|experience|part|thing|highlight|waste|money|time|worth|solid|points?|review|opinion|gold|was|were|loved|liked|enjoyed|hated|disliked)\b/g;

const numberOf = (said: string): number => NUMBER_WORDS[said] ?? Number(said.replace(",", "."));

interface Mark {
  rating: number;
  notes: string[];
}

/** Whole marks from 1 to 5; what was given otherwise is rounded, and that is said. */
function markIn(text: string): Mark | "beyond" | null {
  const signs = STAR_SIGNS.exec(text);
  if (signs) return { rating: [...signs[0]].length, notes: [] };
  const ten = OUT_OF_TEN.exec(text);
  const five = OUT_OF_FIVE.exec(text) ?? MARK.exec(text);
  const said = ten?.[1] ?? five?.groups?.mark ?? five?.[1];
  if (said === undefined) return null;
  const value = numberOf(said);
  const isOfTen = ten !== null || (value > 5 && value <= 10 && five?.groups?.mark !== undefined);
  const exact = isOfTen ? value / 2 : value;
  const rating = Math.min(5, Math.max(1, Math.round(exact)));
  if (exact > 5 || value < 0) return "beyond";
  const notes =
    rating === exact
      ? []
      : [`I keep whole marks from 1 to 5, so “${said}${isOfTen ? " out of 10" : ""}” counts as ${rating}.`];
  return { rating, notes };
}

type About = { item: string | null; day: number | null } | Intent;

function aboutWhat(clause: Clause, view: PlanInView): About {
  const said = without(clause, SAID).replace(new RegExp(`(?<!\\w)(?:${COUNT}|/ ?5|/ ?10)(?!\\w)`, "g"), " ");
  const words = tellingWords(said);
  const [day] = clause.days.flatMap(({ days }) => (days.length === 1 ? days : []));
  const limits = { withHistory: true, ...(day !== undefined && { days: [day] }) };
  const found = findStop(said, view, limits);
  const [stop] = found.kind === "none" ? [] : found.stops;
  if (found.kind !== "none" && found.stops.length === 1 && stop) return { item: stop.position, day: null };
  const question = found.kind === "unsure" && found.stops.length > 1 ? askAbout(found, view) : null;
  if (question && words.length > 0) return question;
  return { item: null, day: day ?? null };
}

function remarkType(text: string): "correction" | "suggestion" | null {
  if (GOOD.test(text) || BAD.test(text)) return "suggestion";
  return CORRECTION.test(text) ? "correction" : null;
}

export const feedback: FollowUpRule = {
  name: "feedback",
  read(clause, view) {
    const mark =
      clause.times.length > 0 && !/\b(?:stars?|out of|rat\w+|mark)\b/.test(clause.folded)
        ? null
        : markIn(clause.folded);
    if (mark === "beyond") {
      const question = "I keep marks from 1 (poor) to 5 (excellent). Which one is it?";
      return [{ kind: "ask", question, choices: ["1", "2", "3", "4", "5"] }];
    }
    const type = mark ? "rating" : remarkType(clause.folded);
    if (!type) return null;
    const about = aboutWhat(clause, view);
    if ("kind" in about) return [about];
    return [
      { kind: "feedback", type, rating: mark?.rating ?? null, ...about, text: clause.text, notes: mark?.notes ?? [] },
    ];
  },
};
