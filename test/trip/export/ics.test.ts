/** The calendar, read back by somebody else's parser. */
import fc from "fast-check";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { icsOf } from "../../../trip/export/ics.ts";
import { contentLines, escapeText, folded } from "../../../trip/export/ics-text.ts";
import type { PlanDocument } from "../../../trip/plan-document.ts";
import { HOSTILE_NAMES, renamed } from "../../hostile-plan.ts";
import { at, item } from "../../plan-builders.ts";
import { japan, lisbon, ZONES } from "../../plan-fixture.ts";

const STAMPED_AT = new Date("2026-11-22T10:00:00Z");

function read(text: string): { calendar: ICAL.Component; events: ICAL.Event[] } {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return { calendar, events: calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event)) };
}

const written = (plan: PlanDocument, zones: Record<string, string> = ZONES): string =>
  icsOf(plan, { stampedAt: STAMPED_AT, zones });

const octets = (text: string): number => new TextEncoder().encode(text).length;

test("every line ends in CRLF, holds at most 75 octets and cuts no character", () => {
  for (const plan of [lisbon(), japan()]) {
    const lines = written(plan).split("\r\n");
    expect(lines.pop()).toBe("");
    expect(lines.filter((line) => octets(line) > 75 || /[\r\n]/.test(line))).toEqual([]);
    expect(lines.some((line) => line.startsWith(" "))).toBe(true);
  }
});

test("folding is undone by unfolding, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
      const line = `SUMMARY:${escapeText(text)}`;
      const parts = folded(line).split("\r\n");
      expect(parts.every((part) => octets(part) <= 75)).toBe(true);
      expect(parts.map((part, index) => (index === 0 ? part : part.slice(1))).join("")).toBe(line);
    }),
  );
});

test("items come back with their names, places and words", () => {
  const { calendar, events } = read(written(lisbon()));
  expect(calendar.getFirstPropertyValue("x-wr-calname")).toBe("Lisbon: food and viewpoints");
  expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
  expect(events).toHaveLength(19);
  const [first] = events;
  expect(first?.summary).toBe("Jerónimos Monastery");
  expect(first?.location).toBe("Jerónimos Monastery, Lisbon");
  expect(first?.description).toBe("For your interest in historical sites\nBook ahead\n€18 each");
  expect(first?.component.getFirstPropertyValue("geo")).toEqual([38.6979, -9.2068]);
  expect(first?.component.getFirstPropertyValue("dtstamp")?.toString()).toBe("2026-11-22T10:00:00Z");
  const open = events.find(({ summary }) => summary === "Dinner near Santa Justa Lift");
  expect(open?.location).toBe("Lisbon");
  expect(open?.component.hasProperty("geo")).toBe(false);
  expect(events.some(({ summary }) => summary.includes("called off"))).toBe(false);
});

test("with a zone times are UTC instants, across midnight too", () => {
  const { events } = read(written(lisbon()));
  const times = (title: string): string[] =>
    events
      .filter(({ summary }) => summary === title)
      .flatMap(({ startDate, endDate }) => [startDate.toString(), endDate.toString()]);
  // Lisbon is an hour ahead of UTC in May.
  expect(times("Jerónimos Monastery")).toEqual(["2027-05-10T08:30:00Z", "2027-05-10T10:00:00Z"]);
  expect(times("Fado at Tasca do Chico")).toEqual(["2027-05-11T21:30:00Z", "2027-05-12T00:00:00Z"]);
});

test("the night of the clock change ends an hour of real time later", () => {
  const plan = lisbon();
  const [day] = plan.itinerary.days;
  if (!day) throw new Error("expected a day");
  const late = item("23:00–02:30", "Late bar", { endsNextDay: true, ...at(38.7, -9.1) });
  const days = [{ ...day, date: "2027-10-30", items: [late] }];
  const { events } = read(written({ ...plan, itinerary: { ...plan.itinerary, days } }));
  expect(events[0]?.startDate.toString()).toBe("2027-10-30T22:00:00Z");
  expect(events[0]?.endDate.toString()).toBe("2027-10-31T02:30:00Z");
});

test("without a zone times float", () => {
  const { events } = read(written(lisbon(), {}));
  expect(events[0]?.startDate.toString()).toBe("2027-05-10T09:30:00");
  expect(events[0]?.startDate.zone).toBe(ICAL.Timezone.localTimezone);
  const late = events.find(({ summary }) => summary === "Fado at Tasca do Chico");
  expect(late?.endDate.toString()).toBe("2027-05-12T01:00:00");
});

test("UIDs are one a visit, and stay when the plan gets a newer version", () => {
  const uids = (plan: PlanDocument): string[] => read(written(plan)).events.map(({ uid }) => uid);
  const plan = lisbon();
  const newer = { ...plan, itinerary: { ...plan.itinerary, version: 2 } };
  expect(uids(newer)).toEqual(uids(plan));
  expect(read(written(newer)).events[0]?.sequence).toBe(2);
  const twins = plan.itinerary.days.map((day) => ({
    ...day,
    items: day.items.map((entry) => ({ ...entry, itemKey: "same" })),
  }));
  const doubled = uids({ ...plan, itinerary: { ...plan.itinerary, days: twins } });
  expect(new Set(doubled).size).toBe(doubled.length);
});

test("flights are instants of their own, stays are bands over their nights", () => {
  const { events } = read(written(japan()));
  const flight = events.find(({ summary }) => summary === "Flight LH 742 FRA–KIX");
  expect(flight?.startDate.toString()).toBe("2027-04-02T11:20:00Z");
  expect(flight?.endDate.toString()).toBe("2027-04-03T00:05:00Z");
  const stay = events.find(({ summary }) => summary.startsWith("Stay at"));
  expect(stay?.startDate.isDate).toBe(true);
  expect(`${stay?.startDate} ${stay?.endDate}`).toBe("2027-04-03 2027-04-05");
});

test.each(HOSTILE_NAMES)("no name adds an entry or a property: %j", (name) => {
  const plan = lisbon();
  const { calendar, events } = read(written(renamed(plan, name)));
  const usual = read(written(plan)).events;
  expect(events).toHaveLength(usual.length);
  expect(calendar.getAllProperties().map((property) => property.name)).toHaveLength(6);
  expect(new Set(events.map(({ summary }) => summary)).size).toBe(1);
});

test("an empty trip is still a calendar", () => {
  const plan = lisbon();
  const { events } = read(written({ ...plan, itinerary: { ...plan.itinerary, days: [] } }));
  expect(events).toEqual([]);
  expect(contentLines([])).toBe("");
});
