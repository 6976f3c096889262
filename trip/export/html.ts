/**
 * A plan as one page that needs nothing else: no script, no request, no font from afar. It is written
 * for somebody on a street with a phone and no network; its links lead out only when they are tapped.
 */
import { formatDateShort } from "../calendar.ts";
import { drawMap, routeClass } from "../map/draw-map.ts";
import { escapeMarkup } from "../map/markup.ts";
import type { PlanDocument } from "../plan-document.ts";
import { COST_HEADINGS, type CostRow, missingText } from "./costs.ts";
import { dayCard, dayId, mapStopsOf, routeOf, spokenStops } from "./html-day.ts";
import { PAGE_STYLE } from "./html-style.ts";
import { attributionOf, CAUTION, type DayReading, type PlanReading, readPlan } from "./plan-reading.ts";
import { listed } from "./words.ts";

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

function head({ title, dates, party, pace, cities, advice }: PlanReading): string {
  const isSameAsTitle = cities.every((city) => title.includes(city));
  const facts = [...(isSameAsTitle ? [] : [listed(cities)]), dates, party, pace];
  const tone = advice.problems.length > 0 ? "verdict bad" : "verdict";
  return [
    '<header class="head wrap">',
    `<h1 dir="auto">${escapeMarkup(title)}</h1>`,
    `<p class="facts">${escapeMarkup(facts.join(" · "))}</p>`,
    `<p class="${tone}">${escapeMarkup(advice.verdict)}</p>`,
    "</header>",
  ].join("\n");
}

function daysNav({ days }: PlanReading): string {
  const chips = days.map(
    (day) =>
      `<li><a href="#${dayId(day.day.dayNumber)}"><span class="dot ${routeClass(routeOf(day))}"></span>${formatDateShort(day.day.date)}</a></li>`,
  );
  return `<nav class="days-nav" aria-label="Days"><ol class="wrap">${chips.join("")}</ol></nav>`;
}

function panel(heading: string, body: string, tone = ""): string {
  return body === "" ? "" : `<section class="panel${tone}"><h2>${heading}</h2>${body}</section>`;
}

function list(lines: readonly string[]): string {
  return lines.length === 0 ? "" : `<ul>${lines.map((line) => `<li>${escapeMarkup(line)}</li>`).join("")}</ul>`;
}

/** Days that follow each other in one city share a map. */
function staysOf(days: readonly DayReading[]): DayReading[][] {
  const stays: DayReading[][] = [];
  for (const day of days) {
    const stay = stays.at(-1);
    if (stay?.[0]?.day.city.id === day.day.city.id) stay.push(day);
    else stays.push([day]);
  }
  return stays;
}

function legend(days: readonly DayReading[]): string {
  const entries = days.map(
    (day) =>
      `<li><span class="dot ${routeClass(routeOf(day))}"></span>${day.label}, ${formatDateShort(day.day.date)}</li>`,
  );
  return `<figcaption><ul class="legend">${entries.join("")}</ul></figcaption>`;
}

function citySection(days: readonly DayReading[], index: number, isOnlyCity: boolean): string {
  const city = days[0]?.city ?? "";
  const stops = mapStopsOf(days);
  const mapped = days.filter(({ items }) => items.some(({ stop }) => stop !== null));
  const map = drawMap({
    id: `map-${index + 1}`,
    title: `Map of ${city}`,
    description: `The stops of ${days.length === 1 ? "one day" : `${days.length} days`}, numbered as in the list: ${spokenStops(stops)}.`,
    stops,
    withLabels: mapped.length === 1,
  });
  return [
    `<section class="city${map ? " mapped" : ""}">`,
    `<h2 dir="auto">${isOnlyCity ? "Day by day" : escapeMarkup(city)}</h2>`,
    map ? `<figure>${map}${legend(mapped)}</figure>` : "",
    `<div class="days">${days.map((day) => dayCard(day, { withMap: mapped.length > 1 })).join("\n")}</div>`,
    "</section>",
  ].join("\n");
}

function costRow({ label, known, withEstimates }: CostRow): string {
  const cells = [known, withEstimates].map((cell) => `<td>${escapeMarkup(cell)}</td>`).join("");
  return `<tr><th scope="row">${escapeMarkup(label)}</th>${cells}</tr>`;
}

function costPanel({ costs, party }: PlanReading): string {
  const headings = [COST_HEADINGS.known, COST_HEADINGS.withEstimates].map((text) => `<th scope="col">${text}</th>`);
  const after = [costs.judgement, missingText(costs)].flatMap((text) =>
    text ? [`<p class="judgement">${escapeMarkup(text)}</p>`] : [],
  );
  return panel(
    `Cost for ${escapeMarkup(party)}`,
    [
      `<table><thead><tr><th scope="col"></th>${headings.join("")}</tr></thead>`,
      `<tbody>${costs.rows.map(costRow).join("")}</tbody>`,
      `<tfoot>${costRow(costs.total)}</tfoot></table>`,
      ...after,
    ].join(""),
  );
}

function linkList({ links }: PlanReading): string {
  if (links.length === 0) return "";
  const entries = links.map(
    ({ name, url }) =>
      `<li><a href="${escapeMarkup(new URL(url).href)}" rel="noopener noreferrer">${escapeMarkup(name)}</a></li>`,
  );
  return `<ul class="links">${entries.join("")}</ul>`;
}

function main(reading: PlanReading): string {
  const { advice } = reading;
  const stays = staysOf(reading.days);
  return [
    '<main class="wrap">',
    panel("What does not hold", list(advice.problems), " bad"),
    panel("Before you go", list(advice.warnings)),
    ...stays.map((days, index) => citySection(days, index, stays.length === 1)),
    panel("Flights and beds", list(reading.bookings)),
    '<div class="columns">',
    costPanel(reading),
    `<div>${panel("Assumed for you", list(reading.assumptions))}${panel("Where to look further", linkList(reading))}</div>`,
    "</div>",
    "</main>",
  ].join("\n");
}

export function htmlOf(plan: PlanDocument): string {
  const reading = readPlan(plan);
  return `${[
    "<!doctype html>",
    '<html lang="en">',
    '<head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeMarkup(reading.title)}</title>`,
    `<style>${PAGE_STYLE}</style></head>`,
    "<body>",
    head(reading),
    daysNav(reading),
    main(reading),
    `<footer class="wrap"><p>${escapeMarkup(CAUTION)} Names of places open in OpenStreetMap.</p>`,
    `<p>${escapeMarkup(attributionOf(plan))}</p></footer>`,
    "</body></html>",
  ].join("\n")}\n`;
}
