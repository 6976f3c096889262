/** Every built-in city as it stands in the repository: the right shape, nothing impossible, enough of it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type CityFile, cityFileSchema, problemsOf } from "../../db/catalogue/city-file.ts";
import { cityReviewSchema, reviewProblems } from "../../db/catalogue/city-review.ts";
import { builtInCatalogueDir, readCatalogueFiles } from "../../db/seed/catalogue-files.ts";
import { readCsvRows } from "../../db/seed/source-rows.ts";
import { hoursFromRule } from "../../trip/hours/hours-from-rule.ts";

const folder = join(builtInCatalogueDir(), "cities");
const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
const fileNamed = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));
const cities = names.map((name) => ({ name, file: fileNamed(name) as CityFile }));

const CONTINENTS: Record<string, readonly string[]> = {
  Africa: ["EG", "KE", "MA", "TN", "ZA"],
  Asia: ["AE", "CN", "HK", "IN", "JP", "KR", "MY", "SG", "TH", "TR", "TW", "VN"],
  Europe: [
    ...["AT", "BE", "CH", "CZ", "DE", "DK", "ES", "FI", "FR", "GB", "GR", "HR", "HU", "IE", "IS", "IT", "NL", "NO"],
    ...["PL", "PT", "SE"],
  ],
  "North America": ["CA", "CU", "MX", "US"],
  Oceania: ["AU", "NZ"],
  "South America": ["AR", "BR", "CL", "CO", "PE"],
};
const continentOf = (countryCode: string): string | undefined =>
  Object.keys(CONTINENTS).find((continent) => CONTINENTS[continent]?.includes(countryCode));

test("at least sixty cities on six continents", () => {
  expect(cities.length).toBeGreaterThanOrEqual(60);
  const continents = cities.map(({ file }) => continentOf(file.countryCode));
  expect(continents).not.toContain(undefined);
  expect(new Set(continents).size).toBe(6);
});

/** What a city is known to lack: nobody was sure of more. It has to go from here once somebody is. */
const LACKS: Readonly<Record<string, readonly string[]>> = {
  "cairo.json": ["five step-free places", "something closed on a Monday or Tuesday"],
  "lima.json": ["vegan meals"],
  "venice.json": ["hours of four places in five"],
};

describe.each(cities)("$name", ({ name, file }) => {
  const places = [...file.attractions, ...file.eateries];
  const expectUnlessLacking = (what: string, isThere: boolean): void =>
    expect(isThere, what).toBe(LACKS[name]?.includes(what) !== true);

  test("has the shape of a city file, and nothing impossible in it", () => {
    expect(cityFileSchema.safeParse(fileNamed(name)).error?.issues ?? []).toEqual([]);
    expect(problemsOf(file)).toEqual([]);
  });

  test("has enough to see and to eat, and somewhere for every diet that is common", () => {
    const isUsable = ({ hours }: { hours: unknown }): boolean => hours !== null;
    expect(file.attractions.filter(isUsable).length).toBeGreaterThanOrEqual(30);
    expect(file.eateries.filter(isUsable).length).toBeGreaterThanOrEqual(12);
    expect(file.areas.length).toBeGreaterThanOrEqual(4);
    const diets = new Set(file.eateries.flatMap((eatery) => eatery.diets));
    expect(diets).toContain("vegetarian");
    expectUnlessLacking("vegan meals", diets.has("vegan"));
  });

  test("was read by a second reader, who is on record with what they changed and doubt", () => {
    const path = join(builtInCatalogueDir(), "reviews", name);
    expect(existsSync(path), `${path} is missing`).toBe(true);
    const review = cityReviewSchema.parse(JSON.parse(readFileSync(path, "utf8")));
    expect(reviewProblems(file, review)).toEqual([]);
  });

  test("says when it was compiled, and that hours and prices need confirming", () => {
    expect(file.compiledOn <= "2026-11-23").toBe(true);
    expect(file.notice).toContain(file.compiledOn);
    expect(file.notice).toMatch(/hours.*prices.*confirm/);
  });

  test("knows what it says it knows: weekly hours of most places, closed days of some", () => {
    const weekly = places.flatMap(({ hours }) => (hours === null ? [] : (hoursFromRule(hours).hours ?? [])));
    const known = places.filter(({ hours }) => hours !== null).length / places.length;
    expectUnlessLacking("hours of four places in five", known > 0.8);
    const isClosedEarly = weekly.some((week) => week.monday.length === 0 || week.tuesday.length === 0);
    expectUnlessLacking("something closed on a Monday or Tuesday", isClosedEarly);
    expect(file.attractions.filter(({ adultPrice }) => adultPrice !== null).length).toBeGreaterThanOrEqual(10);
  });

  test("the whole range of a day: something free, something indoors or out, something off the beaten path", () => {
    expect(file.attractions.some(({ adultPrice }) => adultPrice === 0)).toBe(true);
    expect(file.attractions.some(({ offbeat }) => offbeat)).toBe(true);
    expect(new Set(file.attractions.flatMap(({ categories }) => categories)).size).toBeGreaterThanOrEqual(10);
    const stepFree = file.attractions.filter(({ wheelchair }) => wheelchair === "yes").length;
    expectUnlessLacking("five step-free places", stepFree >= 5);
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
