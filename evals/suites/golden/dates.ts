/** Days as people say them: dates, nights, weekends, holidays, and the ends of months and years. */
import { goesTo } from "../../expectations/cities.ts";
import { everyDayHasVisits } from "../../expectations/clock.ts";
import { beginsOnA, includesA, includesDates, lasts, staysWithin, travelsOn } from "../../expectations/dates.ts";
import { travellers } from "../../expectations/party.ts";
import { everyDoorOpen } from "../../expectations/rules.ts";
import type { Sample } from "../../sample.ts";
import { planned } from "./ask.ts";

export const DATES: readonly Sample[] = [
  planned("dates", "written-out", {
    city: "Lisbon",
    purpose: "Both dates written as in a calendar file are taken to the day.",
    says: "Plan Lisbon from 2027-05-10 to 2027-05-12 for two people, please.",
    expects: [travelsOn("2027-05-10", "2027-05-12"), goesTo("Lisbon"), travellers(2)],
  }),
  planned("dates", "nights", {
    city: "Porto",
    purpose: "Four nights are five days: the last one ends with the way home.",
    says: "Four nights in Porto from 3 March 2027, for two",
    expects: [travelsOn("2027-03-03", "2027-03-07"), lasts(5)],
  }),
  planned("dates", "weekend", {
    city: "Copenhagen",
    purpose: "A weekend in a month is a Saturday and a Sunday of that month.",
    says: "A weekend in Copenhagen in June 2027 for the two of us",
    expects: [includesA("saturday", "sunday"), staysWithin("2027-06-01", "2027-06-30"), travellers(2)],
  }),
  planned("dates", "turn-of-the-year", {
    city: "Edinburgh",
    purpose: "Dates without a year that cross New Year fall into two years.",
    says: "Edinburgh for Hogmanay, 30 December to 2 January, two adults",
    expects: [travelsOn("2026-12-30", "2027-01-02"), lasts(4), everyDoorOpen()],
  }),
  planned("dates", "clocks-change", {
    city: "Berlin",
    purpose: "The night in which clocks go forward costs no day and shifts no visit.",
    says: "Berlin 27 to 29 March 2027 for one, history and memorials",
    expects: [travelsOn("2027-03-27", "2027-03-29"), travellers(1), everyDayHasVisits(2)],
  }),
  planned("dates", "leap-day", {
    city: "Prague",
    purpose: "February 2028 has a 29th, and a trip across it has that day.",
    says: "Three days in Prague from 27 February 2028, two people",
    expects: [travelsOn("2028-02-27", "2028-02-29"), includesDates("2028-02-29")],
  }),
  planned("dates", "next-month", {
    city: "Seville",
    purpose: "A month said from today's point of view is counted from today.",
    says: "3 days in Seville next month for two",
    expects: [staysWithin("2026-12-01", "2026-12-31"), lasts(3)],
  }),
  planned("dates", "one-day", {
    city: "Florence",
    purpose: "A day trip is a plan of one day.",
    says: "I have one day in Florence on 15 April 2027. Art, mostly.",
    expects: [travelsOn("2027-04-15", "2027-04-15"), travellers(1), everyDayHasVisits(2)],
  }),
  planned("dates", "just-that-day", {
    city: "Madrid",
    purpose: "A single date with just that day is one day, not a usual length.",
    says: "Madrid on 18 May 2027, just that day, one person",
    expects: [travelsOn("2027-05-18", "2027-05-18"), lasts(1), travellers(1)],
  }),
  planned("dates", "american-order", {
    city: "Chicago",
    purpose: "Month before day, as Americans write it, with a range of days.",
    says: "Chicago, May 3-6, 2027, 2 adults, architecture",
    expects: [travelsOn("2027-05-03", "2027-05-06"), travellers(2)],
  }),
  planned("dates", "day-first-slashes", {
    city: "Dublin",
    purpose: "A date that can only be read with the day first settles how the other is read.",
    says: "Dublin 12/06/2027 - 15/06/2027 for 2",
    expects: [travelsOn("2027-06-12", "2027-06-15"), goesTo("Dublin")],
  }),
  planned("dates", "easter", {
    city: "Granada",
    purpose: "A holiday is a date: Easter Sunday of 2027 is 28 March.",
    says: "Granada over Easter 2027, 4 days, for two",
    expects: [includesDates("2027-03-28"), lasts(4), everyDoorOpen()],
  }),
  planned("dates", "from-a-weekday", {
    city: "Hamburg",
    purpose: "A weekday and a month together choose a date that is that weekday.",
    says: "Hamburg, three days in May 2027 starting on a Thursday, two people",
    expects: [beginsOnA("thursday"), staysWithin("2027-05-01", "2027-05-31"), lasts(3)],
  }),
];
