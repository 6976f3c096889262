/** Where the traveller sleeps: the chosen stay, else the middle of the city while no bed is chosen. */
import { TripwrightError } from "../../errors.ts";
import type { PlanFacts } from "../../facts.ts";
import type { DayDraft } from "../../itinerary.ts";
import type { StayOffer } from "../../offer.ts";
import type { Coordinates } from "../../place.ts";

export interface Bed {
  readonly location: Coordinates;
  readonly stay: StayOffer | null;
}

/** A city without facts cannot be planned in: no place stands in for it. */
function middleOf({ id, name }: DayDraft["city"], { cities }: PlanFacts): Coordinates {
  const city = cities.get(id);
  if (city) return city.location;
  throw new TripwrightError("internal", `Expected the facts of ${name} before planning there, got none.`, {
    cityId: id,
  });
}

export function bedFor(city: DayDraft["city"], night: string, facts: PlanFacts): Bed {
  const stay = facts.stays.find(
    ({ cityId, checkInDate, checkOutDate }) => cityId === city.id && checkInDate <= night && checkOutDate > night,
  );
  return { location: stay?.location ?? middleOf(city, facts), stay: stay ?? null };
}
