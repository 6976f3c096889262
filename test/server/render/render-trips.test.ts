import stringWidth from "string-width";
import { expect, test } from "vitest";
import { renderPlanError } from "../../../server/render/render-plan-error.ts";
import { renderTrips } from "../../../server/render/render-trips.ts";
import { wrapText } from "../../../server/render/text-layout.ts";
import type { TripSummary } from "../../../trip/ports.ts";

function trip(over: Partial<TripSummary>): TripSummary {
  return {
    id: "3f2a7c1e-0000-4000-8000-000000000001",
    title: "Lisbon: food and viewpoints",
    startDate: "2027-05-10",
    endDate: "2027-05-12",
    travelers: 2,
    cities: ["Lisbon"],
    status: "planned",
    itineraryVersions: 1,
    isPlanOk: true,
    ...over,
  };
}

test("a trip is recognised by its name, dates and cities, and shown by a few characters", () => {
  const trips = [
    trip({}),
    trip({
      id: "b07de0aa-0000-4000-8000-000000000002",
      title: "春の旅",
      cities: ["Kyoto", "Tokyo"],
      itineraryVersions: 3,
      isPlanOk: false,
    }),
    trip({ id: "c17de0aa-0000-4000-8000-000000000003", itineraryVersions: 0, isPlanOk: null }),
  ];
  expect(renderTrips(trips, { color: false, width: 80 })).toBe(
    [
      "3f2a7c1e  Lisbon: food and viewpoints",
      "          10–12 May 2027 · two travellers · plan holds",
      "",
      "b07de0aa  春の旅",
      "          10–12 May 2027 · Kyoto and Tokyo · two travellers · plan has problems,",
      "          three versions",
      "",
      "c17de0aa  Lisbon: food and viewpoints",
      "          10–12 May 2027 · two travellers · not planned yet",
      "",
      "Show one: npm run show -- and the characters before it",
    ].join("\n"),
  );
});

test("ids that begin alike are shown as far as it takes to tell them apart", () => {
  const alike = [1, 2].map((last) => trip({ id: `3f2a7c1e-0000-4000-8000-00000000000${last}` }));
  const [first = "", second = ""] = renderTrips(alike, { color: false, width: 80 }).match(/^3f2a\S+/gm) ?? [];
  expect(first).not.toBe(second);
});

test("no trips yet says how to begin", () => {
  expect(renderTrips([], { color: false, width: 120 })).toBe(
    'No trips yet. Plan one: npm run plan -- "4 days in Lisbon in May for two, 900 EUR"',
  );
});

test("an error is one paragraph without code or details", () => {
  const message = "The trip would start on 2020-01-01, and today is 2026-11-22. Choose a date from today on.";
  const text = renderPlanError(
    { code: "date_in_past", message: `${message}\u001b[2J`, details: { a: 1 } },
    { width: 60 },
  );
  expect(text.split("\n").every((line) => line.length <= 60)).toBe(true);
  expect(text.replaceAll("\n", " ")).toBe(`${message} [2J`);
});

test("words wider than the line are cut between characters, in any script", () => {
  const name = "東京都庭園美術館".repeat(4);
  const lines = wrapText(`Visit ${name} today`, 20);
  expect(lines.every((line) => stringWidth(line) <= 20)).toBe(true);
  expect(lines.join("").replaceAll(" ", "")).toBe(`Visit${name}today`);
  expect(wrapText("", 20)).toEqual([""]);
});
