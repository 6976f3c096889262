/** Opening hours nobody wrote: every construct of the specification in every company, in the words the package knows too. */
import fc from "fast-check";
import { wallTimeOf } from "../../../trip/opening-hours.ts";

const WEEKDAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const weekday = fc.constantFrom(...WEEKDAYS);
const month = fc.constantFrom(...MONTHS);
const optional = (text: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.oneof(fc.constant(""), text);

const weekdays = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(weekday, weekday).map(([from, to]) => (from === to ? from : `${from}-${to}`)) },
  {
    weight: 1,
    arbitrary: fc.tuple(weekday, fc.constantFrom(1, 2, 3, 4, 5, -1, -2)).map(([day, nth]) => `${day}[${nth}]`),
  },
  { weight: 1, arbitrary: fc.constantFrom("PH", "SH") },
);
/** Moved holidays stand alone: the package takes what follows them in a list for a second condition. */
const days = fc.oneof(
  { weight: 8, arbitrary: fc.uniqueArray(weekdays, { minLength: 1, maxLength: 3 }).map((list) => list.join(",")) },
  { weight: 1, arbitrary: fc.constantFrom("PH -1 day", "PH +1 day") },
);

/** The package loses February's last days. */
const monthDay = fc
  .tuple(month, fc.integer({ min: 1, max: 27 }))
  .map(([name, day]) => `${name} ${String(day).padStart(2, "0")}`);
const dates = fc.oneof(
  month,
  fc.tuple(month, month).map(([from, to]) => (from === to ? from : `${from}-${to}`)),
  monthDay,
  // Nor does it see the whole year in "Mar 13-Mar 12".
  fc
    .tuple(monthDay, monthDay)
    .filter(([from, to]) => from.slice(0, 3) !== to.slice(0, 3))
    .map((ends) => ends.join("-")),
  fc
    .integer({ min: 1, max: 20 })
    .chain((from) =>
      fc.tuple(month, fc.integer({ min: from + 1, max: 27 })).map(([name, to]) => `${name} ${from}-${to}`),
    ),
  fc.uniqueArray(monthDay, { minLength: 2, maxLength: 3 }).map((list) => list.join(",")),
  fc.constantFrom("easter", "easter -2 days", "easter +1 day", "easter +49 days"),
  fc.constantFrom("2027", "2028", "2027-2028", "2028+", "2027 Jul 04", "2027 Dec 20-2028 Jan 10"),
  fc.constantFrom("week 01-53/2", "week 02-52/2", "week 10-20", "week 27"),
);

const minutes = fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15);
const spans = fc.uniqueArray(minutes, { minLength: 2, maxLength: 4 }).chain((times) => {
  const sorted = times.toSorted((a, b) => a - b);
  const pairs = [0, 2].flatMap((at) => {
    const [from, to] = [sorted[at], sorted[at + 1]];
    return from === undefined || to === undefined ? [] : [`${wallTimeOf(from)}-${wallTimeOf(to)}`];
  });
  const night = `${wallTimeOf(sorted.at(-1) ?? 0)}-${wallTimeOf(sorted[0] ?? 0)}`;
  // The package takes "00:00+" for open all day.
  const openEnd = `${wallTimeOf(sorted.at(-1) ?? 15)}+`;
  return fc.constantFrom(pairs.join(","), pairs.join(","), night, openEnd);
});
const times = fc.oneof(
  { weight: 8, arbitrary: spans },
  { weight: 1, arbitrary: fc.constantFrom("08:00-sunset", "sunrise-sunset", "(sunrise+00:30)-17:00", "00:00-24:00") },
);

const says = fc.oneof(
  { weight: 6, arbitrary: times },
  { weight: 2, arbitrary: fc.constant("off") },
  { weight: 1, arbitrary: times.map((span) => `${span} off`) },
  { weight: 1, arbitrary: times.map((span) => `${span} "by appointment"`) },
);

const rule = fc.tuple(optional(dates), days, says).map((parts) => parts.filter((part) => part !== "").join(" "));
const firstRule = fc.oneof({ weight: 4, arbitrary: rule }, { weight: 1, arbitrary: times });

export const generatedHours: fc.Arbitrary<string> = fc
  .tuple(firstRule, fc.array(fc.tuple(fc.constantFrom("; ", "; ", "; ", ", ", " || "), rule), { maxLength: 3 }))
  .map(([first, others]) => first + others.map((other) => other.join("")).join(""));

const plainDays = fc
  .uniqueArray(fc.tuple(weekday, weekday), { minLength: 1, maxLength: 2 })
  .map((list) => list.map(([from, to]) => (from === to ? from : `${from}-${to}`)).join(","));
const anyDay = fc
  .tuple(month, fc.integer({ min: 1, max: 31 }))
  .filter(([name, day]) => day <= (name === "Feb" ? 29 : ["Apr", "Jun", "Sep", "Nov"].includes(name) ? 30 : 31))
  .map((parts) => parts.join(" "));
const plainDates = fc.oneof(
  month,
  fc.tuple(month, month).map(([from, to]) => (from === to ? from : `${from}-${to}`)),
  anyDay,
  fc
    .tuple(anyDay, anyDay)
    .filter(([from, to]) => from.slice(0, 3) !== to.slice(0, 3))
    .map((ends) => ends.join("-")),
  fc.uniqueArray(anyDay, { minLength: 2, maxLength: 4 }).map((list) => list.join(",")),
);
const plainTimes = spans.filter((text) => !text.endsWith("+"));
const plainRule = fc
  .tuple(optional(plainDates), plainDays, fc.oneof(plainTimes, plainTimes, fc.constant("off")))
  .map((parts) => parts.filter((part) => part !== "").join(" "));
const datedRule = fc.tuple(plainDates, fc.oneof(plainTimes, fc.constant("off"))).map((parts) => parts.join(" "));

/** Those that say the same every year. */
export const yearlyHours: fc.Arbitrary<string> = fc
  .tuple(
    plainRule,
    fc.array(fc.tuple(fc.constantFrom("; ", "; ", ", ", " || "), fc.oneof(plainRule, datedRule)), { maxLength: 4 }),
  )
  .map(([first, others]) => first + others.map((other) => other.join("")).join(""));
