/** docs/evaluation.md says of suites and scorers what they say of themselves, and its samples of code do what it says. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, normalize } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { SUITES } from "../evals/registry.ts";
import type { Scene } from "../evals/scene.ts";
import type { Scorer } from "../evals/scorer.ts";
import { SCORERS } from "../evals/scorers/registry.ts";
import { draftedWorld } from "../evals/solvers/planned-world.ts";
import type { Suite } from "../evals/suite.ts";
import { faultlessWorld, withItem } from "./trip/world.ts";

const PATH = "docs/evaluation.md";
const page = readFileSync(PATH, "utf8");

/** The high end of a range that has none is the largest number a log holds. */
const end = (value: number): string =>
  Math.abs(value) < Number.MAX_SAFE_INTEGER ? String(value).replace("-", "−") : value < 0 ? "−∞" : "∞";
const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.map(cell).join(" | ")} |`).join("\n");

const scorerTable = (): string =>
  table(
    ["scorer", "title", "formula", "range", "better", "total"],
    SCORERS.map(({ name, title, formula, range: [low, high], better, total }) => [
      ...[`\`${name}\``, title, formula, `${end(low)} to ${end(high)}`],
      ...[better === "neither" ? "–" : better, total],
    ]),
  );

const suiteTable = (): string =>
  table(
    ["suite", "what it finds out", "plain methods"],
    SUITES.map(({ name, about, withMethods }) => [`\`${name}\``, about, withMethods ? "yes" : "no"]),
  );

const BLOCKS: Readonly<Record<string, () => string>> = { suites: suiteTable, scorers: scorerTable };

function rendered(): string {
  return Object.entries(BLOCKS).reduce(
    (text, [name, tableOf]) =>
      text.replace(
        new RegExp(`(<!-- ${name}[^>]* -->\\n)[\\s\\S]*?(<!-- /${name} -->)`),
        (_, begin: string, close: string) => `${begin}\n${tableOf()}\n\n${close}`,
      ),
    page,
  );
}

test("the page lists every suite and every scorer as they describe themselves", () => {
  for (const name of Object.keys(BLOCKS)) expect(page).toContain(`<!-- /${name} -->`);
  const expected = rendered();
  if (process.env.UPDATE_SNAPSHOTS) writeFileSync(PATH, expected);
  else expect(page).toBe(expected);
});

test("names are each one scorer's, and formulas and ranges say something", () => {
  expect(new Set(SCORERS.map(({ name }) => name)).size).toBe(SCORERS.length);
  for (const { name, formula, range } of SCORERS) {
    expect(name).toMatch(/^[a-z][a-z0-9-]+$/);
    expect([name, formula.length > 20]).toEqual([name, true]);
    expect(range[0]).toBeLessThan(range[1]);
  }
});

describe("the samples of code", () => {
  const folder = mkdtempSync(join(tmpdir(), "docs-evaluation-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** By the file that each block names in its first line, with imports that lead back into this checkout. */
  const blocks = new Map(
    [...page.matchAll(/```ts\n\/\/ (\S+)\n([\s\S]*?)```/g)].map(([, file = "", text = ""]) => [file, text]),
  );
  async function imported(file: string): Promise<Record<string, unknown>> {
    const text = (blocks.get(file) ?? "").replaceAll(/from "(\.[^"]+)"/g, (_, path: string) => {
      const target = normalize(join(process.cwd(), dirname(file), path));
      return `from ${JSON.stringify(pathToFileURL(target).href)}`;
    });
    const copy = join(folder, file.replaceAll("/", "_"));
    writeFileSync(copy, text);
    return import(pathToFileURL(copy).href);
  }

  test("the suite has samples that state what they are for", async () => {
    const suite = (await imported("evals/suites/rainy-day.ts")).RAINY_DAY as Suite;
    const samples = suite.samples({ seed: 1 });
    expect(samples.length).toBeGreaterThan(1);
    expect(new Set(samples.map(({ id }) => id)).size).toBe(samples.length);
    for (const { expects, turns } of samples) expect([turns.length > 0, expects.length > 1]).toEqual([true, true]);
    const nothing = { plan: null, before: null, episode: { turns: [] } } as unknown as Scene;
    for (const expectation of samples.flatMap(({ expects }) => expects))
      expect(expectation.check(nothing).holds).toBe(false);
  });

  test("the scorer has the value that its test reckons", async () => {
    const { unhurried } = (await imported("evals/scorers/unhurried.ts")) as { unhurried: Scorer };
    const { trip, itinerary, facts } = withItem(faultlessWorld(), 1, 0, { startTime: "08:30" });
    const scene = { plan: draftedWorld(trip, itinerary, facts) } as Scene;
    expect(unhurried.score(scene)).toMatchObject({ value: 2 / 3, counts: { passed: 2, of: 3 } });
    expect(blocks.get("test/evals/scorers/unhurried.test.ts")).toContain("value: 2 / 3");
  });
});
