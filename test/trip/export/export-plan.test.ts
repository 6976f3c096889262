import { expect, test } from "vitest";
import { TripwrightError } from "../../../trip/errors.ts";
import { EXPORT_FORMATS, exportPlan, formatOfFile } from "../../../trip/export/export-plan.ts";
import { item } from "../../plan-builders.ts";
import { lisbon, ZONES } from "../../plan-fixture.ts";

test("every format has a type and a text that begins as it should", () => {
  const options = { zones: ZONES, stampedAt: new Date("2026-11-22T10:00:00Z") };
  const begins = EXPORT_FORMATS.map((format) => {
    const { mediaType, text } = exportPlan(lisbon(), { format, ...options });
    return [format, mediaType, text.slice(0, 15)];
  });
  expect(begins).toEqual([
    ["ics", "text/calendar; charset=utf-8", "BEGIN:VCALENDAR"],
    ["md", "text/markdown; charset=utf-8", "# Lisbon: food "],
    ["geojson", "application/geo+json", '{\n  "type": "Fe'],
    ["html", "text/html; charset=utf-8", "<!doctype html>"],
  ]);
});

test.each(EXPORT_FORMATS)("%s leaves out what was put off or skipped", (format) => {
  const plan = lisbon();
  const [first, ...others] = plan.itinerary.days;
  if (!first) throw new Error("the plan has no day");
  const history = (["delayed", "skipped"] as const).map((status) => item("09:00–09:30", "Left for later", { status }));
  const days = [{ ...first, items: [...first.items, ...history] }, ...others];
  const options = { format, zones: ZONES, stampedAt: new Date(0) };
  const { text } = exportPlan({ ...plan, itinerary: { ...plan.itinerary, days } }, options);
  expect(text).not.toContain("Left for later");
});

test("the same plan is the same file", () => {
  const options = { format: "html", zones: {}, stampedAt: new Date(0) } as const;
  expect(exportPlan(lisbon(), options)).toEqual(exportPlan(lisbon(), options));
});

test("the extension decides, whatever its case and wherever the file lies", () => {
  expect(["trip.ics", "My trip.MD", "/a.b/c.geojson", "C:\\x\\y.html"].map(formatOfFile)).toEqual([
    "ics",
    "md",
    "geojson",
    "html",
  ]);
});

test.each(["trip", "trip.pdf", "trip.", "folder.ics/trip", ""])("an unknown format names the four: %j", (path) => {
  expect(() => formatOfFile(path)).toThrow(TripwrightError);
  expect(() => formatOfFile(path)).toThrow(
    `Expected a file name that ends in .ics, .md, .geojson or .html, got "${path}".`,
  );
});
