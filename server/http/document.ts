/** The OpenAPI document, from the schemas that requests are held to; written once, when somebody first asks. */
import type { HttpApp } from "./parts.ts";

const DESCRIPTION = `Trips that are planned, checked and changed as data.

A plan is a version of a trip's itinerary; one version is selected. Every change makes a new version, so that none is
lost, and selecting the parent undoes it. Dates are local calendar dates, times local wall times, money is in minor
units of its currency. Errors are problem documents (RFC 9457) whose \`code\` is for programs.`;

export function openApiDocument(app: HttpApp): ReturnType<HttpApp["getOpenAPI31Document"]> {
  return app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: { title: "Tripwright", version: "1", description: DESCRIPTION, license: { name: "MIT" } },
    servers: [{ url: "/" }],
    security: [{}, { token: [] }],
  });
}

export function addDocument(app: HttpApp): void {
  app.openAPIRegistry.registerComponent("securitySchemes", "token", {
    type: "http",
    scheme: "bearer",
    description: "Made with `tripwright tokens create`. Not needed where the server acts for the local user.",
  });
  let text: string | null = null;
  app.get("/openapi.json", (c) => {
    text ??= JSON.stringify(openApiDocument(app));
    return c.body(text, 200, { "content-type": "application/json" });
  });
}
