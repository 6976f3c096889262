/**
 * A map drawn without a map: the stops where they lie to each other, to scale and north up, on paper
 * ruled in the scale bar's distance. It needs no tiles, no network and no script.
 */
import type { Coordinates } from "../place.ts";
import { type Label, placeLabels } from "./labels.ts";
import { escapeMarkup } from "./markup.ts";
import { fitSheet, type Point, type Sheet, scaleBarMeters } from "./projection.ts";
import { spreadMarkers } from "./spread.ts";

export interface MapStop {
  number: number;
  label: string;
  location: Coordinates;
  /** Stops of one route are joined in their order and share a colour. */
  route: number;
}

export interface MapDrawing {
  /** Unique on the page: title and description are found by it. */
  id: string;
  title: string;
  description: string;
  stops: readonly MapStop[];
  /** Names beside the markers; for a map of few stops. */
  withLabels: boolean;
}

/** Colours repeat after this many routes. */
export const ROUTE_COLOURS = 8;
export const routeClass = (route: number): string => `route-${(route % ROUTE_COLOURS) + 1}`;

const FONT_SIZE = 10;
/** Many markers are drawn smaller, so that fewer have to leave their place. */
const radiusFor = (stops: number): number => (stops > 24 ? 8.5 : 10);
const FRAME = { width: 400, padding: 34, minAspect: 0.6, maxAspect: 0.9 };
/** A marker further than this from its place gets a line to it. */
const LEADER_FROM = 5;

const at = (value: number): string => Number(value.toFixed(1)).toString();
const path = (points: readonly Point[]): string => points.map(({ x, y }) => `${at(x)},${at(y)}`).join(" ");

function gridLines({ width, height, unitsPerMeter }: Sheet, meters: number): string {
  const step = meters * unitsPerMeter;
  const lines: string[] = [];
  for (let x = (width / 2) % step; x < width; x += step) lines.push(`M${at(x)} 0V${height}`);
  for (let y = (height / 2) % step; y < height; y += step) lines.push(`M0 ${at(y)}H${width}`);
  return `<path class="map-grid" d="${lines.join("")}"/>`;
}

function scaleBar({ height, unitsPerMeter }: Sheet, meters: number): string {
  const length = meters * unitsPerMeter;
  const text = meters < 1000 ? `${meters} m` : `${meters / 1000} km`;
  const y = height - 12;
  return (
    `<path class="map-ink" d="M12 ${y - 4}V${y}H${at(12 + length)}V${y - 4}"/>` +
    `<text class="map-text" x="${at(18 + length)}" y="${y + 1}">${text}</text>`
  );
}

function northArrow({ width }: Sheet): string {
  const x = width - 18;
  return `<path class="map-needle" d="M${x} 10l5 14-5-3-5 3z"/><text class="map-text" x="${x}" y="35" text-anchor="middle">N</text>`;
}

function routeLines(stops: readonly MapStop[], points: readonly Point[]): string {
  const routes = Map.groupBy(stops.entries(), ([, { route }]) => route);
  return [...routes]
    .map(([route, entries]) => {
      const line = entries.flatMap(([index]) => points[index] ?? []);
      return line.length < 2 ? "" : `<polyline class="map-route ${routeClass(route)}" points="${path(line)}"/>`;
    })
    .join("");
}

function leader(anchor: Point, point: Point, route: number): string {
  if (Math.hypot(anchor.x - point.x, anchor.y - point.y) <= LEADER_FROM) return "";
  return (
    `<g class="map-leader ${routeClass(route)}"><polyline points="${path([anchor, point])}"/>` +
    `<circle cx="${at(anchor.x)}" cy="${at(anchor.y)}" r="2.2"/></g>`
  );
}

function marker({ number, label, route }: MapStop, { x, y }: Point, radius: number): string {
  return (
    `<g class="map-marker ${routeClass(route)}"><title>${escapeMarkup(`${number}. ${label}`)}</title>` +
    `<circle cx="${at(x)}" cy="${at(y)}" r="${radius}"/>` +
    `<text x="${at(x)}" y="${at(y + radius * 0.36)}" font-size="${radius}">${number}</text></g>`
  );
}

function labelText(label: Label | null): string {
  if (!label) return "";
  return `<text class="map-label" x="${at(label.x)}" y="${at(label.y)}" text-anchor="${label.anchor}">${escapeMarkup(label.text)}</text>`;
}

/** An `<svg>` to set into a page; "" when there is nothing to draw. Its look is `map-style.ts`. */
export function drawMap({ id, title, description, stops, withLabels }: MapDrawing): string {
  const sheet = fitSheet(
    stops.map(({ location }) => location),
    FRAME,
  );
  if (!sheet) return "";
  const { width, height } = sheet;
  const radius = radiusFor(stops.length);
  const meters = scaleBarMeters(sheet.unitsPerMeter, width / 4);
  const anchors = stops.map(({ location }) => sheet.project(location));
  const points = spreadMarkers(anchors, { apart: 2 * radius + 3, width, height, margin: radius + 6 });
  const pairs = stops.map((stop, index) => ({ stop, anchor: anchors[index], point: points[index] }));
  const placed = pairs.flatMap(({ stop, anchor, point }) => (anchor && point ? [{ stop, anchor, point }] : []));
  const taken = [
    { x: 0, y: height - 26, width: 60 + meters * sheet.unitsPerMeter, height: 26 },
    { x: width - 34, y: 0, width: 34, height: 42 },
  ];
  const labels = withLabels
    ? placeLabels(
        placed.map(({ stop, point }) => ({ point, text: stop.label })),
        { fontSize: FONT_SIZE, markerRadius: radius, width, height, taken },
      )
    : [];
  return [
    `<svg class="map" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc" xmlns="http://www.w3.org/2000/svg">`,
    `<title id="${id}-title">${escapeMarkup(title)}</title><desc id="${id}-desc">${escapeMarkup(description)}</desc>`,
    `<rect class="map-paper" width="${width}" height="${height}"/>`,
    gridLines(sheet, meters),
    routeLines(stops, points),
    ...placed.map(({ stop, anchor, point }) => leader(anchor, point, stop.route)),
    ...placed.map(({ stop, point }) => marker(stop, point, radius)),
    ...labels.map(labelText),
    scaleBar(sheet, meters),
    northArrow(sheet),
    "</svg>",
  ].join("\n");
}
