/**
 * A slice of the public benchmark's target without its data: made-up instances, so many steps, and how
 * far the search stays below what is proven, or below the best that long runs have ever found.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type Instance, problemOf, readInstance } from "../../../bench/toptw/instance.ts";
import { faultsOf } from "../../../bench/toptw/verify.ts";
import { mean, percentBelow, searched } from "../searched.ts";
import { bestRouteScore } from "./best-route.ts";
import { instanceText, type Shape } from "./instance-text.ts";

const STEPS = 5_000;
const folder = mkdtempSync(join(tmpdir(), "toptw-"));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(shape: Shape): string {
  const file = join(folder, `${Object.values(shape).join("-")}.txt`);
  writeFileSync(file, instanceText(shape));
  return file;
}

const scoreOf = (instance: Instance, paths: number): number => searched(problemOf(instance, paths, 1), STEPS).score;

describe("one path, narrow windows: the optimum, by dynamic programming", () => {
  const shapes = [true, false].flatMap((isClustered) =>
    [50, 80].map((vertices): Shape => ({ vertices, seed: 11, isClustered, isNarrow: true })),
  );

  test.each(shapes)("is reached: %o", (shape) => {
    const instance = readInstance(fileOf(shape), 1);
    const optimum = bestRouteScore(instance);
    expect(optimum).toBeGreaterThan(200);
    expect(scoreOf(instance, 1)).toBe(optimum);
  });
});

/** Best of three runs of four seconds; nothing proves that there is no better. */
const BEST_KNOWN = [
  { isClustered: true, isNarrow: true, byPaths: { 2: 652, 3: 863 } },
  { isClustered: false, isNarrow: true, byPaths: { 2: 518, 3: 692 } },
  { isClustered: true, isNarrow: false, byPaths: { 2: 816, 3: 1_040 } },
  { isClustered: false, isNarrow: false, byPaths: { 2: 645, 3: 852 } },
];
const MEAN_GAP_PERCENT = 1.5;
const WORST_GAP_PERCENT = 4;

describe("several paths, 80 vertices", () => {
  const shapeOf = ({ isClustered, isNarrow }: (typeof BEST_KNOWN)[number]): Shape => {
    return { vertices: 80, seed: 11, isClustered, isNarrow };
  };

  test(`the mean is within ${MEAN_GAP_PERCENT} % of the best known, the worst within ${WORST_GAP_PERCENT} %, and all routes are verified`, () => {
    const gaps = BEST_KNOWN.flatMap((known) =>
      Object.entries(known.byPaths).map(([paths, best]) => {
        const file = fileOf(shapeOf(known));
        const { plan, score } = searched(problemOf(readInstance(file, 1), Number(paths), 1), STEPS);
        const routes = plan.map((stops) => stops.flatMap((stop) => (stop.kind === "visit" ? [stop.visit + 1] : [])));
        expect(faultsOf({ file, decimals: 1, paths: Number(paths), routes, score })).toEqual([]);
        return percentBelow(best, score);
      }),
    );
    expect(mean(gaps)).toBeLessThan(MEAN_GAP_PERCENT);
    expect(Math.max(...gaps)).toBeLessThan(WORST_GAP_PERCENT);
  });
});

describe("what must not matter", () => {
  const instances = BEST_KNOWN.map(({ isClustered, isNarrow }) =>
    readInstance(fileOf({ vertices: 80, seed: 23, isClustered, isNarrow }), 2),
  );
  const cases = instances.flatMap((instance) => [1, 2, 3].map((paths) => ({ instance, paths })));
  const usual = cases.map(({ instance, paths }) => scoreOf(instance, paths));
  /** How much better or worse on average, in per cent: what chance alone does to so few steps stays below this. */
  const CHANCE_PERCENT = 1.5;

  const changed = (change: (vertices: Instance["vertices"]) => Instance["vertices"]): number[] =>
    cases.map(({ instance, paths }) => scoreOf({ ...instance, vertices: change(instance.vertices) }, paths));
  const drift = (scores: readonly number[]): number =>
    Math.abs(mean(scores.map((score, index) => percentBelow(usual[index] ?? 0, score))));

  test("the order in which the vertices are listed", () => {
    const backwards = changed(([depot, ...rest]) => (depot ? [depot, ...rest.toReversed()] : []));
    expect(drift(backwards)).toBeLessThan(CHANCE_PERCENT);
  });

  test("where north is", () => {
    const [sin, cos] = [Math.sin(1), Math.cos(1)];
    const turned = changed((vertices) =>
      vertices.map((vertex) => ({ ...vertex, x: cos * vertex.x - sin * vertex.y, y: sin * vertex.x + cos * vertex.y })),
    );
    expect(drift(turned)).toBeLessThan(CHANCE_PERCENT);
  });

  test.each([0.01, 7, 1_000])("whether scores are counted in other units: times %f", (factor) => {
    const scaled = changed((vertices) => vertices.map((vertex) => ({ ...vertex, score: vertex.score * factor })));
    expect(drift(scaled.map((score) => score / factor))).toBeLessThan(CHANCE_PERCENT);
  });
});
