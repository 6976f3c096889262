/** Requests as people say them, found by trying to catch the rules out. Today is Sunday 22 November 2026. */
import type { Row } from "./meaning.ts";

export const SPOKEN_REQUESTS: readonly Row[] = [
  [
    "We're thinking of Lisbon around the 20th of March, four nights, the two of us plus our 3-year-old",
    { to: ["Lisbon"], dates: ["2027-03-20", "2027-03-24"], people: 3, ages: [3] },
  ],
  [
    "three day trip prague 2 adults beer castle cheap jan",
    {
      to: ["prague"],
      dates: ["2027-01-08", "2027-01-10"],
      people: 2,
      likes: ["bars", "palaces_castles"],
      style: "budget",
    },
  ],
  [
    "Looking for a 5-day Tokyo itinerary in early November for a foodie couple",
    { to: ["Tokyo"], dates: ["2027-11-06", "2027-11-10"], people: 2, likes: ["food_drink"] },
  ],
  [
    "need ideas for 2 days in Marrakesh w/ kids 5 & 7, mid-April",
    { to: ["Marrakesh"], dates: ["2027-04-17", "2027-04-18"], people: 4, ages: [5, 7] },
  ],
  [
    "Can you put together 72 hours in Singapore for me? Arriving 14 Feb",
    { to: ["Singapore"], dates: ["2027-02-14", "2027-02-16"], people: 1 },
  ],
  [
    "Rome for my birthday on 12 May 2027, 3 days, just me and my sister",
    { to: ["Rome"], dates: ["2027-05-12", "2027-05-14"], people: 2 },
  ],
  [
    "I'd love a quiet week in Kyoto, gardens & temples, budget around 200,000 JPY, some time in November",
    {
      to: ["Kyoto"],
      dates: ["2027-11-13", "2027-11-19"],
      budget: "200000 JPY",
      likes: ["gardens", "temples_shrines"],
      quiet: true,
    },
  ],
  [
    "Mexico city trip nov 10-15 for 3 friends; tacos, mezcal bars, museums",
    { to: ["Mexico city"], dates: ["2027-11-10", "2027-11-15"], people: 3, likes: ["restaurants", "bars", "museums"] },
  ],
  [
    "my parents (70 and 72) and I are visiting Vienna in September for 4 days. Dad uses a wheelchair.",
    { to: ["Vienna"], dates: ["2027-09-09", "2027-09-12"], people: 3, access: ["wheelchair"] },
  ],
  [
    "Amsterdam: 2 nights, 1 adult, 14-16 January, no more than £400",
    { to: ["Amsterdam"], dates: ["2027-01-14", "2027-01-16"], people: 1, budget: "400 GBP" },
  ],
  [
    "honeymoon tokyo + kyoto 12 days starting 1st April 2027, luxury ryokan, budget $8000",
    {
      to: ["tokyo", "kyoto"],
      dates: ["2027-04-01", "2027-04-12"],
      people: 2,
      budget: "8000 USD",
      style: "luxury",
      wants: ["hotels"],
    },
  ],
  ["Sunday to Wednesday in Porto", { to: ["Porto"], dates: ["2026-11-29", "2026-12-02"] }],
  [
    "lisbon 4days may 2ppl 900eur food viewpoints",
    {
      to: ["lisbon"],
      dates: ["2027-05-13", "2027-05-16"],
      people: 2,
      budget: "900 EUR",
      likes: ["food_drink", "viewpoints"],
    },
  ],
  [
    "Lisbon(3 days)+Porto(2 days), May 2027, 2 adults",
    { to: ["Lisbon: 3 nights", "Porto: 1 night"], dates: ["2027-05-08", "2027-05-12"], people: 2 },
  ],
  [
    "trip to cape town in feb for a fortnight with my bf, hiking + wine + beaches",
    { to: ["cape town"], dates: ["2027-02-13", "2027-02-26"], people: 2, likes: ["hiking", "wine", "beaches"] },
  ],
  [
    "one week in london beginning of july with grandparents, slow pace, gardens, theatre, tea",
    {
      to: ["london"],
      dates: ["2027-07-03", "2027-07-09"],
      people: 3,
      likes: ["gardens", "performing_arts", "cafes"],
      pace: "relaxed",
    },
  ],
  ["Take us to Florence for Valentine's Day", { to: ["Florence"], dates: ["2027-02-13", "2027-02-15"], people: 2 }],
  [
    "What about a romantic weekend in Venice in autumn?",
    { to: ["Venice"], dates: ["2026-11-27", "2026-11-29"], people: 2 },
  ],
  [
    "Can we do Rome, Florence & Venice in ten days in June by train with two teenagers (13, 16)?",
    { to: ["Rome", "Florence", "Venice"], dates: ["2027-06-12", "2027-06-21"], people: 4, ages: [13, 16] },
  ],
  [
    "Bangkok for 5 nights from 2 Jan 2027. Vegetarian. Not too busy. Street markets, massages.",
    {
      to: ["Bangkok"],
      dates: ["2027-01-02", "2027-01-07"],
      likes: ["markets", "spas"],
      pace: "relaxed",
      diets: ["vegetarian"],
    },
  ],
  [
    "family of 4 going to Paris 3/7/2027 - 7/7/2027 with children aged 4 and 8",
    { to: ["Paris"], dates: ["2027-07-03", "2027-07-07"], people: 4, ages: [4, 8] },
  ],
  [
    "I'd like to spend Christmas in New York with my wife and our son (11)",
    { to: ["New York"], dates: ["2026-12-24", "2026-12-27"], people: 3, ages: [11] },
  ],
  [
    "A cheap weekend in Porto for 3 students, nightlife and surf, march",
    { to: ["Porto"], dates: ["2027-03-12", "2027-03-14"], people: 3, likes: ["nightlife", "beaches"], style: "budget" },
  ],
  [
    "we fly from Dublin to Lisbon on 6 May and back on 10 May",
    { to: ["Lisbon"], from: "Dublin", dates: ["2027-05-06", "2027-05-10"], people: 2, wants: ["flights"] },
  ],
  ["Kyoto in cherry blossom time, 5 days", { to: ["Kyoto"], likes: ["gardens"], missing: ["dates"] }],
  ["Next month I have 4 days off; Vienna?", { to: ["Vienna"], dates: ["2026-12-10", "2026-12-13"] }],
  ["weekend trip", { missing: ["destination", "dates"] }],
  ["Vienna this Saturday", { to: ["Vienna"], dates: ["2026-11-28", "2026-11-30"] }],
  [
    "Please plan 5 days in Istanbul at the end of October; we're 2 vegetarians who love bazaars and mosques, and our budget is 1000 euros in total.",
    {
      to: ["Istanbul"],
      dates: ["2027-10-23", "2027-10-27"],
      people: 2,
      budget: "1000 EUR",
      likes: ["markets", "mosques_synagogues"],
      diets: ["vegetarian"],
    },
  ],
  [
    "London 3 days from 1st Feb, 2 adults and 3 children ages 3, 5 and 12",
    { to: ["London"], dates: ["2027-02-01", "2027-02-03"], people: 5, ages: [3, 5, 12] },
  ],
  [
    "buenos aires and montevideo 8 days in March",
    { to: ["buenos aires", "montevideo"], dates: ["2027-03-13", "2027-03-20"] },
  ],
  [
    "seville in spring, tapas, flamenco, 3 nights, max 600 euros pp",
    {
      to: ["seville"],
      dates: ["2027-03-11", "2027-03-14"],
      budget: "600 EUR",
      likes: ["restaurants", "performing_arts"],
    },
  ],
  [
    "Budapest 4 nights thermal baths ruin bars under 500 each for 6 lads stag do in May",
    {
      to: ["Budapest"],
      dates: ["2027-05-08", "2027-05-12"],
      people: 6,
      budget: "3000 local",
      likes: ["spas", "bars"],
    },
  ],
  [
    "Edinburgh and the Highlands, 7 days, August",
    { to: ["Edinburgh", "Highlands"], dates: ["2027-08-14", "2027-08-20"] },
  ],
  ["I want a holiday", { missing: ["destination", "dates"] }],
  ["Where should I go in June?", { dates: ["2027-06-11", "2027-06-13"], missing: ["destination"] }],
  ["make me an itinerary for Rome with 3 days, starting Monday", { to: ["Rome"], dates: ["2026-11-23", "2026-11-25"] }],
  [
    "Could you find flights and a hotel for 4 days in Barcelona from Zurich, 10-13 June, 2 people?",
    { to: ["Barcelona"], from: "Zurich", dates: ["2027-06-10", "2027-06-13"], people: 2, wants: ["flights", "hotels"] },
  ],
  [
    "2 weeks Japan: Tokyo 5 nights, Kyoto 4 nights, Osaka 4 nights from 3 April 2027",
    {
      to: ["Tokyo (Japan): 5 nights", "Kyoto (Japan): 4 nights", "Osaka (Japan): 4 nights"],
      dates: ["2027-04-03", "2027-04-16"],
    },
  ],
  ["Rome in the week of 10 May for four days", { to: ["Rome"], dates: ["2027-05-13", "2027-05-16"] }],
  ["Lisbon for 2, 5 nights, any time in June", { to: ["Lisbon"], dates: ["2027-06-12", "2027-06-17"], people: 2 }],
  ["Lisbon, sometime in June or July, 5 nights", { to: ["Lisbon"], dates: ["2027-06-12", "2027-06-17"] }],
  [
    "New Delhi 3 days in December; Taj Mahal day trip",
    { to: ["New Delhi"], dates: ["2026-12-11", "2026-12-13"], mustSee: ["Taj Mahal"] },
  ],
  ["las vegas 3 nights next week", { to: ["las vegas"], dates: ["2026-11-26", "2026-11-29"] }],
  [
    "we want to see Big Ben and Buckingham Palace, 2 days in London in April",
    { to: ["London"], dates: ["2027-04-10", "2027-04-11"], people: 2, mustSee: ["Big Ben", "Buckingham Palace"] },
  ],
  [
    "Paris. 4 days. May 2027. Couple. Art. Moderate. €1500.",
    {
      to: ["Paris"],
      dates: ["2027-05-13", "2027-05-16"],
      people: 2,
      budget: "1500 EUR",
      likes: ["art"],
      pace: "moderate",
    },
  ],
  ["not Rome, I'd prefer Florence, 3 days in May", { to: ["Florence"], dates: ["2027-05-14", "2027-05-16"] }],
];
