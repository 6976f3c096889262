/** What the catalogue knows, as its keeper sees it from the command line. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { cityFileSchema } from "../../db/catalogue/city-file.ts";
import { cityCoverageSchema } from "../../db/stores/catalogue-coverage.ts";
import { placeDetailsSchema } from "../../trip/place-details.ts";
import { runCli } from "./run-cli.ts";

const statsSchema = z.object({ cities: z.array(cityCoverageSchema), totals: z.object({ cities: z.int() }).loose() });

test("stats counts every covered city, for programs and for people", async () => {
  const { cities, totals } = statsSchema.parse(JSON.parse((await runCli(["places", "stats", "--json"])).stdout));
  expect(totals.cities).toBe(cities.length);
  const lisbon = cities.find(({ name, countryCode }) => name === "Lisbon" && countryCode === "PT");
  const file = cityFileSchema.parse(JSON.parse(readFileSync("db/catalogue/cities/lisbon.json", "utf8")));
  const usable = ({ hours }: { hours: string | null }): boolean => hours !== null;
  expect(lisbon).toMatchObject({
    ...{ attractions: file.attractions.length, usableAttractions: file.attractions.filter(usable).length },
    ...{ eateries: file.eateries.length, usableEateries: file.eateries.filter(usable).length },
    ...{ areas: file.areas.length, known: { mealPrice: 1 } },
  });
  const { stdout } = await runCli(["places", "stats"]);
  expect(stdout.split("\n").filter((line) => line.startsWith("Lisbon (PT)"))).toHaveLength(1);
});

test("stats of one city, and of one that is not there", async () => {
  const { stdout } = await runCli(["places", "stats", "--city", "porto", "--json"]);
  expect(statsSchema.parse(JSON.parse(stdout)).cities.map(({ name }) => name)).toEqual(["Porto"]);
  const missing = await runCli(["places", "stats", "--city", "Atlantis"]);
  expect(missing).toMatchObject({ status: 3, stdout: "" });
  expect(missing.stderr).toMatch(/^Expected a city with places in the catalogue, got "Atlantis"\./);
});

test("show finds a place by a part of its name or its id, and tells where its facts are from", async () => {
  const { stdout } = await runCli(["places", "show", "Gulbenkian museum", "--city", "Lisbon", "--json"]);
  const { place } = z.object({ place: placeDetailsSchema }).parse(JSON.parse(stdout));
  expect(place.name).toBe("Calouste Gulbenkian Museum");
  const shown = await runCli(["places", "show", place.id]);
  expect(shown.stdout).toMatch(/^Calouste Gulbenkian Museum · .*Lisbon\n/);
  expect(shown.stdout).toContain("Tripwright built-in catalogue");
  expect(shown.stdout).toContain("not verified by a person");
});

test("show asks back where a name means several places, and says what is near one that means none", async () => {
  const several = await runCli(["places", "show", "cafe"]);
  expect(several).toMatchObject({ status: 3, stdout: "" });
  expect(several.stderr).toMatch(
    /^Expected the id or name of a place, got "cafe", which names several\. Did you mean /,
  );
  const none = await runCli(["places", "show", "qqqqzzzz"]);
  expect(none.stderr.trim()).toBe('Expected the id or name of a place, got "qqqqzzzz", which names none.');
});

test("verify shows what it is about and asks for a yes; with it, the word is a person's and the age is today's", async () => {
  const place = ["Museum of San Isidro", "--city", "Madrid"];
  const asked = await runCli(["places", "verify", ...place]);
  expect(asked.status).toBe(2);
  expect(asked.stdout).toMatch(/^Museum of San Isidro · .*Madrid\n/);
  expect(asked.stderr).toMatch(
    /^Expected --yes: it says that you looked at Museum of San Isidro and all of this is so\./,
  );

  const hours = "Tu-Su 10:00-20:00; Jan 1,Jan 6,May 1,Dec 24,Dec 25,Dec 31 off";
  const said = ["--hours", hours, "--wheelchair", "yes", "--by", "Ana", "--yes", "--json"];
  const { stdout } = await runCli(["places", "verify", ...place, ...said]);
  const now = z.object({ place: placeDetailsSchema }).parse(JSON.parse(stdout)).place;
  expect(now.quality).toMatchObject({ isVerified: true, verifiedOn: "2026-11-22" });
  expect(now.quality.fieldSources).toMatchObject({ opening_hours: "person", accessibility_features: "person" });
  expect(now).toMatchObject({ wheelchair: "yes", hours: { monday: [], tuesday: [{ open: "10:00", close: "20:00" }] } });
});

test.each([
  [["--hours", "whenever"], /^Expected --hours as OpenStreetMap writes them/],
  [["--price", "12"], /^Expected --price as "free" or "12\.50 EUR", got "12"\./],
  [["--city", "Madrid", "--today", "2020-01-01"], /^Expected a day from 2026-11-22 on, when somebody verified it/],
  [["--at", "91,0"], /^Expected --at as lat,lon, got "91,0"\./],
  [["--wheelchair", "maybe"], /^Expected --wheelchair as yes, limited, no, got "maybe"\./],
  [["--website", "javascript:alert(1)"], /^Expected --website as an address with https:/],
])("verify refuses %j", async (options, message) => {
  const { status, stderr } = await runCli(["places", "verify", "Museum of San Isidro", ...options, "--yes"]);
  expect(status).toBe(2);
  expect(stderr).toMatch(message);
});
