/** The words a model reads: found, filled, and told apart by their content. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { expect, test } from "vitest";
import { loadPrompt, promptFrom } from "../../prompts/load-prompt.ts";
import { TOOLS } from "../../tools/registry.ts";

const source = await readFile(new URL("../../prompts/planner.md", import.meta.url), "utf8");

const DATED = "Today is {{today}}. Again: {{today}}. {single} stays.";

test("the hash is that of the file, before anything is filled in", () => {
  const expected = createHash("sha256").update(source).digest("hex").slice(0, 16);
  expect(loadPrompt("planner").hash).toBe(expected);
  const dated = promptFrom("dated", DATED);
  dated.fill({ today: "2027-01-15" });
  expect(dated.hash).toBe(promptFrom("dated", DATED).hash);
});

test("every placeholder is filled, as often as it stands there, and nothing else is touched", () => {
  const filled = promptFrom("dated", DATED).fill({ today: "2027-01-15" });
  expect(filled).toBe("Today is 2027-01-15. Again: 2027-01-15. {single} stays.");
});

test("a value goes in as it is", () => {
  expect(promptFrom("dated", DATED).fill({ today: "$& {{today}} $1" })).toContain("Today is $& {{today}} $1.");
});

test.each<Record<string, string>>([{}, { Today: "2027-01-15" }])(
  "a value that is missing is our mistake: %o",
  (values) => {
    expect(() => promptFrom("dated", DATED).fill(values)).toThrow("Prompt dated expects a value for {{today}}.");
  },
);

test("the planner's instructions are the same every day and for everybody: services keep them in a cache", () => {
  expect(loadPrompt("planner").fill({})).toBe(source);
  expect(source).not.toMatch(/\{\{|\b20\d\d\b/);
  expect(countTokens(source)).toBeLessThanOrEqual(700);
});

test("a file is read once", () => {
  expect(loadPrompt("planner")).toBe(loadPrompt("planner"));
});

test("the tools it speaks of exist", () => {
  const known = TOOLS.map(({ name }) => name);
  const named = [...source.matchAll(/`([a-z]+_[a-z_]+)`/g)].map((match) => match[1]);
  expect(named.length).toBeGreaterThan(3);
  expect(known).toEqual(expect.arrayContaining(named));
});
