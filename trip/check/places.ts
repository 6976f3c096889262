/** The places themselves: in the catalogue, each once, for as long as a visit takes, booked where that is needed. */
import { wallTimeOf } from "../opening-hours.ts";
import { type Violation, violation } from "../verdict.ts";
import { endOf, LARGEST_CHANGE_MINUTES, lostMinutes, startOf } from "./clocks.ts";
import { type CheckContext, type JudgedItem, minutesOf } from "./context.ts";
import { dayName, duration, span } from "./phrases.ts";

/** An item that names no place stays anonymous, unless it is a sight: those are always somewhere. */
export function unknownPlaceRule({ items }: CheckContext): Violation[] {
  return items.flatMap(({ item, path, place }) => {
    if (place || (item.placeId === null && item.type !== "attraction")) return [];
    const message = `We know no place behind "${item.title}". Replace it with a place from the catalogue.`;
    return [
      violation("unknown_place", path, message, {
        expected: "a place from the catalogue",
        actual: item.placeId === null ? `"${item.title}", no place named` : `"${item.title}", place ${item.placeId}`,
        fix: `look for "${item.title}" in the catalogue, or replace it`,
      }),
    ];
  });
}

/** What was done at a place in one go: a sight and the meal inside it, in any order, each meal once. */
interface Stay {
  last: JudgedItem;
  meals: number;
}

export function repeatedPlaceRule({ items }: CheckContext): Violation[] {
  const stays = new Map<string, Stay>();
  let before: JudgedItem | null = null;
  const violations: Violation[] = [];
  for (const item of items) {
    const { type, placeId } = item.item;
    const isStop = placeId !== null && (type === "attraction" || type === "meal");
    const stay = isStop ? stays.get(placeId) : undefined;
    const meals = (type === "meal" ? 1 : 0) + (stay?.last === before ? (stay?.meals ?? 0) : 0);
    if (stay && !(stay.last === before && isSameStay(stay.last, item) && meals < 2))
      violations.push(again(stay.last, item));
    if (isStop) stays.set(placeId, { last: item, meals });
    // Time off without a place is spent where one is.
    if (isStop || item.location) before = item;
  }
  return violations;
}

const isSameStay = (last: JudgedItem, item: JudgedItem): boolean =>
  last.date === item.date && last.item.type !== item.item.type;

function again(first: JudgedItem, { path, name, date, startMinute }: JudgedItem): Violation {
  const then = `${dayName(first.date)} at ${wallTimeOf(first.startMinute)}`;
  const message = `${name} on ${dayName(date)} is already in the plan on ${then}.`;
  return violation("repeated_place", path, message, {
    expected: "each place once",
    actual: `${then} and ${dayName(date)} at ${wallTimeOf(startMinute)}`,
    fix: "drop one of the two",
  });
}

/** Below this share of the usual visit, people leave with the feeling of having missed it. */
const SHORTEST_SHARE = 0.75;

export function visitShortRule(context: CheckContext): Violation[] {
  return context.items.flatMap((item) => {
    const { place, path, name } = item;
    if (item.item.type !== "attraction" || !place) return [];
    const least = place.visitMinutes * SHORTEST_SHARE;
    const looks = minutesOf(item);
    if (looks >= least + LARGEST_CHANGE_MINUTES) return [];
    const minutes = Math.max(0, looks - lostMinutes(context, startOf(item), endOf(item)));
    if (minutes >= least) return [];
    const usual = duration(place.visitMinutes);
    const message = `${duration(minutes)} for ${name} is short: people usually take ${usual}.`;
    const fix = `stay until ${wallTimeOf(item.startMinute + place.visitMinutes)}`;
    return [violation("visit_short", path, message, { expected: usual, actual: duration(minutes), fix })];
  });
}

/** What is said to be done can be done only up to today. */
export function bookingNeededRule({ items, facts }: CheckContext): Violation[] {
  return items.flatMap((judged) => {
    const { place, path, name, date, startMinute, item } = judged;
    if (!place?.bookingNeeded || (item.status === "completed" && date <= facts.today)) return [];
    const when = `${dayName(date)} at ${wallTimeOf(startMinute)}`;
    const message = `${name} has to be booked ahead: reserve for ${when}.`;
    const saying = { expected: "a reservation", actual: `${dayName(date)}, ${span(judged)}, not booked here` };
    return [violation("booking_needed", path, message, { ...saying, fix: `reserve for ${when}` })];
  });
}
