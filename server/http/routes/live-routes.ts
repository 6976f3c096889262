/** What places say this minute: a vendor's content on its way to one person, kept nowhere, not by browsers either. */
import { createRoute, z } from "@hono/zod-openapi";
import { TripwrightError } from "../../../trip/errors.ts";
import { livePlaceSchema } from "../../../trip/live/live-place.ts";
import { liveCheck, liveCheckSchema, MOST_PLACES } from "../../live-check.ts";
import { needLivePlaces, tellLive } from "../../live-places.ts";
import { signalOf } from "../call-tool.ts";
import type { HttpApp, HttpParts } from "../parts.ts";
import { answers, tripParams } from "../route-parts.ts";

const tags = ["live"];
const NO_STORE = { "cache-control": "no-store" };
/** A live check is as much work as so many requests. */
const COUNTS_AS = Math.ceil(MOST_PLACES / 10);

const placeRoute = createRoute({
  method: "get",
  path: "/api/places/{placeId}/live",
  operationId: "getLivePlace",
  tags,
  summary: "What a vendor says of a place this minute: hours, closures, rating, reviews; not to be stored",
  request: { params: z.object({ placeId: z.uuid().toLowerCase() }) },
  responses: answers(
    livePlaceSchema.clone().openapi("LivePlace"),
    "The place, with the attribution to be shown beside it",
  ),
});

const checkRoute = createRoute({
  method: "get",
  path: "/api/trips/{tripId}/live-check",
  operationId: "checkTripLive",
  tags,
  summary: "The selected plan judged by what its places say this minute; not to be stored",
  request: { params: tripParams },
  responses: answers(liveCheckSchema.clone().openapi("LiveCheck"), "The verdict, and which places were asked"),
});

export function liveRoutes(app: HttpApp, parts: HttpParts): void {
  app.openapi(placeRoute, async (c) => {
    const { toolContext, userId } = await parts.actFor(c, "read");
    const { placeId } = c.req.valid("param");
    const livePlaces = needLivePlaces(parts.runtime.livePlaces);
    const [place] = await toolContext.catalogue.getPlaces([placeId]);
    if (!place)
      throw new TripwrightError("place_not_found", `Expected the id of a place, got "${placeId}".`, { placeId });
    const scope = { signal: signalOf(c, parts), userId, runId: null };
    return c.json(await tellLive(livePlaces, place, scope), 200, NO_STORE);
  });
  app.openapi(checkRoute, async (c) => {
    const { toolContext, userId } = await parts.actFor(c, "read");
    const livePlaces = needLivePlaces(parts.runtime.livePlaces);
    c.var.countMore?.(COUNTS_AS - 1);
    const scope = { signal: signalOf(c, parts), userId, runId: null };
    const { check } = await liveCheck({ toolContext, livePlaces }, c.req.valid("param").tripId, scope);
    return c.json(check, 200, NO_STORE);
  });
}
