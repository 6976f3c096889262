/** Deletes do what they were meant to do: each foreign key has a rule, and the rules hold. */
import { randomUUID } from "node:crypto";
import sql from "sql-template-tag";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../../db/transaction.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { planFor } from "../stores/trips-for-tests.ts";
import { DELETE_RULES } from "./delete-rules.ts";
import { addTraveller, buildWorld, draftOf, itemOf, newTrip, type Traveller, type World } from "./world.ts";

let database: TestDatabase;
let world: World;
let traveller: Traveller;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
  world = await buildWorld(database);
  traveller = await addTraveller(world);
});
afterAll(() => database?.close());

const importer: Actor = { kind: "importer" };

/** Of this schema, without those of partitions, which repeat their parent's. */
const FOREIGN_KEYS = `
  select c.conrelid::regclass::text || '.' || (
      select string_agg(a.attname, ',' order by k.position) from unnest(c.conkey) with ordinality as k (number, position)
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number) as name,
    case c.confdeltype when 'c' then 'goes' when 'n' then 'stays' when 'a' then 'refuses' when 'r' then 'refuses' end as effect,
    exists (
      select from pg_index i where i.indrelid = c.conrelid
        -- The last column of the key alone tells its rows apart; the ones before it narrow it down.
        and (i.indkey[0] = c.conkey[cardinality(c.conkey)]
          or (i.indkey::smallint[])[0 : cardinality(c.conkey) - 1] operator(pg_catalog.@>) c.conkey)
        and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) like '%IS NOT NULL%')) as indexed
  from pg_constraint c
  where c.contype = 'f' and c.conparentid = 0 and c.connamespace = current_schema()::regnamespace
  order by 1`;

describe("every foreign key", () => {
  test("has a rule, and does what the rule says", async () => {
    const keys = await database.admin(FOREIGN_KEYS);
    const found = Object.fromEntries(keys.map(({ name, effect }) => [name, effect]));
    expect(found).toEqual(Object.fromEntries(Object.entries(DELETE_RULES).map(([name, { effect }]) => [name, effect])));
  });

  test("finds by an index what goes along or is let go of", async () => {
    const keys = await database.admin(FOREIGN_KEYS);
    expect(keys.filter(({ effect, indexed }) => effect !== "refuses" && !indexed).map(({ name }) => name)).toEqual([]);
  });
});

async function plannedTrip(
  days = draftOf(world, [itemOf("a", { placeId: world.placeIds[0] ?? null })], [itemOf("b")]),
) {
  const { id } = await traveller.trips.createTrip(newTrip(world));
  const { itinerary } = await traveller.trips.saveItinerary(planFor(id, days));
  return { id, itinerary };
}

const link = (type: string, id: string | undefined): Promise<unknown> =>
  database.admin(
    "insert into booking_links (id, linkable_type, linkable_id, provider, booking_url) values ($1, $2, $3, 'p', 'https://example.org')",
    [randomUUID(), type, id],
  );
const countOf = async (table: string, condition: string, id: string | undefined): Promise<unknown> =>
  (await database.admin(`select count(*)::int as count from ${table} where ${condition}`, [id]))[0]?.count;

describe("a trip", () => {
  test("goes whole, with its versions, links and stays, and leaves other trips alone", async () => {
    const { id, itinerary } = await plannedTrip();
    const other = await plannedTrip();
    await traveller.trips.saveItinerary(planFor(id, draftOf(world, [itemOf("a")]), { parentId: itinerary.id }));
    for (const trip of [id, other.id]) await link("trip", trip);
    for (const plan of [itinerary, other.itinerary]) await link("itinerary_item", plan.days[0]?.items[0]?.id);
    await traveller.act((tx) => tx.execute(sql`delete from trips where id = ${id}`));
    const left = await database.admin(
      `select (select count(*)::int from trips) as trips, (select count(*)::int from itineraries) as versions,
         (select count(*)::int from itinerary_days) as days, (select count(*)::int from itinerary_items) as items,
         (select count(*)::int from trip_destinations) as destinations, (select count(*)::int from booking_links) as links`,
    );
    expect(left).toEqual([{ trips: 1, versions: 1, days: 2, items: 2, destinations: 2, links: 2 }]);
  });
});

describe("a version", () => {
  test("in the middle goes, and the one made from it stays without a parent", async () => {
    const { id, itinerary: first } = await plannedTrip();
    const second = await traveller.trips.saveItinerary(
      planFor(id, draftOf(world, [itemOf("a")]), { parentId: first.id }),
    );
    const parentId = second.itinerary.id;
    const third = await traveller.trips.saveItinerary(planFor(id, draftOf(world, [itemOf("a")]), { parentId }));
    await traveller.act((tx) => tx.execute(sql`delete from itineraries where id = ${parentId}`));
    const found = await traveller.trips.findItinerary(id);
    expect(found).toEqual({ ...third, itinerary: { ...third.itinerary, parentId: null } });
    expect((await traveller.trips.findItinerary(id, 1))?.itinerary.id).toBe(first.id);
  });

  test("that was the trip's plan takes its sum along", async () => {
    const cost = { lowMinor: 1, highMinor: 3, currency: "EUR", method: "m", asOf: "2026-11-22" };
    const { id, itinerary } = await plannedTrip(draftOf(world, [itemOf("a", { cost })]));
    await traveller.act((tx) => tx.execute(sql`delete from itineraries where id = ${itinerary.id}`));
    expect(
      await database.admin("select total_estimated_cost, total_cost_currency from trips where id = $1", [id]),
    ).toEqual([{ total_estimated_cost: null, total_cost_currency: null }]);
  });
});

describe("a link", () => {
  test("goes with its item, and with its place", async () => {
    const { itinerary } = await plannedTrip();
    const itemId = itinerary.days[1]?.items[0]?.id;
    const placeId = world.placeIds[3];
    await link("itinerary_item", itemId);
    await link("attraction", placeId);
    await traveller.act((tx) => tx.execute(sql`delete from itinerary_items where id = ${itemId}`));
    await database.db.transaction(importer, (tx) => tx.execute(sql`delete from attractions where id = ${placeId}`));
    expect(await countOf("booking_links", "linkable_id = $1", itemId)).toBe(0);
    expect(await countOf("booking_links", "linkable_id = $1", placeId)).toBe(0);
  });

  test.each(["trip", "itinerary_item", "attraction"])("to a %s that does not exist is refused", async (type) => {
    await expect(link(type, randomUUID())).rejects.toMatchObject({ code: "23503" });
  });
});

describe("the catalogue", () => {
  test.each([
    [
      "a place in a stored plan",
      () => sql`delete from attractions where id = ${world.placeIds[0]}`,
      "attractions",
      "itinerary_items",
    ],
    ["a city in use", () => sql`delete from cities where id = ${world.otherCityId}`, "cities", "trip_destinations"],
    ["a country in use", () => sql`delete from countries where id = ${world.countryId}`, "countries", "cities"],
  ])("refuses to lose %s, and says who uses it", async (_, statement, table, users) => {
    await plannedTrip();
    const deleted = database.db.transaction(importer, (tx) => tx.execute(statement()));
    await expect(deleted).rejects.toMatchObject({ code: "in_use", details: { table } });
    await expect(deleted).rejects.toThrow(`deleted from ${table}, but ${users} still does.`);
  });
});

describe("destinations", () => {
  const change = (statement: (tripId: string) => ReturnType<typeof sql>): Promise<unknown> =>
    plannedTrip().then(({ id }) => traveller.act((tx) => tx.execute(statement(id))));

  test.each([
    [
      "begins before its trip",
      "trip_destinations_within_trip",
      (id: string) =>
        sql`update trip_destinations set arrival_date = '2027-05-09' where trip_id = ${id} and visit_order = 1`,
    ],
    [
      "ends after its trip",
      "trip_destinations_within_trip",
      (id: string) =>
        sql`update trip_destinations set departure_date = '2027-05-13' where trip_id = ${id} and visit_order = 2`,
    ],
    [
      "is left behind by its trip",
      "trip_destinations_within_trip",
      (id: string) => sql`update trips set end_date = '2027-05-11' where id = ${id}`,
    ],
    [
      "begins before the one before it ends",
      "trip_destinations_follow",
      (id: string) =>
        sql`update trip_destinations set departure_date = '2027-05-12' where trip_id = ${id} and visit_order = 1`,
    ],
    [
      "is city and country",
      "trip_destinations_is_city_or_country",
      (id: string) => sql`update trip_destinations set country_id = ${world.countryId} where trip_id = ${id}`,
    ],
  ])("one that %s is refused", async (_, constraint, statement) => {
    await expect(change(statement)).rejects.toMatchObject({ details: { constraint } });
  });

  test("a trip and its destinations move together in one transaction", async () => {
    const { id } = await plannedTrip();
    await traveller.act(async (tx) => {
      await tx.execute(sql`update trips set start_date = start_date + 30, end_date = end_date + 30 where id = ${id}`);
      await tx.execute(
        sql`update trip_destinations set arrival_date = arrival_date + 30, departure_date = departure_date + 30 where trip_id = ${id}`,
      );
    });
    expect((await traveller.trips.getTrip(id)).destinations[0]?.arrivalDate).toBe("2027-06-09");
  });
});
