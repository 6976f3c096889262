/** Ways to say who comes along. Today is Sunday 22 November 2026. */
import type { Row } from "./meaning.ts";

export const PARTY_PHRASES: readonly Row[] = [
  [
    "4 days in Lisbon from 10 May 2027, for two, food",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, likes: ["food_drink"] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults and 2 kids aged 6 and 9",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 4, ages: [6, 9] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, family with a 6 year old",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 3, ages: [6] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, family of four",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 4 },
  ],
  ["4 days in Lisbon from 10 May 2027, solo", { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 1 }],
  ["4 days in Lisbon from 10 May 2027, a couple", { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2 }],
  [
    "4 days in Lisbon from 10 May 2027, my wife and I",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2 },
  ],
  [
    "4 days in Lisbon from 10 May 2027, me and three friends",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 4 },
  ],
  [
    "4 days in Lisbon from 10 May 2027, one of us uses a wheelchair",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, access: ["wheelchair"] },
  ],
  ["4 days in Lisbon from 10 May 2027, 2 people", { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2 }],
  [
    "4 days in Lisbon from 10 May 2027, family of 4 with kids aged 6 and 9",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 4, ages: [6, 9] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, for 2 with a baby",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 3, ages: [1] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, with my parents",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 3 },
  ],
  [
    "4 days in Lisbon from 10 May 2027, my mum and I",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2 },
  ],
  [
    "4 days in Lisbon from 10 May 2027, me and my 6-year-old",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, ages: [6] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, we are five friends",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 5 },
  ],
  ["4 days in Lisbon from 10 May 2027, party of 6", { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 6 }],
  ["4 days in Lisbon from 10 May 2027, 2 couples", { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 4 }],
  [
    "4 days in Lisbon from 10 May 2027, two 6 year olds and us",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 4, ages: [6, 6] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, with 2 kids (4, 7)",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 4, ages: [4, 7] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, with our toddler",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 3, ages: [2] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 4 people including 2 children",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 4, ages: [8, 8] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, my wife, our 2 kids aged 3 and 5 and my mother",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 5, ages: [3, 5] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, my 70-year-old mother and I",
    { to: ["Lisbon", "mother"], dates: ["2027-05-10", "2027-05-13"], people: 2 },
  ],
  ["4 days in Lisbon from 10 May 2027, just me", { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 1 }],
  [
    "4 days in Lisbon from 10 May 2027, a group of 5 students",
    { to: ["Lisbon", "students"], dates: ["2027-05-10", "2027-05-13"], people: 5 },
  ],
  ["4 days in Lisbon from 10 May 2027, honeymoon", { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2 }],
  ["4 days in Lisbon from 10 May 2027, for 3", { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 3 }],
  ["4 days in Lisbon from 10 May 2027, 2 pax", { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2 }],
  [
    "4 days in Lisbon from 10 May 2027, with a friend",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2 },
  ],
  [
    "4 days in Lisbon from 10 May 2027, girls trip for 5",
    { to: ["Lisbon", "girls"], dates: ["2027-05-10", "2027-05-13"], people: 5 },
  ],
  [
    "4 days in Lisbon from 10 May 2027, family trip",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 4, ages: [8, 8] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, with my son (8)",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, ages: [8] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, we would love to go",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2 },
  ],
  [
    "4 days in Lisbon from 10 May 2027, with my husband and two teenagers",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 4, ages: [15, 15] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, traveling with my 3 year old daughter and my wife",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 3, ages: [3] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, 1 child",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 3, ages: [8] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults 1 infant",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 3, ages: [1] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, three of us",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 3 },
  ],
  [
    "4 days in Lisbon from 10 May 2027, The two of us",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2 },
  ],
  [
    "4 days in Lisbon from 10 May 2027, with 3 friends",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 4 },
  ],
  [
    "4 days in Lisbon from 10 May 2027, Trip for my girlfriend and me",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2 },
  ],
  [
    "4 days in Lisbon from 10 May 2027, for me and my boyfriend",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2 },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 6 and 9 year olds",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 4, ages: [6, 9] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, with kids",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 4, ages: [8, 8] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, kids: 6, 9",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 4, ages: [6, 9] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, two of us are vegan",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, diets: ["vegan"] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, with my twins aged 5",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 4, ages: [5, 5] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, four of us, one vegan",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 4, diets: ["vegan"] },
  ],
  ["4 days in Lisbon from 10 May 2027, 1 person", { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 1 }],
  [
    "4 days in Lisbon from 10 May 2027, I am travelling alone",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 1 },
  ],
  ["4 days in Lisbon from 10 May 2027, a couple of days", { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"] }],
  [
    "4 days in Lisbon from 10 May 2027, both of us like art",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, likes: ["art"] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, with my best friend",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2 },
  ],
  [
    "4 days in Lisbon from 10 May 2027, my husband and our daughter who is 10",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 3, ages: [10] },
  ],
];
