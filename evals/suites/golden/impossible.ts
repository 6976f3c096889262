/** What cannot be had: money, days, people, cities and dates that no plan can meet. The reason and the way out are the answer. */
import { mentions } from "../../expectations/answers.ts";
import {
  namesAmount,
  namesComputedBudget,
  namesCount,
  offersWayOut,
  refusesWith,
} from "../../expectations/refusals.ts";
import type { Sample } from "../../sample.ts";
import { excused, refused } from "./ask.ts";

const FEWER_DAYS = offersWayOut("fewer days or more money", /fewer days|shorter|raise the budget/i);
const OTHER_DATES = offersWayOut(
  "another date",
  /(?:choose|pick|give|try|another|other|swap|correct)[^.]*\bdates?\b|say for example/i,
);

const TOO_LITTLE_MONEY: readonly Sample[] = [
  refused("budget-paris", {
    city: "Paris",
    purpose: "A hundred euros for four people and five days is refused with the smallest sum that would do.",
    says: "5 days in Paris from 10 May 2027 for four adults, 100 euros in total",
    expects: [refusesWith("budget_too_small"), namesComputedBudget(), namesAmount(500, 2_000, "EUR"), FEWER_DAYS],
  }),
  refused("budget-tokyo-yen", {
    city: "Tokyo",
    purpose: "The sum is named in the traveller's currency, here one without cents.",
    says: "A week in Tokyo from 4 October 2027 for two on 5,000 yen",
    expects: [refusesWith("budget_too_small"), namesComputedBudget(), namesAmount(40_000, 200_000, "JPY"), FEWER_DAYS],
  }),
  refused("budget-rome-dollars", {
    city: "Rome",
    purpose: "A budget in a foreign currency is refused in that currency.",
    says: "Rome, 6 to 9 May 2027, two people, 60 US dollars for everything",
    expects: [refusesWith("budget_too_small"), namesComputedBudget(), namesAmount(180, 800, "USD")],
  }),
  refused("budget-zurich-family", {
    city: "Zurich",
    purpose: "Children eat and sleep too: the sum is for four heads in a dear country.",
    says: "3 days in Zurich from 7 June 2027, family of four with kids 6 and 9, budget 90 CHF",
    expects: [refusesWith("budget_too_small"), namesComputedBudget(), namesAmount(300, 1_600, "CHF")],
  }),
  refused("budget-two-cities", {
    city: "Lisbon",
    purpose: "Over two cities and ten days the sum covers the nights of both and the way between them.",
    says: "10 days in Lisbon and Porto from 1 June 2027 for three people with 200 EUR",
    expects: [refusesWith("budget_too_small"), namesComputedBudget(), namesAmount(600, 2_000, "EUR"), FEWER_DAYS],
  }),
  refused("budget-nothing", {
    city: "Dublin",
    purpose: "No money at all is a budget of nothing, not the lack of one.",
    says: "Dublin 10 to 12 May 2027 for one, my budget is 0 euros",
    expects: [refusesWith("budget_too_small", "invalid_input", "needs_input"), mentions(/budget|money|€/i, "money")],
  }),
];

const NO_SUCH_DAYS: readonly Sample[] = [
  refused("past-year", {
    city: "Lisbon",
    purpose: "A date of last year is past, and the answer says what day it is.",
    says: "3 days in Lisbon from 10 May 2025 for two",
    expects: [refusesWith("date_in_past"), mentions(/2026-11-22|22 Nov/i, "today"), OTHER_DATES],
  }),
  refused("past-week", {
    city: "Madrid",
    purpose: "A date two days ago is past, whatever else is right about it.",
    says: "Madrid from 20 November 2026 to 23 November 2026, two people",
    expects: [refusesWith("date_in_past"), mentions(/2026-11-20|20 Nov/i, "the date that was said"), OTHER_DATES],
  }),
  refused("reversed", {
    city: "Vienna",
    purpose: "An end before the beginning is not silently swapped.",
    says: "Vienna, arriving 14 May 2027 and leaving 10 May 2027, two people",
    expects: [refusesWith("dates_reversed", "needs_input"), mentions(/10 May|2027-05-10/, "the date that is wrong")],
  }),
  refused("no-such-date", {
    city: "Prague",
    purpose: "A date that is in no calendar is quoted and asked about.",
    says: "Prague from 30 February 2027 for 3 days, two people",
    expects: [refusesWith("needs_input", "invalid_input"), mentions(/30 Feb/i, "the date that is none"), OTHER_DATES],
  }),
  refused("too-long", {
    city: "London",
    purpose: "A trip beyond what a plan covers is refused with the number of days that it may have.",
    says: "London for 45 days from 1 June 2027, one person",
    expects: [
      refusesWith("trip_too_long"),
      namesCount(30, "days"),
      offersWayOut("plan it in parts", /parts|shorter|fewer/i),
    ],
  }),
  refused("too-far-ahead", {
    city: "Sydney",
    purpose: "Nobody knows what will be open in many years: the last possible day is named.",
    says: "Sydney, 10 to 12 May 2035, two people",
    expects: [refusesWith("invalid_input"), mentions(/2029/, "the last year that can be planned")],
  }),
  refused("no-days", {
    city: "Copenhagen",
    purpose: "A trip of no days is no trip.",
    says: "0 days in Copenhagen from 10 May 2027 for two",
    expects: [refusesWith("needs_input", "invalid_input"), mentions(/how long|days/i, "the days")],
  }),
  refused("night-stop", {
    city: "Rome",
    purpose: "Between a late landing and an early start no door is open: nothing fits, and more time is the way out.",
    says: "Rome for two: we land on 10 May 2027 at 23:00 and our flight home is on 11 May 2027 at 05:00",
    expects: [refusesWith("nothing_fits", "needs_input"), offersWayOut("more time", /day|later|earlier|longer|dates/i)],
  }),
];

const TOO_MANY: readonly Sample[] = [
  refused("forty-people", {
    city: "Berlin",
    purpose: "Forty people are more than a plan is for: the limit and the way out are named.",
    says: "Berlin for 40 people, 3 days from 7 June 2027",
    expects: [
      refusesWith("needs_input", "invalid_input"),
      namesCount(20, "people"),
      offersWayOut("split the party", /split|parts?|groups?/i),
    ],
  }),
  refused("six-cities-two-days", {
    city: "Rome",
    purpose: "Six cities in two days are refused with both ways out, fewer cities or more days.",
    says: "Rome, Florence, Venice, Milan, Naples and Palermo in 2 days from 10 May 2027 for two",
    expects: [
      mentions(/\b(?:6|six) (?:cities|nights|days)|(?:2|two) days/i, "the numbers"),
      offersWayOut("fewer cities or more days", /fewer cities|more days|longer|leave out|drop/i),
    ],
  }),
  excused("nights-do-not-fit", {
    city: "Rome",
    purpose: "Nights that add up to more than there are: neither number is passed over in silence.",
    says: "5 days from 10 May 2027, two people: 4 nights in Rome and 4 nights in Florence",
    expects: [
      mentions(/\b(?:5|five) days/i, "the days that were said"),
      mentions(/\b(?:4|four|8|eight) nights|\b(?:9|nine) days/i, "the nights that were said"),
      offersWayOut("fewer nights or more days", /fewer nights|more days|longer|add (?:a |\w+ )?days?|drop/i),
    ],
  }),
];

const NOWHERE: readonly Sample[] = [
  refused("atlantis", {
    city: null,
    purpose: "A city that nobody knows is named back, and no other city is put in its place.",
    says: "5 days in Atlantis from 10 May 2027 for two",
    expects: [refusesWith("city_not_found", "city_not_covered"), mentions("Atlantis")],
  }),
  refused("moon", {
    city: null,
    purpose: "The Moon is no city either.",
    says: "A weekend on the Moon in June 2027 for two, hotel included",
    expects: [
      refusesWith("city_not_found", "needs_input", "not_a_trip_request"),
      mentions(/moon|where/i, "the Moon or the question where"),
    ],
  }),
  refused("not-covered", {
    city: null,
    purpose: "A real city without places in the catalogue is refused by its name, not planned empty.",
    says: "3 days in Reims from 10 May 2027 for two, champagne houses",
    expects: [
      refusesWith("city_not_covered"),
      mentions("Reims"),
      offersWayOut("another city or an import", /another|other|instead|nearest|import|try|choose/i),
    ],
  }),
  refused("one-of-two-unknown", {
    city: "Lisbon",
    purpose: "A known city beside an unknown one is not planned as if that was all.",
    says: "Lisbon and Zyxwville, 6 days from 10 May 2027 for two, three nights in each",
    expects: [refusesWith("city_not_found", "needs_input"), mentions("Zyxwville")],
  }),
];

export const IMPOSSIBLE: readonly Sample[] = [...TOO_LITTLE_MONEY, ...NO_SUCH_DAYS, ...TOO_MANY, ...NOWHERE];
