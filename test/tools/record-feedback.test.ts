/** What travellers say, joined in the database to the run, model and verdict it is about. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { recordFeedback } from "../../tools/record-feedback.ts";
import type { ToolContext, ToolResult } from "../../tools/tool.ts";
import { delayItem } from "../../trip/edit/delay-item.ts";
import { newPlannedTrip, type PlannedTrip, planAgain } from "./stored-plans.ts";
import { contextOver, newTrip, openToolWorld, read, type ToolWorld } from "./tool-context.ts";

let world: ToolWorld;
let planned: PlannedTrip;
let runId: string;
beforeAll(async () => {
  world = await openToolWorld();
  runId = (await world.recorder.startRun({ input: {}, modelVersion: "offline/1", promptHash: "abc" })).id;
  const context = contextOver(world.database, { run: { id: runId, modelVersion: "offline/1" } });
  planned = await newPlannedTrip(world, { context });
});
afterAll(() => world.close());
beforeEach(() => world.database.admin("delete from ai_feedback"));

const say = (args: object, context: ToolContext = world.context): Promise<ToolResult> =>
  recordFeedback.call({ tripId: planned.trip.id, ...args }, context);

async function rowsOf(): Promise<Record<string, unknown>[]> {
  return world.database.admin(
    `select f.id, f.trip_id, i.version, f.feedback_type, f.rating, f.feedback_text, f.rated_item_type, f.rated_item_id,
       f.model_version, d.day_number, j.id as run_id, j.prompt_hash, (f.verdict ->> 'ok')::boolean as ok, f.verdict = i.verdict as same
     from ai_feedback f left join itineraries i on i.id = f.itinerary_id left join ai_planning_jobs j on j.id = f.run_id
       left join itinerary_days d on d.id = f.rated_item_id`,
  );
}

test("a rating of the selected plan meets its run, model and verdict", async () => {
  const result = await say({ type: "rating", rating: 4, text: "  Fewer stairs. " });
  expect(result).toMatchObject({ status: "ok", notices: [] });
  const { feedbackId } = read(result, z.object({ feedbackId: z.uuid() }));
  expect(await rowsOf()).toEqual([
    {
      ...{ id: feedbackId, trip_id: planned.trip.id, version: 1 },
      ...{ feedback_type: "rating", rating: 4, feedback_text: "Fewer stairs." },
      ...{ rated_item_type: "itinerary", rated_item_id: planned.stored.itinerary.id, day_number: null },
      ...{ model_version: "offline/1", run_id: runId, prompt_hash: "abc", ok: true, same: true },
    },
  ]);
});

describe("what it is about", () => {
  test("an item", async () => {
    const item = planned.stored.itinerary.days[1]?.items[0];
    await say({ type: "correction", text: "Closed for works.", itemKey: item?.itemKey });
    expect(await rowsOf()).toMatchObject([{ rated_item_type: "item", rated_item_id: item?.id, rating: null }]);
  });

  test("an item that was put off is meant where it stands now", async () => {
    const { trip, stored } = await newPlannedTrip(world);
    const itemKey = stored.itinerary.days[0]?.items[0]?.itemKey ?? "";
    const draft = delayItem(stored.itinerary, { itemKey, toDay: 2 });
    const again = { draft, verdict: stored.verdict, parentId: stored.itinerary.id, generatedBy: "manual" } as const;
    const put = { tripId: trip.id, aiModelVersion: null, runId: null, select: true };
    const { itinerary } = await world.context.trips.saveItinerary({ ...again, ...put });
    await say({ type: "correction", text: "Better so.", itemKey, tripId: trip.id });
    const copy = itinerary.days[1]?.items.find((item) => item.itemKey === itemKey);
    expect(await rowsOf()).toMatchObject([{ rated_item_type: "item", rated_item_id: copy?.id }]);
  });

  test("a day", async () => {
    await say({ type: "suggestion", text: "Too full.", dayNumber: 2 });
    expect(await rowsOf()).toMatchObject([
      { feedback_type: "suggestion", rated_item_type: "day", day_number: 2, version: 1 },
    ]);
  });

  test("a version that is not the plan", async () => {
    const { trip } = await newPlannedTrip(world);
    await planAgain(world.context, trip.id);
    await say({ tripId: trip.id, type: "rating", rating: 1, version: 1 });
    expect(await rowsOf()).toMatchObject([{ version: 1, run_id: null, model_version: null, ok: true }]);
  });

  test("a trip that has no plan yet", async () => {
    const { id } = await newTrip(world);
    await say({ tripId: id, type: "suggestion", text: "Take the train." });
    expect(await rowsOf()).toMatchObject([
      { trip_id: id, version: null, rated_item_type: "trip", rated_item_id: null, run_id: null, ok: null },
    ]);
  });

  test("saying it twice is saying two things", async () => {
    await say({ type: "rating", rating: 5 });
    await say({ type: "rating", rating: 2 });
    expect((await rowsOf()).map(({ rating }) => Number(rating)).toSorted((a, b) => a - b)).toEqual([2, 5]);
  });
});

describe("refused, and nothing kept", () => {
  test.each([
    ["a rating without one", { type: "rating", text: "Great!" }, "Expected a rating from 1 to 5, got none."],
    ["a correction without words", { type: "correction", rating: 3 }, "Expected the text of the correction, got none."],
    ["a suggestion without words", { type: "suggestion" }, "Expected the text of the suggestion, got none."],
    ["six stars", { type: "rating", rating: 6 }, "rating"],
    ["no stars", { type: "rating", rating: 0 }, "rating"],
    ["half a star", { type: "rating", rating: 4.5 }, "rating"],
    ["blank words", { type: "suggestion", text: "   " }, "text"],
    ["a novel", { type: "suggestion", text: "a".repeat(4_001) }, "text"],
    ["a kind that does not exist", { type: "complaint", text: "No." }, "type"],
    ["an item of no plan", { type: "rating", rating: 1, itemKey: "visit:nowhere" }, '"visit:nowhere"'],
    ["a day after the last", { type: "rating", rating: 1, dayNumber: 4 }, "got 4"],
    ["words for another", { type: "rating", rating: 1, userId: randomUUID() }, "userId"],
  ])("%s", async (_, args, said) => {
    const result = await say(args);
    expect(result).toMatchObject({ status: "error", error: { code: "invalid_input" } });
    expect(result.error?.message).toContain(said);
    expect(await rowsOf()).toEqual([]);
  });

  test("a part of a trip that has no plan", async () => {
    const { id } = await newTrip(world);
    expect(await say({ tripId: id, type: "rating", rating: 1, dayNumber: 1 })).toMatchObject({
      error: { code: "invalid_input" },
    });
    expect(await rowsOf()).toEqual([]);
  });

  test("a version that does not exist", async () => {
    expect(await say({ type: "rating", rating: 1, version: 9 })).toMatchObject({
      status: "error",
      error: { code: "itinerary_not_found" },
    });
    expect(await rowsOf()).toEqual([]);
  });

  test("somebody else's trip", async () => {
    const stranger = await world.stranger();
    for (const args of [{}, { version: 1 }, { itemKey: planned.stored.itinerary.days[0]?.items[0]?.itemKey }]) {
      expect(await say({ type: "rating", rating: 1, ...args }, stranger)).toMatchObject({
        status: "error",
        error: { code: "trip_not_found" },
      });
    }
    expect(await rowsOf()).toEqual([]);
  });
});
