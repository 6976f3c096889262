/** One day on the page: a card that reads from morning to night, with the way between stops on its thread. */
import { drawMap, type MapStop, routeClass } from "../map/draw-map.ts";
import { escapeMarkup } from "../map/markup.ts";
import { placeName } from "./advice.ts";
import type { DayReading, ItemReading } from "./plan-reading.ts";
import { capitalised } from "./words.ts";

const DAY_MAP_FROM = 2;

export const dayId = (dayNumber: number): string => `day-${dayNumber}`;
export const routeOf = ({ day }: DayReading): number => day.dayNumber - 1;

/** The stops of some days, as a map takes them. */
export function mapStopsOf(days: readonly DayReading[]): MapStop[] {
  return days.flatMap((day) =>
    day.items.flatMap(({ stop, title }) =>
      stop ? [{ number: stop.number, label: placeName(title), location: stop.location, route: routeOf(day) }] : [],
    ),
  );
}

/** "1 Jerónimos Monastery, 2 Belém Tower": a map for who cannot see it. */
export function spokenStops(stops: readonly MapStop[]): string {
  return stops.map(({ number, label }) => `${number} ${label}`).join(", ");
}

function nameOf({ stop, title }: ItemReading): string {
  const name = escapeMarkup(title);
  if (!stop) return `<span dir="auto">${name}</span>`;
  const { lat, lon } = stop.location;
  const url = `https://www.openstreetmap.org/?mlat=${lat.toFixed(6)}&mlon=${lon.toFixed(6)}#map=18/${lat.toFixed(6)}/${lon.toFixed(6)}`;
  return `<a href="${escapeMarkup(url)}" rel="noopener noreferrer" dir="auto">${name}</a>`;
}

function timeOf({ item }: ItemReading): string {
  const time = (wallTime: string): string => `<time datetime="${wallTime}">${wallTime}</time>`;
  return `${time(item.startTime)}–${time(item.endTime)}`;
}

function ticketsLine({ tickets }: ItemReading): string {
  const links = tickets.map(
    ({ name, url }) =>
      `<a href="${escapeMarkup(new URL(url).href)}" rel="noopener noreferrer nofollow sponsored">${escapeMarkup(name)}</a>`,
  );
  return links.length === 0 ? "" : `<p class="why">Tickets and tours: ${links.join(" · ")}</p>`;
}

function stopLine(reading: ItemReading): string {
  const { stop, cost, leg, notes, reason, travel } = reading;
  const pin = stop ? `<span class="pin">${stop.number}</span>` : '<span class="pin open"></span>';
  const pills = notes.map((note) => `<li>${escapeMarkup(capitalised(note))}</li>`).join("");
  return [
    '<li class="stop">',
    travel ? `<p class="way"><span aria-hidden="true">↓ </span>${escapeMarkup(travel)}</p>` : "",
    `${pin}<div><p class="when"><span>${timeOf(reading)}</span>${cost ? `<span>${escapeMarkup(cost)}</span>` : ""}</p>`,
    `<p class="name">${nameOf(reading)}</p>`,
    leg ? `<p class="why">${escapeMarkup(leg)}</p>` : "",
    reason ? `<p class="why">${escapeMarkup(capitalised(reason))}</p>` : "",
    ticketsLine(reading),
    pills ? `<ul class="notes">${pills}</ul>` : "",
    "</div></li>",
  ].join("");
}

function dayMap(reading: DayReading): string {
  const stops = mapStopsOf([reading]);
  if (stops.length < DAY_MAP_FROM) return "";
  const drawing = drawMap({
    id: `map-${dayId(reading.day.dayNumber)}`,
    title: `Map of ${reading.label.toLowerCase()}, ${reading.date}`,
    description: `In order: ${spokenStops(stops)}.`,
    stops,
    withLabels: true,
  });
  return `<details class="day-map"><summary>Map of this day</summary>${drawing}</details>`;
}

/** `withMap` where the day has company on the map of its city. */
export function dayCard(reading: DayReading, { withMap }: { withMap: boolean }): string {
  const { day, label, date, city, items, cost } = reading;
  const id = dayId(day.dayNumber);
  const body =
    items.length === 0
      ? '<p class="soft">Nothing is planned on this day.</p>'
      : `<ol class="stops">${items.map(stopLine).join("\n")}</ol>`;
  return [
    `<article class="day ${routeClass(routeOf(reading))}" id="${id}" aria-labelledby="${id}-name">`,
    `<header><p>${label} · <span dir="auto">${escapeMarkup(city)}</span></p>`,
    `<h3 id="${id}-name"><time datetime="${day.date}">${date}</time></h3></header>`,
    body,
    cost ? `<p class="day-cost">Cost of the day: ${escapeMarkup(cost)}</p>` : "",
    withMap ? dayMap(reading) : "",
    "</article>",
  ].join("\n");
}
