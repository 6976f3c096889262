/** Ways to say how it should be. Today is Sunday 22 November 2026. */
import type { Row } from "./meaning.ts";

export const WISH_PHRASES: readonly Row[] = [
  [
    "4 days in Lisbon from 10 May 2027, food and viewpoints, moderate pace",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], likes: ["food_drink", "viewpoints"], pace: "moderate" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, temples and gardens, slow, a wheelchair",
    {
      to: ["Lisbon"],
      dates: ["2027-05-10", "2027-05-13"],
      likes: ["temples_shrines", "gardens"],
      pace: "relaxed",
      access: ["wheelchair"],
    },
  ],
  [
    "4 days in Lisbon from 10 May 2027, art, museums, street art, ruins",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], likes: ["art", "museums", "street_art", "archaeology"] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, off the beaten path, hidden gems, not too touristy",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], quiet: true, offbeat: true },
  ],
  [
    "4 days in Lisbon from 10 May 2027, my wife can't do stairs, bad knees",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, access: ["mobility_limited"] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, river cruise and canals and a boat trip",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], likes: ["waterfront"] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, vegan cheap",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], style: "budget", diets: ["vegan"] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, no museums or churches please, but we love wine, coffee and live music",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, likes: ["wine", "cafes", "live_music"] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, see as much as possible",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], pace: "fast" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, nightlife, beaches, hiking, kid-friendly, shopping, architecture, history, views, sunset, science, markets, churches, castles",
    {
      to: ["Lisbon"],
      dates: ["2027-05-10", "2027-05-13"],
      likes: [
        "nightlife",
        "beaches",
        "hiking",
        "kids",
        "shopping",
        "architecture",
        "culture_history",
        "viewpoints",
        "science",
        "markets",
        "churches",
        "palaces_castles",
      ],
    },
  ],
  [
    "4 days in Lisbon from 10 May 2027, luxury with 5-star hotels",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], style: "luxury", wants: ["hotels"] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, on a tight budget, backpacking",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], style: "budget" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, quiet places, local food, like a local",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], likes: ["food_drink"], quiet: true, offbeat: true },
  ],
  [
    "4 days in Lisbon from 10 May 2027, busy schedule",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], pace: "fast" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, fast food",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], likes: ["food_drink"] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, deaf, blind and with a pram",
    {
      to: ["Lisbon"],
      dates: ["2027-05-10", "2027-05-13"],
      access: ["visual_impairment", "hearing_impairment", "stroller_friendly"],
    },
  ],
  [
    "4 days in Lisbon from 10 May 2027, lactose intolerant and coeliac, allergic to nuts",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], diets: ["gluten_free", "dairy_free", "nut_free"] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, need flights and a hotel",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], wants: ["flights", "hotels"] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, flights already booked, hotel too please",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], wants: ["hotels"] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, flying from Berlin",
    { to: ["Lisbon"], from: "Berlin", dates: ["2027-05-10", "2027-05-13"], wants: ["flights"] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, we are staying with friends",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2 },
  ],
  [
    "4 days in Lisbon from 10 May 2027, not interested in shopping",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, hot springs",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], likes: ["spas"] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, Italian food and fine dining",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], likes: ["food_drink", "restaurants"] },
  ],
];
