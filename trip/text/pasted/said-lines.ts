/**
 * A day's lines read one after the other: labels set the part of the day for what follows, details
 * ("Duration: 2 hours") belong to the item above, advice is left out, the rest is clauses.
 */
import { type Clause, clausesOf, type Named } from "./clauses.ts";
import { type DayPart, type Meal, mealWords, readPart } from "./day-parts.ts";
import { nameTokens } from "./fold-name.ts";
import { resolveNames, type Scope } from "./resolve.ts";
import { readClause, type SaidItem } from "./said-items.ts";
import { findPrices, type SaidPrice } from "./said-prices.ts";
import { findLengths, findTimes, type SaidTime } from "./said-times.ts";
import { GAP, type SourceText } from "./source-text.ts";
import type { TextLine } from "./text-lines.ts";

export interface LinesContext {
  source: SourceText;
  scope: Scope;
  areas: ReadonlySet<string>;
  cityNames: ReadonlySet<string>;
}

export interface LinesReading {
  items: SaidItem[];
  asides: Named[];
}

interface State extends LinesReading {
  part: DayPart | null;
  meal: Meal | null;
  /** Where the items of a line above stand: deeper bullets describe it. */
  indent: number;
  columns: readonly string[] | null;
}

const REMARK =
  /^(?:\W*)(?:(?:pro|insider|local|travel|quick|money[- ]saving|photo|booking)[- ])?(?:tips?|notes?|hint|why|good to know|reminder|alternative(?:ly)?|optional(?:ly)?|address|tickets?|entry(?: fee)?|admission|price|cost|costs|estimated (?:cost|budget|total)|total|budget|daily (?:cost|total|budget)|opening (?:hours|times)|hours|open|getting (?:there|around)|how to get there|transport(?:ation)?|distance|metro|stay|where to stay|overnight|accommodation|theme|focus|overview|highlights?|must[- ]try|try|what to (?:see|do|expect|order|eat|bring)|dress code|booking|reservations?|website|phone|rating|best time|walking|travel time|backup|rain(?:y day)?(?: plan| option)?|if (?:you|it|time)|remember|book|reserve|weather|vibe|recommended|transit|map|link|plan b|bonus)\b[^:\n]{0,30}(?::|-\s|(?<=^\W*if (?:you|it|time)\b.{0,30}))/iu;
const IF = /^\W*(?:if (?:you|it|time)|or,? |alternatively|optional)\b/iu;
const DETAIL =
  /^\W*(?<what>time|when|duration|length|allow|time needed|suggested time|cost|price|entry|tickets?|admission|location|where|place)\s*:\s*/iu;
const PLACE_LABEL = /^\W*(?:location|where|place)\s*:\s*/iu;

/** Advice names hotels and streets that sound like places; only sure names count in it. */
const SURE = 0.85;

export function readLines(lines: readonly TextLine[], context: LinesContext): LinesReading {
  const state: State = { items: [], asides: [], part: null, meal: null, indent: -1, columns: null };
  for (const line of lines) {
    if (line.cells) readRow(line, state, context);
    else readLine(line, state, context);
  }
  return { items: state.items, asides: state.asides };
}

function readLine(line: TextLine, state: State, context: LinesContext): void {
  if (readDetail(line, state)) return;
  if (IF.test(line.text) || REMARK.test(line.text)) {
    state.asides.push(...partsOf(line, context).names.filter(({ confidence }) => confidence >= SURE));
    return;
  }
  const label = labelOf(line);
  if (label) {
    state.part = label.part;
    state.meal = label.part.meal;
    state.indent = -1;
    if (label.rest === null) return;
  }
  const isDetail = line.isBullet && state.indent >= 0 && line.indent > state.indent && !startsWithTime(line.text);
  const from = label?.rest ?? line.from;
  const read = readText({ from, to: line.to, isHead: !isDetail }, state, context);
  giveWindow(state, read, label?.time);
  if (!isDetail && read > 0 && line.isBullet) state.indent = line.indent;
  if (!isDetail && read > 0) state.meal = null;
  if (label?.part.meal && label.rest !== null) state.part = null;
}

/** "Afternoon (14:00–14:20): Picasso Museum" is its time; over several visits it is only when they are made. */
function giveWindow({ items }: State, read: number, time: SaidTime | undefined): void {
  const item = items.at(-1);
  if (time && item && read === 1 && item.time === null) item.time = time;
}

const startsWithTime = (text: string): boolean => /^\W*(?:around |about )?\d{1,2}(?:[:.h]\d{2}|\s?[ap]m)/i.test(text);

/** "Morning", "Afternoon (13:00–17:00):", "Lunch: …"; `rest` is where its own line goes on. */
function labelOf(line: TextLine): { part: DayPart; rest: number | null; time?: SaidTime | undefined } | null {
  const lead = /^[^\p{L}\d]*/u.exec(line.text)?.[0].length ?? 0;
  const found = readPart(line.text.slice(lead));
  if (!found) return null;
  const behind = line.text.slice(lead + found.length);
  const window = /^\s*\(([^)]*)\)/u.exec(behind);
  const after = behind.slice(window?.[0].length ?? 0);
  const separator = /^\s*(?:[:|]|-\s|-$)\s*/u.exec(after);
  const part = window ? narrowed(found.part, window[1] ?? "") : found.part;
  const isBare = /^\s*[:|-]?\s*$/.test(after);
  if (isBare) return { part, rest: null };
  if (!separator)
    return found.part.meal || !/^\s+(?:in|at|walk|stroll|visit)\b/iu.test(after)
      ? null
      : { part, rest: line.from + lead };
  const at = lead + found.length + (window?.[0].length ?? 0) + separator[0].length;
  const isTimeFirst =
    startsWithTime(line.text.slice(at)) &&
    /^\W*\d{1,2}[^\p{L}]*(?:[ap]\.?m\.?)?[^\p{L}]*(?:\d{1,2}[^\p{L}]*(?:[ap]\.?m\.?)?)?$/iu.test(line.text.slice(at));
  if (isTimeFirst) return { part: narrowed(part, line.text.slice(at)), rest: null };
  const offset = line.from + lead + found.length + 2;
  const [time] = window ? findTimes(window[1] ?? "").times : [];
  return { part, rest: line.from + at, time: time && { ...time, from: time.from + offset, to: time.to + offset } };
}

/** "Morning (9:00–12:00)". */
function narrowed(part: DayPart, text: string): DayPart {
  const [time] = findTimes(text).times;
  if (!time?.start || !time.end) return part;
  const isLate = part.from >= 720;
  const minute = (clock: NonNullable<SaidTime["start"]>): number => {
    const half = clock.half ?? (isLate && clock.hour < 12 ? "pm" : null);
    return (
      ((half === "pm" && clock.hour < 12 ? 12 : 0) + (half === "am" && clock.hour === 12 ? 0 : clock.hour)) * 60 +
      clock.minute
    );
  };
  const [from, to] = [minute(time.start), minute(time.end)];
  return to > from ? { ...part, from, to } : part;
}

/** "Duration: 2 hours" under an item is its length. */
function readDetail(line: TextLine, state: State): boolean {
  const label = DETAIL.exec(line.text);
  const item = state.items.at(-1);
  if (!label || !item || PLACE_LABEL.test(line.text)) return false;
  const what = label.groups?.what?.toLowerCase() ?? "";
  const rest = line.text.slice(label[0].length);
  const offset = line.from + label[0].length;
  if (/^(?:time|when)$/.test(what)) {
    const [time] = findTimes(rest).times;
    if (time && item.time === null) item.time = { ...time, from: time.from + offset, to: time.to + offset };
  }
  if (/time|duration|length|allow/.test(what)) item.minutes ??= findLengths(rest).lengths[0]?.minutes ?? null;
  if (/cost|price|entry|ticket|admission/.test(what)) item.price ??= findPrices(rest)[0] ?? null;
  return true;
}

interface Stretch {
  from: number;
  to: number;
  isHead: boolean;
}

function readText({ from, to, isHead }: Stretch, state: State, context: LinesContext): number {
  const parts = partsOf({ from, to }, context);
  const clauses = clausesOf(parts).map((clause): Clause => (isHead ? clause : { ...clause, isHead: false }));
  let count = 0;
  let { meal } = state;
  const clean = withGaps(context.source.clean, parts);
  for (const clause of clauses) {
    if (arrives(state.items.at(-1), clause, count)) continue;
    if (isOnlyWhen(clause, parts) && count > 0 && giveTime(state.items.at(-1), clause)) continue;
    const { items, asides } = readClause(clause, {
      clean,
      prices: parts.prices,
      bold: context.source.bold,
      part: state.part,
      meal,
      areas: context.areas,
      cityNames: context.cityNames,
    });
    state.items.push(...items);
    state.asides.push(...asides);
    if (items.length > 0) meal = null;
    count += items.length;
  }
  return count;
}

/** "…, arriving around 8:30 to beat the crowds": a time for what was named before it. */
function isOnlyWhen({ time, names, from, to }: Clause, { text, from: start }: Parts): boolean {
  if (!time || names.length > 0 || /[.!?]\s*$/.test(text.slice(0, from - start))) return false;
  const said = text.slice(from - start, to - start).replaceAll(GAP, "");
  return /^[\s,.;:)(-]*(?:$|(?:to|for|when|and|so|until|sharp|or|slot|entry|tickets?|tour|reservation|opening|start|onwards?)\b)/iu.test(
    said,
  );
}

/** "Eurostar 9:22 Paris Nord – 12:44 Amsterdam": the second time is when it gets there. */
function arrives(item: SaidItem | undefined, { time, names }: Clause, count: number): boolean {
  const isUnderWay = item?.type === "transport" || item?.type === "flight";
  if (!item?.time || !isUnderWay || count === 0 || !time?.start || names.length > 0 || item.time.end) return false;
  item.time = { ...item.time, end: time.start };
  return true;
}

function giveTime(item: SaidItem | undefined, { time }: Clause): boolean {
  if (!item || item.time !== null) return false;
  item.time = time;
  return true;
}

/** A line that says more times is no plan of anybody's. */
const MOST_TIMES = 200;

interface Parts {
  from: number;
  to: number;
  text: string;
  times: SaidTime[];
  lengths: ReturnType<typeof findLengths>["lengths"];
  prices: SaidPrice[];
  names: Named[];
}

const withGaps = (clean: string, { from, to, text }: Parts): string => clean.slice(0, from) + text + clean.slice(to);

function partsOf({ from, to }: { from: number; to: number }, { source, scope }: LinesContext): Parts {
  let text = source.clean.slice(from, to);
  const cut = (ranges: readonly { from: number; to: number }[]): void => {
    for (const range of ranges)
      text = text.slice(0, range.from) + GAP.repeat(range.to - range.from) + text.slice(range.to);
  };
  const prices = findPrices(text);
  cut(prices);
  const { times: all, about } = findTimes(text);
  const times = all.slice(0, MOST_TIMES);
  cut([...all, ...about]);
  const { lengths, ways } = findLengths(text);
  cut([...lengths, ...ways]);
  const tokens = nameTokens(text, from);
  const meals = mealWords(text);
  const wantsEatery = (start: number): boolean | null => {
    const at = (tokens[start]?.from ?? 0) - from;
    return meals.some((word) => word.to <= at && at - word.to < 40) ? true : null;
  };
  const names = resolveNames(tokens, scope, { wantsEatery }).map(
    (resolved): Named => ({
      ...resolved,
      from: tokens[resolved.start]?.from ?? from,
      to: tokens[resolved.end - 1]?.to ?? to,
    }),
  );
  const moved = <Range extends { from: number; to: number }>(range: Range): Range => ({
    ...range,
    from: range.from + from,
    to: range.to + from,
  });
  return { from, to, text, times: times.map(moved), lengths: lengths.map(moved), prices: prices.map(moved), names };
}

const SKIPPED_COLUMN =
  /^(?:notes?|tips?|details?|description|cost|price|budget|transport\p{L}*|getting|travel|distance|why|meals? cost|address|hours|booking|remarks?|comments?)/iu;

/** A table's row: its cells share a time; a column named after a part of the day is that part. */
function readRow(line: TextLine, state: State, context: LinesContext): void {
  const cells = line.cells ?? [];
  if (cells.every(({ text }) => /^[\s:-]*$/.test(text))) return;
  if (readColumns(cells, state)) return;
  state.meal = null;
  if (state.part?.meal) state.part = null;
  const rowTime = timeOfRow(cells, state.columns ?? []);
  const before = state.items.length;
  for (const { index, cell } of inReadingOrder(cells, state.columns ?? [])) {
    const head = state.columns?.[index] ?? "";
    const isRead = rowTime?.cell === index || /^(?:day|date|#|duration)/.test(head) || SKIPPED_COLUMN.test(head);
    if (!isRead) readCell(cell, head, { state, context, isFirst: state.items.length === before });
  }
  settleRow(cells, state, before, rowTime?.time ?? null);
}

/** "Lunch" as a cell says what the next ones are; the column of places says where, before any other says what. */
function inReadingOrder(
  cells: NonNullable<TextLine["cells"]>,
  columns: readonly string[],
): { index: number; cell: NonNullable<TextLine["cells"]>[number] }[] {
  const rank = (index: number, text: string): number => {
    const label = readPart(text.trim());
    if (label && label.length >= text.trim().length) return 0;
    return /^(?:place|location|attraction|where|venue|sight|stop)/.test(columns[index] ?? "") ? 1 : 2;
  };
  return cells
    .map((cell, index) => ({ cell, index }))
    .sort((a, b) => rank(a.index, a.cell.text) - rank(b.index, b.cell.text) || a.index - b.index);
}

const COLUMN =
  /^(?:time|day|activity|activities|place|morning|what|when|stop|attraction|location|part|hour|date|plan|itinerary|#)/;

/** The first row names the columns, unless it already says a time. */
function readColumns(cells: NonNullable<TextLine["cells"]>, state: State): boolean {
  const heads = cells.map(({ text }) => text.trim().toLowerCase());
  const isHead = heads.some((head) => COLUMN.test(head)) && !heads.some((head) => /\d[:h]\d|\d ?[ap]m/.test(head));
  if (state.columns !== null || !isHead) {
    state.columns ??= [];
    return false;
  }
  state.columns = heads;
  return true;
}

function readCell(
  cell: NonNullable<TextLine["cells"]>[number],
  head: string,
  { state, context, isFirst }: { state: State; context: LinesContext; isFirst: boolean },
): void {
  const text = cell.text.trim();
  const ofColumn = readPart(head)?.part ?? null;
  const label = ofColumn ? null : readPart(text);
  const part = ofColumn ?? (label && label.length >= text.length ? label.part : null);
  if (part) {
    state.part = part;
    state.meal = part.meal;
  }
  if (!ofColumn && part) return;
  const lead = cell.text.length - cell.text.trimStart().length;
  readText({ from: cell.from + lead, to: cell.to, isHead: ofColumn !== null || isFirst }, state, context);
}

function timeOfRow(
  cells: NonNullable<TextLine["cells"]>,
  columns: readonly string[],
): { time: SaidTime; cell: number } | null {
  for (const [index, { text, from }] of cells.entries()) {
    const [time] = findTimes(text).times;
    const isTimeCell = /^(?:time|when|hour)/.test(columns[index] ?? "") || /^[\s\d:.hapmAPM~-]+$/.test(text);
    if (time && isTimeCell) return { time: { ...time, from: time.from + from, to: time.to + from }, cell: index };
  }
  return null;
}

function settleRow(
  cells: NonNullable<TextLine["cells"]>,
  { items, columns }: State,
  before: number,
  time: SaidTime | null,
): void {
  const added = items.slice(before);
  const shared = added[0]?.clause;
  for (const item of added) {
    if (time && item.time === null && shared) {
      item.time = time;
      item.clause = shared;
    }
  }
  const [first] = added;
  const lengthCell = cells.find((_, index) => /^(?:duration|length|time needed)/.test(columns?.[index] ?? ""));
  if (first && lengthCell) first.minutes ??= findLengths(lengthCell.text).lengths[0]?.minutes ?? null;
}
