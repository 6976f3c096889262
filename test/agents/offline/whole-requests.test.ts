/** From a messy request to a stored trip: the offline model, the graph, the tools and the built-in catalogue, nothing scripted. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ToolResult } from "../../../tools/tool.ts";
import { daysBetween } from "../../../trip/calendar.ts";
import { formatMoney } from "../../../trip/money.ts";
import type { Trip } from "../../../trip/trip.ts";
import { openPlannerWorld, type PlannerWorld, runInWorld, type WorldRun } from "../planner-world.ts";
import { type TripWanted, WHOLE_REQUESTS } from "./whole-requests.ts";

let world: PlannerWorld;
beforeAll(async () => {
  world = await openPlannerWorld();
});
afterAll(() => world?.[Symbol.asyncDispose]());

/** The model needs no network, so nobody answers. */
const NOBODY = { baseUrl: "http://127.0.0.1:9", requests: [] };

const resultsOf = ({ events }: WorldRun, name: string): ToolResult[] =>
  events.flatMap((event) => (event.type === "tool-result" && event.name === name ? [event.result] : []));

async function run(request: string): Promise<{ run: WorldRun; trip: Trip; answer: string }> {
  const made = await runInWorld(world, { request, served: NOBODY, model: "offline" });
  if (made.failure) throw made.failure;
  const outcome = made.ended?.outcome;
  if (outcome?.kind !== "planned") throw new Error(outcome?.kind === "not-planned" ? outcome.message : "no plan");
  const trip = await world.toolContext.trips.getTrip(outcome.tripId);
  return { run: made, trip, answer: outcome.answer };
}

const titlesOf = ({ events }: WorldRun): string[] =>
  events.flatMap((event) =>
    event.type === "itinerary-draft" ? event.draft.days.flatMap(({ items }) => items.map(({ title }) => title)) : [],
  );

/** Names of places said in the answer's account of the plan are titles of the plan. */
function strangers(answer: string, run: WorldRun): string[] {
  const told = /It takes you to ([^\n]*?)\.(?: |$|\n)/.exec(answer)?.[1] ?? "";
  const titles = titlesOf(run);
  const rest = titles.sort((a, b) => b.length - a.length).reduce((text, title) => text.replaceAll(title, ""), told);
  const words = rest.replace(/\b(?:and|[\p{L}\d]+ more stops?)\b|,/gu, " ").trim();
  return words === "" ? [] : [words];
}

function isInside(trip: Trip, wanted: TripWanted): boolean {
  const [from = "", to = ""] = (wanted.in ?? wanted.on ?? "").split(" ");
  return wanted.on ? trip.startDate === from && trip.endDate === to : trip.startDate >= from && trip.endDate <= to;
}

function expectTrip(trip: Trip, wanted: TripWanted): void {
  expect(trip.destinations.map(({ name }) => name)).toEqual(wanted.cities);
  expect(isInside(trip, wanted), `${trip.startDate} to ${trip.endDate}`).toBe(true);
  if (wanted.days) expect(daysBetween(trip.startDate, trip.endDate) + 1).toBe(wanted.days);
  expect(trip.travelers).toBe(wanted.people ?? 1);
  expect(trip.childAges.toSorted((a, b) => a - b)).toEqual(wanted.ages ?? []);
  const budget = trip.budget && `${formatMoney(trip.budget).replace(/[^\d.]/g, "")} ${trip.budget.currency}`;
  expect(budget).toBe(wanted.budget ?? null);
}

function expectWishes({ wishes }: Trip, { likes = [], diets = [], access = [], pace }: TripWanted): void {
  expect(wishes.interests.map(({ category }) => category)).toEqual(expect.arrayContaining(likes));
  expect(wishes.diets).toEqual(diets);
  expect(wishes.accessibility).toEqual(access);
  if (pace) expect(wishes.pace).toBe(pace);
}

describe("a messy request becomes the trip it asks for", () => {
  test.each(WHOLE_REQUESTS)("%s", async (request, wanted) => {
    const { run: made, trip, answer } = await run(request);
    expectTrip(trip, wanted);
    expectWishes(trip, wanted);
    for (const sight of wanted.mustSee ?? []) expect(answer).toContain(sight);
    for (const sight of wanted.without ?? []) expect(titlesOf(made)).not.toContain(sight);
    for (const tool of wanted.asked ?? []) expect(resultsOf(made, tool)).not.toHaveLength(0);

    expect(strangers(answer, made)).toEqual([]);
    const checked = made.events.find(({ type }) => type === "answer-checked");
    expect(checked).toMatchObject({ isGrounded: true, claims: [] });
  });
});
