/** Messy requests as people type them, and the trip each must become. Today is Friday 15 January 2027. */

export interface TripWanted {
  cities: string[];
  /** Exactly: "2027-05-10 2027-05-13". */
  on?: string;
  /** Somewhere inside. */
  in?: string;
  days?: number;
  people?: number;
  ages?: number[];
  /** "900 EUR". */
  budget?: string;
  likes?: string[];
  diets?: string[];
  access?: string[];
  pace?: string;
  /** Sights by name, as the catalogue calls them. */
  mustSee?: string[];
  /** Sights that the plan must leave out. */
  without?: string[];
  /** Tools that must have been asked as well. */
  asked?: string[];
}

const MAY = "2027-05-01 2027-05-31";

export const WHOLE_REQUESTS: readonly (readonly [request: string, wanted: TripWanted])[] = [
  [
    "hey so me n my gf wanna go to lisbon in may for like 4 days, we got about 900 euros, love food n viewpoints, nothin too hectic",
    {
      cities: ["Lisbon"],
      in: MAY,
      days: 4,
      people: 2,
      budget: "900 EUR",
      likes: ["food_drink", "viewpoints"],
      pace: "relaxed",
    },
  ],
  [
    "pls plan 3d rome mid june 2ppl 1500 eur museums + gelato no rush thx",
    { cities: ["Rome"], in: "2027-06-08 2027-06-22", days: 3, people: 2, budget: "1500 EUR", pace: "relaxed" },
  ],
  [
    "- Barcelona\n- 10 to 13 May\n- 2 adults, 1 kid (7)\n- budget: 1800€\n- beach, tapas",
    {
      cities: ["Barcelona"],
      on: "2027-05-10 2027-05-13",
      people: 3,
      ages: [7],
      budget: "1800 EUR",
      likes: ["beaches", "restaurants"],
    },
  ],
  [
    "✈️ Tokyo 🗼 4 days 🌸 april, 2 ppl 🍣 ramen + temples",
    { cities: ["Tokyo"], in: "2027-04-01 2027-04-30", days: 4, people: 2 },
  ],
  [
    "cud u plan a trip 2 paris 4 3 days next month for me n my mum",
    { cities: ["Paris"], in: "2027-02-01 2027-02-28", days: 3, people: 2 },
  ],
  ["rome florence and venice 8 days in may", { cities: ["Rome", "Florence", "Venice"], in: MAY, days: 8 }],
  ["Rome 3n Florence 2n from 9 may, 2 pax", { cities: ["Rome", "Florence"], on: "2027-05-09 2027-05-14", people: 2 }],
  ["京都 3 days in May", { cities: ["Kyoto"], in: MAY, days: 3 }],
  ["barcalona 3 days in may", { cities: ["Barcelona"], in: MAY, days: 3 }],
  ["amsterdm in may 3 days", { cities: ["Amsterdam"], in: MAY, days: 3 }],
  ["wien 3 days in may, sachertorte + opera", { cities: ["Vienna"], in: MAY, days: 3 }],
  ["NYC 3 days May for four adults", { cities: ["New York City"], in: MAY, days: 3, people: 4 }],
  ["start in Munich and end in Vienna, 9–13 may", { cities: ["Munich", "Vienna"], on: "2027-05-09 2027-05-13" }],
  [
    "Prague, beer, 3 lads, cheap, first weekend of april",
    { cities: ["Prague"], in: "2027-04-01 2027-04-04", people: 3, likes: ["bars"] },
  ],
  [
    "istanbul 3 nights halal food mosques bazaar 2 adults 12 june 600 usd",
    { cities: ["Istanbul"], on: "2027-06-12 2027-06-15", people: 2, budget: "600 USD", diets: ["halal"] },
  ],
  [
    "Would it be possible to get a plan for Kyoto, 3 days, from the 5th of April? I'm vegan and travelling alone.",
    { cities: ["Kyoto"], on: "2027-04-05 2027-04-07", people: 1, diets: ["vegan"] },
  ],
  [
    "can anyone recommend an itinerary for amsterdam? arriving thurs 13 may leaving sat 15 may, canals, van gogh museum is a must",
    { cities: ["Amsterdam"], on: "2027-05-13 2027-05-15", mustSee: ["Van Gogh Museum"] },
  ],
  [
    "3 days. Lisbon. May. Two people. Food.",
    { cities: ["Lisbon"], in: MAY, days: 3, people: 2, likes: ["food_drink"] },
  ],
  ["Lisbon\n3 days\nmay\nfood", { cities: ["Lisbon"], in: MAY, days: 3, likes: ["food_drink"] }],
  ["LISBON!!! MAY!!! 3 DAYS!!! 2 PEOPLE!!!", { cities: ["Lisbon"], in: MAY, days: 3, people: 2 }],
  [
    "yo plan me a trip to berlin nxt month clubs n street art 3 nites broke student",
    { cities: ["Berlin"], in: "2027-02-01 2027-02-28", days: 4, likes: ["nightlife", "street_art"] },
  ],
  [
    "where: dublin. when: 1-4 oct. who: 6 of us. what: pubs, live music. how much: 300 each",
    { cities: ["Dublin"], on: "2027-10-01 2027-10-04", people: 6, budget: "1800 EUR", likes: ["bars", "live_music"] },
  ],
  [
    "Plan: Helsinki, 2 nights, arriving Saturday 7 August. Sauna & design. Me + partner. Vegetarian both.",
    { cities: ["Helsinki"], on: "2027-08-07 2027-08-09", people: 2, diets: ["vegetarian"] },
  ],
  [
    "seoul 3 days sept, kpop, cafes, palaces. solo. 1.2 million won",
    { cities: ["Seoul"], in: "2027-09-01 2027-09-30", days: 3, people: 1, budget: "1200000 KRW" },
  ],
  [
    "vancouver, 3 days, late june. hiking, whale watching. no sushi. one person",
    { cities: ["Vancouver"], in: "2027-06-19 2027-06-30", days: 3, people: 1, likes: ["hiking", "wildlife"] },
  ],
  [
    "Could you help me? I'm 68 with a bad hip and I'd like to visit Seville for 3 days in April, gently, with flamenco and gardens.",
    { cities: ["Sevilla"], in: "2027-04-01 2027-04-30", days: 3, pace: "relaxed", access: ["mobility_limited"] },
  ],
  [
    "weekend in porto for 2 next month, port wine obvs, hotel too",
    { cities: ["Porto"], in: "2027-02-01 2027-02-28", people: 2, likes: ["wine"], asked: ["search_hotels"] },
  ],
  [
    "madrid / 3 nights / mid oct / me+2 / food art nightlife / 500€ pp",
    {
      cities: ["Madrid"],
      in: "2027-10-08 2027-10-22",
      days: 4,
      people: 3,
      budget: "1500 EUR",
      likes: ["food_drink", "art", "nightlife"],
    },
  ],
  [
    "London to Lisbon 9-12 May, need flights and hotel, couple",
    { cities: ["Lisbon"], on: "2027-05-09 2027-05-12", people: 2, asked: ["search_flights", "search_hotels"] },
  ],
  [
    "we r 4 ppl going 2 amsterdam 4 a wknd in june, bikes, canals",
    { cities: ["Amsterdam"], in: "2027-06-01 2027-06-30", people: 4 },
  ],
  [
    "Trip details below:\n* Destination: Seoul\n* Dates: 1-3 October 2027\n* Travellers: 2\n* Interests: palaces, street food\n* Budget: 2,000,000 KRW",
    {
      cities: ["Seoul"],
      on: "2027-10-01 2027-10-03",
      people: 2,
      budget: "2000000 KRW",
      likes: ["palaces_castles", "street_food"],
    },
  ],
  [
    "lisbon porto 6 days september trains between pls, wine, azulejos, 2 of us, 2k eur",
    { cities: ["Lisbon", "Porto"], in: "2027-09-01 2027-09-30", days: 6, people: 2, budget: "2000 EUR" },
  ],
  ["Lisbon 9-12 May, -500 EUR", { cities: ["Lisbon"], on: "2027-05-09 2027-05-12" }],
  ["Christmas Day in Vienna, 2 adults", { cities: ["Vienna"], on: "2027-12-25 2027-12-27", people: 2 }],
  [
    "Planning a surprise for my husband's 40th: Vienna, 11-13 November, concerts, Sachertorte, good hotel, around 1800 euros",
    { cities: ["Vienna"], on: "2027-11-11 2027-11-13", people: 2, budget: "1800 EUR" },
  ],
  [
    "Athens. First time. 8-10 October. 2 women. Acropolis obviously, then beaches, cocktails. No tours. 700 each.",
    { cities: ["Athens"], on: "2027-10-08 2027-10-10", people: 2, budget: "1400 EUR" },
  ],
  [
    "honeymoon in May: 3 nights Venice, 2 nights Florence, starting on the 8th. Something romantic, good restaurants.",
    { cities: ["Venice", "Florence"], on: "2027-05-08 2027-05-13", people: 2, likes: ["restaurants"] },
  ],
  [
    "mom + me, copenhagen 3-6 june, she uses a wheelchair, design & gardens",
    { cities: ["Copenhagen"], on: "2027-06-03 2027-06-06", people: 2, access: ["wheelchair"] },
  ],
  [
    "Dubrovnik with the kids (5 and 8) for 3 nights from 10 July, easy pace, beaches, buggy",
    {
      cities: ["Dubrovnik"],
      on: "2027-07-10 2027-07-13",
      people: 4,
      ages: [5, 8],
      pace: "relaxed",
      access: ["stroller_friendly"],
    },
  ],
  [
    "cape town 3 days in november, wine, hiking, hubby and i, 20 grand",
    {
      cities: ["Cape Town"],
      in: "2027-11-01 2027-11-30",
      days: 3,
      people: 2,
      budget: "20000 ZAR",
      likes: ["wine", "hiking"],
    },
  ],
  [
    "Rome 10-12 May, we've already seen the Colosseum, skip the Pantheon",
    { cities: ["Rome"], on: "2027-05-10 2027-05-12", people: 2, without: ["Colosseum", "Pantheon"] },
  ],
];
