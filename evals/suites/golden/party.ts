/** Who comes along: heads, children's ages, and what a plan owes them. */

import { neverAfter } from "../../expectations/clock.ts";
import { lasts } from "../../expectations/dates.ts";
import { atLeast, hasType, lacksType } from "../../expectations/kinds.ts";
import { needs } from "../../expectations/needs.ts";
import { atMostVisitsPerDay, walksAtMost } from "../../expectations/pace.ts";
import { childrenAged, travellers } from "../../expectations/party.ts";
import type { Sample } from "../../sample.ts";
import { planned } from "./ask.ts";

export const PARTY: readonly Sample[] = [
  planned("party", "two-small-children", {
    city: "Vienna",
    purpose: "Small children count as travellers, and their plan has something for them and short ways.",
    says: "Vienna with our kids, 4 and 7, two parents, 17 to 19 May 2027. Zoo and parks please.",
    expects: [travellers(4), childrenAged(4, 7), hasType("zoo"), walksAtMost(7_000)],
  }),
  planned("party", "solo", {
    city: "Kyoto",
    purpose: "Somebody who says I travels alone.",
    says: "I'm going to Kyoto by myself from 5 to 8 April 2027, temples and gardens",
    expects: [travellers(1), childrenAged(), atLeast(4, "temples_shrines")],
  }),
  planned("party", "friends", {
    city: "Budapest",
    purpose: "Me and four friends are five.",
    says: "Me and four friends, Budapest, 11-13 June 2027, thermal baths and ruin bars",
    expects: [travellers(5), atLeast(1, "spas")],
  }),
  planned("party", "baby", {
    city: "Amsterdam",
    purpose: "A baby is a traveller of under two years, and a pram is a need.",
    says: "Amsterdam 14-16 June 2027, the two of us with our baby in a pram",
    expects: [travellers(3), needs("stroller_friendly"), neverAfter("21:30")],
  }),
  planned("party", "three-generations", {
    city: "Munich",
    purpose: "Ages of adults are not ages of children.",
    says: "Munich with my parents (68 and 71) and my daughter, 9: four of us, 3 days from 7 June 2027",
    expects: [travellers(4), childrenAged(9), lasts(3)],
  }),
  planned("party", "teenagers", {
    city: "New York City",
    purpose: "Teenagers are children in the reckoning and need no gentle pace.",
    says: "New York with my husband and our two teenagers, 15 and 17, 21 to 25 June 2027",
    expects: [travellers(4), childrenAged(15, 17), lasts(5)],
  }),
  planned("party", "couples", {
    city: "Rome",
    purpose: "Two couples are four heads.",
    says: "two couples, rome, 3 days from 2027-09-20, wine and ruins",
    expects: [travellers(4), childrenAged(), atLeast(1, "archaeology")],
  }),
  planned("party", "twenty", {
    city: "Barcelona",
    purpose: "The largest party that is planned for is planned for.",
    says: "School reunion: 20 adults in Barcelona, 2 to 4 October 2027, architecture",
    expects: [travellers(20), atLeast(2, "architecture")],
  }),
  planned("party", "one-adult-two-children", {
    city: "Singapore",
    purpose: "A single parent with children is counted once, and bars are no place for a family.",
    says: "Me and my kids aged 5 and 8 in Singapore, 3 days from 8 March 2027, animals and gardens, easy days",
    expects: [travellers(3), childrenAged(5, 8), lacksType("bar"), atMostVisitsPerDay(4)],
  }),
];
