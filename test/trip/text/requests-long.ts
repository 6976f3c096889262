/** Longer requests: parties with ages, wishes by the handful, polite paragraphs and shorthand. Today is Sunday 22 November 2026. */
import type { Row } from "./meaning.ts";

export const LONG_REQUESTS: readonly Row[] = [
  ["I want to go to Rome", { to: ["Rome"], missing: ["dates"] }],
  ["take me to Porto for the weekend of 10 April", { to: ["Porto"], dates: ["2027-04-10", "2027-04-11"] }],
  [
    "could you please organise a five day trip to Amsterdam for my wife and me from 12 May 2027? We love art museums and canals.",
    { to: ["Amsterdam"], dates: ["2027-05-12", "2027-05-16"], people: 2, likes: ["art_museums", "waterfront"] },
  ],
  [
    "We're 2 adults and 2 children (4 and 7), going to Paris for 4 nights from 1 July 2027; budget €2,500; Disneyland, Eiffel Tower",
    {
      to: ["Paris"],
      dates: ["2027-07-01", "2027-07-05"],
      people: 4,
      ages: [4, 7],
      budget: "2500 EUR",
      likes: ["theme_parks"],
      mustSee: ["Eiffel Tower"],
    },
  ],
  [
    "Solo trip to Tokyo, 8 days from 2027-10-01, street food, temples, nightlife, budget 200k yen",
    {
      to: ["Tokyo"],
      dates: ["2027-10-01", "2027-10-08"],
      people: 1,
      budget: "200000 JPY",
      likes: ["street_food", "temples_shrines", "nightlife"],
    },
  ],
  [
    "Weekend getaway to Vienna with my mum in December, classical music and coffee houses, relaxed",
    {
      to: ["Vienna"],
      dates: ["2026-12-11", "2026-12-13"],
      people: 2,
      likes: ["performing_arts", "cafes"],
      pace: "relaxed",
    },
  ],
  [
    "Barcelona, 3 nights from next Friday, beach + tapas, 4 friends, cheap",
    {
      to: ["Barcelona"],
      dates: ["2026-11-27", "2026-11-30"],
      people: 4,
      likes: ["beaches", "restaurants"],
      style: "budget",
    },
  ],
  [
    "marrakesh in march, 5 days, vegetarian, souks and gardens, easy pace",
    {
      to: ["marrakesh"],
      dates: ["2027-03-13", "2027-03-17"],
      likes: ["markets", "gardens"],
      pace: "relaxed",
      diets: ["vegetarian"],
    },
  ],
  [
    "plan a day trip to Sintra from Lisbon tomorrow",
    { to: ["Sintra"], from: "Lisbon", dates: ["2026-11-23", "2026-11-23"] },
  ],
  [
    "Kyoto 10-14 April 2027, couple, gardens, tea houses, no crowds",
    { to: ["Kyoto"], dates: ["2027-04-10", "2027-04-14"], people: 2, likes: ["gardens", "cafes"], quiet: true },
  ],
  [
    "3 days Singapore with a toddler and a pram, mid June, kid friendly",
    {
      to: ["Singapore"],
      dates: ["2027-06-11", "2027-06-13"],
      people: 3,
      ages: [2],
      likes: ["kids"],
      access: ["stroller_friendly"],
    },
  ],
  [
    "Honeymoon in Cape Town and then a safari, 10 days in October, luxury",
    { to: ["Cape Town"], dates: ["2027-10-09", "2027-10-18"], people: 2, likes: ["wildlife"], style: "luxury" },
  ],
  [
    "New York City 4 days over New Year, 2 adults, 3000 dollars",
    { to: ["New York City"], dates: ["2026-12-30", "2027-01-02"], people: 2, budget: "3000 USD" },
  ],
  [
    "two of us want to do Florence in 2 days, must-see: Uffizi, Duomo and Ponte Vecchio, starting 5 May 2027",
    { to: ["Florence"], dates: ["2027-05-05", "2027-05-06"], people: 2, mustSee: ["Uffizi", "Duomo", "Ponte Vecchio"] },
  ],
  [
    "Bangkok from Jan 10 till Jan 16, halal food, temples and malls, $800",
    {
      to: ["Bangkok"],
      dates: ["2027-01-10", "2027-01-16"],
      budget: "800 USD",
      likes: ["food_drink", "temples_shrines", "malls"],
      diets: ["halal"],
    },
  ],
  [
    "Cheap city break in Porto or Lisbon in February for 3 days",
    { to: ["Porto"], dates: ["2027-02-12", "2027-02-14"], style: "budget" },
  ],
  [
    "I'm deaf and my partner uses a wheelchair. We'd like 3 days in Amsterdam in May.",
    { to: ["Amsterdam"], dates: ["2027-05-14", "2027-05-16"], people: 2, access: ["wheelchair", "hearing_impairment"] },
  ],
  [
    "Buenos Aires: 6 days in march, tango, steak, wine, not too touristy",
    {
      to: ["Buenos Aires"],
      dates: ["2027-03-13", "2027-03-18"],
      likes: ["performing_arts", "restaurants", "wine"],
      quiet: true,
    },
  ],
  [
    "Sydney 26 Dec to 2 Jan, 4 people, beaches and fireworks",
    { to: ["Sydney"], dates: ["2026-12-26", "2027-01-02"], people: 4, likes: ["beaches"] },
  ],
  [
    "Paris in the spring, long weekend, romantic, wine and art, 1200 eur pp",
    { to: ["Paris"], dates: ["2027-03-12", "2027-03-15"], people: 2, budget: "2400 EUR", likes: ["wine", "art"] },
  ],
  [
    "Rome 4 days april 2027 gluten free ancient ruins slow pace 2 seniors bad knees",
    {
      to: ["Rome"],
      dates: ["2027-04-08", "2027-04-11"],
      people: 2,
      likes: ["archaeology"],
      pace: "relaxed",
      diets: ["gluten_free"],
      access: ["mobility_limited"],
    },
  ],
  ["vienna!! 2 days!! this weekend!!", { to: ["vienna"], dates: ["2026-11-28", "2026-11-29"] }],
  ["itinerary for 48 hours in Rome", { to: ["Rome"], missing: ["dates"] }],
  ["48 hours in Lisbon next weekend", { to: ["Lisbon"], dates: ["2026-11-28", "2026-11-29"] }],
  [
    "we arrive in Rome on 3 June 2027 and fly home from Florence on 8 June 2027",
    { to: ["Rome: first", "Florence: last"], dates: ["2027-06-03", "2027-06-08"], people: 2 },
  ],
  ["10 days in Thailand", { countries: ["TH"], missing: ["destination", "dates"] }],
  [
    "Thailand and Vietnam in January",
    { countries: ["TH", "VN"], dates: ["2027-01-08", "2027-01-10"], missing: ["destination"] },
  ],
  [
    "Spain in May for a week with kids",
    { countries: ["ES"], dates: ["2027-05-08", "2027-05-14"], people: 4, ages: [8, 8], missing: ["destination"] },
  ],
  [
    "Visit Kyoto & Tokyo, 4 nights each, from 1 April 2027",
    { to: ["Kyoto: 4 nights", "Tokyo: 4 nights"], dates: ["2027-04-01", "2027-04-09"] },
  ],
  [
    "Tokyo 5 nights, Kyoto 3 nights, Osaka 2 nights starting April 3 2027",
    { to: ["Tokyo: 5 nights", "Kyoto: 3 nights", "Osaka: 2 nights"], dates: ["2027-04-03", "2027-04-13"] },
  ],
  [
    "Could you make me a plan for Prague? 2 people, 14.05.2027-17.05.2027, beer and castles",
    { to: ["Prague"], dates: ["2027-05-14", "2027-05-17"], people: 2, likes: ["bars", "palaces_castles"] },
  ],
  ["What should I see in 3 days in Vienna next month?", { to: ["Vienna"], dates: ["2026-12-11", "2026-12-13"] }],
  [
    "We will be in London from Monday to Thursday next week. Theatre, markets, pubs.",
    { to: ["London"], dates: ["2026-11-23", "2026-11-26"], people: 2, likes: ["performing_arts", "markets", "bars"] },
  ],
  [
    "a long weekend in Copenhagen at the end of May with my boyfriend, design & architecture, 1000 EUR each",
    {
      to: ["Copenhagen"],
      dates: ["2027-05-21", "2027-05-24"],
      people: 2,
      budget: "2000 EUR",
      likes: ["art", "architecture"],
    },
  ],
  [
    "a trip for 6 to Marrakech in the last week of October, riad please, spa",
    { to: ["Marrakech"], dates: ["2027-10-29", "2027-10-31"], people: 6, likes: ["spas"], wants: ["hotels"] },
  ],
  [
    "Hello! Rome, 3 days, me + 2 friends, 20-22 March, 500€ per person, pizza pasta history",
    {
      to: ["Rome"],
      dates: ["2027-03-20", "2027-03-22"],
      people: 3,
      budget: "1500 EUR",
      likes: ["restaurants", "culture_history"],
    },
  ],
  ["Lisbon May 10", { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-12"] }],
  ["Lisbon in May", { to: ["Lisbon"], dates: ["2027-05-14", "2027-05-16"] }],
  ["Lisbon 5 days", { to: ["Lisbon"], missing: ["dates"] }],
  ["berlin wochenende", { to: ["berlin"], missing: ["dates"] }],
  [
    "Istanbul, Turkey, 4 days, mosques and bazaars in late October",
    { to: ["Istanbul (Turkey)"], dates: ["2027-10-21", "2027-10-24"], likes: ["mosques_synagogues", "markets"] },
  ],
  [
    "san francisco and los angeles 7 days in august with 2 teens",
    { to: ["san francisco", "los angeles"], dates: ["2027-08-14", "2027-08-20"], people: 4, ages: [15, 15] },
  ],
  ["5D4N Singapore Dec 2026 family of 3", { to: ["Singapore"], dates: ["2026-12-12", "2026-12-16"], people: 3 }],
  [
    "Amsterdam 3d/2n 15 march 2 adults museums",
    { to: ["Amsterdam"], dates: ["2027-03-15", "2027-03-17"], people: 2, likes: ["museums"] },
  ],
  [
    "We want to celebrate our anniversary in Paris in June for 4 days; fine dining, no museums",
    { to: ["Paris"], dates: ["2027-06-10", "2027-06-13"], people: 2, likes: ["restaurants"] },
  ],
  ["Edinburgh for Hogmanay, 4 days", { to: ["Edinburgh"], dates: ["2026-12-30", "2027-01-02"] }],
  [
    "kid friendly Rome for a family of five, kids 3, 6 and 10, easter week",
    { to: ["Rome"], dates: ["2027-03-26", "2027-03-29"], people: 5, ages: [3, 6, 10], likes: ["kids"] },
  ],
  ["what's a good plan for 2 days in Porto?", { to: ["Porto"], missing: ["dates"] }],
  [
    "I am planning a trip to Japan. I will land in Tokyo on April 2 and leave from Osaka on April 12.",
    { to: ["Tokyo (Japan): first", "Osaka (Japan): last"], dates: ["2027-04-02", "2027-04-12"] },
  ],
  [
    "Roma 3 days in september avoiding crowds local food",
    { to: ["Roma"], dates: ["2027-09-10", "2027-09-12"], likes: ["food_drink"], quiet: true },
  ],
  ["Lissabon 4 days in June", { to: ["Lissabon"], dates: ["2027-06-10", "2027-06-13"] }],
  ["Nueva York, 5 days in November 2027", { to: ["Nueva York"], dates: ["2027-11-13", "2027-11-17"] }],
  ["東京 5 days in March 2027", { to: ["東京"], dates: ["2027-03-13", "2027-03-17"] }],
  ["القاهرة 3 days in january", { to: ["القاهرة"], dates: ["2027-01-08", "2027-01-10"] }],
  [
    "Prag, 2 days, next week, cheap beer",
    { to: ["Prag"], dates: ["2026-11-28", "2026-11-29"], likes: ["bars"], style: "budget" },
  ],
  [
    "we would like to spend 3 nights in Seville, Spain and 2 nights in Granada in the first half of April",
    { to: ["Seville (Spain): 3 nights", "Granada: 2 nights"], dates: ["2027-04-03", "2027-04-08"], people: 2 },
  ],
  [
    "Take my family of 4 (2 adults, 2 kids aged 5 and 8) to Barcelona for a week starting 3 July 2027 with budget 3000",
    { to: ["Barcelona"], dates: ["2027-07-03", "2027-07-09"], people: 4, ages: [5, 8], budget: "3000 local" },
  ],
  [
    "My budget is 1500 pounds, I want to visit Porto for five days around 10 June",
    { to: ["Porto"], dates: ["2027-06-10", "2027-06-14"], budget: "1500 GBP" },
  ],
  [
    "Need something cheap: Bangkok, 1 week, February, backpacker",
    { to: ["Bangkok"], dates: ["2027-02-13", "2027-02-19"], style: "budget" },
  ],
  [
    "trip to NYC in fall for 5 days, broadway shows and jazz, hotel near times square",
    {
      to: ["NYC"],
      dates: ["2026-11-25", "2026-11-29"],
      likes: ["performing_arts", "live_music", "squares"],
      wants: ["hotels"],
    },
  ],
  ["Two days in Bath", { to: ["Bath"], missing: ["dates"] }],
  ["reading for a weekend in may", { to: ["reading"], dates: ["2027-05-14", "2027-05-16"] }],
];
