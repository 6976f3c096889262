/**
 * Markers that would cover each other move apart, as little as it takes. The same points always land
 * in the same places: nothing here is random.
 */
import type { Point } from "./projection.ts";

export interface SpreadOptions {
  /** Least distance between two markers' centres. */
  apart: number;
  width: number;
  height: number;
  /** Kept free along the edges. */
  margin: number;
}

const ROUNDS = 160;
/** How strongly a marker is drawn back to where it belongs. */
const PULL = 0.03;
/** Successive points on one spot set out in directions that never repeat. */
const GOLDEN_ANGLE = 2.399963;

function pushApart(a: Point, b: Point, apart: number, tieBreak: number): void {
  let dx = b.x - a.x;
  let dy = b.y - a.y;
  let distance = Math.hypot(dx, dy);
  if (distance >= apart) return;
  if (distance < 0.01) {
    dx = Math.cos(tieBreak * GOLDEN_ANGLE);
    dy = Math.sin(tieBreak * GOLDEN_ANGLE);
    distance = 1;
  }
  const push = (apart - Math.min(distance, apart)) / 2 || apart / 4;
  a.x -= (dx / distance) * push;
  a.y -= (dy / distance) * push;
  b.x += (dx / distance) * push;
  b.y += (dy / distance) * push;
}

export function spreadMarkers(anchors: readonly Point[], options: SpreadOptions): Point[] {
  const { apart, width, height, margin } = options;
  const points = anchors.map(({ x, y }) => ({ x, y }));
  for (let round = 0; round < ROUNDS; round += 1) {
    // The last rounds only push: what still overlaps then would stay overlapping.
    const pull = round < ROUNDS * 0.7 ? PULL : 0;
    for (const [index, point] of points.entries()) {
      const anchor = anchors[index] ?? point;
      point.x += (anchor.x - point.x) * pull;
      point.y += (anchor.y - point.y) * pull;
    }
    for (const [index, a] of points.entries()) {
      for (const [offset, b] of points.slice(index + 1).entries()) pushApart(a, b, apart, index + offset + 1);
    }
    for (const point of points) {
      point.x = Math.min(width - margin, Math.max(margin, point.x));
      point.y = Math.min(height - margin, Math.max(margin, point.y));
    }
  }
  return points;
}
