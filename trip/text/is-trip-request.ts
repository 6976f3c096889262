/** Whether somebody wants a trip at all, or asks, greets, or jokes. */
import { phrase } from "./reading.ts";

export interface TripSigns {
  hasPlace: boolean;
  hasCountry: boolean;
  hasLength: boolean;
  hasWhen: boolean;
}

const TRIP_WORDS = phrase(
  "trips?|travel(?:l?ing)?|journey|holidays?|vacation|getaway|city[- ]?break|break|itinerar(?:y|ies)|honeymoon|road ?trip|visit(?:ing)?|fly(?:ing)?|go(?:ing)? to|stay(?:ing)?|tour|plan|explore|sightseeing|things to do|what to (?:do|see)|weekend|escape|staycation|excursion|adventure|days? out",
);
/** Questions about the world, and other work than planning. */
const OTHER_BUSINESS = phrase(
  "what(?:'s| is| are| was| were) (?!a good|the (?:best|ideal|perfect) (?:plan|itinerary|way to spend))|(?<![\\p{L}] )who(?:'s| is| are| was| wrote| won)|why|how (?:much|many|old|far|tall|big|long|do (?:i|you) (?:get a|apply|say|cook|make))|when(?:'s| is| was| did)|where(?:'s| is| are| was)|is it|is there|are there|is \\p{L}+ (?:safe|expensive|cheap|worth|nice|far|in)|do i need|does|did|tell me (?:a |about|the|some)|write|translate|calculate|compute|solve|explain|define|summari[sz]e|sing|joke|poem|recipe|best time to|weather|currency|exchange rate|capital of|population|visa|passport|debug|code",
);
const QUESTION_ABOUT_PLAN = phrase(
  "(?:can|could|would|will) you|plan|itinerary|suggest|i(?:'d| would)? (?:want|like|love|need)|we(?:'d| would)? (?:want|like|love|need)|looking (?:for|to)|for (?:two|\\d)",
);
/** Whatever is asked around it, these are other trades. */
const OTHER_TRADE = phrase(
  "(?:write|compose|sing|recite|tell)(?: me| us)? (?:a |an |some |the )?(?:\\p{L}+ )?(?:poems?|jokes?|songs?|stor(?:y|ies)|essays?|emails?|code|haikus?|limericks?)|translate|(?:solve|calculate|compute|debug|refactor)",
);
/** "Dunno how long": a question left open, not one that is asked. */
const LEFT_OPEN =
  /\b(?:dunno|not sure|no idea|unsure|don't know|do not know|haven't decided|undecided|flexible (?:on|about)|not decided|doesn't matter|don't (?:mind|care)|don't really know)(?: yet)? (?:about )?(?:how (?:many|much|long|far)|when|where|why|what)(?: \p{L}+)?/giu;
const GREETING =
  /^(?:hi|hello|hey|hiya|yo|thanks?|thank you|ok(?:ay)?|yes|no|good (?:morning|evening|afternoon)|bye|goodbye|cheers|test|help)\b[\s!.,?]*(?:there|you|bot|assistant)?[\s!.,?]*$/i;

export function isTripRequest(said: string, signs: TripSigns): boolean {
  const text = said.replace(LEFT_OPEN, " ");
  if (!/\p{L}/u.test(text) || GREETING.test(text)) return false;
  const hasTripWord = text.search(TRIP_WORDS) >= 0;
  if (text.search(OTHER_TRADE) >= 0 && !signs.hasLength) return false;
  const isOther = text.search(OTHER_BUSINESS) >= 0;
  if (isOther && !signs.hasLength && text.search(QUESTION_ABOUT_PLAN) < 0) return false;
  return signs.hasLength || hasTripWord || signs.hasPlace || signs.hasCountry || signs.hasWhen;
}
