/**
 * The domain's schemas under the names that the OpenAPI document has for them. Each is a copy: a schema that was made
 * before the document's library was loaded cannot be named itself.
 */
import "@hono/zod-openapi";
import { itinerarySchema } from "../../trip/itinerary.ts";
import { planSchema } from "../../trip/plan-document.ts";
import { preferencesSchema } from "../../trip/preferences.ts";
import { tripSchema } from "../../trip/trip.ts";
import { verdictSchema } from "../../trip/verdict.ts";
import { usageReportSchema } from "../usage-report.ts";

export const USAGE: typeof usageReportSchema = usageReportSchema.clone().openapi("UsageReport");
export const TRIP: typeof tripSchema = tripSchema.clone().openapi("Trip");
export const ITINERARY: typeof itinerarySchema = itinerarySchema.clone().openapi("Itinerary");
export const VERDICT: typeof verdictSchema = verdictSchema.clone().openapi("Verdict");
export const PLAN: typeof planSchema = planSchema.clone().openapi("Plan");
export const PREFERENCES: typeof preferencesSchema = preferencesSchema.clone().openapi("Preferences");
