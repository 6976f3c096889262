/** The traveller's trips, the newest first: where a conversation about an earlier one begins. */
import { z } from "zod";
import { cursorArgument, nextCursorField, pageOf, positionOf, questionOf } from "./cursor.ts";
import { defineTool } from "./define-tool.ts";
import type { Tool } from "./tool.ts";

const summarySchema = z.object({
  id: z.uuid(),
  title: z.string(),
  startDate: z.string(),
  endDate: z.string(),
  travelers: z.int(),
  cities: z.array(z.string()),
  status: z.string(),
  itineraryVersions: z.int(),
  isPlanOk: z.boolean().nullable().describe("what the checker says of the selected plan; null without one"),
});

export const listTrips: Tool = defineTool({
  name: "list_trips",
  title: "List trips",
  description: "Lists the traveller's trips, newest first.",
  input: z.strictObject({ limit: z.int().min(1).max(50).default(10), cursor: cursorArgument }),
  fields: { trips: z.array(summarySchema), nextCursor: nextCursorField },
  hints: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  async run({ limit, cursor }, { trips }) {
    const question = questionOf("list_trips", {});
    const position = positionOf(cursor, question);
    const found = await trips.listTrips(limit + 1, position);
    const { page, nextCursor } = pageOf(found, { position, limit, question });
    return { status: page.length > 0 ? "ok" : "empty", notices: [], trips: page, nextCursor };
  },
});
