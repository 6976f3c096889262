/** Plans over generated worlds, each broken on purpose at a place picked at random: the judge points there. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../trip/calendar.ts";
import { check } from "../../../trip/check/check.ts";
import type { ItemDraft } from "../../../trip/itinerary.ts";
import { minuteOf } from "../../../trip/opening-hours.ts";
import type { Place } from "../../../trip/place.ts";
import type { ViolationCode } from "../../../trip/verdict.ts";
import { type Planned, planned, type Visit, visitsOf } from "../planned.ts";
import { euros, everyDay, idOf } from "../world.ts";

const known = (world: Planned, place: Place, over: Partial<Place>): Planned => ({
  ...world,
  facts: { ...world.facts, places: new Map([...world.facts.places, [place.id, { ...place, ...over }]]) },
});

const edited = (world: Planned, path: string, over: Partial<ItemDraft>): Planned => ({
  ...world,
  itinerary: {
    days: world.itinerary.days.map((day, dayIndex) => ({
      ...day,
      items: day.items.map((item, index) =>
        path === `days[${dayIndex}].items[${index}]` ? { ...item, ...over } : item,
      ),
    })),
  },
});

/** Returns `null` where this fault cannot be made of this visit. */
type Break = (world: Planned, visit: Visit, other: Visit) => Planned | null;

const BREAKS: [ViolationCode, Break][] = [
  ["closed_day", (world, { place, day }) => known(world, place, { hours: closedOn(day.date) })],
  ["outside_hours", (world, { place }) => known(world, place, { hours: everyDay("05:00", "06:00") })],
  ["after_last_entry", shutBefore],
  ["unknown_hours", (world, { place }) => known(world, place, { hours: null })],
  ["wrong_city", (world, { place }) => known(world, place, { cityId: idOf(1, 77) })],
  ["unknown_place", (world, { path }) => edited(world, path, { placeId: idOf(2, 999_999) })],
  ["repeated_place", (world, visit, other) => (visit.path <= other.path ? null : repeat(world, visit, other))],
  [
    "overlap",
    (world, { path, item }) => {
      const twin = { ...item, itemKey: "twin", placeId: null, type: "rest" as const };
      const days = world.itinerary.days.map((day, index) => {
        return path.startsWith(`days[${index}].`) ? { ...day, items: [twin, ...day.items] } : day;
      });
      return { ...world, itinerary: { days } };
    },
  ],
  [
    "accessibility_unmet",
    (world, { place }) => {
      const wishes = { ...world.trip.wishes, accessibility: ["wheelchair" as const] };
      return known({ ...world, trip: { ...world.trip, wishes } }, place, { wheelchair: "no" });
    },
  ],
  [
    "diet_unmet",
    (world, { item, place }) => {
      const wishes = { ...world.trip.wishes, diets: ["kosher" as const] };
      return item.type === "meal" ? known({ ...world, trip: { ...world.trip, wishes } }, place, { diets: [] }) : null;
    },
  ],
  ["unsourced_price", (world, { path }) => edited(world, path, { cost: euros(1234) })],
  [
    "visit_short",
    (world, { item, place }) => (item.type === "meal" ? null : known(world, place, { visitMinutes: 600 })),
  ],
  ["booking_needed", (world, { place }) => known(world, place, { bookingNeeded: true })],
];

const closedOn = (date: string): Place["hours"] => ({ ...everyDay("09:00", "18:00"), closedDates: [date.slice(5)] });

/** Open until the visit ends, but closed to newcomers ten minutes before it begins. */
function shutBefore(world: Planned, { item, place }: Visit): Planned | null {
  const lastEntryMinutes = minuteOf(item.endTime) - minuteOf(item.startTime) + 10;
  if (item.endsNextDay || lastEntryMinutes > 240) return null;
  return known(world, place, { hours: { ...everyDay("00:00", item.endTime), lastEntryMinutes } });
}

function repeat(world: Planned, visit: Visit, other: Visit): Planned | null {
  return visit.item.type === other.item.type ? edited(world, visit.path, { placeId: other.place.id }) : null;
}

describe("a plan broken on purpose", () => {
  it.each(BREAKS)("%s is found where it was made", (code, breakIt) => {
    let made = 0;
    fc.assert(
      fc.property(planned, fc.nat(), fc.nat(), (world, pick, otherPick) => {
        const visits = visitsOf(world);
        const visit = visits[pick % visits.length];
        const other = visits[otherPick % visits.length];
        const broken = visit && other && breakIt(world, visit, other);
        if (!visit || !broken) return;
        const { violations } = check(broken.trip, broken.itinerary, broken.facts);
        const dayPath = visit.path.replace(/\.items.*/, "");
        const where = code === "overlap" ? `${dayPath}.items` : visit.path;
        made += 1;
        expect(violations.some((found) => found.code === code && found.path.startsWith(where))).toBe(true);
      }),
      { numRuns: 60 },
    );
    expect(made).toBeGreaterThan(0);
  });

  it("is out of date once the trip has begun", () => {
    fc.assert(
      fc.property(planned, ({ trip, itinerary, facts }) => {
        const { violations } = check(trip, itinerary, { ...facts, today: addDays(trip.endDate, 1) });
        const past = violations.filter(({ code }) => code === "date_in_past").map(({ path }) => path);
        expect(past).toEqual(itinerary.days.map((_, index) => `days[${index}]`));
      }),
      { numRuns: 30 },
    );
  });
});
