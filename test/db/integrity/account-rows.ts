/** At least one row of a traveller's in every table about travellers. */
import { randomUUID } from "node:crypto";
import { createFeedbackStore } from "../../../db/stores/feedback-store.ts";
import { createRunRecorder } from "../../../db/stores/run-recorder.ts";
import { planFor } from "../stores/trips-for-tests.ts";
import { draftOf, itemOf, newTrip, type Traveller, type World } from "./world.ts";

export interface AccountRows {
  tripId: string;
  /** What must not leave the database, written into every column that lets its reader in somewhere. */
  secrets: string[];
}

export async function fillAccount(world: World, { userId, trips }: Traveller): Promise<AccountRows> {
  const { database } = world;
  const recorder = createRunRecorder({ db: database.db, userId, workerId: "w", now: () => new Date() });
  const { id: runId } = await recorder.startRun({ input: { request: "Lisbon" }, modelVersion: "m", promptHash: "h" });
  const { id: tripId } = await trips.createTrip({
    ...newTrip(world),
    wishes: { ...newTrip(world).wishes, interests: [{ category: "viewpoints", priority: 5 }] },
  });
  const cost = { lowMinor: 1_000, highMinor: 2_001, currency: "EUR", method: "m", asOf: "2026-11-22" };
  const draft = draftOf(world, [itemOf("a", { cost, placeId: world.placeIds[0] ?? null })], [itemOf("b")]);
  const { itinerary } = await trips.saveItinerary(planFor(tripId, draft, { runId }));
  const feedback = createFeedbackStore({ db: database.db, userId, newId: randomUUID });
  const about = { itineraryId: null, ratedItemType: null, ratedItemId: null, ratedDayNumber: null };
  await feedback.recordFeedback({ tripId, type: "rating", rating: 4, text: "Good", ...about });

  const hash = (): string => randomUUID().replaceAll("-", "").repeat(2);
  const secrets = [`$argon2id$${randomUUID()}`, randomUUID(), hash(), hash(), `sealed-${hash()}`, `sealed-${hash()}`];
  const [password, token, share, code, access, refresh] = secrets;
  const insert = (text: string, ...values: unknown[]): Promise<unknown> => database.admin(text, values);
  await insert("update users set password_hash = $1 where id = $2", password, userId);
  await insert("insert into user_sessions (id, user_id, token_hash) values ($1, $2, $3)", randomUUID(), userId, token);
  await insert(
    "insert into external_identities (issuer, subject, user_id) values ('https://issuer.example', $1, $2)",
    userId,
    userId,
  );
  await insert(
    `insert into linked_accounts (id, user_id, provider, external_id, sealed_access_token, sealed_refresh_token)
     values ($1, $2, 'p', '42', $3, $4)`,
    ...[randomUUID(), userId, access, refresh],
  );
  await insert("insert into vendor_calls (provider, day, user_id, calls) values ('p', current_date, $1, 3)", userId);
  await insert(
    `insert into keyed_calls (user_id, key, tool, arguments_hash, result, expires_at)
     values ($1, 'k', 'create_trip', 'h', '{"ok": true}', now())`,
    userId,
  );
  await insert(
    "insert into call_confirmations (user_id, code_hash, tool, arguments_hash, expires_at) values ($1, $2, 'edit_itinerary', 'h', now())",
    userId,
    code,
  );
  await insert("update trips set share_token = $1, budget_total_minor = 9007199254740993 where id = $2", share, tripId);
  const thread = `${userId}:thread`;
  await insert(
    "insert into checkpoints (thread_id, checkpoint_id, checkpoint, user_id) values ($1, 'c', '{}', $2)",
    thread,
    userId,
  );
  await insert(
    `insert into checkpoint_blobs (thread_id, channel, version, type, blob, user_id)
     values ($1, 'messages', '1', 'json', '\\x01', $2)`,
    thread,
    userId,
  );
  await insert(
    `insert into checkpoint_writes (thread_id, checkpoint_id, task_id, idx, channel, blob, user_id)
     values ($1, 'c', 't', 0, 'messages', '\\x01', $2)`,
    thread,
    userId,
  );
  await insert("insert into chat_threads (user_id, id) values ($1, 'thread')", userId);
  await insert(
    "insert into chat_messages (user_id, thread_id, seq, id, role, parts) values ($1, 'thread', 1, 'm1', 'user', '[]')",
    userId,
  );
  await insert(
    "insert into model_calls (run_id, seq, user_id, provider, model, model_version, prompt_hash, duration_ms) values ($1, 1, $2, 'offline', 'offline', 'offline/2', 'p', 1)",
    runId,
    userId,
  );
  const evalRunId = randomUUID();
  await insert(
    `insert into eval_runs (id, user_id, suite, model_version, prompt_hash, head, started_at, answers_expected)
     values ($1, $2, 'golden', 'offline/2', 'p', '{}', now(), 1)`,
    ...[evalRunId, userId],
  );
  await insert(
    "insert into eval_answers (eval_run_id, sample, method, trial, passed, scores) values ($1, 's', 'planner', 1, true, '{}')",
    evalRunId,
  );
  await insert("insert into run_events (run_id, seq, kind, payload) values ($1, 1, 'run-start', '{}')", runId);
  await insert(
    "insert into notifications (id, user_id, notification_type, title) values ($1, $2, 'n', 't')",
    randomUUID(),
    userId,
  );
  for (const [type, id] of [
    ["trip", tripId],
    ["itinerary_item", itinerary.days[0]?.items[0]?.id],
  ]) {
    await insert(
      "insert into booking_links (id, linkable_type, linkable_id, provider, booking_url) values ($1, $2, $3, 'p', 'https://example.org')",
      randomUUID(),
      type,
      id,
    );
  }
  await insert(
    `insert into flights (id, trip_id, flight_type, departure_airport_code, arrival_airport_code, departure_datetime,
       arrival_datetime, departure_local, arrival_local, duration_minutes, provider, price, currency, external_flight_id)
     values ($1, $2, 'outbound', 'JFK', 'LIS', now(), now() + interval '1 hour', 'a', 'b', 60, 'p', '{}', 'EUR', 'o')`,
    randomUUID(),
    tripId,
  );
  await insert(
    `insert into accommodations (id, trip_id, city_id, property_name, check_in_date, check_out_date, provider, price,
       currency, external_property_id)
     values ($1, $2, $3, 'Casa', '2027-05-10', '2027-05-12', 'p', '{}', 'EUR', 'o')`,
    randomUUID(),
    tripId,
    world.cityId,
  );
  return { tripId, secrets };
}
