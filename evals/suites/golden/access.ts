/** Wheels, bad knees and prams: no known steps, shorter ways, and the need noted as it was said. */
import { lasts } from "../../expectations/dates.ts";
import { mostlyStepFree, needs, noKnownSteps } from "../../expectations/needs.ts";
import { atLeastVisits, walksAtMost } from "../../expectations/pace.ts";
import { childrenAged, travellers } from "../../expectations/party.ts";
import { noViolation, tells } from "../../expectations/rules.ts";
import { avoids } from "../../expectations/sights.ts";
import type { Sample } from "../../sample.ts";
import { planned } from "./ask.ts";

export const ACCESS: readonly Sample[] = [
  planned("access", "wheelchair", {
    city: "Vienna",
    purpose: "A wheelchair user gets sights without known steps and short ways between them.",
    says: "My parents (70 and 72) and I visit Vienna 9 to 12 September 2027. Dad uses a wheelchair.",
    expects: [needs("wheelchair"), noKnownSteps(), travellers(3), mostlyStepFree(0.9)],
  }),
  planned("access", "famous-stairs", {
    city: "Lisbon",
    purpose: "The famous sights with steps stay out although everybody goes there.",
    says: "Lisbon in a wheelchair, 2 people, 4 days from 7 June 2027, viewpoints and history",
    expects: [noKnownSteps(), avoids("Tram 28"), avoids("Santa Justa Lift"), atLeastVisits(6)],
  }),
  planned("access", "bad-knees", {
    city: "Edinburgh",
    purpose: "Bad knees are a need even where nobody says the word.",
    says: "Edinburgh, 3 days from 12 July 2027; my wife can't do stairs, bad knees",
    expects: [needs("mobility_limited"), noKnownSteps(), avoids("Arthur's Seat"), travellers(2)],
  }),
  planned("access", "pram", {
    city: "Copenhagen",
    purpose: "A pram is a need of its own and asks for short ways.",
    says: "Copenhagen 21 to 23 June 2027, two adults and a one year old in a buggy, easy going",
    expects: [needs("stroller_friendly"), childrenAged(1), walksAtMost(6_000)],
  }),
  planned("access", "blind", {
    city: "Hamburg",
    purpose: "A need that no catalogue field answers is noted and not turned into another.",
    says: "I am blind and travel with a friend: Hamburg, 2 days from 17 May 2027, concerts and harbour",
    expects: [needs("visual_impairment"), travellers(2)],
  }),
  planned("access", "step-free-market", {
    city: "San Francisco",
    purpose: "Step-free is understood as a need and not as a wish for flat streets.",
    says: "Step-free San Francisco please, 3 days from 13 September 2027 for two, museums and food",
    expects: [noKnownSteps(), noViolation("accessibility_unmet"), mostlyStepFree(0.8)],
  }),
  planned("access", "unknown-is-said", {
    city: "Athens",
    purpose: "What nobody knows about steps is said in the answer instead of passed over.",
    says: "Athens with a wheelchair user, 2 people, 3 to 5 May 2027, ancient sites and museums",
    expects: [needs("wheelchair"), noKnownSteps(), tells("unknown_accessibility", /wheelchair|step|access/i), lasts(3)],
  }),
];
