/** Questions about the plan, and what is wanted of it as a whole: show, check, export, list, why, what changed. */
import { askAbout, askWhichDay } from "../ask.ts";
import { without } from "../clause.ts";
import { findStops, tellingWords } from "../find-stops.ts";
import type { Beyond, Intent } from "../intent.ts";
import { dayOf } from "../plan-in-view.ts";
import type { FollowUpRule } from "../rule.ts";

const FORMATS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:calendar|ics|ical|icalendar|google cal\w*|outlook|apple calendar)\b/, "ics"],
  [/\bgeo ?json|\bmap (?:file|data)\b|\bgis\b/, "geojson"],
  [/\bhtml|\bweb ?page|\bprint(?:able|out)?\b/, "html"],
  [/\b(?:markdown|md|text file|document|notes?|plain text|text)\b/, "md"],
];
const EXPORT =
  /\b(?:export|download|save|send|e-?mail|share|give (?:me|us)|get|put|convert|turn|add|sync|import|want|need|print)\b/;

export const exportPlan: FollowUpRule = {
  name: "export",
  read({ folded }) {
    if (/\bpdf\b/.test(folded)) return [{ kind: "cannot", what: "pdf" }];
    const format = FORMATS.find(([pattern]) => pattern.test(folded))?.[1];
    const isExport =
      /\b(?:export|download|printable|print ?out|save (?:it|this|the plan|the itinerary|the trip)|share (?:it|this|the plan|the itinerary|the trip)|print (?:it|this|the plan|the itinerary|the trip))\b/.test(
        folded,
      );
    if (isExport) return [{ kind: "export", format: format ?? "ics" }];
    return format !== undefined &&
      (format === "ics" || format === "geojson") &&
      (EXPORT.test(folded) || /^(?:as|in|an?|the)?\b/.test(folded))
      ? [{ kind: "export", format }]
      : null;
  },
};

const LIST =
  /\b(?:(?:list|show|see|what are|which are|open|all) (?:of )?(?:me )?(?:all )?(?:of )?(?:my|our|the|saved|other) (?:other |saved |planned )?(?:trips|plans|holidays|vacations)|(?:my|all|saved|other) trips|what (?:other )?trips|which trips|how many trips)\b/;

export const listTrips: FollowUpRule = {
  name: "list trips",
  read: ({ folded }) => (LIST.test(folded) ? [{ kind: "list_trips" }] : null),
};

const BEYOND: readonly (readonly [RegExp, Beyond])[] = [
  [
    /\b(?:weather|forecast|temperature|how (?:hot|cold|warm)|will it (?:rain|snow|be (?:hot|cold|warm|sunny))|is it going to (?:rain|snow)|degrees|sunny|umbrella)\b/,
    "weather",
  ],
  [/\b(?:delete|erase|remove|discard) (?:the |my |our |this )?(?:whole |entire )?trip\b/, "delete_trip"],
  [
    /\b(?:joke|poem|song|story|capital of|president|meaning of life|who won|recipe|stock|news|translate|write me|code)\b/,
    "joke",
  ],
];

export const beyond: FollowUpRule = {
  name: "beyond",
  read({ folded }) {
    const found = BEYOND.find(([pattern]) => pattern.test(folded));
    return found ? [{ kind: "cannot", what: found[1] }] : null;
  },
};

const WHY =
  /\b(?:why|what(?:'s| is) (?:the |so special about|special about|good about|interesting about)|how come|reason|tell me (?:more )?about|what makes)\b/;

export const why: FollowUpRule = {
  name: "why",
  read(clause, view) {
    if (!WHY.test(clause.folded)) return null;
    const said = without(
      clause,
      /\b(?:why|how come|reasons?|special|interesting|there|tell|about|chosen|choose|chose|pick(?:ed)?|choice|makes?|did|recommend(?:ed)?|suggest(?:ed)?)\b/g,
    );
    const days = clause.days.flatMap((day) => day.days);
    const found = findStops(said, view, days.length > 0 ? { days } : {});
    const question = askAbout(found, view, days.length > 0 ? days : undefined);
    if (question) return clause.folded.startsWith("what") && found.kind === "none" ? null : [question];
    const stops = found.kind === "found" ? found.stops : [];
    return stops.map(({ position }) => ({ kind: "reason", item: position }));
  },
};

const CHANGES =
  /\b(?:what(?:'s| has| have| did| was| is)? (?:you |we |been |just |exactly |it )*(?:chang(?:e|ed)|different|new|moved|removed)|what (?:did|have) you (?:just |exactly )*(?:done?|move|remove)|(?:show|list|tell) (?:me |us )?(?:the |your |all )?(?:changes|differences|diff)|what(?:'s| is) the difference|compare (?:it |this )?(?:to|with) (?:before|the (?:old|previous)))\b/;
const COST =
  /\b(?:how (?:much|expensive)|what (?:does|will|would|is) (?:it|this|that|the (?:trip|plan|whole|total))(?: \w+)? (?:cost|price|be in total)|total (?:cost|price)|cost(?:s)? (?:in total|altogether|overall)|price tag|(?:within|over|in|on) (?:the |our |my )?budget\b.*\?|are we (?:over|within)|what'?s the (?:cost|price|total|budget)|the total cost)\b/;
const CHECK =
  /\b(?:is (?:it|this|that|the plan|everything|the itinerary|all of (?:it|this)|day \d+) (?:ok|okay|all right|alright|feasible|possible|realistic|good|fine|valid|open|doable|still ok|still fine|correct|in order|too (?:much|tight))|check (?:it|this|that|the (?:plan|itinerary|trip|hours)|again|everything|if|whether|for)|double[- ]check|verify|validate|does (?:it|this|that|everything|the plan|all of it) (?:all )?(?:still )?(?:work|hold|add up|fit|make sense)|any (?:problems?|issues?|errors?|conflicts?|warnings?|clashes)|will (?:it|this|that) (?:all )?(?:work|fit|hold)|anything (?:wrong|closed|to worry about)|are (?:there )?(?:any (?:problems|issues|conflicts|warnings)|(?:all )?(?:the )?(?:places|things|museums|sights|stops) (?:all )?open)|everything (?:ok|okay|fine|open)|do (?:we|i) have enough time|is there enough time|doable|feasible|realistic)\b/;

export const changes: FollowUpRule = {
  name: "what changed",
  read: ({ folded }) => (CHANGES.test(folded) ? [{ kind: "changes" }] : null),
};
export const cost: FollowUpRule = {
  name: "cost",
  read: ({ folded }) => (COST.test(folded) ? [{ kind: "cost" }] : null),
};
export const check: FollowUpRule = {
  name: "check",
  read: ({ folded }) => (CHECK.test(folded) ? [{ kind: "check" }] : null),
};

const AGAIN =
  /\b(?:re-?plan|plan (?:it|this|the trip|everything|again)(?: again| anew| from scratch| once more)?|start (?:over|again|from scratch)|make (?:me )?a (?:new|different|better) plan|try (?:again|another plan)|redo (?:it|the plan|everything|the trip)|(?:re-?)?(?:do|shuffle|optimi[sz]e) (?:it all|everything|the (?:plan|route|order))(?: again)?|optimi[sz]e|a (?:different|new) plan)\b/;
export const planAgain: FollowUpRule = {
  name: "plan again",
  read: ({ folded }) => (AGAIN.test(folded) ? [{ kind: "plan_again" }] : null),
};

const SHOW =
  /(?<=^|\b(?:you|to|please|just|then|and|now|could|can|again|me) )(?:show|print|display|repeat|remind|give|read|list|open|tell|send|look at)(?= (?:me|us|the|my|our|it|all|days?|again|what|everything|plan|itinerary|schedule|whole|just|only|full|this|that|█)|$| ?[█?.!])|\bsee (?=(?:the |my |our |me )?(?:whole |full |entire |current |new )?(?:plan|itinerary|schedule|trip|it\b|everything|all\b|days?\b|█))|\b(?:overview|summary|summari[sz]e|recap|go (?:over|through)|walk me through|view|pull up)\b/;
const ABOUT_PLAN =
  /\b(?:plan|trip|itinerary|schedule|again|all|everything|whole|it|days?|programme|program|agenda|overview|summary|recap|summari[sz]e|me|us)\b/;
const WHAT_ON =
  /^(?:so |and |ok |okay |then )*(?:what(?:'s|s| is| are| do| does| will| have| else| was|'re)?|where|when|which|how does|do we|are we|is there|have we)\b/;
const THE_PLAN =
  /\b(?:what(?:'s| is| was| does|s) (?:the|my|our) (?:\w+ )?(?:plan|itinerary|schedule|trip|programme|agenda)(?: look like| again)?|what (?:have|do) we (?:got|have)|the (?:full |whole |complete )?(?:plan|itinerary|schedule)(?: again| please)|(?:plan|itinerary|schedule) again|how does (?:it|the plan|the itinerary) look(?: now)?|what does (?:it|the plan) look like)\b/;

export const show: FollowUpRule = {
  name: "show",
  read(clause, view) {
    const { folded, days } = clause;
    if (/^(?:what|how) about (?!█|the day|day|on )/.test(clause.rest) || /\b(?:room|time|space) for\b/.test(folded))
      return null;
    const isShown =
      (SHOW.test(clause.rest) && SHOW.test(folded) && (ABOUT_PLAN.test(folded) || days.length > 0)) ||
      THE_PLAN.test(folded);
    if (!isShown && !WHAT_ON.test(folded) && !isDayAlone(clause.folded, days.length)) return null;
    const said = without(
      clause,
      /\b(?:what'?s?|where'?s?|when'?s?|which|show|see|print|display|repeat|remind|give|read|list|tell|me|us|look|like|agenda|programme|overview|summary|have|got|time|happening|again|whole|complete|full|how|does|on|next|o'?clock|much|many|first|once|more|walk|through|recap|view|pull|doing|about|it|all|summari[sz]e)\b/g,
    );
    const stop = stopAsked(said, clause.times.length > 0 || tellingWords(said).length > 0, { clause, view });
    if (stop) return stop;
    if (days.length > 0) return dayAsked(days[0] ?? null, view);
    if (/\bwhat(?:'s| is) next\b/.test(folded)) return [{ kind: "show", day: null }];
    return isShown ? [{ kind: "show", day: null }] : null;
  },
};

const isDayAlone = (folded: string, days: number): boolean =>
  days === 1 &&
  /^(?:(?:and|the|on|for|what about|how about|ok|now) )*(?:day \w+|[a-z]+day|tomorrow|today|(?:first|last|second|third) day)\s*(?:please|then)?[?.!]*$/.test(
    folded,
  );

type Asked = { clause: Parameters<FollowUpRule["read"]>[0]; view: Parameters<FollowUpRule["read"]>[1] };

/** "When is the museum?", "where do we have dinner on Friday?", "what is at 3pm?" */
function stopAsked(said: string, isAsked: boolean, { clause, view }: Asked): Intent[] | null {
  if (!isAsked) return null;
  const days = clause.days.flatMap((day) => day.days);
  const [time] = clause.times;
  const limits = { ...(days.length > 0 && { days }), ...(time && !time.isPart && { time: time.time }) };
  const found = findStops(said, view, limits);
  if (found.kind === "none") return null;
  return [{ kind: "show_stops", items: found.stops.map(({ position }) => position) }];
}

function dayAsked(said: Parameters<typeof askWhichDay>[0], view: Asked["view"]): Intent[] {
  const question = askWhichDay(said, view, "Which day?");
  const [day] = said?.days ?? [];
  return question ? [question] : [{ kind: "show", day: day !== undefined && dayOf(view, day) ? day : null }];
}

const ROUTE =
  /\b(?:how (?:do (?:we|i)|to|can we|can i|should we) get (?:to|there|from|back)|how (?:far|long) (?:is|does|to)|directions|which (?:metro|bus|tram|train)|walking distance|by (?:metro|bus|taxi|train)|distance)\b/;
const HOURS =
  /\b(?:opening (?:hours|times?)|when (?:does|do|is) .{2,60} (?:open|close)|what time (?:does|do) .{2,60} (?:open|close)|is .{2,60} open|are .{2,60} open)\b/;
export const placeFacts: FollowUpRule = {
  name: "facts of a place",
  read({ folded }) {
    if (ROUTE.test(folded)) return [{ kind: "cannot", what: "route" }];
    return HOURS.test(folded) && !CHECK.test(folded) ? [{ kind: "cannot", what: "hours" }] : null;
  },
};
