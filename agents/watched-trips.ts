/**
 * The trip port as one tool call sees it, with somebody looking on: which version it stored and which trip it had to do
 * with is read off what it did, not off what it says, and so holds for every tool there is and will be.
 */
import type { StoredItinerary, TripStore } from "../trip/ports.ts";

export interface Watched {
  trips: TripStore;
  /** In the order of storing. */
  readonly stored: readonly StoredItinerary[];
  /** The trip that was made, read or changed last. */
  readonly tripId: string | null;
}

export function watchTrips(trips: TripStore): Watched {
  const stored: StoredItinerary[] = [];
  const seen: { tripId: string | null } = { tripId: null };
  const about = async <Result>(tripId: string, work: Promise<Result>): Promise<Result> => {
    const result = await work;
    seen.tripId = tripId;
    return result;
  };
  return {
    stored,
    get tripId() {
      return seen.tripId;
    },
    trips: {
      ...trips,
      getTrip: (tripId) => about(tripId, trips.getTrip(tripId)),
      updateTrip: (trip) => about(trip.id, trips.updateTrip(trip)),
      selectItinerary: (tripId, version, options) => about(tripId, trips.selectItinerary(tripId, version, options)),
      async createTrip(trip) {
        const created = await trips.createTrip(trip);
        seen.tripId = created.id;
        return created;
      },
      async saveItinerary(itinerary) {
        const saved = await about(itinerary.tripId, trips.saveItinerary(itinerary));
        stored.push(saved);
        return saved;
      },
    },
  };
}
