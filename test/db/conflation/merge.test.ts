/** One place's records as its row: who is believed about what, and that their order never matters. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BY_TYPE } from "../../../db/conflation/by-type.ts";
import { mergeRecords, type SourceTerms } from "../../../db/conflation/merge.ts";
import { PRECEDENCE } from "../../../db/conflation/precedence.ts";
import type { SourcedRecord, StoredRecord } from "../../../db/conflation/stored-record.ts";
import { worldArbitrary } from "./small-world.ts";

const NAMES = ["person", "built-in", "openstreetmap", "wikivoyage", "wikidata", "overture", "geonames", "my-guide"];
const terms = new Map<string, SourceTerms>(
  NAMES.map((name) => [name, { title: `Title of ${name}`, licence: `L-${name}`, attribution: `By ${name}` }]),
);

const from = (source: string, said: Partial<StoredRecord>): SourcedRecord => ({
  source,
  record: {
    kind: "place",
    externalId: "1",
    sourceDate: "2026-01-01",
    ids: {},
    name: `Name by ${source}`,
    type: "museum",
    location: { lat: 38.7, lon: -9.1 },
    ...said,
  },
});
const rowOf = (...records: SourcedRecord[]): Record<string, unknown> =>
  mergeRecords(records, { currency: "EUR", terms })?.row ?? {};

test("an amount belongs to the word on whether one pays", () => {
  const donation = from("openstreetmap", { pricing: "donation" });
  const paid = from("wikivoyage", { pricing: "paid", admission: { amount: "12", currency: "EUR" } });
  expect(rowOf(donation, paid)).toMatchObject({ pricing_type: "donation", price_adult: null });
  const dollars = from("wikivoyage", { admission: { amount: "5", currency: "USD" } });
  const free = from("person", { pricing: "free" });
  expect(rowOf(free, dollars)).toMatchObject({ pricing_type: "free", price_adult: "0.00", currency: "EUR" });
});

test("closed days are used where nobody says when it is open, and only there", () => {
  const closed = from("wikidata", { closedDays: ["Mo"] });
  expect(rowOf(closed)).toMatchObject({
    opening_hours: { rule: "Mo-Su 00:00-24:00 unknown; Mo off" },
    field_sources: { closed_days: "wikidata" },
  });
  const timed = rowOf(closed, from("openstreetmap", { hours: "Tu-Su 10:00-18:00" }));
  expect(timed).toMatchObject({ opening_hours: { tuesday: [{ open: "10:00", close: "18:00" }] } });
  expect(timed).not.toMatchObject({ field_sources: { closed_days: "wikidata" } });
});

describe("who is believed", () => {
  test.each(Object.keys(PRECEDENCE))("about %s is said, and why", (group) => {
    expect(PRECEDENCE[group as keyof typeof PRECEDENCE].because.length).toBeGreaterThan(30);
  });

  test("a person in everything", () => {
    const others = ["built-in", "openstreetmap", "my-guide"].map((source) =>
      from(source, {
        hours: "24/7",
        wheelchair: "no",
        sourceDate: "2030-01-01",
        pricing: "paid",
        tags: ["a"],
        fame: 0.9,
      }),
    );
    const person = from("person", {
      hours: "Mo-Fr 10:00-12:00",
      wheelchair: "yes",
      pricing: "free",
      tags: ["b"],
      fame: 0.1,
      sourceDate: "2020-01-01",
    });
    expect(rowOf(...others, person)).toMatchObject({
      name: "Name by person",
      accessibility_features: { wheelchair: "yes" },
      pricing_type: "free",
      price_adult: "0.00",
      tags: ["b"],
      popularity_score: 0.1,
      opening_hours: { saturday: [] },
      source: "Title of my-guide",
    });
  });

  test("the built-in catalogue about names, the map about where it is", () => {
    const map = from("openstreetmap", { location: { lat: 38.71, lon: -9.11 }, nameLocal: "Museu" });
    const row = rowOf(map, from("built-in", {}), from("wikidata", { sitelinks: 30 }));
    expect(row).toMatchObject({
      name: "Name by built-in",
      name_local: "Museu",
      location: "POINT(-9.11 38.71)",
      sitelinks: 30,
      field_sources: {
        name: "built-in",
        name_local: "openstreetmap",
        location: "openstreetmap",
        sitelinks: "wikidata",
      },
      licence: "L-built-in; L-openstreetmap; L-wikidata",
    });
  });

  test("the map about hours, when it is more than a year newer than the built-in catalogue", () => {
    const open = (date: string): unknown => {
      const map = from("openstreetmap", { hours: "Mo-Su 08:00-20:00", sourceDate: date });
      const row = rowOf(map, from("built-in", { hours: "Mo-Su 10:00-18:00", sourceDate: "2026-01-01" }));
      return (row.opening_hours as { monday: { open: string }[] }).monday[0]?.open;
    };
    expect([open("2026-12-31"), open("2027-02-01")]).toEqual(["10:00", "08:00"]);
  });

  test("the next one about hours, where the first one's cannot be read", () => {
    const unread = from("built-in", { hours: "when the cat is out" });
    const row = rowOf(unread, from("openstreetmap", { hours: "24/7" }));
    expect(row).toMatchObject({ opening_hours: { sunday: [{ open: "00:00", close: "24:00" }] } });
    expect(row.field_sources).toMatchObject({ opening_hours: "openstreetmap" });
    expect(mergeRecords([unread], { currency: null, terms })?.hoursProblem).not.toBeNull();
  });
});

describe("what nobody said", () => {
  test("has a default where a row needs one, and no source", () => {
    const row = rowOf(from("openstreetmap", {}));
    expect(row).toMatchObject({
      typical_visit_duration: BY_TYPE.museum.visitMinutes,
      crowdedness_level: null,
      price_adult: null,
    });
    expect(Object.keys(row.field_sources as object).sort()).toEqual(["attraction_type", "location", "name"]);
  });

  test("is no place without a type", () => {
    const { type: _type, ...untyped } = from("wikidata", {}).record;
    expect(mergeRecords([{ source: "wikidata", record: untyped }], { currency: "EUR", terms })).toBeNull();
  });
});

describe("prices", () => {
  test("a free place costs nothing in its city's currency, and whoever says free is believed whole", () => {
    const free = from("built-in", { pricing: "free" });
    const paid = from("overture", { admission: { amount: "12.00", currency: "EUR" }, sourceDate: "2020-01-01" });
    expect(rowOf(free, paid)).toMatchObject({ pricing_type: "free", price_adult: "0.00", currency: "EUR" });
  });

  test("amounts that are none are nobody's word", () => {
    expect(rowOf(from("my-guide", { admission: { amount: "about 12", currency: "EUR" } }))).toMatchObject({
      price_adult: null,
    });
    const backwards = from("my-guide", { type: "cafe", spend: { low: "20", high: "10", currency: "EUR" } });
    expect(rowOf(backwards)).toMatchObject({ spend_low: null, currency: null });
  });
});

test("the order of the records never matters, and every field that is known says whose it is", () => {
  fc.assert(
    fc.property(
      worldArbitrary.chain((world) =>
        fc.tuple(fc.constant(world), fc.shuffledSubarray(world, { minLength: world.length })),
      ),
      ([world, shuffled]) => {
        const merged = mergeRecords(world, { currency: "EUR", terms });
        expect(mergeRecords(shuffled, { currency: "EUR", terms })).toEqual(merged);
        if (!merged) return;
        const sources = merged.row.field_sources as Record<string, string>;
        for (const column of ["name", "location", "attraction_type"]) expect(sources).toHaveProperty(column);
        for (const column of Object.keys(sources)) expect(merged.row[column], column).not.toBeNull();
      },
    ),
  );
});
