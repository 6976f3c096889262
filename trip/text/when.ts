/** Finds when: tries the rules in order, most exact first, and settles what several findings mean together. */
import { readWeekday, WEEKDAY_SHORT, weekdayFrom, yearOf } from "./date-words.ts";
import { DAY_RULES } from "./day-rules.ts";
import { type PlacedDuration, takeDurations, takeNoLengths } from "./durations.ts";
import { HOLIDAY_RULES } from "./holidays.ts";
import { phrase, type Reading } from "./reading.ts";
import { RELATIVE_RULES } from "./relative-rules.ts";
import type { When } from "./request.ts";
import type { WhenContext, WhenFound, WhenRule } from "./when-rule.ts";
import { WINDOW_RULES, YEAR_RULES } from "./window-rules.ts";

export interface TimingFound {
  when: When | null;
  durations: PlacedDuration[];
  notes: string[];
  impossible: string[];
}

/** "next year in May" and "in May next year" are the same May: the year is heard first. */
const LATER_YEAR = phrase("next year|in (20\\d{2})");

function contextOf(reading: Reading, today: string): WhenContext {
  const later = reading.find(LATER_YEAR);
  const year = later ? Number(later[1] ?? yearOf(today) + 1) : yearOf(today);
  const from = year > yearOf(today) ? `${year}-01-01` : today;
  return { from, today, text: reading.text, rest: reading.rest };
}

function applyRules(reading: Reading, rules: readonly WhenRule[], context: WhenContext): WhenFound[] {
  return rules.flatMap(({ pattern, read }) =>
    reading.takeEach(pattern, (match) => {
      const finding = read(match, { ...context, rest: reading.rest });
      return finding && { ...finding, index: match.index };
    }),
  );
}

/** Ranges say most, then a day, then a window; of equals the first said counts. */
const STRENGTH: Record<When["kind"], number> = { range: 3, start: 2, end: 1, window: 0 };

const LEAVING = /^(?:leav|depart|back|home|fly|return|out|go)/i;
const BARE_WEEKDAY = new RegExp(`(?:^|\\s)(${WEEKDAY_SHORT})(?: (?:morning|evening|night|afternoon))?$`, "iu");

/** "9 June until Saturday": the Saturday after it, not the coming one. */
function endAfter(start: string | null, when: Extract<When, { kind: "end" | "start" }>): string {
  const { said } = when;
  const end = when.kind === "end" ? when.end : when.start;
  if (when.kind === "start" && !LEAVING.test(said)) return end;
  const weekday = BARE_WEEKDAY.exec(said)?.[1];
  return start !== null && weekday && end < start ? weekdayFrom(start, readWeekday(weekday)) : end;
}

function settle(whens: readonly When[]): When | null {
  const days = whens.filter(({ kind }) => kind === "start" || kind === "end");
  const start = days.find((when) => when.kind === "start");
  const end = days.find((when) => when.kind === "end") ?? days.filter((when) => when.kind === "start")[1];
  const last = end && endAfter(start?.start ?? null, end);
  const hasRange = whens.some(({ kind }) => kind === "range");
  if (
    !hasRange &&
    start?.kind === "start" &&
    last !== undefined &&
    (last > start.start || (end?.kind === "end" && last === start.start))
  ) {
    return { kind: "range", start: start.start, end: last, said: `${start.said} ${end?.said ?? ""}` };
  }
  return [...whens].sort((a, b) => STRENGTH[b.kind] - STRENGTH[a.kind])[0] ?? null;
}

export function takeTiming(reading: Reading, today: string): TimingFound {
  const noLengths = takeNoLengths(reading);
  const context = contextOf(reading, today);
  const found = [
    ...applyRules(reading, DAY_RULES, context),
    ...applyRules(reading, HOLIDAY_RULES, context),
    ...applyRules(reading, RELATIVE_RULES, context),
    ...applyRules(reading, WINDOW_RULES, context),
  ];
  const durations = takeDurations(reading);
  const hasWhen = found.some(({ when }) => when !== null);
  const years = applyRules(reading, YEAR_RULES, context);
  if (!hasWhen) found.push(...years);
  found.sort((a, b) => a.index - b.index);
  return {
    when: settle(found.flatMap(({ when }) => when ?? [])),
    durations,
    notes: found.flatMap(({ notes }) => notes),
    impossible: [...noLengths, ...found.flatMap(({ impossible }) => impossible ?? [])],
  };
}
