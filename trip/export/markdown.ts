/** A plan as a Markdown page to send to family. */
import type { PlanDocument } from "../plan-document.ts";
import { COST_HEADINGS, type CostSummary, missingText } from "./costs.ts";
import {
  attributionOf,
  CAUTION,
  type DayReading,
  type ItemReading,
  type PlanReading,
  readPlan,
} from "./plan-reading.ts";
import { capitalised } from "./words.ts";

/** Text stays text: no emphasis, links, images, tables, HTML or entities out of a place's name. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#!|~&$]/g, (sign) => `\\${sign}`)
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(/\b(www)\./gi, "$1\\.")
    .replace(/@/g, "\\@");
}

function linkText({ name, url }: { name: string; url: string }): string {
  return `[${escapeMarkdown(name)}](<${new URL(url).href}>)`;
}

function itemLines({ time, title, cost, leg, notes, reason, travel, tickets }: ItemReading): string[] {
  const facts = [title, ...[leg, cost].flatMap((fact) => fact ?? []), ...notes].map(escapeMarkdown).join(" · ");
  const way = travel ? [`- *↓ ${escapeMarkdown(travel)}*`] : [];
  const more = [
    ...(reason === null ? [] : [escapeMarkdown(capitalised(reason))]),
    ...(tickets.length === 0 ? [] : [`Tickets and tours: ${tickets.map(linkText).join(" · ")}`]),
  ];
  // Two spaces at a line's end break the line inside the list entry, and stay invisible in plain text.
  return [...way, [`- **${time}** ${facts}`, ...more.map((line) => `  ${line}`)].join("  \n")];
}

function daySection({ label, date, city, items, cost }: DayReading): string {
  const body = items.length === 0 ? ["Nothing is planned on this day."] : items.flatMap(itemLines);
  const foot = cost ? ["", `Cost of the day: ${escapeMarkdown(cost)}.`] : [];
  return [`## ${label} · ${date} · ${escapeMarkdown(city)}`, "", ...body, ...foot].join("\n");
}

function costSection(costs: CostSummary, party: string): string {
  const rows = [...costs.rows, costs.total].map(
    ({ label, known, withEstimates }) => `| ${[label, known, withEstimates].map(escapeMarkdown).join(" | ")} |`,
  );
  const after = [costs.judgement, missingText(costs)].flatMap((text) => (text ? ["", escapeMarkdown(text)] : []));
  return [
    `## Cost for ${party}`,
    "",
    `| | ${COST_HEADINGS.known} | ${COST_HEADINGS.withEstimates} |`,
    "| --- | ---: | ---: |",
    ...rows,
    ...after,
  ].join("\n");
}

function listSection(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [[`## ${heading}`, "", ...lines.map((line) => `- ${line}`)].join("\n")];
}

function head({ title, dates, party, pace, cities, advice }: PlanReading): string {
  const facts = [dates, cities.join(" and "), party, pace].map(escapeMarkdown).join(" · ");
  return [`# ${escapeMarkdown(title)}`, "", facts, "", escapeMarkdown(advice.verdict)].join("\n");
}

export function markdownOf(plan: PlanDocument): string {
  const reading = readPlan(plan);
  const { advice, bookings, links, assumptions } = reading;
  const sections = [
    head(reading),
    ...listSection("What does not hold", advice.problems.map(escapeMarkdown)),
    ...listSection("Before you go", advice.warnings.map(escapeMarkdown)),
    ...reading.days.map(daySection),
    ...listSection("Flights and beds", bookings.map(escapeMarkdown)),
    costSection(reading.costs, reading.party),
    ...listSection("Assumed for you", assumptions.map(escapeMarkdown)),
    ...listSection("Where to look further", links.map(linkText)),
    `${CAUTION} ${escapeMarkdown(attributionOf(plan))}.`,
  ];
  return `${sections.join("\n\n")}\n`;
}
