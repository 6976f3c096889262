/** What a person said of a place stays, whatever is imported before and after. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Verification, verifyPlace } from "../../../db/conflation/verify-place.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { emptyWorld, importBatch, makeWorld, type Said, worldArbitrary } from "./small-world.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
  await makeWorld(database);
});
afterAll(() => database?.close());

const verify = (verification: Verification): Promise<void> =>
  database.db.transaction({ kind: "importer" }, (tx) => verifyPlace(tx, verification));

async function importAll(world: readonly Said[]): Promise<void> {
  for (const [source, said] of Map.groupBy(world, (entry) => entry.source)) {
    await importBatch(
      database,
      source,
      said.map(({ record }) => record),
    );
  }
}

/** Columns that hold what somebody said, rather than what is reckoned from it or where it is from. */
const SAID = `name, name_local, description, attraction_type, category_ids, address, st_astext(location) as location,
  opening_hours, pricing_type, price_adult, diets,
  case when field_sources ->> 'crowdedness_level' <> 'computed' then crowdedness_level end as crowdedness_level, tags, accessibility_features ->> 'wheelchair' as wheelchair,
  fame, sitelinks, website, phone, wikidata_id, is_verified, verified_by, verified_at::text, retired_at`;

/** What verifying says of the place itself, and that it stays. */
const OF_VERIFYING: ReadonlySet<string> = new Set(["is_verified", "verified_by", "verified_at", "retired_at"]);

const isKnown = (value: unknown): boolean => value !== null && !(Array.isArray(value) && value.length === 0);

async function rowOf(id: unknown): Promise<Record<string, unknown>> {
  const [row] = await database.admin(`select ${SAID} from attractions where id = $1`, [id]);
  return row ?? {};
}

test("no import changes what a person verified", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      worldArbitrary,
      worldArbitrary,
      fc.nat(11),
      fc.boolean(),
      async (before, after, choice, isCorrected) => {
        await emptyWorld(database);
        await importAll(before);
        const places = await database.admin("select id from attractions where retired_at is null order by name, id");
        fc.pre(places.length > 0);
        const { id } = places[choice % places.length] ?? {};
        const changes = isCorrected
          ? { name: "What It Is Called", location: { lat: 38.7151, lon: -9.1402 }, hours: "Mo-Su 10:00-12:00" }
          : {};
        const shown = await rowOf(id);
        await verify({ placeId: String(id), by: "Ada", on: "2024-01-01", changes });
        const verified = await rowOf(id);
        expect(verified).toMatchObject({
          is_verified: true,
          verified_by: "Ada",
          ...(isCorrected && { name: changes.name }),
        });
        // New ids, and the old ones with other content: both come in later files.
        const later = after.map(({ source, record }, at) => {
          const externalId = at % 2 === 0 ? record.externalId : `later-${record.externalId}`;
          return { source, record: { ...record, externalId, sourceDate: "2026-12-01" } };
        });
        await importAll(later);
        for (const [source, said] of Map.groupBy(before, (entry) => entry.source)) {
          await importBatch(
            database,
            source,
            [],
            said.map(({ record }) => record.externalId),
          );
        }
        const now = await rowOf(id);
        // A source that turns out to speak of the same place may add what the person was not shown.
        const corrected = isCorrected ? ["name", "location", "opening_hours"] : [];
        const seen = Object.keys(shown).filter((column) => isKnown(shown[column]) && !OF_VERIFYING.has(column));
        for (const column of seen.filter((each) => !corrected.includes(each))) {
          expect([column, verified[column]]).toEqual([column, shown[column]]);
        }
        for (const column of new Set([...seen, ...corrected, ...OF_VERIFYING])) {
          expect([column, now[column]]).toEqual([column, verified[column]]);
        }
      },
    ),
    { numRuns: Number(process.env.WORLDS ?? 25) },
  );
});

test("a verified place is known again by the records it was made of, though a person moved and renamed it", async () => {
  await emptyWorld(database);
  const record = {
    kind: "place" as const,
    externalId: "n1",
    sourceDate: "2026-05-01",
    ids: {},
    name: "Wrong Name",
    type: "museum" as const,
    location: { lat: 38.72, lon: -9.11 },
  };
  await importBatch(database, "openstreetmap", [record]);
  const [place] = await database.admin("select id from attractions");
  const changes = { name: "Right Name", location: { lat: 38.73, lon: -9.11 } };
  await verify({ placeId: String(place?.id), by: "Ada", on: "2026-05-02", changes });
  await importBatch(database, "openstreetmap", [
    { ...record, sourceDate: "2026-06-01", website: "https://example.org" },
  ]);
  expect(
    await database.admin("select id, name, website, is_verified, field_sources ->> 'name' as by from attractions"),
  ).toEqual([{ id: place?.id, name: "Right Name", website: "https://example.org", is_verified: true, by: "person" }]);
});

test("nobody verifies what is not there, or a value that cannot be", async () => {
  await emptyWorld(database);
  const placeId = "00000000-0000-4000-8000-00000000ffff";
  await expect(verify({ placeId, by: "Ada", on: "2026-05-02" })).rejects.toMatchObject({ code: "place_not_found" });
});
