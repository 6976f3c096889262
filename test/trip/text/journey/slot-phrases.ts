/** Ways to say one thing of a journey: each stands in a plain request, and only what it names may change. */
import type { JourneyMeaning } from "./journey-meaning.ts";

export type SlotPhrase = readonly [phrase: string, meaning: JourneyMeaning];

/** Stand for the dates in "A trip from Tulsa to Boise, …, for two people with $2,000." */
export const DATE_SLOTS: readonly SlotPhrase[] = [
  ["from March 16th to March 18th, 2022", { start: "2022-03-16", days: 3 }],
  ["from the 16th to the 18th of March, 2022", { start: "2022-03-16", days: 3 }],
  ["between March 16th and 18th, 2022", { start: "2022-03-16", days: 3 }],
  ["March 16 – 18, 2022", { start: "2022-03-16", days: 3 }],
  ["2022-03-16 to 2022-03-18", { start: "2022-03-16", days: 3 }],
  ["3/16/2022 through 3/18/2022", { start: "2022-03-16", days: 3 }],
  ["for 3 days starting on March 16th, 2022", { start: "2022-03-16", days: 3 }],
  ["for three days, ending on March 18th, 2022", { start: "2022-03-16", days: 3 }],
  ["beginning on the 16th of March and finishing on the 18th of March in 2022", { start: "2022-03-16", days: 3 }],
  ["March sixteenth through March eighteenth, 2022", { start: "2022-03-16", days: 3 }],
  ["Wednesday, March 16th to Friday, March 18th, 2022", { start: "2022-03-16", days: 3 }],
  ["on March 16th, 17th, and 18th, 2022", { start: "2022-03-16", days: 3 }],
  ["from Feb. 27th, 2022 to Mar. 1st, 2022", { start: "2022-02-27", days: 3 }],
  ["Dec 31st to Jan 2nd, 2023", { start: "2022-12-31", days: 3 }],
  ["March 16th to March 17th, no wait, March 18th, 2022", { start: "2022-03-16", days: 3 }],
  ["two nights from 16 March 2022", { start: "2022-03-16", days: 3 }],
  ["for a week from March 16th, 2022", { start: "2022-03-16", days: 7 }],
  ["3 days/2 nights, March 16-18 2022", { start: "2022-03-16", days: 3 }],
  ["in 2022, from March 16th until March 18th", { start: "2022-03-16", days: 3 }],
];

/** Stand for the people in "A trip from Tulsa to Boise, March 16th to 18th, 2022, budget $2,000. …" */
export const PARTY_SLOTS: readonly SlotPhrase[] = [
  ["It is for a single person.", { people: 1 }],
  ["This is a solo trip.", { people: 1 }],
  ["I'll be on my own.", { people: 1 }],
  ["For me and my two friends.", { people: 3 }],
  ["My husband and I are going.", { people: 2 }],
  ["We are a party of nine.", { people: 9 }],
  ["For a couple of friends, so 2 people.", { people: 2 }],
  ["There will be seven people.", { people: 7 }],
  ["It's a five-person group.", { people: 5 }],
  ["The two of us are going.", { people: 2 }],
  ["For two, with pet-friendly rooms.", { people: 2, house: "pets" }],
  ["For three people, sorry, four people.", { people: 4 }],
  ["It's me, my wife and our two kids.", { people: 4 }],
  ["The trip is meant for eight individuals.", { people: 8 }],
  ["A quartet of us will go.", { people: 4 }],
  ["Group size: 6.", { people: 6 }],
  ["It's for 4. The place must allow children under 10.", { people: 4, house: "children under 10" }],
  ["I am the only traveler.", { people: 1 }],
];

/** Stand for the budget in "A 3-day trip from Tulsa to Boise, March 16th to 18th, 2022, for two people. …" */
export const MONEY_SLOTS: readonly SlotPhrase[] = [
  ["The budget is $1,700.", { budget: 1700 }],
  ["We have 1.7k dollars.", { budget: 1700 }],
  ["Budget now set at $30,200.", { budget: 30200 }],
  ["No more than 1,700 USD.", { budget: 1700 }],
  ["Keep it within 2500 dollars.", { budget: 2500 }],
  ["Our budget was $2,000 but has been revised to $2,400.", { budget: 2400 }],
  ["We could spend $900 per person.", { budget: 1800 }],
  ["Between $2,000 and $2,500 would be fine.", { budget: 2500 }],
  ["We've set aside two thousand dollars.", { budget: 2000 }],
  ["Money is no object.", { budget: null }],
  ["The total expenditure must not exceed 3400.", { budget: 3400 }],
  ["Our budget of $1,700 should cover everything.", { budget: 1700 }],
  ["US$ 2,050 is what we have.", { budget: 2050 }],
  ["The cost should stay below $1,999.50.", { budget: 1999.5 }],
];
