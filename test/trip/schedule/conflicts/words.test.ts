/** The three ways out that travellers are most often told, and the sentences they are told in. */
import { describe, expect, it } from "vitest";
import { findConflict } from "../../../../trip/schedule/conflicts/find-conflict.ts";
import { conflictText, type Dictionary } from "../../../../trip/schedule/conflicts/words.ts";
import type { Problem, Visit } from "../../../../trip/schedule/problem.ts";
import { dayWith, open, problemWith, tableOf, visitWith } from "./generated-problems.ts";

const NAMES = ["the Uffizi", "the 09:00 tour", "the Accademia"];
const names: Dictionary = {
  visit: (visit) => NAMES[visit] ?? "a sight",
  day: (day) => ["Tuesday", "Wednesday", "Thursday"][day] ?? "another day",
  meal: (_, slot) => ["lunch", "dinner"][slot] ?? "a meal",
  category: () => "museums",
  // What the beds cost comes on top of what visits and meals do.
  budget: (minor) => `${new Intl.NumberFormat("en").format((minor + 50_000) / 100)} EUR`,
};

const mustSee = (over: Partial<Visit> & Pick<Visit, "windows">): Visit => visitWith({ isMustSee: true, ...over });

function told(over: Partial<Problem>): string {
  const problem = problemWith(over);
  const conflict = findConflict(problem);
  expect([conflict?.isProven, conflict?.isMinimal]).toEqual([true, true]);
  return conflict ? conflictText(problem, conflict, names) : "";
}

describe("conflictText", () => {
  it("tells of a sight and a fixed tour: drop it or start earlier", () => {
    const visits = [
      mustSee({ windows: [[open(480, 600)]], minutes: 45, leastMinutes: 45 }),
      mustSee({ windows: [[open(540, 600, 540)]], isFixed: true, point: 1 }),
    ];
    const travel = tableOf([
      { x: 0, y: 0 },
      { x: 0, y: 0 },
    ]);
    const days = [dayWith({ startMinute: 510, endMinute: 660 })];
    expect(told({ days, visits, travel })).toBe(
      "The Uffizi and the 09:00 tour cannot both be had on Tuesday. Either start Tuesday at 08:15, " +
        "or give the Uffizi 30 minutes, or move the 09:00 tour to 09:15 on Tuesday, or drop the Uffizi, " +
        "or drop the 09:00 tour.",
    );
  });

  it("raises the budget to the least that is enough", () => {
    const all = [[open(540, 1080)]];
    const visits = [mustSee({ windows: all, cost: 34_000 }), mustSee({ windows: all, cost: 30_000 })];
    expect(told({ visits, budget: 50_000 })).toBe(
      "The Uffizi and the 09:00 tour cannot both be had for 1,000 EUR. Either raise the budget to 1,140 EUR, " +
        "or drop the Uffizi, or drop the 09:00 tour.",
    );
  });

  it("adds a day when the days are too few", () => {
    const windows = [[open(540, 1080)], [open(540, 1080)]];
    const visits = [0, 1, 2].map(() => mustSee({ windows, minutes: 420, leastMinutes: 420 }));
    const days = [dayWith({ maxVisits: 1 }), dayWith({ maxVisits: 1 })];
    const text = told({ days, visits });
    expect(text).toContain("cannot all be had");
    expect(text).toMatch(/or add a day\.$/);
  });

  it("says that a sight is closed", () => {
    expect(told({ visits: [mustSee({ windows: [[]] })] })).toBe(
      "The Uffizi is closed on all your days. Drop the Uffizi.",
    );
  });

  it("offers no change that cannot be had", () => {
    const visits = [mustSee({ windows: [[open(540, 1080)]], minutes: 600, leastMinutes: 600 })];
    const conflict = findConflict(problemWith({ visits }), { canOffer: ({ kind }) => kind === "drop_visit" });
    expect(conflict?.relaxations.map(({ changes }) => changes)).toEqual([[{ kind: "drop_visit", visit: 0 }]]);
  });

  it("counts museums, meals and steps", () => {
    const windows = [[open(540, 1080)]];
    const visits = [visitWith({ windows, categories: [0] }), visitWith({ windows, categories: [0] })];
    const limits = [{ category: 0, most: null, mostPerDay: null, least: 3 }];
    expect(told({ visits, limits })).toBe("There is no room for at least 3 museums. Ask for 2 museums only.");
    const meals = [{ earliestMinute: 1080, latestMinute: 1140, minutes: 60, costWithoutPlace: 0 }];
    expect(told({ days: [dayWith({ meals })] })).toBe(
      "There is no room for lunch on Tuesday. Either stay out until 19:00 on Tuesday, " +
        "or do without lunch on Tuesday.",
    );
  });
});
