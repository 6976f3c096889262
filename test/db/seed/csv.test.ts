/** CSV as spreadsheets write it, and one clear line for what is none. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCsv } from "../../../db/seed/csv.ts";

test("cells are named by the header", () => {
  expect(parseCsv("a,b\n1,2\n3,\n")).toEqual([
    { a: "1", b: "2" },
    { a: "3", b: "" },
  ]);
});

test("quotes hold commas, quotes and line ends; a byte order mark and CRLF are no matter", () => {
  expect(parseCsv('\uFEFFa,b\r\n"x, ""y""","two\nlines"\r\n')).toEqual([{ a: 'x, "y"', b: "two\nlines" }]);
});

test("the last line needs no end, and may end in an empty cell", () => {
  expect(parseCsv("a,b\n1,2")).toEqual([{ a: "1", b: "2" }]);
  expect(parseCsv("a,b\n1,")).toEqual([{ a: "1", b: "" }]);
  expect(parseCsv("a,b")).toEqual([]);
});

test.each([
  ["a,b\n1\n", "2 cells"],
  ["a,b\n1,2,3\n", "got 3 on line 2"],
  ['a,b\n1,x"y\n', "line 2"],
])("%j is refused", (text, message) => {
  expect(() => parseCsv(text)).toThrow(message);
});

test("whatever is written reads back", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r", "é", " ") });
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
      const text = ["a,b", ...rows.map((row) => row.map(quoted).join(","))].join("\n");
      expect(parseCsv(`${text}\n`)).toEqual(rows.map(([a, b]) => ({ a, b })));
    }),
  );
});
