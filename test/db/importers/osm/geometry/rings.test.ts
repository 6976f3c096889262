/** Outlines: pieces in any order make the rings they were cut from, and the point for an area is inside it. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  isInArea,
  isInRing,
  joinRings,
  middleOf,
  type Point,
  pointInside,
  type Ring,
} from "../../../../../db/importers/osm/geometry/rings.ts";

/** Star-shaped about a centre, with any radii, so often concave: a ring that never crosses itself. */
const starArbitrary = (least: number, most: number): fc.Arbitrary<Ring> =>
  fc
    .record({
      lat: fc.integer({ min: -70, max: 70 }),
      lon: fc.integer({ min: -170, max: 170 }),
      radii: fc.array(fc.integer({ min: least, max: most }), { minLength: 3, maxLength: 30 }),
      isClockwise: fc.boolean(),
    })
    .map(({ lat, lon, radii, isClockwise }) => {
      const ring = radii.map((radius, at): Point => {
        const angle = (2 * Math.PI * at) / radii.length;
        return { lat: lat + (radius / 1000) * Math.sin(angle), lon: lon + (radius / 1000) * Math.cos(angle) };
      });
      const ordered = isClockwise ? ring.toReversed() : ring;
      return [...ordered, ordered[0] as Point];
    });

test("the point for an area is inside it", () => {
  fc.assert(
    fc.property(starArbitrary(1, 1000), (ring) => {
      const point = pointInside({ outers: [ring], inners: [] });
      expect(point).not.toBeNull();
      expect(point && isInRing(point, ring)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("and never in a hole, though the hole be in its middle", () => {
  fc.assert(
    fc.property(starArbitrary(600, 1000), fc.integer({ min: 10, max: 90 }), (outer, percent) => {
      const [first] = outer;
      const centre = {
        lat: outer.slice(1).reduce((sum, { lat }) => sum + lat, 0) / (outer.length - 1),
        lon: outer.slice(1).reduce((sum, { lon }) => sum + lon, 0) / (outer.length - 1),
      };
      fc.pre(first !== undefined && isInRing(centre, outer));
      const hole = outer.map(({ lat, lon }) => ({
        lat: centre.lat + ((lat - centre.lat) * percent) / 100,
        lon: centre.lon + ((lon - centre.lon) * percent) / 100,
      }));
      // Only of a ring that is seen whole from its middle is the smaller copy inside it.
      fc.pre(hole.slice(1).every((point) => isInRing(point, outer)));
      const area = { outers: [outer], inners: [hole] };
      const point = pointInside(area);
      expect(point && isInArea(point, area)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("a crescent's point is on the crescent, where its centroid is not", () => {
  const crescent = [
    ...Array.from({ length: 19 }, (_, at) => at * 15).map((degrees) => [10, degrees] as const),
    ...Array.from({ length: 19 }, (_, at) => 270 - at * 15).map((degrees) => [9, degrees] as const),
  ].map(([radius, degrees]) => ({
    lat: (radius / 100) * Math.sin((degrees * Math.PI) / 180),
    lon: (radius / 100) * Math.cos((degrees * Math.PI) / 180),
  }));
  const ring = [...crescent, crescent[0] as Point];
  const point = pointInside({ outers: [ring], inners: [] });
  expect(point && isInRing(point, ring)).toBe(true);
  expect(Math.hypot(point?.lat ?? 0, point?.lon ?? 0)).toBeGreaterThan(0.089);
});

test("a square's point is its middle, of several parts that of the largest", () => {
  const squareAt = (lat: number, size: number): Ring => [
    { lat, lon: 0 },
    { lat, lon: size },
    { lat: lat + size, lon: size },
    { lat: lat + size, lon: 0 },
    { lat, lon: 0 },
  ];
  const point = pointInside({ outers: [squareAt(0, 1), squareAt(10, 2)], inners: [] });
  expect(point?.lat).toBeCloseTo(11, 9);
  expect(point?.lon).toBeCloseTo(1, 9);
  expect(pointInside({ outers: [], inners: [] })).toBeNull();
});

test("rings cut into pieces, turned round and shuffled are joined again", () => {
  const cutArbitrary = fc
    .array(fc.record({ size: fc.integer({ min: 4, max: 20 }), cuts: fc.array(fc.nat(100), { maxLength: 6 }) }), {
      minLength: 1,
      maxLength: 5,
    })
    .chain((rings) => {
      const pieces = rings.flatMap(({ size, cuts }, ring) => {
        const ids = Array.from({ length: size }, (_, at) => ring * 1000 + at);
        const at = [...new Set([0, ...cuts.map((cut) => cut % size)])].sort((a, b) => a - b);
        return at.map((from, piece) => {
          const to = at[piece + 1] ?? size;
          return [...ids.slice(from, to), ids[to % size] as number];
        });
      });
      return fc.record({
        sizes: fc.constant(rings.map(({ size }) => size)),
        pieces: fc.shuffledSubarray(pieces, { minLength: pieces.length }),
        turned: fc.array(fc.boolean(), { minLength: pieces.length, maxLength: pieces.length }),
      });
    });
  fc.assert(
    fc.property(cutArbitrary, ({ sizes, pieces, turned }) => {
      const joined = joinRings(pieces.map((piece, at) => (turned[at] ? piece.toReversed() : piece)));
      expect(joined.map((ring) => new Set(ring).size).sort((a, b) => a - b)).toEqual(sizes.toSorted((a, b) => a - b));
      for (const ring of joined) expect(ring[0]).toBe(ring.at(-1));
    }),
  );
});

test("a ring that does not close is none", () => {
  expect(
    joinRings([
      [1, 2, 3],
      [3, 4, 5],
    ]),
  ).toEqual([]);
  expect(joinRings([])).toEqual([]);
});

test("the middle of a line is halfway along it", () => {
  const line = [
    { lat: 0, lon: 0 },
    { lat: 0, lon: 1 },
    { lat: 0, lon: 4 },
  ];
  expect(middleOf(line)).toEqual({ lat: 0, lon: 2 });
  expect(middleOf([{ lat: 3, lon: 3 }])).toEqual({ lat: 3, lon: 3 });
  expect(middleOf([])).toBeNull();
});
