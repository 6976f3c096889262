/** Hundreds of phrasings, written from what people type and not from the rules, and what each must mean. */
import { describe, expect, test } from "vitest";
import { faultsOf } from "./said.ts";
import { GROUPS, TODAY } from "./tables.ts";

describe.each(GROUPS)("$name", ({ rows, before, base }) => {
  test.each(rows.map((row) => ({ text: row[0], row })))("$text", ({ row }) => {
    expect(faultsOf(row, before, TODAY, base)).toEqual([]);
  });
});

test("no phrasing stands in the table twice", () => {
  const all = GROUPS.flatMap(({ before, rows }) => rows.map(([text]) => before + text));
  expect(all).toHaveLength(new Set(all).size);
  expect(all.length).toBeGreaterThan(340);
});
