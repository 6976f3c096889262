/**
 * Whole requests that were written before the rules had seen their like, to measure how well they carry over.
 * The first three rounds: 46, 46 and 48 of 60 were read rightly at sight. A guess such as "Sachertorte" is dropped
 * when no city of the name is found. Today is Wednesday 3 March 2027.
 */
import type { Phrasing } from "./said.ts";

export const UNSEEN_FIRST: readonly Phrasing[] = [
  ["Lisbon, the first week of October", { to: ["Lisbon"], in: "2027-10-01 2027-10-10" }],
  ["5 nights Lisbon departing sat 12 june", { to: ["Lisbon"], on: "2027-06-12 2027-06-17" }],
  ["lisbon thurs 17th june to mon 21st june", { to: ["Lisbon"], on: "2027-06-17 2027-06-21" }],
  ["4 days in Lisbon sometime after the 10th of May", { to: ["Lisbon"], in: "2027-05-10 2027-06-15", days: "4" }],
  ["4 days in Lisbon before the end of April", { to: ["Lisbon"], in: "2027-03-03 2027-04-30", days: "4" }],
  ["lisbon over the bank holiday weekend at the end of may", { to: ["Lisbon"], in: "2027-05-21 2027-05-31" }],
  ["Lisbon in a fortnight, three nights", { to: ["Lisbon"], in: "2027-03-16 2027-03-21", days: "4" }],
  ["lisbon, 1st - 5th of june please", { to: ["Lisbon"], on: "2027-06-01 2027-06-05" }],
  ["long w/e in lisbon early october", { to: ["Lisbon"], in: "2027-10-01 2027-10-12", days: "3-4" }],
  ["4-day break in Lisbon, flying Tuesday 11 May", { to: ["Lisbon"], on: "2027-05-11 2027-05-14", free: ["wants"] }],
  ["Lisbon for New Year, 30 Dec to 2 Jan", { to: ["Lisbon"], on: "2027-12-30 2028-01-02" }],
  [
    "a week in lisbon in the school summer holidays",
    { to: ["Lisbon"], in: "2027-06-01 2027-09-10", days: "7-8", free: ["people", "ages"] },
  ],
  ["Lisbon any weekend in november", { to: ["Lisbon"], in: "2027-11-01 2027-11-30", days: "2-3" }],
  ["Lisbon, May 3 for 5 nights", { to: ["Lisbon"], on: "2027-05-03 2027-05-08" }],
  [
    "looking at Lisbon end of may beginning of june for 5 days",
    { to: ["Lisbon"], in: "2027-05-20 2027-06-12", days: "5" },
  ],
  [
    "Back to back: 3 nights in Madrid followed by 3 nights in Seville, from 1 June",
    { to: ["Madrid: 3 nights", "Seville: 3 nights"], on: "2027-06-01 2027-06-07" },
  ],
  [
    "Москва и Санкт-Петербург, 7 days in june",
    { to: ["Москва", "Санкт-Петербург"], in: "2027-06-01 2027-06-30", days: "7" },
  ],
  ["a trip to Florenze for 3 days in june", { to: ["Florenze"], in: "2027-06-01 2027-06-30", days: "3" }],
  ["Melbourne, Florida for 3 days in june", { to: ["Melbourne (Florida)"], in: "2027-06-01 2027-06-30", days: "3" }],
  [
    "4 days each in Bangkok and Hanoi starting 1 November",
    { cities: ["Bangkok", "Hanoi"], in: "2027-11-01 2027-11-10", days: "7-9" },
  ],
  [
    "Can we do Brussels, Bruges and Ghent in 5 days in June?",
    { to: ["Brussels", "Bruges", "Ghent"], in: "2027-06-01 2027-06-30", days: "5", people: 2 },
  ],
  [
    "Scotland in June for a week",
    { countries: ["GB"], in: "2027-06-01 2027-06-30", days: "7-8", missing: ["destination"] },
  ],
  [
    "We want to see Prague but not Cesky Krumlov, 3 days in june",
    { to: ["Prague"], in: "2027-06-01 2027-06-30", days: "3", people: 2, avoid: ["Cesky Krumlov"] },
  ],
  [
    "Milan first, then Lake Como, then Venice. 8 days from June 5",
    { cities: ["Milan", "Lake Como", "Venice"], on: "2027-06-05 2027-06-12" },
  ],
  [
    "Rome 3-6 June, my wife, me and the twins (6)",
    { to: ["Rome"], on: "2027-06-03 2027-06-06", people: 4, ages: [6, 6] },
  ],
  [
    "Rome 3-6 June for 2 adults and a teenager of 16",
    { to: ["Rome"], on: "2027-06-03 2027-06-06", people: 3, ages: [16] },
  ],
  ["Rome 3-6 June, me and two girlfriends", { to: ["Rome"], on: "2027-06-03 2027-06-06", people: 3 }],
  ["Rome 3-6 June, my husband, my in-laws and I", { to: ["Rome"], on: "2027-06-03 2027-06-06", people: 4 }],
  ["Rome 3-6 June, taking my nephew who's 10", { to: ["Rome"], on: "2027-06-03 2027-06-06", people: 2, ages: [10] }],
  ["Rome 3-6 June. There are nine of us.", { to: ["Rome"], on: "2027-06-03 2027-06-06", people: 9 }],
  ["Rome 3-6 June with the kids, 3 and 8", { to: ["Rome"], on: "2027-06-03 2027-06-06", people: 4, ages: [3, 8] }],
  [
    "Rome 3-6 June, 2 people, we've about 1,100 to play with",
    { to: ["Rome"], on: "2027-06-03 2027-06-06", people: 2, budget: "1100 local" },
  ],
  ["Rome 3-6 June, 2 people, €700 pp", { to: ["Rome"], on: "2027-06-03 2027-06-06", people: 2, budget: "1400 EUR" }],
  [
    "Rome 3-6 June, 2 people, no more than two and a half thousand dollars",
    { to: ["Rome"], on: "2027-06-03 2027-06-06", people: 2, budget: "2500 USD" },
  ],
  [
    "Rome 3-6 June, 2 people, 2.5 lakhs",
    { to: ["Rome"], on: "2027-06-03 2027-06-06", people: 2, budget: "250000 local" },
  ],
  ["Rome 3-6 June, 2 people, 8000 kr", { to: ["Rome"], on: "2027-06-03 2027-06-06", people: 2, budget: "8000 local" }],
  [
    "Rome 3-6 June, 2 people, up to 150 euros/day",
    { to: ["Rome"], on: "2027-06-03 2027-06-06", people: 2, budget: "600 EUR" },
  ],
  ["Rome 3-6 June, 2 people, budget 0", { to: ["Rome"], on: "2027-06-03 2027-06-06", people: 2, not: ["0"] }],
  [
    "Rome 3-6 June, we're into ancient history and good pasta",
    {
      to: ["Rome"],
      on: "2027-06-03 2027-06-06",
      people: 2,
      likes: ["archaeology|culture_history", "restaurants|food_drink"],
    },
  ],
  [
    "Rome 3-6 June, art, but I've had enough of churches",
    { to: ["Rome"], on: "2027-06-03 2027-06-06", likes: ["art"] },
  ],
  [
    "Rome 3-6 June, mostly outdoors, parks and river walks",
    { to: ["Rome"], on: "2027-06-03 2027-06-06", likes: ["nature_outdoors", "parks", "waterfront"] },
  ],
  [
    "Rome 3-6 June, easy mornings please and nothing after 9pm",
    { to: ["Rome"], on: "2027-06-03 2027-06-06", pace: "relaxed", free: ["pace"] },
  ],
  [
    "Rome 3-6 June, she's coeliac and I'm vegetarian",
    { to: ["Rome"], on: "2027-06-03 2027-06-06", diets: ["gluten_free", "vegetarian"], free: ["people"] },
  ],
  [
    "Rome 3-6 June, dad has trouble walking long distances",
    { to: ["Rome"], on: "2027-06-03 2027-06-06", access: ["mobility_limited"], free: ["people"] },
  ],
  [
    "Rome 3-6 June, we'd need lifts everywhere, my sister's in a wheelchair",
    { to: ["Rome"], on: "2027-06-03 2027-06-06", access: ["wheelchair", "mobility_limited"], people: 2 },
  ],
  ["Rome 3-6 June, want to pack in loads", { to: ["Rome"], on: "2027-06-03 2027-06-06", pace: "fast" }],
  [
    "Rome 3-6 June, the Colosseum is top of my list, also the Vatican Museums",
    { to: ["Rome"], on: "2027-06-03 2027-06-06", mustSee: ["Colosseum", "Vatican Museums"] },
  ],
  [
    "Rome 3-6 June, we can skip the Vatican",
    { to: ["Rome"], on: "2027-06-03 2027-06-06", people: 2, avoid: ["Vatican"] },
  ],
  [
    "Rome 3-6 June, we fly from Gatwick and need somewhere to stay",
    { to: ["Rome"], on: "2027-06-03 2027-06-06", people: 2, from: "Gatwick", wants: ["flights", "hotels"] },
  ],
  [
    "so basically 5 of us (uni mates) want a cheap few days in krakow in sept, bars, salt mines, maybe auschwitz",
    {
      to: ["krakow"],
      in: "2027-09-01 2027-09-30",
      people: 5,
      style: "budget",
      likes: ["bars"],
      free: ["likes", "mustSee"],
    },
  ],
  [
    "Hello! Could you please put together a 3-day plan for Porto at the end of April? There will be two of us plus our son (4). We love the sea, tiles and pastries. Thank you so much!!",
    {
      to: ["Porto"],
      in: "2027-04-20 2027-04-30",
      days: "3",
      people: 3,
      ages: [4],
      likes: ["architecture", "bakeries", "waterfront|beaches"],
      free: ["likes"],
    },
  ],
  [
    "tokyo 10 nights leaving 2nd oct flying from manchester 2 adults 2 teens (13 & 16) anime, arcades, disney, 8k gbp",
    {
      to: ["tokyo"],
      from: "manchester",
      on: "2027-10-02 2027-10-12",
      people: 4,
      ages: [13, 16],
      budget: "8000 GBP",
      likes: ["shopping|entertainment", "entertainment", "theme_parks"],
      wants: ["flights"],
      free: ["likes"],
    },
  ],
  [
    "mum turning 60, want to take her to vienna for a long weekend in oct, opera, cake, nice hotel. money not really an issue",
    {
      to: ["vienna"],
      in: "2027-10-01 2027-10-31",
      days: "3-4",
      people: 2,
      likes: ["performing_arts", "bakeries"],
      style: "luxury",
      wants: ["hotels"],
      free: ["people", "style"],
    },
  ],
  [
    "1) Berlin 2) 4-7 June 3) just me 4) techno, currywurst, Berghain 5) €350",
    {
      to: ["Berlin", "Berghain"],
      on: "2027-06-04 2027-06-07",
      people: 1,
      budget: "350 EUR",
      likes: ["nightlife", "restaurants|street_food"],
      free: ["likes", "mustSee"],
    },
  ],
  [
    "PLEASE HELP - ANNIVERSARY IN PARIS 8-11 OCTOBER, ROMANTIC DINNERS, NO MUSEUMS, BUDGET 2000 EUROS",
    { to: ["PARIS"], on: "2027-10-08 2027-10-11", people: 2, budget: "2000 EUR", likes: ["restaurants"] },
  ],
  [
    "were 2 adults, one 9yr old and a baby, fly to barcelona 14th aug back 21st, beach mornings, siesta, easy walks, buggy",
    {
      to: ["barcelona"],
      on: "2027-08-14 2027-08-21",
      people: 4,
      ages: [1, 9],
      likes: ["beaches"],
      access: ["stroller_friendly"],
      free: ["likes", "pace", "wants"],
    },
  ],
  [
    "Athens next month ~5 days. Solo, F, 29. Ruins, rooftop bars, vegan food. Max 80 euro/day",
    {
      to: ["Athens"],
      in: "2027-04-01 2027-04-30",
      days: "5",
      people: 1,
      likes: ["archaeology", "bars", "food_drink"],
      diets: ["vegan"],
      budget: "400 EUR",
      free: ["likes"],
    },
  ],
  [
    "hiya, thinking of doing dublin + belfast, 3 nights in each, sometime in may, 2 of us, guinness obviously, live music",
    {
      to: ["dublin: 3 nights", "belfast: 3 nights"],
      in: "2027-05-01 2027-05-31",
      days: "7",
      people: 2,
      likes: ["live_music", "bars"],
      free: ["likes"],
    },
  ],
  [
    "My company sends me to Munich 7-9 June, what could I do in the evenings?",
    { to: ["Munich"], on: "2027-06-07 2027-06-09", free: ["people"] },
  ],
  ["Rome in the third week of june", { to: ["Rome"], in: "2027-06-14 2027-06-21" }],
  ["rome from weds 9 june until sat", { to: ["Rome"], on: "2027-06-09 2027-06-12" }],
  [
    "we're free 5-12 june, 4 nights somewhere in that, rome",
    { to: ["Rome"], in: "2027-06-05 2027-06-12", people: 2, free: ["days"] },
  ],
  ["3 nights in rome over halloween", { to: ["Rome"], in: "2027-10-28 2027-11-02", days: "4" }],
  ["rome 2nd week june 5 nts", { to: ["Rome"], in: "2027-06-06 2027-06-20", days: "6" }],
  ["Rome for the long weekend of 2 June", { to: ["Rome"], in: "2027-06-02 2027-06-07", days: "3-5" }],
  ["Rome: out Fri 4 June (evening), back Mon 7 June (morning)", { to: ["Rome"], on: "2027-06-04 2027-06-07" }],
  ["rome end may, 4 or 5 days, flexible", { to: ["Rome"], in: "2027-05-20 2027-05-31", days: "4-5" }],
  ["rome before easter, 3 days", { to: ["Rome"], in: "2027-03-03 2027-03-28", days: "3" }],
  ["A Rome trip for 10 days in total, starting 6/14", { to: ["Rome"], on: "2027-06-14 2027-06-23" }],
  ["rome tomorrow!! 2 nights", { to: ["Rome"], on: "2027-03-04 2027-03-06" }],
  ["rome: arriving 3/6/27, leaving 6/6/27", { to: ["Rome"], on: "2027-06-03 2027-06-06" }],
  ["a full week in Rome around mid june", { to: ["Rome"], in: "2027-06-07 2027-06-24", days: "7-8" }],
  ["Rome the weekend of my birthday, 12 June", { to: ["Rome"], in: "2027-06-11 2027-06-14", days: "2-3" }],
  [
    "Lyon, Marseille & Nice by train, 9 days in june",
    { to: ["Lyon", "Marseille", "Nice"], in: "2027-06-01 2027-06-30", days: "9" },
  ],
  [
    "I have never been to Budapest, 4 days in june please",
    { to: ["Budapest"], in: "2027-06-01 2027-06-30", days: "4" },
  ],
  ["Köln 2 days in june", { to: ["Köln"], in: "2027-06-01 2027-06-30", days: "2" }],
  ["北京 3 days in june", { to: ["北京"], in: "2027-06-01 2027-06-30", days: "3" }],
  ["something like Porto or Lisbon, 4 days in June", { cities: ["Porto"], in: "2027-06-01 2027-06-30", days: "4" }],
  [
    "Florence (and maybe Siena), 4 days in June",
    { cities: ["Florence", "Siena"], in: "2027-06-01 2027-06-30", days: "4" },
  ],
  [
    "ten days in Portugal in June: Lisbon 4 nights, Porto 3 nights, Faro 2 nights",
    {
      to: ["Lisbon (Portugal): 4 nights", "Porto (Portugal): 3 nights", "Faro (Portugal): 2 nights"],
      in: "2027-06-01 2027-06-30",
      days: "10",
    },
  ],
  [
    "Cambridge, Massachusetts 3 days june",
    { to: ["Cambridge (Massachusetts)"], in: "2027-06-01 2027-06-30", days: "3" },
  ],
  [
    "wanna see tokyo osaka & kyoto in 10 days, june",
    { cities: ["tokyo osaka", "kyoto"], in: "2027-06-01 2027-06-30", days: "10" },
  ],
  ["Rome 3-6 June, 2 adults and a 3 month old", { to: ["Rome"], on: "2027-06-03 2027-06-06", people: 3, ages: [0] }],
  ["Rome 3-6 June, mother daughter trip", { to: ["Rome"], on: "2027-06-03 2027-06-06", people: 2, free: ["ages"] }],
  ["Rome 3-6 June, group of 6 women in our forties", { to: ["Rome"], on: "2027-06-03 2027-06-06", people: 6 }],
  ["Rome 3-6 June, it's me, my partner and our dog", { to: ["Rome"], on: "2027-06-03 2027-06-06", people: 2 }],
  [
    "Rome 3-6 June, family: mum, dad, kids of 5 and 7",
    { to: ["Rome"], on: "2027-06-03 2027-06-06", people: 4, ages: [5, 7] },
  ],
  ["Rome 3-6 June, I'll be alone", { to: ["Rome"], on: "2027-06-03 2027-06-06", people: 1 }],
  ["Rome 3-6 June, four of us: two couples", { to: ["Rome"], on: "2027-06-03 2027-06-06", people: 4 }],
  [
    "Rome 3-6 June, 2 adults, roughly €900 all in excluding flights",
    { to: ["Rome"], on: "2027-06-03 2027-06-06", people: 2, budget: "900 EUR" },
  ],
  [
    "Rome 3-6 June, 2 adults, our budget's tight, 500ish",
    { to: ["Rome"], on: "2027-06-03 2027-06-06", people: 2, budget: "500 local", style: "budget" },
  ],
  [
    "Rome 3-6 June, 2 adults, willing to spend £1500",
    { to: ["Rome"], on: "2027-06-03 2027-06-06", people: 2, budget: "1500 GBP" },
  ],
  [
    "Rome 3-6 June, 2 adults, budget is 200 dollars a day",
    { to: ["Rome"], on: "2027-06-03 2027-06-06", people: 2, budget: "800 USD" },
  ],
  [
    "Rome 3-6 June, 2 adults, 20 million rupiah",
    { to: ["Rome"], on: "2027-06-03 2027-06-06", people: 2, budget: "20000000 IDR" },
  ],
  [
    "Rome 3-6 June, 2 adults, want to keep it under 1k",
    { to: ["Rome"], on: "2027-06-03 2027-06-06", people: 2, budget: "1000 local" },
  ],
  [
    "Rome 3-6 June, love photography, rooftops and sunsets",
    { to: ["Rome"], on: "2027-06-03 2027-06-06", likes: ["viewpoints"] },
  ],
  [
    "Rome 3-6 June, we adore Caravaggio and baroque churches",
    { to: ["Rome"], on: "2027-06-03 2027-06-06", people: 2, likes: ["art_museums", "churches"] },
  ],
  ["Rome 3-6 June, no alcohol, we don't drink", { to: ["Rome"], on: "2027-06-03 2027-06-06", people: 2 }],
  [
    "Rome 3-6 June, I get tired easily so lots of breaks",
    { to: ["Rome"], on: "2027-06-03 2027-06-06", pace: "relaxed", free: ["people"] },
  ],
  ["Rome 3-6 June, up early and go go go", { to: ["Rome"], on: "2027-06-03 2027-06-06", pace: "fast" }],
  ["Rome 3-6 June, lactose intolerant", { to: ["Rome"], on: "2027-06-03 2027-06-06", diets: ["dairy_free"] }],
  [
    "Rome 3-6 June, one of the group is blind",
    { to: ["Rome"], on: "2027-06-03 2027-06-06", access: ["visual_impairment"], free: ["people"] },
  ],
  [
    "Rome 3-6 June, must: Trevi Fountain, Pantheon",
    { to: ["Rome"], on: "2027-06-03 2027-06-06", mustSee: ["Trevi Fountain", "Pantheon"] },
  ],
  [
    "Rome 3-6 June, my daughter insists on the Colosseum",
    { to: ["Rome"], on: "2027-06-03 2027-06-06", mustSee: ["Colosseum"], free: ["people", "ages"] },
  ],
  [
    "Rome 3-6 June, don't bother with the Spanish Steps",
    { to: ["Rome"], on: "2027-06-03 2027-06-06", avoid: ["Spanish Steps"] },
  ],
  [
    "Rome 3-6 June, somewhere nice to stay near the station",
    { to: ["Rome"], on: "2027-06-03 2027-06-06", wants: ["hotels"] },
  ],
  [
    "Rome 3-6 June, return flights from Cork",
    { to: ["Rome"], on: "2027-06-03 2027-06-06", from: "Cork", wants: ["flights"] },
  ],
  [
    "Hi team, looking for ideas for Madrid, 4 nights from Thursday 20 May, couple, tapas + Prado + a bit of shopping, mid-range, ta",
    {
      to: ["Madrid"],
      on: "2027-05-20 2027-05-24",
      people: 2,
      likes: ["restaurants", "shopping"],
      mustSee: ["Prado"],
      style: "mid_range",
    },
  ],
  [
    "can u do istanbul 4 me n 3 m8s, 5 days, june, nitelife + food, like 400 quid each",
    {
      to: ["istanbul"],
      in: "2027-06-01 2027-06-30",
      days: "5",
      people: 4,
      likes: ["nightlife", "food_drink"],
      budget: "1600 GBP",
    },
  ],
  [
    "Wife and I (both 70) - slow trip to Kyoto - gardens, tea - 6 nights - early November - business class money",
    {
      to: ["Kyoto"],
      in: "2027-11-01 2027-11-15",
      days: "7",
      people: 2,
      pace: "relaxed",
      likes: ["gardens", "cafes"],
      free: ["style"],
    },
  ],
  [
    "Need: London. 2 adults 2 kids (4,8). 24-28 May. Dinosaurs! Not expensive.",
    { to: ["London"], on: "2027-05-24 2027-05-28", people: 4, ages: [4, 8], likes: ["science"], free: ["style"] },
  ],
  [
    "we r 4 ppl going 2 amsterdam 4 a wknd in june, coffeeshops lol, bikes, canals",
    {
      to: ["amsterdam"],
      in: "2027-06-01 2027-06-30",
      days: "2-3",
      people: 4,
      likes: ["waterfront", "cafes", "sports"],
      free: ["likes"],
    },
  ],
  [
    "Planning a surprise for my husband's 40th: Vienna, 11-14 November, concerts, Sachertorte, good hotel, around 1800 euros",
    {
      to: ["Vienna", "Sachertorte"],
      on: "2027-11-11 2027-11-14",
      people: 2,
      likes: ["live_music", "bakeries"],
      wants: ["hotels"],
      budget: "1800 EUR",
      free: ["likes", "mustSee"],
    },
  ],
  [
    "Trip details below:\n* Destination: Seoul\n* Dates: 1-7 October 2027\n* Travellers: 2\n* Interests: palaces, street food\n* Budget: 2,000,000 KRW",
    {
      to: ["Seoul"],
      on: "2027-10-01 2027-10-07",
      people: 2,
      likes: ["palaces_castles", "street_food"],
      budget: "2000000 KRW",
    },
  ],
  [
    "lisbon porto 8 days september trains between pls, wine, azulejos, 2 of us, 2k eur",
    {
      cities: ["lisbon porto"],
      in: "2027-09-01 2027-09-30",
      days: "8",
      people: 2,
      likes: ["wine", "architecture"],
      budget: "2000 EUR",
    },
  ],
  [
    "I'm pregnant so nothing strenuous: 4 days in Copenhagen in April with my husband",
    { to: ["Copenhagen"], in: "2027-04-01 2027-04-30", days: "4", people: 2, pace: "relaxed" },
  ],
  [
    "edinburgh for hogmanay, 3 nights, 6 lads, whisky",
    { to: ["edinburgh"], in: "2027-12-28 2028-01-03", days: "4", people: 6, likes: ["bars"] },
  ],
  [
    "Could we squeeze Rome and Naples into five days at the start of May? Pizza and Pompeii are musts.",
    {
      to: ["Rome", "Naples"],
      in: "2027-05-01 2027-05-12",
      days: "5",
      people: 2,
      likes: ["restaurants"],
      mustSee: ["Pompeii"],
      free: ["mustSee", "likes"],
    },
  ],
  ["hey can you help me plan something", { free: ["people"], missing: ["destination", "dates"] }],
  ["Prague fri 8 oct - mon 11 oct", { to: ["Prague"], on: "2027-10-08 2027-10-11" }],
  ["prague last weekend of september", { to: ["Prague"], in: "2027-09-24 2027-09-26", days: "2-3" }],
  ["Prague from the 7th till the 10th of October", { to: ["Prague"], on: "2027-10-07 2027-10-10" }],
  [
    "we can travel any time between 1 and 20 October, 5 days, Prague",
    { to: ["Prague"], in: "2027-10-01 2027-10-20", days: "5", people: 2 },
  ],
  ["prague this summer, a week", { to: ["Prague"], in: "2027-06-01 2027-08-31", days: "7-8" }],
  ["prague in about 2 weeks for 3 nights", { to: ["Prague"], in: "2027-03-15 2027-03-22", days: "4" }],
  ["3 days prague, start on monday 4 october", { to: ["Prague"], on: "2027-10-04 2027-10-06" }],
  ["Prague for the first few days of October", { to: ["Prague"], in: "2027-10-01 2027-10-07" }],
  [
    "prague xmas markets, 3 nights in december",
    { to: ["Prague"], in: "2027-11-25 2027-12-31", days: "4", likes: ["markets"] },
  ],
  ["Prague on Oct 7 for a long weekend", { to: ["Prague"], in: "2027-10-07 2027-10-11", days: "3-4" }],
  ["prague, 10/7 to 10/10", { to: ["Prague"], in: "2027-07-10 2027-10-10", free: ["on"] }],
  ["Prague over the weekend of 8-10 October", { to: ["Prague"], on: "2027-10-08 2027-10-10" }],
  [
    "prague maybe in autumn, not sure about the dates, 4 days",
    { to: ["Prague"], in: "2027-09-01 2027-11-30", days: "4" },
  ],
  ["Prague next Thursday to Sunday", { to: ["Prague"], in: "2027-03-04 2027-03-14", days: "4" }],
  [
    "Prague, Vienna and Budapest, 10 days, October, in that order",
    { to: ["Prague", "Vienna", "Budapest"], in: "2027-10-01 2027-10-31", days: "10" },
  ],
  [
    "from prague to vienna to budapest, 10 days in october",
    { to: ["prague", "vienna", "budapest"], in: "2027-10-01 2027-10-31", days: "10" },
  ],
  [
    "visiting Edinburgh for 3 days in October then on to Glasgow for 2",
    { cities: ["Edinburgh", "Glasgow"], in: "2027-10-01 2027-10-31", days: "4-5" },
  ],
  ["Warszawa 3 days in october", { to: ["Warszawa"], in: "2027-10-01 2027-10-31", days: "3" }],
  ["大阪 4 days in october", { to: ["大阪"], in: "2027-10-01 2027-10-31", days: "4" }],
  [
    "Venice, Italy (not California!), 3 days in October",
    { to: ["Venice (Italy)"], in: "2027-10-01 2027-10-31", days: "3" },
  ],
  [
    "I've seen Paris. Show me Bordeaux in 3 days in October.",
    { to: ["Bordeaux"], in: "2027-10-01 2027-10-31", days: "3", free: ["people"] },
  ],
  [
    "a trip thru spain in october: madrid 3 nights, sevilla 3 nights, granada 2 nights",
    { cities: ["madrid", "sevilla", "granada"], in: "2027-10-01 2027-10-31", days: "9" },
  ],
  [
    "Somewhere in Portugal with beaches, 5 days in October",
    { countries: ["PT"], in: "2027-10-01 2027-10-31", days: "5", likes: ["beaches"], missing: ["destination"] },
  ],
  ["Prague 7-10 October, me and my other half", { to: ["Prague"], on: "2027-10-07 2027-10-10", people: 2 }],
  [
    "Prague 7-10 October, two adults, two kids (7 & 9) and grandma",
    { to: ["Prague"], on: "2027-10-07 2027-10-10", people: 5, ages: [7, 9] },
  ],
  [
    "Prague 7-10 October, a dad and two sons aged 12 and 14",
    { to: ["Prague"], on: "2027-10-07 2027-10-10", people: 3, ages: [12, 14] },
  ],
  ["Prague 7-10 October, party of three", { to: ["Prague"], on: "2027-10-07 2027-10-10", people: 3 }],
  ["Prague 7-10 October, with five colleagues", { to: ["Prague"], on: "2027-10-07 2027-10-10", people: 6 }],
  ["Prague 7-10 October, just us girls, 5 in total", { to: ["Prague"], on: "2027-10-07 2027-10-10", people: 5 }],
  ["Prague 7-10 October, newlyweds", { to: ["Prague"], on: "2027-10-07 2027-10-10", people: 2 }],
  [
    "Prague 7-10 October, 2 adults, budget approx. GBP 850",
    { to: ["Prague"], on: "2027-10-07 2027-10-10", people: 2, budget: "850 GBP" },
  ],
  [
    "Prague 7-10 October, 2 adults, 25 000 Kč",
    { to: ["Prague"], on: "2027-10-07 2027-10-10", people: 2, budget: "25000 CZK" },
  ],
  [
    "Prague 7-10 October, 2 adults, we'd rather not go over €1k",
    { to: ["Prague"], on: "2027-10-07 2027-10-10", people: 2, budget: "1000 EUR" },
  ],
  [
    "Prague 7-10 October, 2 adults, 100 bucks a day per person",
    { to: ["Prague"], on: "2027-10-07 2027-10-10", people: 2, budget: "800 USD" },
  ],
  [
    "Prague 7-10 October, 2 adults, three thousand five hundred zloty",
    { to: ["Prague"], on: "2027-10-07 2027-10-10", people: 2, budget: "3500 PLN" },
  ],
  [
    "Prague 7-10 October, 2 adults, budget: $-200",
    { to: ["Prague"], on: "2027-10-07 2027-10-10", people: 2, not: ["-200"] },
  ],
  [
    "Prague 7-10 October, craft beer and jazz, no clubs",
    { to: ["Prague"], on: "2027-10-07 2027-10-10", likes: ["bars", "live_music"] },
  ],
  [
    "Prague 7-10 October, medieval stuff, castles, alchemy",
    { to: ["Prague"], on: "2027-10-07 2027-10-10", likes: ["historical_sites", "palaces_castles"], free: ["likes"] },
  ],
  [
    "Prague 7-10 October, kids love trains and animals",
    { to: ["Prague"], on: "2027-10-07 2027-10-10", likes: ["wildlife"], free: ["likes", "people", "ages"] },
  ],
  [
    "Prague 7-10 October, nothing before 10am please, we like to sleep in",
    { to: ["Prague"], on: "2027-10-07 2027-10-10", pace: "relaxed", people: 2, free: ["pace"] },
  ],
  [
    "Prague 7-10 October, i can't do lots of walking",
    { to: ["Prague"], on: "2027-10-07 2027-10-10", access: ["mobility_limited"], free: ["people"] },
  ],
  [
    "Prague 7-10 October, vegetarian but eats fish",
    { to: ["Prague"], on: "2027-10-07 2027-10-10", diets: ["pescatarian|vegetarian"] },
  ],
  [
    "Prague 7-10 October, gluten free and nut allergy in the group",
    { to: ["Prague"], on: "2027-10-07 2027-10-10", diets: ["gluten_free", "nut_free"], free: ["people"] },
  ],
  [
    "Prague 7-10 October, would hate to miss Charles Bridge",
    { to: ["Prague"], on: "2027-10-07 2027-10-10", mustSee: ["Charles Bridge"] },
  ],
  [
    "Prague 7-10 October, on the list: Prague Castle, Old Town Square",
    { to: ["Prague"], on: "2027-10-07 2027-10-10", mustSee: ["Prague Castle", "Old Town Square"] },
  ],
  [
    "Prague 7-10 October, leave out Prague Castle, been there",
    { to: ["Prague"], on: "2027-10-07 2027-10-10", avoid: ["Prague Castle"] },
  ],
  [
    "Prague 7-10 October, hotel near the old town, flights sorted",
    { to: ["Prague"], on: "2027-10-07 2027-10-10", wants: ["hotels"], free: ["likes"] },
  ],
  [
    "Prague 7-10 October, leaving from Leeds Bradford",
    { to: ["Prague"], on: "2027-10-07 2027-10-10", from: "Leeds Bradford", free: ["wants"] },
  ],
  [
    "Any chance of a quick plan for Krakow? Two nights, 15-17 Oct, 4 blokes, beer, pierogi, salt mine, keep it cheap",
    {
      to: ["Krakow"],
      on: "2027-10-15 2027-10-17",
      people: 4,
      likes: ["bars", "restaurants"],
      style: "budget",
      free: ["likes"],
    },
  ],
  [
    "OMG finally going to Japan!!! 14 days in october, tokyo kyoto osaka, bf & me, ramen, onsen, shrines, 4000 euros w/o flights",
    {
      cities: ["tokyo kyoto osaka"],
      in: "2027-10-01 2027-10-31",
      days: "14",
      people: 2,
      likes: ["restaurants", "spas", "temples_shrines"],
      budget: "4000 EUR",
      free: ["countries"],
    },
  ],
  [
    "dear tripwright, i would be happy if you suggest something for 5 days at Istanbul in october with my wife and 2 childs (5 and 11 years), we are muslim, hotel 4 star, budget 1500 dollar",
    {
      to: ["Istanbul"],
      in: "2027-10-01 2027-10-31",
      days: "5",
      people: 4,
      ages: [5, 11],
      budget: "1500 USD",
      wants: ["hotels"],
      free: ["style", "diets"],
    },
  ],
  [
    "madrid / 3 nights / mid oct / me+2 / food art nightlife / 500€ pp",
    {
      to: ["madrid"],
      in: "2027-10-08 2027-10-22",
      days: "4",
      people: 3,
      likes: ["food_drink", "art", "nightlife"],
      budget: "1500 EUR",
    },
  ],
  [
    "We're retired and in no hurry. Three weeks in Italy in October, Rome, Florence, Venice, trains, good food, my husband has a heart condition.",
    {
      to: ["Rome (Italy)", "Florence (Italy)", "Venice (Italy)"],
      in: "2027-10-01 2027-10-31",
      days: "21",
      people: 2,
      pace: "relaxed",
      likes: ["food_drink"],
      free: ["likes"],
    },
  ],
  [
    "stopover in singapore on 12 oct, one full day, what can we see? 2 ppl. hawker food!",
    { to: ["singapore"], in: "2027-10-12 2027-10-13", people: 2, likes: ["street_food"], free: ["days"] },
  ],
  [
    "Athens. First time. 8-12 October. 2 women. Acropolis obviously, then beaches, cocktails. No tours. 700 each.",
    {
      to: ["Athens"],
      on: "2027-10-08 2027-10-12",
      people: 2,
      likes: ["beaches", "bars"],
      mustSee: ["Acropolis"],
      budget: "1400 local",
    },
  ],
  [
    "plan me 4 days in new york first week of december with my teenage daughter, broadway, shopping, skating, 3k usd incl hotel",
    {
      to: ["new york"],
      in: "2027-12-01 2027-12-08",
      days: "4",
      people: 2,
      ages: [15],
      likes: ["performing_arts", "shopping"],
      budget: "3000 USD",
      wants: ["hotels"],
      free: ["likes"],
    },
  ],
  [
    "Lookin for sth chill: Lisbon, 5 nights, end of Sept, surf + brunch + sunsets, solo, ~€800",
    {
      to: ["Lisbon"],
      in: "2027-09-20 2027-09-30",
      days: "6",
      people: 1,
      pace: "relaxed",
      likes: ["beaches", "cafes", "viewpoints"],
      budget: "800 EUR",
    },
  ],
  [
    "My son (16) and I would like to see football in Madrid or Barcelona in October, 3 nights, flying from Dublin",
    {
      cities: ["Madrid"],
      in: "2027-10-01 2027-10-31",
      days: "4",
      people: 2,
      ages: [16],
      from: "Dublin",
      wants: ["flights"],
      likes: ["sports"],
    },
  ],
  ["what is the best time to visit Rome?", { notATrip: true }],
  [
    "Rome is lovely but I want to plan London, 4 days, October",
    { to: ["London"], in: "2027-10-01 2027-10-31", days: "4", free: ["people"] },
  ],
];
