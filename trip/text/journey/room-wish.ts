/** Which kind of room: an entire place, a private room, a shared one, or anything that is not shared. */
import type { RoomWish } from "../../schedule/journey/request.ts";
import { phrase } from "../reading.ts";
import { afterCorrections } from "./corrections.ts";
import type { Span } from "./request-text.ts";
import { stanceOf } from "./stance.ts";

type Kind = "entire room" | "private room" | "shared room";

const ROOM =
  "(?:rooms?|bedrooms?|ones?|homes?|houses?|apartments?|apts?|places?|units?|flats?|accommodations?|lodgings?|propert(?:y|ies)|condos?|suites?|spaces?|quarters|cabins?|villas?|stays?)";
const FEW_WORDS = "(?:[\\p{L}'/-]+ ){0,3}?";

const MENTIONS: readonly { kind: Kind; pattern: RegExp }[] = [
  {
    kind: "entire room",
    pattern: phrase(
      `(?:entire|whole)[ -]${FEW_WORDS}${ROOM}|${ROOM} (?:must be |should be |to be |that are |that is |which are |being )?entire(?:ly ours)?|(?:an )?entire (?:space|one)|(?:home|house|apartment|place|unit|flat|space|accommodations?|lodgings?)s? (?:all |entirely )?to (?:ourselves|myself)`,
    ),
  },
  {
    kind: "private room",
    pattern: phrase(
      `private(?:ly)?[ -]${FEW_WORDS}${ROOM}|(?:${ROOM}) ${FEW_WORDS}private|(?:our|my) own rooms?|rooms? of (?:our|my) own`,
    ),
  },
  {
    kind: "shared room",
    pattern: phrase(
      `(?:un|non-?)?shared(?! (?:rides?|taxis?|cars?|love|interests?|costs?|bathrooms?|kitchens?|meals?|passion|transport\\w*))(?:[ -]${ROOM})?|(?:share|sharing) ${FEW_WORDS}(?:${ROOM}|strangers|others|other people)|rooms?[- ]sharing|dorm(?:s|itory|itories)?|communal ${ROOM}`,
    ),
  },
];

interface Mention extends Span {
  kind: Kind;
  isRefused: boolean;
  isWanted: boolean;
}

function readMention(text: string, kind: Kind, match: RegExpExecArray): Mention {
  const span = { start: match.index, end: match.index + match[0].length };
  const stance = stanceOf(text, span);
  const isUnshared = /^un/i.test(match[0]) && stance === "wanted";
  return { kind, ...span, isRefused: stance === "refused" || isUnshared, isWanted: stance === "wanted" && !isUnshared };
}

export function readRoomWish(text: string): RoomWish | null {
  const all = MENTIONS.flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)].map((match) => readMention(text, kind, match)),
  );
  const mentions = afterCorrections(text, all);
  const wanted = mentions.filter(({ isWanted }) => isWanted);
  const isSharedRefused = mentions.some(({ kind, isRefused }) => kind === "shared room" && isRefused);
  const kinds = new Set(wanted.map(({ kind }) => kind));
  /** "Private or entire, only not shared". */
  if (isSharedRefused && kinds.has("private room") && kinds.has("entire room")) return "not shared room";
  return wanted[0]?.kind ?? (isSharedRefused ? "not shared room" : null);
}
