/** Every built-in city as it stands in the repository: the right shape, nothing impossible, enough of it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type CityFile, cityFileSchema, problemsOf } from "../../db/catalogue/city-file.ts";
import { builtInCatalogueDir, readCatalogueFiles } from "../../db/seed/catalogue-files.ts";
import { readCsvRows } from "../../db/seed/source-rows.ts";
import { hoursFromRule } from "../../trip/hours/hours-from-rule.ts";

const folder = join(builtInCatalogueDir(), "cities");
const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
const fileNamed = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));
const cities = names.map((name) => ({ name, file: fileNamed(name) as CityFile }));

const CONTINENTS: Record<string, string> = {
  ...{ AR: "South America", AT: "Europe", AU: "Oceania", ES: "Europe", FR: "Europe", GB: "Europe", IT: "Europe" },
  ...{ JP: "Asia", MA: "Africa", MX: "North America", NL: "Europe", PT: "Europe", SG: "Asia", TH: "Asia" },
  ...{ US: "North America", ZA: "Africa" },
};

test("at least twelve cities on at least four continents", () => {
  expect(cities.length).toBeGreaterThanOrEqual(12);
  const continents = cities.map(({ file }) => CONTINENTS[file.countryCode]);
  expect(continents).not.toContain(undefined);
  expect(new Set(continents).size).toBeGreaterThanOrEqual(4);
});

describe.each(cities)("$name", ({ name, file }) => {
  const places = [...file.attractions, ...file.eateries];

  test("has the shape of a city file, and nothing impossible in it", () => {
    expect(cityFileSchema.safeParse(fileNamed(name)).error?.issues ?? []).toEqual([]);
    expect(problemsOf(file)).toEqual([]);
  });

  test("has enough to see and to eat, and somewhere for every diet that is common", () => {
    expect(file.attractions.length).toBeGreaterThanOrEqual(25);
    expect(file.eateries.length).toBeGreaterThanOrEqual(6);
    const diets = new Set(file.eateries.flatMap((eatery) => eatery.diets));
    expect([...diets]).toEqual(expect.arrayContaining(["vegetarian", "vegan"]));
  });

  test("says when it was compiled, and that hours and prices need confirming", () => {
    expect(file.compiledOn <= "2026-11-22").toBe(true);
    expect(file.notice).toContain(file.compiledOn);
    expect(file.notice).toMatch(/hours.*prices.*confirm/);
  });

  test("knows what it says it knows: weekly hours of most places, closed days of some", () => {
    const weekly = places.flatMap(({ hours }) => (hours === null ? [] : (hoursFromRule(hours).hours ?? [])));
    expect(places.filter(({ hours }) => hours !== null).length / places.length).toBeGreaterThan(0.8);
    expect(weekly.some((week) => week.monday.length === 0 || week.tuesday.length === 0)).toBe(true);
    expect(file.attractions.filter(({ adultPrice }) => adultPrice !== null).length).toBeGreaterThanOrEqual(10);
  });

  test("the whole range of a day: something free, something indoors or out, something off the beaten path", () => {
    expect(file.attractions.some(({ adultPrice }) => adultPrice === 0)).toBe(true);
    expect(file.attractions.some(({ offbeat }) => offbeat)).toBe(true);
    expect(new Set(file.attractions.flatMap(({ categories }) => categories)).size).toBeGreaterThanOrEqual(10);
    expect(file.attractions.filter(({ wheelchair }) => wheelchair === "yes").length).toBeGreaterThanOrEqual(5);
  });
});

test("each city is paid in its country's currency", async () => {
  const { countries } = readCsvRows(await readCatalogueFiles(builtInCatalogueDir()));
  const currencies = new Map(countries.map((country) => [country.iso_code, country.currency_code]));
  for (const { name, file } of cities) expect(file.currency, name).toBe(currencies.get(file.countryCode));
});

test("no description is used in two cities", () => {
  const descriptions = cities.flatMap(({ file }) => [...file.attractions, ...file.eateries].map((p) => p.description));
  expect(descriptions.length).toBe(new Set(descriptions).size);
});
