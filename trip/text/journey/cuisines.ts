/** Which cuisines are to be eaten, as they are named; what is named to be left out is not. */
import { phrase } from "../reading.ts";
import { stanceOf } from "./stance.ts";

const CUISINES = [
  "American",
  "Chinese",
  "French",
  "Indian",
  "Italian",
  "Mediterranean",
  "Mexican",
  "Brazilian",
  "Cajun",
  "Caribbean",
  "Creole",
  "Cuban",
  "Ethiopian",
  "German",
  "Greek",
  "Hawaiian",
  "Indonesian",
  "Japanese",
  "Korean",
  "Lebanese",
  "Malaysian",
  "Middle Eastern",
  "Moroccan",
  "Peruvian",
  "Portuguese",
  "Spanish",
  "Tex-Mex",
  "Thai",
  "Turkish",
  "Vietnamese",
] as const;

const ONE = `(?:${CUISINES.join("|")})`;
const FOOD =
  "(?:cuisines?|foods?|dish(?:es)?|meals?|restaurants?|fare|cooking|flavou?rs?|kitchens?|places|eateries|bistros?|options|ones|specialties|delicacies|tastes?)";
/** One or several in a row: "American, French, and Indian", "Mexican/Italian", "French food or Thai". */
const LIST = phrase(
  `${ONE}(?: ${FOOD})?(?:(?: ?, ?(?:and |or |as well as |plus )?| and | or | & | ?/ ?| as well as | plus | along with | nor )(?:both )?(?:some )?${ONE}(?: ${FOOD})?)*`,
);
const IN_LIST = phrase(ONE);
const OF_FOOD =
  /cuisine|food|dish|meal|\beat|\bdin(?:e|ing|ner)|restaurant|tast|culinar|flavou?r|lunch|breakfast|palate|gastronom|menu|\bfare\b|cook|savou?r|feast|hungry/iu;
/** An American is no dish. */
const OF_PEOPLE =
  /^ (?:citizens?|nationals?|tourists?|travell?ers?|famil(?:y|ies)|couples?|friends?|passports?|dollars?|airlines?|cit(?:y|ies)|towns?|colleagues?|students?|group|states?|soil|visitors?)\b/iu;

const named = (said: string): string =>
  CUISINES.find((cuisine) => cuisine.toLowerCase() === said.toLowerCase()) ?? said;

function sentenceAround(text: string, start: number, end: number): string {
  const from = Math.max(...[". ", "! ", "? ", "; "].map((mark) => text.lastIndexOf(mark, start)));
  const rest = /[.!?;](?: |$)/u.exec(text.slice(end));
  return text.slice(from + 1, rest ? end + rest.index : text.length);
}

export function isCuisine(word: string): boolean {
  return CUISINES.some((cuisine) => cuisine.toLowerCase() === word.toLowerCase());
}

export function readCuisines(text: string): string[] {
  const wanted = new Set<string>();
  for (const match of text.matchAll(LIST)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const names = [...match[0].matchAll(IN_LIST)].map(([said]) => named(said));
    if (OF_PEOPLE.test(text.slice(span.end))) continue;
    if (names.length < 2 && !OF_FOOD.test(sentenceAround(text, span.start, span.end))) continue;
    if (stanceOf(text, span) === "wanted") for (const name of names) wanted.add(name);
  }
  return [...wanted];
}
