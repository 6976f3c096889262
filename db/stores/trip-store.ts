/** The trip port over a database, bound to one traveller: row-level security keeps everybody else's rows away. */
import type { TripStore } from "../../trip/ports.ts";
import type { Actor, Database, Transaction } from "../transaction.ts";
import { findItinerary, saveItinerary, selectItinerary } from "./itineraries.ts";
import { listFlights, listStays } from "./offers.ts";
import { createTrip, getTrip, listTrips } from "./trips.ts";

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
    listTrips: (limit) => db.read(actor, (tx) => listTrips(tx, limit)),
    saveItinerary: (itinerary) => act((tx) => saveItinerary(tx, itinerary, newId)),
    findItinerary: (tripId, version) => act((tx) => findItinerary(tx, tripId, version)),
    selectItinerary: (tripId, version) => act((tx) => selectItinerary(tx, tripId, version)),
    listFlights: (tripId) => act((tx) => listFlights(tx, tripId)),
    listStays: (tripId) => act((tx) => listStays(tx, tripId)),
  };
}
