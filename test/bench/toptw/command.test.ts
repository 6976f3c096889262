/** The command as it is run: what it prints, what it writes, and what it does without data. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execPath } from "node:process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tasksIn } from "../../../bench/toptw/data.ts";
import { runLine, summaryTables, type ToptwRun, totals } from "../../../bench/toptw/report.ts";
import { faultsOf } from "../../../bench/toptw/verify.ts";
import { instanceText } from "./instance-text.ts";

const folder = mkdtempSync(join(tmpdir(), "toptw-"));
const instances = join(folder, "instances");
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(() => {
  mkdirSync(instances);
  const shape = { vertices: 20, isClustered: false, isNarrow: true };
  for (const [seed, name] of ["c901", "pr91"].entries()) {
    writeFileSync(join(instances, `${name}.txt`), instanceText({ ...shape, seed }));
  }
  const head = "instance,routes,score,status,alns_10s,ortools_3s";
  writeFileSync(
    join(folder, "reference_scores.csv"),
    `${head}\nc901,1,1,proven,1,1\nc901,2,100000,own-best,90000,50000\n`,
  );
});

function bench(...args: string[]): { status: number | null; lines: string[] } {
  const { status, stdout } = spawnSync(execPath, ["bench/run.ts", "toptw", ...args], { encoding: "utf8" });
  return { status, lines: stdout.trim().split("\n") };
}

describe("the command", () => {
  test("prints a line a run and the figures last, and writes routes that hold", () => {
    const out = join(folder, "routes.txt");
    const { status, lines } = bench("--data", folder, "--paths", "1,2", "--ms", "30", "--out", out);
    expect(status).toBe(0);
    expect(lines.slice(0, 4).map((line) => line.split(/\s+/).slice(0, 2).join(" "))).toEqual([
      "c901 1",
      "c901 2",
      "pr91 1",
      "pr91 2",
    ]);
    expect(lines[0]).toContain("beats the reference");
    expect(lines[2]).toContain("no reference");
    const figures = JSON.parse(lines.at(-1) ?? "");
    expect(figures).toMatchObject({ runs: 4, atReference: 1 });
    expect(figures.worstGapPercent).toBeGreaterThan(90);

    const routes = readFileSync(out, "utf8")
      .trim()
      .split("\n")
      .map((line) => line.split(" "));
    const ofPr = routes
      .filter(([name, paths]) => name === "pr91" && paths === "2")
      .map((cells) => cells.slice(3).map(Number));
    const score = Number(/score\s+(\d+)/.exec(lines[3] ?? "")?.[1]);
    expect(ofPr).toHaveLength(2);
    expect(faultsOf({ file: join(instances, "pr91.txt"), decimals: 2, paths: 2, routes: ofPr, score })).toEqual([]);
  });

  test("says in one line that there is no data, and does not fail", () => {
    const { status, lines } = bench("--data", join(folder, "nowhere"));
    expect(status).toBe(0);
    expect(lines).toEqual([expect.stringContaining("Nothing was run")]);
  });

  test("a mistyped option is not run", () => {
    expect(bench("--data", folder, "--ms", "soon").status).toBe(2);
  });
});

describe("the figures", () => {
  const tasks = (): ReturnType<typeof tasksIn> => tasksIn(folder, [1, 2], ["c901"]);
  const runOf = (index: number, score: number, faults: string[] = []): ToptwRun => {
    const task = tasks()[index];
    if (!task) throw new Error(`Expected a task ${index}.`);
    const reference = task.reference?.score ?? 0;
    return { task, score, ms: 100, routes: [], faults, gap: (100 * (reference - score)) / reference };
  };

  test("distances have two decimals in Cordeau's set and one in Solomon's", () => {
    const all = tasksIn(folder, [1], []);
    expect(all.map(({ instance, decimals }) => [instance, decimals])).toEqual([
      ["c901", 1],
      ["pr91", 2],
    ]);
  });

  test("mean, worst and at reference; what others reached on the same runs", () => {
    const runs = [runOf(0, 1), runOf(1, 99_000)];
    expect(totals(runs)).toEqual({ runs: 2, meanGapPercent: 0.5, worstGapPercent: 1, atReference: 1, meanMs: 100 });
    expect(summaryTables(runs).at(-1)?.rows).toEqual([["all", "2", "0.50", "1.00", "1", "0", "5.00", "25.00"]]);
  });

  test("a run that is not valid has reached nothing", () => {
    const run = runOf(1, 100_000, ["route 1 visits 3 again"]);
    expect(totals([run])).toMatchObject({ meanGapPercent: 100, atReference: 0 });
    expect(runLine(run)).toContain("NOT VALID: route 1 visits 3 again");
  });
});
