/** A plan as GeoJSON (RFC 7946): a point a located item, a line a day. Positions are [longitude, latitude]. */
import { isActive } from "../itinerary.ts";
import type { Coordinates } from "../place.ts";
import type { PlanDocument } from "../plan-document.ts";
import { attributionOf } from "./plan-reading.ts";
import { isApproximate, stopsOf } from "./stops.ts";
import { plainText } from "./words.ts";

export interface Feature {
  type: "Feature";
  geometry: { type: "Point"; coordinates: Position } | { type: "LineString"; coordinates: Position[] };
  properties: Record<string, unknown>;
}
export type Position = [longitude: number, latitude: number];

/** Six decimals are a hand's breadth; more would be noise. */
const rounded = (degrees: number): number => Number(degrees.toFixed(6));
const positionOf = ({ lat, lon }: Coordinates): Position => [rounded(lon), rounded(lat)];

function pointsOf({ itinerary }: PlanDocument): Feature[] {
  return itinerary.days.flatMap((day) =>
    day.items.filter(isActive).flatMap((item, index): Feature[] => {
      if (item.location === null) return [];
      return [
        {
          type: "Feature",
          geometry: { type: "Point", coordinates: positionOf(item.location) },
          properties: {
            title: plainText(item.title),
            type: item.type,
            day: day.dayNumber,
            date: day.date,
            city: plainText(day.city.name),
            order: index + 1,
            startTime: item.startTime,
            endTime: item.endTime,
            endsNextDay: item.endsNextDay,
            // Near this spot rather than at it: a meal without a place, a leg between cities.
            approximate: isApproximate(item),
          },
        },
      ];
    }),
  );
}

function linesOf(plan: PlanDocument): Feature[] {
  const stops = stopsOf(plan);
  return plan.itinerary.days.flatMap((day): Feature[] => {
    const coordinates = stops.filter((stop) => stop.day === day).map(({ location }) => positionOf(location));
    if (coordinates.length < 2) return [];
    const properties = {
      title: `Day ${day.dayNumber}`,
      day: day.dayNumber,
      date: day.date,
      city: plainText(day.city.name),
    };
    return [{ type: "Feature", geometry: { type: "LineString", coordinates }, properties }];
  });
}

export function geojsonOf(plan: PlanDocument): string {
  const collection = {
    type: "FeatureCollection",
    title: plainText(plan.trip.title),
    attribution: attributionOf(plan),
    features: [...pointsOf(plan), ...linesOf(plan)],
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}
