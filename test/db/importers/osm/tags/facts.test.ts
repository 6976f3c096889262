/** What single tags say: prices, addresses, names, references, days. */
import { describe, expect, test } from "vitest";
import { admissionOf, parseCharge } from "../../../../../db/importers/osm/tags/admission.ts";
import { contactOf } from "../../../../../db/importers/osm/tags/contact.ts";
import { nameKey, namesOf } from "../../../../../db/importers/osm/tags/names.ts";
import { referencesOf } from "../../../../../db/importers/osm/tags/references.ts";
import { saidOn } from "../../../../../db/importers/osm/tags/said-on.ts";

describe("a charge", () => {
  test.each([
    ["12 EUR", "12", "EUR"],
    ["€12", "12", "EUR"],
    ["12€", "12", "EUR"],
    ["12,50 €", "12.50", "EUR"],
    ["EUR 12.50/adult", "12.50", "EUR"],
    ["12 EUR/person", "12", "EUR"],
    ["CHF 10 per adult", "10", "CHF"],
    ["1500 JPY", "1500", "JPY"],
    ["adult: 8 EUR", "8", "EUR"],
    ["8 EUR (adult)", "8", "EUR"],
    ["zł 20", "20", "PLN"],
  ])("%s", (text, amount, currency) => {
    expect(parseCharge(text)).toEqual({ amount, currency });
  });

  test.each([
    ["$5", "of many countries"],
    ["£5", "of several"],
    ["12", "no currency"],
    ["2 EUR/hour", "not an admission"],
    ["1,500 JPY", "one and a half, or fifteen hundred"],
    ["5-10 EUR", "an interval"],
    ["12 XQZ", "no such currency"],
    ["free", "a word"],
    ["EUR 5 USD", "two currencies"],
    [`${"9".repeat(80)} EUR`, "too long"],
  ])("%s says nothing certain: %s", (text) => {
    expect(parseCharge(text)).toBeNull();
  });

  test.each<[Record<string, string>, object]>([
    [{ fee: "no" }, { pricing: "free" }],
    [{ fee: "yes" }, { pricing: "paid" }],
    [{ fee: "donation" }, { pricing: "donation" }],
    [{ fee: "3 EUR" }, { pricing: "paid", admission: { amount: "3", currency: "EUR" } }],
    [{ fee: "yes", charge: "who knows" }, { pricing: "paid" }],
    [{ charge: "0 EUR" }, { pricing: "free" }],
    [{ charge: "Adults: 9 EUR; Children: 4 EUR" }, { pricing: "paid", admission: { amount: "9", currency: "EUR" } }],
    [{ charge: "9 EUR; 4 EUR" }, {}],
    [
      { fee: "yes", "fee:conditional": "no @ (Su[1])" },
      { pricing: "paid", freeDays: "Su[1]" },
    ],
    [{}, {}],
  ])("%j", (tags, expected) => {
    expect(admissionOf(tags)).toEqual(expected);
  });
});

describe("names", () => {
  test("for an English-speaking traveller, on its sign, and the others", () => {
    expect(
      namesOf({
        name: "Εθνικό Μουσείο",
        "name:en": "National Museum",
        "name:el": "Εθνικό Μουσείο",
        alt_name: "The Museum;Old House",
        old_name: "Royal Museum",
        "name:etymology": "a person",
        official_name: "National Museum",
      }),
    ).toEqual({
      name: "National Museum",
      nameLocal: "Εθνικό Μουσείο",
      otherNames: ["The Museum", "Old House", "Royal Museum"],
    });
  });

  test.each<[Record<string, string>, object | null]>([
    [{ name: "Torre" }, { name: "Torre" }],
    [
      { name: "Torre", int_name: "Tower" },
      { name: "Tower", nameLocal: "Torre" },
    ],
    [
      { name: "寺", "name:ja-Latn": "Tera" },
      { name: "Tera", nameLocal: "寺", otherNames: undefined },
    ],
    [{ "name:en": "Only English" }, { name: "Only English" }],
    [{ name: "  wide   gaps " }, { name: "wide gaps" }],
    [{ name: "Cafe\u0301" }, { name: "Café" }],
    [{ name: "x".repeat(300) }, null],
    [{ "name:fr": "Seulement" }, null],
  ])("%j", (tags, expected) => {
    if (expected === null) expect(namesOf(tags)).toBeNull();
    else expect(namesOf(tags)).toMatchObject(Object.fromEntries(Object.entries(expected).filter(([, v]) => v)));
  });

  test("are compared without case, accents and signs, in any script", () => {
    expect(nameKey("Musée  d'Orsay")).toBe(nameKey("musee d’Orsay"));
    expect(nameKey("Храм")).toBe(nameKey("ХРАМ"));
    expect(nameKey("寺")).not.toBe(nameKey("塔"));
  });
});

describe("references", () => {
  test.each<[Record<string, string>, object]>([
    [{ wikidata: "Q12" }, { wikidata: "Q12" }],
    [{ wikidata: "Q12;Q13" }, { wikidata: "Q12" }],
    [{ wikidata: "12" }, {}],
    [{ "brand:wikidata": "Q38076" }, {}],
    [{ wikipedia: "pt:Torre_de_Belém" }, { wikipedia: "pt:Torre de Belém" }],
    [{ wikipedia: "https://fr.wikipedia.org/wiki/Tour_Eiffel#Histoire" }, { wikipedia: "fr:Tour Eiffel" }],
    [{ wikipedia: "https://de.wikipedia.org/wiki/K%C3%B6ln" }, { wikipedia: "de:Köln" }],
    [{ "wikipedia:en": "Big Ben" }, { wikipedia: "en:Big Ben" }],
    [{ "wikipedia:de": "Dom", "wikipedia:en": "Minster" }, { wikipedia: "en:Minster" }],
    [{ wikipedia: "a title of no language" }, {}],
    [{ wikivoyage: "en:Lisbon/Alfama" }, { wikivoyage: "en:Lisbon/Alfama" }],
    [{ "geonames:id": "2993457" }, { geonames: 2_993_457 }],
  ])("%j", (tags, expected) => {
    expect(referencesOf(tags, "node/1")).toEqual({ osm: "node/1", ...expected });
  });
});

describe("contact", () => {
  test.each<[Record<string, string>, object]>([
    [{ website: "http://a.example/x" }, { website: "http://a.example/x" }],
    [{ "contact:website": "a.example" }, { website: "https://a.example" }],
    [{ url: "https://a.example;https://b.example" }, { website: "https://a.example" }],
    [{ website: "yes" }, {}],
    [{ website: "javascript:alert(1)" }, {}],
    [{ website: "javascript://a.example/%0aalert(1)" }, {}],
    [{ phone: "+1 2;+1 3" }, { phone: "+1 2" }],
    [{ phone: "1".repeat(60) }, {}],
    [{ wheelchair: "designated" }, { wheelchair: "yes" }],
    [{ wheelchair: "perhaps" }, {}],
    [{ "addr:street": "Rua", "addr:housenumber": "5", "addr:city": "Porto" }, { address: "Rua 5, Porto" }],
    [{ "addr:postcode": "1000", "addr:city": "Porto" }, {}],
    [{ "addr:full": "Behind the church" }, { address: "Behind the church" }],
  ])("%j", (tags, expected) => {
    expect(contactOf(tags)).toEqual(expected);
  });
});

describe("the day it was said", () => {
  const day = (tags: Record<string, string>, date: string | null): string =>
    saidOn({ id: 1, tags, date }, "2026-01-01");

  test("is the last edit, or a later look, never after the file's own day", () => {
    expect(day({}, "2020-05-05")).toBe("2020-05-05");
    expect(day({ check_date: "2024-06-07" }, "2020-05-05")).toBe("2024-06-07");
    expect(day({ check_date: "2019-06-07" }, "2020-05-05")).toBe("2020-05-05");
    expect(day({ "check_date:opening_hours": "2025-06-07", check_date: "2024-01-01" }, null)).toBe("2025-06-07");
    expect(day({ check_date: "2204-06-07" }, "2020-05-05")).toBe("2020-05-05");
    expect(day({ check_date: "2024-02-31" }, null)).toBe("2026-01-01");
  });
});
