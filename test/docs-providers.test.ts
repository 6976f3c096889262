/** docs/providers.md says of each vendor what its description says, for every vendor there is. */
import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CONTRACT_VENDORS } from "../providers/contracts.ts";
import { VENDORS } from "../providers/registry.ts";
import { vendorTable } from "../providers/vendor-table.ts";

const PATH = "docs/providers.md";
const BETWEEN = /(<!-- vendors: [^>]* -->\n)[\s\S]*(<!-- \/vendors -->)/;

test("the page lists every vendor as its description has it", () => {
  const page = readFileSync(PATH, "utf8");
  const expected = page.replace(
    BETWEEN,
    (_, begin: string, end: string) => `${begin}\n${vendorTable(VENDORS)}\n\n${end}`,
  );
  if (process.env.UPDATE_SNAPSHOTS) writeFileSync(PATH, expected);
  else expect(page).toBe(expected);
});

test("ids and names are each one vendor's, and no description leaves something out", () => {
  const all = [...VENDORS, ...CONTRACT_VENDORS];
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  for (const { id, about, settings, address } of VENDORS) {
    expect(id).toMatch(/^[a-z][a-z-]+$/);
    for (const text of [about.keyAt, about.costs, about.sends, about.stores]) expect(text.length).toBeGreaterThan(5);
    for (const { variable } of [...settings, address]) expect(variable).toMatch(/^[A-Z][A-Z0-9_]+$/);
  }
});
