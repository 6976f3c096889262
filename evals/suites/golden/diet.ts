/** What somebody can eat: every table of the plan serves it, and meals are not simply left out. */
import { didNotCall } from "../../expectations/answers.ts";
import { lasts } from "../../expectations/dates.ts";
import { atLeast } from "../../expectations/kinds.ts";
import { eats, hasNamedMeals } from "../../expectations/needs.ts";
import { travellers } from "../../expectations/party.ts";
import { noViolation } from "../../expectations/rules.ts";
import type { Sample } from "../../sample.ts";
import { planned } from "./ask.ts";

export const DIET: readonly Sample[] = [
  planned("diet", "vegan", {
    city: "Berlin",
    purpose: "Vegan tables only, and named ones.",
    says: "Vegan couple, Berlin, 10 to 13 June 2027, street art and galleries",
    expects: [eats("vegan"), hasNamedMeals(3), noViolation("diet_unmet")],
  }),
  planned("diet", "vegetarian-of-a-group", {
    city: "Rome",
    purpose: "One of three decides where all three eat.",
    says: "Three of us in Rome, 4 to 6 May 2027; one of us is vegetarian",
    expects: [eats("vegetarian"), travellers(3), hasNamedMeals(3)],
  }),
  planned("diet", "halal", {
    city: "Istanbul",
    purpose: "Halal food where it is common is found for every meal.",
    says: "istanbul 3 nights halal food mosques bazaar 2 adults 12 june 2027",
    expects: [eats("halal"), hasNamedMeals(3), atLeast(2, "mosques_synagogues")],
  }),
  planned("diet", "gluten-free", {
    city: "Amsterdam",
    purpose: "An intolerance said as an illness is the diet it calls for.",
    says: "I have coeliac disease. Amsterdam, 3 days from 17 May 2027, on my own, museums",
    expects: [eats("gluten_free"), hasNamedMeals(2)],
  }),
  planned("diet", "fish-no-meat", {
    city: "Cape Town",
    purpose: "Fish but no meat is a diet with a name.",
    says: "Cape Town 8 to 11 March 2027 for two. We eat fish but no meat.",
    expects: [eats("pescatarian"), hasNamedMeals(3), travellers(2)],
  }),
  planned("diet", "two-diets", {
    city: "New York City",
    purpose: "Two diets together narrow every table to what serves both.",
    says: "New York, 3 days from 14 June 2027, one of us is vegan and the other can't eat gluten",
    expects: [eats("vegan"), eats("gluten_free"), lasts(3)],
  }),
  planned("diet", "halal-family", {
    city: "Dubai",
    purpose: "A diet and children at once lose neither.",
    says: "Family of four with kids 6 and 9, halal only, Dubai, 11 to 14 January 2027",
    expects: [eats("halal"), travellers(4), hasNamedMeals(4)],
  }),
  planned("diet", "not-a-diet", {
    city: "Naples",
    purpose: "A dish that is liked is no diet: nobody's meals are narrowed by it.",
    says: "Naples for pizza! 2 days from 2027-05-20, two people",
    expects: [atLeast(1, "restaurants"), hasNamedMeals(2), didNotCall("update_trip")],
  }),
  planned("diet", "vegan-far-east", {
    city: "Tokyo",
    purpose: "A hard diet in a city of few such tables is still met, or the meal stays without a name.",
    says: "Tokyo, 2 people, 6-9 April 2027, strictly vegan, gardens and shrines",
    expects: [eats("vegan"), hasNamedMeals(2), atLeast(2, "temples_shrines")],
  }),
];
