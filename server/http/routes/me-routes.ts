/** Who the request acts for, and what they have told us to keep in mind. */
import { createRoute, z } from "@hono/zod-openapi";
import { createProfileStore, type Profile } from "../../../db/stores/profile-store.ts";
import { type Identity, SCOPES } from "../../../trip/ports.ts";
import { preferencesSchema } from "../../../trip/preferences.ts";
import type { HttpApp, HttpParts } from "../parts.ts";
import { answers, jsonBody } from "../route-parts.ts";
import { PREFERENCES } from "../schemas.ts";

const tags = ["account"];

const profileSchema = z
  .object({
    userId: z.uuid(),
    email: z.string(),
    scopes: z.array(z.enum(SCOPES)).describe("what this request's token may do"),
    preferences: PREFERENCES,
  })
  .openapi("Profile");

const { homeAirport, diets, accessibility, pace, currency, timeZone } = preferencesSchema.shape;
const changesSchema = z.strictObject({
  homeAirport: homeAirport.nullable(),
  diets: diets.nullable(),
  accessibility: accessibility.nullable(),
  pace: pace.nullable(),
  currency: currency.nullable(),
  timeZone: timeZone.nullable(),
});

const getRoute = createRoute({
  method: "get",
  path: "/api/me",
  operationId: "getProfile",
  tags,
  summary: "Who the request acts for",
  responses: answers(profileSchema, "The account"),
});

const patchRoute = createRoute({
  method: "patch",
  path: "/api/me",
  operationId: "changePreferences",
  tags,
  summary: "Keep something in mind for every trip; null takes it back. Needs the scope write",
  request: jsonBody(z.strictObject({ preferences: changesSchema })),
  responses: answers(profileSchema, "The account as it is now"),
});

type Shown = z.infer<typeof profileSchema>;
const shown = ({ userId, scopes }: Identity, { email, preferences }: Profile): Shown => ({
  ...{ userId, email, preferences },
  scopes: [...scopes],
});

export function meRoutes(app: HttpApp, parts: HttpParts): void {
  const { database: db } = parts.runtime;
  app.openapi(getRoute, async (c) => {
    const { userId } = await parts.actFor(c, "read");
    const profile = await createProfileStore({ db, userId }).getProfile();
    return c.json(shown(await parts.identify(c), profile), 200);
  });
  app.openapi(patchRoute, async (c) => {
    const { userId } = await parts.actFor(c, "write");
    const { preferences } = c.req.valid("json");
    const profile = await createProfileStore({ db, userId }).changePreferences(preferences);
    return c.json(shown(await parts.identify(c), profile), 200);
  });
}
