/** Distances and journeys: right where they can be looked up, on the slow side everywhere else. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cityTravel, distanceMeters, intercityTravel, MOBILITY, travelSchema } from "../../trip/geo.ts";
import { BUENOS_AIRES, LISBON, near, PORTO, TOKYO } from "./world.ts";

const point = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe("distanceMeters", () => {
  it("knows a degree of latitude, and the way round the globe", () => {
    expect(distanceMeters({ lat: 0, lon: 0 }, { lat: 1, lon: 0 })).toBeCloseTo(111_195, -1);
    expect(distanceMeters({ lat: 0, lon: 179 }, { lat: 0, lon: -179 })).toBeCloseTo(222_390, -1);
    expect(distanceMeters({ lat: 90, lon: 0 }, { lat: -90, lon: 0 })).toBeCloseTo(Math.PI * 6_371_008.8, 0);
  });

  it("is the same there and back, and nowhere more than half the globe", () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        const there = distanceMeters(a, b);
        expect(there).toBeCloseTo(distanceMeters(b, a), 3);
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(20_015_115);
      }),
    );
  });
});

describe("cityTravel", () => {
  it("walks what is near and rides what is far", () => {
    expect(cityTravel(LISBON.location, near(LISBON, 1000, 0))).toEqual({
      mode: "walk",
      distanceMeters: 1300,
      durationMinutes: 18,
    });
    expect(cityTravel(LISBON.location, near(LISBON, 3000, 0))).toEqual({
      mode: "transit",
      distanceMeters: 3900,
      durationMinutes: 24,
    });
  });

  it("is slower, and rides sooner, for those who need it", () => {
    const gentle = cityTravel(LISBON.location, near(LISBON, 600, 0), MOBILITY.gentle);
    expect(gentle).toEqual({ mode: "walk", distanceMeters: 780, durationMinutes: 16 });
    expect(cityTravel(LISBON.location, near(LISBON, 1000, 0), MOBILITY.gentle).mode).toBe("transit");
  });

  it("takes no time to where one is", () => {
    expect(cityTravel(LISBON.location, LISBON.location)).toEqual({
      mode: "walk",
      distanceMeters: 0,
      durationMinutes: 0,
    });
  });
});

describe("intercityTravel", () => {
  it("takes the train within a country and flies across an ocean", () => {
    const train = intercityTravel(LISBON.location, PORTO.location);
    expect(train.mode).toBe("train");
    expect(train.durationMinutes).toBeGreaterThan(180);
    expect(train.durationMinutes).toBeLessThan(300);
    expect(intercityTravel(TOKYO.location, BUENOS_AIRES.location).mode).toBe("flight");
  });

  it("gives whole metres and minutes anywhere", () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        travelSchema.parse(intercityTravel(a, b));
        travelSchema.parse(cityTravel(a, b));
      }),
    );
  });
});
