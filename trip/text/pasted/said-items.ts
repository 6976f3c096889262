/** What a clause plans: a visit for each place gone to, a meal, a journey, a bed, time of one's own. */
import type { ItemType } from "../../itinerary.ts";
import { isEatery } from "../../place.ts";
import {
  ARRIVAL,
  CHECK_IN,
  CHECK_OUT,
  FLIGHT,
  FREE,
  isAside,
  isListed,
  isVisitCue,
  JOURNEY,
  LANDING,
  REST,
  SNACK,
} from "./clause-words.ts";
import type { Clause, Named } from "./clauses.ts";
import { type DayPart, type Meal, type MealWord, mealWords, partOfMeal, partSaidIn } from "./day-parts.ts";
import type { SaidPrice } from "./said-prices.ts";
import type { SaidTime } from "./said-times.ts";
import { GAP } from "./source-text.ts";
import { nameWithoutPlace, type Unnamed } from "./unplaced-names.ts";

export interface SaidItem {
  type: ItemType;
  title: string;
  /** Where the text names it; `null` for "lunch" and the like. */
  mention: { from: number; to: number } | null;
  name: Named | null;
  /** It has a name, and no place by it is known. */
  isUnknown: boolean;
  /** Where it is, though it is not itself visited: "dinner in Alfama". */
  near: Named | null;
  time: SaidTime | null;
  minutes: number | null;
  price: SaidPrice | null;
  part: DayPart | null;
  meal: Meal | null;
  /** Items said together share one time. */
  clause: Clause;
}

export interface ClauseContext {
  clean: string;
  prices: readonly SaidPrice[];
  bold: readonly { from: number; to: number }[];
  part: DayPart | null;
  /** A meal said as a label before: "Lunch:". */
  meal: Meal | null;
  areas: ReadonlySet<string>;
  cityNames: ReadonlySet<string>;
}

export interface ClauseReading {
  items: SaidItem[];
  /** Named, and not gone to. */
  asides: Named[];
}

export function readClause(clause: Clause, context: ClauseContext): ClauseReading {
  const text = context.clean.slice(clause.from, clause.to);
  const meals = mealWords(text).map((word) => ({ ...word, from: word.from + clause.from, to: word.to + clause.from }));
  const { visits, asides } = sortNames(clause, context, meals);
  const items = visits.map((name) => placeItem(clause, context, name, meals));
  if (items.length === 0) {
    const other = placeless(clause, context, text, { meals, asides });
    if (other) items.push(other);
  } else if (!items.some(({ type }) => type === "meal")) {
    const [word] = meals;
    if (word && clause.isHead && isMealApart(clause, context, word, visits))
      items.push(bareMeal(clause, context, word, asides));
  }
  return { items: items.sort((a, b) => (a.mention?.from ?? 0) - (b.mention?.from ?? 0)), asides };
}

/** "Uffizi, lunch, Pitti": the meal is an item of its own, not how the visit is described. */
function isMealApart({ from }: Clause, { clean }: ClauseContext, word: MealWord, visits: readonly Named[]): boolean {
  const isBetween = visits.every((name) => name.to <= word.from || name.from >= word.to);
  return isBetween && /(?:^|[,;:-]|\bhave|\bgrab|\band|\bfor)\s*$/iu.test(clean.slice(from, word.from).trimEnd());
}

function sortNames(
  clause: Clause,
  context: ClauseContext,
  meals: readonly MealWord[],
): { visits: Named[]; asides: Named[] } {
  const visits: Named[] = [];
  const asides: Named[] = [];
  for (const [index, name] of clause.names.entries()) {
    const previous = clause.names[index - 1];
    const between = context.clean.slice(previous?.to ?? clause.from, name.from);
    const isRepeat = visits.some(({ place }) => place.id === name.place.id);
    if (isRepeat || !isGoneTo(clause, context, { name, previous, between, visits, meals })) asides.push(name);
    else visits.push(name);
  }
  return { visits, asides };
}

interface NameInClause {
  name: Named;
  previous: Named | undefined;
  between: string;
  visits: readonly Named[];
  meals: readonly MealWord[];
}

function isGoneTo(
  clause: Clause,
  context: ClauseContext,
  { name, previous, between, visits, meals }: NameInClause,
): boolean {
  if (isSubject(context.clean.slice(name.to)) && /,\s*$/.test(between)) return false;
  if (isAside(between) || /^\s*(?:branch|side|area|station)\b/iu.test(context.clean.slice(name.to))) return false;
  if (isBehindColon(between) && !isLabel(between) && !isVisitCue(between)) return isBold(context, name);
  const isLinked = previous !== undefined && visits.at(-1) === previous && isListed(between);
  if (isLinked) return true;
  if (isInBrackets(context.clean, clause.from, name.from)) return visits.length === 0 && clause.isHead;
  if (previous === undefined && clause.isHead) return true;
  if (meals.some(({ to }) => to <= name.from && name.from - to < 30)) return true;
  return isVisitCue(between) || isBold(context, name);
}

/** "…, ribeira is touristy": a word about it. */
const isSubject = (behind: string): boolean => /^\s+(?:is|are|was|were)\b(?! (?:next|at|a must))/u.test(behind);

const isBold = ({ bold }: ClauseContext, { from, to }: Named): boolean =>
  bold.some((range) => range.from <= from && range.to >= to && range.to - range.from < to - from + 25);

/** What follows a colon describes what stands before it, unless that is only a label. */
const isBehindColon = (between: string): boolean => /:\s|\s-\s/.test(between);
const isLabel = (between: string): boolean =>
  /^\W*(?:[\p{L}\s\d&/'-]{0,40})[:-]/u.test(between) &&
  !/[.,;]/.test(between) &&
  between.trim().split(/\s+/).length <= 6;

function isInBrackets(text: string, from: number, at: number): boolean {
  const before = text.slice(from, at);
  return before.lastIndexOf("(") > before.lastIndexOf(")");
}

const base = (clause: Clause, context: ClauseContext): Omit<SaidItem, "type" | "title"> => ({
  mention: null,
  name: null,
  isUnknown: false,
  near: null,
  time: clause.time,
  minutes: clause.length?.minutes ?? null,
  price: context.prices.find(({ from }) => from >= clause.from && from < clause.to) ?? null,
  part: partSaidIn(context.clean.slice(clause.from, clause.to), context.part) ?? context.part,
  meal: null,
  clause,
});

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function placeItem(clause: Clause, context: ClauseContext, name: Named, meals: readonly MealWord[]): SaidItem {
  const { place, from, to } = name;
  const before = context.clean.slice(clause.from, from);
  const word = meals.findLast((meal) => meal.to <= from && !/[,;.]/.test(context.clean.slice(meal.to, from)));
  const behind = meals.find(
    (meal) =>
      meal.from >= to &&
      /^[\s█():;-]{0,24}(?:for\s+)?(?:a |an )?(?:\p{L}+ ){0,2}$/iu.test(context.clean.slice(to, meal.from)),
  );
  const meal = word?.meal ?? behind?.meal ?? (clause.names[0] === name ? context.meal : null);
  const said = { ...base(clause, context), mention: { from, to }, name, title: place.name };
  if (meal) {
    const isTable = isEatery(place) || (place.type === "market" && !/\b(?:near|by|around)\b/i.test(before));
    const part = clause.time ? said.part : said.part?.meal ? said.part : partOfMeal(meal);
    const title = `${capitalised(meal)} ${isTable ? "at" : "by"} ${place.name}`;
    return { ...said, type: "meal", meal, part, title, name: isTable ? name : null, near: isTable ? null : name };
  }
  if (!isEatery(place)) return { ...said, type: "attraction" };
  const isSnack = SNACK.test(context.clean.slice(clause.from, clause.to)) || /^(?:cafe|bakery|bar)$/.test(place.type);
  return { ...said, type: isSnack ? "rest" : "meal" };
}

function bareMeal(clause: Clause, context: ClauseContext, word: MealWord, asides: readonly Named[]): SaidItem {
  const said = base(clause, context);
  const part = clause.time ? said.part : partOfMeal(word.meal);
  const near = asides.find(({ from }) => from >= word.to) ?? null;
  return { ...said, type: "meal", meal: word.meal, part, near, title: capitalised(word.meal) };
}

interface Placeless {
  meals: readonly MealWord[];
  asides: readonly Named[];
}

function placeless(clause: Clause, context: ClauseContext, text: string, found: Placeless): SaidItem | null {
  const said = base(clause, context);
  if (!/\p{L}/u.test(text.replaceAll(GAP, ""))) return null;
  const isSaid = clause.isHead || clause.time !== null || /^\W*(?:check|drop)/iu.test(text);
  const arrangement = isSaid ? arrangedIn(text, clause.isHead) : null;
  if (arrangement) return { ...said, ...arrangement };
  const [word] = found.meals;
  const meal = word?.meal ?? context.meal;
  if (meal && (clause.isHead || word)) return namedMeal(clause, context, { said, meal, word, asides: found.asides });
  if (!clause.isHead && !clause.time) return null;
  const unnamed = nameWithoutPlace(clause, context);
  if (unnamed && (unnamed.isSight || clause.time || FREE.test(text))) return { ...said, ...asUnknown(unnamed) };
  if (REST.test(text)) return { ...said, type: "rest", title: shortTitle(text, "Rest") };
  const title = shortTitle(text, "Free time");
  const isOwnTime = clause.time !== null ? !NO_TITLE.test(title) : FREE.test(text) && found.asides.length === 0;
  return isOwnTime ? { ...said, type: "free", title } : null;
}

/** Beds and ways: what has a place of its own kind, or none. */
function arrangedIn(text: string, isHead: boolean): Pick<SaidItem, "type" | "title"> | null {
  if (CHECK_IN.test(text)) return { type: "check_in", title: "Check in" };
  if (CHECK_OUT.test(text)) return { type: "check_out", title: "Check out" };
  if (!isHead) return null;
  if (FLIGHT.test(text)) return { type: "flight", title: shortTitle(text, "Flight") };
  if (LANDING.test(text) || ARRIVAL.test(text) || isJourney(text))
    return { type: "transport", title: shortTitle(text, "Journey") };
  return null;
}

const isJourney = (text: string): boolean =>
  /^\W*(?:eurostar|thalys|tgv|shinkansen|alfa pendular|frecciarossa|train|flight)\b/iu.test(text.replaceAll(GAP, "")) ||
  (JOURNEY.test(text) && /\b(?:to|from|for|arriv\p{L}*|depart\p{L}*)\b/iu.test(text));

function asUnknown({ from, to, text, isSight }: Unnamed): Partial<SaidItem> & Pick<SaidItem, "type" | "title"> {
  if (!isSight) return { type: "free", title: text };
  return { type: "attraction", title: text, mention: { from, to }, isUnknown: true };
}

function namedMeal(
  clause: Clause,
  context: ClauseContext,
  {
    said,
    meal,
    word,
    asides,
  }: { said: Omit<SaidItem, "type" | "title">; meal: Meal; word: MealWord | undefined; asides: readonly Named[] },
): SaidItem {
  const from = word?.to ?? clause.from;
  const unnamed = nameWithoutPlace({ ...clause, from }, context);
  const part = clause.time ? said.part : said.part?.meal === meal ? said.part : partOfMeal(meal);
  const near = asides.find((name) => name.from >= from) ?? null;
  const common = { ...said, type: "meal" as const, meal, part, near };
  if (!unnamed) return { ...common, title: capitalised(meal) };
  const mention = { from: unnamed.from, to: unnamed.to };
  return { ...common, title: `${capitalised(meal)} at ${unnamed.text}`, mention, isUnknown: true };
}

/** How a sentence goes on, and no item begins. */
const NO_TITLE =
  /^(?:is|are|was|till|until|then|so|while|and|but|we|you|i|it|with|from|to|in|on|for|plus|incl\p{L}*|when|where|which|free,|via|by|or|the)\b/iu;
const MOST_TITLE = 60;

function shortTitle(text: string, otherwise: string): string {
  const plain = text
    .replace(/█+/g, " ")
    .replace(/\([^)]*\)/g, " ")
    .replace(/^[\s\d:.,;|)-]+(?:[ap]\.?m\.?\b)?[\s:,;|-]*/iu, "")
    .replace(/\s+/g, " ")
    .trim();
  const first = plain.split(/(?<=\p{L}{2})[.:;](?:\s|$)| - /u)[0] ?? "";
  const cut = first.length > MOST_TITLE ? `${first.slice(0, MOST_TITLE).replace(/\s+\S*$/, "")}…` : first;
  return cut.length >= 3 ? capitalised(cut) : otherwise;
}
