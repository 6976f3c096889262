/**
 * What a rule comes to on an ordinary date: no holiday, no first Sunday, the sun somewhere in the middle of
 * its year. For those who cannot resolve it: a search in the database, a reader of the weekday keys.
 */
import type { DatePoint, DateRange, DayRange, HoursRule, Rule, SunEvent, TimePoint } from "./rule.ts";

/** Whether month, day and weekday are all it takes to know the hours. */
export function isYearly(rules: HoursRule): boolean {
  return rules.every(
    (rule) =>
      rule.state !== "unknown" &&
      rule.years.length + rule.weeks.length + rule.holidays.length === 0 &&
      rule.days.every(isPlainDay) &&
      rule.dates.every(isPlainDate) &&
      rule.times.every(
        ({ from, to, isOpenEnded }) => [from, to].every((end) => typeof end === "number") && !isOpenEnded,
      ),
  );
}

const isPlainDay = ({ kind }: DayRange): boolean => kind === "weekdays";

function isPlainDate(range: DateRange): boolean {
  if (range.kind === "months") return range.year === null;
  return range.to !== null && range.every === 1 && isPlainPoint(range.from) && isPlainPoint(range.to);
}

function isPlainPoint({ year, anchor, toWeekday, addDays }: DatePoint): boolean {
  return year === null && toWeekday === null && addDays === 0 && typeof anchor === "object" && "day" in anchor;
}

/** Yearly rules, and whether what was left out may open where they are closed. */
export function ordinaryRules(rules: HoursRule): { rules: HoursRule; mayOpen: boolean } {
  let mayOpen = false;
  const kept = rules.flatMap((rule): Rule[] => {
    const days = rule.days.filter(isPlainDay);
    const dates = rule.dates.filter(isPlainDate);
    const isShort = dates.length < rule.dates.length || (days.length < rule.days.length && !isEveryDay(days));
    const isForOthers =
      rule.years.length + rule.weeks.length + rule.holidays.length > 0 ||
      (days.length === 0 && rule.days.length > 0) ||
      (dates.length === 0 && rule.dates.length > 0);
    if (rule.state !== "closed" && (isShort || isForOthers || rule.state === "unknown")) mayOpen = true;
    return isForOthers || rule.state === "unknown" ? [] : [{ ...rule, days, dates, times: rule.times.map(withoutSun) }];
  });
  return { rules: kept, mayOpen: mayOpen || (rules.some(followsSun) && rules.some(closesForHours)) };
}

/** Beside something that closes for hours, minutes of sun decide whether anything is left. */
const closesForHours = ({ state, times }: Rule): boolean => state === "closed" && times.length > 0;
const followsSun = ({ times }: Rule): boolean =>
  times.some(({ from, to }) => typeof from === "object" || (to !== null && typeof to === "object"));

/** All seven without anything else: then a holiday beside them adds nothing. */
function isEveryDay(days: readonly DayRange[]): boolean {
  return days.some((range) => range.kind === "weekdays" && (range.to - range.from + 7) % 7 === 6);
}

const withoutSun = (span: Rule["times"][number]): Rule["times"][number] => ({
  ...span,
  from: minuteOf(span.from),
  to: span.to === null ? null : minuteOf(span.to),
});

/** Rather late in the morning and early in the evening: most of the year it is light for longer. */
const USUAL: Record<SunEvent, number> = { dawn: 390, sunrise: 420, sunset: 1_080, dusk: 1_110 };

function minuteOf(point: TimePoint): number {
  return typeof point === "number" ? point : USUAL[point.event] + point.addMinutes;
}
