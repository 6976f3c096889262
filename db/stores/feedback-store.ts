/** What a traveller says about a plan, stored with the run, model and verdict of the plan it is about. */
import sql from "sql-template-tag";
import { z } from "zod";
import { TripwrightError } from "../../trip/errors.ts";
import type { Feedback, FeedbackStore } from "../../trip/ports.ts";
import type { Database, Transaction } from "../transaction.ts";
import { isUuid } from "./row-parts.ts";
import { tripNotFound } from "./trips.ts";

export interface FeedbackStoreOptions {
  db: Database;
  userId: string;
  newId: () => string;
}

function refuseUnusable({ type, rating, ratedItemId }: Feedback): void {
  if (type === "rating" && rating === null) {
    throw new TripwrightError("invalid_input", "Expected a rating from 1 to 5 with feedback of type rating, got none.");
  }
  if (rating !== null && (!Number.isInteger(rating) || rating < 1 || rating > 5)) {
    throw new TripwrightError("invalid_input", `Expected a rating from 1 to 5, got ${rating}.`, { rating });
  }
  if (ratedItemId !== null && !isUuid(ratedItemId)) {
    const message = `Expected the id of what is rated, got "${ratedItemId}". Get the trip to see its ids.`;
    throw new TripwrightError("invalid_input", message, { ratedItemId });
  }
}

const contextSchema = z.object({ itineraryId: z.string().nullable() });

/** Feedback on no version in particular is about the one selected. */
async function itineraryMeant(tx: Transaction, { tripId, itineraryId }: Feedback): Promise<string | null> {
  if (!isUuid(tripId)) throw tripNotFound(tripId);
  const isMeant = itineraryId === null ? sql`i.is_selected` : sql`i.id::text = ${itineraryId}`;
  const found = await tx.maybeOne(
    contextSchema,
    sql`
      select i.id as "itineraryId" from trips t left join itineraries i on i.trip_id = t.id and ${isMeant}
      where t.id = ${tripId}`,
  );
  if (!found) throw tripNotFound(tripId);
  if (itineraryId !== null && found.itineraryId === null) {
    const message = `Expected an itinerary of trip ${tripId}, got "${itineraryId}". Get the trip to see its plan.`;
    throw new TripwrightError("itinerary_not_found", message, { tripId, itineraryId });
  }
  return found.itineraryId;
}

export function createFeedbackStore({ db, userId, newId }: FeedbackStoreOptions): FeedbackStore {
  return {
    async recordFeedback(feedback) {
      refuseUnusable(feedback);
      const { tripId, type, rating, text, ratedItemType, ratedItemId, ratedDayNumber } = feedback;
      const id = newId();
      await db.transaction({ kind: "user", userId }, async (tx) => {
        const itineraryId = await itineraryMeant(tx, feedback);
        await tx.execute(sql`
          insert into ai_feedback (
            id, user_id, trip_id, itinerary_id, feedback_type, rating, feedback_text, rated_item_type, rated_item_id,
            run_id, model_version, verdict)
          select ${id}::uuid, ${userId}::uuid, t.id, i.id, ${type}::text, ${rating}::integer, ${text}::text,
            ${ratedItemType}::text,
            coalesce(${ratedItemId}::uuid, (
              select d.id from itinerary_days d where d.itinerary_id = i.id and d.day_number = ${ratedDayNumber}::integer)),
            i.run_id, i.ai_model_version, i.verdict
          from trips t left join itineraries i on i.trip_id = t.id and i.id = ${itineraryId}::uuid
          where t.id = ${tripId}`);
      });
      return { id };
    },
  };
}
