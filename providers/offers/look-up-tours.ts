/**
 * Which product of a seller's is about which place: first all that the seller has in the city, in one question, then a
 * question for each place that was not among them and may need a ticket, until the time is up. Who was not asked about is
 * not known, and is asked about the next time.
 */
import { mayNeedTicket, tourOf } from "../../trip/booking-link.ts";
import type { City } from "../../trip/catalogue.ts";
import type { Place } from "../../trip/place.ts";
import type { Tour, TourVendor, VendorScope } from "../../trip/vendor-ports.ts";

export interface TourLookup {
  readonly city: City;
  readonly places: readonly Place[];
  readonly currency: string;
}

/** By place id; `null` is that the seller has nothing about it. */
export type FoundTours = Map<string, Tour | null>;

const OF_A_CITY = 50;
const OF_A_PLACE = 10;

/** Fills `found` as answers come, so that nothing is lost to whatever ends it. Throws what the vendor throws. */
export async function lookUpTours(
  vendor: TourVendor,
  { city, places, currency }: TourLookup,
  found: FoundTours,
  scope: VendorScope,
): Promise<void> {
  const common = { city, currency };
  const known = await vendor.searchTours({ ...common, text: null, limit: OF_A_CITY }, scope);
  for (const place of places) {
    const tour = tourOf(place, known);
    if (tour !== null || !mayNeedTicket(place)) found.set(place.id, tour);
  }
  const left = places.filter(({ id }) => !found.has(id));
  const asked = await Promise.allSettled(
    left.map(async (place) => {
      const about = await vendor.searchTours({ ...common, text: place.name, limit: OF_A_PLACE }, scope);
      found.set(place.id, tourOf(place, about));
    }),
  );
  // One that fails does not end the lookup: the others are asked already, and count.
  const failed = asked.find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
}
