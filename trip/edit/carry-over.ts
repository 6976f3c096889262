/**
 * A plan laid on a trip whose dates or cities have changed. A stay that is as long as it was keeps its days in
 * their order, wherever it now lies; of one that became longer or shorter, each date keeps its own.
 */
import { addDays, daysBetween } from "../calendar.ts";
import type { ItineraryDraft } from "../itinerary.ts";
import { type Destination, destinationOn, type Trip } from "../trip.ts";

type Route = Pick<Trip, "startDate" | "destinations">;

/** Old date → new date; dates that are no longer part of the trip are missing. */
export function newDates(before: Route, after: Route, dates: readonly string[]): Map<string, string> {
  const partners = partnersOf(before, after);
  return new Map(
    dates.flatMap((date) => {
      const stay = destinationOn(before, date);
      const now = stay && partners.get(stay);
      const moved = stay && now && dateIn(date, stay, now);
      const isThere = moved !== undefined && now !== undefined && destinationOn(after, moved) === now;
      return isThere ? [[date, moved] as const] : [];
    }),
  );
}

/** The nth stay in a city is still the nth stay there. */
function partnersOf(before: Route, after: Route): Map<Destination, Destination> {
  const left = [...after.destinations];
  const partners = new Map<Destination, Destination>();
  for (const stay of before.destinations) {
    const index = left.findIndex(({ cityId }) => cityId === stay.cityId);
    const [partner] = index < 0 ? [] : left.splice(index, 1);
    if (partner) partners.set(stay, partner);
  }
  return partners;
}

const nights = ({ arrivalDate, departureDate }: Destination): number => daysBetween(arrivalDate, departureDate);

function dateIn(date: string, stay: Destination, now: Destination): string | undefined {
  const isInside = date >= now.arrivalDate && date <= now.departureDate;
  const isSameTime = stay.arrivalDate <= now.departureDate && now.arrivalDate <= stay.departureDate;
  if (nights(stay) !== nights(now) && isSameTime) return isInside ? date : undefined;
  return addDays(now.arrivalDate, daysBetween(stay.arrivalDate, date));
}

/** Days that are no longer part of the trip are left out. */
export function carriedOver({ days }: ItineraryDraft, before: Route, after: Route): ItineraryDraft {
  const dates = newDates(
    before,
    after,
    days.map(({ date }) => date),
  );
  return {
    days: days.flatMap((day) => {
      const date = dates.get(day.date);
      return date === undefined ? [] : [{ ...day, date, dayNumber: daysBetween(after.startDate, date) + 1 }];
    }),
  };
}
