/** Holds what whole journeys in plain English mean: where from and to, when, how many, how much and which wishes. */
import { describe, expect, test } from "vitest";
import { readJourney } from "../../../../trip/text/journey/read-journey.ts";
import { type JourneyMeaning, meaningOfJourney } from "./journey-meaning.ts";
import { MORE_JOURNEYS } from "./more-journeys.ts";
import { MORE_WISHES } from "./more-wishes.ts";
import { DATE_SLOTS, MONEY_SLOTS, PARTY_SLOTS, type SlotPhrase } from "./slot-phrases.ts";
import { WHOLE_JOURNEYS } from "./whole-journeys.ts";
import { WISH_SLOTS } from "./wish-phrases.ts";

const BASE: JourneyMeaning = {
  from: "Tulsa",
  to: "Boise",
  days: 3,
  start: "2022-03-16",
  people: 2,
  budget: 2000,
};

interface Slot {
  name: string;
  rows: readonly SlotPhrase[];
  inRequest(phrase: string): string;
}

const SLOTS: readonly Slot[] = [
  {
    name: "dates",
    rows: DATE_SLOTS,
    inRequest: (phrase) => `A trip from Tulsa to Boise, ${phrase}, for two people with $2,000.`,
  },
  {
    name: "party",
    rows: PARTY_SLOTS,
    inRequest: (phrase) => `A trip from Tulsa to Boise, March 16th to 18th, 2022, budget $2,000. ${phrase}`,
  },
  {
    name: "money",
    rows: MONEY_SLOTS,
    inRequest: (phrase) => `A 3-day trip from Tulsa to Boise, March 16th to 18th, 2022, for two people. ${phrase}`,
  },
  {
    name: "wishes",
    rows: [...WISH_SLOTS, ...MORE_WISHES],
    inRequest: (phrase) => `A trip from Tulsa to Boise, March 16th to 18th, 2022, for two people, $2,000. ${phrase}`,
  },
];

describe("whole journeys", () => {
  test.each([...WHOLE_JOURNEYS, ...MORE_JOURNEYS])("%s", (text, meaning) => {
    expect(meaningOfJourney(readJourney(text))).toEqual(meaning);
  });
});

describe.each(SLOTS)("$name", ({ rows, inRequest }) => {
  test.each(rows)("%s", (phrase, meaning) => {
    expect(meaningOfJourney(readJourney(inRequest(phrase)))).toEqual({ ...BASE, ...meaning });
  });
});

const CITIES = new Set(["Washington", "New York", "St. Louis", "Denver", "Saint-Denis", "Salt Lake City", "Rochester"]);
const STATES = new Set(["Washington", "New York", "Réunion", "Utah"]);
const known = { isCity: (name: string) => CITIES.has(name), isState: (name: string) => STATES.has(name) };

test.each([
  ["from Saint Louis to Réunion, 2 cities", "St. Louis", "Réunion"],
  ["from denver to salt lake city", "Denver", "Salt Lake City"],
  ["from NYC to Washington, D.C.", "New York", "Washington"],
  ["from Denver to Rochester (New York)", "Denver", "Rochester"],
  ["from Denver in winter to Utah, 2 cities", "Denver", "Utah"],
])("with known places: %s", (phrase, origin, destination) => {
  expect(readJourney(`Five days ${phrase}, March 3rd to 7th 2022, $900.`, known)).toMatchObject({
    origin,
    destination,
  });
});

test.each([
  ["A trip to Boise, March 16th to 18th, 2022", /from which city/],
  ["A trip from Tulsa, March 16th to 18th, 2022", /where to/],
  ["A trip from Tulsa to Boise for 3 days", /dates/],
  ["A trip from Tulsa to Boise, March 16th to 18th", /year/],
  ["", /from which city/],
])("says what is missing: %s", (text, reason) => {
  expect(readJourney(text)).toEqual({ error: expect.stringMatching(reason) });
});
