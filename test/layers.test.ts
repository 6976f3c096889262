/** Holds the table of DESIGN.md "who may import whom" against the imports themselves. */

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

/** Our folders a folder may import, besides itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  trip: [],
  prompts: ["trip"],
  db: ["trip"],
  providers: ["trip"],
  tools: ["trip"],
  web: ["trip"],
  agents: ["trip", "tools", "prompts"],
  mcp: ["trip", "tools", "prompts"],
  server: ["trip", "prompts", "db", "providers", "tools", "agents", "mcp"],
};
/** What the program loads when it is asked for it, and not before. */
const LAZY: Readonly<Record<string, string>> = { "server/cli.ts": "../evals/eval.ts" };
/** The domain is pure: these packages and nothing of Node. */
const TRIP_PACKAGES = ["zod", "temporal-polyfill", "suncalc"];

const IMPORT = /^\s*(?:import|export)\s[^;]*?from\s+"([^"]+)"|import\(\s*"([^"]+)"\s*\)/gms;

function sources(): string[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.ts"], {
    encoding: "utf8",
  });
  return listed.split("\n").filter((file) => (file.split("/")[0] ?? "") in MAY_IMPORT);
}

function importsOf(file: string): string[] {
  return [...readFileSync(file, "utf8").matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? "");
}

function breach(file: string, imported: string): string | null {
  const folder = file.split("/")[0] ?? "";
  if (LAZY[file] === imported) return null;
  if (!imported.startsWith(".")) {
    const isAllowed = folder !== "trip" || TRIP_PACKAGES.includes(imported);
    return isAllowed ? null : `${file} imports ${imported}: trip/ is pure`;
  }
  const target = normalize(join(dirname(file), imported)).split("/")[0] ?? "";
  const isAllowed = target === folder || MAY_IMPORT[folder]?.includes(target);
  return isAllowed ? null : `${file} imports ${imported}: ${folder}/ may not import ${target}/`;
}

test("every import follows the table of layers", () => {
  const files = sources();
  expect(files.length).toBeGreaterThan(50);
  const breaches = files.flatMap((file) => importsOf(file).flatMap((imported) => breach(file, imported) ?? []));
  expect(breaches).toEqual([]);
});

test("the checker judges without knowing the scheduler", () => {
  const judged = sources().filter((file) => file.startsWith("trip/check/"));
  expect(judged.flatMap(importsOf).filter((imported) => imported.includes("/schedule/"))).toEqual([]);
});
