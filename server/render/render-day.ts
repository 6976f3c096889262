/** One day on the terminal: times on the left, costs on the right, the way between stops in between. */
import type { DayReading, ItemReading } from "../../trip/export/plan-reading.ts";
import type { Page } from "./page.ts";
import { columnsOf, padRight, wrapText } from "./text-layout.ts";

/** "  09:30–11:00  ". */
const INDENT = 15;
/** Narrower than this, a title reads better with its cost on a line of its own. */
const LEAST_TITLE_COLUMNS = 24;
const GAP = 2;

function titleLines({ time, title, cost }: ItemReading, { paint, width }: Page): string[] {
  const room = width - INDENT;
  const costColumns = cost === null ? 0 : columnsOf(cost) + GAP;
  const isBeside = room - costColumns >= LEAST_TITLE_COLUMNS;
  const [first = "", ...rest] = wrapText(title, isBeside ? room - costColumns : room);
  const left = padRight(`  ${time}`, INDENT);
  const margin = " ".repeat(INDENT);
  const more = rest.map((line) => `${margin}${paint.strong(line)}`);
  if (cost === null) return [`${left}${paint.strong(first)}`, ...more];
  if (!isBeside) return [`${left}${paint.strong(first)}`, ...more, `${margin}${cost}`];
  const space = " ".repeat(room - columnsOf(first) - columnsOf(cost));
  return [`${left}${paint.strong(first)}${space}${cost}`, ...more];
}

function itemLines(reading: ItemReading, page: Page): string[] {
  const { travel, leg, reason, notes } = reading;
  const { paint, width } = page;
  const under = (text: string | null, tone: (line: string) => string): string[] =>
    text ? wrapText(text, width - INDENT).map((line) => `${" ".repeat(INDENT)}${tone(line)}`) : [];
  return [
    ...under(travel && `↓ ${travel}`, paint.faint),
    ...titleLines(reading, page),
    ...under(leg, paint.faint),
    ...under(reason, paint.faint),
    ...under(notes.join(" · "), paint.note),
  ];
}

export function dayLines({ label, date, city, items, cost }: DayReading, page: Page): string[] {
  const { paint, width } = page;
  const body =
    items.length === 0 ? ["  Nothing is planned on this day."] : items.flatMap((item) => itemLines(item, page));
  const foot = cost === null ? [] : ["", ...wrapText(`Cost of the day: ${cost}`, width - 2).map((line) => `  ${line}`)];
  return [...wrapText(`${label} · ${date} · ${city}`, width).map(paint.heading), "", ...body, ...foot];
}
