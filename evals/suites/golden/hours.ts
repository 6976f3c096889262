/** Doors: closed weekdays, public holidays, short Fridays, seasons, and days that are free. */
import { goesTo } from "../../expectations/cities.ts";
import { visitedBetween } from "../../expectations/clock.ts";
import { travelsOn } from "../../expectations/dates.ts";
import { atLeast } from "../../expectations/kinds.ts";
import { atLeastVisits } from "../../expectations/pace.ts";
import { everyDoorOpen } from "../../expectations/rules.ts";
import { avoids, notOnA, notOnDate, sees } from "../../expectations/sights.ts";
import type { Sample } from "../../sample.ts";
import { planned } from "./ask.ts";

export const HOURS: readonly Sample[] = [
  planned("hours", "monday-in-berlin", {
    city: "Berlin",
    purpose: "Museums that are closed on Mondays are seen on the other day.",
    says: "Berlin, Sunday 9 and Monday 10 May 2027, one person. We must see the Neues Museum and the Alte Nationalgalerie",
    expects: [
      sees("Neues Museum"),
      sees("Alte Nationalgalerie"),
      notOnA("monday", "Neues Museum"),
      notOnA("monday", "Nationalgalerie"),
    ],
  }),
  planned("hours", "tuesday-in-paris", {
    city: "Paris",
    purpose: "The Louvre is closed on Tuesdays and Orsay on Mondays: only one split of the days works.",
    says: "Paris, Monday 10 and Tuesday 11 May 2027, two people, the Louvre and the Musée d'Orsay are musts",
    expects: [notOnA("tuesday", "Louvre"), notOnA("monday", "Orsay"), sees("Louvre"), sees("Orsay")],
  }),
  planned("hours", "christmas", {
    city: "London",
    purpose: "On Christmas Day almost everything is shut, and nothing shut is planned.",
    says: "London over Christmas, 24 to 26 December 2026, two people",
    expects: [
      travelsOn("2026-12-24", "2026-12-26"),
      notOnDate("2026-12-25", "British Museum"),
      notOnDate("2026-12-25", "Tower of London"),
      everyDoorOpen(),
    ],
  }),
  planned("hours", "first-of-may", {
    city: "Lisbon",
    purpose: "The first of May shuts the monastery, which is seen on another day.",
    says: "Lisbon from 30 April to 2 May 2027, two people, must see Jerónimos Monastery",
    expects: [sees("Jerónimos"), notOnDate("2027-05-01", "Jerónimos"), everyDoorOpen()],
  }),
  planned("hours", "thanksgiving", {
    city: "Chicago",
    purpose: "A holiday that moves with the calendar is found: Thanksgiving of 2027 is 25 November.",
    says: "Chicago, 24 to 26 November 2027, family of four with kids 8 and 11, Field Museum and Art Institute are musts",
    expects: [sees("Field Museum"), notOnDate("2027-11-25", "Field Museum"), notOnDate("2027-11-25", "Art Institute")],
  }),
  planned("hours", "friday-prayers", {
    city: "Marrakesh",
    purpose: "Short Fridays are kept: the souks pause at noon.",
    says: "Marrakesh, Thursday 13 to Saturday 15 May 2027, two people, souks and gardens",
    expects: [everyDoorOpen(), atLeast(1, "markets"), atLeast(1, "gardens")],
  }),
  planned("hours", "market-mornings", {
    city: "Venice",
    purpose: "A market that ends at noon is seen in the morning, and not on Sunday or Monday.",
    says: "Venice, Saturday 15 to Tuesday 18 May 2027, two people, must see the Rialto Market",
    expects: [
      sees("Rialto Market"),
      visitedBetween("Rialto Market", "07:30", "11:30"),
      notOnA("sunday", "Rialto Market"),
      notOnA("monday", "Rialto Market"),
    ],
  }),
  planned("hours", "sunday-fair", {
    city: "Buenos Aires",
    purpose: "A fair that is held on Sundays is seen on the Sunday.",
    says: "Buenos Aires, Friday 14 to Monday 17 May 2027, one person, must see the San Telmo Sunday Fair",
    expects: [
      sees("San Telmo Sunday Fair"),
      notOnA("saturday", "San Telmo Sunday Fair"),
      notOnA("monday", "San Telmo Sunday Fair"),
      notOnA("friday", "San Telmo Sunday Fair"),
    ],
  }),
  planned("hours", "sunday-vatican", {
    city: "Rome",
    purpose: "The Vatican Museums are shut on most Sundays and seen on the Saturday.",
    says: "Rome, Saturday 15 and Sunday 16 May 2027, two people, must see the Vatican Museums",
    expects: [sees("Vatican Museums"), notOnDate("2027-05-16", "Vatican Museums")],
  }),
  planned("hours", "winter-season", {
    city: "Copenhagen",
    purpose: "What is shut for the season stays out of a winter plan.",
    says: "Copenhagen, 1 to 3 March 2027, two people, castles and museums",
    expects: [avoids("Tivoli Gardens"), atLeastVisits(5), everyDoorOpen(), notOnA("monday", "Rosenborg Castle")],
  }),
  planned("hours", "new-year", {
    city: "Tokyo",
    purpose: "The new year shuts Tokyo's museums for days, and shrines stay open.",
    says: "Tokyo, 30 December 2026 to 2 January 2027, two people, shrines and museums",
    expects: [
      notOnDate("2026-12-31", "National Museum of Nature"),
      avoids("Ueno Zoo"),
      atLeast(2, "temples_shrines"),
      goesTo("Tokyo"),
    ],
  }),
];
