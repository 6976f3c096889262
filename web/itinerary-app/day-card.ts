/** A day and its stops as markup. In the overview a stop is one line; on its own day it says everything it knows. */
import { addDays, formatDateShort } from "../../trip/calendar.ts";
import { dayText } from "../../trip/export/words.ts";
import { routeClass } from "../../trip/map/draw-map.ts";
import { escapeMarkup } from "../../trip/map/markup.ts";
import type { DayView, ItemView, Remark } from "./itinerary-view.ts";

export const routeOf = ({ dayNumber }: Pick<DayView, "dayNumber">): number => dayNumber - 1;
export const dayId = (dayNumber: number): string => `day-${dayNumber}`;

const TONES: Record<Remark["tone"], string> = { problem: "Problem", mind: "Mind" };

export function remarkLine({ tone, text }: Remark): string {
  return `<p class="remark ${tone}"><span class="tone">${TONES[tone]}</span> <span dir="auto">${escapeMarkup(text)}</span></p>`;
}

function timeOf({ startTime, endTime }: ItemView, date: string): string {
  const time = (wallTime: string): string =>
    `<time datetime="${escapeMarkup(wallTime)}">${escapeMarkup(wallTime)}</time>`;
  const next = endTime < startTime ? `<abbr title="${formatDateShort(addDays(date, 1))}">+1</abbr>` : "";
  return `${time(startTime)}–${time(endTime)}${next}`;
}

function nameOf({ title, location }: ItemView, canOpenLinks: boolean): string {
  const name = escapeMarkup(title);
  if (!location || !canOpenLinks) return `<span dir="auto">${name}</span>`;
  const [lat, lon] = [location.lat.toFixed(6), location.lon.toFixed(6)];
  const url = `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=18/${lat}/${lon}`;
  return `<a href="${escapeMarkup(url)}" rel="noopener noreferrer" dir="auto">${name}</a>`;
}

function stop(item: ItemView, { date }: DayView, canOpenLinks: boolean): string {
  const { number, kind, cost, travel, details, notes, remarks } = item;
  const pin = number === null ? '<span class="pin open"></span>' : `<span class="pin">${number}</span>`;
  const pills = [...notes].map((note) => `<li>${escapeMarkup(note)}</li>`).join("");
  return [
    `<li class="stop"${number === null ? "" : ` data-stop="${number}"`}>`,
    travel ? `<p class="way more"><span aria-hidden="true">↓ </span>${escapeMarkup(travel)}</p>` : "",
    pin,
    '<div class="what">',
    `<p class="when">${timeOf(item, date)}</p>`,
    `<p class="name">${nameOf(item, canOpenLinks)}${kind ? ` <span class="kind">${escapeMarkup(kind)}</span>` : ""}</p>`,
    cost ? `<p class="cost more">${escapeMarkup(cost)}</p>` : "",
    ...details.map((text) => `<p class="why more">${escapeMarkup(text)}</p>`),
    pills ? `<ul class="notes">${pills}</ul>` : "",
    ...remarks.map(remarkLine),
    "</div></li>",
  ].join("");
}

export function dayCard(day: DayView, canOpenLinks: boolean): string {
  const { dayNumber, date, items, cost, remarks } = day;
  const id = dayId(dayNumber);
  const stops = items.map((item) => stop(item, day, canOpenLinks)).join("\n");
  return [
    `<article class="day ${routeClass(routeOf(day))}" id="${id}" data-day="${dayNumber}" aria-labelledby="${id}-name">`,
    `<h3 id="${id}-name"><span class="label">Day ${dayNumber}</span> <time datetime="${date}">${dayText(date)}</time></h3>`,
    ...remarks.map(remarkLine),
    items.length === 0 ? '<p class="soft">Nothing is planned on this day.</p>' : `<ol class="stops">${stops}</ol>`,
    cost ? `<p class="day-cost more">Cost of the day: ${escapeMarkup(cost)}</p>` : "",
    "</article>",
  ].join("\n");
}
