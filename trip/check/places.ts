/** The places themselves: in the catalogue, each once, for as long as a visit takes, booked where that is needed. */
import { wallTimeOf } from "../opening-hours.ts";
import { type Violation, violation } from "../verdict.ts";
import { type CheckContext, type JudgedItem, minutesOf } from "./context.ts";
import { dayName, duration } from "./phrases.ts";

/** An item that names no place stays anonymous, unless it is a sight: those are always somewhere. */
export function unknownPlaceRule({ items }: CheckContext): Violation[] {
  return items.flatMap(({ item, path, place }) => {
    if (place || (item.placeId === null && item.type !== "attraction")) return [];
    const advice = "Replace it with a place from the catalogue.";
    return [violation("unknown_place", path, `We know no place behind "${item.title}". ${advice}`)];
  });
}

/** A sight and the meal inside it, one right after the other, are one visit. */
export function repeatedPlaceRule({ items }: CheckContext): Violation[] {
  const seen = new Map<string, JudgedItem>();
  return items.flatMap((item, index) => {
    const { type, placeId } = item.item;
    if (placeId === null || (type !== "attraction" && type !== "meal")) return [];
    const first = seen.get(placeId);
    seen.set(placeId, item);
    if (!first) return [];
    if (items[index - 1] === first && first.date === item.date && first.item.type !== type) return [];
    const already = `already in the plan on ${dayName(first.date)} at ${wallTimeOf(first.startMinute)}`;
    return [violation("repeated_place", item.path, `${item.name} on ${dayName(item.date)} is ${already}.`)];
  });
}

/** Below this share of the usual visit, people leave with the feeling of having missed it. */
const SHORTEST_SHARE = 0.75;

export function visitShortRule({ items }: CheckContext): Violation[] {
  return items.flatMap((item) => {
    const { place, path, name } = item;
    const minutes = minutesOf(item);
    if (item.item.type !== "attraction" || !place || minutes >= place.visitMinutes * SHORTEST_SHARE) return [];
    const planned = `${duration(Math.max(0, minutes))} for ${name} is short`;
    return [violation("visit_short", path, `${planned}: people usually take ${duration(place.visitMinutes)}.`)];
  });
}

export function bookingNeededRule({ items }: CheckContext): Violation[] {
  return items.flatMap(({ place, path, name, date, startMinute, item }) => {
    if (!place?.bookingNeeded || item.status === "completed") return [];
    const when = `${dayName(date)} at ${wallTimeOf(startMinute)}`;
    return [violation("booking_needed", path, `${name} has to be booked ahead: reserve for ${when}.`)];
  });
}
