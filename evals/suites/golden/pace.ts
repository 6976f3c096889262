/** How much a day holds: slow, usual and crammed trips, late risers and early nights. */
import { neverAfter, neverBefore, nothingAfter, nothingBefore } from "../../expectations/clock.ts";
import { lasts } from "../../expectations/dates.ts";
import { atLeastVisits, atMostVisitsPerDay, paceIs, walksAtMost } from "../../expectations/pace.ts";
import { noViolation } from "../../expectations/rules.ts";
import type { Sample } from "../../sample.ts";
import { planned } from "./ask.ts";

export const PACE: readonly Sample[] = [
  planned("pace", "slow", {
    city: "Kyoto",
    purpose: "No hurry means few sights a day and a late start.",
    says: "A slow trip to Kyoto, no rush at all, 3 to 6 May 2027, two people, gardens",
    expects: [paceIs("relaxed"), atMostVisitsPerDay(4), neverBefore("10:00")],
  }),
  planned("pace", "everything", {
    city: "London",
    purpose: "As much as possible fills the days.",
    says: "London 5-7 July 2027, just me, I want to see as much as possible",
    expects: [paceIs("fast"), atLeastVisits(12)],
  }),
  planned("pace", "two-or-three-things", {
    city: "Seville",
    purpose: "A number of things a day is a limit.",
    says: "Seville, 4 days from 12 April 2027, two of us, two or three things a day and long lunches",
    expects: [paceIs("relaxed"), atMostVisitsPerDay(3)],
  }),
  planned("pace", "little-walking", {
    city: "Rome",
    purpose: "Little walking is a limit on walking.",
    says: "Rome 17 to 19 May 2027 for two retirees, relaxed, as little walking as possible",
    expects: [paceIs("relaxed"), walksAtMost(6_000), noViolation("pace_exceeded")],
  }),
  planned("pace", "late-risers", {
    city: "Madrid",
    purpose: "Not before eleven holds on every day.",
    says: "Madrid 3 to 5 May 2027 for two, art; we never get up early, nothing before 11",
    expects: [neverBefore("11:00"), lasts(3)],
  }),
  planned("pace", "landing-and-leaving", {
    city: "Barcelona",
    purpose: "Flights frame the first and the last day.",
    says: "Barcelona, 10 to 12 May 2027, 2 people, we land at 15:00 and fly home at 14:00 on the last day",
    expects: [nothingBefore("15:30", 1), nothingAfter("13:00", 3)],
  }),
  planned("pace", "early-nights", {
    city: "Toronto",
    purpose: "Back by an hour holds on every day.",
    says: "Toronto with a 6 year old, two adults, 7 to 9 June 2027, back at the hotel by 20:00 every evening",
    expects: [neverAfter("20:00"), lasts(3)],
  }),
];
