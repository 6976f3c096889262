/** What a planning tool's result says of the plan, for whoever reads it without a model. */
import { z } from "zod";
import { itineraryOutlineSchema } from "../tools/itinerary-outline.ts";
import type { ToolResult } from "../tools/tool.ts";
import { verdictSchema } from "../trip/verdict.ts";

const planSeenSchema = z.object({ status: z.literal("ok"), itinerary: itineraryOutlineSchema, verdict: verdictSchema });
export type PlanSeen = z.infer<typeof planSeenSchema>;

/** `null` when there is no plan in it. */
export function planSeenIn(result: ToolResult): PlanSeen | null {
  return planSeenSchema.safeParse(result).data ?? null;
}

/** The places behind the errors, by their paths in the plan. */
export function placesToAvoid({ itinerary, verdict }: PlanSeen): string[] {
  const ids = verdict.violations
    .filter(({ severity }) => severity === "error")
    .flatMap(({ path }) => {
      const [, day, item] = /^days\[(\d+)\]\.items\[(\d+)\]/.exec(path) ?? [];
      return itinerary.days[Number(day)]?.items[Number(item)]?.placeId ?? [];
    });
  return [...new Set(ids)];
}
