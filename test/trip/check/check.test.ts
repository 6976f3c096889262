/** A faultless plan is broken in one way at a time; the judge names that way, and where. */
import { describe, expect, it } from "vitest";
import { check } from "../../../trip/check/check.ts";
import { type ItineraryDraft, itineraryDraftSchema } from "../../../trip/itinerary.ts";
import { placeSchema } from "../../../trip/place.ts";
import { VIOLATION_SEVERITY, verdictSchema } from "../../../trip/verdict.ts";
import {
  eateryWith,
  faultlessWorld,
  idOf,
  itemWith,
  LISBON,
  mealAt,
  near,
  tripWith,
  type World,
  withDayChanged,
  withItem,
  withMorePlaces,
  withPlace,
} from "../world.ts";
import { ERROR_FAULTS, monday } from "./error-faults.ts";
import { WARNING_FAULTS } from "./warning-faults.ts";

const FAULTS = [...ERROR_FAULTS, ...WARNING_FAULTS];

const good = faultlessWorld();
const found = ({ trip, itinerary, facts }: World, previous?: ItineraryDraft): string[] =>
  check(trip, itinerary, facts, previous).violations.map(({ code, path }) => `${code} ${path}`);

describe("check", () => {
  it("finds nothing in a faultless plan", () => {
    itineraryDraftSchema.parse(good.itinerary);
    for (const place of good.places) placeSchema.parse(place);
    expect(check(good.trip, good.itinerary, good.facts)).toEqual({ ok: true, violations: [] });
  });

  it.each(FAULTS)("$code: $fault", ({ code, world, previous, path, also = [] }) => {
    expect(found(world, previous).sort()).toEqual([`${code} ${path}`, ...also].sort());
    expect(check(world.trip, world.itinerary, world.facts, previous).ok).toBe(VIOLATION_SEVERITY[code] === "warning");
  });

  it.each(FAULTS)("says what was expected, what came and what to do: $code, $fault", (fault) => {
    const { code, world, previous } = fault;
    const { violations } = check(world.trip, world.itinerary, world.facts, previous);
    const { expected, actual, fix } = violations.find((violation) => violation.code === code) ?? {};
    for (const saying of [expected, actual, fix]) expect(saying).toMatch(/^\S.*[^.\s]$/);
    expect(actual).not.toBe(expected);
  });

  it("has a fault for every code of the table", () => {
    const covered = new Set(FAULTS.map(({ code }) => code));
    expect([...covered].sort()).toEqual(Object.keys(VIOLATION_SEVERITY).sort());
  });

  it("speaks of days, times and names", () => {
    const messages = [
      withPlace(good, 1, { hours: monday }),
      withItem(good, 0, 0, { startTime: "08:30", endTime: "09:30" }),
      withItem(good, 0, 0, { startTime: "12:00", endTime: "13:00" }),
    ].map((world) => check(world.trip, world.itinerary, world.facts).violations[0]?.message);
    expect(messages).toEqual([
      "Museum 1 is closed on Mondays; you would be there on Monday 10 May.",
      "Museum 1 is open 09:00–18:00 that day; you would be there 08:30–09:30 on Monday 10 May.",
      "Tasca 22 starts at 12:30 on Monday 10 May, while Museum 1 lasts until 13:00.",
    ]);
  });

  it("is read back from a time when it said less", () => {
    const before = { code: "overlap", severity: "error", path: "", message: "Two at once." };
    const [read] = verdictSchema.parse({ ok: false, violations: [before] }).violations;
    expect(read).toEqual({ ...before, expected: null, actual: null, fix: null });
  });

  it("puts errors before warnings", () => {
    const world = withItem(withPlace(good, 1, { bookingNeeded: true }), 2, 0, { placeId: idOf(2, 999_999) });
    expect(found(world)).toEqual(["unknown_place days[2].items[0]", "booking_needed days[0].items[0]"]);
  });

  it("leaves delayed and skipped items out of it", () => {
    const closed = withPlace(good, 1, { hours: monday });
    expect(found(withItem(closed, 0, 0, { status: "skipped" }))).toEqual([]);
    expect(found(withItem(closed, 0, 0, { status: "delayed" }))).toEqual([]);
    expect(found(withItem(closed, 0, 0, { status: "completed" }))).toEqual(["closed_day days[0].items[0]"]);
  });

  it("does not mind in which order a day lists its items", () => {
    const items = [...(good.itinerary.days[0]?.items ?? [])].reverse();
    expect(found(withDayChanged(good, 0, { items }))).toEqual([]);
  });

  it("takes the lunch inside the museum for one visit", () => {
    const cafe = withItem(good, 0, 1, { placeId: idOf(2, 1), startTime: "12:00", endTime: "13:00" });
    expect(found(cafe)).toEqual([]);
  });

  it("accepts meals without a place, and a day left free", () => {
    expect(found(withItem(good, 1, 3, { placeId: null, location: null }))).toEqual([]);
    const free = withDayChanged(good, 1, { items: [itemWith({ startTime: "09:00", endTime: "22:00" })] });
    expect(found(free)).toEqual([]);
  });

  it("counts history as history", () => {
    const lived = good.itinerary.days.map((day, index) =>
      index > 0 ? day : { ...day, items: day.items.map((item) => ({ ...item, status: "completed" as const })) },
    );
    expect(found({ ...good, facts: { ...good.facts, today: "2027-05-11" }, itinerary: { days: lived } })).toEqual([]);
  });

  it("names every vegan dish it misses and knows that vegan feeds vegetarians", () => {
    const table = eateryWith(40, { diets: ["vegan"], location: near(LISBON, 300, 0) });
    const trip = tripWith({ wishes: { diets: ["vegetarian", "halal"] } });
    const world = withDayChanged({ ...withMorePlaces(good, table), trip }, 0, {
      items: [mealAt(table, "12:30", "13:30")],
    });
    const unmet = check(world.trip, world.itinerary, world.facts).violations.find(({ path }) =>
      path.startsWith("days[0].i"),
    );
    expect(unmet?.message).toBe("Tasca 40 is not known to serve halal meals.");
  });
});
