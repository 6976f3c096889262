/** Requests at the edge: routes, homonyms, odd punctuation, questions, and what is no trip at all. Today is Sunday 22 November 2026. */
import type { Row } from "./meaning.ts";

export const ODD_REQUESTS: readonly Row[] = [
  ["10/05 to 14/05 in Lisbon for 2", { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-14"], people: 2 }],
  ["from tomorrow 3 days in Vienna, 2 ppl", { to: ["Vienna"], dates: ["2026-11-23", "2026-11-25"], people: 2 }],
  ["May in Rome, 3 days", { to: ["Rome"], dates: ["2027-05-14", "2027-05-16"] }],
  ["I may go to Rome in June for 3 days", { to: ["Rome"], dates: ["2027-06-11", "2027-06-13"] }],
  [
    "we want to march through Vienna for 2 days in May",
    { to: ["Vienna"], dates: ["2027-05-08", "2027-05-09"], people: 2 },
  ],
  [
    "Trip: London → Paris, 6 days in May, 2 people",
    { to: ["London", "Paris"], dates: ["2027-05-08", "2027-05-13"], people: 2 },
  ],
  [
    "London > Paris > Amsterdam, 9 days, from 1 May 2027",
    { to: ["London", "Paris", "Amsterdam"], dates: ["2027-05-01", "2027-05-09"] },
  ],
  ["Paris/Amsterdam 6 days in June", { to: ["Paris", "Amsterdam"], dates: ["2027-06-12", "2027-06-17"] }],
  ["Paris + Amsterdam, 6 days from June 3rd", { to: ["Paris", "Amsterdam"], dates: ["2027-06-03", "2027-06-08"] }],
  [
    "first Paris and then Amsterdam for 6 days beginning on the 3rd of June 2027",
    { to: ["Paris", "Amsterdam"], dates: ["2027-06-03", "2027-06-08"] },
  ],
  [
    "Start in Rome and end in Florence, 6 days from 3 June 2027",
    { to: ["Rome: first", "Florence: last"], dates: ["2027-06-03", "2027-06-08"] },
  ],
  [
    "Going to Lisbon from Madrid in May for a long weekend with the kids (3 and 5)",
    { to: ["Lisbon"], from: "Madrid", dates: ["2027-05-14", "2027-05-17"], people: 4, ages: [3, 5] },
  ],
  [
    "I use a wheelchair and travel with my husband to Barcelona, 5 to 9 May 2027, architecture, moderate pace, 2,000 €",
    {
      to: ["Barcelona"],
      dates: ["2027-05-05", "2027-05-09"],
      people: 2,
      budget: "2000 EUR",
      likes: ["architecture"],
      pace: "moderate",
      access: ["wheelchair"],
    },
  ],
  [
    "4 nights Kyoto, arriving 10 April 2027, slow travel, vegetarian, tea, zen gardens",
    {
      to: ["Kyoto"],
      dates: ["2027-04-10", "2027-04-14"],
      likes: ["cafes", "gardens"],
      pace: "relaxed",
      diets: ["vegetarian"],
    },
  ],
  ["weekend kyoto april", { to: ["kyoto"], dates: ["2027-04-09", "2027-04-11"] }],
  ["tokyo", { to: ["tokyo"], missing: ["dates"] }],
  ["tokyo in 2 weeks, 5 days", { to: ["tokyo"], dates: ["2026-12-06", "2026-12-10"] }],
  ["Tokyo for two weeks in two weeks", { to: ["Tokyo"], dates: ["2026-12-06", "2026-12-19"] }],
  ["how about Porto next month for 3 days?", { to: ["Porto"], dates: ["2026-12-11", "2026-12-13"] }],
  ["Can I see Vienna in one day on 5 May 2027?", { to: ["Vienna"], dates: ["2027-05-05", "2027-05-05"] }],
  ["Surprise me", { notATrip: true }],
  ["plan a trip", { missing: ["destination", "dates"] }],
  ["Rome?", { to: ["Rome"], missing: ["dates"] }],
  ["help me plan a trip to Amsterdam", { to: ["Amsterdam"], missing: ["dates"] }],
  ["Is Lisbon safe?", { notATrip: true }],
  ["What's the weather in Rome in May?", { notATrip: true }],
  ["tell me a joke", { notATrip: true }],
  ["2+2", { notATrip: true }],
  ["How much is a coffee in Paris?", { notATrip: true }],
  ["write me a poem about Rome", { notATrip: true }],
  ["best time to visit Kyoto?", { notATrip: true }],
  ["🏖️ Barcelona 🍷 3 days in May 👫", { to: ["Barcelona"], dates: ["2027-05-14", "2027-05-16"] }],
  [
    "4 DAYS IN LISBON FROM 2027-05-10 FOR TWO, FOOD AND VIEWPOINTS, MODERATE PACE, 900 EUR",
    {
      to: ["LISBON"],
      dates: ["2027-05-10", "2027-05-13"],
      people: 2,
      budget: "900 EUR",
      likes: ["food_drink", "viewpoints"],
      pace: "moderate",
    },
  ],
  [
    "4 days in lisbon from 2027-05-10 for 2 w/ food & viewpoints; moderate; €900",
    {
      to: ["lisbon"],
      dates: ["2027-05-10", "2027-05-13"],
      people: 2,
      budget: "900 EUR",
      likes: ["food_drink", "viewpoints"],
      pace: "moderate",
    },
  ],
  ["Lisbon, 2027-05-10 to 2027-05-13, couple", { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2 }],
  ["Lisbon 10.5.-13.5.2027", { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"] }],
  [
    "In Lisbon for 4 days. From 10 May 2027. Two people. We like food.",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, likes: ["food_drink"] },
  ],
  ["Rome 2027-06-03..2027-06-08", { to: ["Rome"], dates: ["2027-06-03", "2027-06-08"] }],
  ["trip from 2027-05-10 to 2027-05-08 in Lisbon", { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-08"] }],
  ["4 days in Lisbon from 2020-05-10", { to: ["Lisbon"], dates: ["2020-05-10", "2020-05-13"] }],
  ["1 day in Amsterdam on Saturday", { to: ["Amsterdam"], dates: ["2026-11-28", "2026-11-28"] }],
  [
    "Amsterdam next Monday for 2 nights with a colleague, under 500 pounds total",
    { to: ["Amsterdam"], dates: ["2026-11-23", "2026-11-25"], people: 2, budget: "500 GBP" },
  ],
  [
    "visit Vienna & Prague in the first week of Dec, christmas markets, 4 adults",
    { to: ["Vienna", "Prague"], dates: ["2026-12-04", "2026-12-06"], people: 4, likes: ["markets"] },
  ],
  [
    "8 days Portugal: 4 Lisbon, 4 Porto, in May",
    { to: ["Lisbon (Portugal): 4 nights", "Porto (Portugal): 3 nights"], dates: ["2027-05-08", "2027-05-15"] },
  ],
  [
    "Lisbon 4 days then Porto 3 days starting 10 May 2027",
    { to: ["Lisbon: 4 nights", "Porto: 2 nights"], dates: ["2027-05-10", "2027-05-16"] },
  ],
  [
    "Give me a relaxed five-day itinerary of Mexico City for late February with my parents who can't walk far",
    {
      to: ["Mexico City"],
      dates: ["2027-02-21", "2027-02-25"],
      people: 3,
      pace: "relaxed",
      access: ["mobility_limited"],
    },
  ],
  [
    "low budget trip to Bangkok, 7 nights, November, party",
    { to: ["Bangkok"], dates: ["2027-11-13", "2027-11-20"], likes: ["nightlife"], style: "budget" },
  ],
  [
    "travel to Cape Town, Western Cape, South Africa for 6 days in March",
    { to: ["Cape Town"], dates: ["2027-03-13", "2027-03-18"] },
  ],
  ["Athens, Georgia, 2 days in May", { to: ["Athens (Georgia)"], dates: ["2027-05-08", "2027-05-09"] }],
  ["Portland, OR for 3 days next month", { to: ["Portland (OR)"], dates: ["2026-12-11", "2026-12-13"] }],
  ["Paris, Texas 2 days in March", { to: ["Paris (Texas)"], dates: ["2027-03-13", "2027-03-14"] }],
  ["Cambridge MA 2 days in April", { to: ["Cambridge (MA)"], dates: ["2027-04-10", "2027-04-11"] }],
  [
    "we'd like three relaxing days in London, not museums, mainly parks and pubs, in the second half of May, me and my dad",
    { to: ["London"], dates: ["2027-05-21", "2027-05-23"], people: 2, likes: ["parks", "bars"], pace: "relaxed" },
  ],
  [
    "for our 10th anniversary, 4 days in Florence in June, wine, art, 5-star",
    { to: ["Florence"], dates: ["2027-06-10", "2027-06-13"], people: 2, likes: ["wine", "art"], style: "luxury" },
  ],
  ["I have 3 days off from 1 to 3 May 2027, want to see Porto", { to: ["Porto"], dates: ["2027-05-01", "2027-05-03"] }],
  [
    "2 adults 2 kids 6 & 9 Paris 5 days 12 July 2027 4000 euro",
    { to: ["Paris"], dates: ["2027-07-12", "2027-07-16"], people: 4, ages: [6, 9], budget: "4000 EUR" },
  ],
  [
    "somewhere in Italy for a week in September",
    { countries: ["IT"], dates: ["2027-09-11", "2027-09-17"], missing: ["destination"] },
  ],
  [
    "Marrakesh for 4 nights, we land on 4 March 2027 at 14:00",
    { to: ["Marrakesh"], dates: ["2027-03-04", "2027-03-08"], people: 2 },
  ],
  [
    "Amsterdam, 21st-24th of Aug, cycling and canals",
    { to: ["Amsterdam"], dates: ["2027-08-21", "2027-08-24"], likes: ["sports", "waterfront"] },
  ],
  ["Lisbon 1st to 5th May", { to: ["Lisbon"], dates: ["2027-05-01", "2027-05-05"] }],
  ["Barcelona Friday to Monday", { to: ["Barcelona"], dates: ["2026-11-27", "2026-11-30"] }],
  ["new orleans mardi gras 3 days in february", { to: ["new orleans"], dates: ["2027-02-05", "2027-02-07"] }],
  [
    "Los Angeles, California and San Diego, California, 7 days from 1 March 2027",
    { to: ["Los Angeles (California)", "San Diego (California)"], dates: ["2027-03-01", "2027-03-07"] },
  ],
  ["Vienna 3 days (May 5-7)", { to: ["Vienna"], dates: ["2027-05-05", "2027-05-07"] }],
  ["Vienna, between Christmas and New Year, 4 days", { to: ["Vienna"], dates: ["2026-12-26", "2026-12-29"] }],
  [
    "Rome over the Easter weekend with our teenage daughter",
    { to: ["Rome"], dates: ["2027-03-26", "2027-03-29"], people: 3, ages: [15] },
  ],
];
