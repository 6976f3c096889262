/** A plan that does not hold comes back with the nearest one that does, and what was changed for it. */
import { z } from "zod";
import { dateSchema } from "../trip/calendar.ts";
import { plainText } from "../trip/export/words.ts";
import type { PlanFacts } from "../trip/facts.ts";
import { dayDraftSchema, type ItineraryDraft, isActive, itemDraftSchema } from "../trip/itinerary.ts";
import { repair } from "../trip/schedule/mapping/repair.ts";
import type { Trip } from "../trip/trip.ts";
import { type Verdict, verdictSchema } from "../trip/verdict.ts";

const momentSchema = z.object({ date: dateSchema, startTime: z.string(), endTime: z.string() });
const itemSchema = itemDraftSchema.pick({
  ...{ itemKey: true, type: true, title: true, placeId: true },
  ...{ startTime: true, endTime: true, endsNextDay: true },
});

export const repairedSchema = z
  .object({
    days: z.array(dayDraftSchema.omit({ items: true }).extend({ items: z.array(itemSchema) })),
    changes: z.array(
      z.object({
        kind: z.enum(["dropped", "added", "other_day", "retimed"]),
        title: z.string(),
        placeId: z.uuid().nullable(),
        from: momentSchema.nullable(),
        to: momentSchema.nullable(),
        why: z.array(z.string()),
      }),
    ),
    verdict: verdictSchema,
  })
  .describe("the nearest plan that holds, and what was changed for it; null when nothing needs to be");
export type RepairedPlan = z.infer<typeof repairedSchema>;

const MOST_TITLE = 120;
const quoted = (text: string): string => plainText(text).slice(0, MOST_TITLE);

/** `null` when the plan holds, or when its cities are not known well enough to plan in. */
export function repairedPlan(
  trip: Trip,
  draft: ItineraryDraft,
  facts: PlanFacts,
  verdict: Verdict,
): RepairedPlan | null {
  if (verdict.ok || !trip.destinations.every(({ cityId }) => facts.cities.has(cityId))) return null;
  const repaired = repair(trip, draft, facts);
  return {
    days: repaired.itinerary.days.map((day) => ({
      ...day,
      items: day.items.filter(isActive).map((item) => ({ ...item, title: quoted(item.title) })),
    })),
    changes: repaired.changes.map(({ why, ...change }) => ({ ...change, title: quoted(change.title), why: [...why] })),
    verdict: repaired.verdict,
  };
}
