/**
 * A plan as a calendar (RFC 5545): an entry a stop, in UTC where the city's zone is known and floating
 * where it is not, so that no VTIMEZONE has to be carried along. An entry keeps its UID over versions of
 * the plan: importing a newer one moves it instead of doubling it.
 */
import { addDays, instantOf } from "../calendar.ts";
import type { ItineraryDay, ItineraryItem } from "../itinerary.ts";
import type { FlightOffer, StayOffer } from "../offer.ts";
import { flightNumberOf, legsOf } from "../offers/legs.ts";
import { minuteOf } from "../opening-hours.ts";
import type { PlanDocument } from "../plan-document.ts";
import { placeName } from "./advice.ts";
import { changesText } from "./bookings.ts";
import { contentLines, escapeText, floatingStamp, utcStamp } from "./ics-text.ts";
import { attributionOf, CAUTION, type ItemReading, isWebLink, readPlan } from "./plan-reading.ts";
import { isApproximate } from "./stops.ts";
import { capitalised, plainText } from "./words.ts";

export interface IcsOptions {
  /** DTSTAMP: when this calendar was made. */
  stampedAt: Date;
  /** IANA zones by city id; a city that is not here gets floating times. */
  zones: Readonly<Record<string, string>>;
}

interface Context extends IcsOptions {
  plan: PlanDocument;
}

/** Keys may be anybody's text; a UID is one word. */
function uidOf(key: string, { plan }: Context): string {
  return `${encodeURIComponent(key.toWellFormed())}@${plan.trip.id}.tripwright`;
}

function timeLines(day: ItineraryDay, item: ItineraryItem, zone: string | undefined): string[] {
  const startMinute = minuteOf(item.startTime);
  const endMinute = minuteOf(item.endTime) + (item.endsNextDay ? 1440 : 0);
  const endDate = item.endsNextDay ? addDays(day.date, 1) : day.date;
  const start = zone ? utcStamp(instantOf(day.date, startMinute, zone)) : floatingStamp(day.date, item.startTime);
  const end = zone ? utcStamp(instantOf(day.date, endMinute, zone)) : floatingStamp(endDate, item.endTime);
  // DTEND must lie after DTSTART; an entry without one is a moment.
  return endMinute > startMinute ? [`DTSTART:${start}`, `DTEND:${end}`] : [`DTSTART:${start}`];
}

function descriptionOf({ reason, cost, notes, travel, leg }: ItemReading): string {
  const lines = [reason, leg, ...notes, cost, travel && `getting here: ${travel}`];
  return lines.flatMap((line) => (line ? [capitalised(line)] : [])).join("\n");
}

function placeLines(day: ItineraryDay, { item, title }: ItemReading): string[] {
  const city = plainText(day.city.name);
  if (item.location === null || isApproximate(item)) return [`LOCATION:${escapeText(city)}`];
  const { lat, lon } = item.location;
  return [`LOCATION:${escapeText(`${placeName(title)}, ${city}`)}`, `GEO:${lat.toFixed(6)};${lon.toFixed(6)}`];
}

const CATEGORY: Record<ItineraryItem["type"], string> = {
  attraction: "Visit",
  meal: "Meal",
  transport: "Travel",
  flight: "Travel",
  check_in: "Stay",
  check_out: "Stay",
  rest: "Rest",
  free: "Free time",
};

function event(uid: string, { plan, stampedAt }: Context, lines: readonly string[]): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${utcStamp(stampedAt)}`,
    `SEQUENCE:${plan.itinerary.version}`,
    ...lines,
    "END:VEVENT",
  ];
}

function itemEvent(context: Context, day: ItineraryDay, reading: ItemReading, uid: string): string[] {
  const description = descriptionOf(reading);
  return event(uid, context, [
    ...timeLines(day, reading.item, context.zones[day.city.id]),
    `SUMMARY:${escapeText(reading.title)}`,
    ...placeLines(day, reading),
    ...(description ? [`DESCRIPTION:${escapeText(description)}`] : []),
    `CATEGORIES:${CATEGORY[reading.item.type]}`,
  ]);
}

function linkLines(link: string | null): string[] {
  return link !== null && isWebLink(link) ? [`URL:${new URL(link).href}`] : [];
}

/** An entry a leg; the way there keeps the UID that it had when offers knew one way only. */
function flightEvents(context: Context, flight: FlightOffer): string[] {
  return legsOf(flight).flatMap((leg, index) => {
    const number = plainText(flightNumberOf(leg));
    const route = `${leg.departureAirport}–${leg.arrivalAirport}`;
    const changes = changesText(leg);
    return event(uidOf(`flight:${flight.id}${index === 0 ? "" : ":back"}`, context), context, [
      `DTSTART:${utcStamp(new Date(leg.departureAt))}`,
      `DTEND:${utcStamp(new Date(leg.arrivalAt))}`,
      `SUMMARY:${escapeText(plainText(`Flight ${number} ${route}`))}`,
      `LOCATION:${escapeText(`Airport ${leg.departureAirport}`)}`,
      ...(changes ? [`DESCRIPTION:${escapeText(capitalised(changes))}`] : []),
      "CATEGORIES:Travel",
      ...linkLines(flight.link),
    ]);
  });
}

/** A stay is a band over its nights, and does not make the days look busy. */
function stayEvent(context: Context, stay: StayOffer): string[] {
  return event(uidOf(`stay:${stay.id}`, context), context, [
    `DTSTART;VALUE=DATE:${stay.checkInDate.replaceAll("-", "")}`,
    `DTEND;VALUE=DATE:${stay.checkOutDate.replaceAll("-", "")}`,
    `SUMMARY:${escapeText(`Stay at ${plainText(stay.propertyName)}`)}`,
    `LOCATION:${escapeText(plainText(stay.address ?? stay.propertyName))}`,
    "CATEGORIES:Stay",
    "TRANSP:TRANSPARENT",
    ...linkLines(stay.link),
  ]);
}

function itemEvents(context: Context): string[] {
  const seen = new Map<string, number>();
  return readPlan(context.plan).days.flatMap(({ day, items }) =>
    items.flatMap((reading) => {
      const key = reading.item.itemKey;
      const times = (seen.get(key) ?? 0) + 1;
      seen.set(key, times);
      // Two entries with one UID are one entry to a calendar: the second would swallow the first.
      return itemEvent(context, day, reading, uidOf(times === 1 ? key : `${key}#${times}`, context));
    }),
  );
}

export function icsOf(plan: PlanDocument, options: IcsOptions): string {
  const context: Context = { plan, ...options };
  return contentLines([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Tripwright//Trip plan//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escapeText(plainText(plan.trip.title))}`,
    `X-WR-CALDESC:${escapeText(`${CAUTION} ${attributionOf(plan)}.`)}`,
    ...itemEvents(context),
    ...plan.flights.flatMap((flight) => flightEvents(context, flight)),
    ...plan.stays.flatMap((stay) => stayEvent(context, stay)),
    "END:VCALENDAR",
  ]);
}
