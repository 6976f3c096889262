/** Replanning and repair with the search itself: as much as must change changes, and nothing else. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../../../trip/check/check.ts";
import { type ItineraryDraft, isActive } from "../../../../trip/itinerary.ts";
import type { Change } from "../../../../trip/schedule/mapping/change.ts";
import { planChanges } from "../../../../trip/schedule/mapping/plan-changes.ts";
import { repair } from "../../../../trip/schedule/mapping/repair.ts";
import { replanProblem } from "../../../../trip/schedule/mapping/replan.ts";
import { itineraryFrom } from "../../../../trip/schedule/mapping/to-itinerary.ts";
import { isOutdoors } from "../../../../trip/schedule/mapping/weather.ts";
import { createSearch } from "../../../../trip/schedule/search.ts";
import { ERROR_FAULTS } from "../../check/error-faults.ts";
import { type Planned, plan, planned, visitsOf } from "../../planned.ts";
import {
  eateryWith,
  factsWith,
  faultlessWorld,
  LISBON,
  near,
  placeWith,
  tripWith,
  withItem,
  withPlace,
} from "../../world.ts";

const STEPS = 60;

function replan({ trip, facts, itinerary }: Planned, change: Change = {}): ItineraryDraft {
  const { mapped, start } = replanProblem(trip, facts, itinerary, change);
  const search = createSearch(mapped.problem, { steps: STEPS, start });
  search.step(STEPS);
  return itineraryFrom(mapped, search.solution().days, itinerary);
}

const outline = ({ days }: ItineraryDraft): string[][] =>
  days.map(({ items }) => items.map(({ title, startTime, endTime }) => `${startTime}–${endTime} ${title}`));

/** A city with enough to do, and a plan of three days in it. */
function busyWorld(): Planned {
  const sights = Array.from({ length: 30 }, (_, index) =>
    placeWith(index + 1, {
      type: index % 3 === 0 ? "park" : "museum",
      categories: [index % 3 === 0 ? "parks" : "museums"],
      location: near(LISBON, ((index * 700) % 3_000) - 1_500, ((index * 1_100) % 3_000) - 1_500),
      popularity: 0.3 + (index % 7) / 10,
    }),
  );
  const tables = Array.from({ length: 12 }, (_, index) =>
    eateryWith(100 + index, { location: near(LISBON, index * 200 - 1_200, 1_200 - index * 200) }),
  );
  const facts = factsWith([...sights, ...tables]);
  const trip = tripWith({ budget: null });
  return { trip, facts, itinerary: plan(trip, facts, 300) };
}
const busy = busyWorld();

describe("replanning", () => {
  it("without a change is the same plan", () => {
    expect(outline(replan(busy))).toEqual(outline(busy.itinerary));
  });

  // Not in all: where the plan breaks a limit by the replanning's own account, or has room for a meal, its day is redone.
  it("without a change is the same plan in 99 of 100 worlds, and holds in the others", () => {
    const worlds = fc.sample(planned, { numRuns: 400, seed: 1 });
    const others = worlds.filter((world) => {
      const after = replan(world);
      if (JSON.stringify(outline(after)) === JSON.stringify(outline(world.itinerary))) return false;
      expect(check(world.trip, after, world.facts).ok).toBe(check(world.trip, world.itinerary, world.facts).ok);
      return true;
    });
    expect(others.length).toBeLessThanOrEqual(4);
  });

  it("around a closed museum changes its day, and elsewhere makes room for the museum at most", () => {
    const [shut] = visitsOf(busy).filter(({ item }) => item.type === "attraction");
    if (!shut) throw new Error("Expected a visit.");
    const after = replan(busy, { closures: [{ placeId: shut.place.id, dates: [shut.day.date] }] });
    const changes = planChanges(busy.itinerary, after);
    const museum = changes.find(({ placeId }) => placeId === shut.place.id);
    const elsewhere = changes.filter(({ from, to }) => ![from?.date, to?.date].includes(shut.day.date));
    expect(elsewhere.filter(({ kind, to }) => kind !== "retimed" || to?.date !== museum?.to?.date)).toEqual([]);
    expect(check(busy.trip, after, busy.facts).ok).toBe(true);
    const added = changes.filter(({ kind }) => kind === "added");
    expect(added.every(({ to }) => to?.date === shut.day.date)).toBe(true);
  });

  it("around rain has nothing out of doors that day, and as much to see", () => {
    const [, rainy] = busy.itinerary.days;
    if (!rainy) throw new Error("Expected a second day.");
    const after = replan(busy, { rainyDates: [rainy.date] });
    const seen = visitsOf({ ...busy, itinerary: after }).filter(({ day }) => day.date === rainy.date);
    expect(visitsOf(busy).some(({ day, place }) => day.date === rainy.date && isOutdoors(place))).toBe(true);
    expect(seen.filter(({ place }) => isOutdoors(place))).toEqual([]);
    expect(seen.filter(({ item }) => item.type === "attraction").length).toBeGreaterThanOrEqual(3);
    expect(check(busy.trip, after, busy.facts).ok).toBe(true);
  });

  it("after landing late leaves the evening empty and the other days alone", () => {
    const after = replan(busy, { arrival: { date: busy.trip.startDate, minute: 22 * 60 } });
    expect(after.days[0]?.items).toEqual([]);
    const lost = planChanges(busy.itinerary, after).filter(({ kind, from }) => {
      return kind === "dropped" && from?.date !== busy.trip.startDate;
    });
    expect(lost).toEqual([]);
  });

  it("puts in a place that must now be in, on its date", () => {
    const missing = [...busy.facts.places.values()].find(
      ({ id, type }) => type === "museum" && !visitsOf(busy).some(({ place }) => place.id === id),
    );
    if (!missing) throw new Error("Expected a museum to be left out.");
    const date = busy.itinerary.days[1]?.date ?? "";
    const after = replan(busy, { wanted: [{ placeId: missing.id, date }] });
    const where = visitsOf({ ...busy, itinerary: after }).find(({ place }) => place.id === missing.id);
    expect(where?.day.date).toBe(date);
  });

  it("never moves what is locked, whatever changes", () => {
    fc.assert(
      fc.property(planned, fc.nat(), fc.nat(), fc.boolean(), (world, pick, other, rains) => {
        const visits = visitsOf(world);
        const locked = visits[pick % visits.length];
        const shut = visits[other % visits.length];
        if (!locked || !shut) return;
        const days = world.itinerary.days.map((day) => ({
          ...day,
          items: day.items.map((item) => (item === locked.item ? { ...item, locked: true } : item)),
        }));
        const previous = { ...world, itinerary: { days } };
        const change: Change = {
          ...(shut === locked ? {} : { closures: [{ placeId: shut.place.id, dates: [shut.day.date] }] }),
          ...(rains ? { rainyDates: [locked.day.date] } : {}),
        };
        const { violations } = check(world.trip, replan(previous, change), world.facts, previous.itinerary);
        expect(violations.filter(({ severity }) => severity === "error")).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

/** No plan mends a trip whose beds or dates are wrong. */
const BEYOND_PLANS = new Set(["stay_conflict", "date_in_past", "unsourced_price", "minimum_nights"]);

describe("repair", () => {
  const good = faultlessWorld();

  it("of a plan that holds is the plan", () => {
    const { itinerary, verdict, changes } = repair(good.trip, good.itinerary, good.facts, { steps: STEPS });
    expect(verdict.ok).toBe(true);
    expect(changes.filter(({ kind }) => kind !== "added")).toEqual([]);
    const times = ({ days }: ItineraryDraft): unknown =>
      days.map(({ items }) => items.filter(isActive).map(({ placeId, startTime }) => `${startTime} ${placeId}`));
    expect(times(itinerary)).toEqual(expect.arrayContaining(times(good.itinerary) as unknown[]));
  });

  it("says what it moved, and why", () => {
    const broken = withPlace(good, 1, { hours: { ...placeWith(1).hours, monday: [] } as never });
    const { changes, verdict } = repair(broken.trip, broken.itinerary, broken.facts, { steps: STEPS });
    expect(verdict.ok).toBe(true);
    const moved = changes.find(({ title }) => title === "Museum 1");
    expect(moved?.kind).toBe("other_day");
    expect(moved?.why.join()).toMatch(/closed/);
  });

  const mendable = ERROR_FAULTS.filter(({ code, path }) => !BEYOND_PLANS.has(code) || path.startsWith("days["));
  it.each(mendable.map(({ code, fault, world }) => [code, fault, world] as const))(
    "mends %s: %s",
    (code, _, { trip, facts, itinerary }) => {
      const { verdict } = repair(trip, itinerary, facts, { steps: STEPS });
      const left = verdict.violations.filter(({ severity }) => severity === "error");
      expect(code === "date_in_past" ? left.filter((found) => found.code !== "date_in_past") : left).toEqual([]);
    },
  );

  it("keeps nearly all of a plan with one fault", () => {
    const late = withItem(good, 0, 2, { startTime: "17:30", endTime: "18:30" });
    const { changes } = repair(late.trip, late.itinerary, late.facts, { steps: STEPS });
    expect(changes.filter(({ kind }) => kind !== "added").map(({ kind, title }) => [kind, title])).toEqual([
      ["retimed", "Museum 3"],
    ]);
  });
});
