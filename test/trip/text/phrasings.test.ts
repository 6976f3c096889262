/** Holds what hundreds of phrasings mean. A rule that breaks one of them shows which. */
import { describe, expect, test } from "vitest";
import { understandRequest } from "../../../trip/text/understand-request.ts";
import { type Meaning, meaningOf, type Row } from "./meaning.ts";
import { DATE_PHRASES } from "./phrases-dates.ts";
import { INTEREST_PHRASES } from "./phrases-interests.ts";
import { MONEY_PHRASES } from "./phrases-money.ts";
import { PARTY_PHRASES } from "./phrases-party.ts";
import { WISH_PHRASES } from "./phrases-wishes.ts";
import { LONG_REQUESTS } from "./requests-long.ts";
import { ODD_REQUESTS } from "./requests-odd.ts";
import { PLAIN_REQUESTS } from "./requests-plain.ts";
import { SPOKEN_REQUESTS } from "./requests-spoken.ts";
import { STAY_REQUESTS } from "./requests-stays.ts";

const today = "2026-11-22";
const FOUR_DAYS: Meaning = { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"] };

interface Table {
  name: string;
  rows: readonly Row[];
  /** What stands before every phrase, and what that means by itself. */
  before: string;
  base: Meaning;
}

const TABLES: readonly Table[] = [
  { name: "plain requests", rows: PLAIN_REQUESTS, before: "", base: {} },
  { name: "long requests", rows: LONG_REQUESTS, before: "", base: {} },
  { name: "odd requests", rows: ODD_REQUESTS, before: "", base: {} },
  { name: "spoken requests", rows: SPOKEN_REQUESTS, before: "", base: {} },
  { name: "several cities", rows: STAY_REQUESTS, before: "", base: {} },
  { name: "dates", rows: DATE_PHRASES, before: "Lisbon, ", base: { to: ["Lisbon"] } },
  {
    name: "money",
    rows: MONEY_PHRASES,
    before: "4 days in Lisbon from 10 May 2027, 2 adults, ",
    base: { ...FOUR_DAYS, people: 2 },
  },
  { name: "party", rows: PARTY_PHRASES, before: "4 days in Lisbon from 10 May 2027, ", base: FOUR_DAYS },
  { name: "wishes", rows: WISH_PHRASES, before: "4 days in Lisbon from 10 May 2027, ", base: FOUR_DAYS },
  { name: "interests", rows: INTEREST_PHRASES, before: "4 days in Lisbon from 10 May 2027, ", base: FOUR_DAYS },
];

describe.each(TABLES)("$name", ({ rows, before, base }) => {
  test.each(rows)("%s", (phrase, meaning) => {
    expect(meaningOf(understandRequest(before + phrase, { today }))).toEqual({ ...base, ...meaning });
  });
});

test("the same words in capitals mean the same", () => {
  const written = "4 days in Lisbon from 2027-05-10 for two, food and viewpoints, moderate pace, 900 EUR";
  const shouted = meaningOf(understandRequest(written.toUpperCase(), { today }));
  expect(shouted).toEqual({ ...meaningOf(understandRequest(written, { today })), to: ["LISBON"] });
});
