/** Whatever is done to a plan, the counts and sums kept beside it are those of its items. */
import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import sql, { type Sql } from "sql-template-tag";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { partyAmount } from "../../../trip/budget.ts";
import { itemStatusSchema, itemTypeSchema } from "../../../trip/itinerary.ts";
import { type Cost, costSchema, isPrice, minorDigits, toDecimal } from "../../../trip/money.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { planFor } from "../stores/trips-for-tests.ts";
import {
  addTraveller,
  buildWorld,
  draftOf,
  insertPlace,
  itemOf,
  newTrip,
  type Traveller,
  type World,
} from "./world.ts";

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
  world = await buildWorld(database);
});
afterAll(() => database?.close());

const costs: fc.Arbitrary<Cost> = fc.option(
  fc.oneof(
    fc.record({
      amountMinor: fc.integer({ min: 0, max: 5_000_000 }),
      currency: fc.constantFrom("EUR", "EUR", "JPY", "BHD"),
      per: fc.constantFrom("person", "party", "night", "stay"),
      basis: fc.constant("open-data"),
      provider: fc.constant("p"),
      fetchedAt: fc.constant("2026-11-22"),
      expiresAt: fc.constant(null),
    }),
    fc.record({
      lowMinor: fc.integer({ min: 0, max: 9_999 }),
      highMinor: fc.integer({ min: 10_000, max: 99_999 }),
      currency: fc.constantFrom("EUR", "EUR", "JPY"),
      method: fc.constant("m"),
      asOf: fc.constant("2026-11-22"),
    }),
  ),
);
const types = fc.constantFrom(...itemTypeSchema.options);
const statuses = fc.constantFrom(...itemStatusSchema.options);
/** Picks one of what is there when the edit runs. */
const pick = fc.nat({ max: 1_000 });

const edits = fc.oneof(
  fc.record({ kind: fc.constant("add"), pick, cost: costs, type: types, status: statuses }),
  fc.record({ kind: fc.constant("move"), pick, to: pick }),
  fc.record({ kind: fc.constant("remove"), pick }),
  fc.record({ kind: fc.constant("mark"), pick, status: statuses }),
  fc.record({ kind: fc.constant("price"), pick, cost: costs }),
  fc.record({ kind: fc.constant("priceDay"), pick, cost: costs }),
  fc.record({ kind: fc.constant("clearDay"), pick }),
  fc.record({ kind: fc.constant("dropDay"), pick }),
  fc.record({ kind: fc.constant("travel"), travelers: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ kind: fc.constant("save"), costs: fc.array(costs, { maxLength: 5 }), select: fc.boolean() }),
  fc.record({ kind: fc.constant("select"), pick }),
  fc.record({ kind: fc.constant("dropVersion"), pick }),
);
type Edit = typeof edits extends fc.Arbitrary<infer Kind> ? Kind : never;

const nth = (rows: Sql, number: number): Sql =>
  sql`(select id from (${rows}) r order by id offset ${number} % greatest(1, (select count(*) from (${rows}) n)) limit 1)`;

async function apply({ act, trips }: Traveller, tripId: string, edit: Edit): Promise<void> {
  const versions = sql`select id from itineraries where trip_id = ${tripId}`;
  const days = sql`select id from itinerary_days where itinerary_id in (${versions})`;
  const items = sql`select id from itinerary_items where itinerary_id in (${versions})`;
  const run = (statement: Sql): Promise<number> => act((tx) => tx.execute(statement));
  switch (edit.kind) {
    case "add":
      await run(sql`
        insert into itinerary_items (id, itinerary_day_id, item_order, item_key, start_time, end_time, item_type, title, cost, status)
        select ${randomUUID()}::uuid, d.id, 1 + (select coalesce(max(item_order), 0) from itinerary_items where itinerary_day_id = d.id),
          ${randomUUID()}, '10:00', '11:00', ${edit.type}, 'T', ${edit.cost && JSON.stringify(edit.cost)}::jsonb, ${edit.status}
        from (select ${nth(days, edit.pick)} as id) d where d.id is not null`);
      return;
    case "move":
      await run(sql`
        update itinerary_items x set item_order = 1 + (select coalesce(max(item_order), 0) from itinerary_items where itinerary_day_id = d.id),
          itinerary_day_id = d.id
        from itinerary_days d where x.id = ${nth(items, edit.pick)} and d.itinerary_id = x.itinerary_id
          and d.day_number = 1 + ${edit.to} % 3 and d.id <> x.itinerary_day_id`);
      return;
    case "remove":
      await run(sql`delete from itinerary_items where id = ${nth(items, edit.pick)}`);
      return;
    case "mark":
      await run(sql`update itinerary_items set status = ${edit.status} where id = ${nth(items, edit.pick)}`);
      return;
    case "price":
      await run(
        sql`update itinerary_items set cost = ${edit.cost && JSON.stringify(edit.cost)}::jsonb where id = ${nth(items, edit.pick)}`,
      );
      return;
    case "priceDay":
      await run(
        sql`update itinerary_items set cost = ${edit.cost && JSON.stringify(edit.cost)}::jsonb where itinerary_day_id = ${nth(days, edit.pick)}`,
      );
      return;
    case "clearDay":
      await run(sql`delete from itinerary_items where itinerary_day_id = ${nth(days, edit.pick)}`);
      return;
    case "dropDay":
      await run(sql`delete from itinerary_days where id = ${nth(days, edit.pick)}`);
      return;
    case "travel":
      await run(sql`update trips set num_travelers = ${edit.travelers} where id = ${tripId}`);
      return;
    case "save": {
      const planned = edit.costs.map((cost, index) => itemOf(`k${index}`, { cost }));
      await trips.saveItinerary(
        planFor(tripId, draftOf(world, planned.slice(0, 2), planned.slice(2), []), { select: edit.select }),
      );
      return;
    }
    case "select":
      await act(async (tx) => {
        const [chosen] = await tx.many(
          z.object({ id: z.string().nullable() }),
          sql`select ${nth(versions, edit.pick)} as id`,
        );
        await tx.execute(sql`update itineraries set is_selected = false where trip_id = ${tripId} and is_selected`);
        await tx.execute(sql`update itineraries set is_selected = true where id = ${chosen?.id ?? null}::uuid`);
      });
      return;
    case "dropVersion":
      await run(sql`delete from itineraries where id = ${nth(versions, edit.pick)}`);
  }
}

const partSchema = z.object({
  level: z.string(),
  id: z.string(),
  activities: z.number().nullable(),
  total: z.string().nullable(),
  currency: z.string().nullable(),
  totals: z.record(z.string(), z.number()).nullable(),
});
const itemSchema = z.object({
  itineraryId: z.string(),
  dayId: z.string(),
  isSelected: z.boolean(),
  travelers: z.number(),
  type: z.string(),
  status: z.string(),
  cost: costSchema,
  perPerson: z.string().nullable(),
  currency: z.string().nullable(),
});
type Item = z.infer<typeof itemSchema>;

const threeDecimals = (decimal: string): string => {
  const [whole = "", fraction = ""] = decimal.split(".");
  return `${whole}.${fraction.padEnd(3, "0")}`;
};
const partyMinor = (cost: NonNullable<Cost>, travelers: number): number =>
  isPrice(cost) ? partyAmount(cost, travelers).amountMinor : Math.round((cost.lowMinor + cost.highMinor) / 2);

/** From scratch, as a reader of the items would reckon. */
function figuresOf(items: readonly Item[]): Omit<z.infer<typeof partSchema>, "level" | "id"> {
  const active = items.filter(({ status }) => status === "planned" || status === "completed");
  const totals: Record<string, number> = {};
  for (const { cost, travelers } of active) {
    if (cost) totals[cost.currency] = (totals[cost.currency] ?? 0) + partyMinor(cost, travelers);
  }
  const [only, ...others] = Object.entries(totals);
  const isOne = only !== undefined && others.length === 0;
  return {
    activities: active.filter(({ type }) => type === "attraction" || type === "meal").length,
    total: isOne ? threeDecimals(toDecimal(only[1], only[0])) : null,
    currency: isOne ? only[0] : null,
    totals,
  };
}

async function expectTrueFigures({ act }: Traveller, tripId: string): Promise<void> {
  const [items, stored] = await act(async (tx) => [
    await tx.many(
      itemSchema,
      sql`select i.id as "itineraryId", d.id as "dayId", i.is_selected as "isSelected", t.num_travelers as travelers,
          x.item_type as type, x.status, x.cost, x.cost_per_person::text as "perPerson", x.currency
        from trips t join itineraries i on i.trip_id = t.id join itinerary_days d on d.itinerary_id = i.id
        join itinerary_items x on x.itinerary_day_id = d.id where t.id = ${tripId}`,
    ),
    await tx.many(
      partSchema,
      sql`select 'day' as level, d.id, d.total_activities as activities, d.total_estimated_cost::text as total, d.currency,
          null::jsonb as totals from itinerary_days d join itineraries i on i.id = d.itinerary_id where i.trip_id = ${tripId}
        union all select 'version', id, total_activities, total_estimated_cost::text, currency, cost_totals
        from itineraries where trip_id = ${tripId}
        union all select 'trip', id, null, total_estimated_cost::text, total_cost_currency, null from trips where id = ${tripId}`,
    ),
  ]);
  for (const { cost, travelers, perPerson, currency } of items) {
    const share = cost && Math.round(partyMinor(cost, travelers) / travelers);
    const exact = cost && isPrice(cost) && cost.per === "person" ? cost.amountMinor : share;
    expect([perPerson, currency]).toEqual(
      cost ? [threeDecimals(toDecimal(Number(exact), cost.currency)), cost.currency] : [null, null],
    );
  }
  const expected = stored.map(({ level, id }) => {
    if (level === "day") return { level, id, ...figuresOf(items.filter(({ dayId }) => dayId === id)), totals: null };
    if (level === "version") return { level, id, ...figuresOf(items.filter(({ itineraryId }) => itineraryId === id)) };
    return { level, id, ...figuresOf(items.filter(({ isSelected }) => isSelected)), activities: null, totals: null };
  });
  expect(stored).toEqual(expected);
}

test("after any edits, counts and costs are those of the items", async () => {
  const traveller = await addTraveller(world);
  await fc.assert(
    fc.asyncProperty(fc.array(edits, { minLength: 4, maxLength: 9 }), async (sequence) => {
      const { id: tripId } = await traveller.trips.createTrip(newTrip(world));
      await apply(traveller, tripId, { kind: "save", costs: [null], select: true });
      for (const edit of sequence) {
        await apply(traveller, tripId, edit);
        await expectTrueFigures(traveller, tripId);
      }
    }),
    { numRuns: 12 },
  );
}, 300_000);

/** The second transaction begins while the first has done its work and not committed yet. */
async function oneIntoTheOther({ act }: Traveller, first: Sql, second: Sql): Promise<void> {
  const isDone = Promise.withResolvers<void>();
  const mayCommit = Promise.withResolvers<void>();
  const slow = act(async (tx) => {
    await tx.execute(first);
    isDone.resolve();
    await mayCommit.promise;
  });
  await isDone.promise;
  const quick = act((tx) => tx.execute(second));
  await setTimeout(300);
  mayCommit.resolve();
  await Promise.all([slow, quick]);
}

test("writers of one plan at the same time miss nothing of each other", async () => {
  const traveller = await addTraveller(world);
  const { id: tripId } = await traveller.trips.createTrip(newTrip(world));
  await apply(traveller, tripId, { kind: "save", costs: [null, null], select: true });
  const source = { basis: "open-data", provider: "p", fetchedAt: "2026-11-22", expiresAt: null };
  const cost = JSON.stringify({ ...source, amountMinor: 1_001, currency: "EUR", per: "party" });
  const changed = (columns: Sql, key: string): Sql => sql`
    update itinerary_items set ${columns}
    where item_key = ${key} and itinerary_id in (select id from itineraries where trip_id = ${tripId})`;
  const priced = (key: string): Sql => changed(sql`cost = ${cost}::jsonb`, key);
  const skipped = (key: string): Sql => changed(sql`status = 'skipped'`, key);
  const resized = (travelers: number): Sql => sql`update trips set num_travelers = ${travelers} where id = ${tripId}`;
  for (const [first, second] of [
    [priced("k0"), priced("k1")],
    [skipped("k0"), skipped("k1")],
    [resized(5), priced("k0")],
  ] as const) {
    await oneIntoTheOther(traveller, first, second);
    await expectTrueFigures(traveller, tripId);
  }
});

test("an item priced while the party grows is shared among all of them", async () => {
  const traveller = await addTraveller(world);
  const { id: tripId } = await traveller.trips.createTrip(newTrip(world));
  await apply(traveller, tripId, { kind: "save", costs: [null], select: true });
  const estimate = JSON.stringify({ lowMinor: 100, highMinor: 300, currency: "EUR", method: "m", asOf: "2026-11-22" });
  const add = sql`
    insert into itinerary_items (id, itinerary_day_id, item_order, item_key, start_time, end_time, item_type, title, cost)
    select ${randomUUID()}::uuid, d.id, 9, 'new', '10:00', '11:00', 'meal', 'T', ${estimate}::jsonb
    from itinerary_days d join itineraries i on i.id = d.itinerary_id where i.trip_id = ${tripId} and d.day_number = 1`;
  await oneIntoTheOther(traveller, sql`update trips set num_travelers = 5 where id = ${tripId}`, add);
  await expectTrueFigures(traveller, tripId);
});

const placeChanges = fc.oneof(
  fc.record({ kind: fc.constant("add"), type: fc.constantFrom("museum", "restaurant"), isOther: fc.boolean() }),
  fc.record({ kind: fc.constant("retire"), pick, isRetired: fc.boolean() }),
  fc.record({ kind: fc.constant("retype"), pick, type: fc.constantFrom("park", "cafe") }),
  fc.record({ kind: fc.constant("moveAll"), isOther: fc.boolean() }),
  fc.record({ kind: fc.constant("remove"), pick }),
);
const COUNTED = sql`
  select c.id, c.attraction_count as attractions, c.eatery_count as eateries,
    (select count(*)::int from attractions a where a.city_id = c.id and not a.is_eatery and a.retired_at is null) as "trueAttractions",
    (select count(*)::int from attractions a where a.city_id = c.id and a.is_eatery and a.retired_at is null) as "trueEateries"
  from cities c`;
const countedSchema = z.object({
  attractions: z.number(),
  eateries: z.number(),
  trueAttractions: z.number(),
  trueEateries: z.number(),
});

test("after any changes of places, each city counts its own", async () => {
  const places = sql`select id from attractions`;
  const cityOf = (isOther: boolean): string => (isOther ? world.otherCityId : world.cityId);
  await fc.assert(
    fc.asyncProperty(fc.array(placeChanges, { minLength: 2, maxLength: 10 }), async (changes) => {
      for (const change of changes) {
        const statement = {
          add: () =>
            insertPlace(
              randomUUID(),
              cityOf("isOther" in change && change.isOther),
              "type" in change ? change.type : "museum",
            ),
          retire: () =>
            sql`update attractions set retired_at = ${"isRetired" in change && change.isRetired ? "2026-11-22" : null} where id = ${nth(places, "pick" in change ? change.pick : 0)}`,
          retype: () =>
            sql`update attractions set attraction_type = ${"type" in change ? change.type : "park"} where id = ${nth(places, "pick" in change ? change.pick : 0)}`,
          moveAll: () => sql`update attractions set city_id = ${cityOf("isOther" in change && change.isOther)}`,
          remove: () => sql`delete from attractions where id = ${nth(places, "pick" in change ? change.pick : 0)}`,
        }[change.kind]();
        const counted = await database.db.transaction({ kind: "importer" }, async (tx) => {
          await tx.execute(statement);
          return tx.many(countedSchema, COUNTED);
        });
        for (const { attractions, eateries, trueAttractions, trueEateries } of counted) {
          expect([attractions, eateries]).toEqual([trueAttractions, trueEateries]);
        }
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);

test("the database and the program agree on how many decimals a currency has", async () => {
  const currencies = Intl.supportedValuesOf("currency");
  const digits = await database.admin("select code, minor_digits(code) as digits from unnest($1::text[]) as code", [
    currencies,
  ]);
  expect(digits).toEqual(currencies.map((code) => ({ code, digits: minorDigits(code) })));
});

test("a saved plan takes five statements, however long it is", async () => {
  const traveller = await addTraveller(world);
  const { id: tripId } = await traveller.trips.createTrip(newTrip(world));
  const { saveItinerary } = await import("../../../db/stores/itineraries.ts");
  for (const length of [1, 40]) {
    const items = Array.from({ length }, (_, index) => itemOf(`k${index}`));
    let statements = 0;
    await traveller.act((tx) => {
      const counting = new Proxy(tx, {
        get: (target, name: keyof typeof tx) => {
          statements += 1;
          return target[name].bind(target);
        },
      });
      return saveItinerary(counting, planFor(tripId, draftOf(world, items, [], [])), randomUUID);
    });
    expect(statements).toBe(5);
  }
});
