/** The list of trips: enough to recognise one, and the few characters that show it again. */

import { counted, dateRangeText, listed, partyText, plainText } from "../../trip/export/words.ts";
import type { TripSummary } from "../../trip/ports.ts";
import { pageOf } from "./page.ts";
import { columnsOf, padRight, widest, wrapText } from "./text-layout.ts";

export interface RenderTripsOptions {
  color: boolean;
  width: number;
}

const SHORT_ID_CHARACTERS = 8;
const EMPTY = 'No trips yet. Plan one: npm run plan -- "4 days in Lisbon in May for two, 900 EUR"';

function planText({ isPlanOk, itineraryVersions }: TripSummary): string {
  if (itineraryVersions === 0) return "not planned yet";
  const versions = itineraryVersions === 1 ? "" : `, ${counted(itineraryVersions, "version", "versions")}`;
  if (isPlanOk === null) return `no plan chosen${versions}`;
  return `${isPlanOk ? "plan holds" : "plan has problems"}${versions}`;
}

/** As many characters of the id as tell these trips apart. */
function shortIds(trips: readonly TripSummary[]): string[] {
  let length = SHORT_ID_CHARACTERS;
  const cut = (): string[] => trips.map(({ id }) => id.slice(0, length));
  while (length < 36 && new Set(cut()).size < new Set(trips.map(({ id }) => id)).size) length += 1;
  return cut();
}

export function renderTrips(trips: readonly TripSummary[], { color, width }: RenderTripsOptions): string {
  if (trips.length === 0) return wrapText(EMPTY, width).join("\n");
  const page = pageOf({ color, width });
  const { paint } = page;
  const ids = shortIds(trips);
  const indent = widest(ids) + 2;
  const margin = " ".repeat(indent);
  const room = page.width - indent;
  const blocks = trips.map((trip, index) => {
    const [first = "", ...rest] = wrapText(plainText(trip.title), room);
    const cities = listed(trip.cities.map(plainText));
    const isNamed = trip.cities.every((city) => columnsOf(city) === 0 || trip.title.includes(city));
    const facts = [
      dateRangeText(trip.startDate, trip.endDate),
      ...(isNamed ? [] : [cities]),
      partyText({ travelers: trip.travelers, childAges: [] }),
      planText(trip),
    ];
    return [
      `${paint.faint(padRight(ids[index] ?? "", indent))}${paint.strong(first)}`,
      ...rest.map((line) => `${margin}${paint.strong(line)}`),
      ...wrapText(facts.join(" · "), room).map((line) => `${margin}${line}`),
    ].join("\n");
  });
  return [...blocks, paint.faint("Show one: npm run show -- and the characters before it")].join("\n\n");
}
