/** The text as days: which lines belong to which, and what stands before, between and after them and is no plan. */

import { WEEKDAY_SHORT } from "../date-words.ts";
import { type DayHead, type HeadOptions, readHead } from "./day-heads.ts";
import { type DayStyle, dayStyleOf } from "./day-style.ts";
import type { SourceText } from "./source-text.ts";
import { linesOf, type TextLine } from "./text-lines.ts";

export interface SaidDay {
  head: DayHead | null;
  /** The heading's own line. */
  headLine: TextLine | null;
  lines: TextLine[];
  /** A section's name above it: "Lisbon", "Porto (2 nights)". */
  section: TextLine | null;
}

export interface SaidPlan {
  /** Title, dates, party: everything before the first day. */
  preamble: TextLine[];
  days: SaidDay[];
}

/** Sections of advice: what stands in them is not planned. */
const ADVICE =
  /^(?:travel |general |practical |some |key |useful |money[- ]saving |pro |local |quick |final |important |additional |packing |dining |food |booking )*(?:tips?|notes?|advice|recommendations?|suggestions?|budget|costs?|estimated|total|packing|what to (?:pack|bring|wear)|getting (?:around|there)|transport(?:ation)?(?: tips)?|where to (?:stay|eat)|accommodations?|alternatives?|optional|if you have|things to|reminders?|reservations?|bookings?|good to know|highlights|summary|weather|etiquette|resources|links|faqs?|enjoy|have a|let me|would you|do you|feel free|bon voyage|safe travels|this itinerary|remember|extra)\b/iu;
const LIST_IN_TABLE = /\|/;

export function splitDays(source: SourceText, from: string): SaidPlan {
  const lines = linesOf(source);
  const splitter = new DaySplitter({ from, style: dayStyleOf(lines, from) });
  for (const line of lines) splitter.read(line);
  const { plan } = splitter;
  if (plan.days.length === 0) return withoutHeads(plan);
  return withFirstDay({ ...plan, days: withoutRepeats(plan.days) });
}

class DaySplitter {
  readonly plan: SaidPlan = { preamble: [], days: [] };
  readonly #options: Omit<HeadOptions, "previous">;
  #day: SaidDay | null = null;
  #section: TextLine | null = null;
  /** The row that names the columns of a table with a row for each day. */
  #columns: TextLine | null = null;
  #previous = 0;
  #isAdvice = false;
  /** The day is told in rows of a table with a row for each day or more. */
  #isTable = false;

  constructor(options: Omit<HeadOptions, "previous">) {
    this.#options = options;
  }

  read(line: TextLine): void {
    if (line.cells && this.#readRow(line)) return;
    const head = line.cells ? null : readHead(line, { ...this.#options, previous: this.#previous });
    if (head) this.#begin(head, line);
    else this.#continue(line);
  }

  #begin(head: DayHead, line: TextLine): void {
    this.#isAdvice = false;
    this.#isTable = false;
    if (head.untilNumber !== null) {
      this.#section = line;
      this.#day = null;
      return;
    }
    this.#previous = head.number ?? this.#previous + 1;
    this.#day = { head, headLine: line, lines: [], section: this.#section };
    this.plan.days.push(this.#day);
  }

  #continue(line: TextLine): void {
    if (isSectionEnd(line)) this.#isAdvice = true;
    else if (line.isHeading && !line.isBullet && SECTION.test(line.text)) this.#section = line;
    if (this.#isAdvice) return;
    if (this.#day) {
      this.#day.lines.push(line);
      return;
    }
    this.plan.preamble.push(line);
    if (line.isHeading || line.text.length < 60) this.#section = line;
  }

  #readRow(line: TextLine): boolean {
    const row = rowOfDay(line, this.#options.from, this.plan.days.length);
    if (row === null) {
      const isGoingOn = this.#isTable && this.#day !== null && line.cells?.[0]?.text.trim() === "";
      if (isGoingOn) this.#day?.lines.push(withoutFirstCell(line));
      else if (line.cells?.some(({ text }) => /\p{L}/u.test(text))) this.#columns = line;
      return isGoingOn;
    }
    if (!this.#day || !isSameDay(this.#day.head, row.head)) {
      const lines = this.#columns?.cells ? [withoutFirstCell(this.#columns)] : [];
      this.#day = { head: row.head, headLine: null, lines, section: this.#section };
      this.plan.days.push(this.#day);
    }
    this.#isTable = true;
    this.#day.lines.push(row.line);
    this.#isAdvice = false;
    return true;
  }
}

const SECTION = /^(?:day|part|section|leg|city)\b/i;

/** A cell says its day by itself. */
const IN_TABLE: DayStyle = {
  ...{ isNumbered: false, isByWeekday: false, isByDate: false, isDateLast: false },
  firstOrdinal: null,
};
const SHORT_WEEKDAY = new RegExp(`^${WEEKDAY_SHORT}$`, "iu");

/** "| Day 2 | Uffizi | Trattoria Mario |": a day in a table has its name in the first cell. */
function rowOfDay(line: TextLine, from: string, previous: number): { head: DayHead; line: TextLine } | null {
  const first = line.cells?.[0];
  const text = first?.text.trim() ?? "";
  if (!first || !(/\d|day$/i.test(text) || SHORT_WEEKDAY.test(text))) return null;
  const asLine = { ...line, text: /^\d{1,2}(?: \p{L}{3,9})?$/u.test(text) ? `Day ${text}` : text, cells: null };
  const head = /[:h]\d{2}/.test(text) ? null : readHead(asLine, { from, previous, style: IN_TABLE });
  if (!head) return null;
  return { head: { ...head, rest: { from: first.to, to: first.to } }, line: withoutFirstCell(line) };
}

function isSameDay(one: DayHead | null, other: DayHead): boolean {
  if (one === null || one.number !== other.number) return false;
  return one.number !== null || (one.date === other.date && one.weekday === other.weekday);
}

const withoutFirstCell = (line: TextLine): TextLine => ({ ...line, cells: line.cells?.slice(1) ?? null });

/** A heading of advice, or the parting words after the last day. */
function isSectionEnd(line: TextLine): boolean {
  if (!ADVICE.test(line.text) || LIST_IN_TABLE.test(line.text)) return false;
  const isTitle = line.isHeading || /^[^.!?]{3,45}:?\s*$/u.test(line.text) || /^[^:]{3,30}:/.test(line.text);
  return (
    !line.isBullet &&
    line.indent === 0 &&
    (isTitle ||
      /^(?:enjoy|let me|would you|feel free|have a|safe travels|this itinerary|remember|do you)\b/i.test(line.text))
  );
}

/** An overview and the same days in detail: the fuller telling counts. */
function withoutRepeats(days: SaidDay[]): SaidDay[] {
  const lengthOf = ({ lines, head }: SaidDay): number =>
    lines.reduce((sum, { text }) => sum + text.length, 0) + (head ? head.rest.to - head.rest.from : 0);
  const firstAgain = days.findIndex(
    ({ head }, index) => index > 0 && head?.number === 1 && days[0]?.head?.number === 1,
  );
  if (firstAgain <= 0) return days;
  const [before, after] = [days.slice(0, firstAgain), days.slice(firstAgain)];
  const total = (part: SaidDay[]): number => part.reduce((sum, day) => sum + lengthOf(day), 0);
  return total(after) >= total(before) ? after : before;
}

const FIRST_DAY = /\b(?:first day|day one|to begin|start(?:ing)? (?:with|at|your)|begin)\b/iu;

/** "I'd start with … On the second day …": the first day is told before any other is named. */
function withFirstDay(plan: SaidPlan): SaidPlan {
  const told = plan.preamble.filter(({ text, isHeading }) => !isHeading && FIRST_DAY.test(text));
  if (plan.days[0]?.head?.number !== 2 || told.length === 0) return plan;
  const first = { head: null, headLine: null, lines: told, section: plan.days[0].section };
  return { ...plan, days: [first, ...plan.days] };
}

/** No heading at all: everything is one day, or a table has a row for each. */
function withoutHeads({ preamble }: SaidPlan): SaidPlan {
  return {
    preamble: preamble.slice(0, 2),
    days: [{ head: null, headLine: null, lines: preamble, section: null }],
  };
}
