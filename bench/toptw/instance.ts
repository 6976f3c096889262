/**
 * The public benchmark of the team orienteering problem with time windows (Solomon's and Cordeau's
 * instances as Righini & Salani and Vansteenwegen et al. use them) as problems of our scheduler:
 * vertices are visits, paths are days, everything else is switched off.
 *
 * Distances are Euclidean, cut off after one decimal (Solomon) or two (Cordeau); times are therefore
 * whole tenths or hundredths.
 */
import { readFileSync } from "node:fs";
import type { OpenWindow } from "../../trip/opening-hours.ts";
import type { Problem, Visit, Weights } from "../../trip/schedule/problem.ts";

export interface Instance {
  readonly vertices: readonly Vertex[];
  /** How many whole units of the problem make one unit of the file: 10 or 100. */
  readonly scale: number;
}
export interface Vertex {
  readonly x: number;
  readonly y: number;
  readonly service: number;
  readonly score: number;
  readonly open: number;
  /** Latest start of service. */
  readonly close: number;
}

const UNLIMITED = Number.MAX_SAFE_INTEGER;
const NO_WEIGHTS: Weights = {
  travelMinute: 0,
  travelKilometer: 0,
  spanMinute: 0,
  repeat: 0,
  dayOut: 0,
  missedMeal: 0,
  missedMustSee: 0,
  shortfall: 0,
  dropped: 0,
  otherDay: 0,
  movedMinute: 0,
};

/** Vertex 0 is where every path starts and ends. `decimals`: of the distances, as the file's set prescribes. */
export function readInstance(file: string, decimals: 1 | 2): Instance {
  const rows = readFileSync(file, "utf8")
    .split("\n")
    .slice(2)
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter((row) => row.length > 6);
  const vertices = rows.map((row) => ({
    x: row[1] ?? 0,
    y: row[2] ?? 0,
    service: row[3] ?? 0,
    score: row[4] ?? 0,
    open: row.at(-2) ?? 0,
    close: row.at(-1) ?? 0,
  }));
  return { vertices, scale: 10 ** decimals };
}

/** Between two vertices, in the problem's whole units. */
export function distance({ scale }: Pick<Instance, "scale">, from: Vertex, to: Vertex): number {
  return Math.floor(Math.hypot(from.x - to.x, from.y - to.y) * scale + 1e-7);
}

export function problemOf(instance: Instance, paths: number, seed: number): Problem {
  const { vertices, scale } = instance;
  const [depot, ...customers] = vertices;
  if (!depot) throw new Error("Expected an instance with a vertex 0, got an empty one.");
  const points = vertices.length;
  const minutes = new Int32Array(points * points);
  for (const [from, a] of vertices.entries()) {
    for (const [to, b] of vertices.entries()) minutes[from * points + to] = distance(instance, a, b);
  }
  const nowhere = new Int32Array(points * points);
  const day = {
    area: 0,
    startPoint: 0,
    endPoint: 0,
    startMinute: depot.open * scale,
    endMinute: depot.close * scale,
    maxVisits: UNLIMITED,
    maxVisitMinutes: UNLIMITED,
    maxWalkMeters: UNLIMITED,
    bufferMinutes: 0,
    meals: [],
  };
  return {
    days: Array.from({ length: paths }, () => day),
    visits: customers.map((vertex, index) => visitOf(vertex, index, { paths, scale })),
    eateries: [],
    limits: [],
    travel: { points, minutes, meters: nowhere, walkMeters: nowhere },
    budget: null,
    gridMinutes: 1,
    weights: NO_WEIGHTS,
    seed,
  };
}

function visitOf(vertex: Vertex, index: number, { paths, scale }: { paths: number; scale: number }): Visit {
  const window: OpenWindow = {
    openMinute: vertex.open * scale,
    lastEntryMinute: vertex.close * scale,
    closeMinute: UNLIMITED,
  };
  const windows = [window];
  return {
    id: String(index + 1),
    area: 0,
    point: index + 1,
    score: vertex.score,
    minutes: vertex.service * scale,
    leastMinutes: vertex.service * scale,
    shortWorth: 1,
    cost: 0,
    windows: Array.from({ length: paths }, () => windows),
    group: index,
    categories: [],
    crowd: null,
    isMustSee: false,
    isFixed: false,
    isErrand: false,
    before: null,
  };
}
