/** Decisions about cities and nights in sentences: what changes, and what it saves or costs. */
import { describe, expect, test } from "vitest";
import type { Route, RouteWorth } from "../../../../trip/schedule/cities/route.ts";
import {
  differenceInWords,
  nightsInWords,
  obstacleInWords,
  orderInWords,
  skipInWords,
} from "../../../../trip/schedule/cities/words.ts";

const NAMES = ["Lisbon", "Porto", "Madrid"];

function routeWith(
  stays: readonly (readonly [city: number, nights: number])[],
  over: Partial<RouteWorth> = {},
): Route & RouteWorth {
  return {
    stays: stays.map(([city, nights]) => ({ city, nights, leg: 0 })),
    legHome: null,
    score: 100,
    terms: { sights: 100, travelTime: 0, money: 0 },
    cost: 100_000,
    legCost: 20_000,
    travelMinutes: 300,
    ...over,
  };
}

const best = routeWith([
  [0, 3],
  [1, 2],
]);

describe("the difference between two routes", () => {
  const differenceTo = (stays: Parameters<typeof routeWith>[0], over: Partial<RouteWorth> = {}): string | null =>
    differenceInWords(NAMES, { best, other: routeWith(stays, over) }, "EUR");

  test.each([
    [
      "One less night in Porto saves about €120",
      [
        [0, 3],
        [1, 1],
      ],
      { cost: 88_000 },
    ],
    [
      "Two fewer nights in Lisbon and two more nights in Porto is almost as good",
      [
        [0, 1],
        [1, 4],
      ],
      {},
    ],
    ["No stop in Porto saves about €200 and 2 h of travel", [[0, 3]], { cost: 80_000, travelMinutes: 180 }],
    [
      "Two nights in Madrid as well costs about €50 and 1 h 5 min of travel more",
      [
        [0, 3],
        [1, 2],
        [2, 2],
      ],
      { cost: 105_000, travelMinutes: 363 },
    ],
    [
      "The order Porto, Lisbon saves 1 h of travel and costs about €30 more",
      [
        [1, 2],
        [0, 3],
      ],
      { cost: 103_000, travelMinutes: 240 },
    ],
    [
      "Another way of getting about saves 1 h of travel and costs about €30 more",
      [
        [0, 3],
        [1, 2],
      ],
      { cost: 103_000, legCost: 23_000, travelMinutes: 240 },
    ],
  ] as const)("%s", (words, stays, over) => {
    expect(differenceTo(stays, over)).toBe(words);
  });

  test("that nobody would notice is none", () => {
    expect(
      differenceTo([
        [0, 3],
        [1, 2],
      ]),
    ).toBeNull();
  });
});

test("nights of each city, and the day at the end", () => {
  expect(nightsInWords(NAMES, best)).toBe("3 nights in Lisbon and 2 in Porto");
  expect(
    nightsInWords(
      NAMES,
      routeWith([
        [2, 1],
        [1, 1],
        [0, 0],
      ]),
    ),
  ).toBe("1 night in Madrid, 1 in Porto and the last day in Lisbon");
});

describe("an open order", () => {
  const named = routeWith(
    [
      [1, 2],
      [0, 3],
    ],
    { travelMinutes: 420 },
  );

  test("says what it saves", () => {
    expect(orderInWords(NAMES, best, named, "EUR")).toBe(
      "You left the order open: I took Lisbon, Porto; Lisbon first saves 2 h of travel against the order you named.",
    );
  });

  test("may be the one named, or have nothing to stand beside", () => {
    expect(orderInWords(NAMES, best, best, "EUR")).toBe(
      "You left the order open: the one you named, Lisbon, Porto, is the best, with about 5 h of travel.",
    );
    expect(orderInWords(NAMES, best, null, "EUR")).toBe(
      "You left the order open: I took Lisbon, Porto; with about 5 h of travel.",
    );
  });
});

test("what stands in the way says what would help", () => {
  const all = [
    { kind: "too_few_nights", least: 7 },
    { kind: "too_many_nights", most: 4 },
    { kind: "arrival_dates" },
    { kind: "order" },
    { kind: "no_connection" },
    { kind: "several" },
  ] as const;
  const words = all.map((obstacle) => obstacleInWords(obstacle, 5));
  expect(new Set(words).size).toBe(all.length);
  expect(words[0]).toBe("The nights asked for add up to 7, and the trip has 5. Make it longer, or ask for fewer.");
});

test("why a city was left out", () => {
  expect(skipInWords("Porto", "beyond_the_budget")).toBe("Porto is beyond the budget.");
  expect(skipInWords("Porto", "does_not_fit")).toContain("does not fit");
});
