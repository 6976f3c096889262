/**
 * The words of an opening_hours value, as the specification spells them and as people really write them:
 * "Mon - Fri", "9h30", "9:00 a.m.", dashes of all lengths. What could be read in two ways is left to the
 * parser to refuse.
 */
import { type Holiday, type RuleState, SUN_EVENTS, type SunEvent, type Weekday } from "./rule.ts";

export type Token = { text: string } & (
  | { kind: "weekdays"; from: Weekday; to: Weekday }
  | { kind: "month"; month: number }
  | { kind: "holiday"; which: Holiday["which"] }
  | { kind: "event"; event: SunEvent }
  | { kind: "state"; state: RuleState }
  | { kind: "easter" | "week" | "day" | "always" }
  | { kind: "comment"; comment: string }
  | { kind: "number"; number: number }
  /** `isVague` where neither a leading zero nor am or pm says which half of the day is meant. */
  | { kind: "clock"; minute: number; isVague: boolean; hasMeridiem: boolean }
  | { kind: "symbol"; symbol: string }
);

/** Says why a value cannot be understood; never leaves this folder. */
export class NotUnderstood extends Error {}

type Word = Token extends infer Each ? (Each extends Token ? Omit<Each, "text"> : never) : never;

function weekdayWords(): [string, Word][] {
  const spellings = [
    ["mo", "mon", "monday"],
    ["tu", "tue", "tues", "tuesday"],
    ["we", "wed", "weds", "wednesday"],
    ["th", "thu", "thur", "thurs", "thursday"],
    ["fr", "fri", "friday"],
    ["sa", "sat", "saturday"],
    ["su", "sun", "sunday"],
  ];
  return spellings.flatMap((words, index) => {
    const day = index as Weekday;
    const plurals = words.filter((word) => word.endsWith("day")).map((word) => `${word}s`);
    return [...words, ...plurals].map((word): [string, Word] => [word, { kind: "weekdays", from: day, to: day }]);
  });
}

function monthWords(): [string, Word][] {
  const names = [
    ...["january", "february", "march", "april", "may", "june", "july", "august", "september", "october"],
    ...["november", "december"],
  ];
  const spelled = names.flatMap((name, index): [string, Word][] => [
    [name, { kind: "month", month: index + 1 }],
    [name.slice(0, 3), { kind: "month", month: index + 1 }],
  ]);
  return [...spelled, ["sept", { kind: "month", month: 9 }]];
}

const symbol = (text: string): Word => ({ kind: "symbol", symbol: text });

const WORDS: ReadonlyMap<string, Word> = new Map<string, Word>([
  ...weekdayWords(),
  ...monthWords(),
  ...SUN_EVENTS.map((event): [string, Word] => [event, { kind: "event", event }]),
  ...["daily", "everyday", "every day"].map((word): [string, Word] => [word, { kind: "weekdays", from: 0, to: 6 }]),
  ...["weekday", "weekdays"].map((word): [string, Word] => [word, { kind: "weekdays", from: 0, to: 4 }]),
  ...["weekend", "weekends"].map((word): [string, Word] => [word, { kind: "weekdays", from: 5, to: 6 }]),
  ...["ph", "public holiday", "public holidays", "bank holiday", "bank holidays"].map((word): [string, Word] => [
    word,
    { kind: "holiday", which: "public" },
  ]),
  ...["sh", "school holiday", "school holidays"].map((word): [string, Word] => [
    word,
    { kind: "holiday", which: "school" },
  ]),
  ...["closed", "off", "close"].map((word): [string, Word] => [word, { kind: "state", state: "closed" }]),
  ["open", { kind: "state", state: "open" }],
  ["unknown", { kind: "state", state: "unknown" }],
  ["easter", { kind: "easter" }],
  ["week", { kind: "week" }],
  ["weeks", { kind: "week" }],
  ["day", { kind: "day" }],
  ["days", { kind: "day" }],
  ["always", { kind: "always" }],
  ["always open", { kind: "always" }],
  ...["to", "until", "till", "through"].map((word): [string, Word] => [word, symbol("-")]),
  ["and", symbol(",")],
  ...["open end", "openend", "late"].map((word): [string, Word] => [word, symbol("+")]),
  ["noon", { kind: "clock", minute: 720, isVague: false, hasMeridiem: true }],
  ["midnight", { kind: "clock", minute: 0, isVague: false, hasMeridiem: true }],
]);

const ALWAYS = /24\s*[/x]\s*7(?!\d)|24\s*(?:hours|hrs|h)(?![a-z\d])/y;
const CLOCK = /(\d{1,2})[:h](\d{2})(?!\d)/y;
/** "10.30" is a time; "01.05" and "24.12" may be dates. */
const DOTTED = /(\d{1,2})\.(00|1[3-9]|[2-5]\d)(?![\d.])/y;
const HOUR = /(\d{1,2})(?:h(?![a-z])|(?=\s*[ap]\.?m\b))/y;
const MERIDIEM = /\s*([ap])\.?m(?:\b\.?)/y;
const NUMBER = /\d+/y;
const WORD = /[\p{L}]+(?:\.(?=[\s,-]|$))?/uy;
const COMMENT = /"([^"]*)"/y;
const TWO_WORDS = /([\p{L}]+)\s+([\p{L}]+)/uy;
const SYMBOLS = new Set(["-", ",", ";", "+", "/", "(", ")", "[", "]", ":"]);

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** One spelling for what only looks different. */
function plainText(value: string): string {
  return (
    value
      .replaceAll(/[‐‑‒–—―−~〜～－]/gu, "-")
      .replaceAll(/[“”„«»]/gu, '"')
      .replaceAll(/[：]/gu, ":")
      .replaceAll(/[；]|\r?\n/gu, ";")
      .replaceAll(/[，、]/gu, ",")
      .replaceAll("&", ",")
      // "9-17 Uhr".
      .replaceAll(/(?<=\d)\s*uhr\b/giu, "")
      .replaceAll(/\s+/gu, " ")
      .trim()
  );
}

function clockToken(
  hour: number,
  minute: number,
  rest: { lower: string; start: number; end: number },
): [Token, number] {
  const { lower, start, end } = rest;
  const meridiem = matchAt(MERIDIEM, lower, end);
  const stop = meridiem ? MERIDIEM.lastIndex : end;
  const text = lower.slice(start, stop);
  const isPossible = minute < 60 && (meridiem ? hour >= 1 && hour <= 12 : hour * 60 + minute <= 48 * 60);
  if (!isPossible) throw new NotUnderstood(`"${text}" is no time of the day: expected one such as 09:30 or 18:00.`);
  const hourOfDay = meridiem ? (hour % 12) + (meridiem[1] === "p" ? 12 : 0) : hour;
  const isVague = !meridiem && /^[1-9](?!\d)/.test(text);
  return [{ kind: "clock", text, minute: hourOfDay * 60 + minute, isVague, hasMeridiem: meridiem !== null }, stop];
}

function numeral(lower: string, at: number, isAfterDash: boolean): [Token, number] {
  if (!isAfterDash && matchAt(ALWAYS, lower, at)) {
    return [{ kind: "always", text: lower.slice(at, ALWAYS.lastIndex) }, ALWAYS.lastIndex];
  }
  for (const pattern of [CLOCK, DOTTED, HOUR]) {
    const found = matchAt(pattern, lower, at);
    if (found) return clockToken(Number(found[1]), Number(found[2] ?? 0), { lower, start: at, end: pattern.lastIndex });
  }
  const text = matchAt(NUMBER, lower, at)?.[0] ?? "";
  return [{ kind: "number", text, number: Number(text) }, at + text.length];
}

function word(lower: string, at: number): [Token, number] | null {
  const pair = matchAt(TWO_WORDS, lower, at);
  const known = pair && WORDS.get(`${pair[1]} ${pair[2]}`);
  if (known) return [{ ...known, text: pair[0] }, TWO_WORDS.lastIndex];
  const single = matchAt(WORD, lower, at);
  if (!single) return null;
  const end = WORD.lastIndex;
  const meaning = WORDS.get(single[0].replace(".", ""));
  if (meaning) return [{ ...meaning, text: single[0] }, end];
  throw new NotUnderstood(`"${single[0]}" is no word of opening hours: expected days, months or times.`);
}

/** Throws `NotUnderstood`. */
export function tokensOf(value: string): Token[] {
  const text = plainText(value);
  const folded = text.toLowerCase();
  // Where lower case is longer ("İ"), positions in the two would not agree.
  const lower = folded.length === text.length ? folded : text;
  const tokens: Token[] = [];
  let at = 0;
  while (at < lower.length) {
    const character = lower.charAt(at);
    const [token, end] = tokenAt(text, lower, at, tokens.at(-1));
    if (token) tokens.push(token);
    else if (character !== " ") throw new NotUnderstood(`"${character}" has no meaning in opening hours.`);
    at = end;
  }
  return tokens;
}

function tokenAt(text: string, lower: string, at: number, before: Token | undefined): [Token | null, number] {
  const character = lower.charAt(at);
  if (character === " ") return [null, at + 1];
  if (character === '"') {
    const comment = matchAt(COMMENT, text, at);
    if (!comment) throw new NotUnderstood("A comment is not closed: expected another quotation mark.");
    return [{ kind: "comment", text: comment[0], comment: (comment[1] ?? "").trim() }, COMMENT.lastIndex];
  }
  if (lower.startsWith("||", at)) return [{ kind: "symbol", symbol: "||", text: "||" }, at + 2];
  if (SYMBOLS.has(character)) return [{ kind: "symbol", symbol: character, text: character }, at + 1];
  if (character >= "0" && character <= "9") return numeral(lower, at, before?.text === "-");
  return word(lower, at) ?? [null, at];
}
