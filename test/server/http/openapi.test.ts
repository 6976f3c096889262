/** The document says what the server does: every route is in it, and what comes back keeps to it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { cityNamed } from "../../db/stores/trips-for-tests.ts";
import { type Answer, type Call, openTestServer, type TestServer } from "./http-for-tests.ts";

type Json = Record<string, unknown>;
const contentSchema = z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) }));
const operationSchema = z.object({
  operationId: z.string(),
  summary: z.string(),
  tags: z.array(z.string()).min(1),
  parameters: z
    .array(z.object({ name: z.string(), in: z.enum(["path", "query", "header"]), schema: z.unknown() }))
    .default([]),
  requestBody: z.object({ required: z.literal(true), content: contentSchema }).optional(),
  responses: z.record(
    z.string().regex(/^(\d{3}|default)$/),
    z.object({ description: z.string().min(1), content: contentSchema.optional() }),
  ),
});
const documentSchema = z.object({
  openapi: z.literal("3.1.0"),
  info: z.object({ title: z.string(), version: z.string() }),
  paths: z.record(
    z.string().startsWith("/"),
    z.partialRecord(z.enum(["get", "post", "patch", "delete"]), operationSchema),
  ),
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
});
type Document = z.infer<typeof documentSchema>;

let server: TestServer;
let document: Document;
beforeAll(async () => {
  server = await openTestServer();
  document = documentSchema.parse((await server.call("/openapi.json")).json);
});
afterAll(() => server?.close());

const operations = (): { path: string; method: string; operation: z.infer<typeof operationSchema> }[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

/** A schema of the document with what it refers to, as one that can be asked. */
function askable(schema: Json): z.ZodType {
  const local = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value).replaceAll("#/components/schemas/", "#/$defs/"));
  const whole = { ...(local(schema) as Json), $defs: local(document.components.schemas) };
  return z.fromJSONSchema(whole as Parameters<typeof z.fromJSONSchema>[0]);
}

/** Sends it, and holds what comes back against the document. */
async function documented(template: string, path: string, call: Call = {}): Promise<Answer> {
  const answer = await server.call(path, call);
  const method = (call.method ?? "GET").toLowerCase();
  const found = operations().find((one) => one.path === template && one.method === method);
  const response = found?.operation.responses[answer.status] ?? found?.operation.responses.default;
  if (!response) throw new Error(`${method} ${template} says nothing of ${answer.status}`);
  const type = String(answer.headers["content-type"] ?? "").split(";")[0] ?? "";
  if (answer.status === 204) return answer;
  const schema = response.content?.[type]?.schema;
  if (!schema) throw new Error(`${method} ${template} says nothing of ${type}`);
  const held = askable(schema).safeParse(
    type.endsWith("json") && type !== "application/geo+json" ? answer.json : answer.text,
  );
  expect(held.error?.issues ?? [], `${method} ${path}`).toEqual([]);
  return answer;
}

test("every route is in it, and nothing else", () => {
  const served = server.app.routes
    .filter(({ method, path }) => method !== "ALL" && path !== "/openapi.json")
    .map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, "{$1}")}`);
  const said = operations().map(({ method, path }) => `${method} ${path}`);
  expect(said.length).toBeGreaterThan(15);
  expect(new Set(served)).toEqual(new Set(said));
});

test("it hangs together", () => {
  const ids = operations().map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { path, method, operation } of operations()) {
    const named = [...path.matchAll(/{(\w+)}/g)].map(([, name]) => name);
    const said = operation.parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name);
    expect(new Set(said), `${method} ${path}`).toEqual(new Set(named));
  }
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference);
  expect(references.length).toBeGreaterThan(20);
  const known = new Set(Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`));
  expect(references.filter((reference) => !known.has(reference ?? ""))).toEqual([]);
  expect([...known]).toEqual(
    expect.arrayContaining(["Problem", "Trip", "Plan", "Itinerary"].map((name) => `#/components/schemas/${name}`)),
  );
});

test("every schema in it can be asked", () => {
  const contents = operations().flatMap(({ operation: { requestBody, responses } }) => [
    ...Object.values(requestBody?.content ?? {}),
    ...Object.values(responses).flatMap(({ content }) => Object.values(content ?? {})),
  ]);
  for (const { schema } of contents) expect(() => askable(schema)).not.toThrow();
});

test("what comes back keeps to it", async () => {
  const { id: cityId } = await cityNamed(server.database, "Lisbon");
  const body = { cityIds: [cityId], startDate: "2027-05-10", endDate: "2027-05-11" };
  const made = await documented("/api/trips", "/api/trips", { method: "POST", body });
  const { id } = (made.json as { trip: { id: string } }).trip;
  const of = (rest: string, path = rest, call: Call = {}): Promise<Answer> =>
    documented(`/api/trips/{tripId}${rest}`, `/api/trips/${id}${path}`, call);
  expect((await of("/versions", "/versions", { method: "POST", body: {} })).status).toBe(201);
  expect((await of("/versions", "/versions", { method: "POST", body: {} })).status).toBe(201);
  expect((await documented("/api/trips", "/api/trips")).status).toBe(200);
  for (const rest of ["", "/plan", "/versions"]) expect((await of(rest)).status, rest).toBe(200);
  expect((await of("/versions/{version}", "/versions/1")).status).toBe(200);
  expect((await of("/versions/{version}/diff", "/versions/2/diff?against=1")).status).toBe(200);
  expect((await of("/versions/{version}/select", "/versions/1/select", { method: "POST" })).status).toBe(200);
  expect((await of("/undo", "/undo", { method: "POST" })).status).toBe(422);
  expect((await of("/feedback", "/feedback", { method: "POST", body: { type: "rating", rating: 3 } })).status).toBe(
    201,
  );
  for (const format of ["ics", "md", "geojson", "html"]) {
    expect((await of("/export", `/export?format=${format}`)).status).toBe(200);
  }
  expect((await documented("/api/me", "/api/me")).status).toBe(200);
  const preferences = { pace: "relaxed", homeAirport: "OPO" };
  expect((await documented("/api/me", "/api/me", { method: "PATCH", body: { preferences } })).status).toBe(200);
  const job = (await documented("/api/jobs", "/api/jobs", { method: "POST", body: { request: "Porto" } })).json.job as {
    id: string;
  };
  for (const path of ["/api/jobs", "/api/usage", "/api/chat"]) expect((await documented(path, path)).status).toBe(200);
  expect((await documented("/api/jobs/{jobId}", `/api/jobs/${job.id}`)).status).toBe(200);
  const cancel = { method: "POST" };
  expect((await documented("/api/jobs/{jobId}/cancel", `/api/jobs/${job.id}/cancel`, cancel)).status).toBe(200);
  for (const path of ["/healthz", "/readyz", "/metrics"]) expect((await documented(path, path)).status).toBe(200);
  expect((await of("", "", { method: "DELETE" })).status).toBe(204);
  for (const rest of ["", "/plan", "/versions"]) expect((await of(rest)).status, rest).toBe(404);
  expect((await documented("/api/trips/{tripId}", "/api/trips/none")).status).toBe(400);
});
