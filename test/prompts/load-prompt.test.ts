/** The words a model reads: found, filled, and told apart by their content. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { loadPrompt } from "../../prompts/load-prompt.ts";
import { TOOLS } from "../../tools/registry.ts";

const source = await readFile(new URL("../../prompts/planner.md", import.meta.url), "utf8");

test("the hash is that of the file, before anything is filled in", () => {
  const expected = createHash("sha256").update(source).digest("hex").slice(0, 16);
  const prompt = loadPrompt("planner");
  prompt.fill({ today: "2027-01-15" });
  expect(prompt.hash).toBe(expected);
});

test("every placeholder is filled, as often as it stands there, and nothing else is touched", () => {
  const filled = loadPrompt("planner").fill({ today: "2027-01-15" });
  expect(filled).toBe(source.replaceAll("{{today}}", "2027-01-15"));
  expect(filled).not.toContain("{{");
});

test("a value goes in as it is", () => {
  expect(loadPrompt("planner").fill({ today: "$& {{today}} $1" })).toContain("Today is $& {{today}} $1.");
});

test.each<Record<string, string>>([{}, { Today: "2027-01-15" }])(
  "a value that is missing is our mistake: %o",
  (values) => {
    expect(() => loadPrompt("planner").fill(values)).toThrow("Prompt planner expects a value for {{today}}.");
  },
);

test("a file is read once", () => {
  expect(loadPrompt("planner")).toBe(loadPrompt("planner"));
});

test("the tools it speaks of exist", () => {
  const known = TOOLS.map(({ name }) => name);
  const named = [...source.matchAll(/`([a-z]+_[a-z_]+)`/g)].map((match) => match[1]);
  expect(named.length).toBeGreaterThan(3);
  expect(known).toEqual(expect.arrayContaining(named));
});
