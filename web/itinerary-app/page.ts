/** The page's markup for a plan. Text is escaped here and in `day-card.ts`, and nowhere set as anything but text. */
import { formatDateShort } from "../../trip/calendar.ts";
import { COST_HEADINGS, type CostRow } from "../../trip/export/costs.ts";
import { drawMap, type MapStop, routeClass } from "../../trip/map/draw-map.ts";
import { escapeMarkup } from "../../trip/map/markup.ts";
import { dayCard, routeOf } from "./day-card.ts";
import type { CostsView, DayView, ItineraryView } from "./itinerary-view.ts";
import { markerName } from "./view-of-plan.ts";

/** What the host lets the page do: what it does not, the page does not offer. */
export interface Abilities {
  openLinks: boolean;
}

const OK_SIGN = '<path d="M3.5 8.5l3 3 6-7"/>';
const BAD_SIGN = '<path d="M8 3v6M8 12v.5"/>';

function sign(isOk: boolean): string {
  return `<svg class="sign" viewBox="0 0 16 16" aria-hidden="true">${isOk ? OK_SIGN : BAD_SIGN}</svg>`;
}

function list(lines: readonly string[]): string {
  return `<ul>${lines.map((line) => `<li dir="auto">${escapeMarkup(line)}</li>`).join("")}</ul>`;
}

function panel(heading: string, lines: readonly string[], tone = ""): string {
  if (lines.length === 0) return "";
  return `<section class="panel ${tone}"><h2>${escapeMarkup(heading)}</h2>${list(lines)}</section>`;
}

function head({ title, facts, verdict, news }: ItineraryView): string {
  return [
    `<header><h1 dir="auto">${escapeMarkup(title)}</h1>`,
    facts.length > 0 ? `<p class="facts">${escapeMarkup(facts.join(" · "))}</p>` : "",
    verdict
      ? `<p class="verdict ${verdict.isOk ? "good" : "bad"}">${sign(verdict.isOk)}<span>${escapeMarkup(verdict.text)}</span></p>`
      : "",
    ...news.map((text) => `<p class="news" dir="auto">${escapeMarkup(text)}</p>`),
    "</header>",
  ].join("");
}

function chooser(days: readonly DayView[]): string {
  if (days.length < 2) return "";
  const choices = days.map(
    (day) =>
      `<button type="button" data-choose="${day.dayNumber}" aria-pressed="false"><span class="dot ${routeClass(routeOf(day))}"></span>${formatDateShort(day.date)}</button>`,
  );
  return `<nav aria-label="Days"><button type="button" data-choose="" aria-pressed="true">All days</button>${choices.join("")}</nav>`;
}

/** Days that follow each other in one city share a map. */
function staysOf(days: readonly DayView[]): DayView[][] {
  const stays: DayView[][] = [];
  for (const day of days) {
    const stay = stays.at(-1);
    if (stay?.[0]?.cityId === day.cityId) stay.push(day);
    else stays.push([day]);
  }
  return stays;
}

function mapStops(days: readonly DayView[]): MapStop[] {
  return days.flatMap((day) =>
    day.items.flatMap((item) => {
      const { number, location } = item;
      return number === null || !location ? [] : [{ number, location, label: markerName(item), route: routeOf(day) }];
    }),
  );
}

function mapOf(days: readonly DayView[], index: number): string {
  const stops = mapStops(days);
  const city = days[0]?.city ?? "";
  const drawing = drawMap({
    id: `map-${index + 1}`,
    title: city ? `Map of ${city}` : "Map",
    description: `Numbered as in the list: ${stops.map(({ number, label }) => `${number} ${label}`).join(", ")}.`,
    stops,
    withLabels: new Set(stops.map(({ route }) => route)).size === 1,
  });
  return drawing === "" ? "" : `<figure>${drawing}</figure>`;
}

function stay(days: readonly DayView[], index: number, { isSaid, openLinks }: Abilities & { isSaid: boolean }): string {
  const map = mapOf(days, index);
  const heading = days[0]?.city || "Day by day";
  return [
    `<section class="stay${map ? " mapped" : ""}"><h2${isSaid ? ' class="unseen"' : ""} dir="auto">${escapeMarkup(heading)}</h2>`,
    map,
    `<div class="days">${days.map((day) => dayCard(day, openLinks)).join("\n")}</div></section>`,
  ].join("");
}

function costRow({ label, known, withEstimates }: CostRow): string {
  return `<tr><th scope="row" dir="auto">${escapeMarkup(label)}</th><td>${escapeMarkup(known)}</td><td>${escapeMarkup(withEstimates)}</td></tr>`;
}

function costs(view: CostsView | null): string {
  if (!view) return "";
  const { known, withEstimates } = COST_HEADINGS;
  return [
    `<section class="panel"><h2>${escapeMarkup(view.heading)}</h2><table>`,
    `<thead><tr><td></td><th scope="col">${known}</th><th scope="col">${withEstimates}</th></tr></thead>`,
    `<tbody>${view.rows.map(costRow).join("")}</tbody><tfoot>${costRow(view.total)}</tfoot></table>`,
    ...view.lines.map((line) => `<p class="small" dir="auto">${escapeMarkup(line)}</p>`),
    "</section>",
  ].join("");
}

function linkPanel(links: ItineraryView["links"], { openLinks }: Abilities): string {
  if (links.length === 0 || !openLinks) return "";
  const entries = links.map(
    ({ name, url }) =>
      `<li><a href="${escapeMarkup(new URL(url).href)}" rel="noopener noreferrer" dir="auto">${escapeMarkup(name)}</a></li>`,
  );
  return `<section class="panel"><h2>Where to look further</h2><ul class="links">${entries.join("")}</ul></section>`;
}

export function pageOf(view: ItineraryView, abilities: Abilities): string {
  const stays = staysOf(view.days);
  // The one city of a trip mostly stands in its title.
  const isSaid = view.days.every(({ city }) => view.title.includes(city));
  return [
    head(view),
    panel("What changed", view.changes),
    panel("What does not hold", view.problems, "bad"),
    chooser(view.days),
    '<div id="plan">',
    ...stays.map((days, index) => stay(days, index, { ...abilities, isSaid: stays.length === 1 && isSaid })),
    "</div>",
    '<div class="after">',
    panel("Before you go", view.warnings),
    costs(view.costs),
    panel("Flights and beds", view.bookings),
    panel("Assumed for you", view.assumptions),
    linkPanel(view.links, abilities),
    "</div>",
    view.footer.length > 0
      ? `<footer>${view.footer.map((line) => `<p>${escapeMarkup(line)}</p>`).join("")}</footer>`
      : "",
  ].join("\n");
}
