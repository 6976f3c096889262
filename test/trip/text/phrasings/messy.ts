/** Whole requests as people type them into a box: no capitals, typos, lists, emoji, politeness. Today is Wednesday 3 March 2027. */
import type { Phrasing } from "./said.ts";

export const MESSY: readonly Phrasing[] = [
  [
    "hey so me n my gf wanna go to lisbon in may for like 4 days, we got about 900 euros, love food n viewpoints, nothin too hectic",
    {
      to: ["lisbon"],
      in: "2027-05-01 2027-05-31",
      days: "4",
      people: 2,
      budget: "900 EUR",
      likes: ["food_drink", "viewpoints"],
      pace: "relaxed",
    },
  ],
  [
    "pls plan 5d rome mid june 2ppl 1500 eur museums + gelato no rush thx",
    {
      to: ["rome"],
      in: "2027-06-08 2027-06-22",
      days: "5",
      people: 2,
      budget: "1500 EUR",
      likes: ["museums", "food_drink|bakeries"],
      pace: "relaxed",
    },
  ],
  [
    "Good afternoon, my husband and I are considering a trip to Vienna in the second week of September, for five nights. We are both in our seventies, and he cannot manage many stairs. We enjoy classical music and coffee houses. Our budget would be about 2,500 euros in total. Many thanks in advance!",
    {
      to: ["Vienna"],
      in: "2027-09-06 2027-09-19",
      days: "6",
      people: 2,
      budget: "2500 EUR",
      likes: ["performing_arts|live_music", "cafes"],
      access: ["mobility_limited"],
    },
  ],
  [
    "- Barcelona\n- 10 to 14 May\n- 2 adults, 1 kid (7)\n- budget: 1800€\n- beach, Gaudí, tapas",
    {
      to: ["Barcelona"],
      on: "2027-05-10 2027-05-14",
      people: 3,
      ages: [7],
      budget: "1800 EUR",
      free: ["likes", "mustSee"],
    },
  ],
  [
    "✈️ Tokyo 🗼 7 days 🌸 april, 2 ppl 🍣 ramen + temples",
    {
      to: ["Tokyo"],
      in: "2027-04-01 2027-04-30",
      days: "7",
      people: 2,
      likes: ["restaurants|food_drink", "temples_shrines"],
    },
  ],
  [
    "budget 2k usd, 2 people, 6 nights, tokyo, april pls",
    { to: ["tokyo"], in: "2027-04-01 2027-04-30", days: "7", people: 2, budget: "2000 USD" },
  ],
  [
    "cud u plan a trip 2 paris 4 3 days next weekend for me n my mum",
    { to: ["paris"], in: "2027-03-05 2027-03-15", days: "3", people: 2 },
  ],
  [
    "family of 4 (kids 6 + 9) going to london 10-14 may, harry potter stuff, science museum, not too much walking",
    {
      to: ["london"],
      on: "2027-05-10 2027-05-14",
      people: 4,
      ages: [6, 9],
      free: ["likes", "mustSee", "access", "pace"],
    },
  ],
  [
    "I need a holiday. Somewhere in Italy, a week in June, me and two friends, under 1000 each.",
    {
      countries: ["IT"],
      in: "2027-06-01 2027-06-30",
      days: "7-8",
      people: 3,
      budget: "3000 local",
      missing: ["destination"],
    },
  ],
  [
    "rome and florence 6 days from 3 june art, with our 6 yr old. max 2000 euro",
    { to: ["rome", "florence"], on: "2027-06-03 2027-06-08", people: 3, ages: [6], budget: "2000 EUR", likes: ["art"] },
  ],
  [
    "Would it be possible to get a plan for Kyoto, 4 days, from the 5th of April? I'm vegan and travelling alone.",
    { to: ["Kyoto"], on: "2027-04-05 2027-04-08", people: 1, diets: ["vegan"] },
  ],
  [
    "istanbul 3 nights halal food mosques bazaar 2 adults 12 june 600 usd",
    {
      to: ["istanbul"],
      on: "2027-06-12 2027-06-15",
      people: 2,
      budget: "600 USD",
      likes: ["food_drink", "mosques_synagogues", "markets"],
      diets: ["halal"],
    },
  ],
  [
    "my bday is 20 may and i want to spend it in paris!! 3 nights, 4 girls, wine and shopping",
    { to: ["paris"], in: "2027-05-18 2027-05-23", days: "4", people: 4, likes: ["wine", "shopping"] },
  ],
  [
    "Prague, beer, 3 lads, cheap, first weekend of april",
    { to: ["Prague"], in: "2027-04-01 2027-04-04", days: "2-3", people: 3, likes: ["bars"], style: "budget" },
  ],
  [
    "We (2 adults, kids 3 and 5) have 10 days in July and would like to see Copenhagen and Stockholm. Playgrounds, parks, no long days please.",
    {
      to: ["Copenhagen", "Stockholm"],
      in: "2027-07-01 2027-07-31",
      days: "10",
      people: 4,
      ages: [3, 5],
      likes: ["parks"],
      pace: "relaxed",
    },
  ],
  [
    "can anyone recommend an itinerary for amsterdam? arriving thurs 13 may leaving sun 16 may, canals, van gogh museum is a must",
    { to: ["amsterdam"], on: "2027-05-13 2027-05-16", likes: ["waterfront"], mustSee: ["van gogh museum"] },
  ],
  [
    "4 days. Lisbon. May. Two people. Food.",
    { to: ["Lisbon"], in: "2027-05-01 2027-05-31", days: "4", people: 2, likes: ["food_drink"] },
  ],
  [
    "Lisbon\n4 days\nmay\n2\nfood",
    { to: ["Lisbon"], in: "2027-05-01 2027-05-31", days: "4", likes: ["food_drink"], free: ["people"] },
  ],
  [
    "yo plan me a trip to berlin nxt month clubs n street art 3 nites broke student",
    {
      to: ["berlin"],
      in: "2027-04-01 2027-04-30",
      days: "4",
      likes: ["nightlife", "street_art"],
      style: "budget",
      free: ["people"],
    },
  ],
  [
    "Dear Sir or Madam, I would be grateful for a proposal for three days in Edinburgh from 21 to 23 August for two persons, with a visit to the castle.",
    { to: ["Edinburgh"], on: "2027-08-21 2027-08-23", people: 2, free: ["likes", "mustSee"] },
  ],
  [
    "New York in december for xmas shopping, mum and me, 5 nights from the 3rd, around 3k pounds incl flights from manchester",
    {
      to: ["New York"],
      from: "manchester",
      on: "2027-12-03 2027-12-08",
      people: 2,
      budget: "3000 GBP",
      likes: ["shopping"],
      wants: ["flights"],
    },
  ],
  ["LISBON!!! MAY!!! 4 DAYS!!! 2 PEOPLE!!!", { to: ["LISBON"], in: "2027-05-01 2027-05-31", days: "4", people: 2 }],
  [
    "were thinking athens + maybe another greek city for 8 days in october, history, not crowded",
    {
      cities: ["athens"],
      in: "2027-10-01 2027-10-31",
      days: "8",
      likes: ["culture_history"],
      quiet: true,
      free: ["people", "countries", "to"],
    },
  ],
  [
    "Hi! Honeymoon in May: 4 nights Venice, 3 nights Florence, starting on the 8th. Something romantic and luxurious, good restaurants.",
    {
      to: ["Venice: 4 nights", "Florence: 3 nights"],
      on: "2027-05-08 2027-05-15",
      people: 2,
      likes: ["restaurants"],
      style: "luxury",
    },
  ],
  [
    "3 day itenerary for budapest in novmber, thermal baths, ruin bars, 2 persons, 400 euros budjet",
    { to: ["budapest"], in: "2027-11-01 2027-11-30", days: "3", people: 2, budget: "400 EUR", likes: ["spas", "bars"] },
  ],
  [
    "seoul 6 days sept, kpop, cafes, palaces. solo. 1.2 million won",
    {
      to: ["seoul"],
      in: "2027-09-01 2027-09-30",
      days: "6",
      people: 1,
      budget: "1200000 KRW",
      likes: ["cafes", "palaces_castles"],
      free: ["likes"],
    },
  ],
  [
    "Could you help me? I'm 68 with a bad hip and I'd like to visit Seville for 4 days in April, gently, with flamenco and gardens.",
    {
      to: ["Seville"],
      in: "2027-04-01 2027-04-30",
      days: "4",
      pace: "relaxed",
      likes: ["performing_arts|live_music", "gardens"],
      access: ["mobility_limited"],
      free: ["people"],
    },
  ],
  [
    "weekend in porto for 2 next month, port wine obvs, hotel too",
    { to: ["porto"], in: "2027-04-01 2027-04-30", days: "2-3", people: 2, likes: ["wine"], wants: ["hotels"] },
  ],
  [
    "where: dublin. when: 1-4 oct. who: 6 of us. what: pubs, live music. how much: 300 each",
    { to: ["dublin"], on: "2027-10-01 2027-10-04", people: 6, budget: "1800 local", likes: ["bars", "live_music"] },
  ],
  [
    "I'd like to go to Marrakech and then Cairo, 4 nights each, from 10 October, just me, moderate budget",
    { to: ["Marrakech: 4 nights", "Cairo: 4 nights"], on: "2027-10-10 2027-10-18", people: 1, style: "mid_range" },
  ],
  [
    "trip for gran, mum and me, london, may half term, theatre and tea, gran cant walk far",
    {
      to: ["london"],
      in: "2027-05-29 2027-06-06",
      people: 3,
      likes: ["performing_arts", "cafes"],
      access: ["mobility_limited"],
      free: ["likes"],
    },
  ],
  [
    "We land in Rome on 3 June at 22:00 and fly out from Venice on 11 June in the morning. Florence in between. 2 of us.",
    { to: ["Rome: first", "Venice: last", "Florence"], on: "2027-06-03 2027-06-11", people: 2, free: ["wants"] },
  ],
  [
    "sydney 10d jan 2028 w/ wife + 2 boys (11,13), surfing, zoo, bridge climb!",
    { to: ["sydney"], in: "2028-01-01 2028-01-31", days: "10", people: 4, ages: [11, 13], free: ["likes", "mustSee"] },
  ],
  [
    "So, long story short: my sister is getting married in Naples on 12 June and we (2 adults + baby of 8 months) want to stay 4 more days afterwards to see the city. Pizza!",
    {
      to: ["Naples"],
      in: "2027-06-12 2027-06-17",
      people: 3,
      ages: [0],
      likes: ["restaurants|food_drink"],
      free: ["on", "days"],
    },
  ],
  [
    "Hong Kong & Singapore, 5 days each, November, food, 2 adults, around S$4,000",
    {
      cities: ["Hong Kong", "Singapore"],
      in: "2027-11-01 2027-11-30",
      days: "9-11",
      people: 2,
      budget: "4000 SGD",
      likes: ["food_drink"],
    },
  ],
  [
    "help!! last min trip this friday to sunday, brussels, chocolate + beer + comics, 2 pax, max €400",
    {
      to: ["brussels"],
      on: "2027-03-05 2027-03-07",
      people: 2,
      budget: "400 EUR",
      likes: ["bars", "bakeries|food_drink|shopping"],
      free: ["likes"],
    },
  ],
  [
    "vancouver, 4 days, late june. hiking, whale watching. no sushi, i'm allergic to fish. one person",
    { to: ["vancouver"], in: "2027-06-19 2027-06-30", days: "4", people: 1, likes: ["hiking", "wildlife"] },
  ],
  [
    "Plan: Helsinki, 2 nights, arriving Saturday 7 August. Sauna & design. Me + partner. Vegetarian both.",
    { to: ["Helsinki"], on: "2027-08-07 2027-08-09", people: 2, likes: ["spas", "art|crafts"], diets: ["vegetarian"] },
  ],
  [
    "boston to montreal, 5 days in october, leaf peeping, couple in their 50s, mid range",
    {
      to: ["montreal"],
      from: "boston",
      in: "2027-10-01 2027-10-31",
      days: "5",
      people: 2,
      style: "mid_range",
      free: ["likes"],
    },
  ],
  [
    "gonna be in singapore for work 14-18 june, free evenings only, street food + rooftop bars",
    { to: ["singapore"], on: "2027-06-14 2027-06-18", likes: ["street_food", "bars"], free: ["people"] },
  ],
  [
    "A few of us are planning to hit New Orleans for Mardi Gras 2028, 4 nights, jazz and cocktails",
    { to: ["New Orleans"], in: "2028-02-24 2028-03-01", days: "5", likes: ["live_music", "bars"], free: ["people"] },
  ],
  ["what's the weather like in lisbon in may?", { notATrip: true }],
  ["thanks, that's great!", { notATrip: true }],
  ["can you write me a poem about the sea", { notATrip: true }],
];
