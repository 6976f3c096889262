/** A board for a trip: read, and what of it the traveller confirms. */
import { createRoute, z } from "@hono/zod-openapi";
import { createAccountLinks } from "../../links/account-links.ts";
import { confirmPlaces } from "../../links/board-inspiration.ts";
import { boardReadingSchema } from "../../links/board-reading.ts";
import { readLinkedBoard } from "../../links/read-linked-board.ts";
import { findTool, signalOf } from "../call-tool.ts";
import type { HttpApp, HttpParts } from "../parts.ts";
import { answers, jsonBody, tripParams } from "../route-parts.ts";

const tags = ["links"];
const BOARD_READING = boardReadingSchema.clone().openapi("BoardReading");
const update = findTool("update_trip");

const readRoute = createRoute({
  method: "post",
  path: "/api/trips/{tripId}/inspiration",
  operationId: "readBoard",
  tags,
  summary: "Read a board of the linked account for a trip: interests are added, places offered",
  request: { params: tripParams, ...jsonBody(z.strictObject({ boardId: z.string().regex(/^\d{1,30}$/) })) },
  responses: answers(BOARD_READING, "What was found; no plan has changed"),
});

const confirmRoute = createRoute({
  method: "post",
  path: "/api/trips/{tripId}/inspiration/confirm",
  operationId: "confirmPlaces",
  tags,
  summary: "Insist on places that were offered; a planned trip gets a new version that has them",
  request: {
    params: tripParams,
    ...jsonBody(z.strictObject({ placeIds: z.array(z.uuid()).min(1).max(40) })),
  },
  responses: answers(update?.output ?? z.object({}), "What has become of the trip"),
});

export function inspirationRoutes(app: HttpApp, parts: HttpParts): void {
  const { runtime } = parts;
  app.openapi(readRoute, async (c) => {
    const application = await parts.actFor(c, "plan");
    const links = createAccountLinks(runtime, application.userId);
    const asked = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(await readLinkedBoard({ application, runtime, links }, asked, signalOf(c, parts)), 200);
  });
  app.openapi(confirmRoute, async (c) => {
    const application = await parts.actFor(c, "plan");
    const asked = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(await confirmPlaces(application, runtime, asked, signalOf(c, parts)), 200);
  });
}
