/** The table of ways holds for every pair what the judge reckons for it, and is there fast enough to be built per request. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOBILITY } from "../../../../trip/geo.ts";
import { mobilityOf } from "../../../../trip/pace.ts";
import type { Coordinates } from "../../../../trip/place.ts";
import { Points, travelTable } from "../../../../trip/schedule/mapping/travel.ts";
import type { TravelTable } from "../../../../trip/schedule/problem.ts";
import { knownTravel, wayBetween } from "../../../../trip/travel-times.ts";
import { LISBON, near, PORTO, tripWith } from "../../world.ts";

const spot = fc.tuple(fc.integer({ min: -8000, max: 8000 }), fc.integer({ min: -8000, max: 8000 }));
const locations = fc.array(
  spot.map(([north, east]) => near(LISBON, north, east)),
  { minLength: 2, maxLength: 8 },
);

function legOf(table: TravelTable, from: number, to: number): { minutes: number; meters: number; walked: number } {
  const leg = from * table.points + to;
  return {
    minutes: table.minutes[leg] ?? -1,
    meters: table.meters[leg] ?? -1,
    walked: table.walkMeters[leg] ?? -1,
  };
}

function expectSame(table: TravelTable, points: readonly Coordinates[], way: typeof wayBetween): void {
  for (const [from, here] of points.entries()) {
    for (const [to, there] of points.entries()) {
      if (from === to) continue;
      const { mode, durationMinutes: minutes, distanceMeters: meters } = way(here, there, MOBILITY.usual);
      expect(legOf(table, from, to)).toEqual({ minutes, meters, walked: mode === "walk" ? meters : 0 });
    }
  }
}

describe("the table of ways", () => {
  it("is what a plan takes from any point to any other", () => {
    fc.assert(
      fc.property(locations, (points) => {
        const table = travelTable({ locations: points, areas: points.map(() => 0) }, MOBILITY.usual);
        expectSame(table, points, wayBetween);
      }),
    );
  });

  it("takes a provider's matrix where it knows the way, and the estimate where it does not", () => {
    fc.assert(
      fc.property(locations, fc.infiniteStream(fc.option(fc.integer({ min: 1, max: 90 }))), (points, stream) => {
        const minutes = points.flatMap(() => points.map(() => stream.next().value));
        const meters = minutes.map((known) => (known === null ? null : known * 70));
        const known = knownTravel({ points, matrices: [{ mode: "transit", minutes, meters }] });
        const table = travelTable({ locations: points, areas: points.map(() => 0) }, MOBILITY.usual, known);
        expectSame(table, points, (from, to, mobility) => wayBetween(from, to, mobility, known));
      }),
    );
  });

  it("has no way between two cities", () => {
    const points = new Points();
    points.add(LISBON.location, 0);
    points.add(PORTO.location, 1);
    expect(legOf(travelTable(points, MOBILITY.usual), 0, 1)).toEqual({ minutes: 0, meters: 0, walked: 0 });
  });

  it("knows two thousand places in no time worth mentioning", () => {
    const points = Array.from({ length: 2_000 }, (_, index) =>
      near(LISBON, ((index * 7919) % 16_000) - 8_000, ((index * 104_729) % 16_000) - 8_000),
    );
    const before = process.cpuUsage();
    travelTable({ locations: points, areas: points.map(() => 0) }, MOBILITY.usual);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(2_500);
  });
});

describe("a point", () => {
  it("is one point however often it is mentioned, but not for two cities", () => {
    const points = new Points();
    expect([points.add(LISBON.location, 0), points.add(PORTO.location, 0)]).toEqual([0, 1]);
    expect([points.add({ ...LISBON.location }, 0), points.add(LISBON.location, 1)]).toEqual([0, 2]);
  });
});

describe("ways of getting about", () => {
  const far = near(LISBON, 9_000, 0);

  it("are on foot and by public transport unless the trip says otherwise", () => {
    expect(wayBetween(LISBON.location, far, mobilityOf(tripWith())).mode).toBe("transit");
    const onFoot = wayBetween(LISBON.location, far, mobilityOf(tripWith({ wishes: { travelModes: ["walk"] } })));
    expect(onFoot).toEqual({ mode: "walk", distanceMeters: 11_700, durationMinutes: 156 });
  });

  it("take a taxi only where it saves a good deal", () => {
    const mobility = mobilityOf(tripWith({ wishes: { travelModes: ["walk", "transit", "taxi"] } }));
    expect(wayBetween(LISBON.location, near(LISBON, 3_000, 0), mobility).mode).toBe("transit");
    expect(wayBetween(LISBON.location, near(LISBON, 16_000, 0), mobility).mode).toBe("taxi");
    const known = knownTravel({
      points: [LISBON.location, far],
      matrices: [{ mode: "transit", minutes: [0, 70, 70, 0], meters: [0, 14_000, 14_000, 0] }],
    });
    expect(wayBetween(LISBON.location, far, mobility, known).mode).toBe("taxi");
  });
});
