/** Wishes about whole days: swap two, too full, room left, keep one free, start later. */
import { askWhichDay } from "../ask.ts";
import type { Clause } from "../clause.ts";
import { findStop } from "../find-stops.ts";
import type { Intent } from "../intent.ts";
import { dayOf, type PlanInView, type StopInView } from "../plan-in-view.ts";
import { edit, type FollowUpRule } from "../rule.ts";

const SWAP =
  /\b(?:swap(?:ped)?|switch(?:ed)?|exchange|flip|trade|interchange|change (?:.{1,40} around|places)|reverse|the other way (?:a)?round)\b/;

const onlyDays = ({ days }: Clause): number[] => days.flatMap((said) => (said.days.length === 1 ? said.days : []));

export const swapDays: FollowUpRule = {
  name: "swap days",
  read(clause, view) {
    if (!SWAP.test(clause.folded) || clause.days.length < 2) return null;
    const words = clause.rest.replace(SWAP, " ").match(/[a-z]{3,}/g) ?? [];
    const telling = words.filter(
      (word) =>
        !/^(?:and|with|for|the|can|could|you|please|lets?|days?|plans?|around|over|order|what|wed?|like|would|want|activities|programmes?|schedules?|places|our|should|maybe|stuff|things|everything|all|other|way|round|from)$/.test(
          word,
        ),
    );
    if (telling.length > 0) return null;
    const [first, second] = clause.days;
    const question =
      askWhichDay(first ?? null, view, "Which days?") ?? askWhichDay(second ?? null, view, "Which days?");
    if (question) return [question];
    const [fromDay, day] = onlyDays(clause);
    return fromDay === undefined || day === undefined ? null : [edit([{ op: "swap_days", fromDay, day }])];
  },
};

const TOO = "(?:too|so|way too|a bit too|far too|a bit|rather|quite|pretty|very|really|super|over)[ -]?";
const FULL = new RegExp(
  `\\b(?:${TOO}(?:full|much|busy|packed|hectic|crammed|tight|stuffed|exhausting|tiring|long|crowded|intense|ambitious|heavy|many (?:things|stops|sights|places|museums))(?: going on)?|tired|exhausted|worn out|overloaded|overfull|overpacked|overbooked|exhausting|jam[- ]?packed|crammed|less (?:on|for|packed|busy|full|stuff|in)|(?:thin|slim|ease|tone|lighten|slow)(?: it| things)? (?:out|down|up|off)|(?:lighten|thin|slim|relax|ease|trim|simplify|unclutter)\\b|fewer (?:things|stops|sights|places|activities)|(?:lighter|easier|calmer|quieter|slower|more relaxed|less hectic|less busy|less full|less packed|emptier|shorter|gentler|not so full|not so busy|not as full|not as busy)|more (?:breaks|rest|free time|time to (?:rest|relax|breathe)|downtime|breathing space)|(?:need|want|like) (?:a |some )?(?:break|rest|breather|free time|downtime|rest time)|(?:take|drop|remove|cut) (?:something|one thing|a stop|a thing|one stop|a sight|a couple of things) (?:off|out|from|of)|give us a (?:break|rest)|tak(?:e|ing) (?:it|things) (?:easy|slow(?:ly)?|slower)|(?:easy|slow|chill(?:ed)?|lazy|quiet) day)\\b`,
);

export const relaxDay: FollowUpRule = {
  name: "too full",
  read(clause, view) {
    if (!FULL.test(clause.folded)) return null;
    if (clause.days.length === 0) return null;
    const question = askWhichDay(clause.days[0] ?? null, view, "Which day is too full?");
    if (question) return [question];
    return [edit(onlyDays(clause).map((day) => ({ op: "relax_day", day })))];
  },
};

const EMPTY =
  /\b(?:(?:too|a bit|rather|quite|so|looks|pretty|feels|is|seems|very|kind of) (?:empty|light|short|bare|thin|boring|quiet)|empty|(?:a lot of|lots of|plenty of|too much|so much) (?:free |spare )?time|nothing (?:on|planned|to do)|fill(?: up| in)?|(?:more|extra) (?:things |stuff |sights |stops |to do |to see |activities )+|more (?:on|for|to do|to see|stuff|in)|(?:add|squeeze|fit|put|plan|find|suggest) (?:in )?(?:something|one more (?:thing|stop|sight)|another (?:thing|stop|sight|activity)|a few more (?:things|stops|sights)|some(?:thing)? more|more(?: things| stops| sights| stuff)?)(?: else| more)?|room for (?:more|another|one more)|too little|not enough|busier|fuller|could (?:do|use|take|have) (?:more|another|one more|something)(?: (?:activity|stop|sight|thing|visit))?|pack more|(?:something|anything|what) else (?:we|i|to|can|could|that)\b)\b/;

export const fillDay: FollowUpRule = {
  name: "room left",
  read(clause, view) {
    const match = EMPTY.exec(clause.folded);
    if (!match || clause.days.length === 0) return null;
    const question = askWhichDay(clause.days[0] ?? null, view, "Which day has room?");
    if (question) return [question];
    const leftover = clause.rest.replace(EMPTY, " ").match(/\p{L}{3,}/gu) ?? [];
    const telling = leftover.filter(
      (word) =>
        !/^(?:the|our|and|for|can|could|you|please|there|that|this|its|let|lets|with|would|like|want|need|have|has|had|get|also|too|some|something|else|more|we|is|looks?|feels?|seems?|day|make|please|maybe|bit|little|one|see|thing|things|lot|lots|time|free|spare|plenty|fun|nice|interesting|schedule)$/.test(
          word,
        ),
    );
    if (telling.length > 0) return null;
    return [edit(onlyDays(clause).map((day) => ({ op: "fill_day", day })))];
  },
};

const FREE =
  /\b(?:(?:keep|leave|make|have|want|need|give us|take|get) (?:.{0,30} )?(?:free|off|empty|open|clear|for ourselves)|(?:a )?(?:free|rest|lazy|pool|beach) (?:day|morning|afternoon|evening)|day off|^(?:clear|empty)|nothing (?:on|planned for)|no (?:plans|sightseeing|activities))\b/;

function sightsOf({ days, times, folded }: Clause, view: PlanInView): StopInView[] {
  const [said] = days;
  const stops = dayOf(view, said?.days[0] ?? 0)?.stops ?? [];
  const sights = stops.filter(({ kind, marks }) => kind === "attraction" && !marks.includes("locked"));
  const part = /\b(morning|afternoon|evening)\b/.exec(folded)?.[1];
  const time = times.find(({ isPart }) => !isPart);
  if (time && time.cue === "after") return sights.filter(({ end }) => end > time.time);
  if (time && time.cue === "before") return sights.filter(({ start }) => start < time.time);
  if (part === "morning") return sights.filter(({ start }) => start < "12:00");
  if (part === "afternoon") return sights.filter(({ start, end }) => end > "13:00" && start < "18:00");
  if (part === "evening") return sights.filter(({ end }) => end > "17:30");
  return sights;
}

export const freeDay: FollowUpRule = {
  name: "a day free",
  read(clause, view) {
    if (!FREE.test(clause.folded) || clause.days.length === 0) return null;
    const question = askWhichDay(clause.days[0] ?? null, view, "Which day?");
    if (question) return [question];
    const stops = sightsOf(clause, view);
    if (stops.length === 0) {
      return [{ kind: "missing", message: "Nothing stands there that could go: it is free, or locked." }];
    }
    return [edit(stops.map(({ position }) => ({ op: "remove", item: position })))];
  },
};

const LATER =
  /\b(?:start(?:s|ing)?|begin(?:ning)?|get (?:going|started)|set (?:out|off)|head out|kick off|lie[- ]?in|sleep (?:in|longer)|wake up|get(?:ting)? up|late start|early start|earlier start|later start|first (?:thing|stop|visit))\b/;

const SHIFT = /(\d+|an?|half an|one|two|three) (hours?|minutes?|mins?)|(?:a )?(?:bit|little)/;
const shift = (start: string, minutes: number): string => {
  const [hour = 0, minute = 0] = start.split(":").map(Number);
  const at = Math.min(23 * 60, Math.max(6 * 60, hour * 60 + minute + minutes));
  return `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
};

const COUNTS: Record<string, number> = { an: 1, a: 1, one: 1, two: 2, three: 3, "half an": 0.5 };

/** An hour where no length was said, half of one for "a bit". */
function shiftMinutes(folded: string): number {
  const [said, count = "", unit = ""] = SHIFT.exec(folded) ?? [];
  if (said === undefined) return 60;
  if (unit === "") return 30;
  return (COUNTS[count] ?? Number(count)) * (unit.startsWith("min") ? 1 : 60);
}

/** "An hour later" from there; `null` where nothing of the kind was said. */
export function shifted(start: string, folded: string): string | null {
  const isEarlier = /\b(?:earlier|forward|sooner|early)\b/.test(folded);
  const isLater = /\b(?:later|back|lie[- ]?in|sleep|late)\b|\b(?:delay|postpone|push)\b.*\b(?:hours?|min)/.test(folded);
  if (!isLater && !isEarlier) return null;
  const minutes = shiftMinutes(folded);
  return shift(start, isEarlier ? -minutes : minutes);
}

export const startOfDay: FollowUpRule = {
  name: "start later",
  read(clause, view) {
    if (!LATER.test(clause.folded) || /\btrip\b/.test(clause.folded)) return null;
    const time = clause.times.find(({ isPart }) => !isPart);
    const isRelative = /\b(?:later|earlier|sooner|lie[- ]?in|sleep (?:in|longer)|late start|early start)\b/.test(
      clause.folded,
    );
    if (!time && !isRelative) return null;
    if (findStop(clause.rest.replace(LATER, " "), view).kind === "found") return null;
    const [said = null] = clause.days;
    const question = askWhichDay(said, view, "On which day?");
    if (question) return [question];
    return firstStop(clause, { day: said?.days[0] ?? 1, time: time?.time ?? null, view });
  },
};

interface Start {
  day: number;
  time: string | null;
  view: PlanInView;
}

function firstStop({ folded }: Clause, { day, time, view }: Start): Intent[] | null {
  const first = dayOf(view, day)?.stops.find(({ kind }) => kind === "attraction");
  if (!first) return [{ kind: "missing", message: `There is no visit on day ${day} to begin with.` }];
  if (first.marks.includes("locked")) {
    return [
      { kind: "missing", message: `${first.title} begins day ${day} and is locked. Unlock it, and I will move it.` },
    ];
  }
  const at = time ?? shifted(first.start, folded);
  return at === null ? null : [edit([{ op: "move", item: first.position, time: at }])];
}
