/** Records become places: the same ones whatever the order, and importing again changes nothing. */
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { StoredRecord } from "../../../db/conflation/stored-record.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { emptyWorld, importBatch, makeWorld, offered, type Said, worldArbitrary } from "./small-world.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
  await makeWorld(database);
});
afterAll(() => database?.close());
beforeEach(() => emptyWorld(database));

const museum = (changes: Partial<StoredRecord> = {}): StoredRecord => ({
  kind: "place",
  externalId: "m",
  sourceDate: "2026-05-01",
  ids: {},
  name: "Tile Museum",
  type: "museum",
  location: { lat: 38.72, lon: -9.11 },
  ...changes,
});

/** Runs of one source in that order, a batch each. */
async function importInOrder(world: readonly Said[]): Promise<void> {
  let start = 0;
  for (let end = 1; end <= world.length; end++) {
    const source = world[start]?.source ?? "";
    if (end < world.length && world[end]?.source === source) continue;
    await importBatch(
      database,
      source,
      world.slice(start, end).map(({ record }) => record),
    );
    start = end;
  }
}

describe("merging", () => {
  test("two sources' words on one place are one row, and each field says whose word it is", async () => {
    await importBatch(database, "openstreetmap", [
      museum({
        externalId: "way/1",
        name: "Museu Nacional do Azulejo",
        hours: "Tu-Su 10:00-18:00",
        ids: { wikidata: "Q1" },
      }),
    ]);
    const outcome = await importBatch(database, "wikivoyage", [
      museum({ externalId: "en:Lisbon#Tile", name: "National Tile Museum", description: "Tiles of five centuries." }),
    ]);
    expect(outcome).toMatchObject({ new: 0, merged: 1, unsure: 0 });
    const rows = await database.admin(
      "select name, description, wikidata_id, field_sources, licence, attribution, source, opening_hours is not null as timed from attractions",
    );
    expect(rows).toMatchObject([
      {
        name: "National Tile Museum",
        description: "Tiles of five centuries.",
        wikidata_id: "Q1",
        timed: true,
        source: "Title of openstreetmap",
        licence: "L-openstreetmap; L-wikivoyage",
        attribution: "By openstreetmap (L-openstreetmap); By wikivoyage (L-wikivoyage)",
        field_sources: { name: "wikivoyage", opening_hours: "openstreetmap", location: "openstreetmap" },
      },
    ]);
  });

  test("what is reckoned and not said is marked as computed", async () => {
    await importBatch(database, "wikivoyage", [
      museum({ externalId: "en:Lisbon#Keys", name: "Museum of Keys", sitelinks: 2, ids: { wikivoyage: "en:Lisbon" } }),
    ]);
    const rows = await database.admin(
      "select crowdedness_level, is_offbeat, field_sources from attractions where name = 'Museum of Keys'",
    );
    expect(rows).toMatchObject([
      {
        crowdedness_level: "low",
        is_offbeat: true,
        field_sources: { crowdedness_level: "computed", is_offbeat: "computed" },
      },
    ]);
  });

  test("two branches of a café stay two places, and each finds its own in another source", async () => {
    const branch = (externalId: string, north: number): StoredRecord =>
      museum({ externalId, name: "Café Milano", type: "cafe", location: { lat: 38.72 + north / 111_195, lon: -9.11 } });
    await importBatch(database, "wikivoyage", [branch("a", 0)]);
    await importBatch(database, "openstreetmap", [branch("node/2", 50)]);
    expect(await offered(database)).toHaveLength(1);
    await importBatch(database, "openstreetmap", [branch("node/1", 5)]);
    expect((await offered(database)).map(({ records }) => records)).toEqual(
      expect.arrayContaining([["openstreetmap/node/1", "wikivoyage/a"], ["openstreetmap/node/2"]]),
    );
  });

  test("a record without a type waits for a place to add to", async () => {
    const { type: _type, ...untyped } = museum({ externalId: "Q1", ids: { wikidata: "Q1" }, sitelinks: 40 });
    const first = await importBatch(database, "wikidata", [untyped]);
    expect(first.skipped).toEqual({ "adds to a place that nobody knows yet": 1 });
    expect(await offered(database)).toEqual([]);
    await importBatch(database, "openstreetmap", [museum({ externalId: "way/1" })]);
    expect((await offered(database))[0]).toMatchObject({ place: { sitelinks: 40, wikidata_id: "Q1" } });
  });

  test("a place far from every city waits too", async () => {
    const outcome = await importBatch(database, "openstreetmap", [museum({ location: { lat: 37, lon: -7.5 } })]);
    expect(outcome).toMatchObject({ new: 0, skipped: { "no known city near": 1 } });
  });

  test("an older word does not replace a newer one, a newer one does", async () => {
    const website = async (): Promise<unknown> => (await database.admin("select website from attractions"))[0]?.website;
    await importBatch(database, "openstreetmap", [museum({ website: "https://new.example.org" })]);
    const older = museum({ website: "https://old.example.org", sourceDate: "2020-01-01" });
    expect(await importBatch(database, "openstreetmap", [older])).toMatchObject({
      changed: 0,
      skipped: { "older than what is known": 1 },
    });
    expect(await website()).toBe("https://new.example.org");
    expect(await importBatch(database, "openstreetmap", [museum({ sourceDate: "2026-06-01" })])).toMatchObject({
      changed: 1,
    });
    expect(await website()).toBeNull();
  });

  test("what its last source no longer has is retired, keeps its id, and comes back under it", async () => {
    const ids = (): Promise<Record<string, unknown>[]> =>
      database.admin("select id, retired_at is null as offered from attractions");
    await importBatch(database, "built-in-like", []);
    await importBatch(database, "my-guide", [museum()]);
    const before = await ids();
    await importBatch(database, "my-guide", [], ["m"]);
    expect(await ids()).toEqual([{ ...before[0], offered: false }]);
    await importBatch(database, "my-guide", [museum()]);
    expect(await ids()).toEqual(before);
  });

  test("hours that nobody understands are unknown and counted, and their text is kept", async () => {
    const outcome = await importBatch(database, "openstreetmap", [museum({ hours: "when the cat is out" })]);
    expect(outcome).toMatchObject({ new: 1, hoursNotUnderstood: 1 });
    expect(
      await database.admin("select a.opening_hours, p.record ->> 'hours' as text from attractions a, place_records p"),
    ).toEqual([{ opening_hours: null, text: "when the cat is out" }]);
  });
});

describe("whatever the records", () => {
  test("any order of records and of files gives the same rows", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        worldArbitrary.chain((world) =>
          fc.tuple(fc.constant(world), fc.shuffledSubarray(world, { minLength: world.length })),
        ),
        async ([world, shuffled]) => {
          await emptyWorld(database);
          await importInOrder(world);
          const one = await offered(database);
          await emptyWorld(database);
          await importInOrder(shuffled);
          expect(await offered(database)).toEqual(one);
        },
      ),
      { numRuns: Number(process.env.WORLDS ?? 40) },
    );
  });

  test("the same records again change nothing", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(worldArbitrary, async (world) => {
        await emptyWorld(database);
        await importInOrder(world);
        const rows = (): Promise<unknown> =>
          database.admin("select id, xmin::text, a.retired_at from attractions a order by id");
        const before = await rows();
        for (const { source, record } of world) {
          expect(await importBatch(database, source, [record])).toMatchObject({
            new: 0,
            changed: 0,
            merged: 0,
            unchanged: 1,
          });
        }
        expect(await rows()).toEqual(before);
      }),
      { numRuns: 15 },
    );
  });
});
