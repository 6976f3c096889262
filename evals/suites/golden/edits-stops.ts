/** Talk about single stops of a plan: moved, dropped, replaced, added, locked, put off, and taken back. */
import { didCall, mentions } from "../../expectations/answers.ts";
import {
  comesIn,
  daysSwapped,
  goesOut,
  isLocked,
  isMarked,
  locksHold,
  mealAt,
  movedTo,
  nothingChanges,
  onlyDaysChange,
  onlyItsDaysChange,
  othersKeepTheirTimes,
  othersStay,
  replaced,
  restoresTurn,
  startsAt,
} from "../../expectations/edits.ts";
import { notOnDate, sees } from "../../expectations/sights.ts";
import type { Sample } from "../../sample.ts";
import { edited } from "./ask.ts";

/** Wednesday to Friday. */
const LISBON =
  "Lisbon, 12 to 14 May 2027, two people. Must see Jerónimos Monastery, the Lisbon Oceanarium and São Jorge Castle.";
/** Thursday to Saturday. */
const PORTO = "Porto, 13 to 15 May 2027, two people. Must see Livraria Lello, Bolhão Market and Porto Cathedral.";
const VIENNA =
  "Vienna, 17 to 19 May 2027, two people. Must see Schönbrunn Palace, the Albertina and St Stephen's Cathedral.";

const MOVED: readonly Sample[] = [
  edited("move-to-weekday", {
    city: "Lisbon",
    purpose: "A stop goes to the weekday that was said, and the days it does not touch stay as they are.",
    says: [LISBON, "move the oceanarium to Wednesday"],
    expects: [movedTo("Oceanarium", 1), onlyItsDaysChange("Oceanarium"), othersStay("Oceanarium")],
  }),
  edited("move-to-first-day", {
    city: "Vienna",
    purpose: "A stop goes to a day by its number.",
    says: [VIENNA, "put Schönbrunn Palace on day 1", "yes"],
    expects: [movedTo("Schönbrunn Palace", 1), onlyItsDaysChange("Schönbrunn Palace"), sees("Albertina")],
  }),
  edited("move-misspelt", {
    city: "Lisbon",
    purpose: "A slip in a stop's name moves the stop that was meant, or asks first.",
    says: [LISBON, "mvoe the oceanarim to thursday", "yes", "yes"],
    expects: [movedTo("Oceanarium", 2), onlyItsDaysChange("Oceanarium"), sees("Jerónimos")],
  }),
  edited("move-to-hour", {
    city: "Porto",
    purpose: "An hour is kept to the minute.",
    says: [PORTO, "visit Livraria Lello at 15:00"],
    expects: [startsAt("Livraria Lello", "15:00"), onlyItsDaysChange("Livraria Lello")],
  }),
  edited("move-outside-trip", {
    city: "Lisbon",
    purpose: "A day that the trip does not have is refused, with the days that it has.",
    says: [LISBON, "move the castle to Monday"],
    expects: [nothingChanges(), mentions(/Wed|12 May|day 1|Friday|14 May/, "the days of the trip")],
  }),
  edited("swap-days", {
    city: "Vienna",
    purpose: "Two days change places and nothing is lost.",
    says: [LISBON, "swap day 1 and day 2"],
    expects: [daysSwapped(1, 2), onlyDaysChange(1, 2), othersStay()],
  }),
  edited("dinner-hour", {
    city: "Lisbon",
    purpose: "A meal is a stop like others: only its evening changes.",
    says: [LISBON, "move dinner on Thursday to 20:00"],
    expects: [mealAt(2, "20:00"), onlyDaysChange(2), othersStay()],
  }),
  edited("which-dinner", {
    city: "Vienna",
    purpose: "A word that fits several stops is asked about, and the answer finishes the wish.",
    says: [VIENNA, "move dinner to 20:00", "the one on day 2"],
    expects: [mealAt(2, "20:00"), othersStay()],
  }),
];

const DROPPED: readonly Sample[] = [
  edited("drop", {
    city: "Porto",
    purpose: "After a yes the stop is gone, and everything else keeps its time.",
    says: [PORTO, "drop Porto Cathedral", "yes"],
    expects: [goesOut("Porto Cathedral"), othersStay("Porto Cathedral"), othersKeepTheirTimes("Porto Cathedral")],
  }),
  edited("drop-by-kind", {
    city: "Porto",
    purpose: "The kind of a sight names the one whose name has it, before any that is merely like it.",
    says: [PORTO, "drop the cathedral", "yes"],
    expects: [goesOut("Porto Cathedral"), othersStay("Porto Cathedral")],
  }),
  edited("drop-declined", {
    city: "Porto",
    purpose: "After a no the plan is what it was.",
    says: [PORTO, "drop Porto Cathedral", "no"],
    expects: [nothingChanges(), restoresTurn(1)],
  }),
  edited("drop-unasked", {
    city: "Lisbon",
    purpose: "Before the yes nothing is taken away, and the question names the stop.",
    says: [LISBON, "drop the castle"],
    expects: [restoresTurn(1), nothingChanges()],
  }),
  edited("replace-by-name", {
    city: "Lisbon",
    purpose: "One sight takes another's place by name.",
    says: [LISBON, "replace the castle with the National Tile Museum", "yes"],
    expects: [goesOut("São Jorge Castle"), comesIn("Tile Museum"), othersStay("São Jorge Castle")],
  }),
  edited("replace-by-anything", {
    city: "Vienna",
    purpose: "Something else is something else, on the same day.",
    says: [LISBON, "replace the oceanarium with something else", "yes"],
    expects: [replaced("Oceanarium"), onlyItsDaysChange("Oceanarium"), othersStay("Oceanarium")],
  }),
  edited("skipped", {
    city: "Porto",
    purpose: "What was skipped stays on record as skipped and is not planned.",
    says: [PORTO, "we skipped the market", "yes"],
    expects: [isMarked("Bolhão Market", "skipped"), othersStay("Bolhão Market")],
  }),
  edited("been-there", {
    city: "Lisbon",
    purpose: "What was seen is marked as seen, and nothing moves.",
    says: [LISBON, "we've been to the monastery"],
    expects: [isMarked("Jerónimos", "completed"), othersKeepTheirTimes("Jerónimos")],
  }),
  edited("put-off", {
    city: "Vienna",
    purpose: "Putting off keeps the old entry as history and plans the sight on the later day.",
    says: [PORTO, "postpone Livraria Lello to Saturday", "yes"],
    expects: [isMarked("Livraria Lello", "delayed"), comesIn("Livraria Lello", 3), othersStay("Livraria Lello")],
  }),
];

const ADDED: readonly Sample[] = [
  edited("add-on-day", {
    city: "Lisbon",
    purpose: "A sight by name comes in on the day that was said.",
    says: [LISBON, "add the National Tile Museum on day 2", "yes"],
    expects: [comesIn("Tile Museum", 2), onlyDaysChange(2), sees("Jerónimos")],
  }),
  edited("add-unknown", {
    city: "Porto",
    purpose: "A sight that nobody knows is not made up.",
    says: [PORTO, "add the Blorp Museum on day 2"],
    expects: [nothingChanges(), mentions("Blorp")],
  }),
  edited("closed-that-day", {
    city: "Lisbon",
    purpose: "The traveller knows of a closed day that the catalogue does not.",
    says: [LISBON, "the oceanarium is closed on Friday", "yes"],
    expects: [notOnDate("2027-05-14", "Oceanarium"), othersStay("Oceanarium")],
  }),
];

const KEPT: readonly Sample[] = [
  edited("lock-and-replan", {
    city: "Lisbon",
    purpose: "What is locked stays to the minute when all the rest is planned anew.",
    says: [LISBON, "lock the castle", "plan it again", "yes"],
    expects: [isLocked("São Jorge Castle"), locksHold()],
  }),
  edited("lock-and-rain", {
    city: "Vienna",
    purpose: "Rain moves what is out of doors, but not what is locked.",
    says: [VIENNA, "lock Schönbrunn Palace", "it will rain on Wednesday", "yes"],
    expects: [isLocked("Schönbrunn Palace"), locksHold()],
  }),
  edited("undo-move", {
    city: "Lisbon",
    purpose: "Undo after a move brings back the plan item by item.",
    says: [LISBON, "move the oceanarium to Thursday", "yes", "undo that"],
    expects: [restoresTurn(1), mentions(/as it was|back|undone/i, "that it is undone"), didCall("select_itinerary")],
  }),
  edited("undo-drop", {
    city: "Porto",
    purpose: "Undo after a removal brings the stop back with its key and time.",
    says: [PORTO, "drop Porto Cathedral", "yes", "undo that"],
    expects: [restoresTurn(1), comesIn("Porto Cathedral"), didCall("select_itinerary")],
  }),
  edited("two-at-once", {
    city: "Porto",
    purpose: "Two wishes in a sentence are both carried out.",
    says: [PORTO, "move Livraria Lello to Saturday and drop Porto Cathedral", "yes"],
    expects: [
      movedTo("Livraria Lello", 3),
      goesOut("Porto Cathedral"),
      othersStay("Porto Cathedral", "Livraria Lello"),
    ],
  }),
];

export const EDITS_OF_STOPS: readonly Sample[] = [...MOVED, ...DROPPED, ...ADDED, ...KEPT];
