/** Several cities: nights said for all, for some, for none; where to begin and end; an order left open. */
import type { Row } from "./meaning.ts";

const MAY_10_DAYS = ["2027-05-08", "2027-05-17"] as [string, string];

export const STAY_REQUESTS: readonly Row[] = [
  [
    "10 days split between Rome, Florence and Venice in May",
    { to: ["Rome", "Florence", "Venice"], dates: MAY_10_DAYS },
  ],
  [
    "we'd like to divide 8 days between Tokyo and Kyoto in April",
    { to: ["Tokyo", "Kyoto"], dates: ["2027-04-10", "2027-04-17"], people: 2 },
  ],
  ["Split and Dubrovnik, 10 days in May", { to: ["Split", "Dubrovnik"], dates: MAY_10_DAYS }],
  ["Split in Croatia, 4 days in May", { to: ["Split (Croatia)"], dates: ["2027-05-13", "2027-05-16"] }],
  [
    "two weeks in Japan in April: Tokyo and Kyoto, at least 4 nights in Tokyo",
    { to: ["Tokyo (Japan): 4– nights", "Kyoto (Japan)"], dates: ["2027-04-10", "2027-04-23"] },
  ],
  [
    "tokyo, kyoto and osaka 12 days in april at least 4 nights in tokyo any order",
    { to: ["tokyo: 4– nights", "kyoto", "osaka"], order: "open", dates: ["2027-04-10", "2027-04-21"] },
  ],
  [
    "two weeks in April in Tokyo, Kyoto and Osaka with a minimum of 5 nights in Tokyo and at most 2 nights in Osaka",
    { to: ["Tokyo: 5– nights", "Kyoto", "Osaka: –2 nights"], dates: ["2027-04-10", "2027-04-23"] },
  ],
  [
    "10 days in Portugal in May, 3 nights in Porto, the rest in Lisbon",
    { to: ["Porto (Portugal): 3–3 nights", "Lisbon (Portugal)"], dates: MAY_10_DAYS },
  ],
  [
    "Rome and Florence, 8 days from 3 June 2027, 3 nights in Florence",
    { to: ["Rome", "Florence: 3–3 nights"], dates: ["2027-06-03", "2027-06-10"] },
  ],
  [
    "10 days in Rome and Florence in May, no more than 3 nights in Florence",
    { to: ["Rome", "Florence: –3 nights"], dates: MAY_10_DAYS },
  ],
  [
    "20 days in Thailand in January: Bangkok (min 4 nights), Chiang Mai, Phuket",
    {
      to: ["Bangkok (Thailand): 4– nights", "Chiang Mai (Thailand)", "Phuket (Thailand)"],
      dates: ["2027-01-09", "2027-01-28"],
    },
  ],
  [
    "Lisbon and Porto, 3 to 10 June 2027, at least 2 nights in Porto",
    { to: ["Lisbon", "Porto: 2– nights"], dates: ["2027-06-03", "2027-06-10"] },
  ],
  ["4 days in Lisbon and Porto in May", { to: ["Lisbon", "Porto"], dates: ["2027-05-13", "2027-05-16"] }],
  ["at least 5 days in Rome in May", { to: ["Rome"], dates: ["2027-05-08", "2027-05-12"] }],
  [
    "at least 3 nights in Rome and 2 in Florence in May",
    { to: ["Rome: 3 nights", "Florence: 2 nights"], dates: ["2027-05-08", "2027-05-13"] },
  ],
  [
    "Rome, Venice and Florence, 10 days in May, end in Venice",
    { to: ["Rome", "Venice: last", "Florence"], dates: MAY_10_DAYS },
  ],
  [
    "10 days in May, Florence, Rome and Venice, start from Rome",
    { to: ["Florence", "Rome: first", "Venice"], dates: MAY_10_DAYS },
  ],
  [
    "10 days in May starting in Rome and finishing in Venice with a stop in Florence",
    { to: ["Rome: first", "Venice: last", "Florence"], dates: MAY_10_DAYS },
  ],
  ["start in Lisbon, end in Porto, 10 days in May", { to: ["Lisbon: first", "Porto: last"], dates: MAY_10_DAYS }],
  ["10 days in Lisbon in May, starting from Vienna", { to: ["Lisbon"], from: "Vienna", dates: MAY_10_DAYS }],
  [
    "Lisbon, Porto and Madrid in any order, 10 days in May",
    { to: ["Lisbon", "Porto", "Madrid"], order: "open", dates: MAY_10_DAYS },
  ],
  [
    "10 days in May: Lisbon, Porto and Madrid, the order doesn't matter",
    { to: ["Lisbon", "Porto", "Madrid"], order: "open", dates: MAY_10_DAYS },
  ],
  [
    "10 days in May: Lisbon, Porto and Madrid, order is up to you, but end in Lisbon",
    { to: ["Lisbon: last", "Porto", "Madrid"], order: "open", dates: MAY_10_DAYS },
  ],
  [
    "Split and Dubrovnik, 10 days in May, in whichever order is best",
    { to: ["Split", "Dubrovnik"], order: "open", dates: MAY_10_DAYS },
  ],
  [
    "10 days in Lisbon and Porto in May, and Madrid if there's time",
    { to: ["Lisbon", "Porto", "Madrid: if there is time"], dates: MAY_10_DAYS },
  ],
];
