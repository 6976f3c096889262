/** Money: limits in several currencies, said for everybody or a head or a day, and plans that keep them. */
import { lasts } from "../../expectations/dates.ts";
import { budgetIs, costsAtMost, reckonedIn, travelsInStyle } from "../../expectations/money.ts";
import { atLeastVisits } from "../../expectations/pace.ts";
import { travellers } from "../../expectations/party.ts";
import { noViolation } from "../../expectations/rules.ts";
import type { Sample } from "../../sample.ts";
import { planned } from "./ask.ts";

export const BUDGET: readonly Sample[] = [
  planned("budget", "whole-party", {
    city: "Lisbon",
    purpose: "A sum without more words is everybody's for everything, and the plan keeps it.",
    says: "4 days in Lisbon from 10 May 2027 for two, food and viewpoints, 900 EUR",
    expects: [budgetIs(900, "EUR"), costsAtMost(900, "EUR"), lasts(4)],
  }),
  planned("budget", "a-head", {
    city: "Krakow",
    purpose: "A sum for each person is multiplied by the people.",
    says: "Krakow, 6 to 8 May 2027, three friends, 300 euros per person",
    expects: [budgetIs(900, "EUR"), costsAtMost(900, "EUR"), travellers(3)],
  }),
  planned("budget", "a-day", {
    city: "Porto",
    purpose: "A sum for each day is multiplied by the days.",
    says: "Porto 3 to 6 May 2027 for two, 150 euros a day",
    expects: [budgetIs(600, "EUR"), costsAtMost(600, "EUR")],
  }),
  planned("budget", "yen", {
    city: "Kyoto",
    purpose: "A currency without cents is not taken a hundredfold.",
    says: "Kyoto, 12 to 15 April 2027, 2 people, budget 180,000 yen, temples",
    expects: [budgetIs(180_000, "JPY"), reckonedIn("JPY"), costsAtMost(180_000, "JPY")],
  }),
  planned("budget", "pounds-in-euro-land", {
    city: "Amsterdam",
    purpose: "The traveller's currency is kept where another one is paid in.",
    says: "Amsterdam: 2 nights, 1 adult, 14-16 June 2027, no more than £500",
    expects: [budgetIs(500, "GBP"), reckonedIn("GBP"), costsAtMost(500, "GBP")],
  }),
  planned("budget", "dollars", {
    city: "Mexico City",
    purpose: "Dollars said with their sign are US dollars where nothing says otherwise.",
    says: "Mexico City for 4 days from 5 Nov 2027, two of us, $900 all in, museums and tacos",
    expects: [budgetIs(900, "USD"), costsAtMost(900, "USD"), atLeastVisits(6)],
  }),
  planned("budget", "shoestring", {
    city: "Prague",
    purpose: "A small but sufficient budget makes a modest plan, not an empty one.",
    says: "Backpacking in Prague, 3 days from 10 May 2027, just me, 200 euros in total",
    expects: [budgetIs(200, "EUR"), costsAtMost(200, "EUR"), atLeastVisits(5), travelsInStyle("budget")],
  }),
  planned("budget", "luxury", {
    city: "Dubai",
    purpose: "Luxury is a way of travelling, not a limit.",
    says: "Luxury long weekend in Dubai, 18-21 February 2027, a couple, money is no object",
    expects: [travelsInStyle("luxury"), travellers(2), noViolation("budget_exceeded")],
  }),
  planned("budget", "round-words", {
    city: "Istanbul",
    purpose: "Amounts in words and thousands are amounts.",
    says: "a week in Istanbul from 1 May 2027 for two, about two thousand euros",
    expects: [budgetIs(2_000, "EUR"), costsAtMost(2_000, "EUR"), lasts(7)],
  }),
];
