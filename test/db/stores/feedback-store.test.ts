/** Feedback keeps the run, the model and the verdict of what it is about. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createFeedbackStore } from "../../../db/stores/feedback-store.ts";
import { createRunRecorder } from "../../../db/stores/run-recorder.ts";
import type { Feedback, FeedbackStore, TripStore } from "../../../trip/ports.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { addUser, cityNamed, draftIn, placesOf, planFor, storeFor, tripTo } from "./trips-for-tests.ts";

let database: TestDatabase;
let trips: TripStore;
let feedback: FeedbackStore;
let tripId: string;
let runId: string;
let selectedId: string;
let proposalId: string;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "full" });
  const userId = await addUser(database);
  trips = storeFor(database, userId);
  feedback = createFeedbackStore({ db: database.db, userId, newId: randomUUID });
  const city = await cityNamed(database, "Lisbon");
  tripId = (await trips.createTrip(tripTo(city))).id;
  const recorder = createRunRecorder({ db: database.db, userId, workerId: "w", now: () => new Date() });
  runId = (await recorder.startRun({ input: {}, modelVersion: "offline/1", promptHash: "h" })).id;
  const draft = draftIn(city, await placesOf(database, city));
  selectedId = (await trips.saveItinerary(planFor(tripId, draft, { runId }))).itinerary.id;
  const manual = { select: false, generatedBy: "manual", aiModelVersion: null } as const;
  proposalId = (await trips.saveItinerary(planFor(tripId, draft, manual))).itinerary.id;
});
afterAll(() => database?.close());

const rating = (changes: Partial<Feedback>): Feedback => ({
  tripId,
  itineraryId: null,
  type: "rating",
  rating: 5,
  text: "Lovely.",
  ratedItemType: "trip",
  ratedItemId: null,
  ratedDayNumber: null,
  ...changes,
});

const stored = (id: string): Promise<Record<string, unknown>[]> =>
  database.admin(
    `select itinerary_id, feedback_type, rating, feedback_text, rated_item_type, run_id, model_version, verdict
     from ai_feedback where id = $1`,
    [id],
  );

test("on no version in particular it is about the selected one", async () => {
  const { id } = await feedback.recordFeedback(rating({}));
  expect(await stored(id)).toEqual([
    {
      itinerary_id: selectedId,
      feedback_type: "rating",
      rating: 5,
      feedback_text: "Lovely.",
      rated_item_type: "trip",
      run_id: runId,
      model_version: "offline/1",
      verdict: { ok: true, violations: [] },
    },
  ]);
});

test("on a version it is about that one", async () => {
  const { id } = await feedback.recordFeedback(rating({ itineraryId: proposalId, type: "suggestion", rating: null }));
  expect(await stored(id)).toMatchObject([
    { itinerary_id: proposalId, rating: null, run_id: null, model_version: null },
  ]);
});

test.each([
  ["a rating without a number", { rating: null }, "invalid_input"],
  ["a rating out of range", { rating: 6 }, "invalid_input"],
  ["half a star", { rating: 2.5 }, "invalid_input"],
  ["an item that is not an id", { ratedItemId: "museum" }, "invalid_input"],
  ["a trip that is not there", { tripId: randomUUID() }, "trip_not_found"],
  ["a trip that is no id", { tripId: "mine" }, "trip_not_found"],
  ["a version that is not there", { itineraryId: randomUUID() }, "itinerary_not_found"],
])("%s is refused", async (_what, changes, code) => {
  await expect(feedback.recordFeedback(rating(changes))).rejects.toMatchObject({ code });
});

test("nobody rates another traveller's trip", async () => {
  const other = createFeedbackStore({ db: database.db, userId: await addUser(database), newId: randomUUID });
  await expect(other.recordFeedback(rating({}))).rejects.toMatchObject({ code: "trip_not_found" });
});
