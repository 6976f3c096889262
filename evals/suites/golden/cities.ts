/** Several cities: order, nights, ends of the journey, and something to see in each. */
import {
  beginsIn,
  endsIn,
  goesTo,
  goesToAll,
  nights,
  nightsAtLeast,
  seesSomethingInEach,
} from "../../expectations/cities.ts";
import { lasts, travelsOn } from "../../expectations/dates.ts";
import { costsAtMost } from "../../expectations/money.ts";
import { noViolation } from "../../expectations/rules.ts";
import { sees } from "../../expectations/sights.ts";
import type { Sample } from "../../sample.ts";
import { planned } from "./ask.ts";

export const CITIES: readonly Sample[] = [
  planned("cities", "nights-in-each", {
    city: "Rome",
    purpose: "Nights said for each city are slept there, in the order said.",
    says: "Rome 3 nights then Florence 2 nights from 9 May 2027, 2 people",
    expects: [
      goesTo("Rome", "Florence"),
      nights("Rome", 3),
      nights("Florence", 2),
      travelsOn("2027-05-09", "2027-05-14"),
    ],
  }),
  planned("cities", "free-order", {
    city: "Rome",
    purpose: "Where the order is left open, the journey still goes to all and sees something in each.",
    says: "8 days in Rome, Florence and Venice in whatever order makes sense, from 10 May 2027, for two",
    expects: [goesToAll("Rome", "Florence", "Venice"), lasts(8), seesSomethingInEach()],
  }),
  planned("cities", "ends-fixed", {
    city: "Munich",
    purpose: "Where the journey begins and ends is kept.",
    says: "Start in Munich and end in Vienna, with Prague in between, 9 to 16 May 2027, two people",
    expects: [beginsIn("Munich"), endsIn("Vienna"), goesTo("Munich", "Prague", "Vienna"), seesSomethingInEach()],
  }),
  planned("cities", "days-in-each", {
    city: "Tokyo",
    purpose: "Days said for each city add up to the journey.",
    says: "4 days Tokyo and 3 days Kyoto for two from 5 April 2027",
    expects: [goesTo("Tokyo", "Kyoto"), nightsAtLeast("Tokyo", 3), nightsAtLeast("Kyoto", 2), seesSomethingInEach()],
  }),
  planned("cities", "must-see-in-second", {
    city: "Lisbon",
    purpose: "A sight is looked for in the city where it stands.",
    says: "Lisbon and Porto, 6 days from 7 June 2027, 2 adults, must see Livraria Lello and the Lisbon Oceanarium",
    expects: [goesTo("Lisbon", "Porto"), sees("Livraria Lello"), sees("Oceanarium")],
  }),
  planned("cities", "budget", {
    city: "Prague",
    purpose: "A budget holds over all cities together, transfers included.",
    says: "9 days in Prague, Vienna and Budapest from 1 June 2027, two people, 2000 EUR",
    expects: [goesTo("Prague", "Vienna", "Budapest"), costsAtMost(2_000, "EUR"), seesSomethingInEach()],
  }),
  planned("cities", "minimum", {
    city: "Madrid",
    purpose: "At least so many nights in one city is kept when nights are shared out.",
    says: "Madrid, Seville and Granada, 9 days from 3 May 2027, for two, at least 3 nights in Granada",
    expects: [nightsAtLeast("Granada", 3), goesToAll("Madrid", "Sevilla", "Granada"), lasts(9)],
  }),
  planned("cities", "no-overlap", {
    city: "Stockholm",
    purpose: "The day of the way between two cities is one day, in one place at a time.",
    says: "Stockholm 2 nights, Oslo 2 nights, Copenhagen 2 nights, from 14 June 2027, one person",
    expects: [
      nights("Stockholm", 2),
      nights("Oslo", 2),
      nights("Copenhagen", 2),
      noViolation("wrong_city"),
      noViolation("overlap"),
    ],
  }),
  planned("cities", "same-name", {
    city: "Naples",
    purpose: "A name that several cities bear is the one beside the others.",
    says: "Italy: Naples and Palermo, 6 days from 20 September 2027 for two",
    expects: [goesTo("Naples", "Palermo"), lasts(6), seesSomethingInEach()],
  }),
];
