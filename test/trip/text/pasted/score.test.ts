/** The score itself: what counts as right, wrong, missed, found and a false alarm. */
import { describe, expect, test } from "vitest";
import { LABELLED, type LabelledItinerary, positionsOf } from "./labelled/labelled.ts";
import { type Reading, type ReadViolation, score, sumOf } from "./score.ts";

const TEXT = "Lisbon. Day 1: MAAT, then lunch at Moeders in the Jordaan. Day 2: the castle, MAAT again.";
const entry: LabelledItinerary = {
  name: "sample",
  style: "test",
  today: "2027-02-01",
  startDate: "2027-05-11",
  cities: ["Lisbon"],
  text: TEXT,
  places: [
    { mention: "MAAT", place: "MAAT and Tejo Power Station", city: "Lisbon" },
    { mention: "Moeders", place: "Moeders", city: "Lisbon" },
    { mention: "the Jordaan", place: null, city: "Lisbon" },
    { mention: "the castle", place: "São Jorge Castle", city: "Lisbon" },
    { mention: "MAAT", place: "MAAT and Tejo Power Station", city: "Lisbon" },
  ],
  faults: [
    { code: "closed_day", mention: "MAAT", day: 1 },
    { code: "wrong_city", mention: "Moeders", day: 1 },
    { code: "date_in_past", mention: null, day: 2 },
  ],
};
const read = (text: string, placeName: string | null, after = 0): Reading["mentions"][number] => {
  const from = TEXT.indexOf(text, after);
  return { text, from, to: from + text.length, placeName };
};
const found = (code: ReadViolation["code"], day: number | null, title = ""): ReadViolation => {
  return { code, severity: code === "missing_price" ? "warning" : "error", day, title };
};
const scored = (mentions: Reading["mentions"], violations: ReadViolation[] = []) =>
  score(entry, { mentions, violations });

describe("places", () => {
  test("right, by overlap, each where it stands", () => {
    const second = TEXT.lastIndexOf("MAAT");
    const result = scored([
      read("1: MAAT", "MAAT and Tejo Power Station"),
      read("lunch at Moeders in the Jordaan", "Moeders"),
      read("castle", "São Jorge Castle"),
      read("MAAT", "MAAT and Tejo Power Station", second),
    ]);
    expect(result).toMatchObject({ placesRight: 4, placesWrong: 0, placesMissed: 0, unknownLeft: 1 });
  });

  test("another place is wrong, and so is one for what the catalogue does not have", () => {
    const result = scored([read("castle", "Castle of Good Hope"), read("the Jordaan", "Jordaan")]);
    expect(result).toMatchObject({ placesRight: 0, placesWrong: 2, placesMissed: 3, unknownLeft: 0 });
    expect(result.remarks).toContain('sample: "the castle" is São Jorge Castle, read as Castle of Good Hope');
  });

  test("left open is missed", () => {
    expect(scored([read("MAAT", null)])).toMatchObject({ placesRight: 0, placesWrong: 0, placesMissed: 4 });
  });
});

describe("faults", () => {
  const all = [found("closed_day", 1, "maat"), found("wrong_city", 1, "Moeders"), found("date_in_past", 2)];

  test("found by code and item, or by code and day", () => {
    expect(scored([], all)).toMatchObject({ faultsFound: 3, faultsMissed: 0, falseAlarms: 0 });
    expect(scored([], [found("closed_day", 1)])).toMatchObject({ faultsFound: 1, faultsMissed: 2, falseAlarms: 0 });
    expect(scored([], [found("date_in_past", 1)])).toMatchObject({ faultsFound: 0, falseAlarms: 1 });
  });

  test("another item's closed door is a false alarm, though the day has one", () => {
    expect(scored([], [...all, found("closed_day", 1, "the castle")])).toMatchObject({ falseAlarms: 1 });
  });

  test("one violation pays for one fault", () => {
    const twice = { ...entry, faults: [...entry.faults, { code: "closed_day" as const, mention: "Moeders", day: 1 }] };
    expect(score(twice, { mentions: [], violations: all })).toMatchObject({ faultsFound: 3, faultsMissed: 1 });
  });

  test("no time to get to another city is no second fault; a warning is not held against the reading", () => {
    const more = [...all, found("travel_too_short", 1, "Moeders"), found("missing_price", null)];
    expect(scored([], more)).toMatchObject({ faultsFound: 3, falseAlarms: 0 });
    expect(scored([], [...all, found("travel_too_short", 2)])).toMatchObject({ falseAlarms: 1 });
    const odd: ReadViolation = { code: "visit_short", severity: "warning", day: 2, title: "the castle" };
    expect(scored([], [odd])).toMatchObject({ falseAlarms: 1 });
  });

  test("an unknown place is a false alarm only where the catalogue has it", () => {
    expect(scored([], [found("unknown_place", 1, "the Jordaan")]).falseAlarms).toBe(0);
    expect(scored([], [found("unknown_place", 1, "MAAT")]).falseAlarms).toBe(1);
  });
});

test("a perfect reading of the table scores all of it, a silent one none", () => {
  const perfect = LABELLED.map((labelled) => {
    const at = positionsOf(labelled);
    const mentions = labelled.places.map(({ mention, place }, index) => {
      const from = at[index] ?? 0;
      return { text: mention, from, to: from + mention.length, placeName: place };
    });
    const violations = labelled.faults.map(({ code, mention, day }) => found(code, day, mention ?? ""));
    return score(labelled, { mentions, violations });
  });
  const silent = LABELLED.map((labelled) => score(labelled, { mentions: [], violations: [] }));
  const { places, faults } = { places: LABELLED.flatMap((e) => e.places), faults: LABELLED.flatMap((e) => e.faults) };
  const named = places.filter(({ place }) => place !== null).length;
  expect(sumOf(perfect)).toEqual({
    ...{ placesRight: named, placesWrong: 0, placesMissed: 0, unknownLeft: places.length - named },
    ...{ faultsFound: faults.length, faultsMissed: 0, falseAlarms: 0, remarks: [] },
  });
  expect(sumOf(silent)).toMatchObject({ placesRight: 0, placesMissed: named, faultsFound: 0, falseAlarms: 0 });
  expect(sumOf(silent).faultsMissed).toBe(faults.length);
});
