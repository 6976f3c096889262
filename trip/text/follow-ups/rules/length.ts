/** A longer or shorter trip, other dates, a city more or less. */
import { addDays } from "../../../calendar.ts";
import { NUMBER, readNumber } from "../../numbers.ts";
import type { Clause } from "../clause.ts";
import { findStop } from "../find-stops.ts";
import { fold, tidy } from "../fold.ts";
import type { Intent, TripChange } from "../intent.ts";
import type { CityInView, PlanInView } from "../plan-in-view.ts";
import type { FollowUpRule } from "../rule.ts";

const COUNT = `${NUMBER}|a|an|another|a couple of|a couple|a few|couple of|half a`;
const UNIT = "(?:full |whole |extra |more |additional )?(days?|nights?|weeks?)";

function countOf(said: string): number {
  const word = said
    .replace(/^another$/, "a")
    .replace(/^a (couple|few).*$/, "$1")
    .replace(/^couple.*$/, "couple");
  return readNumber(word) ?? 1;
}

const inDays = (said: string, unit: string): number => countOf(said) * (unit.startsWith("week") ? 7 : 1);

const change = (change: TripChange, notes: string[] = []): Intent[] => [{ kind: "change", change, notes }];

function cityNamed(text: string, { cities }: PlanInView): CityInView | null {
  return (
    cities.find(({ name }) =>
      new RegExp(`(?<!\\p{L})${fold(name).replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?!\\p{L})`, "u").test(text),
    ) ?? null
  );
}

const IN_CITY = "(?:in|to|at|for|visiting)";
const ADD_DAYS = [
  new RegExp(
    `\\b(?:add|include|with|plus|tack on|append|spend|stay|extend (?:it|the trip|our stay|the stay)? ?(?:by|with)?|have|do|want|like|need|give us|get|make it|put in|throw in)(?: on)?(?: an?(?= extra| additional))?(?: another)? (?:(?<count>${COUNT}) )?(?:more |extra |additional )?(?<count2>${NUMBER})? ?${UNIT.replace("(days", "(?<unit>days")}(?: more| extra| longer| there)? ${IN_CITY} (?<place>.+)$`,
  ),
  new RegExp(
    `^(?:maybe |and )?(?<count>${COUNT}) (?:more|extra|additional|further) ${UNIT.replace("(days", "(?<unit>days")} ${IN_CITY} (?<place>.+)$`,
  ),
];
const STAY_LONGER = new RegExp(
  `\\b(?:extend|prolong|lengthen|stay|be)(?: \\w+){0,3}? in (?<place>\\p{L}[\\p{L} '-]*?) (?:by|for) (?<count>${COUNT}) ${UNIT.replace("(days", "(?<unit>days")}`,
  "u",
);
const VISIT_CITY = new RegExp(
  `\\b(?:add|include|visit|go to|continue to|also see|stop (?:in|at|by)|side trip to|detour to|end in|finish in|head to|extend to|(?:and |on )?to) (?<place>[^█]+?) (?:for|on for) (?:(?<count>${COUNT}) )${UNIT.replace("(days", "(?<unit>days")}`,
);
const PLACE_TAIL =
  /\b(?:at the end|at the beginning|first|too|as well|please|after(?:wards)?(?: .*)?|before .*|to the trip|to the end|at the start|then|also|instead|on the way)\b.*$/;

const placeOf = (said: string | undefined): string =>
  tidy(said ?? "")
    .replace(PLACE_TAIL, "")
    .replace(/^(?:the city of |beautiful )/, "")
    .replace(/[.!?,]+$/g, "")
    .trim();

function asTyped({ text }: Clause, folded: string): string {
  const at = fold(text).indexOf(folded);
  return at < 0 ? folded : text.slice(at, at + folded.length);
}

export const addCity: FollowUpRule = {
  name: "days in a city",
  read(clause) {
    const match = [...ADD_DAYS, STAY_LONGER, VISIT_CITY]
      .map((pattern) => pattern.exec(clause.folded))
      .find((each) => each !== null);
    if (!match?.groups) return null;
    const { count, count2, unit = "day", place } = match.groups;
    const text = placeOf(place);
    if (
      text === "" ||
      /^(?:total|all|the (?:trip|plan|middle|end)|it|here|there)$/.test(text) ||
      /\b(?:museum|gallery|park|market)\b/.test(text)
    )
      return null;
    const nights = inDays(count2 ?? count ?? "a", unit);
    return [{ kind: "add_city", text: asTyped(clause, text), nights, isInDays: !unit.startsWith("night") }];
  },
};

const DROP =
  /\b(?:drop|remove|skip|cut|leave out|take out|cancel|lose|without|delete|forget(?: about)?|get rid of|ditch|scrap|no(?:t)?|don'?t (?:want|need) (?:to (?:go to|visit|see))?|rather not (?:go to|visit))\b/;

export const dropCity: FollowUpRule = {
  name: "drop a city",
  read({ folded, rest, named }, view) {
    if (!DROP.test(folded) || named.length > 0) return null;
    const city = cityNamed(rest, view);
    if (!city || new RegExp(`\\bin ${fold(city.name)}`).test(rest)) return null;
    const other =
      tidy(rest)
        .replace(DROP, " ")
        .replace(fold(city.name), " ")
        .match(/\p{L}{4,}/gu) ?? [];
    const telling = other.filter(
      (word) =>
        !/^(?:from|trip|plan|please|whole|city|part|completely|altogether|entirely|could|would|like|want|lets|let|days?|stay|leg|then|visit|visiting|going|rather|think|should|actually|skip|just|with|and|our|the)$/.test(
          word,
        ),
    );
    if (telling.length > 0) return null;
    if (view.cities.length === 1) {
      const message = `${city.name} is all of this trip. Tell me where you would rather go, and when, and I will plan that.`;
      return [{ kind: "missing", message }];
    }
    return change({ removeCityId: city.id });
  },
};

interface LengthRule {
  pattern: RegExp;
  read(match: RegExpExecArray, view: PlanInView): Intent[] | null;
}

const longer = (days: number, { endDate }: PlanInView): Intent[] => change({ endDate: addDays(endDate, days) });

const MORE = new RegExp(
  `(?<!\\b(?:to|for|on|until|till|some|just) )\\b(?:(?:(?:one|a|an|another|two|three|four|\\d) (?:more|extra|additional|further|other)|another(?: ${NUMBER})?|(?:more|extra|additional)) (?<unit>days?|nights?|weeks?)|(?:add|extend(?: \\w+){0,3}? by|lengthen(?: \\w+){0,3}? by|stay|prolong(?: \\w+){0,3}? by) (?:for )?(?<count>${COUNT}) (?<unit2>days?|nights?|weeks?)(?: longer| more| extra)?|(?<count3>${COUNT}) (?<unit3>days?|nights?|weeks?) longer)\\b`,
);
const LESS = new RegExp(
  `\\b(?:(?<count>${COUNT}) (?:days?|nights?) (?:less|fewer|shorter)|(?<count2>${COUNT}) (?:less|fewer) (?:days?|nights?)|(?:shorten|cut|reduce|trim)(?: \\w+){0,4}? by (?<count3>${COUNT}) (?:days?|nights?)|(?:drop|remove|cut|skip|lose|cancel) (?:the |our )?(?<last>last|first|final) (?:day|night)|(?:leave|go home|fly home|fly back|come back|come home|return|end|finish)(?: the trip)? (?<count4>${COUNT}) (?:days?|nights?) (?:earlier|early|sooner))\\b`,
);
const SHIFT = new RegExp(
  `\\b(?:(?:move|shift|push|postpone|delay|start|begin|put|bring|do|make)(?: (?:the |our |this )?(?:whole |entire )?(?:trip|thing|plan|holiday|vacation|itinerary|everything|it all|dates|start))+(?: back| forward| by| off| out)* (?<count>${COUNT}) (?<unit>days?|weeks?|months?)(?: (?<way>later|earlier|back|forward|sooner))?|(?:everything|the whole trip|the trip|all of it) (?<count2>${COUNT}) (?<unit2>days?|weeks?) (?<way2>later|earlier))\\b`,
);
const ARRIVE = new RegExp(
  `\\b(?:arrive|land|fly in|get there|start|begin|come) (?<count>${COUNT}) days? (?<way>earlier|later|sooner|before|early|late)\\b`,
);
const STAY_TO = new RegExp(
  `\\b(?:leave|fly home|go home|fly back|return|come home|end|finish|stay)(?: the trip)? (?<count>${COUNT}) days? (?:later|longer)\\b`,
);
const WHOLE_TRIP = /\b(?:trip|whole thing|holiday|vacation|everything|dates|the start)\b/;

const RULES: readonly LengthRule[] = [
  {
    pattern: SHIFT,
    read({ groups = {} }, { startDate, endDate }) {
      const unit = groups.unit ?? groups.unit2 ?? "day";
      const days = inDays(groups.count ?? groups.count2 ?? "a", unit);
      const isEarlier = /earlier|forward|sooner/.test(groups.way ?? groups.way2 ?? "");
      if (unit.startsWith("month")) return null;
      const by = isEarlier ? -days : days;
      return change({ startDate: addDays(startDate, by), endDate: addDays(endDate, by) });
    },
  },
  {
    pattern: ARRIVE,
    read({ groups = {} }, { startDate, endDate }) {
      const days = countOf(groups.count ?? "a");
      return change({ startDate: addDays(startDate, /late/.test(groups.way ?? "") ? days : -days), endDate });
    },
  },
  { pattern: STAY_TO, read: ({ groups = {} }, view) => longer(countOf(groups.count ?? "a"), view) },
  {
    pattern: LESS,
    read({ groups = {} }, { startDate, endDate }) {
      const { count, count2, count3, count4, last } = groups;
      if (last === "first") return change({ startDate: addDays(startDate, 1), endDate });
      return change({ endDate: addDays(endDate, -countOf(count ?? count2 ?? count3 ?? count4 ?? "a")) });
    },
  },
  {
    pattern: MORE,
    read(match, view) {
      const { count, count3, unit, unit2, unit3 } = match.groups ?? {};
      const said =
        count ??
        count3 ??
        /^(?:another )?(\w+)/.exec(match[0].replace(/^another (?=\w+ (?:days|nights|weeks))/, ""))?.[1] ??
        "a";
      return longer(inDays(said, unit ?? unit2 ?? unit3 ?? "day"), view);
    },
  },
];

const LONGER = /\b(?:make (?:it|the trip) longer|a longer trip|stay longer|extend (?:it|the trip|our stay))\b/;
const SHORTER = /\b(?:make (?:it|the trip) shorter|a shorter trip|shorten (?:it|the trip|our stay))\b/;
const ASK_LENGTH = ["one more day", "two more days", "one day less"];

/** "We'll do the tower another day" makes the trip no longer. */
function isAboutStop(clause: Clause, view: PlanInView): boolean {
  return clause.days.some(({ relative }) => relative === "other") && findStop(clause.rest, view).kind !== "none";
}

export const length: FollowUpRule = {
  name: "length and dates",
  read(clause, view) {
    const { named } = clause;
    const dates = newDates(clause, view);
    if (dates) return dates;
    if (named.length > 0 || isAboutStop(clause, view)) return null;
    if (/\b(?:time|things|stops|sights|hours?)\b/.test(clause.folded) && !WHOLE_TRIP.test(clause.folded)) return null;
    for (const { pattern, read } of RULES) {
      const match = pattern.exec(clause.folded);
      const made = match && read(match, view);
      if (made) return made;
    }
    if (LONGER.test(clause.folded) || SHORTER.test(clause.folded)) {
      return [
        {
          kind: "ask",
          question: "By how many days? Say for example “one more day” or “two days less”.",
          choices: ASK_LENGTH,
        },
      ];
    }
    return null;
  },
};

const DATE_CUE =
  /\b(?:start(?:s|ing)?|begin(?:s|ning)?|set off|go|leave home|move (?:the|our|this) (?:whole |entire )?(?:trip|holiday|vacation|dates|start)|change (?:the|our) (?:dates?|start|end)|(?:trip|holiday|vacation) (?:to|until|from|on)|end(?:s|ing)?|until|till|extend|stay)\b/;

/** "Start on 12 May instead", "stay until the 20th", "move the trip to 3 June". */
function newDates({ folded, days, times }: Clause, { startDate, endDate, today }: PlanInView): Intent[] | null {
  const said = days.filter(({ date, relative }) => date !== null && relative === null);
  const [first, second] = said;
  if (!first?.date || times.length > 0 || !DATE_CUE.test(folded)) return null;
  if (first.date < today) return null;
  if (second?.date && second.date > first.date && /\b(?:dates?|trip|holiday|from|go)\b/.test(folded)) {
    return change({ startDate: first.date, endDate: second.date });
  }
  const length = Math.round((Date.parse(endDate) - Date.parse(startDate)) / 86_400_000);
  if (
    /\b(?:move|change|shift|postpone|put)\b.*\b(?:trip|holiday|vacation|start|everything)\b/.test(folded) &&
    first.days.length !== 1
  ) {
    return change({ startDate: first.date, endDate: addDays(first.date, length) });
  }
  if (
    /\b(?:stay|until|till|end(?:s|ing)?|extend)\b/.test(folded) &&
    /\b(?:trip|stay|extend|we|end)\b/.test(folded) &&
    first.date >= startDate
  ) {
    return /\b(?:stay|extend|trip|end)\b/.test(folded) ? change({ endDate: first.date }) : null;
  }
  if (
    /\b(?:start|begin|set off)\w*\b/.test(folded) &&
    !/\b(?:day|later|earlier)\b/.test(folded) &&
    first.days.length === 0
  ) {
    return change({ startDate: first.date, endDate: addDays(first.date, length) });
  }
  return null;
}
