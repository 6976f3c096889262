/**
 * Reads an opening_hours value of OpenStreetMap. What has one meaning is understood, however it is
 * spelled; what has two is refused with the reason, for a wrong opening hour is worse than none.
 */
import { Cursor } from "./cursor.ts";
import { startsDate, takeDates, takeWeeks, takeYears } from "./parse-dates.ts";
import { startsDay, takeDays } from "./parse-days.ts";
import { startsTime, takeTimes } from "./parse-times.ts";
import { type HoursRule, MINUTES_IN_DAY, type Rule, selectsDates } from "./rule.ts";
import { NotUnderstood, tokensOf } from "./tokens.ts";

export type ReadHours = { rule: HoursRule; problem: null } | { rule: null; problem: string };

/** Longer ones are no hours but stories; OpenStreetMap itself stops at 255. */
export const MOST_CHARACTERS = 1_000;
const CACHE_SIZE = 5_000;
const cache = new Map<string, ReadHours>();

/** Every text is read once; what comes back is shared and must not be changed. */
export function parseHours(text: string): ReadHours {
  const known = cache.get(text);
  if (known) return known;
  const read = readHours(text);
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(text, read);
  return read;
}

function readHours(text: string): ReadHours {
  try {
    if (text.length > MOST_CHARACTERS)
      throw new NotUnderstood(`Expected at most ${MOST_CHARACTERS} characters of hours.`);
    return { rule: takeRules(new Cursor(tokensOf(text))), problem: null };
  } catch (error) {
    if (error instanceof NotUnderstood) return { rule: null, problem: error.message };
    throw error;
  }
}

function takeRules(cursor: Cursor): HoursRule {
  const rules: Rule[] = [];
  let separator = ";" as Rule["separator"];
  for (;;) {
    while (cursor.isSymbol(";")) cursor.skip();
    if (cursor.isAtEnd) break;
    for (const rule of takeRule(cursor, separator)) {
      if (rules.length > 0) requirePlaceAmong(rule);
      rules.push(rule);
    }
    if (cursor.isAtEnd) break;
    const next = takeSeparator(cursor);
    // What is added to a fallback is one, too.
    separator = next === "," && separator === "||" ? "||" : next;
    if (separator === "||" && cursor.isAtEnd) throw cursor.refusal("another rule");
  }
  if (rules.length === 0) throw new NotUnderstood("Expected opening hours, got nothing.");
  return rules;
}

function takeSeparator(cursor: Cursor): Rule["separator"] {
  for (const separator of [";", ",", "||"] as const) if (cursor.takeSymbol(separator)) return separator;
  throw cursor.refusal('";"');
}

/** Without days of its own, a later rule might be meant for the days before it or for every day. */
function requirePlaceAmong(rule: Rule): void {
  const isClear = selectsDates(rule) || rule.separator === "||" || (rule.state === "closed" && rule.times.length > 0);
  if (!isClear) {
    throw new NotUnderstood("A rule behind another one has to say its days: times alone may be meant for any of them.");
  }
}

type Draft = { -readonly [Key in keyof Rule]: Rule[Key] };

/** More than one where dates and holidays stand in one list ("Jul 14,PH off"): then each is for its own days. */
function takeRule(cursor: Cursor, separator: Rule["separator"]): Rule[] {
  const draft: Draft = {
    ...{ separator, years: [], dates: [], weeks: [], days: [], holidays: [], times: [] },
    ...{ state: "open", comment: null },
  };
  const hasSelector = takeSelectors(cursor, draft);
  const others = hasSelector ? takeOtherSelectors(cursor, draft) : [];
  const hasTimes = takeHours(cursor, draft);
  // "10:00-18:00 Mo-Fr": the other way round, where nothing else can be meant.
  const isTurned = hasTimes && !hasSelector && takeSelectors(cursor, draft);
  const isState = takeState(cursor, draft);
  if (!hasSelector && !hasTimes && !isState) throw cursor.refusal("days or times such as Mo-Fr 09:00-17:00");
  if (cursor.isSymbol(",") && (isTurned || !(hasTimes || isState))) throw cursor.refusal("times, or another rule");
  const { times, state, comment } = draft;
  return [draft, ...others.map((other) => ({ ...other, times, state, comment }))];
}

const isListable = ({ years, weeks, days, holidays }: Rule): boolean =>
  years.length + weeks.length + holidays.length === 0 && days.every(({ kind }) => kind === "holiday");

function takeOtherSelectors(cursor: Cursor, first: Rule): Rule[] {
  const others: Rule[] = [];
  while (cursor.isSymbol(",") && (startsDate(cursor, 1) || startsDay(cursor, 1))) {
    const other: Draft = { ...first, dates: [], days: [] };
    const refusal = cursor.refusal("times");
    cursor.skip();
    takeSelectors(cursor, other);
    if (![first, other].every(isListable)) throw refusal;
    others.push(other);
  }
  return others;
}

/** Whether there was any. */
function takeSelectors(cursor: Cursor, draft: Draft): boolean {
  const start = cursor.peek();
  for (;;) {
    if (draft.dates.length === 0 && startsDate(cursor)) draft.dates = takeDates(cursor);
    else if (draft.years.length === 0 && cursor.isYearAt()) draft.years = takeYears(cursor);
    else if (draft.weeks.length === 0 && cursor.isKind("week")) draft.weeks = takeWeeks(cursor);
    else if (draft.days.length === 0 && startsDay(cursor)) Object.assign(draft, takeDays(cursor));
    else break;
    // "Mo-Fr: 9-17" and "Mo-Fr, 9-17".
    const isReadable = cursor.isSymbol(":") || (cursor.isSymbol(",") && startsTime(cursor, 1));
    if (isReadable) cursor.skip();
  }
  return cursor.peek() !== start;
}

function takeHours(cursor: Cursor, draft: Draft): boolean {
  if (cursor.isKind("always")) {
    cursor.skip();
    draft.times = [{ from: 0, to: MINUTES_IN_DAY, isOpenEnded: false }];
  } else if (startsTime(cursor)) draft.times = takeTimes(cursor);
  return draft.times.length > 0;
}

/** A comment without a word on it leaves open whether it is open. */
function takeState(cursor: Cursor, draft: Draft): boolean {
  const state = cursor.peek();
  if (state?.kind === "state") {
    cursor.skip();
    draft.state = state.state;
  }
  const comment = cursor.peek();
  if (comment?.kind === "comment") {
    cursor.skip();
    draft.comment = comment.comment;
    if (state?.kind !== "state") draft.state = "unknown";
  }
  return state?.kind === "state" || comment?.kind === "comment";
}
