/** What people like and do not like: enough of the one, none of the other, day by day where they say so. */
import { goesTo } from "../../expectations/cities.ts";
import { outInTheEvening } from "../../expectations/clock.ts";
import {
  atLeast,
  atMost,
  atMostPerDay,
  dayHas,
  dayLacks,
  hasType,
  lacksType,
  mostlyOf,
  offbeatAtLeast,
  quietShare,
} from "../../expectations/kinds.ts";
import { travellers } from "../../expectations/party.ts";
import type { Sample } from "../../sample.ts";
import { planned } from "./ask.ts";

export const INTERESTS: readonly Sample[] = [
  planned("interests", "art", {
    city: "Madrid",
    purpose: "An art trip is mostly art.",
    says: "Art lovers in Madrid, 4 to 6 May 2027, two people",
    expects: [mostlyOf(0.5, "art"), atLeast(4, "art")],
  }),
  planned("interests", "no-museums", {
    city: "Rome",
    purpose: "What is not wanted stays out even where it is famous.",
    says: "Rome, 3 days from 11 May 2027 for two, ruins and squares but no museums please",
    expects: [lacksType("museum"), atLeast(3, "culture_history"), atLeast(1, "squares")],
  }),
  planned("interests", "one-church-a-day", {
    city: "Florence",
    purpose: "A limit for each day is kept on each day.",
    says: "Florence 10 to 13 May 2027, 2 people, at most one church a day",
    expects: [atMostPerDay(1, "churches"), goesTo("Florence")],
  }),
  planned("interests", "food", {
    city: "Osaka",
    purpose: "A food trip goes to markets and street food, not only to restaurants.",
    says: "Osaka for foodies: 3 days from 4 October 2027, two people, markets and street food",
    expects: [atLeast(2, "food_drink"), atLeast(1, "markets")],
  }),
  planned("interests", "hidden-corners", {
    city: "Paris",
    purpose: "Off the beaten track is a plan with places that few go to.",
    says: "Paris off the beaten path, hidden gems, nothing crowded, 3 days from 5 October 2027, two people",
    expects: [offbeatAtLeast(3), quietShare(0.7)],
  }),
  planned("interests", "beach-and-hills", {
    city: "Rio de Janeiro",
    purpose: "Two likes are both met.",
    says: "Rio de Janeiro, 9 to 12 August 2027, a couple, beaches and viewpoints",
    expects: [atLeast(1, "beaches"), atLeast(2, "viewpoints"), travellers(2)],
  }),
  planned("interests", "by-day", {
    city: "Lisbon",
    purpose: "A like that is said for one day is met on that day.",
    says: "Lisbon, 12 to 14 May 2027, for two: museums on the first day, beaches on the last day",
    expects: [dayHas(1, "museums"), dayHas(3, "beaches")],
  }),
  planned("interests", "no-church-on-sunday", {
    city: "Seville",
    purpose: "A dislike that is said for one day is kept on that day.",
    says: "Seville, Friday 14 to Sunday 16 May 2027, two people, no churches on Sunday",
    expects: [dayLacks(3, "churches"), goesTo("Sevilla")],
  }),
  planned("interests", "animals", {
    city: "Sydney",
    purpose: "A kind of place asked for by name of the kind is in the plan.",
    says: "Sydney 1 to 4 November 2027, me and my nephew (10), zoo, aquarium and beaches",
    expects: [hasType("zoo"), hasType("aquarium"), atLeast(1, "beaches")],
  }),
  planned("interests", "nightlife", {
    city: "Berlin",
    purpose: "Nightlife happens at night.",
    says: "Berlin, 4 to 6 June 2027, four friends, techno, bars and street art",
    expects: [atLeast(1, "bars"), atLeast(1, "street_art"), outInTheEvening(2)],
  }),
  planned("interests", "shopping-but-not-malls", {
    city: "Milan",
    purpose: "A like with an exception keeps both.",
    says: "Milan 18-20 May 2027 for two, fashion streets and design, no malls",
    expects: [atLeast(1, "shopping"), atMost(0, "malls")],
  }),
  planned("interests", "science", {
    city: "Munich",
    purpose: "Science is a kind of museum, and the big one is in it.",
    says: "Munich with two kids 10 and 12, me and my wife, 3 days from 14 June 2027, science and technology",
    expects: [atLeast(1, "science"), travellers(4)],
  }),
];
