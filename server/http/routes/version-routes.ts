/** Versions of a plan: every change makes one, one is selected, and going back to its parent undoes it. */
import { createRoute, z } from "@hono/zod-openapi";
import type { Tool } from "../../../tools/tool.ts";
import { TripwrightError } from "../../../trip/errors.ts";
import type { TripStore, VersionSummary } from "../../../trip/ports.ts";
import { planChanges } from "../../../trip/schedule/mapping/plan-changes.ts";
import { bodyOf, callTool, contextOf, findTool, signalOf } from "../call-tool.ts";
import type { HttpApp, HttpParts } from "../parts.ts";
import { problemResponses } from "../problem.ts";
import { answers, jsonBody, jsonOf, tripParams, versionParams } from "../route-parts.ts";
import { ITINERARY, TRIP, VERDICT } from "../schemas.ts";
import { etagOf, expectedVersion, requireSelected } from "../versions.ts";

const tags = ["versions"];

const summarySchema = z
  .object({
    id: z.uuid(),
    version: z.int(),
    parentVersion: z.int().nullable(),
    isSelected: z.boolean(),
    isOk: z.boolean().describe("the checker found no error when it was made"),
    generatedBy: z.enum(["ai", "manual", "hybrid"]),
    createdAt: z.string(),
  })
  .openapi("VersionSummary");

const timesSchema = z.object({ date: z.iso.date(), startTime: z.string(), endTime: z.string() }).nullable();
const changeSchema = z
  .object({
    kind: z.enum(["dropped", "added", "other_day", "retimed"]),
    title: z.string(),
    placeId: z.uuid().nullable(),
    from: timesSchema,
    to: timesSchema,
  })
  .openapi("PlanChange");

const listRoute = createRoute({
  method: "get",
  path: "/api/trips/{tripId}/versions",
  operationId: "listVersions",
  tags,
  summary: "The versions of a trip's plan, newest first",
  request: { params: tripParams },
  responses: answers(z.object({ versions: z.array(summarySchema) }), "The versions"),
});

const getRoute = createRoute({
  method: "get",
  path: "/api/trips/{tripId}/versions/{version}",
  operationId: "getVersion",
  tags,
  summary: "One version, with the trip that it was made for",
  request: { params: versionParams },
  responses: answers(
    z.object({
      itinerary: ITINERARY,
      verdict: VERDICT,
      trip: TRIP,
      runId: z.uuid().nullable(),
    }),
    "The version",
  ),
});

const diffRoute = createRoute({
  method: "get",
  path: "/api/trips/{tripId}/versions/{version}/diff",
  operationId: "diffVersions",
  tags,
  summary: "What a version changes, item by item",
  request: {
    params: versionParams,
    query: z.object({ against: versionParams.shape.version.optional().describe("its parent unless given") }),
  },
  responses: answers(
    z.object({ version: z.int(), against: z.int(), changes: z.array(changeSchema) }),
    "What is dropped, added, on another day or at another time",
  ),
});

const selectRoute = createRoute({
  method: "post",
  path: "/api/trips/{tripId}/versions/{version}/select",
  operationId: "selectVersion",
  tags,
  summary: "Make a version the trip's plan; If-Match names the one that it takes over from",
  request: { params: versionParams },
  responses: answers(z.object({ tripId: z.uuid(), version: z.int() }), "What is selected now"),
});

const undoRoute = createRoute({
  method: "post",
  path: "/api/trips/{tripId}/undo",
  operationId: "undo",
  tags,
  summary: "Go back to the version that the selected one was made from",
  request: { params: tripParams },
  responses: answers(
    z.object({ tripId: z.uuid(), version: z.int(), undone: z.int().describe("the version left, which is kept") }),
    "What is selected now",
  ),
});

export function versionRoutes(app: HttpApp, parts: HttpParts): void {
  addReadRoutes(app, parts);
  app.openapi(selectRoute, async (c) => {
    const { trips } = (await parts.actFor(c, "plan")).toolContext;
    const { tripId, version } = c.req.valid("param");
    const expected = expectedVersion(c, undefined);
    await trips.selectItinerary(tripId, version, expected === undefined ? {} : { expectedVersion: expected });
    return c.json({ tripId, version }, 200, { etag: etagOf(version) });
  });
  app.openapi(undoRoute, async (c) => {
    const { trips } = (await parts.actFor(c, "plan")).toolContext;
    const { tripId } = c.req.valid("param");
    await requireSelected(trips, tripId, expectedVersion(c, undefined));
    const { version, undone } = await undo(trips, tripId);
    return c.json({ tripId, version, undone }, 200, { etag: etagOf(version) });
  });
  const [plan, edit] = [findTool("plan_itinerary"), findTool("edit_itinerary")];
  if (plan) addPlanRoute(app, parts, plan);
  if (edit) addEditRoute(app, parts, edit);
}

function addReadRoutes(app: HttpApp, parts: HttpParts): void {
  app.openapi(listRoute, async (c) => {
    const { trips } = (await parts.actFor(c, "read")).toolContext;
    return c.json({ versions: await trips.listVersions(c.req.valid("param").tripId) }, 200);
  });
  app.openapi(getRoute, async (c) => {
    const { trips } = (await parts.actFor(c, "read")).toolContext;
    const { tripId, version } = c.req.valid("param");
    const { itinerary, verdict, trip, runId } = await versionOf(trips, tripId, version);
    return c.json({ itinerary, verdict, trip, runId }, 200, { etag: etagOf(version) });
  });
  app.openapi(diffRoute, async (c) => {
    const { trips } = (await parts.actFor(c, "read")).toolContext;
    const { tripId, version } = c.req.valid("param");
    const against = c.req.valid("query").against ?? (await parentOf(trips, tripId, version));
    const [old, fresh] = await Promise.all([versionOf(trips, tripId, against), versionOf(trips, tripId, version)]);
    const changes = planChanges(old.itinerary, fresh.itinerary).map(({ kind, title, placeId, from, to }) => ({
      kind,
      title,
      placeId,
      from,
      to,
    }));
    return c.json({ version, against, changes }, 200);
  });
}

type Stored = NonNullable<Awaited<ReturnType<TripStore["findItinerary"]>>>;

async function versionOf(trips: TripStore, tripId: string, version: number): Promise<Stored> {
  const stored = await trips.findItinerary(tripId, version);
  if (stored) return stored;
  throw new TripwrightError("itinerary_not_found", `The trip has no version ${version}.`, { tripId, version });
}

async function parentOf(trips: TripStore, tripId: string, version: number): Promise<number> {
  const known = (await trips.listVersions(tripId)).find((one) => one.version === version);
  if (!known) throw new TripwrightError("itinerary_not_found", `The trip has no version ${version}.`, { tripId });
  if (known.parentVersion !== null) return known.parentVersion;
  const message = `Version ${version} was made from no other. Name one to hold it against: ?against=1`;
  throw new TripwrightError("invalid_input", message, { version });
}

async function undo(trips: TripStore, tripId: string): Promise<{ version: number; undone: number }> {
  const selected: VersionSummary | undefined = (await trips.listVersions(tripId)).find(({ isSelected }) => isSelected);
  if (selected?.parentVersion == null) {
    const why = selected ? `version ${selected.version} was made from no other` : "no version is selected";
    throw new TripwrightError("invalid_input", `There is nothing to undo: ${why}.`, { tripId });
  }
  await trips.selectItinerary(tripId, selected.parentVersion, { expectedVersion: selected.version });
  return { version: selected.parentVersion, undone: selected.version };
}

function addPlanRoute(app: HttpApp, parts: HttpParts, tool: Tool): void {
  const route = createRoute({
    method: "post",
    path: "/api/trips/{tripId}/versions",
    operationId: "planTrip",
    tags,
    summary: "Plan the trip anew, as a further version; it is selected where the checker finds no error",
    request: { params: tripParams, ...jsonBody(bodyOf(tool, ["tripId"])) },
    responses: { 201: jsonOf(tool.output, "The version, judged"), ...problemResponses },
  });
  app.openapi(route, async (c) => {
    const application = await parts.actFor(c, "plan");
    const { tripId } = c.req.valid("param");
    await requireSelected(application.toolContext.trips, tripId, expectedVersion(c, undefined));
    const args = { ...c.req.valid("json"), tripId };
    return c.json(await callTool(tool, args, contextOf(application, signalOf(c, parts))), 201);
  });
}

function addEditRoute(app: HttpApp, parts: HttpParts, tool: Tool): void {
  const body = bodyOf(tool, ["tripId"]);
  const route = createRoute({
    method: "post",
    path: "/api/trips/{tripId}/edits",
    operationId: "editPlan",
    tags,
    summary: "Change the plan by typed operations; If-Match or the body's version holds them to what was seen",
    request: { params: tripParams, ...jsonBody(body) },
    responses: answers(tool.output, "The new version, what it changes, and the checker's verdict"),
  });
  app.openapi(route, async (c) => {
    const application = await parts.actFor(c, "plan");
    const { tripId } = c.req.valid("param");
    const { version } = z.object({ version: z.number().optional() }).parse(c.req.valid("json"));
    const expected = expectedVersion(c, version);
    await requireSelected(application.toolContext.trips, tripId, expected);
    const args = { ...c.req.valid("json"), tripId, ...(expected !== undefined && { version: expected }) };
    return c.json(await callTool(tool, args, contextOf(application, signalOf(c, parts))), 200);
  });
}
