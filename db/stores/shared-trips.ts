/**
 * Shared trips, from both sides. What a stranger may read stands in the grants and policies of the role
 * `tripwright_guest`, not here: a statement that asks for more is refused. A guest with a token sees the one
 * trip it opens, a guest without one the public trips, so neither statement names what it may find.
 */
import sql, { type Sql } from "sql-template-tag";
import type { SharedTripReader, TripSharing } from "../../trip/ports.ts";
import { publicTripSchema, sharedTripSchema } from "../../trip/shared-trip.ts";
import { hashShareToken, isShareToken, newShareToken } from "../share-token.ts";
import type { Actor, Database } from "../transaction.ts";
import { isUuid } from "./row-parts.ts";
import { tripNotFound } from "./trips.ts";

export function createTripSharing({ db, userId }: { db: Database; userId: string }): TripSharing {
  const actor: Actor = { kind: "user", userId };
  const setSharing = async (tripId: string, shareHash: string | null, isPublic: boolean): Promise<void> => {
    const statement = sql`update trips set share_token = ${shareHash}, is_public = ${isPublic} where id = ${tripId}`;
    const changed = isUuid(tripId) ? await db.transaction(actor, (tx) => tx.execute(statement)) : 0;
    if (changed === 0) throw tripNotFound(tripId);
  };
  return {
    shareTrip: async (tripId, { isPublic }) => {
      const shareToken = newShareToken();
      await setSharing(tripId, hashShareToken(shareToken), isPublic);
      return { shareToken };
    },
    stopSharing: (tripId) => setSharing(tripId, null, false),
  };
}

const SHARED_TRIP: Sql = sql`
  select t.id, t.title, t.start_date::text as "startDate", t.end_date::text as "endDate",
    (select coalesce(jsonb_agg(jsonb_build_object('cityId', c.id, 'name', c.name, 'countryCode', co.iso_code,
        'arrivalDate', d.arrival_date, 'departureDate', d.departure_date) order by d.visit_order), '[]')
     from trip_destinations d join cities c on c.id = d.city_id join countries co on co.id = c.country_id
     where d.trip_id = t.id) as destinations,
    (select coalesce(jsonb_agg(jsonb_build_object(
        'dayNumber', d.day_number, 'date', d.date, 'city', jsonb_build_object('id', d.city_id, 'name', c.name),
        'items', (
          select coalesce(jsonb_agg(jsonb_build_object(
            'type', x.item_type, 'title', x.title, 'placeId', x.attraction_id,
            'location', case when x.location is not null then jsonb_build_object(
              'lat', st_y(x.location::geometry), 'lon', st_x(x.location::geometry)) end,
            'startTime', to_char(x.start_time, 'HH24:MI'), 'endTime', to_char(x.end_time, 'HH24:MI'),
            'endsNextDay', x.ends_next_day) order by x.item_order), '[]')
          from itinerary_items x where x.itinerary_day_id = d.id)
      ) order by d.day_number), '[]')
     from itineraries i join itinerary_days d on d.itinerary_id = i.id join cities c on c.id = d.city_id
     where i.trip_id = t.id) as days
  from trips t`;

export function createSharedTripReader(db: Database): SharedTripReader {
  const anybody: Actor = { kind: "guest", shareToken: null };
  return {
    findSharedTrip: async (shareToken) =>
      isShareToken(shareToken)
        ? db.transaction({ kind: "guest", shareToken }, (tx) => tx.maybeOne(sharedTripSchema, SHARED_TRIP))
        : null,
    findPublicTrip: async (tripId) =>
      isUuid(tripId)
        ? db.transaction(anybody, (tx) => tx.maybeOne(sharedTripSchema, sql`${SHARED_TRIP} where t.id = ${tripId}`))
        : null,
    listPublicTrips: (limit) =>
      db.transaction(anybody, (tx) =>
        tx.many(
          publicTripSchema,
          sql`
            select t.id, t.title, t.start_date::text as "startDate", t.end_date::text as "endDate",
              array(select c.name::text from trip_destinations d join cities c on c.id = d.city_id
                where d.trip_id = t.id order by d.visit_order) as cities
            from trips t order by t.start_date, t.id limit ${limit}`,
        ),
      ),
  };
}
