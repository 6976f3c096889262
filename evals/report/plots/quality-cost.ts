/** What quality costs: every answer by what it took and how good it was, and each method's mean among them. */
import { routeClass } from "../../../trip/map/draw-map.ts";
import { tickText } from "../figure-text.ts";
import type { ScorerHead } from "../figures.ts";
import { shown } from "../html/text.ts";
import { type Interval, quantile } from "../intervals.ts";
import { at, fittingScale, linearScale, type Scale } from "./scale.ts";

const WIDTH = 380;
const HEIGHT = 270;
const LEFT = 44;
const RIGHT = 16;
const TOP = 14;
const BOTTOM = 36;

export interface Point {
  readonly label: string;
  readonly x: number;
  readonly y: number;
}

export interface Cloud {
  readonly method: string;
  readonly points: readonly Point[];
  readonly mean: { readonly value: number; readonly interval: Interval | null } | null;
}

export interface QualityPlot {
  readonly quality: ScorerHead;
  readonly costTitle: string;
  readonly costUnit: ScorerHead["unit"];
  readonly clouds: readonly Cloud[];
}

/** Of yes and no, so that points on each other are seen to be many; the same for the same point. */
const nudge = (index: number): number => ((index * 0.618_034) % 1) - 0.5;

function pointsOf({ points }: Cloud, index: number, x: Scale, y: Scale): string {
  const isPlain = points.every(({ y: value }) => value === 0 || value === 1);
  const place = (point: Point, order: number): [string, string] => [
    at(x.place(point.x)),
    at(y.place(point.y) + (isPlain ? nudge(order) * 12 : 0)),
  ];
  if (index > 0) {
    const dots = points.map((point, order) => `M${place(point, order).join(" ")}h0`).join("");
    return `<path class="many" d="${dots}"/>`;
  }
  const dots = points.map((point, order) => {
    const [cx, cy] = place(point, order);
    return `<circle cx="${cx}" cy="${cy}" r="3"><title>${shown(point.label)}</title></circle>`;
  });
  return `<g class="dots">${dots.join("")}</g>`;
}

function meanOf({ points, mean, method }: Cloud, x: Scale, y: Scale): string {
  if (!mean || points.length === 0) return "";
  const middle = quantile(
    points.map((point) => point.x).sort((a, b) => a - b),
    0.5,
  );
  const [cx, cy] = [at(x.place(middle)), at(y.place(mean.value))];
  const range = mean.interval
    ? `<path class="cross" d="M${cx} ${at(y.place(mean.interval.low))}V${at(y.place(mean.interval.high))}"/>`
    : "";
  return `${range}<circle class="mean" cx="${cx}" cy="${cy}" r="6"><title>${shown(method)}</title></circle>`;
}

function axes(plot: QualityPlot, x: Scale, y: Scale): string {
  const down = y.ticks.map(
    (tick) =>
      `<path class="axis" d="M${LEFT} ${at(y.place(tick))}H${WIDTH - RIGHT}"/>` +
      `<text x="${LEFT - 6}" y="${at(y.place(tick) + 3.5)}" text-anchor="end">${tickText(tick, plot.quality.unit)}</text>`,
  );
  const along = x.ticks.map(
    (tick) =>
      `<text x="${at(x.place(tick))}" y="${HEIGHT - BOTTOM + 15}" text-anchor="middle">${tickText(tick, plot.costUnit)}</text>`,
  );
  return [...down, ...along].join("");
}

export function qualityPlot(plot: QualityPlot): string {
  const all = plot.clouds.flatMap(({ points }) => points);
  const x = fittingScale(
    all.map((point) => point.x),
    { from: LEFT + 8, to: WIDTH - RIGHT - 8 },
  );
  const across = { from: HEIGHT - BOTTOM - 6, to: TOP + 6 };
  const y =
    plot.quality.unit === "share"
      ? linearScale(0, 1, across)
      : linearScale(Math.min(0, ...all.map((point) => point.y)), Math.max(0, ...all.map((point) => point.y)), across);
  const clouds = plot.clouds.map(
    (cloud, index) => `<g class="${routeClass(index)}">${pointsOf(cloud, index, x, y)}</g>`,
  );
  const means = plot.clouds.map((cloud, index) => `<g class="${routeClass(index)}">${meanOf(cloud, x, y)}</g>`);
  const title = shown(`${plot.quality.title} against ${plot.costTitle.toLowerCase()}, a point an answer`);
  return (
    `<svg class="plot" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img"><title>${title}</title>${axes(plot, x, y)}` +
    `${clouds.toReversed().join("")}${means.toReversed().join("")}` +
    `<text x="${WIDTH - RIGHT}" y="${HEIGHT - 4}" text-anchor="end">${shown(plot.costTitle)} →</text></svg>`
  );
}
