/** How people write: slips, other scripts, shorthand, lists, chatter, and what is missing. */
import { didNotCall, mentions } from "../../expectations/answers.ts";
import { goesTo } from "../../expectations/cities.ts";
import { lasts, staysWithin, travelsOn } from "../../expectations/dates.ts";
import { atLeast } from "../../expectations/kinds.ts";
import { budgetIs } from "../../expectations/money.ts";
import { paceIs } from "../../expectations/pace.ts";
import { childrenAged, travellers } from "../../expectations/party.ts";
import { asksAbout, refusesWith } from "../../expectations/refusals.ts";
import type { Sample } from "../../sample.ts";
import { planned, questioned } from "./ask.ts";

export const WORDING: readonly Sample[] = [
  planned("wording", "chatty", {
    city: "Lisbon",
    purpose: "Everyday chatter says where, when, who, how much and what.",
    says: "hey so me n my gf wanna go to lisbon in may for like 4 days, we got about 900 euros, love food n viewpoints, nothin too hectic",
    expects: [
      goesTo("Lisbon"),
      travellers(2),
      budgetIs(900, "EUR"),
      paceIs("relaxed"),
      staysWithin("2027-05-01", "2027-05-31"),
    ],
  }),
  planned("wording", "list", {
    city: "Barcelona",
    purpose: "A list of lines is as good a request as a sentence.",
    says: "- Barcelona\n- 10 to 13 May\n- 2 adults, 1 kid (7)\n- budget: 1800€\n- beach, tapas",
    expects: [travelsOn("2027-05-10", "2027-05-13"), childrenAged(7), budgetIs(1_800, "EUR"), atLeast(1, "beaches")],
  }),
  planned("wording", "misspelt-city", {
    city: "Barcelona",
    purpose: "A city with two letters out of place is found.",
    says: "barcalona 3 days from 4 may 2027 for two",
    expects: [goesTo("Barcelona"), lasts(3), travellers(2)],
  }),
  planned("wording", "other-script", {
    city: "Kyoto",
    purpose: "A city in its own script is the same city.",
    says: "京都 3 days in May 2027 for two",
    expects: [goesTo("Kyoto"), lasts(3)],
  }),
  planned("wording", "cyrillic", {
    city: "Prague",
    purpose: "A city in another people's script is the same city.",
    says: "Прага, 10-13 May 2027, 2 people",
    expects: [goesTo("Prague"), travelsOn("2027-05-10", "2027-05-13")],
  }),
  planned("wording", "shorthand", {
    city: "Rome",
    purpose: "Letters for nights and people are read.",
    says: "pls plan 3d rome mid june 2ppl 1500 eur museums + gelato no rush thx",
    expects: [lasts(3), travellers(2), budgetIs(1_500, "EUR"), staysWithin("2027-06-08", "2027-06-22")],
  }),
  planned("wording", "emoji", {
    city: "Tokyo",
    purpose: "Pictures between words hide none of them.",
    says: "✈️ Tokyo 🗼 4 days 🌸 april 2027, 2 ppl 🍣 ramen + temples",
    expects: [goesTo("Tokyo"), lasts(4), atLeast(1, "temples_shrines")],
  }),
  planned("wording", "german-name", {
    city: "Vienna",
    purpose: "A city's own name in an English sentence is found.",
    says: "wien 3 days from 11 may 2027, two of us, palaces + coffee houses",
    expects: [goesTo("Vienna"), atLeast(1, "palaces_castles"), travellers(2)],
  }),
  planned("wording", "shouting", {
    city: "Sydney",
    purpose: "Capitals and exclamation marks change nothing.",
    says: "SYDNEY!!! 5 DAYS FROM 1 MARCH 2027!!! ME AND MY BROTHER!!! BEACHES!!!",
    expects: [goesTo("Sydney"), travellers(2), lasts(5), atLeast(1, "beaches")],
  }),
  planned("wording", "changed-mind", {
    city: "Porto",
    purpose: "Who corrects themselves in the middle means the later word.",
    says: "Lisbon, no wait, Porto! 3 days from 10 May 2027 for two, sorry, for three people",
    expects: [goesTo("Porto"), travellers(3), lasts(3)],
  }),
  planned("wording", "city-and-theme", {
    city: "Berlin",
    purpose: "A city with what it is visited for behind it is still that city.",
    says: "Berlin museums, Saturday 8 to Monday 10 May 2027, one person",
    expects: [goesTo("Berlin"), travelsOn("2027-05-08", "2027-05-10"), atLeast(3, "museums")],
  }),
  planned("wording", "in-so-many-days", {
    city: "Prague",
    purpose: "In nine days from a date is a length and not a time from today.",
    says: "Prague, Vienna and Budapest in 9 days from 1 June 2027, two people",
    expects: [goesTo("Prague", "Vienna", "Budapest"), lasts(9), travellers(2)],
  }),
  questioned("wording", "no-dates", {
    city: "Rome",
    purpose: "Without any hint of when there is nothing to plan, and a question to ask.",
    says: "I would like to go to Rome",
    expects: [asksAbout("dates", /\bwhen\b/i), refusesWith("needs_input"), didNotCall("create_trip")],
  }),
  questioned("wording", "country-only", {
    city: null,
    purpose: "A country is no city: which one is asked, and its name is said back.",
    says: "Two weeks in Portugal in May 2027 for two",
    expects: [asksAbout("the city", /which city/i), mentions("Portugal"), refusesWith("needs_input")],
  }),
  questioned("wording", "nothing-but-hello", {
    city: null,
    purpose: "A greeting is answered with what to say, and plans nothing.",
    says: "Hello there!",
    expects: [asksAbout("where and when", /\bwhere\b/i), didNotCall("create_trip")],
  }),
  planned("wording", "completed-in-two-turns", {
    city: "Rome",
    purpose: "What was missing may be said after the question, and what was said first still counts.",
    says: ["I would like to go to Rome with my wife, we love ruins", "4 to 7 May 2027"],
    expects: [goesTo("Rome"), travelsOn("2027-05-04", "2027-05-07"), travellers(2), atLeast(1, "archaeology")],
  }),
];
