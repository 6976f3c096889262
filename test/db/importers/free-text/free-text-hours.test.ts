/** What an editor wrote becomes hours where it can be read one way only, and nothing where it cannot. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { readFreeTextHours } from "../../../../db/importers/free-text/free-text-hours.ts";
import { parseHours } from "../../../../trip/hours/parse-hours.ts";

const SIGHT = { isDaytime: true };
const BAR = { isDaytime: false };

test.each([
  ["Tu-Su 10AM-6PM", "Tu-Su 10:00-18:00"],
  ["Tu–Su 10:00–18:00", "Tu-Su 10:00-18:00"],
  ["daily 09:00-17:00, closed Mon", "Tu-Su 09:00-17:00"],
  ["Daily except Monday 10am to 6pm", "Tu-Su 10:00-18:00"],
  ["9AM-5PM M-F, 10AM-2PM Sa", "Mo-Fr 09:00-17:00; Sa 10:00-14:00"],
  ["W–M 10:00–22:00, Tu 10:00–17:00", "Mo,We-Su 10:00-22:00; Tu 10:00-17:00"],
  ["M-F 9AM-12PM, 2PM-5PM; Sa 10AM-2PM", "Mo-Fr 09:00-12:00,14:00-17:00; Sa 10:00-14:00"],
  ["Tu-F 10:00-18:00, Sa Su 11:00-17:00", "Tu-Fr 10:00-18:00; Sa,Su 11:00-17:00"],
  ["Daily 10-18, Th 10-21", "Mo-We,Fr-Su 10:00-18:00; Th 10:00-21:00"],
  ["Mon-Sat 11am-midnight", "Mo-Sa 11:00-24:00"],
  ["6PM-2AM daily", "Mo-Su 18:00-02:00"],
  ["Open daily from 9 a.m. to 5 p.m.", "Mo-Su 09:00-17:00"],
  ["Tu-Su 10AM-6PM; closed public holidays", "Tu-Su 10:00-18:00; PH off"],
  ["M–Sa 0900–1700", "Mo-Sa 09:00-17:00"],
  ["24 hours", "24/7"],
  ["24/7", "24/7"],
  ["dawn to dusk", "dawn-dusk"],
  ["Sunrise–sunset daily", "sunrise-sunset"],
])("%j is certain", (text, hours) => {
  expect(readFreeTextHours(text, BAR)).toEqual({ hours });
  expect(parseHours(hours).problem).toBeNull();
});

test.each([
  "",
  "10AM-6PM", // every day, or every day but one that goes without saying
  "Summer: Tu-Su 10-18",
  "Tu-Su 10-18 in summer",
  "M-F 8-10PM", // two hours or fourteen
  "daily 10AM-5PM, F 7PM-10PM", // instead, or as well
  "daily 10AM-5PM; daily 11AM-6PM",
  "9AM-5PM M-F, Sa 10AM-2PM", // whose are the hours in the middle
  "T-Sa 10AM-5PM", // Tuesday or Thursday
  "Th–Tu 10:00–18:00, closed W and 25 Dec",
  "Tu-Su 10AM-late",
  "Tu-Su 10AM-6PM, holidays 10AM-2PM",
  "Tu-Su 25:00-26:00",
  "Mon 9AM-5PM, closed Monday",
  "M-F 10AM-9AM",
  "call ahead",
  "Mo-So 10-18",
])("%j is not, and says nothing", (text) => {
  expect(readFreeTextHours(text, SIGHT)).toEqual({});
});

test("nine to five is by day for a sight, and may be by night for a bar", () => {
  expect(readFreeTextHours("M-F 9-5", SIGHT)).toEqual({ hours: "Mo-Fr 09:00-17:00" });
  expect(readFreeTextHours("M-F 9-5", BAR)).toEqual({});
});

test("a closed day without hours is kept; last entry is minutes before closing", () => {
  expect(readFreeTextHours("closed Mondays", SIGHT)).toEqual({ closedDays: ["Mo"] });
  expect(readFreeTextHours("Tu-Su 10:00-18:00 (last entry 17:15)", SIGHT)).toEqual({
    hours: "Tu-Su 10:00-18:00",
    lastEntryMinutes: 45,
  });
  expect(readFreeTextHours("Tue–Sun 9.30am–5.30pm, last admission 30 min before closing", SIGHT)).toEqual({
    hours: "Tu-Su 09:30-17:30",
    lastEntryMinutes: 30,
  });
});

const DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const NAMES = [
  ["M", "Mon", "Monday", "Mo"],
  ["Tu", "Tue", "Tues", "Tuesday"],
  ["W", "We", "Wed", "Wednesday"],
  ["Th", "Thu", "Thursday"],
  ["F", "Fr", "Fri", "Friday"],
  ["Sa", "Sat", "Saturday"],
  ["Su", "Sun", "Sunday"],
];

function twelve(minutes: number): string {
  const hour = Math.floor(minutes / 60);
  const minute = minutes % 60 === 0 ? "" : `:${String(minutes % 60).padStart(2, "0")}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minute}${hour < 12 ? "AM" : "PM"}`;
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

const spanOfDay = fc
  .tuple(fc.integer({ min: 24, max: 44 }), fc.integer({ min: 1, max: 40 }))
  .map(([start, length]) => [start * 15, Math.min((start + length) * 15, 1425)] as const);

test("any days and hours, however they are written, are the same days and hours", () => {
  fc.assert(
    fc.property(
      fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 }),
      spanOfDay,
      fc.nat({ max: 3 }),
      fc.boolean(),
      fc.constantFrom("-", "–", " - ", " to "),
      fc.constantFrom(", ", " & ", " and "),
      (days, [from, to], style, is24, dash, comma) => {
        const names = days.map((day) => NAMES[day]?.[style % (NAMES[day]?.length ?? 1)] ?? "");
        const written = is24 ? `${clock(from)}${dash}${clock(to)}` : `${twelve(from)}${dash}${twelve(to)}`;
        // "10:00-11:30" could be in the evening, unless the clock is seen to have 24 hours.
        fc.pre(!is24 || from < 600 || to >= 780);
        const { hours = "" } = readFreeTextHours(`${names.join(comma)} ${written}`, BAR);
        expect(hours.endsWith(` ${clock(from)}-${clock(to)}`), `${names.join(comma)} ${written} → ${hours}`).toBe(true);
        const open = hours
          .split(" ")[0]
          ?.split(",")
          .flatMap((part) => {
            const [first = "", last = first] = part.split("-");
            return DAYS.slice(DAYS.indexOf(first), DAYS.indexOf(last) + 1);
          });
        expect(open).toEqual(days.map((day) => DAYS[day]));
      },
    ),
  );
});

test("a word that is not understood, anywhere, leaves all of it out", () => {
  const strange = fc.constantFrom("summer", "maybe", "by appointment", "school days", "Apr", "(2nd floor)", "?", "T");
  fc.assert(
    fc.property(strange, fc.boolean(), (word, isFirst) => {
      const text = "Tu-Su 10AM-6PM";
      expect(readFreeTextHours(isFirst ? `${word} ${text}` : `${text} ${word}`, SIGHT)).toEqual({});
    }),
  );
});

test("no text makes it fail, and what it says is what the catalogue reads", () => {
  const pieces = fc.constantFrom(
    "M",
    "Tu-Su",
    "closed",
    "10",
    "-",
    "6PM",
    ",",
    "daily",
    "24",
    "hours",
    "noon",
    ";",
    "(",
    "x",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (words) => {
      const { hours = "24/7" } = readFreeTextHours(words.join(" "), SIGHT);
      expect(parseHours(hours).problem).toBeNull();
    }),
    { numRuns: 2000 },
  );
});
