/** A rule in the one spelling we keep: OpenStreetMap's own, whatever it was read from. */
import { wallTimeOf } from "../opening-hours.ts";
import {
  type DatePoint,
  type DateRange,
  type DayRange,
  type HoursRule,
  MINUTES_IN_DAY,
  MONTH_NAMES,
  type Rule,
  selectsDates,
  type TimePoint,
  type TimeSpan,
  WEEKDAY_NAMES,
  type WeekRange,
  type YearRange,
} from "./rule.ts";

export function printRules(rules: HoursRule): string {
  return rules.map((rule, index) => (index === 0 ? "" : SEPARATORS[rule.separator]) + printRule(rule)).join("");
}

const SEPARATORS: Record<Rule["separator"], string> = { ";": "; ", ",": ", ", "||": " || " };

function printRule(rule: Rule): string {
  const { years, dates, weeks, days, holidays, times, state, comment } = rule;
  const parts = [
    years.map(printYears).join(","),
    dates.map(printDates).join(","),
    weeks.length > 0 ? `week ${weeks.map(printWeeks).join(",")}` : "",
    holidays.map(printDays).join(","),
    days.map(printDays).join(","),
    isWholeDay(times) && !selectsDates(rule) ? "24/7" : times.map(printSpan).join(","),
    printState(state, { isNeeded: times.length === 0, comment }),
    comment === null ? "" : `"${comment}"`,
  ];
  return parts.filter((part) => part !== "").join(" ");
}

function printState(state: Rule["state"], said: { isNeeded: boolean; comment: string | null }): string {
  if (state === "closed") return "off";
  if (state === "unknown") return said.comment === null ? "unknown" : "";
  return said.comment !== null || said.isNeeded ? "open" : "";
}

function isWholeDay([span, ...others]: readonly TimeSpan[]): boolean {
  return others.length === 0 && span?.from === 0 && span.to === MINUTES_IN_DAY && !span.isOpenEnded;
}

const printStep = (every: number): string => (every > 1 ? `/${every}` : "");

function printYears({ from, to, every }: YearRange): string {
  if (to === null) return every > 1 ? `${from}/${every}` : `${from}+`;
  return from === to ? `${from}` : `${from}-${to}${printStep(every)}`;
}

function printWeeks({ from, to, every }: WeekRange): string {
  return from === to ? `${from}` : `${from}-${to}${printStep(every)}`;
}

const monthName = (month: number): string => MONTH_NAMES[month - 1] ?? "";
const signed = (number: number): string => (number < 0 ? `-${-number}` : `+${number}`);
const printOffset = (days: number): string =>
  days === 0 ? "" : ` ${signed(days)} ${Math.abs(days) === 1 ? "day" : "days"}`;

function printDates(range: DateRange): string {
  if (range.kind === "months") {
    const { year, from, to, toYear } = range;
    const first = `${year === null ? "" : `${year} `}${monthName(from)}`;
    if (from === to && year === toYear) return first;
    return `${first}-${toYear === year || toYear === null ? "" : `${toYear} `}${monthName(to)}`;
  }
  const { from, to, every } = range;
  if (to === null) return `${printPoint(from)}+`;
  return from === to ? printPoint(from) : `${printPoint(from)}-${printPoint(to)}${printStep(every)}`;
}

function printPoint({ year, anchor, toWeekday, addDays }: DatePoint): string {
  const said =
    anchor === "easter"
      ? "easter"
      : "nth" in anchor
        ? `${monthName(anchor.month)} ${WEEKDAY_NAMES[anchor.weekday]}[${anchor.nth}]`
        : `${monthName(anchor.month)} ${anchor.day}`;
  const weekday = toWeekday ? ` ${toWeekday.direction === 1 ? "+" : "-"}${WEEKDAY_NAMES[toWeekday.weekday]}` : "";
  return `${year === null ? "" : `${year} `}${said}${weekday}${printOffset(addDays)}`;
}

function printDays(range: DayRange): string {
  switch (range.kind) {
    case "weekdays": {
      const [from, to] = [WEEKDAY_NAMES[range.from], WEEKDAY_NAMES[range.to]];
      return from === to ? from : `${from}-${to}`;
    }
    case "nth":
      return `${WEEKDAY_NAMES[range.weekday]}[${range.nths.join(",")}]${printOffset(range.addDays)}`;
    case "holiday":
      return `${range.which === "public" ? "PH" : "SH"}${printOffset(range.addDays)}`;
  }
}

/** After midnight the next day's clock, as people write it; a whole day after opening there is no other way than 24 and more. */
function printSpan({ from, to, isOpenEnded }: TimeSpan): string {
  const end = to === null ? "" : `-${typeof to === "number" ? printEnd(to) : printTime(to)}`;
  return `${printTime(from)}${end}${isOpenEnded ? "+" : ""}`;
}

function printEnd(minute: number): string {
  return minute === MINUTES_IN_DAY ? "24:00" : wallTimeOf(minute);
}

function printTime(point: TimePoint): string {
  if (typeof point === "number") return wallTimeOf(point);
  const { event, addMinutes } = point;
  return addMinutes === 0 ? event : `(${event}${addMinutes < 0 ? "-" : "+"}${wallTimeOf(Math.abs(addMinutes))})`;
}
