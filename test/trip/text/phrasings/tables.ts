/** The groups of phrasings, and what stands before each row of a group. */
import { BUDGETS } from "./budgets.ts";
import { DATES } from "./dates.ts";
import { DESTINATIONS } from "./destinations.ts";
import { INTERESTS } from "./interests.ts";
import { MESSY } from "./messy.ts";
import { NEEDS } from "./needs.ts";
import { PARTY } from "./party.ts";
import type { Phrasing, Said } from "./said.ts";
import { SIGHTS } from "./sights.ts";
import { TRAVEL } from "./travel.ts";
import { UNSEEN_FIRST } from "./unseen-first.ts";
import { UNSEEN_LATER } from "./unseen-later.ts";

export const TODAY = "2027-03-03";

export interface Group {
  name: string;
  rows: readonly Phrasing[];
  before: string;
  base: Said;
}

const LISBON: Said = { to: ["Lisbon"] };
const IN_MAY: Said = { ...LISBON, on: "2027-05-09 2027-05-12" };

export const GROUPS: readonly Group[] = [
  { name: "dates", rows: DATES, before: "", base: LISBON },
  { name: "destinations", rows: DESTINATIONS, before: "", base: { in: "2027-05-01 2027-05-31" } },
  { name: "party", rows: PARTY, before: "Lisbon 9-12 May, ", base: IN_MAY },
  { name: "budgets", rows: BUDGETS, before: "Lisbon 9-12 May, 2 adults, ", base: { ...IN_MAY, people: 2 } },
  { name: "interests", rows: INTERESTS, before: "Lisbon 9-12 May, ", base: IN_MAY },
  { name: "needs", rows: NEEDS, before: "Lisbon 9-12 May, ", base: IN_MAY },
  { name: "sights", rows: SIGHTS, before: "Lisbon 9-12 May, ", base: IN_MAY },
  { name: "travel", rows: TRAVEL, before: "", base: IN_MAY },
  { name: "messy", rows: MESSY, before: "", base: {} },
  { name: "unseen, first", rows: UNSEEN_FIRST, before: "", base: {} },
  { name: "unseen, later", rows: UNSEEN_LATER, before: "", base: {} },
];
