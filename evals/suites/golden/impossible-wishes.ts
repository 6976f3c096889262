/**
 * One wish that cannot be met among others that can: a sight that is shut on all days or has steps, a table that nobody
 * sets, too much for one day. A plan may stand, as long as it says what is not in it, why, and how it could be.
 */
import { mentions } from "../../expectations/answers.ts";
import { neverAfter } from "../../expectations/clock.ts";
import { atMost } from "../../expectations/kinds.ts";
import { eats, noKnownSteps } from "../../expectations/needs.ts";
import { offersWayOut } from "../../expectations/refusals.ts";
import { everyDoorOpen } from "../../expectations/rules.ts";
import { avoids, seesSomeOf } from "../../expectations/sights.ts";
import type { Sample } from "../../sample.ts";
import { excused } from "./ask.ts";

const CLOSED = mentions(/clos|shut|not open|does not open/i, "that it is closed");
const OTHER_DAY = offersWayOut(
  "another day, or without it",
  /add a day|another day|other dates|different day|do without|drop|one more day/i,
);

export const IMPOSSIBLE_WISHES: readonly Sample[] = [
  excused("louvre-on-tuesday", {
    city: "Paris",
    purpose: "A museum that is shut on the only day is not planned, and the answer says why.",
    says: "One day in Paris, Tuesday 11 May 2027, two people, we must see the Louvre",
    expects: [avoids("Louvre"), mentions("Louvre"), CLOSED, OTHER_DAY],
  }),
  excused("prado-at-christmas", {
    city: "Madrid",
    purpose: "A holiday on the only day shuts the one sight that was asked for.",
    says: "One day in Madrid, 25 December 2026, one person, must see the Prado Museum",
    expects: [avoids("Prado Museum"), mentions("Prado"), CLOSED, OTHER_DAY],
  }),
  excused("two-closed-on-monday", {
    city: "Florence",
    purpose: "Two sights are shut on the only day: both are named.",
    says: "One day in Florence, Monday 10 May 2027, two people, must see the Uffizi Gallery and the Accademia Gallery",
    expects: [avoids("Uffizi"), avoids("Accademia Gallery"), mentions("Uffizi"), mentions("Accademia"), CLOSED],
  }),
  excused("vatican-on-sunday", {
    city: "Rome",
    purpose: "Open on the last Sunday of the month is closed on the third.",
    says: "Rome on Sunday 16 May 2027, one day, two people, must see the Vatican Museums",
    expects: [avoids("Vatican Museums"), mentions("Vatican"), CLOSED],
  }),
  excused("island-in-winter", {
    city: "Dubrovnik",
    purpose: "Out of season is closed on all days of the trip, and the season is the way out.",
    says: "Dubrovnik, 12 and 13 January 2027, two people, must see Lokrum Island",
    expects: [avoids("Lokrum"), mentions("Lokrum"), CLOSED, everyDoorOpen()],
  }),
  excused("wheelchair-walls", {
    city: "Dubrovnik",
    purpose: "A wheelchair outweighs a wish: the walls have steps, and that is said.",
    says: "Dubrovnik, 8 and 9 June 2027, two people, one in a wheelchair, must see the Dubrovnik City Walls",
    expects: [
      avoids("City Walls"),
      noKnownSteps(),
      mentions(/walls/i, "the walls"),
      mentions(/wheelchair|step|access/i, "access"),
    ],
  }),
  excused("wheelchair-tower", {
    city: "Berlin",
    purpose: "The tower that takes no wheelchairs stays out, with the reason.",
    says: "Berlin in a wheelchair, 2 days from 7 June 2027, one person, must see the Berlin TV Tower",
    expects: [
      avoids("TV Tower"),
      noKnownSteps(),
      mentions(/tv tower/i, "the tower"),
      mentions(/wheelchair|step|access/i, "access"),
    ],
  }),
  excused("eiffel-in-lisbon", {
    city: "Lisbon",
    purpose: "A sight of another city is not faked in this one.",
    says: "3 days in Lisbon from 10 May 2027 for two, must see the Eiffel Tower",
    expects: [
      avoids("Eiffel"),
      mentions(/Eiffel/, "the Eiffel Tower"),
      mentions(/could not find|not in Lisbon|is in Paris|leaves it out|not there|far/i, "why it is not there"),
    ],
  }),
  excused("six-musts-in-a-day", {
    city: "Rome",
    purpose:
      "More musts than a day holds: those that fit are seen, those that do not are named, and a day more is offered.",
    says: "One day in Rome, Wednesday 12 May 2027, two people. We must see the Colosseum, the Roman Forum, the Vatican Museums, the Borghese Gallery, the Capitoline Museums and the Baths of Caracalla.",
    expects: [
      seesSomeOf(2, ["Colosseum", "Roman Forum", "Vatican Museums", "Borghese", "Capitoline", "Baths of Caracalla"]),
      everyDoorOpen(),
      mentions(/no room|not (?:all )?fit|cannot|left out|leaves? out|without/i, "that not all fits"),
      offersWayOut("a day more or fewer musts", /add a day|one more day|another day|drop|longer/i),
    ],
  }),
  excused("kosher-in-dubrovnik", {
    city: "Dubrovnik",
    purpose: "No kosher table is known there: none is made up, and that is said.",
    says: "Dubrovnik 7 to 9 June 2027 for two, kosher meals only",
    expects: [eats("kosher"), mentions("kosher"), mentions(/no |not |none|without/i, "that none is known")],
  }),
  excused("museums-without-museums", {
    city: "Vienna",
    purpose: "Two wishes that contradict each other are asked about or one of them is named as not kept.",
    says: "Vienna, 10 to 12 May 2027, two people: only museums, and no museums at all",
    expects: [
      mentions(/museum/i, "museums"),
      mentions(/both|contradict|which|at once|cannot|either|no museums|without museums/i, "the contradiction"),
    ],
  }),
  excused("four-musts-three-hours", {
    city: "Barcelona",
    purpose: "Three hours in a city have no room for four big sights, and nothing is planned beyond them.",
    says: "One day in Barcelona, Wednesday 12 May 2027, two people. We arrive at 10:00 and have to leave at 13:00. We must see the Sagrada Família, Park Güell, the Picasso Museum and Casa Batlló.",
    expects: [
      neverAfter("13:00"),
      atMost(3, "culture_history"),
      mentions(/no room|not (?:all )?fit|cannot|left out|leaves? out|without|drop/i, "that not all fits"),
    ],
  }),
  excused("thirty-sights-a-day", {
    city: "Paris",
    purpose: "A number of sights that no day holds is not pretended.",
    says: "Paris, 2 days from 17 May 2027, one person, at least 30 museums a day",
    expects: [everyDoorOpen(), atMost(30, "museums"), mentions(/\b30\b|thirty/i, "the number that was asked for")],
  }),
];
