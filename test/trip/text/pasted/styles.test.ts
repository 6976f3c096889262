/** How people mark days, write hours and shorten names: each style by itself. */
import { describe, expect, test } from "vitest";
import { readPasted } from "../../../../trip/text/pasted/read-pasted.ts";
import { findTimes, spanSaid } from "../../../../trip/text/pasted/said-times.ts";
import { CATALOGUE, cityNamed } from "./catalogue.ts";

const OPTIONS = { today: "2027-02-01", startDate: "2027-05-10", cities: CATALOGUE };

const starts = (text: string): string[] =>
  readPasted(text, OPTIONS).draft.days.flatMap(({ dayNumber, items }) =>
    items.map(({ startTime, title }) => `${dayNumber} ${startTime} ${title}`),
  );

describe("days", () => {
  const TWO_DAYS = ["1 09:00 Pantheon", "1 11:00 Trevi Fountain", "2 09:00 Colosseum"];
  test.each([
    ["fri", "sat"],
    ["fri:", "sat:"],
    ["Fr.", "Sa."],
    ["vendredi", "samedi"],
    ["~ friday ~", "~ saturday ~"],
    ["Friday, 14 May.", "Saturday, 15 May."],
    ["14/5", "15/5"],
    ["14th", "15th"],
    ["Rome, Friday 14 May", "Rome, Saturday 15 May"],
    ["== Day 1 ==", "== Day 2 =="],
    ["J1", "J2"],
  ])("under %s and %s", (first, second) => {
    const text = `Rome, a weekend\n\n${first}\n9:00 Pantheon\n11:00 Trevi Fountain\n\n${second}\n9:00 Colosseum`;
    expect(starts(text)).toEqual(TWO_DAYS);
  });

  test("a line each", () => {
    expect(starts("Rome\nfri 9 pantheon, 11 trevi fountain\nsat 9:00 colosseum")).toEqual(TWO_DAYS);
  });

  test("said again in each row of a table, or only in the first", () => {
    const table = (again: string): string =>
      `Rome\n| Day | Time | What |\n|---|---|---|\n| 1 Fri | 9:00 | Pantheon |\n| ${again} | 11:00 | Trevi Fountain |\n| 2 Sat | 9:00 | Colosseum |`;
    expect(starts(table("1 Fri"))).toEqual(TWO_DAYS);
    expect(starts(table(""))).toEqual(TWO_DAYS);
  });

  test("not a sentence that begins with a weekday", () => {
    expect(starts("Rome\n\nDay 1\n9:00 Pantheon\nSunday is market day.\n11:00 Trevi Fountain")).toEqual(
      TWO_DAYS.slice(0, 2),
    );
  });
});

describe("hours", () => {
  const clock = (minute: number | null): string =>
    minute === null ? "–" : `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;
  test.each([
    ["0930-1100 castle", ["9:30–11:00"]],
    ["9-11 castle", ["9:00–11:00"]],
    ["9:30a-11a castle", ["9:30–11:00"]],
    ["11am-1 castle", ["11:00–13:00"]],
    ["castle at 8 in the evening", ["20:00–"]],
    ["9 castle, 11 market, 1 lunch", ["9:00–", "11:00–", "13:00–"]],
    ["2 nights, 3 museums", []],
    ["10-15 minutes on foot", []],
    ["in 2027 we went", []],
    ["7 Portes for lunch", []],
  ])("of %s", (text, expected) => {
    const said = findTimes(text).times.map((time) => {
      const { start, end } = spanSaid(time, { is24: false, after: null, isLate: false });
      return `${clock(start)}–${end === null ? "" : clock(end)}`;
    });
    expect(said).toEqual(expected);
  });

  test.each([
    ["- Pantheon: 9:30–10:30. Free, and round."],
    ["- Pantheon – 9:30 to 10:30 – free"],
    ["- Pantheon, guided tour 9:30–10:30"],
    ["- **Morning (9:30–10:30):** **Pantheon**, free"],
    ["A long walk. Pantheon (9:30–10:30) is free."],
  ])("behind the name: %s", (line) => {
    const items = readPasted(`Rome\nDay 1\n${line}`, OPTIONS).draft.days[0]?.items ?? [];
    expect(items.at(-1)).toMatchObject({ title: "Pantheon", startTime: "09:30", endTime: "10:30" });
  });

  test("of a journey are its departure and arrival, and its stations no stops", () => {
    const { draft, unresolved } = readPasted(
      "Paris\nDay 1: Paris\n10:00 Louvre\nDay 2: Amsterdam\nEurostar 9:22 am Paris Nord – 12:44 pm Amsterdam Centraal",
      OPTIONS,
    );
    expect(draft.days[1]?.items).toMatchObject([{ type: "transport", startTime: "09:22", endTime: "12:44" }]);
    expect(unresolved).toEqual([]);
  });

  test("a start alone leaves the visit its usual length", () => {
    const louvre = cityNamed("Paris").places.find(({ name }) => name === "Louvre Museum")?.visitMinutes ?? 0;
    const [item] = readPasted("Paris\nDay 1\n9:00 Louvre\n15:00 Rodin Museum", OPTIONS).draft.days[0]?.items ?? [];
    const [hour = 0, minute = 0] = (item?.endTime ?? "").split(":").map(Number);
    expect(hour * 60 + minute - 540).toBe(louvre);
  });
});

describe("names", () => {
  const named = (city: string, line: string): (string | null)[] =>
    readPasted(`${city}\nDay 1\n${line}`, OPTIONS).mentions.map(({ placeName }) => placeName);

  test.each([
    ["Kyoto", "10:00 Railway Museum", "Kyoto Railway Museum"],
    ["Kyoto", "10:00 Shisendo", "Shisen-do"],
    ["Singapore", "10:00 National Gallery", "National Gallery Singapore"],
    ["Sydney", "10:00 St Marys Cathedral", "St Mary's Cathedral"],
    ["Rome", "10:00 Foro Romano", "Roman Forum and Palatine Hill"],
    ["Marrakesh", "20:00 Nomad", "Nomad"],
    ["Paris", "10:00 the Catacombs", "Paris Catacombs"],
  ])("in %s, %s is %s", (city, line, place) => expect(named(city, line)).toEqual([place]));

  test("no name is taken from words that merely occur in it", () => {
    expect(named("Paris", "10:00 stroll along the Seine")).not.toContain("Rives de Seine Riverside Park");
    expect(named("Lisbon", "10:00 Ride the cable car")).not.toContain("Parque das Nações Cable Car");
    expect(named("Rome", "[1] walk past 21 shops[21]")).toEqual([]);
  });

  test("another city's place only by its full name", () => {
    expect(named("Lisbon", "12:45 lunch, bifanas at a counter")).toEqual([]);
    expect(named("Amsterdam", "15:00 Luxembourg Gardens")).toEqual(["Luxembourg Garden"]);
  });
});
