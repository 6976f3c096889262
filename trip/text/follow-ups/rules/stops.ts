/** Wishes about single stops: out, in, another instead, kept where it is. */
import { askAbout, askWhichDay } from "../ask.ts";
import { type Clause, without } from "../clause.ts";
import { findStops, type StopLimits, tellingWords } from "../find-stops.ts";
import { fold, tidy } from "../fold.ts";
import type { Intent } from "../intent.ts";
import { dayOf, type PlanInView, type StopInView } from "../plan-in-view.ts";
import { edit, type FollowUpRule } from "../rule.ts";

/** Which stops a clause names, with the day and time that were said of them; a question where it is open. */
function stopsNamed(clause: Clause, said: string, view: PlanInView): StopInView[] | Intent {
  const days = clause.days.flatMap((day) => day.days);
  const [time] = clause.times;
  const limits: StopLimits = { ...(days.length > 0 && { days }), ...(time && !time.isPart && { time: time.time }) };
  const outside = clause.days.find((day) => day.days.length === 0 && day.relative === null);
  if (outside) return askWhichDay(outside, view, "Which day?") ?? [];
  const found = findStops(said, view, limits);
  if (found.kind === "found") return found.stops;
  const elsewhere = found.kind === "none" && days.length > 0 ? findStops(said, view) : found;
  if (elsewhere.kind === "found" && tellingWords(said).length > 0) return elsewhere.stops;
  return askAbout(found, view, days.length > 0 ? days : undefined) ?? [];
}

const REMOVE =
  /\b(?:drop(?:ping)?|remov(?:e|ing)|delet(?:e|ing)|cancel|skip(?:ping)?|get rid of|(?:take|leave|throw|kick|strike|leaving|taking|cross) (?:\S+ ){0,6}?(?:out|off)\b|cut(?! down)|lose|^no (?=\S)|ditch|scrap|scratch|bin|axe|nix|omit|exclude|forget(?: about)?|without|no need (?:for|to (?:see|visit|do|go to))|(?:don'?t|do not|doesn'?t|no longer) (?:\w+ )?(?:want|need|like|care (?:about|for)|feel like|fancy|wanna)(?: to)?(?: (?:see|visit|do|go(?: to)?))?|(?:not|aren'?t|isn'?t|never) (?:\w+ )?(?:interested in|keen on|into|worth)|rather not|no more|not the|we can (?:skip|drop|lose)|(?:has|have) to go(?! to)|(?:decided|voted) against|can (?:go|be (?:dropped|skipped|left out|cut|removed))[.! ]*$|(?:don'?t|do not) (?:include|add|plan)|(?:is|are) not (?:needed|necessary)|isn'?t (?:needed|necessary)|eliminate|dump|toss|erase|hate|pass on|pull|kill|let'?s not (?:do|see|visit|go to)|(?:won'?t|will not) (?:need|do|visit|see|go to)|i'?d skip)\b/;
const REMOVE_WORDS =
  /\b(?:altogether|completely|entirely|from|plan|list|itinerary|off|out|interested|keen|worth|going|wanna|seeing|visiting|doing|gone|rid|care|fancy|feel)\b/g;

export const remove: FollowUpRule = {
  name: "remove",
  read(clause, view) {
    if (!REMOVE.test(clause.folded)) return null;
    if (
      /\b(?:don'?t|do not|never|not to) (?:drop|remove|delete|cancel|skip|touch|change|move|lose)\b/.test(clause.folded)
    )
      return null;
    const stops = stopsNamed(clause, without(clause, REMOVE_WORDS), view);
    if ("kind" in stops) return [stops];
    return [edit(stops.map(({ position }) => ({ op: "remove", item: position })))];
  },
};

const LOCK =
  /\b(?:lock(?: in| down)?|pin(?: down)?|fix(?:ed)?|freeze|must (?:stay|remain|keep)|(?:has|have|needs?) to stay|(?:should|shall) (?:stay|remain)|(?:don'?t|do not|never|not to) (?:drop|remove|delete|cancel|skip|touch|change|move|lose|mess with)|non-?negotiable|keep|stays? (?:put|where|as)|leave (?:\S+ ){1,6}?(?:alone|as it is|where it is|as is|untouched|in place)|make sure .{2,60} (?:doesn'?t|isn'?t|does not|is not|won'?t|can'?t) (?:get |be )?(?:mov|chang|remov|dropp?|touch)\w*|(?:shouldn'?t|should not|must not|mustn'?t|can'?t be|cannot be|may not be) (?:be |get )?(?:mov|chang|remov|dropp?|touch)\w*|make sure (?:\S+ ){0,6}?(?:stays|remains)|hands off|is (?:a must|set|sacred|certain)|(?:have|'ve got|got|booked) (?:tickets|a (?:booking|reservation|table)) (?:for|at))\b/;
const UNLOCK =
  /\b(?:unlock|unpin|unfreeze|un-?fix|release|you can (?:move|change) .{2,60} again|can (?:be )?(?:move|change|go) (?:again|now|freely)|no longer (?:fixed|locked|pinned)|free up|(?:doesn'?t|does not|don'?t) (?:have|need) to stay|is flexible|not fixed|take the lock off)\b/;
const LOCK_WORDS =
  /\b(?:unlock|pin down|fix|freeze|unpin|unfreeze|release|stay|remain|keep|put|hands off|set|sacred|certain|have|got|booked|flexible|free up|down|again|now|lock|alone|untouched|place|where|sure|stays?|remains?|whatever|happens|tickets?|booking|reservation|table|matter|what|fixed|hands|case|must|freely)\b/g;

function allOf(day: number | undefined, view: PlanInView): StopInView[] {
  return (day === undefined ? [] : (dayOf(view, day)?.stops ?? [])).filter(
    ({ kind, marks }) => (kind === "attraction" || kind === "meal") && !marks.includes("skipped"),
  );
}

export const lock: FollowUpRule = {
  name: "lock",
  read(clause, view) {
    const isUnlock = UNLOCK.test(clause.folded);
    if (!isUnlock && !LOCK.test(clause.folded)) return null;
    if (
      /\b(?:but|except)\b|\bkeep (?:it |this |that |things |everything )?(?:under|below|within|cheap|simple|it|going|the budget|me|free|empty|clear|open)\b/.test(
        clause.folded,
      ) &&
      !/\bkeep it (?:there|in|fixed|locked|where)\b/.test(clause.folded)
    )
      return null;
    if (/\b(?:keep|leave) .{0,30}\b(?:free|empty|open|clear)\b/.test(clause.folded)) return null;
    const said = without(clause, LOCK_WORDS);
    const [day] = clause.days.flatMap(({ days }) => days);
    const isWholeDay = tellingWords(said).length === 0 && day !== undefined && clause.times.length === 0;
    const stops = isWholeDay ? allOf(day, view) : stopsNamed(clause, said, view);
    if ("kind" in stops) return [stops];
    return [edit(stops.map(({ position }) => ({ op: isUnlock ? "unlock" : "lock", item: position })))];
  },
};

const REPLACE =
  /\b(?:(?:replac(?:e|ing)|swap(?:ping)?(?: out)?|switch(?: out)?|exchange|substitute|change|trade|(?:something|somewhere|anything|someplace) (?:else|different|other) (?:instead of|than|for)|instead of|in place of|rather than|(?:an? )?(?:alternatives?|other options?|different option) (?:to|for|instead of))\b|another (?:\w+ )?instead|(?:another|a different) (?=(?:restaurant|place|museum|spot|church|park|dinner|lunch|bar|market|castle|tower|beach|garden|one for|stop))|different (?=\w+ for\b))/;
const BY = /\b(?:with|by|for|to|into|against)\b/;
const ELSE =
  /^(?:something|somewhere|anything|someplace|anywhere|whatever|another|others?|a different|different|else|an alternative|alternatives?|new|one|other)\b|^(?:something|somewhere) (?:else|different|better|nicer|similar)|^(?:another|a different|a better|a nicer|other) (?:one|place|thing|stop|sight|restaurant|option|museum|spot|activity)s?$/;

interface Sides {
  out: string;
  /** `null` where anything will do. */
  into: string | null;
}

/** "X with Y", "Y instead of X", "instead of X, Y". */
function sidesOf(clause: Clause): Sides | null {
  const said = tidy(clause.rest);
  const instead = /^(.*?)[, ]*\b(?:instead of|in place of|rather than|other than|than)\b (.*)$/.exec(said);
  if (instead) {
    const [, before = "", after = ""] = instead;
    const [out = "", into] =
      before === ""
        ? after.split(/,\s*|\b(?:let'?s|i'?d|we'?d|can we|i want|we want)\b/).filter((part) => part.trim() !== "")
        : [after, before];
    return { out, into: wanted(into ?? "") };
  }
  const match = new RegExp(`${REPLACE.source}(.*)$`).exec(said);
  if (!match) return null;
  if (/^(?:another|a different|different)\b/.test(match[0])) return { out: match[1] ?? "", into: null };
  const rest = match[1] ?? "";
  const [out, into] = splitOnce(rest, BY);
  return { out: out === "" ? said.slice(0, match.index) : out, into: wanted(into ?? "") };
}

function splitOnce(text: string, pattern: RegExp): [string, string?] {
  const match = pattern.exec(text);
  return match ? [text.slice(0, match.index), text.slice(match.index + match[0].length)] : [text];
}

/** A name, or nothing in particular. */
function wanted(text: string): string | null {
  const clean = tidy(text)
    .replace(/^[,: ]+|[,.!? ]+$/g, "")
    .replace(/\b(?:please|instead|maybe|perhaps|then|if possible)\b/g, "")
    .replace(
      /^(?:i'?d (?:rather|like|prefer)|we'?d (?:rather|like|prefer)|let'?s|can we|could we|do|see|visit|go to|have|to|i want|we want|want|rather|give (?:us|me)|find (?:us|me)?|show (?:us|me))\b\s*/g,
      "",
    )
    .replace(/^(?:see|visit|go to|do|have)\b\s*/g, "")
    .trim();
  const bare = clean.replace(/^(?:the|a|an|some)\s+/, "");
  if (bare === "" || ELSE.test(clean) || ELSE.test(bare)) return null;
  return bare;
}

/** As typed, with its capitals. */
function asTyped({ text }: Clause, folded: string): string {
  const at = fold(text).indexOf(folded);
  return at < 0 ? folded : text.slice(at, at + folded.length);
}

const PREFER = /\b(?:prefer|rather (?:have|see|do|visit)) (.+?) (?:to|over|than) (.+)$/;

export const prefer: FollowUpRule = {
  name: "one rather than the other",
  read(clause, view) {
    const [, into, out] = PREFER.exec(tidy(clause.rest)) ?? [];
    const stops = out === undefined ? null : findStops(out, view);
    const [stop] = stops?.kind === "found" ? stops.stops : [];
    const text = wanted(into ?? "");
    return stop && text !== null ? [{ kind: "replace", item: stop.position, text: asTyped(clause, text) }] : null;
  },
};

export const replace: FollowUpRule = {
  name: "replace",
  read(clause, view) {
    if (!REPLACE.test(clause.folded)) return null;
    if (/\b(?:rather than|instead of) *█/.test(clause.rest)) return null;
    const sides = sidesOf(clause);
    if (!sides) return null;
    const { into } = sides;
    const isMove = into === null && [...clause.days, ...clause.times].some(({ cue }) => cue === "to");
    if (isMove) return null;
    const out = stopsNamed({ ...clause, times: clause.times.filter(({ isPart }) => !isPart) }, sides.out, view);
    if ("kind" in out) return [out];
    if (into === null) return [edit(out.map(({ position }) => ({ op: "replace", item: position })))];
    const [first] = out;
    return first ? [{ kind: "replace", item: first.position, text: asTyped(clause, into) }] : null;
  },
};

const ADD =
  /\b(?:(?:wants|would like|would love) to (?:see|visit|go to|go up|do|try)|add|includ(?:e|ing)|insert|squeeze in|fit in|squeeze|fit|put in|put|throw in|(?:also |really |definitely |still )?(?:want|like|love|wish|wanna|need|prefer) to (?:also |really |definitely )?(?:see|visit|go to|go up|do|check out|try|eat at|have|stop (?:at|by)|include|add)|(?:must|should|shall|can|could|let'?s|lets|may) (?:we )?(?:also |really |still )?(?:see|visit|go to|go up|do|check out|try|eat at|stop (?:at|by)|include|add|have)|don'?t (?:forget|miss)|visit|see|check out|make (?:time|room) for|(?:is there|have we|do we have|got|is there any|is there still) (?:time|room|space) for|find time for|work in|what about|how about|(?:it )?would be (?:nice|great|cool|good) to (?:see|visit|go to|do)|i (?:also )?want|we (?:also )?want|i'?d (?:also )?like|we'?d (?:also )?like)\b/;
const ADD_TAIL =
  /\b(?:please|too|as well|also|somewhere|if (?:possible|there is time|there'?s time|we have time|you can)|to (?:the|our|my) (?:plan|trip|itinerary|list|schedule)|into (?:the|our) (?:plan|trip|itinerary)|in (?:the|our) plan|instead|sometime|at some point|a visit to|a trip to|a stop at|visit to|trip to|again|in|on|to|at|for)\b/g;

export const add: FollowUpRule = {
  name: "add",
  read(clause, view) {
    const match = ADD.exec(clause.folded);
    if (
      !match ||
      /\b(?:don'?t|do not|never) (?:include|add|put|squeeze)\b/.test(clause.folded) ||
      /^(?:can you |could you )?(?:show|list|tell)\b/.test(clause.folded)
    )
      return null;
    const after = clause.rest.slice(match.index + match[0].length);
    const text = nameIn(after, view);
    if (text === "" || tellingWords(text).length === 0) return null;
    const [said = null] = clause.days;
    if (said && said.relative === null) {
      const question = askWhichDay(said, view, "Which day?");
      if (question) return [question];
    }
    const time = clause.times.find(({ isName }) => !isName)?.time ?? null;
    return [{ kind: "add", text: asTyped(clause, text), day: said?.days[0] ?? null, time }];
  },
};

function nameIn(rest: string, { cities }: PlanInView): string {
  const inCity = new RegExp(`\\s+in (?:${cities.map(({ name }) => fold(name)).join("|")})\\b.*$`);
  const [before = ""] = rest.split(/[,;]|\b(?:because|since|as we|so that)\b/);
  const head =
    before
      .replace(/█+/g, " | ")
      .split("|")
      .map((part) => part.trim())
      .find((part) => tellingWords(part).length > 0) ?? "";
  return head
    .replace(inCity, "")
    .replace(/^(?:(?:a|an|the|some|one|to|also|another|visit|trip|stop|at|in|go|see|do|of|more|extra)\s+)+/g, "")
    .replace(new RegExp(`(?:\\s*(?:${ADD_TAIL.source}))+\\s*$`), "")
    .replace(/[.!?]+$/, "")
    .trim();
}
