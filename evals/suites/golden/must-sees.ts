/** Sights that somebody insists on, has seen already, or does not want to see. */
import { visitedBetween } from "../../expectations/clock.ts";
import { avoids, insistsOn, notOnA, sees, seesOnDay, seesSomeOf } from "../../expectations/sights.ts";
import type { Sample } from "../../sample.ts";
import { planned } from "./ask.ts";

export const MUST_SEES: readonly Sample[] = [
  planned("must-sees", "three-in-paris", {
    city: "Paris",
    purpose: "Three names are three visits, each when its doors are open.",
    says: "Paris, 10 to 13 May 2027, two people. We must see the Louvre, the Musée d'Orsay and Sainte-Chapelle.",
    expects: [
      sees("Louvre"),
      sees("Orsay"),
      sees("Sainte-Chapelle"),
      notOnA("tuesday", "Louvre"),
      notOnA("monday", "Orsay"),
    ],
  }),
  planned("must-sees", "misspelt", {
    city: "Barcelona",
    purpose: "A slip in a sight's name does not lose the sight.",
    says: "barcelona 3 days from 17 may 2027, must see sagrada familla and parc guell",
    expects: [sees("Sagrada Família"), sees("Park Güell"), insistsOn("Sagrada Família")],
  }),
  planned("must-sees", "local-name", {
    city: "Munich",
    purpose: "A sight may be named as the locals do.",
    says: "Munich, 2 days from 25 May 2027 for one, must see Schloss Nymphenburg and the Alte Pinakothek",
    expects: [sees("Nymphenburg"), sees("Alte Pinakothek")],
  }),
  planned("must-sees", "on-a-day", {
    city: "Lisbon",
    purpose: "A sight that is said for a date is seen on that date.",
    says: "Lisbon 12 to 14 May 2027 for two. Jerónimos Monastery on the 13th, we have tickets.",
    expects: [seesOnDay("Jerónimos Monastery", 2), insistsOn("Jerónimos")],
  }),
  planned("must-sees", "unwanted", {
    city: "London",
    purpose: "A sight that is not wanted stays out.",
    says: "London, 3 days from 7 June 2027, two people, history, but not the Tower of London and not Madame Tussauds",
    expects: [
      avoids("Tower of London"),
      avoids("Madame Tussauds"),
      seesSomeOf(1, ["Westminster Abbey", "British Museum"]),
    ],
  }),
  planned("must-sees", "seen-already", {
    city: "Amsterdam",
    purpose: "What somebody has seen already is not shown again.",
    says: "Amsterdam 3 to 5 May 2027, 2 people, art. We have already been to the Rijksmuseum and the Van Gogh Museum.",
    expects: [
      avoids("Rijksmuseum"),
      avoids("Van Gogh Museum"),
      seesSomeOf(1, ["Stedelijk", "Rembrandt House", "Moco"]),
    ],
  }),
  planned("must-sees", "many", {
    city: "Istanbul",
    purpose: "Six names in four days all find their place, and none on its closed day.",
    says: "Istanbul 17 to 20 May 2027 for two: Hagia Sophia, Topkapi Palace, Blue Mosque, Grand Bazaar, Basilica Cistern and Dolmabahçe Palace are musts",
    expects: [
      seesSomeOf(6, ["Hagia Sophia", "Topkap", "Blue Mosque", "Grand Bazaar", "Basilica Cistern", "Dolmabahçe"]),
      notOnA("tuesday", "Topkap"),
      notOnA("monday", "Dolmabahçe"),
    ],
  }),
  planned("must-sees", "without-articles", {
    city: "Berlin",
    purpose: "Two names joined by and are two sights, whatever stands or does not stand before them.",
    says: "Berlin, 8 to 10 June 2027, one person, must see Neues Museum and Alte Nationalgalerie",
    expects: [sees("Neues Museum"), sees("Alte Nationalgalerie"), notOnA("monday", "Neues Museum")],
  }),
  planned("must-sees", "at-an-hour", {
    city: "Prague",
    purpose: "A sight at an hour is seen at that hour.",
    says: "Prague 4 to 6 May 2027, two of us, Charles Bridge at sunrise or before 9 in the morning is a must",
    expects: [sees("Charles Bridge"), visitedBetween("Charles Bridge", "05:00", "09:00")],
  }),
];
