/** Typed operations against the plan in force, as a new version with its diff and verdict. */
import { z } from "zod";
import { applyOperations, type NotDone } from "../trip/edit/apply-operations.ts";
import { knownErrors } from "../trip/edit/new-errors.ts";
import { editOperationSchema } from "../trip/edit/operations.ts";
import { TripwrightError } from "../trip/errors.ts";
import { defineTool } from "./define-tool.ts";
import { loadFacts } from "./load-facts.ts";
import type { Tool } from "./tool.ts";
import { tripWords } from "./understood.ts";
import { findBase, versionFields, writeVersion } from "./write-version.ts";

const notDoneSchema = z.object({
  op: z.string(),
  item: z.string().optional(),
  reason: z.string(),
  alternatives: z.array(z.object({ day: z.int(), date: z.string(), from: z.string(), to: z.string() })),
});

const told = ({ operation: { op, item }, reason, alternatives }: NotDone): z.input<typeof notDoneSchema> => ({
  ...{ op, reason, alternatives: [...alternatives] },
  ...(item !== undefined && { item }),
});

export const editItinerary: Tool = defineTool({
  name: "edit_itinerary",
  title: "Edit the itinerary",
  description:
    "Changes the plan by operations, in order, as a new version; what they do not name keeps its day and time, locked stops stay. In force at once unless something is taken away or breaks: then it is a proposal for select_itinerary. Without a time, a stop goes where it fits.",
  input: z.strictObject({
    tripId: z.uuid(),
    version: z.int().positive().optional(),
    operations: z.array(editOperationSchema).min(1).max(20),
    apply: z.boolean().default(true).describe("false: only propose"),
  }),
  fields: { ...versionFields, notDone: z.array(notDoneSchema).describe("what could not be done, and when it could") },
  hints: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: false },
  async run({ tripId, version, operations, apply }, context) {
    const base = await findBase(context.trips, tripId, version);
    if (!base) {
      await context.trips.getTrip(tripId);
      const message = "Expected a trip with a plan, and this one has none yet. Call plan_itinerary first.";
      throw new TripwrightError("itinerary_not_found", message, { tripId });
    }
    const { trip, itinerary } = base;
    const placeIds = operations.flatMap(({ placeId }) => placeId ?? []);
    const facts = await loadFacts(context, trip, { itinerary, stored: true, placeIds });
    context.report?.({ message: "Working out the change" });
    const { scheduler, signal } = context;
    const solve: Parameters<typeof applyOperations>[0]["solve"] = (problem, start) =>
      scheduler.solve(problem, { signal, start });
    const { notDone, ...edited } = await applyOperations({ trip, facts, base: itinerary, solve }, operations);
    const written = await writeVersion(context, {
      ...{ ...edited, base, facts, apply },
      knownErrors: knownErrors(trip, itinerary, facts),
    });
    const understood = { ...tripWords(trip), version: itinerary.version };
    const refused = { notDone: notDone.map(told) };
    if (!written) {
      const notices = notDone.length > 0 ? [] : ["The plan is like that already: nothing changed."];
      const status = notDone.length > 0 ? "infeasible" : "ok";
      return { status, notices, understood, ...refused, applied: false, changes: [] };
    }
    return { status: "ok", understood, ...written, ...refused };
  },
});
