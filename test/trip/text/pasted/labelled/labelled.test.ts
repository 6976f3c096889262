/** The labels themselves: enough of them, each pointing at something in its text and in the catalogue. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { CityFile } from "../../../../../db/catalogue/city-file.ts";
import { builtInCatalogueDir } from "../../../../../db/seed/catalogue-files.ts";
import { VIOLATION_SEVERITY } from "../../../../../trip/verdict.ts";
import { LABELLED, positionsOf } from "./labelled.ts";

const folder = join(builtInCatalogueDir(), "cities");
const catalogue = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as CityFile)
    .map(({ city, attractions, eateries }) => [city, [...attractions, ...eateries]]),
);
const namesIn = (city: string): string[] => (catalogue.get(city) ?? []).map(({ name }) => name);
const labels = LABELLED.flatMap(({ places }) => places);
const faults = LABELLED.flatMap((entry) => entry.faults);

describe("the table", () => {
  test("sixty itineraries and four over later cities, half of them with faults, in many hands", () => {
    expect(LABELLED).toHaveLength(64);
    expect(new Set(LABELLED.map(({ name }) => name)).size).toBe(64);
    expect(new Set(LABELLED.map(({ text }) => text)).size).toBe(64);
    const faulty = LABELLED.filter((entry) => entry.faults.length > 0);
    expect(faulty).toHaveLength(34);
    expect(new Set(LABELLED.map(({ style }) => style)).size).toBeGreaterThanOrEqual(10);
  });

  test("nineteen built-in cities or more, some trips of two", () => {
    const cities = new Set(LABELLED.flatMap((entry) => entry.cities));
    expect([...cities].filter((city) => !catalogue.has(city))).toEqual([]);
    expect(cities.size).toBeGreaterThanOrEqual(19);
    expect(LABELLED.filter(({ cities }) => cities.length > 1).length).toBeGreaterThanOrEqual(5);
  });

  test("places enough, many not by their catalogue name, some not in it", () => {
    const named = labels.filter(({ place }) => place !== null);
    expect(labels.length).toBeGreaterThanOrEqual(600);
    expect(labels.length - named.length).toBeGreaterThanOrEqual(40);
    const fold = (text: string): string => text.toLowerCase().replace(/^the /, "");
    const otherwise = named.filter(({ mention, place }) => fold(mention) !== fold(place ?? ""));
    expect(otherwise.length / named.length).toBeGreaterThanOrEqual(0.15);
  });

  test("faults enough, of every kind that a text can carry", () => {
    expect(faults.length).toBeGreaterThanOrEqual(80);
    const kinds = new Set(faults.map(({ code }) => code));
    for (const kind of kinds) expect(VIOLATION_SEVERITY).toHaveProperty(kind);
    expect(kinds.size).toBeGreaterThanOrEqual(13);
  });
});

describe.each(LABELLED)("$name", (entry) => {
  test("mentions are parts of the text, in its order", () => {
    const missing = positionsOf(entry).flatMap((at, index) => (at < 0 ? [entry.places[index]?.mention] : []));
    expect(missing).toEqual([]);
  });

  test("places are the catalogue's, and what is labelled unknown is not in it", () => {
    for (const { mention, place, city } of entry.places) {
      if (place !== null) expect(namesIn(city), mention).toContain(place);
      const known = (catalogue.get(city) ?? []).flatMap(({ name, nameLocal }) => [name, nameLocal]);
      if (place === null) expect(known).not.toContain(mention);
    }
  });

  test("faults point at labelled mentions and at days; dates stand in the text or beside it", () => {
    const mentions = entry.places.map(({ mention }) => mention);
    for (const { code, mention, day } of entry.faults) {
      if (mention !== null) expect(mentions).toContain(mention);
      if (code !== "budget_exceeded") expect(day).not.toBeNull();
    }
    expect(entry.today).toBe("2027-02-01");
    expect(entry.startDate ?? "2027-02-01").toMatch(/^2027-\d\d-\d\d$/);
    for (const city of entry.cities) expect(entry.text.toLowerCase()).toContain(city.toLowerCase());
  });
});
