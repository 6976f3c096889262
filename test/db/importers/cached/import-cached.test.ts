/** Reviews and booking links from files: rows with source and age, twice the same, and never a half file. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { importLinks, importReviews } from "../../../../db/importers/cached/import-cached.ts";
import { openTestDatabase, type TestDatabase } from "../../database-for-tests.ts";

let database: TestDatabase;
let folder: string;
let museum: string;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "covered" });
  folder = await mkdtemp(join(tmpdir(), "tripwright-cached-"));
  const [row] = await database.admin("select id from attractions where name = 'Calouste Gulbenkian Museum'");
  museum = String(row?.id);
  await database.admin("update attractions set wikidata_id = 'Q1' where id = $1", [museum]);
});
beforeEach(() => database.admin("truncate attraction_reviews, booking_links"));
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

async function fileOf(lines: readonly unknown[]): Promise<string> {
  const path = join(folder, "lines.jsonl");
  await writeFile(path, lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"));
  return path;
}

const review = { source: "guide", externalId: "7", rating: 4, text: "Fine.", readAt: "2026-11-20T10:00:00Z" };
const link = {
  provider: "viator",
  url: "https://example.org/x",
  priceFrom: "12.5",
  currency: "EUR",
  readAt: review.readAt,
};
const reviews = (): Promise<Record<string, unknown>[]> =>
  database.admin(
    "select attraction_id, source, rating, review_text from attraction_reviews order by external_review_id",
  );

test("a place is named by our id, an id both know, or its name and city", async () => {
  const places = [{ id: museum }, { wikidata: "Q1" }, { name: "calouste gulbenkian museum", city: "lisbon" }];
  const path = await fileOf(places.map((place, at) => ({ ...review, place, externalId: `${at}` })));
  expect(await importReviews(database.db, path)).toEqual({ read: 3, written: 3, unknownPlaces: 0 });
  expect((await reviews()).map(({ attraction_id }) => attraction_id)).toEqual([museum, museum, museum]);
});

test("a place nobody knows is counted, not guessed", async () => {
  const path = await fileOf([
    { ...review, place: { name: "Gulbenkian", city: "Porto" } },
    { ...review, place: { osm: "node/1" } },
    "",
  ]);
  expect(await importReviews(database.db, path)).toEqual({ read: 2, written: 0, unknownPlaces: 2 });
});

test("when to read again goes by how often people write there, and an older file does not take it back", async () => {
  const written = (dates: readonly string[], readAt: string): Promise<string> =>
    fileOf(dates.map((date, at) => ({ ...review, place: { id: museum }, externalId: `${date}/${at}`, date, readAt })));
  const checks = (): Promise<Record<string, unknown>[]> =>
    database.admin(
      "select source, checked_at = $1 as newest, (next_check_at - checked_at)::text as pause from review_checks",
      ["2026-11-20T10:00:00Z"],
    );
  await database.admin("truncate review_checks");
  await importReviews(database.db, await written(["2026-11-20", "2026-11-12"], "2026-11-20T10:00:00Z"));
  expect(await checks()).toEqual([{ source: "guide", newest: true, pause: "4 days" }]);
  await importReviews(database.db, await written(["2025-01-01"], "2026-03-01T10:00:00Z"));
  expect(await checks()).toEqual([{ source: "guide", newest: true, pause: "4 days" }]);
});

test("importing again changes nothing, a newer reading replaces the older", async () => {
  const place = { id: museum };
  const first = await fileOf([{ ...review, place }]);
  await importReviews(database.db, first);
  expect(await importReviews(database.db, first)).toMatchObject({ written: 0 });
  const newer = await fileOf([
    { ...review, place },
    { ...review, place, rating: 2, text: null },
  ]);
  expect(await importReviews(database.db, newer)).toMatchObject({ read: 2, written: 1 });
  expect(await reviews()).toEqual([{ attraction_id: museum, source: "guide", rating: 2, review_text: null }]);
});

test("what was read earlier does not take back what was read later", async () => {
  const place = { id: museum };
  await importReviews(database.db, await fileOf([{ ...review, place }]));
  const earlier = { ...review, place, rating: 1, readAt: "2026-10-01T10:00:00Z" };
  expect(await importReviews(database.db, await fileOf([earlier]))).toMatchObject({ read: 1, written: 0 });
  expect(await reviews()).toMatchObject([{ rating: 4 }]);
});

test("links carry price and how long they hold", async () => {
  const path = await fileOf([{ ...link, place: { id: museum }, expiresAt: "2026-11-21T10:00:00Z" }]);
  expect(await importLinks(database.db, path)).toEqual({ read: 1, written: 1, unknownPlaces: 0 });
  const rows = await database.admin(
    "select attraction_id, provider, price_from::text, currency, expires_at - cached_at = interval '1 day' as day from booking_links",
  );
  expect(rows).toEqual([
    { attraction_id: museum, provider: "viator", price_from: "12.500", currency: "EUR", day: true },
  ]);
});

test.each([
  ["no JSON", "{", /line 2: expected one JSON object a line, got "\{"/],
  ["no stars of ours", { ...review, place: { wikidata: "Q1" }, rating: 9 }, /line 2: .*rating/],
  ["a place of no kind", { ...review, place: { title: "x" } }, /line 2: .*expected "place" as/],
])("a line that is %s stops the file before anything is written", async (_, bad, message) => {
  const path = await fileOf([{ ...review, place: { wikidata: "Q1" } }, bad]);
  await expect(importReviews(database.db, path)).rejects.toThrow(message);
  expect(await reviews()).toEqual([]);
});

test("a link that is no web address, and a price without its currency, are refused", async () => {
  const script = await fileOf([{ ...link, place: { wikidata: "Q1" }, url: "javascript:alert(1)" }]);
  await expect(importLinks(database.db, script)).rejects.toMatchObject({ code: "invalid_input" });
  const bare = await fileOf([{ ...link, place: { wikidata: "Q1" }, currency: undefined }]);
  await expect(importLinks(database.db, bare)).rejects.toThrow(/expected a currency beside priceFrom/);
});

test("a file that is not there", async () => {
  await expect(importReviews(database.db, join(folder, "none.jsonl"))).rejects.toThrow(
    /^Expected a file that can be read/,
  );
});
