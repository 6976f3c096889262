/** What the README says can be checked is checked: the tools, the cities, the commands. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { TOOLS } from "../tools/registry.ts";

const readme = readFileSync("README.md", "utf8");
const packageSchema = z.object({ scripts: z.record(z.string(), z.string()) });

test("the table of tools is the registry, with the first sentence of each description", () => {
  const rows = [...readme.matchAll(/^\| `([a-z]+_[a-z]+)` \| (.+) \|$/gm)].map(([, name, does]) => [name, does]);
  const expected = TOOLS.map(({ name, description }) => [name, description.split(". ")[0]?.replace(/\.$/, "")]);
  expect(rows).toEqual(expected);
});

test("every built-in city is named", () => {
  const files = readdirSync("db/catalogue/cities");
  const names = files.map((file) => JSON.parse(readFileSync(`db/catalogue/cities/${file}`, "utf8")).city);
  const unwrapped = readme.replaceAll(/\s+/g, " ");
  expect(names.filter((name) => !unwrapped.includes(name))).toEqual([]);
});

test("every npm script it uses exists", () => {
  const { scripts } = packageSchema.parse(JSON.parse(readFileSync("package.json", "utf8")));
  const used = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script ?? "");
  expect(used.length).toBeGreaterThan(5);
  expect(used.filter((script) => !(script in scripts))).toEqual([]);
});
