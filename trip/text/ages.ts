/** Children and their ages: "2 kids aged 6 and 9", "a 6-year-old", "our baby", "twins of 4". */
import { NUMBER, readNumber } from "./numbers.ts";
import { phrase, type Reading } from "./reading.ts";

export interface ChildrenFound {
  ages: number[];
  assumptions: string[];
  /** Said in a way that leaves one grown-up: "me and my son". */
  hasOneParent: boolean;
  /** Grown-ups mentioned by age or as children: "my 70-year-old mother". */
  adults: number;
}

const CHILD =
  "kids?|children|child|toddlers?|bab(?:y|ies)|infants?|newborns?|teen(?:ager)?s?|sons?|daughters?|boys?|girls?|twins|triplets|little ones?|grandchild(?:ren)?|grandson|granddaughter|nephews?|nieces?";
const ADJECTIVE = "(?:small |young |little |school-age |teenage |lovely |grown-up |adult )*";
const AGE = `\\d{1,2}|${NUMBER}`;
const AGES = `(?:${AGE})(?:(?: ?, ?and | ?, ?| and | & | ?\\+ ?|/| or )(?:${AGE}))*`;
const MONTHS_OLD = phrase(
  `(?:(?:with|and|plus|our|my|a|an|the) )*(?:(?<months>${AGE})[- ]?(?:months?[- ]?old|mo(?:nth)?s? old|m/?o)(?: (?:${CHILD}))?|(?:bab(?:y|ies)|infant|newborn|son|daughter|boy|girl|child)(?: of|,| is|,? aged| \\()? ?(?<after>${AGE}) months?\\)?(?: old)?)`,
);
const BEFORE = phrase(
  `(?:(?:with|and|plus|our|my|a|an|the|are|is|who) )*(?:(?<count>two|three|four|2|3|4) )?(?<ages>${AGES})[- ]?(?:(?:years?|yrs?)[- ]?olds?|y/?o|yr old)(?<word> (?:${ADJECTIVE})?(?:${CHILD}))?`,
);
const AFTER = phrase(
  `(?:(?<lead>with|and|plus|our|my|the|a|an|of) )*(?:(?<count>${NUMBER}|a|an|couple of) )?${ADJECTIVE}(?<word>${CHILD})(?![- ]friendly)(?: and (?:a |an |our |my )?(?<second>${CHILD}))?(?:,? ?(?:who(?: is| are|'s|'re)|(?:is|are|just turned|turned|turns|turning|is turning))?(?: both| each)? ?\\(?(?:aged?|ages|of|of age|years)? ?:? ?(?<ages>${AGES})(?: ?(?:years?(?: old)?|yrs?|y/?o))?\\)?(?! ?(?:adults?|days?|nights?|people|weeks?|in total|total|altogether|of us|\\p{L}{3,9} 20\\d\\d)))?(?: in tow)?`,
);

const USUAL_AGE: readonly (readonly [RegExp, number])[] = [
  [/bab|infant|newborn/i, 1],
  [/toddler/i, 2],
  [/teen/i, 15],
];

const readAges = (text: string): number[] =>
  [...text.matchAll(/\d{1,2}|[a-z]+/gi)].flatMap(([word]) => readNumber(word) ?? []);

/** "girls" on a trip of their own are no children; only a family word or an age makes them so. */
const isAlwaysChild = (word: string): boolean => !/^(?:boys?|girls?|nephews?|nieces?)$/i.test(word);

const ONE_PARENT = /(?:\bme|\bi|alone|single (?:mum|mom|dad|parent)) (?:and|with) (?:my|a)?/i;

const OF_MULTIPLES: Record<string, number> = { twins: 2, triplets: 3 };

function countOf(word: string, said: string | undefined): number {
  const number = said ? readNumber(said.replace(/ of$/i, "")) : null;
  const each = OF_MULTIPLES[word.toLowerCase()];
  if (each !== undefined) return each;
  return number ?? (/s$|children/i.test(word) ? 2 : 1);
}

function guessAges(word: string, count: number): { ages: number[]; assumption: string } {
  const age = USUAL_AGE.find(([pattern]) => pattern.test(word))?.[1] ?? 8;
  const ages = Array.from({ length: count }, () => age);
  const who = count === 1 ? "the child" : `the ${count} children`;
  return { ages, assumption: `You gave no age for ${word.toLowerCase()}: I took ${who} to be ${age}.` };
}

/** "My daughter and I, she is 12": the age comes with the pronoun. */
const LATER = phrase(`(?:he|she|they)(?:'s|'re| is| are) (?:both |aged )*(?<ages>${AGES})(?: years?(?: old)?)?`);

function takeLaterAges(reading: Reading): number[] {
  return readAges(reading.take(LATER)?.groups?.ages ?? "").filter((age) => age <= 17);
}

function takeAgesAfter(reading: Reading, found: ChildrenFound): void {
  const matches = reading.takeEach(AFTER, (match) => {
    const { word = "", ages, count, lead, second } = match.groups ?? {};
    const isAlone = /^(?:boy|girl|son|daughter|kid|child|nephew|niece)$/i.test(word) && / \d{1,2}$/.test(match[0]);
    const isMarked =
      isAlone ||
      ages === undefined ||
      readAges(ages).length > 1 ||
      /age|of|years|\(|who|:|,| is | are |turn/i.test(match[0]);
    if (!isMarked || (!isAlwaysChild(word) && !isAlone && ages === undefined && !/our|my/i.test(lead ?? "")))
      return null;
    return { word, ages, count, second, said: match[0] };
  });
  for (const { word, ages, count, second, said } of matches) {
    const known = ages === undefined ? takeLaterAges(reading) : readAges(ages);
    const number = Math.max(countOf(word, count) + (second ? 1 : 0), known.length);
    if (
      /^(?:our |my |the )?(?:sons?|daughters?|nephews?|nieces?|grand(?:son|daughter|child)s?|boys?|girls?)$/i.test(word)
    )
      found.hasOneParent ||= /\bmy\b/i.test(said);
    if (/grown-up|adult/i.test(said)) {
      found.adults += number;
      continue;
    }
    const isUsed = word.toLowerCase().startsWith("kid") && known.length === 0 && found.ages.length > 0;
    if (isUsed) continue;
    if (known.length > 0) addKnown(found, known, number);
    else {
      const guess = guessAges(/teenage/i.test(said) ? "teenager" : word, number);
      found.ages.push(...guess.ages);
      found.assumptions.push(guess.assumption);
    }
  }
}

/** One age for several children is the age of each. */
function addKnown(found: ChildrenFound, known: number[], number: number): void {
  const ages = known.length === 1 ? Array.from({ length: number }, () => known[0] ?? 8) : known;
  for (const age of ages) {
    if (age <= 17) found.ages.push(age);
    else found.adults += 1;
  }
}

const yearsOf = (months = ""): number => Math.floor((readNumber(months) ?? 12) / 12);

export function takeChildren(reading: Reading): ChildrenFound {
  const found: ChildrenFound = { ages: [], assumptions: [], hasOneParent: false, adults: 0 };
  found.ages.push(...reading.takeAll(MONTHS_OLD).map(({ groups }) => yearsOf(groups?.months ?? groups?.after)));
  /** A grown-up's age is left to the rules about relatives: "my 70-year-old mother". */
  const children = reading.takeEach(BEFORE, (match) => {
    const { ages = "", count, word = "" } = match.groups ?? {};
    const known = readAges(ages).filter((age) => age <= 17);
    return known.length > 0 ? { known, count, word: word.trim(), said: match[0] } : null;
  });
  for (const { known, count, word, said } of children) {
    const number = count ? (readNumber(count) ?? 1) : word ? countOf(word, undefined) : 1;
    addKnown(found, known, Math.max(known.length, number));
    found.hasOneParent ||= /\bmy\b/i.test(said) || ONE_PARENT.test(reading.text);
  }
  takeAgesAfter(reading, found);
  return found;
}
