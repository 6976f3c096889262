/** The live check and the live look as people type them, and the database of the command line afterwards. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "../../../trip/calendar.ts";
import { openTestDatabase, type TestDatabase } from "../../db/database-for-tests.ts";
import { type LoopbackVendor, startLoopbackVendor } from "../../providers/conformance/loopback-vendor.ts";
import { type CliResult, runCli } from "../run-cli.ts";
import { ID_MARK, MARK, type MapsVendor, mapsVendor } from "./maps-vendor.ts";
import { rowsWith } from "./rows-with.ts";

const KEY = "a-key-that-nobody-sees-either";
const TODAY = new Date().toISOString().slice(0, 10);

let vendor: LoopbackVendor;
let database: TestDatabase;
let maps: MapsVendor;
let tripId: string;
let sight: { title: string; placeId: string };
beforeAll(async () => {
  vendor = await startLoopbackVendor();
  maps = mapsVendor();
  vendor.respond(maps.respond);
  database = await openTestDatabase({ catalogue: "none" });
  const planned = await run("plan", `2 days in Florence from ${addDays(TODAY, 1)}, museums`, "--json");
  const { trip, itinerary } = JSON.parse(planned.stdout);
  tripId = trip.id;
  sight = itinerary.days[0].items.find(({ type }: { type: string }) => type === "attraction");
});
afterAll(async () => {
  await database?.close();
  await vendor?.close();
});

const run = (...args: string[]): Promise<CliResult> =>
  runCli([...args, "--today", TODAY], { GOOGLE_PLACES_API_KEY: KEY, GOOGLE_PLACES_URL: vendor.url });

test("a stored trip is judged by what its places say today, and closed doors are found", async () => {
  const fine = await run("check", tripId.slice(0, 13), "--live");
  expect([fine.status, fine.stderr]).toEqual([0, expect.any(String)]);
  expect(fine.stdout).toMatch(/This plan holds/);
  expect(fine.stdout).toMatch(/places? of \d+ told (its|their) hours \(Google Maps\); nothing of it is kept\./);

  const { stdout } = await run("places", "show", sight.placeId, "--json");
  const { place } = JSON.parse(stdout);
  maps.more.set(place.nameLocal ?? place.name, { businessStatus: "CLOSED_PERMANENTLY" });
  const shut = await run("check", tripId, "--live");
  expect(shut.status).toBe(1);
  expect(shut.stdout.replaceAll(/\s+/g, " ")).toContain(`${sight.title} has closed for good, says Google Maps`);
});

test("a live look shows whose words they are, and none of them is in the database afterwards", async () => {
  const live = await run("places", "show", sight.placeId, "--live");
  const words = live.stdout.replaceAll(/\s+/g, " ");
  expect(words).toMatch(/Google Maps, this minute .* · closed for good · 4\.4 of 5, 10 ratings/);
  expect(words).toContain(`“${MARK} was here” ${MARK} Jr, 2026-10-01, 4 of 5`);
  expect(live.stdout).not.toContain("\u001b");

  expect(await rowsWith(database, MARK, "public")).toEqual([]);
  const kept = await database.admin("select 1 from public.attractions where starts_with(google_places_id, $1)", [
    ID_MARK,
  ]);
  expect(kept.length).toBeGreaterThan(0);
});

test("without a key, and without a trip, there is one line about it", async () => {
  const nobody = await runCli(["check", "1234", "--live"]);
  expect([nobody.status, nobody.stdout]).toEqual([2, ""]);
  expect(nobody.stderr.trim()).toMatch(/^Expected somebody who can be asked .* set GOOGLE_PLACES_API_KEY\..*$/);
  const nothing = await run("check", "--live");
  expect([nothing.status, nothing.stderr]).toEqual([2, "Expected a trip's id: tripwright check ID --live\n"]);
});
