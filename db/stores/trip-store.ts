/** The trip port over a database, bound to one traveller: row-level security keeps everybody else's rows away. */
import type { TripStore } from "../../trip/ports.ts";
import type { Actor, Database, Transaction } from "../transaction.ts";
import { findItinerary, listVersions, saveItinerary, selectItinerary } from "./itineraries.ts";
import { addOffers, listFlights, listStays } from "./offers.ts";
import { createTrip, deleteTrip, getTrip, listTrips, replaceTrip } from "./trips.ts";

export interface TripStoreOptions {
  db: Database;
  userId: string;
  newId: () => string;
}

export function createTripStore({ db, userId, newId }: TripStoreOptions): TripStore {
  const actor: Actor = { kind: "user", userId };
  const act = <Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> => db.transaction(actor, work);
  return {
    createTrip: (trip) => act((tx) => createTrip(tx, trip, { userId, newId })),
    getTrip: (tripId) => act((tx) => getTrip(tx, tripId)),
    // A list to look through; whoever acts on a trip gets it from the primary.
    listTrips: (limit, offset) => db.read(actor, (tx) => listTrips(tx, limit, offset)),
    saveItinerary: (itinerary) => act((tx) => saveItinerary(tx, itinerary, newId)),
    findItinerary: (tripId, version) => act((tx) => findItinerary(tx, tripId, version)),
    listVersions: (tripId) => act((tx) => listVersions(tx, tripId)),
    selectItinerary: (tripId, version, options) =>
      act((tx) => selectItinerary(tx, { tripId, version, ...options }, newId)),
    updateTrip: (trip) => act((tx) => replaceTrip(tx, trip, newId)),
    deleteTrip: (tripId) => act((tx) => deleteTrip(tx, tripId)),
    addOffers: (tripId, offers) => act((tx) => addOffers(tx, tripId, offers, newId)),
    listFlights: (tripId, version) => act((tx) => listFlights(tx, tripId, version)),
    listStays: (tripId, version) => act((tx) => listStays(tx, tripId, version)),
  };
}
