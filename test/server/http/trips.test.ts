/** A traveller's trips over HTTP: made, planned, changed, undone, taken along, deleted. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cityNamed } from "../../db/stores/trips-for-tests.ts";
import { type Answer, openTestServer, type TestServer } from "./http-for-tests.ts";

let server: TestServer;
let cityId = "";
beforeAll(async () => {
  server = await openTestServer();
  cityId = (await cityNamed(server.database, "Lisbon")).id;
});
afterAll(() => server?.close());

const newTrip = (changes: object = {}): object => ({
  cityIds: [cityId],
  startDate: "2027-05-10",
  endDate: "2027-05-11",
  travelers: 2,
  interests: ["museums"],
  ...changes,
});

const idOf = ({ json }: Answer): string => (json as { trip: { id: string } }).trip.id;

async function plannedTrip(): Promise<string> {
  const tripId = idOf(await server.call("/api/trips", { method: "POST", body: newTrip() }));
  const planned = await server.call(`/api/trips/${tripId}/versions`, { method: "POST", body: {} });
  expect([planned.status, planned.json.status]).toEqual([201, "ok"]);
  return tripId;
}

test("a trip is made, planned, read as a document and deleted", async () => {
  const made = await server.call("/api/trips", { method: "POST", body: newTrip({ title: "Over HTTP" }) });
  expect([made.status, made.headers.location]).toEqual([201, `/api/trips/${idOf(made)}`]);
  const tripId = idOf(made);
  const unplanned = await server.call(`/api/trips/${tripId}`);
  expect(unplanned.json).toMatchObject({ trip: { title: "Over HTTP" }, itinerary: null, verdict: null });
  expect((await server.call(`/api/trips/${tripId}/plan`)).json).toMatchObject({
    status: 404,
    code: "itinerary_not_found",
  });
  await server.call(`/api/trips/${tripId}/versions`, { method: "POST", body: {} });
  const plan = await server.call(`/api/trips/${tripId}/plan`);
  expect([plan.status, plan.headers.etag]).toEqual([200, '"1"']);
  expect(plan.json).toMatchObject({ trip: { id: tripId }, itinerary: { version: 1 }, verdict: { ok: true } });
  const { trips } = (await server.call("/api/trips")).json as { trips: { id: string }[] };
  expect(trips.map(({ id }) => id)).toContain(tripId);
  expect((await server.call(`/api/trips/${tripId}`, { method: "DELETE" })).status).toBe(204);
  expect((await server.call(`/api/trips/${tripId}`)).json).toMatchObject({ status: 404, code: "trip_not_found" });
  expect((await server.call(`/api/trips/${tripId}`, { method: "DELETE" })).status).toBe(404);
});

test("what a tool says no to is a problem under the tool's own code", async () => {
  const past = await server.call("/api/trips", {
    method: "POST",
    body: newTrip({ startDate: "2020-01-01", endDate: "2020-01-02" }),
  });
  expect(past.headers["content-type"]).toBe("application/problem+json");
  expect(past.json).toMatchObject({ status: 422, code: "date_in_past", instance: "/api/trips" });
  const nonsense = await server.call("/api/trips", { method: "POST", body: newTrip({ travelers: 0, wings: true }) });
  expect(nonsense.json).toMatchObject({ status: 422, code: "invalid_input" });
  expect(JSON.stringify(nonsense.json.errors)).toContain("body.travelers");
});

describe("versions", () => {
  test("are listed, told apart, selected and undone", async () => {
    const tripId = await plannedTrip();
    const { trips } = server.runtime.forUser(server.runtime.localUserId).toolContext;
    const first = await trips.findItinerary(tripId, 1);
    if (!first) throw new Error("no version 1");
    const [day, ...rest] = first.itinerary.days;
    if (!day) throw new Error("no day");
    const dropped = day.items.find(({ type }) => type === "attraction");
    const items = day.items.filter((item) => item !== dropped);
    await trips.saveItinerary({
      ...{ tripId, draft: { days: [{ ...day, items }, ...rest] }, verdict: first.verdict, runId: null },
      ...{ parentId: first.itinerary.id, generatedBy: "manual", aiModelVersion: null, select: true },
    });
    const { versions } = (await server.call(`/api/trips/${tripId}/versions`)).json;
    expect(versions).toMatchObject([
      { version: 2, parentVersion: 1, isSelected: true },
      { version: 1, parentVersion: null, isSelected: false },
    ]);
    const diff = await server.call(`/api/trips/${tripId}/versions/2/diff`);
    expect(diff.json).toMatchObject({ version: 2, against: 1, changes: [{ kind: "dropped", title: dropped?.title }] });
    const back = await server.call(`/api/trips/${tripId}/versions/1/diff?against=2`);
    expect(back.json).toMatchObject({ changes: [{ kind: "added", title: dropped?.title }] });
    expect((await server.call(`/api/trips/${tripId}/versions/1/diff`)).status).toBe(422);

    const stale = { method: "POST", headers: { "if-match": '"1"' } };
    expect((await server.call(`/api/trips/${tripId}/undo`, stale)).json).toMatchObject({ code: "version_conflict" });
    expect((await server.call(`/api/trips/${tripId}/versions/1/select`, stale)).status).toBe(409);
    const undone = await server.call(`/api/trips/${tripId}/undo`, { method: "POST", headers: { "if-match": '"2"' } });
    expect([undone.json, undone.headers.etag]).toEqual([{ tripId, version: 1, undone: 2 }, '"1"']);
    const nothing = await server.call(`/api/trips/${tripId}/undo`, { method: "POST" });
    expect(nothing.json).toMatchObject({ status: 422, detail: expect.stringContaining("nothing to undo") });
    const selected = await server.call(`/api/trips/${tripId}/versions/2/select`, { method: "POST" });
    expect(selected.json).toEqual({ tripId, version: 2 });
    expect((await server.call(`/api/trips/${tripId}/versions/2`)).json).toMatchObject({
      itinerary: { version: 2, isSelected: true },
      trip: { id: tripId },
    });
    expect((await server.call(`/api/trips/${tripId}/versions/9`)).json).toMatchObject({ code: "itinerary_not_found" });
    expect((await server.call(`/api/trips/${tripId}/versions/0`)).status).toBe(400);
  });

  test("If-Match that names no version is refused", async () => {
    const tripId = await plannedTrip();
    const odd = await server.call(`/api/trips/${tripId}/undo`, { method: "POST", headers: { "if-match": "W/x" } });
    expect([odd.status, odd.json.code]).toEqual([400, "malformed_request"]);
  });
});

test.each([
  ["ics", "text/calendar; charset=utf-8", /^BEGIN:VCALENDAR/],
  ["md", "text/markdown; charset=utf-8", /^# /],
  ["geojson", "application/geo+json", /^{/],
  ["html", "text/html; charset=utf-8", /^<!doctype html/i],
])("a plan leaves as %s", async (format, type, beginning) => {
  const tripId = await plannedTrip();
  const file = await server.call(`/api/trips/${tripId}/export?format=${format}`);
  expect([file.status, file.headers["content-type"]]).toEqual([200, type]);
  expect(file.headers["content-disposition"]).toMatch(new RegExp(`^attachment; filename="[\\w-]+\\.${format}"$`));
  expect(file.text).toMatch(beginning);
  const policy = String(file.headers["content-security-policy"]);
  expect(policy).toContain(format === "html" ? "style-src 'unsafe-inline'" : "default-src 'none'");
  expect(policy).not.toContain("script-src");
});

test("feedback is kept", async () => {
  const tripId = await plannedTrip();
  const path = `/api/trips/${tripId}/feedback`;
  const kept = await server.call(path, { method: "POST", body: { type: "rating", rating: 4, dayNumber: 1 } });
  expect([kept.status, kept.json.status]).toEqual([201, "ok"]);
  const rows = await server.database.admin("select rating, itinerary_id is not null as joined from ai_feedback");
  expect(rows).toContainEqual({ rating: 4, joined: true });
  const none = await server.call(path, { method: "POST", body: { type: "rating" } });
  expect(none.json).toMatchObject({ status: 422, code: "invalid_input" });
});

test("preferences are kept, one by one, and taken back", async () => {
  const patch = (preferences: unknown): Promise<Answer> =>
    server.call("/api/me", { method: "PATCH", body: { preferences } });
  const kept = await patch({ homeAirport: "lis", diets: ["vegan"], timeZone: "Europe/Lisbon" });
  expect(kept.json.preferences).toEqual({ homeAirport: "LIS", diets: ["vegan"], timeZone: "Europe/Lisbon" });
  await patch({ diets: null, currency: "EUR" });
  expect((await server.call("/api/me")).json).toEqual({
    userId: server.runtime.localUserId,
    email: "local@tripwright.localhost",
    scopes: ["read", "plan", "write"],
    preferences: { homeAirport: "LIS", timeZone: "Europe/Lisbon", currency: "EUR" },
  });
  for (const bad of [{ timeZone: "Mars/Base" }, { pace: "hasty" }, { shoeSize: 42 }, { homeAirport: "LISB" }]) {
    expect((await patch(bad)).status).toBe(422);
  }
});
