/** How things turn out to be: rain, a closed place, when the party gets there and when it has to go. */

import { addDays } from "../../../calendar.ts";
import { askAbout, askWhichDay } from "../ask.ts";
import { type Clause, without } from "../clause.ts";
import type { DaySaid } from "../find-days.ts";
import { findStops, tellingWords } from "../find-stops.ts";
import { fold } from "../fold.ts";
import type { Intent } from "../intent.ts";
import type { PlanInView, StopInView } from "../plan-in-view.ts";
import { edit, type FollowUpRule } from "../rule.ts";

const RAIN =
  /\b(?:rain(?:s|ing|y)?|pour(?:s|ing)?|storm(?:s|y)?|thunderstorms?|downpours?|showers|drizzl(?:e|ing|y)|wet (?:weather|day)|bad weather|terrible weather|awful weather|weather (?:is|looks|will be|'s going to be|is going to be) (?:bad|awful|terrible|horrible|rubbish|wet|grim)|snow(?:s|ing)?|hail)\b/;
const IS_QUESTION = /^(?:will|is|does|what|how|do you|can you|could you|should|are)\b.*\?*$/;

export const rain: FollowUpRule = {
  name: "rain",
  read(clause, view) {
    if (!RAIN.test(clause.folded)) return null;
    if (IS_QUESTION.test(clause.folded) && /\?$|^(?:will|is it|does it|what)/.test(clause.folded)) {
      return /^what (?:if|should|can|do|shall|could)\b|^can we\b/.test(clause.folded) ? rainOn(clause, view) : null;
    }
    if (/\bif it rains\b/.test(clause.folded) && clause.days.length === 0) return null;
    return rainOn(clause, view);
  },
};

function rainOn({ days, folded }: Clause, view: PlanInView): Intent[] {
  if (
    days.length === 0 &&
    /\b(?:all (?:week|the time|trip|days)|every day|the whole (?:trip|time|week|stay))\b/.test(folded)
  ) {
    return [edit(view.days.map(({ day }) => ({ op: "rain", day })))];
  }
  const [first = null] = days;
  const question = askWhichDay(first, view, "Which day will it rain?");
  if (question) return [question];
  return [edit(days.flatMap((said) => said.days.map((day) => ({ op: "rain" as const, day }))))];
}

const CLOSED =
  /\b(?:(?:is|are|was|were|will be|'s|'re|be|being|might be|seems|it'?s) (?:\w+ )?(?:closed|shut|not open)|(?:isn'?t|aren'?t|won'?t be|not) open(?:ing)?|doesn'?t open|don'?t open|closes on|(?:has|have) (?:closed|shut)|shut (?:down )?(?:on|for)|closed (?:on|for|today|tomorrow)|under (?:renovation|construction|repair)|being (?:renovated|restored)|on strike)\b/;
const FOR_GOOD =
  /\b(?:permanently|for good|for renovations?|under (?:renovation|construction|repair)|being (?:renovated|restored)|until further notice|forever|all (?:week|month|year|summer|winter|season)|at the moment|these days|right now)\b/;
const CLOSED_WORDS =
  /\b(?:permanently|good|renovations?|notice|closed|shut|open(?:ing)?|heard|read|says?|said|saw|told|website|apparently|know|holidays?|public|week|month|year|summer|winter|strike|construction|seems?)\b/g;

export const closed: FollowUpRule = {
  name: "closed",
  read(clause, view) {
    if (!CLOSED.test(clause.folded)) return null;
    if (/^(?:is|are|will|when|what|does|do|which|was|were)\b/.test(clause.folded)) return null;
    const said = without(clause, new RegExp(`${CLOSED.source}|${CLOSED_WORDS.source}`, "g"));
    const found = findStops(said, view);
    const question = askAbout(found, view);
    if (question) return [question];
    const stops = found.kind === "found" ? found.stops : [];
    if (FOR_GOOD.test(clause.folded)) {
      return [edit(stops.map(({ position }) => ({ op: "remove", item: position })))];
    }
    return [edit(stops.map((stop) => ({ op: "closed", item: stop.position, ...onDay(clause.days[0], stop) })))];
  },
};

/** "Closed on Monday" of a stop that is on another day is good to know all the same. */
function onDay(said: DaySaid | undefined, stop: StopInView): { day?: number; date?: string } {
  if (!said) return { day: stop.day };
  const [day] = said.days.includes(stop.day) ? [stop.day] : said.days;
  if (day !== undefined) return { day };
  return said.date === null ? { day: stop.day } : { date: said.date };
}

const ARRIVE =
  /^(?:arrive|land)\b|\b(?:(?:we|i|our (?:flight|plane|train|bus|ferry|boat)|(?:the|my) (?:flight|plane|train|bus|ferry|boat)|everyone)(?:'?ll| will|'?re|'?m| are| is| am| only| now| actually| don'?t| won'?t| can'?t| do not| doesn'?t)* (?:be )?(?:only )?(?:land(?:s|ing)?|arriv(?:e|es|ing)|touch(?:es|ing)? down|get(?:s|ting)? (?:there|in|into)|com(?:e|es|ing) in|check in|reach(?:es|ing)?|delayed (?:until|till|to)|late (?:until|till)|(?:there|here) (?:by|at|from|until|before))|(?:landing|arriving|arrival|touchdown|touching down)\b|(?:won'?t|will not|can'?t|cannot|not) be (?:there|here|in \w+|at \w+) (?:before|until|till|by)|be there (?:by|at|from|until|before)|start (?:the trip|our trip|everything))/;
const LEAVE =
  /^(?:leave|depart|fly (?:home|back)|go home|head home)\b|\b(?:(?:we|i|our (?:flight|plane|train|bus|ferry|boat)|(?:the|my) (?:flight|plane|train|bus|ferry|boat)(?: home| back)?|everyone)(?:'?ll| will|'?re|'?m| are| is| am| have to| has to| need to| must| should| now| actually| home| back| got to|'?ve got to| want to)* (?:be )?(?:leav(?:e|es|ing)|depart(?:s|ing)?|fly(?:ing)? (?:home|back|out)|flies|head(?:ing)? (?:home|back|to the airport)|tak(?:e|es|ing) off|go(?:es|ing)? home|set(?:ting)? off home|at the (?:airport|station)|check out|goes)|(?:departure|leaving|departing|take-?off)\b|flight (?:home|back|out) is|\bflight (?:leaves|departs|goes)|\b(?:return|departing) (?:flight|train|plane)\b|be at the airport)/;

function timedDay(
  clause: Clause,
  view: PlanInView,
  fallback: number | undefined,
): { date?: string; day?: number } | Intent {
  const [said] = clause.days;
  if (!said) return fallback === undefined ? {} : { day: fallback };
  if (said.days.length === 1 && said.days[0] !== undefined) return { day: said.days[0] };
  const isNear = said.date === addDays(view.startDate, -1) || said.date === addDays(view.endDate, 1);
  if (isNear && said.date) return { date: said.date };
  return askWhichDay(said, view, "Which day?") ?? {};
}

/** Somebody who leaves a place, not the trip: "we leave the museum at 5". */
function isAboutStop(clause: Clause, view: PlanInView): boolean {
  const said = without(
    clause,
    /\b(?:leav\w*|depart\w*|arriv\w*|land\w*|flight|plane|train|bus|ferry|boat|airport|station|home|hotel|get|late|delayed|touch\w*|down|trip|check|actually|only|flies|fly\w*|head\w*|departure|arrival|time|is|hour|hours|earlier|later|expected)\b/g,
  );
  const cities = view.cities.map(({ name }) => fold(name));
  const words = tellingWords(said).filter((word) => !cities.some((city) => city.includes(word)));
  if (words.length === 0) return false;
  return findStops(words.join(" "), view).kind === "found";
}

export const arrival: FollowUpRule = {
  name: "arrival and departure",
  read(clause, view) {
    const leaves = LEAVE.test(clause.folded);
    const arrives = !leaves && ARRIVE.test(clause.folded);
    const [time] = clause.times;
    if ((!leaves && !arrives) || /\b(?:add|book|find|how)\b/.test(clause.folded) || isAboutStop(clause, view))
      return null;
    if (!time) return null;
    const day = timedDay(clause, view, leaves ? view.days.at(-1)?.day : view.days.at(0)?.day);
    if ("kind" in day) return [day];
    const notes = time.isPart ? [`I took “${clause.folded.slice(time.start, time.end).trim()}” as ${time.time}.`] : [];
    return [edit([{ op: leaves ? "leave" : "arrive", time: time.time, ...day }], notes)];
  },
};
