/** Ways to say what it may cost. Today is Sunday 22 November 2026. */
import type { Row } from "./meaning.ts";

export const MONEY_PHRASES: readonly Row[] = [
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, under 2000 euros",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, budget: "2000 EUR" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, 1.500 €",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, budget: "1500 EUR" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, €900",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, budget: "900 EUR" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, 2k dollars",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, budget: "2000 USD" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, £1,200",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, budget: "1200 GBP" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, 100 a day",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, budget: "400 local" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, 100 EUR per day per person",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, budget: "800 EUR" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, €50 each per day",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, budget: "400 EUR" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, budget of 900",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, budget: "900 local" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, budget: 1 500 €",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, budget: "1500 EUR" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, max 3000 pesos",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, budget: "3000 local" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, between 800 and 1000 euros",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, budget: "1000 EUR" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, 800-1000 EUR",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, budget: "1000 EUR" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, two thousand pounds",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, budget: "2000 GBP" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, 500 per person",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, budget: "1000 local" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, for two, 3 days, budget 2.5k",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, budget: "2500 local" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, 10-13 May",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2 },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, family of 4 with 2 kids, 4 days",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 4, ages: [8, 8] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, 100000 yen",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, budget: "100000 JPY" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, 20,000 baht",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, budget: "20000 THB" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, usd 1500",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, budget: "1500 USD" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, ¥150000",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, budget: "150000 JPY" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, A$2500 total",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, budget: "2500 AUD" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, we have 1200 to spend",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, budget: "1200 local" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, around 1200 bucks",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, budget: "1200 USD" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, hotel under 100 EUR a night, 3 days",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, wants: ["hotels"] },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, May 10 900 EUR",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-10"], people: 2, budget: "900 EUR" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, under 20 minutes",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2 },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, 5000 kr",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, budget: "5000 local" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, 900 all in",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, budget: "900 local" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, 10 May 2027, 2 adults",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-10"], people: 2 },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, 3 or 4 days in May",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2 },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, CHF 900",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, budget: "900 CHF" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, on a budget",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, style: "budget" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, 2000 eur for everything",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, budget: "2000 EUR" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, 1500USD",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, budget: "1500 USD" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, 40 euros a day",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, budget: "160 EUR" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, $1,500.50",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, budget: "1500.5 USD" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, 1000 mad",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2, budget: "1000 MAD" },
  ],
  [
    "4 days in Lisbon from 10 May 2027, 2 adults, for 3 nights from 10 to 13 May",
    { to: ["Lisbon"], dates: ["2027-05-10", "2027-05-13"], people: 2 },
  ],
];
