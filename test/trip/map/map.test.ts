/** To scale, north up, nothing on top of anything else, and legible in its colours. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { distanceMeters } from "../../../trip/geo.ts";
import { drawMap } from "../../../trip/map/draw-map.ts";
import { placeLabels, shortened } from "../../../trip/map/labels.ts";
import { DARK_PALETTE, LIGHT_PALETTE } from "../../../trip/map/map-style.ts";
import { fitSheet, scaleBarMeters } from "../../../trip/map/projection.ts";
import { spreadMarkers } from "../../../trip/map/spread.ts";

const FRAME = { width: 400, padding: 30, minAspect: 0.6, maxAspect: 1 };
const LISBON = [
  { lat: 38.6979, lon: -9.2068 },
  { lat: 38.7635, lon: -9.0937 },
  { lat: 38.7121, lon: -9.1394 },
];

function sheetOf(locations: { lat: number; lon: number }[]) {
  const sheet = fitSheet(locations, FRAME);
  if (!sheet) throw new Error("expected a sheet");
  return sheet;
}

test("distances on the sheet are distances on the ground, within half a per cent", () => {
  const sheet = sheetOf(LISBON);
  for (const from of LISBON) {
    for (const to of LISBON) {
      const [a, b] = [sheet.project(from), sheet.project(to)];
      const drawn = Math.hypot(a.x - b.x, a.y - b.y) / sheet.unitsPerMeter;
      expect(Math.abs(drawn - distanceMeters(from, to))).toBeLessThanOrEqual(0.005 * distanceMeters(from, to));
    }
  }
});

test("everything is on the sheet, north is up and east is right", () => {
  const place = fc.record({
    lat: fc.double({ min: -80, max: 80, noNaN: true }),
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
  });
  const spread = fc.array(
    fc.tuple(fc.double({ min: -0.2, max: 0.2, noNaN: true }), fc.double({ min: -0.2, max: 0.2, noNaN: true })),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(place, spread, ({ lat, lon }, offsets) => {
      // Written as longitudes are: a step over the antimeridian changes the sign.
      const wrap = (degrees: number): number => ((((degrees + 180) % 360) + 360) % 360) - 180;
      const locations = offsets.map(([north, east]) => ({ lat: lat + north, lon: wrap(lon + east) }));
      const sheet = sheetOf(locations);
      const points = locations.map((location) => sheet.project(location));
      for (const { x, y } of points) {
        expect(x).toBeGreaterThanOrEqual(FRAME.padding - 0.01);
        expect(x).toBeLessThanOrEqual(sheet.width - FRAME.padding + 0.01);
        expect(y).toBeGreaterThanOrEqual(FRAME.padding - 0.01);
        expect(y).toBeLessThanOrEqual(sheet.height - FRAME.padding + 0.01);
      }
    }),
  );
  const [west, east] = LISBON.map((location) => sheetOf(LISBON).project(location));
  expect(west?.x).toBeLessThan(east?.x ?? 0);
  expect(west?.y).toBeGreaterThan(east?.y ?? 0);
});

test("the scale bar is a round number that fits", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-4, max: 2, noNaN: true }), (unitsPerMeter) => {
      const meters = scaleBarMeters(unitsPerMeter, 100);
      expect(meters * unitsPerMeter).toBeLessThanOrEqual(100.001);
      expect(meters * unitsPerMeter).toBeGreaterThan(39.9);
      expect(String(meters)).toMatch(/^(0\.)?0*[125]0*$|^[125]e/);
    }),
  );
});

test("no stops, no map; one stop, a map of its surroundings", () => {
  const drawing = { id: "m", title: "Map", description: "d", withLabels: true };
  expect(drawMap({ ...drawing, stops: [] })).toBe("");
  const alone = drawMap({
    ...drawing,
    stops: [{ number: 1, label: "Here", location: { lat: 38.7, lon: -9.1 }, route: 0 }],
  });
  expect(alone).toContain("100 m");
  expect(alone).not.toMatch(/NaN|Infinity/);
});

test("markers on one spot end up beside each other, inside the sheet, and always in the same place", () => {
  const anchors = [...Array.from({ length: 12 }, () => ({ x: 200, y: 150 })), { x: 20, y: 20 }, { x: 21, y: 20 }];
  const options = { apart: 23, width: 400, height: 300, margin: 16 };
  const points = spreadMarkers(anchors, options);
  for (const [index, a] of points.entries()) {
    expect(a.x).toBeGreaterThanOrEqual(16);
    expect(a.x).toBeLessThanOrEqual(384);
    for (const b of points.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(20);
  }
  expect(spreadMarkers(anchors, options)).toEqual(points);
});

test("names do not cover each other, and long ones are cut between characters", () => {
  const markers = Array.from({ length: 9 }, (_, index) => ({
    point: { x: 60 + (index % 3) * 130, y: 60 + Math.floor(index / 3) * 80 },
    text: `Place number ${index}`,
  }));
  const labels = placeLabels(markers, { fontSize: 10, markerRadius: 10, width: 400, height: 300, taken: [] });
  expect(labels.filter((label) => label !== null).length).toBeGreaterThanOrEqual(8);
  expect(shortened("Kinkaku-ji Golden Pavilion (金閣寺)")).toBe("Kinkaku-ji Golden Pavi…");
  expect(shortened("Okutan Kiyomizu (総本家ゆどうふ 奥丹清水)")).toBe("Okutan Kiyomizu");
  expect(shortened("👩‍👩‍👧‍👦".repeat(20)).replaceAll("👩‍👩‍👧‍👦", "")).toBe("…");
});

test("stops of one route are joined, those of two are not", () => {
  const stops = LISBON.map((location, index) => ({
    number: index + 1,
    label: "x",
    location,
    route: index === 2 ? 1 : 0,
  }));
  const drawing = drawMap({ id: "m", title: "t", description: "d", stops, withLabels: false });
  expect([...drawing.matchAll(/class="map-route (route-\d)"/g)].map(([, route]) => route)).toEqual(["route-1"]);
});

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

test.each([LIGHT_PALETTE, DARK_PALETTE])("numbers, names and lines stand out (WCAG AA)", (palette) => {
  for (const colour of palette.routes) {
    expect(contrast(colour, palette.onRoute)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour, palette.paper)).toBeGreaterThanOrEqual(3);
  }
  expect(contrast(palette.ink, palette.paper)).toBeGreaterThanOrEqual(4.5);
  expect(new Set(palette.routes).size).toBe(8);
});
