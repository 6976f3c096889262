/** Talk about days and the trip as a whole: too full, rain, flights, longer, cheaper, other people, and questions. */
import { answersFromFacts, didCall, mentions } from "../../expectations/answers.ts";
import { goesTo, nightsAtLeast } from "../../expectations/cities.ts";
import { nothingAfter, nothingBefore } from "../../expectations/clock.ts";
import { lasts, travelsOn } from "../../expectations/dates.ts";
import {
  fewerOutdoorsOnDay,
  fewerSightsOnDay,
  nothingChanges,
  onlyDaysChange,
  othersStay,
  restoresTurn,
} from "../../expectations/edits.ts";
import { budgetIs, costsAtMost, costsLessThanBefore, travelsInStyle } from "../../expectations/money.ts";
import { eats, needs, noKnownSteps } from "../../expectations/needs.ts";
import { atMostVisitsPerDay, paceIs } from "../../expectations/pace.ts";
import { travellers } from "../../expectations/party.ts";
import { sees } from "../../expectations/sights.ts";
import type { Sample } from "../../sample.ts";
import { edited } from "./ask.ts";

/** Wednesday to Friday. */
const LISBON =
  "Lisbon, 12 to 14 May 2027, two people. Must see Jerónimos Monastery, the Lisbon Oceanarium and São Jorge Castle.";
const PORTO = "Porto, 13 to 15 May 2027, two people. Must see Livraria Lello, Bolhão Market and Porto Cathedral.";

const DAYS: readonly Sample[] = [
  edited("too-full", {
    city: "Lisbon",
    purpose: "A day that is too full gives something up, and the others do not notice.",
    says: [LISBON, "day 2 is too full", "yes"],
    expects: [fewerSightsOnDay(2), onlyDaysChange(2)],
  }),
  edited("rain", {
    city: "Lisbon",
    purpose: "On a rainy day less is out of doors than before.",
    says: [LISBON, "it will rain on Friday", "yes"],
    expects: [fewerOutdoorsOnDay(3), sees("Oceanarium"), sees("Jerónimos")],
  }),
  edited("late-landing", {
    city: "Lisbon",
    purpose: "Who lands at ten in the evening sees nothing before, and a must of that day moves to another.",
    says: [LISBON, "we land at 22:00", "yes"],
    expects: [nothingBefore("22:00", 1), lasts(3), sees("São Jorge Castle")],
  }),
  edited("early-flight-home", {
    city: "Porto",
    purpose: "An early way home empties the last day from then on.",
    says: [PORTO, "our flight home is at 12:00 on Saturday", "yes"],
    expects: [nothingAfter("11:00", 3), onlyDaysChange(1, 2, 3), lasts(3)],
  }),
];

const TRIP: readonly Sample[] = [
  edited("add-a-city", {
    city: "Lisbon",
    purpose: "Two days in another city make the trip longer and take nothing from the first.",
    says: [LISBON, "add two days in Porto", "yes"],
    expects: [goesTo("Lisbon", "Porto"), lasts(5), nightsAtLeast("Porto", 1), nightsAtLeast("Lisbon", 2)],
  }),
  edited("drop-a-city", {
    city: "Lisbon",
    purpose: "A city that is dropped leaves a trip to the other.",
    says: ["Lisbon and Porto, 6 days from 7 June 2027, two people", "drop Porto", "yes"],
    expects: [goesTo("Lisbon"), travellers(2)],
  }),
  edited("one-more-day", {
    city: "Porto",
    purpose: "A day more is at the end, and the days before stay as they were.",
    says: [PORTO, "one more day please", "yes"],
    expects: [travelsOn("2027-05-13", "2027-05-16"), sees("Livraria Lello")],
  }),
  edited("shorter", {
    city: "Lisbon",
    purpose: "Without the last day the musts are still seen.",
    says: [LISBON, "drop the last day", "yes"],
    expects: [travelsOn("2027-05-12", "2027-05-13"), sees("Oceanarium"), sees("Jerónimos")],
  }),
  edited("a-week-later", {
    city: "Porto",
    purpose: "The whole trip moves and keeps its length and its musts.",
    says: [PORTO, "move the whole trip a week later", "yes"],
    expects: [travelsOn("2027-05-20", "2027-05-22"), sees("Livraria Lello"), sees("Bolhão Market")],
  }),
  edited("three-now", {
    city: "Lisbon",
    purpose: "One more person changes the reckoning and nothing that is seen.",
    says: [LISBON, "my sister is coming too", "yes"],
    expects: [travellers(3), sees("Oceanarium"), sees("São Jorge Castle")],
  }),
  edited("vegetarian", {
    city: "Porto",
    purpose: "A diet that is told later holds for every table.",
    says: [PORTO, "by the way, I am vegetarian", "yes"],
    expects: [eats("vegetarian"), sees("Livraria Lello")],
  }),
  edited("wheelchair", {
    city: "Lisbon",
    purpose: "A need that is told later takes every stop with known steps out.",
    says: [LISBON, "we need wheelchair access", "yes"],
    expects: [needs("wheelchair"), noKnownSteps()],
  }),
  edited("budget-told-later", {
    city: "Lisbon",
    purpose: "A budget that is told later is kept.",
    says: [LISBON, "our budget is 600 euros", "yes"],
    expects: [budgetIs(600, "EUR"), costsAtMost(600, "EUR")],
  }),
  edited("cheaper", {
    city: "Porto",
    purpose: "Cheaper is less money than before.",
    says: [PORTO, "make it cheaper", "yes"],
    expects: [travelsInStyle("budget"), costsLessThanBefore()],
  }),
  edited("slower", {
    city: "Lisbon",
    purpose: "A slower pace holds for all days.",
    says: [LISBON, "more relaxed please", "yes"],
    expects: [paceIs("relaxed"), atMostVisitsPerDay(4), sees("Jerónimos")],
  }),
];

const WORDS: readonly Sample[] = [
  edited("cheaper-hotel", {
    city: "Lisbon",
    purpose: "Where nobody sells beds no bed and no price is made up, and the plan stays.",
    says: [LISBON, "swap the hotel for something cheaper"],
    expects: [nothingChanges(), answersFromFacts(), mentions(/hotel|stay|bed|place to sleep|room/i, "where to sleep")],
  }),
  edited("rating", {
    city: "Lisbon",
    purpose: "Marks for a sight are stored as marks and change nothing.",
    says: [LISBON, "the castle was a 4 out of 5"],
    expects: [didCall("record_feedback", { type: "rating", rating: 4 }), nothingChanges()],
  }),
  edited("remark", {
    city: "Porto",
    purpose: "A remark is stored as one and changes nothing.",
    says: [PORTO, "the bookshop was boring"],
    expects: [didCall("record_feedback", { type: "suggestion" }), nothingChanges()],
  }),
  edited("question-when", {
    city: "Lisbon",
    purpose: "A question is answered from the plan and changes nothing.",
    says: [LISBON, "when is the castle?"],
    expects: [nothingChanges(), mentions(/\d{1,2}:\d{2}/, "a time"), mentions("Castle")],
  }),
  edited("question-cost", {
    city: "Porto",
    purpose: "What it costs is told as known and estimated money, and nothing changes.",
    says: [PORTO, "how much will it cost?"],
    expects: [nothingChanges(), mentions(/€\s?\d/, "an amount"), answersFromFacts()],
  }),
  edited("undo-of-trip", {
    city: "Porto",
    purpose: "Undo works after a change of the trip too.",
    says: [PORTO, "more relaxed please", "yes", "undo that"],
    expects: [restoresTurn(1), paceIs("moderate"), othersStay()],
  }),
];

export const EDITS_OF_TRIPS: readonly Sample[] = [...DAYS, ...TRIP, ...WORDS];
