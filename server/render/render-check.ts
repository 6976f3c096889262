/** A judged itinerary on the terminal: its days with a mark for each item, and what is behind the marks. */

import type { RepairedPlan } from "../../tools/repaired-plan.ts";
import type { Budget } from "../../trip/budget.ts";
import { counted, dayText, plainText } from "../../trip/export/words.ts";
import type { DayDraft, ItemDraft } from "../../trip/itinerary.ts";
import type { Verdict, Violation } from "../../trip/verdict.ts";
import { type Page, pageOf } from "./page.ts";
import { wrapText } from "./text-layout.ts";

type CheckedItem = Pick<ItemDraft, "title" | "startTime" | "endTime" | "placeId" | "type"> & {
  isTimeAssumed?: boolean | undefined;
};

export interface CheckedPlan {
  days: readonly (Pick<DayDraft, "dayNumber" | "date" | "city"> & { items: readonly CheckedItem[] })[];
  verdict: Verdict;
  /** Names that no place answers to. */
  unresolved: readonly string[];
  assumptions: readonly string[];
  budget?: Budget | undefined;
  /** The nearest plan that holds, where this one does not. */
  repaired: RepairedPlan | null;
}

const INDENT = 19;

export function renderCheck(plan: CheckedPlan, { color, width }: { color: boolean; width: number }): string {
  const page = pageOf({ color, width });
  const { strong } = page.paint;
  const general = plan.verdict.violations.filter(({ path }) => !path.startsWith("days["));
  return [
    ...plan.days.flatMap((day, index) => [...dayLines(plan, day, index, page), ""]),
    ...section(
      strong("The plan as a whole"),
      general.flatMap((violation) => findingLines(violation, 2, page)),
    ),
    ...section(strong("Not found, and so not checked"), bulleted(plan.unresolved.map(plainText), page)),
    ...section(strong("Assumed"), bulleted(plan.assumptions, page)),
    ...verdictLines(plan, page),
    ...repairLines(plan, page),
  ].join("\n");
}

const section = (heading: string, body: readonly string[]): string[] =>
  body.length === 0 ? [] : [heading, ...body, ""];

const bulleted = (lines: readonly string[], { width }: Page): string[] =>
  lines.flatMap((line) => wrapText(line, width - 4).map((part, index) => `${index === 0 ? "  • " : "    "}${part}`));

function dayLines(plan: CheckedPlan, day: CheckedPlan["days"][number], index: number, page: Page): string[] {
  const path = `days[${index}]`;
  const of = (at: string): Violation[] => plan.verdict.violations.filter((violation) => violation.path === at);
  const heading = `Day ${day.dayNumber} · ${dayText(day.date)} · ${plainText(day.city.name)}`;
  const items = day.items.flatMap((item, position) => itemLines(item, of(`${path}.items[${position}]`), page));
  return [
    ...wrapText(heading, page.width).map(page.paint.heading),
    ...(items.length > 0 ? items : ["  Nothing is planned on this day."]),
    ...of(path).flatMap((violation) => findingLines(violation, 2, page)),
  ];
}

function markOf(found: readonly Violation[], { paint }: Page): string {
  if (found.some(({ severity }) => severity === "error")) return paint.bad("✗");
  return found.length > 0 ? paint.note("!") : paint.good("✓");
}

function itemLines(item: CheckedItem, found: readonly Violation[], page: Page): string[] {
  const { startTime, endTime, title, isTimeAssumed = false } = item;
  const time = `${isTimeAssumed ? "~" : " "}${startTime}–${endTime}`;
  const [first = "", ...rest] = wrapText(plainText(title), page.width - INDENT);
  return [
    `  ${markOf(found, page)} ${time}  ${page.paint.strong(first)}`,
    ...rest.map((line) => `${" ".repeat(INDENT)}${page.paint.strong(line)}`),
    ...found.flatMap((violation) => findingLines(violation, INDENT, page)),
  ];
}

function findingLines({ message, severity }: Violation, indent: number, { paint, width }: Page): string[] {
  const tone = severity === "error" ? paint.bad : paint.note;
  const mark = severity === "error" ? "✗ " : "! ";
  return wrapText(plainText(message), width - indent - 2).map(
    (line, index) => `${" ".repeat(indent)}${tone(`${index === 0 ? mark : "  "}${line}`)}`,
  );
}

function verdictLines({ verdict, days }: CheckedPlan, { paint, width }: Page): string[] {
  const errors = verdict.violations.filter(({ severity }) => severity === "error").length;
  const warnings = verdict.violations.length - errors;
  const assumed = days.some(({ items }) => items.some(({ isTimeAssumed }) => isTimeAssumed));
  const text = verdict.ok
    ? `This plan holds${warnings > 0 ? `; ${counted(warnings, "thing", "things")} to mind` : ""}.`
    : `This plan does not hold: ${counted(errors, "problem", "problems")}, ${counted(warnings, "thing", "things")} to mind.`;
  const note = assumed ? wrapText("~ is a time the text does not say.", width).map(paint.faint) : [];
  return [...wrapText(text, width).map(verdict.ok ? paint.good : paint.bad), ...note];
}

/** What would have to change for the plan to hold; the whole of it is in `--json`. */
function repairLines({ repaired }: CheckedPlan, page: Page): string[] {
  if (repaired === null || repaired.changes.length === 0) return [];
  const heading = repaired.verdict.ok ? "It would hold with these changes" : "Nearer to one that holds";
  return ["", page.paint.strong(heading), ...bulleted(repaired.changes.map(changeText), page)];
}

const at = (moment: { date: string; startTime: string }): string => `${moment.startTime} on ${dayText(moment.date)}`;

function changeText({ kind, title, from, to }: RepairedPlan["changes"][number]): string {
  const what = plainText(title);
  if (kind === "dropped" && from) return `without ${what} at ${at(from)}`;
  if (kind === "added" && to) return `${what} at ${at(to)}`;
  return from && to ? `${what} at ${at(to)} instead of ${from.date === to.date ? from.startTime : at(from)}` : what;
}
