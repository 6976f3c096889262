/** The promises of the command line, kept by the program itself on the embedded database. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { weekdayOf } from "../../trip/calendar.ts";
import { type PlanDocument, planSchema } from "../../trip/plan-document.ts";
import { runCli } from "./run-cli.ts";

async function planned(request: string, ...options: string[]): Promise<PlanDocument> {
  const { status, stdout, stderr } = await runCli(["plan", request, "--json", ...options]);
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return planSchema.parse(JSON.parse(stdout));
}

const dates = ({ itinerary }: PlanDocument): string[] => itinerary.days.map(({ date }) => date);
const cities = ({ itinerary }: PlanDocument): string[] => itinerary.days.map(({ city }) => city.name);
const visits = ({ itinerary }: PlanDocument) =>
  itinerary.days.flatMap(({ items }) => items).filter(({ type }) => type === "attraction");

describe("requests that can be planned", () => {
  test("four days in Lisbon for two on 900 EUR", async () => {
    const plan = await planned("4 days in Lisbon from 2027-05-10 for two, food and viewpoints, moderate pace, 900 EUR");
    expect(plan.verdict.ok).toBe(true);
    expect(dates(plan)).toEqual(["2027-05-10", "2027-05-11", "2027-05-12", "2027-05-13"]);
    expect(new Set(cities(plan))).toEqual(new Set(["Lisbon"]));
    expect(plan.trip.travelers).toBe(2);
    expect(plan.trip.budget).toEqual({ amountMinor: 90_000, currency: "EUR" });
    expect(plan.budget.known).toBeLessThanOrEqual(90_000);
    expect(visits(plan).length).toBeGreaterThanOrEqual(8);
    expect(plan.run?.modelVersion).toMatch(/^offline\/\d+$/);
  });

  test("a weekend in Kyoto in April with a wheelchair", async () => {
    const plan = await planned("a weekend in Kyoto in April, temples and gardens, slow, one of us uses a wheelchair");
    expect(plan.verdict.ok).toBe(true);
    expect(dates(plan).every((date) => date.startsWith("2027-04-"))).toBe(true);
    expect(dates(plan).map(weekdayOf)).toContain("saturday");
    expect(plan.trip.wishes).toMatchObject({ pace: "relaxed", accessibility: ["wheelchair"] });
    expect(plan.trip.travelers).toBeGreaterThanOrEqual(2);
    expect(plan.verdict.violations.map(({ code }) => code)).not.toContain("accessibility_unmet");
    expect(plan.assumptions.length).toBeGreaterThan(0);
  });

  test("Rome and Florence with a six-year-old under 2000 EUR", async () => {
    const plan = await planned(
      "Rome and Florence, 6 days from 3 June 2027, art, family with a 6 year old, under 2000 euros",
    );
    expect(plan.verdict.ok).toBe(true);
    expect(dates(plan)).toEqual(["2027-06-03", "2027-06-04", "2027-06-05", "2027-06-06", "2027-06-07", "2027-06-08"]);
    expect(plan.trip.destinations.map(({ name }) => name)).toEqual(["Rome", "Florence"]);
    expect(plan.trip).toMatchObject({
      travelers: 3,
      childAges: [6],
      budget: { amountMinor: 200_000, currency: "EUR" },
    });
    expect(new Set(cities(plan))).toEqual(new Set(["Rome", "Florence"]));
  });

  test("Paree, next month, vegan and cheap, and every export", async () => {
    const folder = await mkdtemp(join(tmpdir(), "tripwright out "));
    try {
      const files = ["ics", "md", "geojson", "html"].map((format) => join(folder, `paris.${format}`));
      const plan = await planned("Paree 3 days next month vegan cheap", ...files.flatMap((file) => ["--out", file]));
      expect(plan.verdict.ok).toBe(true);
      expect(plan.trip.destinations.map(({ name }) => name)).toEqual(["Paris"]);
      expect(dates(plan)).toHaveLength(3);
      expect(dates(plan).every((date) => date.startsWith("2026-12-"))).toBe(true);
      expect(plan.trip.wishes).toMatchObject({ diets: ["vegan"], style: "budget" });
      const [ics = "", md = "", geojson = "", html = ""] = await Promise.all(
        files.map((file) => readFile(file, "utf8")),
      );
      expect(ics).toMatch(/^BEGIN:VCALENDAR\r\n/);
      expect(md).toMatch(/^# /);
      expect(JSON.parse(geojson)).toMatchObject({ type: "FeatureCollection" });
      expect(html).toMatch(/^<!doctype html>/i);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test("the same request twice gives the same plan", async () => {
    const request = "2 days in Vienna from 2027-03-05, music and coffee";
    const [first, second] = [await planned(request), await planned(request)];
    const outline = (plan: PlanDocument): string[] =>
      plan.itinerary.days.flatMap(({ items }) => items.map(({ itemKey, startTime }) => `${startTime} ${itemKey}`));
    expect(outline(second)).toEqual(outline(first));
  });
});

describe("what is stored", () => {
  let plan: PlanDocument;
  beforeAll(async () => {
    plan = await planned("2 days in Amsterdam from 2027-09-03 for two, museums");
  });
  afterAll(() => {
    expect(plan.run).not.toBeNull();
  });

  test("can be listed and shown again, by the first characters of its id", async () => {
    const listed = await runCli(["trips", "--json"]);
    const { trips } = JSON.parse(listed.stdout);
    expect(trips.map(({ id }: { id: string }) => id)).toContain(plan.trip.id);
    const shown = await runCli(["show", plan.trip.id.slice(0, 13), "--json"]);
    expect(planSchema.parse(JSON.parse(shown.stdout))).toEqual(plan);
  });

  test("reads well on a terminal", async () => {
    const { stdout, stderr } = await runCli(["show", plan.trip.id]);
    expect(stderr).toBe("");
    expect(stdout).toContain("Amsterdam");
    expect(stdout).toContain("3 September 2027");
    expect(stdout).toContain(plan.trip.id.slice(0, 8));
    expect(stdout).not.toMatch(/undefined|null|NaN|\[object/);
  });
});
