/** Plans over generated worlds, each broken on purpose at a place picked at random: the judge points there. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../trip/calendar.ts";
import { check } from "../../../trip/check/check.ts";
import { VIOLATION_SEVERITY, type Violation, type ViolationCode } from "../../../trip/verdict.ts";
import { type Planned, planned, visitsOf } from "../planned.ts";
import { BREAKS, type Broken } from "./breaks.ts";

/** What is said of one item by the item and its place alone: no fault elsewhere may hush it up. */
const OF_ONE_ITEM: readonly ViolationCode[] = [
  "closed_day",
  "outside_hours",
  "after_last_entry",
  "unknown_hours",
  "unknown_place",
  "visit_short",
  "booking_needed",
  "unsourced_price",
];

const violationsOf = ({ trip, itinerary, facts, previous }: Planned & Partial<Broken>): Violation[] =>
  check(trip, itinerary, facts, previous).violations;

/** Breaks the plan at a picked visit, or the next one at which that can be done; `null` where there is none. */
function broken(code: ViolationCode, world: Planned, pick: number, otherPick: number): Broken | null {
  const visits = visitsOf(world);
  const other = visits[otherPick % visits.length];
  const first = pick % Math.max(1, visits.length);
  for (const visit of [...visits.slice(first), ...visits.slice(0, first)]) {
    const fault = other && BREAKS[code](world, visit, other);
    if (fault) return fault;
  }
  return null;
}

describe("a plan broken on purpose", () => {
  it("can be broken in every way there is a word for", () => {
    expect(Object.keys(BREAKS).sort()).toEqual(Object.keys(VIOLATION_SEVERITY).sort());
  });

  it.each(Object.keys(BREAKS) as ViolationCode[])("%s is found where it was made", (code) => {
    let made = 0;
    fc.assert(
      fc.property(planned, fc.nat(), fc.nat(), (world, pick, otherPick) => {
        const fault = broken(code, world, pick, otherPick);
        const foundIn = (plan: Planned): Violation[] =>
          violationsOf(plan).filter(
            (violation) => violation.code === code && violation.path.startsWith(fault?.at ?? ""),
          );
        if (!fault || foundIn(fault.whole ?? world).length > 0) return;
        made += 1;
        const found = foundIn(fault);
        expect(found).not.toEqual([]);
        for (const { expected, actual, fix } of found) expect([expected, actual, fix]).not.toContain(null);
      }),
      { numRuns: 40 },
    );
    expect(made).toBeGreaterThan(0);
  });

  it("is out of date once the trip has begun", () => {
    fc.assert(
      fc.property(planned, ({ trip, itinerary, facts }) => {
        const past = violationsOf({ trip, itinerary, facts: { ...facts, today: addDays(trip.endDate, 1) } })
          .filter(({ code }) => code === "date_in_past")
          .map(({ path }) => path);
        expect(past).toEqual(itinerary.days.map((_, index) => `days[${index}]`));
      }),
      { numRuns: 30 },
    );
  });

  it("keeps every other fault it had", () => {
    const pair = fc.tuple(fc.constantFrom(...OF_ONE_ITEM), fc.constantFrom(...OF_ONE_ITEM));
    let kept = 0;
    fc.assert(
      fc.property(planned, pair, fc.nat(), fc.nat(), (world, [first, second], pick, otherPick) => {
        const once = broken(first, world, pick, otherPick);
        const twice = once && broken(second, once, otherPick, pick);
        if (!once || !twice || once.at === twice.at) return;
        kept += 1;
        const saysOf = (violations: Violation[]): string[] =>
          violations
            .filter(({ code, path }) => OF_ONE_ITEM.includes(code) && path !== twice.at)
            .map(({ code, path }) => `${code} ${path}`);
        expect(saysOf(violationsOf(twice))).toEqual(expect.arrayContaining(saysOf(violationsOf(once))));
      }),
      { numRuns: 150 },
    );
    expect(kept).toBeGreaterThan(20);
  });

  it("is no plan of the scheduler's: those have no errors", () => {
    fc.assert(
      fc.property(planned, (world) => {
        expect(violationsOf(world).filter(({ severity }) => severity === "error")).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
