/**
 * Which stop of the plan is meant: by title, misspelt or in part, by what it is ("the museum", "lunch"), by its turn
 * ("the second stop on Friday"), its time ("the 3pm thing") or its position ("2.3"). Two that fit are asked about.
 */
import { editDistance } from "../edit-distance.ts";
import { fold } from "./fold.ts";
import { isIdle } from "./idle-words.ts";
import { KIND_OF_WORDS, kindsCalled } from "./kinds-of-stops.ts";
import { type PlanInView, type StopInView, stopsOf } from "./plan-in-view.ts";

export type StopsFound =
  | { kind: "found"; stops: StopInView[] }
  /** Several fit; or one only nearly. */
  | { kind: "unsure"; said: string; stops: StopInView[] }
  | { kind: "none"; said: string };

export interface StopLimits {
  /** Only stops of these days, where a day was said of the stop. */
  days?: readonly number[];
  /** Only what goes on at that time. */
  time?: string | null;
  /** Where it is to go: of two that fit, the one that is not there yet is meant. */
  notDay?: number | null;
  /** Also what was skipped or put off. */
  withHistory?: boolean;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;
/** In many titles, so they tell little. */
const COMMON_IN_TITLES =
  /^(?:museum|gallery|tower|palace|castle|church|cathedral|temple|park|garden|gardens|market|square|bridge|house|city|old|town|royal|national|saint|st|san|santa|sant|de|da|do|dos|das|del|della|di|la|le|les|el|of|the|and|at|in|near|lunch|dinner|breakfast|hotel|restaurant|cafe|street|centre|center|art|modern|great|grand)$/;

const wordsOf = (text: string): string[] =>
  [...fold(text).matchAll(WORD)].map(([word]) => word.replace(/['’]s$/, "").replace(/['’]/g, ""));

function isSame(said: string, known: string): boolean {
  if (said === known) return true;
  const slips = said.length > 7 ? 2 : said.length > 4 ? 1 : 0;
  if (slips > 0 && Math.abs(said.length - known.length) <= slips && editDistance(said, known) <= slips) return true;
  return said.length >= 5 && known.startsWith(said);
}

interface Fit {
  stop: StopInView;
  score: number;
  /** Words of the traveller that neither the title nor the kind explains. */
  unexplained: string[];
}

/** `null` for a word that says nothing about this stop. */
function kindScore(word: string, stop: StopInView): number | null {
  const kinds = kindsCalled(word.replaceAll("_", " "));
  if (kinds.some(({ isMeant }) => isMeant(stop))) return 2;
  return kinds.some(({ isNear }) => isNear?.(stop)) ? 1 : null;
}

const weight = (word: string): number => (COMMON_IN_TITLES.test(word) ? 1.5 : 3);

function fitOf(stop: StopInView, words: readonly string[]): Fit {
  const title = wordsOf(stop.title);
  const joined = title.join("");
  let score = 0;
  const unexplained: string[] = [];
  for (const word of words) {
    const bare = word.replace(/-/g, "");
    const isTitle = title.some((known) => isSame(word, known)) || (bare.length >= 6 && joined.includes(bare));
    const kind = kindScore(word, stop);
    // The kind as the title writes it outweighs one that is only like it.
    const points = isTitle ? Math.max(weight(word), (kind ?? 0) + 0.5) : kind;
    if (points === null) unexplained.push(word);
    else score += points;
  }
  return { stop, score, unexplained };
}

const NTH = ["first", "second", "third", "fourth", "fifth", "sixth"];
const THING = "(?:stop|thing|place|visit|sight|activity|item|one|attraction|museum|church|meal)";
const NTH_STOP = new RegExp(
  `(?<!\\w)(${NTH.join("|")}|last|final|\\d(?:st|nd|rd|th)) (?:planned )?(${THING})s?(?!\\w)`,
);

function nthStop(said: string, stops: readonly StopInView[]): StopInView | null {
  const match = NTH_STOP.exec(said);
  if (!match) return null;
  const [, nth = "", what = ""] = match;
  const kinds = kindsCalled(what);
  const eligible = kinds.length > 0 ? stops.filter((stop) => kinds.some(({ isMeant }) => isMeant(stop))) : stops;
  if (/last|final/.test(nth)) return eligible.at(-1) ?? null;
  const index = NTH.indexOf(nth);
  return eligible[index >= 0 ? index : Number.parseInt(nth, 10) - 1] ?? null;
}

const goesOnAt =
  (time: string) =>
  ({ start, end }: StopInView): boolean =>
    start <= time && (time < end || end < start || start === time);

function eligible(view: PlanInView, { days, time, withHistory }: StopLimits): StopInView[] {
  return stopsOf(view)
    .filter(({ marks }) => withHistory === true || !marks.some((mark) => mark === "skipped" || mark === "delayed"))
    .filter(({ day }) => days === undefined || days.includes(day))
    .filter((stop) => !time || goesOnAt(time)(stop));
}

/** The words of a text that may name something. */
export function tellingWords(said: string): string[] {
  const together = fold(said).replace(KIND_OF_WORDS, (kind) => kind.replaceAll(" ", "_"));
  return [...together.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’_-]*/gu)]
    .filter(([word]) => !isIdle(word))
    .map(([word]) => word.replace(/['’]s$/, "").replace(/['’]/g, ""))
    .filter((word) => !isIdle(word));
}

const POSITION = /(?<![\w.])(\d{1,2}\.\d{1,2})(?![\w.])/;
const PRONOUN = /(?<!\w)(?:it|that|this|that one|this one|them|there|those|these)(?!\w)/;

function distinctTitles(fits: readonly Fit[]): boolean {
  return new Set(fits.map(({ stop }) => stop.title)).size === fits.length;
}

/** The one chosen when it was asked, else the one that is not where it is to go, else sights before meals. */
function narrowed(fits: Fit[], view: PlanInView, { notDay }: StopLimits): Fit[] {
  const chosen = fits.filter(({ stop }) => stop.title === view.chosen);
  if (chosen.length > 0) return chosen;
  const elsewhere = notDay ? fits.filter(({ stop }) => stop.day !== notDay) : fits;
  const rest = elsewhere.length > 0 ? elsewhere : fits;
  const sights = rest.filter(({ stop }) => stop.kind === "attraction");
  return sights.length > 0 && !distinctTitles(rest) ? sights : rest;
}

const PLURAL_KIND =
  /(?:museums|galleries|churches|castles|towers|markets|parks|gardens|temples|shrines|lunches|dinners|meals|palaces|squares|beaches|viewpoints|stops|sights|visits|mosques|restaurants)(?!\w)/;
const EVERYTHING =
  /(?<!\w)(?:everything|all of it|all stops|all the stops|the whole (?:day|thing|lot)|all visits|every stop)(?!\w)/;

function byWords(
  typed: string,
  words: string[],
  stops: readonly StopInView[],
  context: { view: PlanInView; limits: StopLimits },
): StopsFound {
  const said = words.join(" ").replaceAll("_", " ");
  const fits = stops.map((stop) => fitOf(stop, words)).filter(({ score }) => score > 0);
  const best = Math.max(0, ...fits.map(({ score }) => score));
  if (best === 0) return { kind: "none", said };
  const top = fits.filter(({ score }) => score === best);
  const kept = narrowed(top, context.view, context.limits);
  const isMany = PLURAL_KIND.test(fold(typed)) || /(?<!\w)(?:both|all)(?!\w)/.test(fold(typed));
  const doubt = kept.every(
    ({ unexplained, score }) => unexplained.length > 0 && (score < 3 || unexplained.length * 2 >= words.length),
  );
  const found = kept.map(({ stop }) => stop);
  if (kept.some(({ stop }) => stop.title === context.view.chosen)) return { kind: "found", stops: found };
  if (doubt) return { kind: "unsure", said, stops: found };
  return kept.length === 1 || isMany ? { kind: "found", stops: found } : { kind: "unsure", said, stops: found };
}

/** One noun phrase: "the museum on day 2" without its day. */
export function findStop(said: string, view: PlanInView, limits: StopLimits = {}): StopsFound {
  const stops = eligible(view, limits);
  const text = fold(said);
  const position = stopsOf(view).find((stop) => stop.position === POSITION.exec(text)?.[1]);
  if (position) return { kind: "found", stops: [position] };
  const isLimited = limits.days !== undefined || Boolean(limits.time);
  if (EVERYTHING.test(text)) return stops.length > 0 ? { kind: "found", stops } : { kind: "none", said };
  const nth = isLimited || view.days.length === 1 ? nthStop(text, stops) : null;
  if (nth) return { kind: "found", stops: [nth] };
  const words = tellingWords(said);
  if (words.length > 0) return byWords(said, words, stops, { view, limits });
  if (limits.time && stops.length > 0)
    return stops.length === 1 ? { kind: "found", stops } : { kind: "unsure", said, stops };
  const meant = stopsOf(view).filter(({ title }) => view.mentioned.includes(title));
  if (PRONOUN.test(text) && meant.length > 0) return { kind: "found", stops: meant };
  return { kind: "none", said: "" };
}

/** "the museum and the tower": each by itself, unless the whole is one title. */
export function findStops(said: string, view: PlanInView, limits: StopLimits = {}): StopsFound {
  const parts = said
    .split(/\s*(?:,|\band\b|&|\bplus\b|\bas well as\b)\s*/i)
    .filter((part) => tellingWords(part).length > 0 || NTH_STOP.test(fold(part)) || POSITION.test(part));
  const whole = findStop(said, view, limits);
  if (parts.length < 2) return whole;
  const each = parts.map((part) => findStop(part, view, limits));
  const titles = new Set(
    each.flatMap((found) => (found.kind === "found" ? found.stops.map(({ position }) => position) : [found.said])),
  );
  if (titles.size === 1) return whole;
  const open = each.find((found) => found.kind !== "found");
  if (open) return whole.kind === "found" && whole.stops.length === 1 ? open : open;
  return {
    kind: "found",
    stops: [
      ...new Map(
        each.flatMap((found) => (found.kind === "found" ? found.stops : [])).map((stop) => [stop.position, stop]),
      ).values(),
    ],
  };
}
