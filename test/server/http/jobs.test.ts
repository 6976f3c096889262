/** Background planning over HTTP: ordered by words or as a trip, watched, ended; and what models were used for. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { cityNamed } from "../../db/stores/trips-for-tests.ts";
import { type Answer, openTestServer, type TestServer } from "./http-for-tests.ts";

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server?.close());

const order = (body: object, token?: string): Promise<Answer> =>
  server.call("/api/jobs", { method: "POST", body, token });
interface Job {
  id: string;
  status: string;
  tripId: string | null;
  request: string;
}
const jobIn = ({ json }: Answer): Job => (json as { job: Job }).job;

test("words are queued, told of, and ended", async () => {
  const ordered = await order({ request: "3 days in Lisbon from 2027-05-10" });
  const { id, ...job } = jobIn(ordered);
  expect([ordered.status, ordered.headers.location]).toEqual([202, `/api/jobs/${id}`]);
  expect(job).toMatchObject({ status: "queued", tripId: null, request: "3 days in Lisbon from 2027-05-10" });
  expect(jobIn(await server.call(`/api/jobs/${id}`))).toMatchObject({ id, status: "queued" });
  expect((await server.call("/api/jobs?limit=5")).json).toMatchObject({ jobs: [{ id }] });
  const ended = await server.call(`/api/jobs/${id}/cancel`, { method: "POST" });
  expect([ended.status, jobIn(ended).status]).toEqual([200, "failed"]);
});

test("a trip is judged as any other, and made with its job or not at all", async () => {
  const { id: cityId } = await cityNamed(server.database, "Lisbon");
  const trip = { cityIds: [cityId], startDate: "2027-05-10", endDate: "2027-05-12" };
  const past = await order({ trip: { ...trip, startDate: "2020-05-10", endDate: "2020-05-12" } });
  expect(past.json).toMatchObject({ status: 422, code: "date_in_past" });
  expect((await server.call("/api/trips")).json).toEqual({ trips: [] });
  const { tripId, request } = jobIn(await order({ trip }));
  expect(request).toBe("3 days in Lisbon");
  expect((await server.call(`/api/trips/${tripId}`)).json).toMatchObject({ trip: { id: tripId }, itinerary: null });
});

test("what is neither words nor a trip is refused", async () => {
  for (const body of [{}, { request: "" }, { request: "x".repeat(4_001) }, { request: "a", trip: {} }, { trip: {} }]) {
    expect((await order(body)).json).toMatchObject({ status: 422, code: "invalid_input" });
  }
});

test("a job is its traveller's", async () => {
  const { token: ann } = await server.tokenFor({ email: "ann@example.org" });
  const { token: ben } = await server.tokenFor({ email: "ben@example.org" });
  const { id } = jobIn(await order({ request: "2 days in Porto from 2027-06-01" }, ann));
  const walk = [
    ["GET", ""],
    ["GET", "/events"],
    ["POST", "/cancel"],
    ["POST", "/retry"],
  ] as const;
  for (const [method, rest] of walk) {
    const answer = await server.call(`/api/jobs/${id}${rest}`, { method, token: ben });
    expect(answer.json, rest).toMatchObject({ status: 404, code: "run_not_found" });
  }
  expect((await server.call("/api/jobs", { token: ben })).json).toEqual({ jobs: [] });
  expect((await server.call(`/api/jobs/${id}`, { token: ann })).status).toBe(200);
  const { token: reader } = await server.tokenFor({ email: "ann@example.org", scopes: ["read"] });
  expect((await order({ request: "2 days in Porto" }, reader)).status).toBe(403);
  expect((await server.call(`/api/jobs/${id}/cancel`, { method: "POST", token: reader })).status).toBe(403);
});

test("usage is told for a range of days", async () => {
  const { status, json } = await server.call("/api/usage?from=2026-11-01&to=2026-11-30");
  expect([status, json]).toEqual([200, expect.objectContaining({ from: "2026-11-01", to: "2026-11-30", rows: [] })]);
  expect((await server.call("/api/usage?from=yesterday")).status).toBe(400);
  expect((await server.call("/api/usage?from=2026-11-30&to=2026-11-01")).json).toMatchObject({
    code: "dates_reversed",
  });
});
