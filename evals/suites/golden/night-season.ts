/** Evenings and seasons: what belongs after dark or to a time of the year, and what does not. */
import { outInTheEvening, visitedBetween } from "../../expectations/clock.ts";
import { includesDates, lasts, staysWithin } from "../../expectations/dates.ts";
import { atLeast } from "../../expectations/kinds.ts";
import { everyDoorOpen } from "../../expectations/rules.ts";
import { avoids, sees } from "../../expectations/sights.ts";
import type { Sample } from "../../sample.ts";
import { planned } from "./ask.ts";

export const NIGHT_AND_SEASON: readonly Sample[] = [
  planned("season", "night-market", {
    city: "Hong Kong",
    purpose: "A night market is seen at night.",
    says: "Hong Kong, 11 to 13 October 2027, two people, must see the Temple Street Night Market",
    expects: [sees("Temple Street"), visitedBetween("Temple Street", "17:00", "22:59")],
  }),
  planned("season", "short-days", {
    city: "Reykjavik",
    purpose: "A winter trip keeps winter hours.",
    says: "Reykjavik 4 to 7 January 2027 for two, hot springs and museums",
    expects: [atLeast(1, "spas"), everyDoorOpen(), lasts(4)],
  }),
  planned("season", "lokrum-in-summer", {
    city: "Dubrovnik",
    purpose: "An island that is reached from April to October is reached in June.",
    says: "Dubrovnik, 8 to 10 June 2027, a couple, must see Lokrum Island and the City Walls",
    expects: [sees("Lokrum"), sees("City Walls")],
  }),
  planned("season", "evening-jazz", {
    city: "New Orleans",
    purpose: "Live music is for the evening.",
    says: "New Orleans, 4 to 7 May 2027, two people, jazz every evening, must see Preservation Hall",
    expects: [sees("Preservation Hall"), visitedBetween("Preservation Hall", "17:00", "21:30"), outInTheEvening(2)],
  }),
  planned("season", "cherry-blossom", {
    city: "Kyoto",
    purpose: "A season of nature has its weeks.",
    says: "Kyoto for the cherry blossom 2027, 4 days, two people, gardens and temples",
    expects: [staysWithin("2027-03-20", "2027-04-20"), lasts(4), atLeast(1, "gardens")],
  }),
  planned("season", "christmas-eve", {
    city: "Vienna",
    purpose: "The days around Christmas are planned around what is shut.",
    says: "Vienna 23 to 26 December 2026, two people, palaces and churches",
    expects: [includesDates("2026-12-25"), everyDoorOpen(), atLeast(2, "palaces_castles")],
  }),
  planned("season", "summer-only-wish", {
    city: "Dubrovnik",
    purpose: "In January the island that nobody reaches is not planned.",
    says: "Dubrovnik, 12 to 14 January 2027, two people",
    expects: [avoids("Lokrum"), everyDoorOpen(), lasts(3)],
  }),
];
