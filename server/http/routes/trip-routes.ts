/** Trips: what was asked for. A trip is made and changed by the tools that a model uses. */
import { createRoute, z } from "@hono/zod-openapi";
import type { Tool } from "../../../tools/tool.ts";
import { bodyOf, callTool, contextOf, findTool, signalOf } from "../call-tool.ts";
import type { HttpApp, HttpParts } from "../parts.ts";
import { problemResponses } from "../problem.ts";
import { answers, jsonBody, jsonOf, NO_CONTENT, tripParams } from "../route-parts.ts";
import { ITINERARY, TRIP, VERDICT } from "../schemas.ts";

const tags = ["trips"];
const MAX_TRIPS = 1_000;

const tripSummarySchema = z
  .object({
    id: z.uuid(),
    title: z.string(),
    startDate: z.iso.date(),
    endDate: z.iso.date(),
    travelers: z.int(),
    cities: z.array(z.string()),
    status: z.string(),
    itineraryVersions: z.int(),
    isPlanOk: z.boolean().nullable().describe("the checker's verdict on the selected plan; null without one"),
  })
  .openapi("TripSummary");

const listRoute = createRoute({
  method: "get",
  path: "/api/trips",
  operationId: "listTrips",
  tags,
  summary: "The traveller's trips, newest first",
  request: { query: z.object({ limit: z.coerce.number<string>().int().min(1).max(MAX_TRIPS).default(50) }) },
  responses: answers(z.object({ trips: z.array(tripSummarySchema) }), "The trips"),
});

const getRoute = createRoute({
  method: "get",
  path: "/api/trips/{tripId}",
  operationId: "getTrip",
  tags,
  summary: "A trip, with its selected plan and the checker's verdict on it",
  request: { params: tripParams },
  responses: answers(
    z.object({
      trip: TRIP,
      itinerary: ITINERARY.nullable().describe("null until it has been planned"),
      verdict: VERDICT.nullable(),
    }),
    "The trip",
  ),
});

const deleteRoute = createRoute({
  method: "delete",
  path: "/api/trips/{tripId}",
  operationId: "deleteTrip",
  tags,
  summary: "Delete a trip with everything of it, for good; needs the scope write",
  request: { params: tripParams },
  responses: NO_CONTENT,
});

export function tripRoutes(app: HttpApp, parts: HttpParts): void {
  app.openapi(listRoute, async (c) => {
    const { toolContext } = await parts.actFor(c, "read");
    return c.json({ trips: await toolContext.trips.listTrips(c.req.valid("query").limit) }, 200);
  });
  app.openapi(getRoute, async (c) => {
    const { trips } = (await parts.actFor(c, "read")).toolContext;
    const { tripId } = c.req.valid("param");
    const [trip, stored] = await Promise.all([trips.getTrip(tripId), trips.findItinerary(tripId)]);
    return c.json({ trip, itinerary: stored?.itinerary ?? null, verdict: stored?.verdict ?? null }, 200);
  });
  app.openapi(deleteRoute, async (c) => {
    const { toolContext } = await parts.actFor(c, "write");
    await toolContext.trips.deleteTrip(c.req.valid("param").tripId);
    return c.body(null, 204);
  });
  const [create, update] = [findTool("create_trip"), findTool("update_trip")];
  if (create) addCreateRoute(app, parts, create);
  if (update) addUpdateRoute(app, parts, update);
}

function addCreateRoute(app: HttpApp, parts: HttpParts, tool: Tool): void {
  const route = createRoute({
    method: "post",
    path: "/api/trips",
    operationId: "createTrip",
    tags,
    summary: "Make a trip; it is planned by a version of its own",
    request: jsonBody(bodyOf(tool, [])),
    responses: { 201: jsonOf(tool.output, "The trip, as it is stored"), ...problemResponses },
  });
  app.openapi(route, async (c) => {
    const application = await parts.actFor(c, "plan");
    const result = await callTool(tool, c.req.valid("json"), contextOf(application, signalOf(c, parts)));
    const { trip } = z.object({ trip: z.object({ id: z.string() }) }).parse(result);
    return c.json(result, 201, { location: `/api/trips/${trip.id}` });
  });
}

function addUpdateRoute(app: HttpApp, parts: HttpParts, tool: Tool): void {
  const route = createRoute({
    method: "patch",
    path: "/api/trips/{tripId}",
    operationId: "updateTrip",
    tags,
    summary: "Change what was asked for; a planned trip gets a new version of its plan",
    request: { params: tripParams, ...jsonBody(bodyOf(tool, ["tripId"])) },
    responses: answers(tool.output, "What has become of it"),
  });
  app.openapi(route, async (c) => {
    const application = await parts.actFor(c, "plan");
    const args = { ...c.req.valid("json"), ...c.req.valid("param") };
    return c.json(await callTool(tool, args, contextOf(application, signalOf(c, parts))), 200);
  });
}
