/** A user's data leaves whole and goes whole, and nobody else's with it. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countAccount, deleteAccount, exportAccount } from "../../../db/stores/account.ts";
import { ACCOUNT_TABLES, NOT_A_USERS } from "../../../db/stores/account-tables.ts";
import { categoryIds } from "../../../db/stores/catalogue-ids.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { type AccountRows, fillAccount } from "./account-rows.ts";
import { addTraveller, buildWorld, type Traveller, type World } from "./world.ts";

const NAMES = ACCOUNT_TABLES.map(({ name }) => name);
const NOW = new Date("2026-11-22T10:00:00Z");

let database: TestDatabase;
let world: World;
let ada: Traveller;
let adas: AccountRows;
let others: AccountRows;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
  world = await buildWorld(database);
  await database.admin("insert into categories (id, name, display_name, level) values ($1, 'viewpoints', 'V', 1)", [
    categoryIds.idOf("viewpoints"),
  ]);
  await database.admin(
    "insert into booking_links (id, linkable_type, linkable_id, provider, booking_url) values ($1, 'attraction', $2, 'p', 'x')",
    [randomUUID(), world.placeIds[0]],
  );
  ada = await addTraveller(world);
  adas = await fillAccount(world, ada);
  others = await fillAccount(world, await addTraveller(world));
});
afterAll(() => database?.close());

test("every secured table is exported, or is said not to be a user's", async () => {
  const secured = await database.admin(
    `select relname as name from pg_class where relnamespace = current_schema()::regnamespace
     and relrowsecurity and not relispartition order by 1`,
  );
  expect(secured.map(({ name }) => name)).toEqual([...NAMES, ...Object.keys(NOT_A_USERS)].sort());
});

test("every table that leads to a user by foreign keys is in the list, and goes along unless it is said to stand apart", async () => {
  const leading = await database.admin(
    `with recursive reaching as (
       select 'users'::regclass::oid as id
       union
       select c.conrelid from pg_constraint c join reaching l on c.confrelid = l.id
       where c.contype = 'f' and c.confdeltype = 'c' and c.conparentid = 0)
     select c.relname as name from reaching l join pg_class c on c.oid = l.id where not c.relispartition order by 1`,
  );
  const together = ACCOUNT_TABLES.filter(({ isApart }) => !isApart).map(({ name }) => name);
  expect(leading.map(({ name }) => name)).toEqual(together.toSorted());
});

describe("an export", () => {
  test("has rows of every table, all of them the user's, with every column but the secrets", async () => {
    const { exportedAt, tables } = await exportAccount(database.db, ada.userId, NOW);
    expect(exportedAt).toBe("2026-11-22T10:00:00.000Z");
    expect(Object.keys(tables)).toEqual(NAMES);
    for (const { name, secrets = [] } of ACCOUNT_TABLES) {
      const rows = tables[name] ?? [];
      expect([name, rows.length > 0]).toEqual([name, true]);
      const columns = await database.admin(
        "select column_name as name from information_schema.columns where table_schema = current_schema() and table_name = $1",
        [name],
      );
      const exported = columns.map((column) => String(column.name)).filter((column) => !secrets.includes(column));
      expect(Object.keys(rows[0] ?? {}).sort()).toEqual(exported.sort());
    }
    const text = JSON.stringify(tables);
    for (const secret of [...adas.secrets, ...others.secrets, others.tripId]) expect(text).not.toContain(secret);
    expect(text).toContain(adas.tripId);
  });

  test("is exact: decimals and large integers as text, instants in UTC, points as WKT", async () => {
    const { tables } = await exportAccount(database.db, ada.userId, NOW);
    const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    expect(tables.trips).toMatchObject([
      {
        budget_total_minor: "9007199254740993",
        total_estimated_cost: "15.010",
        start_date: "2027-05-10",
        created_at: instant,
      },
    ]);
    expect(tables.itinerary_items?.find(({ item_key: key }) => key === "a")).toMatchObject({
      location: "POINT(-9 38)",
      cost: { lowMinor: 1_000, highMinor: 2_001 },
      start_time: "10:00:00",
      locked: false,
    });
  });

  test("of nobody is empty", async () => {
    const { tables } = await exportAccount(database.db, randomUUID(), NOW);
    expect(Object.values(tables).flat()).toEqual([]);
  });
});

describe("a deletion", () => {
  const rowsOf = async (): Promise<Record<string, unknown>> => {
    const counts = [...NAMES, "attractions", "cities"].map((name) => `(select count(*)::int from ${name}) as ${name}`);
    return (await database.admin(`select ${counts.join(", ")}`))[0] ?? {};
  };

  test("takes everything of the user and nothing else, and says what it was", async () => {
    const before = await rowsOf();
    const gone = await addTraveller(world);
    await fillAccount(world, gone);
    const counted = await countAccount(database.db, gone.userId);
    expect(Object.keys(counted).sort()).toEqual(NAMES.toSorted());
    expect(await deleteAccount(database.db, gone.userId)).toEqual(counted);
    expect(await rowsOf()).toEqual(before);
    expect(await countAccount(database.db, gone.userId)).toEqual({});
  });

  test("of somebody who is gone deletes nothing", async () => {
    const before = await rowsOf();
    expect(await deleteAccount(database.db, randomUUID())).toEqual({});
    expect(await rowsOf()).toEqual(before);
  });
});
