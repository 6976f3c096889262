/**
 * How people type when nobody proofreads: "me n my gf", "nxt wknd", "dont", "novmber", lists on lines of their
 * own. Written out before any rule reads it, so that a rule has to know a word in one form only. Names of places
 * are none of its business: what is corrected is a small vocabulary of time, money and wishes.
 */

import { editDistance } from "./edit-distance.ts";
import { isEveryday } from "./everyday-words.ts";

const NOT_BEFORE = "(?<![\\p{L}\\p{N}'/&-])";
const NOT_AFTER = "(?![\\p{L}\\p{N}'-])";

/** Short forms that mean one thing wherever they stand. */
const WORDS: readonly (readonly [pattern: string, full: string])[] = [
  ["n|nd|'n'|an'", "and"],
  ["u", "you"],
  ["ur", "your"],
  ["cud|cld", "could"],
  ["wud|wld", "would"],
  ["shud", "should"],
  ["wanna", "want to"],
  ["gotta", "got to"],
  ["nxt", "next"],
  ["wknds?|wkends?|w/e|w/end|week end", "weekend"],
  ["wk", "week"],
  ["wks", "weeks"],
  ["nites", "nights"],
  ["nite|nt", "night"],
  ["nts", "nights"],
  ["dys", "days"],
  ["nitelife", "nightlife"],
  ["m8s", "mates"],
  ["m8", "mate"],
  ["gr8", "great"],
  ["thru", "through"],
  ["b4", "before"],
  ["ta|thx|thnx|tks|ty|tysm|cheers", "thanks"],
  ["pls|plz|plse|pleas", "please"],
  ["sos", "help"],
  ["he+y{2,}|hii+|hell+oo+|hi+ya+|heya+", "hey"],
  ["childs|childrens|kiddos|kiddies", "children"],
  ["r(?= \\d)", "are"],
  ["pp(?= (?:in|of)\\b)", "people"],
  ["tmrw|tmr|tmw|tomoz|2moro|2morrow", "tomorrow"],
  ["2nite|tonite", "tonight"],
  ["2day", "today"],
  ["hols", "holidays"],
  ["bday|b-day", "birthday"],
  ["obvs", "obviously"],
  ["abt", "about"],
  ["rly", "really"],
  ["cuz|coz|bc", "because"],
  ["prob|probs|prolly", "probably"],
  ["def|defo", "definitely"],
  ["accom|accomm|accomodation|accomodations|acommodation", "accommodation"],
  ["restos?", "restaurants"],
  ["luv", "love"],
  ["gd", "good"],
  ["nothin", "nothing"],
  ["somethin", "something"],
  ["thinkin", "thinking"],
  ["lookin", "looking"],
  ["goin", "going"],
  ["comin", "coming"],
  ["hubby|hubs", "husband"],
  ["missus|wifey", "wife"],
  ["sth", "something"],
  ["smth", "something"],
  ["ppl", "people"],
  ["veggo", "vegetarian"],
  ["lil", "little"],
  ["fam", "family"],
  ["2gether", "together"],
  ["itin", "itinerary"],
  ["mins", "minutes"],
  ["uni", "university"],
  ["btw|lol|haha+|hehe|omg", ""],
  ["cant", "can't"],
  ["dont", "don't"],
  ["doesnt", "doesn't"],
  ["didnt", "didn't"],
  ["isnt", "isn't"],
  ["arent", "aren't"],
  ["wouldnt", "wouldn't"],
  ["wont", "won't"],
  ["havent", "haven't"],
  ["im", "i'm"],
  ["ive", "i've"],
  ["weve", "we've"],
  ["thats", "that's"],
  ["whats", "what's"],
  ["lets", "let's"],
  ["theres", "there's"],
];
const SHORT_FORMS = WORDS.map(
  ([pattern, full]) => [new RegExp(`${NOT_BEFORE}(?:${pattern})${NOT_AFTER}`, "giu"), full] as const,
);

/** Short forms whose neighbours say what they mean. */
const IN_CONTEXT: readonly (readonly [pattern: RegExp, full: string])[] = [
  [/(?<=\bw)\/ ?o (?=\p{L})/giu, "ithout "],
  [/(?<![\p{L}\p{N}])w(?:\/ ?| )(?=(?:\p{L}|\d))(?!\/)/giu, "with "],
  [
    /(?<=\b(?:trip|trips|go|going|travel|fly|flying|get|holiday|weekend|visit|back|want|like|love|have|off) )2(?= \p{L})/giu,
    "to",
  ],
  [/(?<=\p{L} )4(?= (?:me|us|my|our|\d{1,2} (?:days?|nights?|weeks?|people))\b)/giu, "for"],
  [
    /\bwere(?= (?:thinking|going|planning|looking|coming|a (?:family|group|couple)|both|flying|hoping|heading)\b)/giu,
    "we're",
  ],
  [/\bid(?= (?:like|love|prefer|want)\b)/giu, "i'd"],
  [/(?<=\bmax(?:imum)? |\babout |\bon )(\d+)ish\b/giu, "$1"],
  [/\blast min(?=\b)/giu, "last minute"],
  [/(?:\b(?:on|in) )?\bthe (?:early |late )?(?:morning|afternoon|evening|night) of (?=(?:the )?\d)/giu, "on "],
  [/&amp;/giu, "&"],
  /** A form that somebody filled in: its questions are no questions. */
  [/(?:\bwhere(?: to)?|\bcity|\bdestination|\bplace)(?: ?[:=] ?| - )/giu, "destination: "],
  [/\b(?:when|dates?)(?: ?[:=] ?| - )/giu, "dates: "],
  [
    /\b(?:how many(?: people)?|number of (?:people|travell?ers|guests|adults)|who|party(?: size)?|travell?ers|guests|people|pax|group(?: size)?)(?: ?[:=] ?| - )(?=\d+\b(?! ?(?:-|adult|kid|child|people|pax|person|grown)))/giu,
    "party of ",
  ],
  [/\bwho(?: ?[:=] ?| - )/giu, "for "],
  [/\b(?:how much|cost|money|price)(?: ?[:=] ?| - )/giu, "budget: "],
  [/\b(?:how long|length|duration|nights)(?: ?[:=] ?| - )(?=\d)/giu, "for "],
  [/\b(?:what|interests?|likes?|we like|activities)(?: ?[:=] ?| - )/giu, "interests: "],
  [
    /(?<=[\p{Script=Cyrillic}\p{Script=Greek}],?) (?:и|та|і|и потом|και) (?=[\p{Script=Cyrillic}\p{Script=Greek}])/gu,
    " and ",
  ],
  [/(?<=\p{Lo})(?:と|、|・|و )(?=\p{Lo})/gu, ", "],
];

/** Misspelt as often as they are typed. The first letter has to be right, and a city may not be near. */
const VOCABULARY =
  "january february september october november december tuesday wednesday thursday saturday weekend itinerary budget tomorrow vegetarian wheelchair museum museums restaurant restaurants accommodation beautiful adults children people friends birthday christmas honeymoon holiday vacation architecture shopping nightlife italy spain france japan germany portugal greece croatia thailand vietnam iceland ireland scotland morocco austria switzerland netherlands belgium norway sweden denmark finland brazil argentina australia canada indonesia malaysia".split(
    " ",
  );
const KNOWN = new Set(VOCABULARY);
const SHORTEST = 5;
/** As near to a word of the vocabulary as a slip, and right as they are. */
const RIGHT_AS_IT_IS =
  /^(?:augusta|granada|museo|museu|musée|musee|franca|francs?|spanish|irish|peoples?|friend|adult|child|holidays|vacations|weekends|budgets|japanese|germany|polish|norwich|norwegian|greek|swede|german|adulto|italia|finnish|greens?|spa|spas|irelands?|canadian|itineraries|architect|beautifully|christmassy|restaurante|wheelchairs|saturdays|tuesdays|thursdays|wednesdays|vegetarians|budgeted|budgie|sprain|trance|frances?|stain|again|chain|skiing|jordan|croatian|corsica|austrian|australian|brasil|brazilian)$/iu;

function corrected(word: string): string {
  const folded = word.toLowerCase();
  if (folded.length < SHORTEST || KNOWN.has(folded) || isEveryday(folded) || RIGHT_AS_IT_IS.test(folded)) return word;
  const slips = folded.length >= 8 ? 2 : 1;
  const meant = VOCABULARY.filter(
    (known) => known[0] === folded[0] && Math.abs(known.length - folded.length) <= slips,
  ).find((known) => editDistance(folded, known) <= (known.length >= 8 ? slips : 1));
  return meant ?? word;
}

const BULLET = /^\s*(?:[-*•·–—]+\s*|\(?\d{1,2}[.)]\s+)(?=\S)/u;
const GOES_ON = /(?:[,.;:!?]|\b(?:to|in|for|and|the|a|of|with|from|or|at|on|my|our|by|between|is|are))\s*$/iu;
/** A line longer than this was wrapped, not listed. */
const LONGEST_ITEM = 60;

/** Lines of a list become parts of a sentence; a line that was only wrapped goes on. */
function joinLines(text: string): string {
  const lines = text.split(/\r?\n/u).map((line) => line.trim());
  const isList = lines.filter((line) => BULLET.test(line)).length > 1;
  const bare = lines.map((line) => (isList ? line.replace(BULLET, "") : line)).filter(Boolean);
  return bare.reduce((joined, line, index) => {
    const before = bare[index - 1] ?? "";
    const goesOn = joined === "" || GOES_ON.test(joined) || (before.length > LONGEST_ITEM && !isList);
    return joined + (joined === "" ? "" : goesOn ? " " : ", ") + line;
  }, "");
}

export function writtenOut(text: string): string {
  const joined = IN_CONTEXT.reduce((rest, [pattern, full]) => rest.replace(pattern, full), joinLines(text));
  const full = SHORT_FORMS.reduce((rest, [pattern, words]) => rest.replace(pattern, words), joined);
  return full.replace(/(?<![\p{L}\p{N}'-])\p{Ll}[a-z]{4,}(?![\p{L}\p{N}'-])/gu, corrected);
}
