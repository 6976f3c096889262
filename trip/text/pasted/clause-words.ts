/** What a clause says is done: visited, merely passed or mentioned, slept, travelled, rested. */

const near = (pattern: string): RegExp =>
  new RegExp(
    `(?:^|[^\\p{L}])(?:${pattern})\\s*(?:(?:the|a|an|its|famous|iconic|historic|nearby|beautiful|old|la|le|el|il|o|a)\\s+){0,3}["'(]?$`,
    "iu",
  );

/** Right before a name: it is where something else is, or was, and nobody goes there now. */
const ASIDE = near(
  "near(?:by)?|near to|close to|next to|beside|besides|behind|opposite|across from|facing|overlook(?:s|ing)|views? (?:of|over|towards?|across|to)|looking (?:over|at|towards?)|look(?:s)? (?:over|out over)|vistas? of|sight of|backdrop of|around the corner from|steps (?:away )?from|away from|walk from|ride from|minutes? from|min from|from|between|below|beneath|inspired by|home (?:to|of)|adjacent to|leaving|after(?: visiting| seeing| exploring)?|instead of|skip|avoid|part of|famous for|tickets? (?:for|to)|combin(?:ed|o) (?:ticket )?with|similar to|alternative to|rather than|side of|foot of|outskirts of|return(?:ing)? to|back to|passing|pass by|past|walk(?:ing)? by|out of|designed by|built by|not far from|known as|called|nicknamed|in the shadow of|en route to|on the way to|towards?|served at|station at|metro|stop at the end|or",
);
/** "Views from" is where one stands. */
const STANDING = near(
  "views? from|view from|sunset (?:from|at|over from)|panoramas? from|photos? from|lookout (?:from|at)",
);

export function isAside(before: string): boolean {
  return ASIDE.test(before) && !STANDING.test(before);
}

const VISIT = near(
  "visit(?:ing)?|explor(?:e|ing)|discover|see|seeing|tour(?:ing)?(?: of| at)?|admire|enjoy|climb(?:ing)?(?: up| to)?|ascend|wander(?:ing)?(?: (?:through|around|along|down|into))?|stroll(?:ing)?(?: (?:through|around|along|down|across|over|in))?|walk(?:ing)?(?: (?:to|through|around|along|across|over|down|up(?: to)?|into))?|head(?:ing)?(?: (?:over|back|up|down|out|on|straight))?(?: to)?|continu(?:e|ing)(?: (?:on|over))?(?: to)?|go(?:ing)?(?: (?:over|up|down|on|inside))?(?: to)?|mov(?:e|ing) on to|proceed(?:ing)? to|stop(?:ping)?(?: (?:by|at|off at|in at|for \\p{L}+ at))?|start(?:ing)?(?: (?:at|with|from|in|off at|your day at|your day with|the day at|the day with|the morning at))?|begin(?:ning)?(?: (?:at|with|your day at|your day with|the day at|the day with))?|arriv(?:e|ing) at|end(?:ing)?(?: (?:at|with|the day at|your day at|up at))?|finish(?:ing)?(?: (?:at|with|the day at))?|tak(?:e|ing)(?: in)?|rid(?:e|ing)|cross(?:ing)?(?: over)?|check(?:ing)? out|hit|catch(?:ing)?|spend .{3,40} (?:at|in)|marvel at|don't miss|do not miss|at|into|inside|to|via|watch .{3,30} (?:at|from)|sunset (?:at|from)|views? from|tackle|pop into|drop by|swing by|browse|shop(?:ping)? at|photo stop at|guided tour of|entry to|entrance to|queue for|up|with|in",
);
/** Another of a list: "A, B and C", "A → B", "A + B". */
const LISTED =
  /^[\s)]*(?:\([^)]*\)\s*)?(?:,|&|\+|\/|;|-|and|plus|as well as|,\s*and|and the|,\s*the|& the|and (?:nearby|adjacent|adjoining|neighbou?ring)|with)\s*(?:(?:the|nearby|adjacent|its)\s+){0,2}["'(]?$/iu;

export function isVisitCue(before: string): boolean {
  return VISIT.test(before);
}

export function isListed(between: string): boolean {
  return LISTED.test(between) || between.trim() === "";
}

export const CHECK_IN =
  /\bcheck(?:ing)?[- ]?in(?:to)?\b(?! (?:desk|online))|\bdrop (?:off )?(?:your |our |the )?(?:bags?|luggage|suitcases?)\b|\bsettle in(?:to)?\b/iu;
export const CHECK_OUT = /\bcheck(?:ing)?[- ]?out\b(?= of| from| and|,|\.|:|\)|$| \()/iu;
export const FLIGHT = /\b(?:flights?|fly(?:ing)?|flies|plane)\b/iu;
export const LANDING =
  /\b(?:arriv(?:e|al|ing)|land(?:ing)?|touch down|depart(?:ure|ing)?|head|transfer|taxi|metro|go) (?:in|at|to|from|for)? ?(?:the )?(?:\p{L}+ ){0,3}airport\b/iu;
/** Only the coming or going itself, not "arrive at the museum". */
export const ARRIVAL =
  /^[^\p{L}]*(?:[Aa]rriv(?:e|al|ing)|[Ll]and(?:ing)?|[Dd]epart(?:ure|ing)?)\b(?! at (?!(?:the )?(?:\p{Lu}{3}\b|hotel|station)))/u;
export const JOURNEY =
  /\b(?:trains?|eurostar|alfa pendular|tgv|frecciarossa|thalys|bus(?:es)?|coach(?! museum)|drive|driving|ferry|shinkansen|eurostar|rail|transfer|travel|depart(?:ure)?|metro|subway|taxi|uber)\b/iu;
export const REST =
  /\b(?:rest|relax|nap|siesta|freshen up|recharge|chill|unwind|sleep in|return to (?:the |your )?hotel|back (?:at|to) (?:the |your )?hotel|pool time|downtime|hotel break)\b/iu;
export const FREE =
  /\b(?:free time|free (?:morning|afternoon|evening|day)|at (?:your )?leisure|own pace|shopping|souvenirs?|nightlife|bar[- ]hop\p{L}*|drinks?|cocktails?|stroll\p{L}*|wander\p{L}*|roam\p{L}*|people[- ]watch\p{L}*|explore|exploring|walk(?:ing)?(?: tour)?|day trip|excursion|show|concert|cruise|class|tasting|tour|spa|sunset|beach time|picnic|photos?|optional|pack|packing|farewell|departure|arrival|welcome)\b/iu;
export const SNACK =
  /\b(?:coffee|espresso|gelato|ice[- ]cream|pastr(?:y|ies)|cake|drinks?|cocktails?|aperitivo|aperitif|snacks?|wine|beers?|tea|past[eé](?:l|is)|croissants?|hot chocolate|churros|nightcap|ginjinha|treats?|dessert)\b/iu;

/** Said before the name of what is visited; more than one may follow another. */
export const LEADING_VERB =
  /^(?:(?:and|then|also|optional|next|finally|first|now|later|,|-|:)\s*)*(?:(?:guided |private |self-guided |quick |short |early |skip-the-line |leisurely |half-day |full-day )*(?:visit(?:ing)?(?: to)?|explor(?:e|ing|ation of)|discover|see|seeing|tour(?:ing)?(?: of| at)?|admire|enjoy|climb(?:ing)?(?: up| to)?|stop(?: by| at| off at)?|start(?:ing)?(?: (?:at|with|off at|your day at|your day with|the day at|the day with|your morning at))?|begin(?:ning)?(?: (?:at|with|your day at|your day with|the day at|the day with))?|head(?:ing)?(?: (?:over|up|down|out|straight))?(?: to)?|continue(?: on)?(?: to)?|go(?: up| down| over)?(?: to)?|walk(?:ing)?(?: (?:to|through|across|over|up(?: to)?|down|around|along))?|arriv(?:e|al) at|finish(?: at| with)?|end(?: at| with)?|take(?: in)?|ride|cross|marvel at|experience|check out|hit|photo stop at|entry to|proceed to|move on to|drop by|swing by|pop into|morning at|afternoon at|evening at|sunset at|attraction|activity|sight|must-see|stop \d+)\s*:?\s+)+/iu;
export const STROLLING =
  /\b(?:stroll\p{L}*|wander\p{L}*|roam\p{L}*|walk(?:ing)? (?:around|through|along|in|the)|explor\p{L}*|shop(?:ping)?|browse|relax\p{L}*|nightlife|neighbou?rhoods?|district|quarter|streets? of|area|old town|day trip|excursion|drinks?|bars?|vibe|cruise|class|show|tasting|walking tour|food tour|bike tour|boat|departure|arrival|transfer)\b/iu;
