/** Whatever is filled in, multiplied or read one of two ways is said, in words a traveller can disagree with. */
import { describe, expect, test } from "vitest";
import { understandRequest } from "../../../trip/text/understand-request.ts";

const understand = (text: string) => understandRequest(text, { today: "2026-11-22" });

describe("assumptions", () => {
  test.each([
    ["a weekend in Kyoto in April, 1 person", "You said a weekend in April: I chose Friday 9 to Sunday 11 April 2027."],
    ["Lisbon in May, solo", "You said in May and no length: I chose 3 days, Friday 14 to Sunday 16 May 2027."],
    ["Lisbon from 3 June 2027, solo", "You gave no length: I chose 3 days, Thursday 3 to Saturday 5 June 2027."],
    ["Lisbon, solo, a few days from 3 June 2027", "You said a few days: I took 3 days."],
    [
      "Lisbon, 5 days, 10-13 May, solo",
      "You said 5 days, but Monday 10 to Thursday 13 May 2027 is 4 days: I kept the dates.",
    ],
    ["Lisbon, 10/05/2027, 2 days, solo", "I read 10/05/2027 with the day first: Monday 10 May 2027."],
    ["Lisbon, Friday 10 May 2027, 2 days, solo", "Monday 10 May 2027 is no Friday: I kept the date."],
    ["Lisbon next week, 2 days, we like art", "You did not say how many you are: I counted two people."],
    ["Lisbon next week, 2 days, family with a 6 year old", "I counted 2 adults and 1 child."],
    ["Lisbon next week, 2 days, 2 adults and a baby", "You gave no age for baby: I took the child to be 1."],
    [
      "Lisbon, 3 June 2027, 4 days, for two, 50 EUR a day each",
      "You said 50 EUR a day each: for 2 people and 4 days I took 400 EUR in all.",
    ],
    ["Lisbon, 3 June 2027, 4 days, for two, 2000 dollars", "I took dollars as US dollars."],
    ["Mexico City, 3 June 2027, 4 days, for two, 9000 pesos", "I took your budget of 9,000 in the local currency."],
    ["Porto or Lisbon, 3 June 2027, 4 days, for two", "You named Porto or Lisbon: I took Porto."],
    ["London to Lisbon, 3 June 2027, 4 days, for two", "I took London as the place you set out from."],
    [
      "Rome, 3 June 2027, 4 days, for two, must be accessible",
      "You asked for accessible places: I planned for a wheelchair.",
    ],
  ])("%s", (text, sentence) => {
    expect(understand(text).assumptions).toContain(sentence);
  });

  test("nothing is assumed where everything was said", () => {
    const text = "4 days in Lisbon from 2027-05-10 for two, food and viewpoints, moderate pace, 900 EUR";
    expect(understand(text).assumptions).toEqual([]);
  });
});

describe("what was not understood", () => {
  test.each([
    ["Rome, 3 June 2027, 4 days, no museums", "no museums"],
    ["Rome, 31 February 2027, 4 days", "31 February 2027"],
    ["Rome, 3 June 2027, 4 days, hotel under 100 EUR a night, 900 EUR in total", "under 100 EUR a night"],
    ["4 days in Rome from 3 June 2027 with a parrot", "parrot"],
  ])("%s", (text, piece) => {
    expect(understand(text).notUnderstood).toContain(piece);
  });

  test("everyday words are not held against anybody", () => {
    const text = "Hello there, could you please plan a lovely trip for us to Rome, 4 days from 3 June 2027? Thank you!";
    expect(understand(text).notUnderstood).toEqual([]);
  });
});

describe("hints", () => {
  test.each([
    ["Springfield, Illinois", { text: "Illinois", countryCode: "US", regionCode: "IL" }],
    ["Springfield IL", { text: "IL", countryCode: "US", regionCode: "IL" }],
    ["San José in Costa Rica", { text: "Costa Rica", countryCode: "CR", regionCode: null }],
    ["Paris (France)", { text: "France", countryCode: "FR", regionCode: null }],
    ["London UK", { text: "UK", countryCode: "GB", regionCode: null }],
    ["Athens, Georgia", { text: "Georgia", countryCode: null, regionCode: null }],
    ["Lisbon", null],
  ])("%s", (place, hint) => {
    expect(understand(`4 days in ${place} from 3 June 2027`).destinations[0]?.hint).toEqual(hint);
  });

  test("a country beside the cities goes for all of them", () => {
    const { destinations } = understand("Italy: Rome and Florence, 6 days from 3 June 2027");
    expect(destinations.map(({ text, hint }) => [text, hint?.countryCode])).toEqual([
      ["Rome", "IT"],
      ["Florence", "IT"],
    ]);
  });
});
