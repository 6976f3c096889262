/** What the catalogue knows, as its keeper sees it from the command line. */
import { expect, test } from "vitest";
import { z } from "zod";
import { cityCoverageSchema } from "../../db/stores/catalogue-coverage.ts";
import { placeDetailsSchema } from "../../trip/place-details.ts";
import { runCli } from "./run-cli.ts";

const statsSchema = z.object({ cities: z.array(cityCoverageSchema), totals: z.object({ cities: z.int() }).loose() });

test("stats counts every covered city, for programs and for people", async () => {
  const { cities, totals } = statsSchema.parse(JSON.parse((await runCli(["places", "stats", "--json"])).stdout));
  expect(totals.cities).toBe(cities.length);
  const lisbon = cities.find(({ name, countryCode }) => name === "Lisbon" && countryCode === "PT");
  expect(lisbon).toMatchObject({ attractions: 78, eateries: 25, areas: 6, known: { mealPrice: 1 } });
  expect(lisbon?.usableAttractions).toBeLessThanOrEqual(78);
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
