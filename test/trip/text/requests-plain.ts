/** Whole requests as people type them. Today is Sunday 22 November 2026. */
import type { Row } from "./meaning.ts";

export const PLAIN_REQUESTS: readonly Row[] = [
  [
    "4 days in Lisbon from 2027-05-10 for two, food and viewpoints, moderate pace, 900 EUR",
    {
      to: ["Lisbon"],
      dates: ["2027-05-10", "2027-05-13"],
      people: 2,
      budget: "900 EUR",
      likes: ["food_drink", "viewpoints"],
      pace: "moderate",
    },
  ],
  [
    "a weekend in Kyoto in April, temples and gardens, slow, one of us uses a wheelchair",
    {
      to: ["Kyoto"],
      dates: ["2027-04-09", "2027-04-11"],
      people: 2,
      likes: ["temples_shrines", "gardens"],
      pace: "relaxed",
      access: ["wheelchair"],
    },
  ],
  [
    "Rome and Florence, 6 days from 3 June 2027, art, family with a 6 year old, under 2000 euros",
    {
      to: ["Rome", "Florence"],
      dates: ["2027-06-03", "2027-06-08"],
      people: 3,
      ages: [6],
      budget: "2000 EUR",
      likes: ["art"],
    },
  ],
  [
    "Paree 3 days next month vegan cheap",
    { to: ["Paree"], dates: ["2026-12-11", "2026-12-13"], style: "budget", diets: ["vegan"] },
  ],
  [
    "4 days in Lisbon in May for two, food and viewpoints, 900 EUR",
    {
      to: ["Lisbon"],
      dates: ["2027-05-13", "2027-05-16"],
      people: 2,
      budget: "900 EUR",
      likes: ["food_drink", "viewpoints"],
    },
  ],
  ["lisbon, long weekend in march, 2 people", { to: ["lisbon"], dates: ["2027-03-12", "2027-03-15"], people: 2 }],
  [
    "Springfield, Illinois for 2 days next week",
    { to: ["Springfield (Illinois)"], dates: ["2026-11-28", "2026-11-29"] },
  ],
  ["San José in Costa Rica, 4 days in January", { to: ["San José (Costa Rica)"], dates: ["2027-01-14", "2027-01-17"] }],
  ["Rome, then Florence, 5 days in May", { to: ["Rome", "Florence"], dates: ["2027-05-08", "2027-05-12"] }],
  ["from London to Lisbon, 4 days next month", { to: ["Lisbon"], from: "London", dates: ["2026-12-10", "2026-12-13"] }],
  ["Rome to Florence by train, 6 days in June", { to: ["Rome", "Florence"], dates: ["2027-06-12", "2027-06-17"] }],
  [
    "flying from Berlin to Tokyo for ten days in autumn, couple, budget 4000 euros",
    {
      to: ["Tokyo"],
      from: "Berlin",
      dates: ["2027-09-11", "2027-09-20"],
      people: 2,
      budget: "4000 EUR",
      wants: ["flights"],
    },
  ],
  [
    "3 nights in Rome and 2 in Florence in May",
    { to: ["Rome: 3 nights", "Florence: 2 nights"], dates: ["2027-05-08", "2027-05-13"] },
  ],
  [
    "Rome (3 nights), Florence (2 nights), from 3 June 2027",
    { to: ["Rome: 3 nights", "Florence: 2 nights"], dates: ["2027-06-03", "2027-06-08"] },
  ],
  [
    "2 days Rome, 3 days Florence, starting 1 May 2027",
    { to: ["Rome: 2 nights", "Florence: 2 nights"], dates: ["2027-05-01", "2027-05-05"] },
  ],
  ["hello", { notATrip: true }],
  ["Who are you?", { notATrip: true }],
  ["What can we do in Rome for 3 days in May?", { to: ["Rome"], dates: ["2027-05-14", "2027-05-16"], people: 2 }],
  [
    "Hi there! We are a family of four (kids aged 6 and 9) and would love to spend a week in Barcelona next summer. We like beaches, architecture and good food, nothing too rushed. Our budget is around 3,500 euros. My mother-in-law comes along and can't do stairs. Thank you!",
    {
      to: ["Barcelona"],
      dates: ["2027-06-12", "2027-06-18"],
      people: 5,
      ages: [6, 9],
      budget: "3500 EUR",
      likes: ["beaches", "architecture", "food_drink"],
      pace: "relaxed",
      access: ["mobility_limited"],
    },
  ],
  [
    "3 days in 京都 in april, temples",
    { to: ["京都"], dates: ["2027-04-09", "2027-04-11"], likes: ["temples_shrines"] },
  ],
  [
    "weekend in new york with kids, next month",
    { to: ["new york"], dates: ["2026-12-11", "2026-12-13"], people: 4, ages: [8, 8] },
  ],
  [
    "buenos aires 5 days in november, steak and tango",
    { to: ["buenos aires"], dates: ["2026-11-25", "2026-11-29"], likes: ["restaurants", "performing_arts"] },
  ],
  ["Nice, 3 days in June", { to: ["Nice"], dates: ["2027-06-11", "2027-06-13"] }],
  ["a nice weekend in rome in april", { to: ["rome"], dates: ["2027-04-09", "2027-04-11"] }],
  ["5 days in nice in may", { to: ["nice"], dates: ["2027-05-08", "2027-05-12"] }],
  [
    "in May I want to go to Italian restaurants in Naples for 3 days",
    { to: ["Naples"], dates: ["2027-05-14", "2027-05-16"], likes: ["restaurants"] },
  ],
  [
    "We must see the Uffizi and the Accademia, 3 days in Florence in April",
    { to: ["Florence"], dates: ["2027-04-09", "2027-04-11"], people: 2, mustSee: ["Uffizi", "Accademia"] },
  ],
  [
    "4 days in London in May, British Museum and Tower Bridge",
    { to: ["London"], dates: ["2027-05-13", "2027-05-16"], mustSee: ["British Museum", "Tower Bridge"] },
  ],
  [
    "3 days in paris next weekend, must see eiffel tower",
    { to: ["paris"], dates: ["2026-11-27", "2026-11-29"], mustSee: ["eiffel tower"] },
  ],
  [
    "we want to visit Belém Tower in Lisbon, 2 days from 5 June 2027",
    { to: ["Lisbon"], dates: ["2027-06-05", "2027-06-06"], people: 2, mustSee: ["Belém Tower"] },
  ],
  ["a week in Portugal in May", { countries: ["PT"], dates: ["2027-05-08", "2027-05-14"], missing: ["destination"] }],
  [
    "Japan for two weeks in April, Tokyo and Kyoto",
    { to: ["Tokyo (Japan)", "Kyoto (Japan)"], dates: ["2027-04-10", "2027-04-23"] },
  ],
  [
    "Vienna at Christmas, 3 days, classical music",
    { to: ["Vienna"], dates: ["2026-12-25", "2026-12-27"], likes: ["performing_arts"] },
  ],
  [
    "Amsterdam for a long weekend in spring, two friends, museums and canals, no nightlife",
    { to: ["Amsterdam"], dates: ["2027-03-12", "2027-03-15"], people: 2, likes: ["museums", "waterfront"] },
  ],
  [
    "Cape Town, 5 days in February, hiking, wildlife, wine, with my wife, luxury",
    {
      to: ["Cape Town"],
      dates: ["2027-02-13", "2027-02-17"],
      people: 2,
      likes: ["hiking", "wildlife", "wine"],
      style: "luxury",
    },
  ],
  [
    "Singapore 3 days in March solo street food",
    { to: ["Singapore"], dates: ["2027-03-12", "2027-03-14"], people: 1, likes: ["street_food"] },
  ],
  [
    "Bankok 4 days next month cheap street food temples",
    { to: ["Bankok"], dates: ["2026-12-10", "2026-12-13"], likes: ["street_food", "temples_shrines"], style: "budget" },
  ],
  ["marrakech 3 nights from friday for 2", { to: ["marrakech"], dates: ["2026-11-27", "2026-11-30"], people: 2 }],
  [
    "Trip to Mexico City from 2027-03-01 to 2027-03-05, 1 person, 10000 pesos",
    { to: ["Mexico City"], dates: ["2027-03-01", "2027-03-05"], people: 1, budget: "10000 local" },
  ],
  [
    "I'd like to go to Paris, France with my girlfriend from the 10th to the 13th of May, romantic, wine",
    { to: ["Paris (France)"], dates: ["2027-05-10", "2027-05-13"], people: 2, likes: ["wine"] },
  ],
  ["Porto or Lisbon, 3 days in June", { to: ["Porto"], dates: ["2027-06-11", "2027-06-13"] }],
  [
    "plan a trip to sydney, first week of march, two adults, budget 2500 AUD",
    { to: ["sydney"], dates: ["2027-03-05", "2027-03-07"], people: 2, budget: "2500 AUD" },
  ],
  ["Plan me a day in Florence tomorrow", { to: ["Florence"], dates: ["2026-11-23", "2026-11-23"] }],
  [
    "two weeks in Italy: Rome, Florence and Venice, in September",
    { to: ["Rome (Italy)", "Florence (Italy)", "Venice (Italy)"], dates: ["2027-09-11", "2027-09-24"] },
  ],
  [
    "Los Angeles 4 days next month, we like beaches",
    { to: ["Los Angeles"], dates: ["2026-12-10", "2026-12-13"], people: 2, likes: ["beaches"] },
  ],
  ["St. Petersburg 3 days in May", { to: ["St. Petersburg"], dates: ["2027-05-14", "2027-05-16"] }],
  ["Rio de Janeiro for carnival, 5 days in February", { to: ["Rio de Janeiro"], dates: ["2027-02-13", "2027-02-17"] }],
  ["Москва 3 days in May", { to: ["Москва"], dates: ["2027-05-14", "2027-05-16"] }],
  ["Αθήνα, 3 days in October", { to: ["Αθήνα"], dates: ["2027-10-08", "2027-10-10"] }],
  [
    "I need a 3-day itinerary for Vienna starting on 2027-05-01, relaxed",
    { to: ["Vienna"], dates: ["2027-05-01", "2027-05-03"], pace: "relaxed" },
  ],
  ["romantic getaway in Venice, 14-16 Feb", { to: ["Venice"], dates: ["2027-02-14", "2027-02-16"], people: 2 }],
  [
    "Can you plan something for us in Kyoto, 12/04/2027 to 15/04/2027?",
    { to: ["Kyoto"], dates: ["2027-04-12", "2027-04-15"], people: 2 },
  ],
  [
    "PARIS 3 DAYS MAY 2 PEOPLE MUSEUMS",
    { to: ["PARIS"], dates: ["2027-05-14", "2027-05-16"], people: 2, likes: ["museums"] },
  ],
  [
    "show me hidden gems of Tokyo, 6 days, october, me and three friends, packed schedule, 300000 yen",
    {
      to: ["Tokyo"],
      dates: ["2027-10-09", "2027-10-14"],
      people: 4,
      budget: "300000 JPY",
      pace: "fast",
      offbeat: true,
    },
  ],
  [
    "Edinburgh in August with a baby and a stroller, 4 days",
    { to: ["Edinburgh"], dates: ["2027-08-12", "2027-08-15"], people: 3, ages: [1], access: ["stroller_friendly"] },
  ],
  [
    "Weekend Break In Vienna In December, Christmas Markets",
    { to: ["Vienna"], dates: ["2026-12-11", "2026-12-13"], likes: ["markets"] },
  ],
  [
    "I'm travelling alone to Bangkok, arriving 3 Jan and leaving 8 Jan",
    { to: ["Bangkok"], dates: ["2027-01-03", "2027-01-08"], people: 1 },
  ],
  [
    "barcelona for 3 days mid june, gaudi, beach and tapas, 4 friends, nightlife",
    {
      to: ["barcelona"],
      dates: ["2027-06-11", "2027-06-13"],
      people: 4,
      likes: ["architecture", "beaches", "restaurants", "nightlife"],
    },
  ],
  [
    "We live in Munich and want to spend Easter in Rome",
    { to: ["Rome"], from: "Munich", dates: ["2027-03-26", "2027-03-29"], people: 2 },
  ],
  ["10 days Tokyo Kyoto in April", { to: ["Tokyo Kyoto"], dates: ["2027-04-10", "2027-04-19"] }],
  [
    "tokyo and kyoto, 8 days, cherry blossom season",
    { to: ["tokyo", "kyoto"], likes: ["gardens"], missing: ["dates"] },
  ],
  ["next weekend", { dates: ["2026-11-27", "2026-11-29"], missing: ["destination"] }],
  ["3 days in Rome", { to: ["Rome"], missing: ["dates"] }],
  ["somewhere warm in February", { dates: ["2027-02-12", "2027-02-14"], missing: ["destination"] }],
];
