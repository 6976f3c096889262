import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, weekdayOf } from "../../../trip/calendar.ts";
import { withLiveHours } from "../../../trip/live/live-hours.ts";
import { PLACE_STATES } from "../../../trip/live/live-place.ts";
import { type OpeningHours, windowsOn } from "../../../trip/opening-hours.ts";
import { everyDay, placeWith } from "../world.ts";
import { closedOn, liveWith } from "./live-places.ts";

/** A Monday. */
const TODAY = "2027-05-10";
const LATER = "2027-05-24";
const SPAN = { today: TODAY, from: TODAY, to: addDays(LATER, 2) };

const opens = (hours: OpeningHours | null, date: string): string | null => {
  const windows = windowsOn(hours, date);
  return windows?.map(({ openMinute, closeMinute }) => `${openMinute / 60}-${closeMinute / 60}`).join(" ") ?? null;
};

test("what is told by date outweighs what we know; other days stay", () => {
  const dates = [
    { date: TODAY, intervals: [{ open: "12:00", close: "16:00" }] },
    { date: addDays(TODAY, 1), intervals: [] },
  ];
  const { hours } = withLiveHours(placeWith(1), liveWith({ dates }), SPAN);
  expect([0, 1, 2].map((ahead) => opens(hours, addDays(TODAY, ahead)))).toEqual(["12-16", "", "9-18"]);
});

test("an exception of ours on such a day is replaced, on others it stays", () => {
  const exceptions = [TODAY, LATER].map((date) => ({ date, intervals: [] }));
  const place = placeWith(1, { hours: { ...everyDay("09:00", "18:00"), exceptions } });
  const dates = [{ date: TODAY, intervals: [{ open: "12:00", close: "16:00" }] }];
  const { hours } = withLiveHours(place, liveWith({ dates }), SPAN);
  expect([opens(hours, TODAY), opens(hours, LATER)]).toEqual(["12-16", ""]);
});

test("where nobody knew, the vendor's usual week fills in; without one the other days stay unknown", () => {
  const place = placeWith(1, { hours: null });
  const dates = [{ date: TODAY, intervals: [] }];
  const filled = withLiveHours(place, liveWith({ dates, week: closedOn("tuesday") }), SPAN).hours;
  expect([TODAY, "2027-05-25", LATER].map((date) => opens(filled, date))).toEqual(["", "", "9-18"]);
  const partly = withLiveHours(place, liveWith({ dates }), SPAN).hours;
  expect([opens(partly, TODAY), opens(partly, LATER)]).toEqual(["", null]);
});

test("a vendor who knows nothing changes nothing", () => {
  for (const hours of [null, everyDay("09:00", "18:00")]) {
    const place = placeWith(1, { hours });
    expect(withLiveHours(place, liveWith(), SPAN)).toBe(place);
  }
});

test("beyond the coming days a contradiction makes a day unknown, and other hours of an open day do not", () => {
  const ours = placeWith(1, { hours: { ...everyDay("10:00", "17:00"), sunday: [] } });
  const { hours } = withLiveHours(ours, liveWith({ week: closedOn("monday") }), SPAN);
  const sunday = addDays(LATER, -1);
  expect([opens(hours, LATER), opens(hours, addDays(LATER, 1)), opens(hours, sunday)]).toEqual([null, "10-17", null]);
});

test.each([
  ["closed_for_good", "", ""],
  ["closed_for_now", "", null],
  ["not_open_yet", "", null],
] as const)("%s", (state, soon, later) => {
  for (const hours of [null, everyDay("09:00", "18:00")]) {
    const shut = withLiveHours(placeWith(1, { hours }), liveWith({ state, week: closedOn() }), SPAN).hours;
    expect([opens(shut, TODAY), opens(shut, addDays(TODAY, 6)), opens(shut, LATER)]).toEqual([soon, soon, later]);
  }
});

test("no day is open unless one of the two says so, and none that is told by date is anything else", () => {
  const weekday = fc.constantFrom("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
  const week = fc.array(weekday, { maxLength: 7 }).map((days) => closedOn(...(days as "monday"[])));
  const intervals = fc.boolean().map((isOpen) => (isOpen ? [{ open: "07:00", close: "21:00" }] : []));
  const dates = fc
    .array(intervals, { maxLength: 7 })
    .map((all) => all.map((one, ahead) => ({ date: addDays(TODAY, ahead), intervals: one })));
  fc.assert(
    fc.property(
      fc.option(week),
      fc.option(week),
      dates,
      fc.constantFrom(...PLACE_STATES),
      fc.integer({ min: -5, max: 20 }),
      (ours, theirs, told, state, ahead) => {
        const date = addDays(TODAY, ahead);
        const { hours } = withLiveHours(
          placeWith(1, { hours: ours }),
          liveWith({ week: theirs, dates: told, state }),
          SPAN,
        );
        const said = windowsOn(hours, date);
        const dated = told.find((day) => day.date === date);
        if (state === "operating" && dated) expect(said?.length).toBe(dated.intervals.length);
        const isSaid =
          [ours, theirs].some((known) => (known?.[weekdayOf(date)].length ?? 0) > 0) || dated !== undefined;
        if ((said?.length ?? 0) > 0) expect(isSaid).toBe(true);
        if (ahead < 0 && state !== "closed_for_good") expect(said).toEqual(windowsOn(ours, date));
      },
    ),
  );
});
