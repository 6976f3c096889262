/** The trip that a search is for, the newest with those dates: how its travellers travel, and where their days are. */
import { daysBetween } from "../trip/calendar.ts";
import type { Itinerary } from "../trip/itinerary.ts";
import type { Taste } from "../trip/offers/taste.ts";
import type { Coordinates } from "../trip/place.ts";
import type { TripSummary } from "../trip/ports.ts";
import type { ToolContext } from "./tool.ts";

/** The one that is being planned is among the last few. */
const LOOKED_AT = 10;
/** Who lands on the first day may have left on the day before. */
const A_NIGHT = 1;

function middleOfDays({ days }: Itinerary, cityId: string): Coordinates | null {
  const spots = days
    .filter(({ city }) => city.id === cityId)
    .flatMap(({ items }) => items.flatMap(({ placeId, location }) => (placeId && location ? [location] : [])));
  if (spots.length === 0) return null;
  const mean = (of: (spot: Coordinates) => number): number =>
    spots.reduce((sum, spot) => sum + of(spot), 0) / spots.length;
  return { lat: mean(({ lat }) => lat), lon: mean(({ lon }) => lon) };
}

/** `undefined` where no trip has those dates. */
export async function tripOfDates(
  { trips }: Pick<ToolContext, "trips">,
  { from, to }: { from: string; to: string },
): Promise<TripSummary | undefined> {
  const summaries = await trips.listTrips(LOOKED_AT);
  return summaries.find(
    ({ startDate, endDate }) => daysBetween(startDate, from) >= -A_NIGHT && daysBetween(to, endDate) >= -A_NIGHT,
  );
}

export async function tasteOfTrip(
  { trips }: Pick<ToolContext, "trips">,
  trip: TripSummary | undefined,
  cityId?: string,
): Promise<Taste | undefined> {
  if (!trip) return undefined;
  const stored = await trips.findItinerary(trip.id);
  if (!stored) {
    const { wishes } = await trips.getTrip(trip.id);
    return { style: wishes.style, pace: wishes.pace };
  }
  const { style, pace } = stored.trip.wishes;
  return { style, pace, near: cityId === undefined ? null : middleOfDays(stored.itinerary, cityId) };
}
