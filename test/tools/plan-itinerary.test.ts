/** Planning over the real catalogue: versions, selection, limits, and nothing left behind when it fails. */
import { randomUUID } from "node:crypto";
import { setImmediate as breathe } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { editItinerary } from "../../tools/edit-itinerary.ts";
import { planItinerary } from "../../tools/plan-itinerary.ts";
import type { ToolContext, ToolResult } from "../../tools/tool.ts";
import { budgetSchema } from "../../trip/budget.ts";
import { windowsOn } from "../../trip/opening-hours.ts";
import { type Verdict, verdictSchema } from "../../trip/verdict.ts";
import { newPlannedTrip } from "./stored-plans.ts";
import { contextOver, newTrip, openToolWorld, read, TODAY, type ToolWorld } from "./tool-context.ts";

const plannedSchema = z.object({
  itinerary: z.object({
    id: z.uuid(),
    version: z.int(),
    isSelected: z.boolean(),
    days: z.array(
      z.object({
        date: z.string(),
        city: z.object({ name: z.string() }),
        items: z.array(z.looseObject({ type: z.string(), title: z.string(), placeId: z.string().nullable() })),
      }),
    ),
  }),
  verdict: verdictSchema,
  budget: budgetSchema,
  leftOut: z.array(z.object({ placeId: z.uuid(), name: z.string(), reason: z.string() })),
});
type Planned = z.infer<typeof plannedSchema>;

let world: ToolWorld;
beforeAll(async () => {
  world = await openToolWorld();
});
afterAll(() => world.close());

const plan = (args: Record<string, unknown>, context: ToolContext = world.context): Promise<ToolResult> =>
  planItinerary.call(args, context);

async function planned(args: Record<string, unknown>): Promise<Planned> {
  const result = await plan(args);
  expect(result).toMatchObject({ status: "ok" });
  return read(result, plannedSchema);
}

const placesIn = ({ itinerary }: Planned, type = "attraction"): string[] =>
  itinerary.days
    .flatMap(({ items }) => items)
    .flatMap((item) => (item.type === type && item.placeId ? [item.placeId] : []));
const errorsOf = ({ violations }: Verdict): string[] =>
  violations
    .filter(({ severity }) => severity === "error")
    .map(({ code, path, message }) => `${code} ${path} ${message}`);

describe("a plan", () => {
  test("covers every day, holds, and answers with an outline that keeps coordinates and reasons out", async () => {
    const trip = await newTrip(world, { travelers: 2, interests: ["food_drink", "viewpoints"], budgetAmount: 900 });
    const result = await plan({ tripId: trip.id });
    expect(result).toMatchObject({ status: "ok", notices: [], request: { tripId: trip.id, avoid: [], select: true } });
    const { itinerary, verdict, budget, leftOut } = read(result, plannedSchema);
    expect(itinerary).toMatchObject({ version: 1, isSelected: true });
    expect(itinerary.days.map(({ date, city }) => [date, city.name])).toEqual([
      ["2027-05-10", "Lisbon"],
      ["2027-05-11", "Lisbon"],
      ["2027-05-12", "Lisbon"],
    ]);
    expect(errorsOf(verdict)).toEqual([]);
    expect(budget).toMatchObject({ currency: "EUR" });
    expect(budget.estimatedLow).toBeLessThanOrEqual(90_000);
    expect(leftOut.length).toBeLessThanOrEqual(5);
    const item = itinerary.days[0]?.items[0];
    expect(Object.keys(item ?? {}).toSorted()).toEqual([
      "endTime",
      "endsNextDay",
      "itemKey",
      "locked",
      "placeId",
      "startTime",
      "title",
      "type",
    ]);
  });

  test("the same trip gets the same plan, in a version of its own each time", async () => {
    const trip = await newTrip(world);
    const first = await planned({ tripId: trip.id });
    const second = await planned({ tripId: trip.id });
    expect([first, second].map(({ itinerary }) => itinerary.version)).toEqual([1, 2]);
    expect(placesIn(second)).toEqual(placesIn(first));
    const stored = await world.database.admin(
      "select version, is_selected from itineraries where trip_id = $1 order by 1",
      [trip.id],
    );
    expect(stored).toEqual([
      { version: 1, is_selected: false },
      { version: 2, is_selected: true },
    ]);
  });

  test("stays a proposal when it is not to be selected", async () => {
    const trip = await newTrip(world);
    await planned({ tripId: trip.id });
    const { itinerary } = await planned({ tripId: trip.id, select: false });
    expect(itinerary).toMatchObject({ version: 2, isSelected: false });
    expect((await world.context.trips.findItinerary(trip.id))?.itinerary.version).toBe(1);
  });

  test("that the checker refuses is stored, not selected, and says so", async () => {
    const trip = await newTrip(world);
    const first = await planned({ tripId: trip.id });
    const { clock, ...rest } = contextOver(world.database);
    const underWay = { ...rest, clock: { ...clock, today: () => "2027-05-11" } };
    const result = await plan({ tripId: trip.id }, underWay);
    expect(result).toMatchObject({
      status: "ok",
      verdict: { ok: false },
      itinerary: { version: 2, isSelected: false },
    });
    expect(result.notices).toEqual(["The checker found errors: this version was stored but not selected."]);
    expect(errorsOf(read(result, plannedSchema).verdict)).toEqual([expect.stringMatching(/^date_in_past days\[0\]/)]);
    expect((await world.context.trips.findItinerary(trip.id))?.itinerary.id).toBe(first.itinerary.id);
  });

  test("places to avoid are nowhere in it", async () => {
    const trip = await newTrip(world);
    const first = await planned({ tripId: trip.id });
    const avoid = [...placesIn(first), ...placesIn(first, "meal")];
    expect(avoid.length).toBeGreaterThan(3);
    const second = await planned({ tripId: trip.id, avoid });
    expect(errorsOf(second.verdict)).toEqual([]);
    const used = [...placesIn(second), ...placesIn(second, "meal")];
    expect(used.filter((id) => avoid.includes(id))).toEqual([]);
    expect(second.leftOut.filter(({ placeId }) => avoid.includes(placeId))).toEqual([]);
  });

  test("what the traveller insists on is in it, and said when it cannot be", async () => {
    const uffizi = await world.placeId("Uffizi Gallery");
    const cityIds = [await world.cityId("Florence")];
    const week = await newTrip(world, { cityIds, mustSee: [uffizi] });
    expect(placesIn(await planned({ tripId: week.id }))).toContain(uffizi);
    const monday = await newTrip(world, { cityIds, mustSee: [uffizi], endDate: "2027-05-10" });
    const result = await plan({ tripId: monday.id });
    const { leftOut } = read(result, plannedSchema);
    expect(leftOut).toContainEqual({ placeId: uffizi, name: "Uffizi Gallery", reason: "closed_on_every_day" });
    expect(result.notices).toContainEqual(
      expect.stringMatching(/^Uffizi Gallery is closed on Monday 10 May 2027, .* opens again on Tuesday 11 May 2027/),
    );
  });

  test("what cannot be had together is named, with a way out", async () => {
    const names = ["Uffizi Gallery", "Accademia Gallery", "Pitti Palace", "Boboli Gardens", "Palazzo Vecchio"];
    const mustSee = await Promise.all(names.map((name) => world.placeId(name)));
    const cityIds = [await world.cityId("Florence")];
    const day = { startDate: "2027-05-11", endDate: "2027-05-11" };
    const trip = await newTrip(world, { cityIds, mustSee, ...day, pace: "relaxed" });
    const { conflict } = read(await plan({ tripId: trip.id }), z.object({ conflict: z.string() }));
    expect(conflict).toMatch(/cannot (all|both) be had on Tuesday 11 May 2027\. .*(Add a day|Drop )/i);
    const roomy = await newTrip(world, { cityIds, mustSee: mustSee.slice(0, 1), ...day });
    expect(await plan({ tripId: roomy.id })).toMatchObject({ status: "ok", conflict: null, notices: [] });
  });

  test("says by term what it is worth, and how much better any plan could be", async () => {
    const trip = await newTrip(world);
    const scoreSchema = z.object({ total: z.number(), bound: z.number(), terms: z.record(z.string(), z.number()) });
    const { score } = read(await plan({ tripId: trip.id }), z.object({ score: scoreSchema }));
    const sum = Object.values(score.terms).reduce((all, worth) => all + worth, 0);
    expect(Math.abs(sum - score.total)).toBeLessThan(10);
    expect(score.bound).toBeGreaterThanOrEqual(score.total);
  });
});

describe("what was asked for holds", () => {
  test("several cities, a transfer between them, each day only with its own places", async () => {
    const cityIds = [await world.cityId("Rome"), await world.cityId("Florence")];
    const trip = await newTrip(world, {
      ...{ cityIds, startDate: "2027-06-03", endDate: "2027-06-08", travelers: 4, childAges: [6], interests: ["art"] },
      ...{ budgetAmount: 2_000 },
    });
    const answer = await planned({ tripId: trip.id });
    expect(errorsOf(answer.verdict)).toEqual([]);
    expect(answer.itinerary.days.map(({ city }) => city.name)).toEqual([
      ...["Rome", "Rome", "Rome"],
      ...["Florence", "Florence", "Florence"],
    ]);
    for (const { city, date, items } of answer.itinerary.days) {
      const ids = items.flatMap(({ placeId }) => (placeId ? [placeId] : []));
      for (const place of await world.context.catalogue.getPlaces(ids)) {
        expect((await world.context.catalogue.getCity(place.cityId)).name).toBe(city.name);
        expect(windowsOn(place.hours, date), `${place.name} on ${date}`).not.toEqual([]);
      }
    }
  });

  test("wheels and a diet are respected", async () => {
    const trip = await newTrip(world, {
      ...{ cityIds: [await world.cityId("Kyoto")], startDate: "2027-04-10", endDate: "2027-04-12", pace: "relaxed" },
      ...{ accessibility: ["wheelchair"], diets: ["vegan"], interests: ["temples_shrines", "gardens"] },
    });
    const answer = await planned({ tripId: trip.id });
    expect(errorsOf(answer.verdict)).toEqual([]);
    const visited = await world.context.catalogue.getPlaces(placesIn(answer));
    expect(visited.length).toBeGreaterThan(0);
    expect(visited.filter(({ wheelchair }) => wheelchair === "no")).toEqual([]);
    const eaten = await world.context.catalogue.getPlaces(placesIn(answer, "meal"));
    expect(eaten.filter(({ diets }) => !diets.includes("vegan"))).toEqual([]);
  });
});

describe("a budget that is too small", () => {
  test.each([
    ["Lisbon", 20, {}],
    ["Kyoto", 5_000, { travelers: 2 }],
    ["London", 60, { travelers: 4, childAges: [5, 8], endDate: "2027-05-16" }],
    ["New York City", 100, { originAirport: "VIE" }],
  ])("in %s names the smallest that would do, and that one does", async (city, budgetAmount, args) => {
    const cityIds = [await world.cityId(city)];
    const poor = await newTrip(world, { cityIds, ...args, budgetAmount });
    const before = await world.countRows();
    const refused = await plan({ tripId: poor.id });
    expect(refused).toMatchObject({ status: "infeasible", error: { code: "budget_too_small" } });
    expect(await world.countRows()).toEqual(before);

    const money = z.object({ amountMinor: z.int(), currency: z.string() });
    const { budget, smallestBudget } = z.object({ budget: money, smallestBudget: money }).parse(refused.error?.details);
    expect(budget).toEqual(poor.budget);
    const units = smallestBudget.amountMinor / 10 ** (smallestBudget.currency === "JPY" ? 0 : 2);
    expect(refused.error?.message).toContain(units.toLocaleString("en"));

    const enough = await newTrip(world, { cityIds, ...args, budgetAmount: units });
    const answer = await planned({ tripId: enough.id });
    expect(errorsOf(answer.verdict)).toEqual([]);
    expect(placesIn(answer).length).toBeGreaterThan(0);
    const less = await newTrip(world, { cityIds, ...args, budgetAmount: units - 2 });
    expect(await plan({ tripId: less.id })).toMatchObject({ status: "infeasible" });
  });
});

test("with nothing open or suitable there is no plan, and no version", async () => {
  const trip = await newTrip(world, { endDate: "2027-05-10" });
  const before = await world.countRows();
  const shut = "update attractions set retired_at = $2 where city_id = $1";
  await world.database.admin(shut, [trip.destinations[0]?.cityId, TODAY]);
  expect(await plan({ tripId: trip.id })).toMatchObject({
    status: "infeasible",
    error: { code: "nothing_fits", message: expect.stringContaining("Try other dates"), details: { tripId: trip.id } },
  });
  await world.database.admin(shut, [trip.destinations[0]?.cityId, null]);
  expect(await world.countRows()).toEqual(before);
});

describe("who planned it", () => {
  test("model and run are stored with the version, in its place in the run's row too", async () => {
    const { id } = await world.recorder.startRun({ input: {}, modelVersion: "offline/1", promptHash: "abc" });
    const trip = await newTrip(world);
    const context = contextOver(world.database, { run: { id, modelVersion: "offline/1" } });
    const { itinerary } = read(await plan({ tripId: trip.id }, context), plannedSchema);
    expect(
      await world.database.admin(
        `select j.id, i.ai_model_version, i.generated_by, i.version
         from itineraries i join ai_planning_jobs j on j.id = i.run_id where i.id = $1`,
        [itinerary.id],
      ),
    ).toEqual([{ id, ai_model_version: "offline/1", generated_by: "ai", version: 1 }]);
    const tokens = { input: 1, output: 1, cached: 0, reasoning: 0 };
    const end = { tripId: trip.id, modelVersion: "offline/1", result: {}, tokens, durationMs: 5, toolCalls: 1 };
    await world.recorder.completeRun(id, end);
    expect(
      await world.database.admin("select itinerary_id, trip_id from ai_planning_jobs where id = $1", [id]),
    ).toEqual([{ itinerary_id: itinerary.id, trip_id: trip.id }]);
  });

  test("nobody's run when a person calls the tool", async () => {
    const trip = await newTrip(world);
    await planned({ tripId: trip.id });
    const stored = await world.context.trips.findItinerary(trip.id);
    expect(stored).toMatchObject({ runId: null, itinerary: { aiModelVersion: null } });
  });
});

describe("cut short", () => {
  test("called off before it began, nothing is written", async () => {
    const trip = await newTrip(world);
    const before = await world.countRows();
    const context = contextOver(world.database, { signal: AbortSignal.abort() });
    await expect(plan({ tripId: trip.id }, context)).rejects.toThrow(/abort/i);
    expect(await world.countRows()).toEqual(before);
  });

  test.each(["while it searches", "when it has found a plan"])("called off %s, nothing is written", async (moment) => {
    const trip = await newTrip(world);
    const before = await world.countRows();
    const controller = new AbortController();
    const { scheduler, ...rest } = contextOver(world.database, { signal: controller.signal });
    const solve: ToolContext["scheduler"]["solve"] = async (problem, options) => {
      const solving = scheduler.solve(problem, options);
      await (moment === "while it searches" ? breathe() : solving);
      controller.abort();
      return solving;
    };
    await expect(plan({ tripId: trip.id }, { ...rest, scheduler: { ...scheduler, solve } })).rejects.toThrow(/abort/i);
    expect(await world.countRows()).toEqual(before);
  });

  test("what fails while it is being written leaves the plan before it selected", async () => {
    const trip = await newTrip(world);
    await planned({ tripId: trip.id });
    const before = await world.countRows();
    const noSuchRun = contextOver(world.database, { run: { id: randomUUID(), modelVersion: "offline/1" } });
    expect(await plan({ tripId: trip.id }, noSuchRun)).toMatchObject({ status: "error", error: { code: "internal" } });
    expect(await world.countRows()).toEqual(before);
    expect((await world.context.trips.findItinerary(trip.id))?.itinerary).toMatchObject({
      version: 1,
      isSelected: true,
    });
  });

  test("two at once get two versions and one selection", async () => {
    const trip = await newTrip(world);
    const both = await Promise.all([planned({ tripId: trip.id }), planned({ tripId: trip.id })]);
    expect(both.map(({ itinerary }) => itinerary.version).toSorted((a, b) => a - b)).toEqual([1, 2]);
    const selected = "select count(*)::integer as count from itineraries where trip_id = $1 and is_selected";
    expect(await world.database.admin(selected, [trip.id])).toEqual([{ count: 1 }]);
  });
});

describe("refused", () => {
  test("somebody else's trip, as if there were none", async () => {
    const trip = await newTrip(world);
    const before = await world.countRows();
    for (const [tripId, context] of [
      [trip.id, await world.stranger()],
      [randomUUID(), world.context],
    ] as const) {
      expect(await plan({ tripId }, context)).toMatchObject({
        status: "error",
        error: { code: "trip_not_found", details: { tripId } },
      });
    }
    expect(await world.countRows()).toEqual(before);
  });

  test.each([
    ["a name for an id", { tripId: "Lisbon" }, "tripId"],
    ["a name to avoid", { tripId: randomUUID(), avoid: ["the museum"] }, "avoid.0"],
    ["an argument that does not exist", { tripId: randomUUID(), approved: true }, "approved"],
  ])("%s", async (_, args, named) => {
    const result = await plan(args);
    expect(result).toMatchObject({ status: "error", error: { code: "invalid_input" } });
    expect(result.error?.message).toContain(named);
  });
});

describe("planning anew over a plan", () => {
  const run = { id: "00000000-0000-4000-8000-0000000000aa", modelVersion: "offline/2" };

  test("asks, also where the run has only edited what stood before; its own plan it may mend", async () => {
    const { trip } = await newPlannedTrip(world);
    const { id } = await world.recorder.startRun({ input: {}, modelVersion: "offline/2", promptHash: "p" });
    const acting = { ...world.context, run: { ...run, id } };
    const asked = () => planItinerary.approvalFor({ tripId: trip.id }, acting);
    expect(await asked()).toMatchObject({ summary: expect.stringContaining("version 1") });
    const lock = { tripId: trip.id, operations: [{ op: "lock", item: "1.1" }] };
    expect(await editItinerary.call(lock, acting)).toMatchObject({ applied: true });
    expect(await asked()).toMatchObject({ summary: expect.stringContaining("version 2") });

    const own = await newTrip(world);
    await planItinerary.call({ tripId: own.id }, acting);
    await planItinerary.call({ tripId: own.id }, acting);
    expect(await planItinerary.approvalFor({ tripId: own.id }, acting)).toBeNull();
  });
});
