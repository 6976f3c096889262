/**
 * The small phrases every rendering of a plan shares, so that a page, a calendar entry and a terminal
 * say the same thing in the same words. Text from elsewhere passes `plainText` before it is shown.
 */
import { formatDateLong } from "../calendar.ts";
import type { Travel } from "../geo.ts";
import { type Cost, type Estimate, formatEstimate, formatMoney, isPrice } from "../money.ts";

/** C0 and C1 controls and the bidirectional overrides: they move a cursor or reverse a line, and say nothing. */
const UNPRINTABLE = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** One line of harmless text: no escape sequences, no line breaks, no broken surrogates. */
export function plainText(text: string): string {
  return text.toWellFormed().replace(UNPRINTABLE, " ").replace(/\s+/g, " ").trim();
}

const CONJUNCTION = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** "A, B and C". */
export function listed(words: Iterable<string>): string {
  return CONJUNCTION.format(words);
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const NUMBER_WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** "two travellers", "12 travellers": words up to ten. */
export function counted(count: number, one: string, many: string): string {
  return `${NUMBER_WORDS[count] ?? count} ${count === 1 ? one : many}`;
}

/** "two travellers", "two adults and one child (6)". */
export function partyText({ travelers, childAges }: { travelers: number; childAges: readonly number[] }): string {
  if (childAges.length === 0) return counted(travelers, "traveller", "travellers");
  const ages = childAges.map((age) => (age === 0 ? "under 1" : String(age)));
  const children = `${counted(childAges.length, "child", "children")} (${listed(ages)})`;
  const adults = travelers - childAges.length;
  return adults > 0 ? `${counted(adults, "adult", "adults")} and ${children}` : children;
}

/** "Monday 10 May 2027". */
export function dayText(date: string): string {
  return formatDateLong(date).replace(",", "");
}

/** "10–13 May 2027", "30 April – 2 May 2027"; a single day carries its weekday. */
export function dateRangeText(start: string, end: string): string {
  if (start === end) return dayText(start);
  const [, startDay = "", startMonth = "", startYear = ""] = dayText(start).split(" ");
  const [, endDay = "", endMonth = "", endYear = ""] = dayText(end).split(" ");
  const last = `${endDay} ${endMonth} ${endYear}`;
  if (startYear !== endYear) return `${startDay} ${startMonth} ${startYear} – ${last}`;
  return startMonth === endMonth ? `${startDay}–${last}` : `${startDay} ${startMonth} – ${last}`;
}

/** "45 min", "2 h", "3 h 50 min". */
export function durationText(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return rest === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}

/** "900 m", "2.4 km", "313 km". */
export function distanceText(meters: number): string {
  if (meters < 995) return `${Math.max(10, Math.round(meters / 10) * 10)} m`;
  return meters < 9_950 ? `${Number((meters / 1000).toFixed(1))} km` : `${Math.round(meters / 1000)} km`;
}

const BY_MODE: Record<Travel["mode"], string> = {
  walk: "walk",
  transit: "by public transport",
  taxi: "by taxi",
  drive: "by car",
  train: "by train",
  flight: "by air",
};

/** "12 min walk, 900 m"; nothing to say when one is already there. */
export function travelText(travel: Travel | null): string | null {
  if (travel === null || travel.durationMinutes === 0) return null;
  return `${durationText(travel.durationMinutes)} ${BY_MODE[travel.mode]}, ${distanceText(travel.distanceMeters)}`;
}

/** "about €14–22". */
export function estimateText(estimate: Pick<Estimate, "lowMinor" | "highMinor" | "currency">, floorMinor = 0): string {
  return `about ${formatEstimate(estimate, floorMinor)}`;
}

const PER: Record<"person" | "party" | "night" | "stay", string> = {
  person: " each",
  party: " together",
  night: " a night",
  stay: " for the stay",
};

/** "€18 each", "free", "about €40–70 for two". */
export function costText(cost: NonNullable<Cost>, travelers: number): string {
  const isAlone = travelers === 1;
  if (!isPrice(cost)) return `${estimateText(cost)}${isAlone ? "" : ` for ${NUMBER_WORDS[travelers] ?? travelers}`}`;
  if (cost.amountMinor === 0) return "free";
  const per = isAlone && (cost.per === "person" || cost.per === "party") ? "" : PER[cost.per];
  return `${formatMoney(cost)}${per}`;
}
