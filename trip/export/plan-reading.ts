/**
 * A plan in a traveller's words: everything a page, a terminal or a calendar entry says about it, said
 * once here. No ids, no codes, no confidence figures: what is unsure is said so in words.
 */
import { addDays, formatDateShort } from "../calendar.ts";
import { type ItineraryDay, type ItineraryItem, isActive } from "../itinerary.ts";
import type { PlanDocument } from "../plan-document.ts";
import { type Advice, adviceOn, itemNotesOf } from "./advice.ts";
import { flightLines, stayLine } from "./bookings.ts";
import { type CostSummary, costSummaryOf, dayCostText } from "./costs.ts";
import { type Stop, stopsOf } from "./stops.ts";
import { costText, dateRangeText, dayText, partyText, plainText, travelText } from "./words.ts";

export interface ItemReading {
  item: ItineraryItem;
  /** Its marker on a map; `null` for what has no spot of its own. */
  stop: Stop | null;
  time: string;
  title: string;
  cost: string | null;
  /** The way here from the stop before. */
  travel: string | null;
  /** For an item that is itself a way between cities: how long and how far. */
  leg: string | null;
  /** What to mind on the spot. */
  notes: string[];
  reason: string | null;
  /** Where it can be booked: "Viator, from €19.90 each". */
  tickets: { name: string; url: string }[];
}

export interface DayReading {
  day: ItineraryDay;
  /** "Day 1". */
  label: string;
  /** "Monday 10 May 2027". */
  date: string;
  city: string;
  items: ItemReading[];
  cost: string | null;
}

export interface PlanReading {
  title: string;
  dates: string;
  party: string;
  pace: string;
  cities: string[];
  days: DayReading[];
  /** Chosen flights and beds, a line each. */
  bookings: string[];
  costs: CostSummary;
  advice: Advice;
  assumptions: string[];
  links: { name: string; url: string }[];
}

/** GeoNames' licence asks for this wherever its data is shown. */
const CITY_ATTRIBUTION = "City and airport data: GeoNames, CC BY 4.0";

/** What licences ask to be shown wherever the plan is: of its places, then of its cities. */
export function attributionOf({ attributions }: Pick<PlanDocument, "attributions">): string {
  return attributions.length === 0 ? CITY_ATTRIBUTION : `${placeAttribution(attributions)}. ${CITY_ATTRIBUTION}`;
}

export function placeAttribution(attributions: readonly string[]): string {
  return `Places: ${attributions.map(plainText).join("; ")}`;
}

export const CAUTION = "Opening hours and prices change: confirm them before you go.";

function notesOf(item: ItineraryItem, date: string, notes: readonly string[]): string[] {
  const late = item.endsNextDay ? [`until ${item.endTime} on ${formatDateShort(addDays(date, 1))}`] : [];
  const done = item.status === "completed" ? ["done"] : [];
  return [...done, ...late, ...notes];
}

interface Context {
  plan: PlanDocument;
  stops: ReadonlyMap<ItineraryItem, Stop>;
  notes: ReadonlyMap<ItineraryItem, readonly string[]>;
}

/** A test price is nobody's; who is paid for the visit is said. */
function ticketsOf({ bookingLinks = [], trip }: PlanDocument, { placeId }: ItineraryItem): ItemReading["tickets"] {
  const here = bookingLinks.filter((link) => link.placeId === placeId && isWebLink(link.url));
  return here.map(({ provider, url, priceFrom, isAffiliate }) => {
    const price = priceFrom && priceFrom.basis !== "sandbox" ? `from ${costText(priceFrom, trip.travelers)}` : null;
    const facts = [plainText(provider), price, isAffiliate ? "affiliate link" : null];
    return { name: facts.filter((fact) => fact !== null).join(", "), url };
  });
}

function readItem({ plan, stops, notes }: Context, day: ItineraryDay, item: ItineraryItem): ItemReading {
  const isLeg = item.type === "transport" || item.type === "flight";
  const isPriced = isLeg || item.type === "attraction" || item.type === "meal";
  const way = travelText(item.travelFromPrevious);
  return {
    item,
    stop: stops.get(item) ?? null,
    time: `${item.startTime}–${item.endTime}`,
    title: plainText(item.title),
    cost: item.cost ? costText(item.cost, plan.trip.travelers) : isPriced ? "price unknown" : null,
    // A leg between cities is itself the way: saying it again before it would count it twice.
    travel: isLeg ? null : way,
    leg: isLeg ? way : null,
    notes: notesOf(item, day.date, notes.get(item) ?? []),
    reason: item.reason === null ? null : plainText(item.reason) || null,
    tickets: ticketsOf(plan, item),
  };
}

function readDay(context: Context, day: ItineraryDay): DayReading {
  return {
    day,
    label: `Day ${day.dayNumber}`,
    date: dayText(day.date),
    city: plainText(day.city.name),
    items: day.items.filter(isActive).map((item) => readItem(context, day, item)),
    cost: dayCostText(day, context.plan.trip.travelers),
  };
}

const PACES: Record<PlanDocument["trip"]["wishes"]["pace"], string> = {
  relaxed: "relaxed pace",
  moderate: "moderate pace",
  fast: "fast pace",
};

/** A link may come from anywhere; only the web is worth a click. */
export function isWebLink(url: string): boolean {
  return URL.canParse(url) && ["http:", "https:"].includes(new URL(url).protocol);
}

export function readPlan(plan: PlanDocument): PlanReading {
  const { trip, itinerary } = plan;
  const stops = new Map(stopsOf(plan).map((stop) => [stop.item, stop]));
  const context = { plan, stops, notes: itemNotesOf(plan) };
  const links = new Map(plan.links.filter(({ url }) => isWebLink(url)).map((link) => [link.url, link]));
  return {
    title: plainText(trip.title),
    dates: dateRangeText(trip.startDate, trip.endDate),
    party: partyText(trip),
    pace: PACES[trip.wishes.pace],
    cities: [...new Set(itinerary.days.map(({ city }) => plainText(city.name)))],
    days: itinerary.days.map((day) => readDay(context, day)),
    bookings: [
      ...plan.flights.flatMap((flight) => flightLines(flight, trip.travelers)),
      ...plan.stays.map((stay) => stayLine(stay, trip.travelers)),
    ],
    costs: costSummaryOf(plan),
    advice: adviceOn(plan),
    assumptions: plan.assumptions.map(plainText),
    links: [...links.values()].map(({ provider, url }) => ({ name: plainText(provider), url })),
  };
}
