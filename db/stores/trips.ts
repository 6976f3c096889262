/** Trips with their destinations, interests and preferences: written whole, read whole. */
import sql, { type Sql } from "sql-template-tag";
import { z } from "zod";
import { TripwrightError } from "../../trip/errors.ts";
import { toDecimal } from "../../trip/money.ts";
import type { TripSummary } from "../../trip/ports.ts";
import {
  type Destination,
  destinationSchema,
  type Interest,
  interestSchema,
  originSchema,
  paceSchema,
  type Trip,
  travelStyleSchema,
  tripConditionsSchema,
  tripWishesSchema,
} from "../../trip/trip.ts";
import type { Transaction } from "../transaction.ts";
import { type BulkTable, insertRows } from "./bulk.ts";
import { accessibilityNeedIds, categoryIds, dietIds } from "./catalogue-ids.ts";
import { isUuid } from "./row-parts.ts";

/** Of `trips t` left-joined with `trip_preferences p`. */
export const TRIP_COLUMNS: Sql = sql`
  t.id, t.title, t.start_date::text as "startDate", t.end_date::text as "endDate", t.num_travelers as travelers,
  t.child_ages as "childAges", t.origin, t.budget_total_minor::float8 as "budgetMinor", t.currency, t.travel_pace as pace,
  t.travel_style as style, t.assumptions, p.dietary_restriction_ids as "dietIds",
  p.accessibility_need_ids as "needIds", p.avoid_crowds as "avoidCrowds", p.prefer_offbeat as "preferOffbeat",
  p.must_see_attraction_ids as "mustSee", p.more_wishes as "moreWishes", t.conditions,
  (select jsonb_agg(jsonb_build_object('cityId', c.id, 'name', c.name, 'countryCode', co.iso_code,
      'arrivalDate', d.arrival_date, 'departureDate', d.departure_date) order by d.visit_order)
   from trip_destinations d join cities c on c.id = d.city_id join countries co on co.id = c.country_id
   where d.trip_id = t.id) as destinations,
  (select coalesce(jsonb_agg(jsonb_build_object('category', k.name, 'priority', i.priority) order by i.position), '[]')
   from trip_categories i join categories k on k.id = i.category_id where i.trip_id = t.id) as interests`;

const moreWishesSchema = tripWishesSchema.pick({ alreadySeen: true, categoryLimits: true, travelModes: true });

export const tripRowSchema = z.object({
  id: z.string(),
  title: z.string(),
  startDate: z.string(),
  endDate: z.string(),
  travelers: z.number(),
  childAges: z.array(z.number()),
  origin: originSchema.nullable(),
  budgetMinor: z.number().nullable(),
  currency: z.string().nullable(),
  pace: paceSchema,
  style: travelStyleSchema,
  assumptions: z.array(z.string()),
  dietIds: z.array(z.string()),
  needIds: z.array(z.string()),
  avoidCrowds: z.boolean(),
  preferOffbeat: z.boolean(),
  mustSee: z.array(z.string()),
  moreWishes: moreWishesSchema,
  conditions: tripConditionsSchema,
  destinations: z.array(destinationSchema),
  interests: z.array(interestSchema),
});
type TripRow = z.infer<typeof tripRowSchema>;

export function toTrip(row: TripRow): Trip {
  const { budgetMinor, currency } = row;
  return {
    id: row.id,
    title: row.title,
    startDate: row.startDate,
    endDate: row.endDate,
    travelers: row.travelers,
    childAges: row.childAges,
    origin: row.origin,
    destinations: row.destinations,
    budget: budgetMinor === null || currency === null ? null : { amountMinor: budgetMinor, currency },
    wishes: {
      interests: row.interests,
      pace: row.pace,
      style: row.style,
      diets: dietIds.namesOf(row.dietIds),
      accessibility: accessibilityNeedIds.namesOf(row.needIds),
      avoidCrowds: row.avoidCrowds,
      preferOffbeat: row.preferOffbeat,
      mustSee: row.mustSee,
      ...row.moreWishes,
    },
    ...(Object.keys(row.conditions).length > 0 && { conditions: row.conditions }),
    assumptions: row.assumptions,
  };
}

export function tripNotFound(tripId: string): TripwrightError {
  const message = `Expected the id of one of your trips, got "${tripId}". List your trips to see their ids.`;
  return new TripwrightError("trip_not_found", message, { tripId });
}

export async function getTrip(tx: Transaction, tripId: string): Promise<Trip> {
  const row = isUuid(tripId)
    ? await tx.maybeOne(
        tripRowSchema,
        sql`select ${TRIP_COLUMNS} from trips t join trip_preferences p on p.trip_id = t.id where t.id = ${tripId}`,
      )
    : null;
  if (!row) throw tripNotFound(tripId);
  return toTrip(row);
}

const MAX_INTEGER = 2_147_483_647;

/** `budget_total_max` holds whole units, and what a 32-bit integer can. */
function wholeUnits(amountMinor: number, currency: string): number {
  return Math.min(MAX_INTEGER, Math.ceil(Number(toDecimal(amountMinor, currency))));
}

async function insertTripRow(tx: Transaction, trip: Trip, userId: string): Promise<void> {
  const { budget, destinations, wishes } = trip;
  await tx.execute(sql`
    insert into trips (
      id, user_id, title, primary_destination_type, primary_city_id, start_date, end_date, num_travelers, child_ages, origin,
      budget_total_max, budget_total_minor, currency, travel_pace, travel_style, assumptions, conditions)
    values (
      ${trip.id}, ${userId}, ${trip.title}, 'city', ${destinations[0]?.cityId}, ${trip.startDate}, ${trip.endDate},
      ${trip.travelers}, ${trip.childAges}, ${trip.origin && JSON.stringify(trip.origin)}, ${budget && wholeUnits(budget.amountMinor, budget.currency)},
      ${budget?.amountMinor ?? null}, ${budget?.currency ?? null}, ${wishes.pace}, ${wishes.style},
      ${JSON.stringify(trip.assumptions)}, ${JSON.stringify(trip.conditions ?? {})})`);
}

async function insertPreferences(tx: Transaction, { id, wishes }: Trip): Promise<void> {
  const { alreadySeen, categoryLimits, travelModes } = wishes;
  await tx.execute(sql`
    insert into trip_preferences (
      trip_id, dietary_restriction_ids, accessibility_need_ids, avoid_crowds, prefer_offbeat, must_see_attraction_ids,
      more_wishes)
    values (
      ${id}, ${wishes.diets.map((name) => dietIds.idOf(name))}::uuid[],
      ${wishes.accessibility.map((name) => accessibilityNeedIds.idOf(name))}::uuid[],
      ${wishes.avoidCrowds}, ${wishes.preferOffbeat}, ${wishes.mustSee}::uuid[],
      ${JSON.stringify({ alreadySeen, categoryLimits, travelModes })})`);
}

const TRIP_CATEGORIES: BulkTable = {
  name: "trip_categories",
  key: ["trip_id", "category_id"],
  columns: { trip_id: "uuid", category_id: "uuid", priority: "integer", position: "integer" },
};
const TRIP_DESTINATIONS: BulkTable = {
  name: "trip_destinations",
  key: ["id"],
  columns: {
    id: "uuid",
    trip_id: "uuid",
    destination_type: "varchar(10)",
    city_id: "uuid",
    visit_order: "integer",
    arrival_date: "date",
    departure_date: "date",
    is_primary_destination: "boolean",
  },
};

const cityNameRowSchema = z.object({ id: z.string(), name: z.string(), countryCode: z.string() });

/** Destinations with the catalogue's names; a city it does not know is refused before anything is written. */
async function knownDestinations(tx: Transaction, destinations: readonly Destination[]): Promise<Destination[]> {
  const ids = destinations.map(({ cityId }) => cityId).filter(isUuid);
  const rows = await tx.many(
    cityNameRowSchema,
    sql`select c.id, c.name, co.iso_code as "countryCode" from cities c join countries co on co.id = c.country_id
      where c.id = any(${ids}::uuid[])`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return destinations.map((destination) => {
    const city = byId.get(destination.cityId.toLowerCase());
    if (city) return { ...destination, cityId: city.id, name: city.name, countryCode: city.countryCode };
    const message = `Expected the id of a city in the catalogue for "${destination.name}", got "${destination.cityId}". Search for the city by name first.`;
    throw new TripwrightError("city_not_found", message, { cityId: destination.cityId });
  });
}

function firstOfEach(interests: readonly Interest[]): Interest[] {
  return interests.filter(({ category }, index) => interests.findIndex((one) => one.category === category) === index);
}

export interface TripOwner {
  userId: string;
  newId: () => string;
}

/** Returns the trip as it reads back: an interest named twice counts once, with its first priority. */
export async function createTrip(tx: Transaction, input: Omit<Trip, "id">, owner: TripOwner): Promise<Trip> {
  const destinations = await knownDestinations(tx, input.destinations);
  const wishes = { ...input.wishes, interests: firstOfEach(input.wishes.interests) };
  const trip: Trip = { ...input, id: owner.newId(), destinations, wishes };

  await insertTripRow(tx, trip, owner.userId);
  await insertTripParts(tx, trip, owner.newId);
  return trip;
}

/** Destinations, interests and preferences: what hangs on the trip's row and is written with it. */
async function insertTripParts(tx: Transaction, trip: Trip, newId: () => string): Promise<void> {
  const { destinations, wishes } = trip;
  const destinationRows = destinations.map(({ cityId, arrivalDate, departureDate }, index) => ({
    id: newId(),
    trip_id: trip.id,
    destination_type: "city",
    city_id: cityId,
    visit_order: index + 1,
    arrival_date: arrivalDate,
    departure_date: departureDate,
    is_primary_destination: index === 0,
  }));
  await insertRows(tx, TRIP_DESTINATIONS, destinationRows);
  const categoryRows = wishes.interests.map(({ category, priority }, index) => ({
    trip_id: trip.id,
    category_id: categoryIds.idOf(category),
    priority,
    position: index,
  }));
  await insertRows(tx, TRIP_CATEGORIES, categoryRows);
  await insertPreferences(tx, trip);
}

/** The whole trip as given, in place of what was stored. Throws `trip_not_found`. */
export async function replaceTrip(tx: Transaction, input: Trip, newId: () => string): Promise<Trip> {
  const destinations = await knownDestinations(tx, input.destinations);
  const wishes = { ...input.wishes, interests: firstOfEach(input.wishes.interests) };
  const trip: Trip = { ...input, destinations, wishes };
  const { budget } = trip;
  const found = isUuid(trip.id)
    ? await tx.execute(sql`
        update trips set
          title = ${trip.title}, primary_city_id = ${destinations[0]?.cityId}, start_date = ${trip.startDate},
          end_date = ${trip.endDate}, num_travelers = ${trip.travelers}, child_ages = ${trip.childAges},
          origin = ${trip.origin && JSON.stringify(trip.origin)},
          budget_total_max = ${budget && wholeUnits(budget.amountMinor, budget.currency)},
          budget_total_minor = ${budget?.amountMinor ?? null}, currency = ${budget?.currency ?? null},
          travel_pace = ${wishes.pace}, travel_style = ${wishes.style},
          assumptions = ${JSON.stringify(trip.assumptions)}, conditions = ${JSON.stringify(trip.conditions ?? {})}
        where id = ${trip.id}`)
    : 0;
  if (found === 0) throw tripNotFound(trip.id);
  await tx.execute(sql`delete from trip_destinations where trip_id = ${trip.id}`);
  const pins = await takeCategories(tx, trip.id);
  await tx.execute(sql`delete from trip_preferences where trip_id = ${trip.id}`);
  await insertTripParts(tx, trip, newId);
  await putPinsBack(tx, trip.id, pins);
  return trip;
}

const takenRowSchema = z.object({ categoryId: z.string(), pins: z.unknown() });
type TakenRow = z.infer<typeof takenRowSchema>;

/** Interests are written anew; the pins that spoke for one come back with it. */
async function takeCategories(tx: Transaction, tripId: string): Promise<TakenRow[]> {
  const taken = await tx.many(
    takenRowSchema,
    sql`
      delete from trip_categories where trip_id = ${tripId}
      returning category_id as "categoryId", pinterest_pins as pins`,
  );
  return taken.filter(({ pins }) => pins !== null);
}

async function putPinsBack(tx: Transaction, tripId: string, taken: readonly TakenRow[]): Promise<void> {
  if (taken.length === 0) return;
  await tx.execute(sql`
    update trip_categories i set pinterest_pins = p.pins
    from jsonb_to_recordset(${JSON.stringify(taken)}::jsonb) as p ("categoryId" uuid, pins jsonb)
    where i.trip_id = ${tripId} and i.category_id = p."categoryId"`);
}

export async function deleteTrip(tx: Transaction, tripId: string): Promise<void> {
  const deleted = isUuid(tripId) ? await tx.execute(sql`delete from trips where id = ${tripId}`) : 0;
  if (deleted === 0) throw tripNotFound(tripId);
}

const summaryRowSchema = z.object({
  id: z.string(),
  title: z.string(),
  startDate: z.string(),
  endDate: z.string(),
  travelers: z.number(),
  cities: z.array(z.string()),
  status: z.string(),
  itineraryVersions: z.number(),
  isPlanOk: z.boolean().nullable(),
});

/** The newest first. */
export function listTrips(tx: Transaction, limit: number, offset = 0): Promise<TripSummary[]> {
  return tx.many(
    summaryRowSchema,
    sql`
      select id, title, start_date::text as "startDate", end_date::text as "endDate", num_travelers as travelers,
        destination_names as cities, trip_status as status, itinerary_count as "itineraryVersions",
        is_plan_ok as "isPlanOk"
      from trip_summary order by created_at desc, id limit ${limit} offset ${offset}`,
  );
}
