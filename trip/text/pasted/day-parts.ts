/** Parts of a day and meals: where in the day something stands that was given no time. */

export type Meal = "breakfast" | "lunch" | "dinner";

export interface DayPart {
  name: string;
  meal: Meal | null;
  /** Minutes of the day in which it usually falls. */
  from: number;
  to: number;
  /** Nobody would call it so outside of these. */
  earliest: number;
  latest: number;
}

const part = (name: string, hours: readonly [number, number, number, number], meal: Meal | null = null): DayPart => {
  const [from = 0, to = 0, earliest = 0, latest = 0] = hours.map((hour) => Math.round(hour * 60));
  return { name, meal, from, to, earliest, latest };
};

const BREAKFAST = part("breakfast", [8, 9.75, 5, 11], "breakfast");
const LUNCH = part("lunch", [12, 14.25, 11, 15.25], "lunch");
const DINNER = part("dinner", [18.75, 20.75, 17.5, 22.5], "dinner");
const MORNING = part("morning", [9.5, 12.5, 5, 13]);
const AFTERNOON = part("afternoon", [13, 18, 11.5, 19.5]);
const SUNSET = part("sunset", [18, 20.5, 16, 22]);
const EVENING = part("evening", [18, 23, 16.5, 26]);

const PARTS: readonly (readonly [RegExp, DayPart])[] = [
  [/^(?:breakfast|brunch)\b/iu, BREAKFAST],
  [/^(?:lunch(?:time)?|midday meal)\b/iu, LUNCH],
  [/^(?:dinner|supper|dinnertime)\b/iu, DINNER],
  [/^early morning\b/iu, part("early morning", [7, 9.5, 4, 12])],
  [/^(?:late morning|mid-?morning)\b/iu, part("late morning", [10.5, 12.5, 9, 13.5])],
  [/^morning\b/iu, MORNING],
  [/^(?:noon|midday)\b/iu, part("midday", [12, 14, 11, 15])],
  [/^(?:early afternoon)\b/iu, part("early afternoon", [13, 15.5, 11.5, 17])],
  [/^(?:late afternoon|mid-?afternoon)\b/iu, part("late afternoon", [15.5, 18.5, 13, 20])],
  [/^afternoon\b/iu, AFTERNOON],
  [/^(?:late (?:evening|night)|night(?:time|life)?)\b/iu, part("night", [20, 24, 18, 28])],
  [/^(?:early )?evening\b/iu, EVENING],
  [/^sunset\b/iu, SUNSET],
];

/** The part of the day a text begins with, and how many characters say so. */
export function readPart(text: string): { part: DayPart; length: number } | null {
  for (const [pattern, found] of PARTS) {
    const match = pattern.exec(text);
    if (match) return { part: found, length: match[0].length };
  }
  return null;
}

/** "In the afternoon, …", "this evening". */
export function partSaidIn(text: string, said: DayPart | null): DayPart | null {
  const label =
    /^\W*(?<label>(?:early |late |mid-?)?(?:morning|afternoon|evening|night))\b\s*(?::|-|at\b|in\b|with\b)/iu.exec(
      text,
    );
  if (label?.groups?.label) return readPart(label.groups.label)?.part ?? null;
  const isOpen = said === null || said.from >= EVENING.from;
  const word =
    /\b(?:in the|this|late|early|mid-?|for the) ?(?:late |early )?(?:morning|afternoon|evening)\b|\b(?:at|for) sunset\b/iu.exec(
      text,
    )?.[0];
  if (!word) return /\bsunset\b/iu.test(text) && isOpen ? SUNSET : null;
  return readPart(word.replace(/^(?:in the|this|for the|at|for) ?/iu, ""))?.part ?? null;
}

export function partOfMeal(meal: Meal): DayPart {
  return { breakfast: BREAKFAST, lunch: LUNCH, dinner: DINNER }[meal];
}

const MEAL_WORD =
  /(?<!\b(?:after|before|pre|post|until|till|skip|with|no) ?-?)\b(?<word>breakfast|brunch|lunch|dinner|supper|mittagessen|abendessen|fr[uü]hst[uü]ck|almuerzo|cena|desayuno|d[eé]jeuner|petit-d[eé]jeuner|d[iî]ner|pranzo|colazione|almoço|jantar)(?!\p{L})(?! (?:options?|spots?|reservations?|crowds?|time))/giu;

const MEALS: readonly (readonly [RegExp, Meal])[] = [
  [/^(?:br|fr|des|petit|col)/u, "breakfast"],
  [/^(?:lunch|mittag|alm|d[eé]j|pranzo)/u, "lunch"],
];

export interface MealWord {
  from: number;
  to: number;
  meal: Meal;
}

export function mealWords(text: string): MealWord[] {
  return [...text.matchAll(MEAL_WORD)].map((match) => {
    const word = (match.groups?.word ?? "").toLowerCase();
    const meal = MEALS.find(([pattern]) => pattern.test(word))?.[1] ?? "dinner";
    return { from: match.index, to: match.index + match[0].length, meal };
  });
}
