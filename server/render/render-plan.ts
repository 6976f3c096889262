/** A plan on the terminal: what a traveller wants to read, and nothing else. */

import { CAUTION, type PlanReading, placeAttribution, readPlan } from "../../trip/export/plan-reading.ts";
import { plainText } from "../../trip/export/words.ts";
import type { PlanDocument } from "../../trip/plan-document.ts";
import { type Page, pageOf } from "./page.ts";
import { costLines } from "./render-costs.ts";
import { dayLines } from "./render-day.ts";
import { padRight, widest, wrapText } from "./text-layout.ts";

export interface RenderOptions {
  color: boolean;
  /** Columns of the terminal. */
  width: number;
  /** The planner's own words, shown above the days. */
  answer?: string;
  /** Where the plan is stored and what was written; shown last, as they are. */
  footer?: readonly string[];
}

function bulleted(lines: readonly string[], { width }: Page): string[] {
  return lines.flatMap((line) =>
    wrapText(line, width - 4).map((part, index) => `${index === 0 ? "  • " : "    "}${part}`),
  );
}

/** Heading and body, or nothing at all. */
function section(heading: string, body: readonly string[]): string[] {
  return body.length === 0 ? [] : ["", heading, ...body];
}

/** A model's answer may have paragraphs; it may not move the cursor. */
function answerLines(answer: string, { width }: Page): string[] {
  const paragraphs = answer.split(/\r\n|\r|\n/).map(plainText);
  const lines = paragraphs.flatMap((paragraph) => wrapText(paragraph, width));
  return lines.every((line) => line === "") ? [] : ["", ...lines];
}

function head({ title, dates, party, pace }: PlanReading, { paint, width }: Page): string[] {
  return [...wrapText(title, width).map(paint.strong), ...wrapText([dates, party, pace].join(" · "), width)];
}

function linkLines({ links }: PlanReading, { paint }: Page): string[] {
  const names = widest(links.map(({ name }) => name));
  return links.map(({ name, url }) => `  ${padRight(name, names)}  ${paint.faint(new URL(url).href)}`);
}

function verdictLines({ advice }: PlanReading, { paint, width }: Page): string[] {
  const tone = advice.problems.length > 0 ? paint.bad : paint.good;
  return ["", ...wrapText(advice.verdict, width).map(tone), ...wrapText(CAUTION, width).map(paint.faint)];
}

/** The built-in catalogue asks for nothing; what was imported may. */
function attributionLines({ attributions }: PlanDocument, { paint, width }: Page): string[] {
  return attributions.length === 0 ? [] : wrapText(placeAttribution(attributions), width).map(paint.faint);
}

export function renderPlan(plan: PlanDocument, { color, width, answer = "", footer = [] }: RenderOptions): string {
  const reading = readPlan(plan);
  const page = pageOf({ color, width });
  const { strong, bad } = page.paint;
  return [
    ...head(reading, page),
    ...answerLines(answer, page),
    ...reading.days.flatMap((day) => ["", ...dayLines(day, page)]),
    ...section(strong("Flights and beds"), bulleted(reading.bookings, page)),
    "",
    ...costLines(reading, page),
    ...section(bad("What does not hold"), bulleted(reading.advice.problems, page)),
    ...section(strong("Before you go"), bulleted(reading.advice.warnings, page)),
    ...section(strong("Assumed for you"), bulleted(reading.assumptions, page)),
    ...section(strong("Where to look further"), linkLines(reading, page)),
    ...verdictLines(reading, page),
    ...attributionLines(plan, page),
    ...(footer.length > 0 ? ["", ...footer] : []),
  ].join("\n");
}
