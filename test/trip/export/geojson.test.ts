/** RFC 7946, as far as a plan uses it. */
import { expect, test } from "vitest";
import { z } from "zod";
import { geojsonOf } from "../../../trip/export/geojson.ts";
import { japan, lisbon } from "../../plan-fixture.ts";

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const collectionSchema = z.object({
  type: z.literal("FeatureCollection"),
  attribution: z.string(),
  features: z.array(
    z.object({
      type: z.literal("Feature"),
      geometry: z.discriminatedUnion("type", [
        z.object({ type: z.literal("Point"), coordinates: position }),
        z.object({ type: z.literal("LineString"), coordinates: z.array(position).min(2) }),
      ]),
      properties: z.record(z.string(), z.unknown()),
    }),
  ),
});

test("a point a located item and a line a day, longitude first", () => {
  const { features } = collectionSchema.parse(JSON.parse(geojsonOf(lisbon())));
  const points = features.filter(({ geometry }) => geometry.type === "Point");
  const lines = features.filter(({ geometry }) => geometry.type === "LineString");
  expect(points).toHaveLength(19);
  expect(points[0]).toEqual({
    type: "Feature",
    geometry: { type: "Point", coordinates: [-9.2068, 38.6979] },
    properties: {
      title: "Jerónimos Monastery",
      type: "attraction",
      day: 1,
      date: "2027-05-10",
      city: "Lisbon",
      order: 1,
      startTime: "09:30",
      endTime: "11:00",
      endsNextDay: false,
      approximate: false,
    },
  });
  expect(lines.map(({ properties, geometry }) => [properties.day, geometry.coordinates.length])).toEqual([
    [1, 6],
    [2, 8],
    [3, 3],
  ]);
});

test("a spot that is only nearby is marked, and no line goes through it", () => {
  const { features } = collectionSchema.parse(JSON.parse(geojsonOf(japan())));
  const nearby = features.filter(({ properties }) => properties.approximate === true);
  expect(nearby.map(({ properties }) => properties.title)).toEqual([
    "Lunch near Kinkaku-ji (金閣寺)",
    "Train or coach from Kyoto to Tokyo",
  ]);
  const lines = features.filter(({ geometry }) => geometry.type === "LineString");
  expect(lines.map(({ geometry }) => geometry.coordinates.length)).toEqual([3, 2, 2]);
});
