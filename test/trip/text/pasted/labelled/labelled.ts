/**
 * The labelled itineraries: what a reader of pasted plans must find in texts as chatbots, agencies,
 * bloggers and friends write them. Places and hours are the built-in catalogue's; the texts are
 * invented, and so is every fault in them. Three rules keep a label unambiguous:
 * - `places` stand in the order of the text. A place named outside the plan (an introduction, a tip)
 *   has no label: it is no visit, and nothing is asked of it.
 * - Times that a text leaves open are no fault. Where it gives a start alone, the plan holds with the
 *   catalogue's usual length of a visit.
 * - Where no fault is labelled, none is there: `trip/check` passes the plan as it was written down.
 */
import type { ViolationCode } from "../../../../../trip/verdict.ts";
import { AGENCIES_BEYOND } from "./agencies-beyond.ts";
import { AGENCIES_EUROPE } from "./agencies-europe.ts";
import { BLOGS } from "./blogs.ts";
import { CHATGPT_BEYOND } from "./chatgpt-beyond.ts";
import { CHATGPT_EUROPE } from "./chatgpt-europe.ts";
import { CHATS } from "./chats.ts";
import { CLAUDE_BEYOND } from "./claude-beyond.ts";
import { CLAUDE_EUROPE } from "./claude-europe.ts";
import { GEMINI_BEYOND } from "./gemini-beyond.ts";
import { GEMINI_EUROPE } from "./gemini-europe.ts";
import { NEW_CITIES } from "./new-cities.ts";
import { NOTES } from "./notes.ts";
import { PERPLEXITY } from "./perplexity.ts";
import { TABLES_AND_LISTS } from "./tables-and-lists.ts";

export interface LabelledPlace {
  /** An exact part of the text. */
  mention: string;
  /** The catalogue's name; `null` is not in the catalogue and must not be resolved. */
  place: string | null;
  city: string;
}

export interface LabelledFault {
  code: ViolationCode;
  /** The mention it is about; `null` for a day or the whole trip. */
  mention: string | null;
  /** As the text counts days; `null` for the whole trip. */
  day: number | null;
}

export interface LabelledItinerary {
  name: string;
  style: string;
  today: string;
  /** What the traveller adds; only where the text itself has no dates. */
  startDate: string | null;
  /** Catalogue names, in the order of the trip. */
  cities: readonly string[];
  text: string;
  places: readonly LabelledPlace[];
  faults: readonly LabelledFault[];
}

export const LABELLED: readonly LabelledItinerary[] = [
  ...AGENCIES_BEYOND,
  ...AGENCIES_EUROPE,
  ...BLOGS,
  ...CHATGPT_BEYOND,
  ...CHATGPT_EUROPE,
  ...CHATS,
  ...CLAUDE_BEYOND,
  ...CLAUDE_EUROPE,
  ...GEMINI_BEYOND,
  ...GEMINI_EUROPE,
  ...NEW_CITIES,
  ...NOTES,
  ...PERPLEXITY,
  ...TABLES_AND_LISTS,
];

/** Where each labelled mention stands in the text: the first place after the label before it. */
export function positionsOf({ text, places }: Pick<LabelledItinerary, "text" | "places">): number[] {
  let from = 0;
  return places.map(({ mention }) => {
    const at = text.indexOf(mention, from);
    if (at >= 0) from = at + mention.length;
    return at;
  });
}
