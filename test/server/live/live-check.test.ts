/** What places say today, over REST and on the command line, from a vendor on this machine; and nothing of it is kept. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { addDays } from "../../../trip/calendar.ts";
import { cityNamed } from "../../db/stores/trips-for-tests.ts";
import { type LoopbackVendor, startLoopbackVendor } from "../../providers/conformance/loopback-vendor.ts";
import { openTestServer, type TestServer } from "../http/http-for-tests.ts";
import { ID_MARK, MARK, type MapsVendor, mapsVendor } from "./maps-vendor.ts";
import { rowsWith } from "./rows-with.ts";

const KEY = "a-key-that-nobody-sees";
/** The vendor tells the coming days by the machine's clock. */
const TODAY = new Date().toISOString().slice(0, 10);

interface Item {
  title: string;
  placeId: string | null;
  type: string;
}
interface Place {
  placeId: string;
  name: string;
  outcome: string;
  why: string | null;
  state: string | null;
  dates: { date: string; intervals: object[] }[];
}

let vendor: LoopbackVendor;
let maps: MapsVendor;
let server: TestServer;
let tripId: string;
let items: Item[];

beforeAll(async () => {
  vendor = await startLoopbackVendor();
  const environment = { GOOGLE_PLACES_API_KEY: KEY, GOOGLE_PLACES_URL: vendor.url, TRIPWRIGHT_TODAY: TODAY };
  server = await openTestServer({ environment });
  const { id: cityId } = await cityNamed(server.database, "Lisbon");
  const dates = { startDate: addDays(TODAY, 1), endDate: addDays(TODAY, 2) };
  const body = { cityIds: [cityId], ...dates, travelers: 2, interests: ["museums"] };
  const made = await server.call("/api/trips", { method: "POST", body });
  tripId = (made.json as { trip: { id: string } }).trip.id;
  await server.call(`/api/trips/${tripId}/versions`, { method: "POST", body: {} });
  const { json } = await server.call(`/api/trips/${tripId}/plan`);
  items = (json as { itinerary: { days: { items: Item[] }[] } }).itinerary.days.flatMap((day) => day.items);
});
beforeEach(() => {
  maps = mapsVendor();
  vendor.respond(maps.respond);
  vendor.asked.length = 0;
});
afterAll(async () => {
  await server?.close();
  await vendor?.close();
});

async function firstSight(): Promise<{ id: string; name: string; query: string }> {
  const sight = items.find(({ type, placeId }) => type === "attraction" && placeId !== null);
  const { catalogue } = server.runtime.forUser(server.runtime.localUserId).toolContext;
  const [place] = await catalogue.getPlaces([sight?.placeId ?? ""]);
  if (!place) throw new Error("no sight in the plan");
  return { id: place.id, name: place.name, query: place.nameLocal ?? place.name };
}

const googleIdOf = async (placeId: string): Promise<unknown> => {
  const [row] = await server.database.admin("select google_places_id as id from attractions where id = $1", [placeId]);
  return row?.id;
};

const liveCheck = async (): Promise<{
  verdict: { ok: boolean; violations: { message: string }[] };
  places: Place[];
}> => {
  const answer = await server.call(`/api/trips/${tripId}/live-check`);
  expect([answer.status, answer.headers["cache-control"]]).toEqual([200, "no-store"]);
  return answer.json as unknown as Awaited<ReturnType<typeof liveCheck>>;
};

test("a plan whose places are as they should be holds, and every one of them was asked", async () => {
  const { verdict, places } = await liveCheck();
  expect(verdict.ok).toBe(true);
  const planned = new Set(items.flatMap(({ placeId }) => placeId ?? []));
  expect(new Set(places.map(({ placeId }) => placeId))).toEqual(planned);
  expect(places.map(({ outcome }) => outcome)).toEqual(places.map(() => "told"));
  expect(places[0]?.dates).toEqual([{ date: addDays(TODAY, 1), intervals: [{ open: "00:00", close: "24:00" }] }]);
  const masks = new Set(vendor.asked.map(({ headers }) => headers["x-goog-fieldmask"]?.includes("reviews")));
  expect([...masks]).toEqual([false]);
});

test("a sight that closed for good fails the plan, in words that say so and who says it", async () => {
  const { name, query } = await firstSight();
  await server.database.admin("update attractions set google_places_id = null where google_places_id is not null");
  maps.more.set(query, { businessStatus: "CLOSED_PERMANENTLY", currentOpeningHours: undefined });
  const { verdict, places } = await liveCheck();
  expect(verdict.ok).toBe(false);
  expect(verdict.violations.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(`^${name} has closed for good, says Google Maps; you would be there on `),
  );
  expect(places.find((place) => place.name === name)).toMatchObject({ outcome: "told", state: "closed_for_good" });
  const stored = await server.call(`/api/trips/${tripId}`);
  expect(stored.json).toMatchObject({ verdict: { ok: true } });
});

test("who does not answer is named, and the plan is judged by what is known of it", async () => {
  const { name, query } = await firstSight();
  await server.database.admin("update attractions set google_places_id = null where google_places_id is not null");
  maps.more.set(query, { status: 400, body: { error: { code: 400, status: "INVALID_ARGUMENT" } } });
  const { verdict, places } = await liveCheck();
  expect(verdict.ok).toBe(true);
  expect(places.find((place) => place.name === name)).toMatchObject({
    ...{ outcome: "failed", why: "Google Places could not answer this search." },
  });
  expect(places.filter(({ outcome }) => outcome === "told")).toHaveLength(places.length - 1);
});

test("an id is kept, used again, and looked up anew when it leads nowhere; what is not the place is not believed", async () => {
  const { id, query } = await firstSight();
  await server.database.admin("update attractions set google_places_id = 'gone' where id = $1", [id]);
  const first = await server.call(`/api/places/${id}/live`);
  expect([first.status, first.headers["cache-control"]]).toEqual([200, "no-store"]);
  expect(first.json).toMatchObject({
    ...{ provider: "Google Places", rating: 4.4, attribution: { text: "Google Maps" } },
    reviews: [{ author: `${MARK} Jr`, quotation: `${MARK} was here` }],
  });
  expect(vendor.asked.map(({ method }) => method)).toEqual(["GET", "POST", "GET"]);
  expect(await googleIdOf(id)).toBe(maps.idOf(query));
  vendor.asked.length = 0;
  await server.call(`/api/places/${id}/live`);
  expect(vendor.asked.map(({ method }) => method)).toEqual(["GET"]);

  maps.forget(maps.idOf(query) ?? "");
  maps.more.set(query, { displayName: { text: "Barber Shop" } });
  const other = await server.call(`/api/places/${id}/live`);
  expect([other.status, other.json.code]).toEqual([404, "place_not_found"]);
  expect(await googleIdOf(id)).toBeNull();
});

test("nothing that the vendor said is in any table or log; its ids are", async () => {
  const { id } = await firstSight();
  await liveCheck();
  expect((await server.call(`/api/places/${id}/live`)).text).toContain(MARK);
  await server.call(`/api/trips/${tripId}/versions`, { method: "POST", body: {} });
  const { schema } = server.database;
  await server.runtime.callLog.flush();
  expect(await rowsWith(server.database, "/v1/places/{id}", schema)).toContainEqual(
    expect.stringMatching(/external_api_logs\w*: \d+$/),
  );
  expect(await rowsWith(server.database, MARK, schema)).toEqual([]);
  expect(await rowsWith(server.database, KEY, schema)).toEqual([]);
  expect(await rowsWith(server.database, ID_MARK, schema)).toContainEqual(expect.stringMatching(/attractions: \d+$/));
  expect(JSON.stringify(server.logged)).not.toContain(MARK);
  expect(JSON.stringify(server.logged)).not.toContain(KEY);
});

test("a vendor that refuses us is a problem that names it, without its words", async () => {
  const { id } = await firstSight();
  vendor.respond({ status: 403, body: { error: { status: "PERMISSION_DENIED", message: MARK } } });
  const refused = await server.call(`/api/places/${id}/live`);
  expect(refused.headers["content-type"]).toBe("application/problem+json");
  expect(refused.json).toMatchObject({
    status: 502,
    code: "provider_unavailable",
    detail: "Google Places cannot be asked just now.",
  });
  expect(refused.text).not.toContain(MARK);
});

test("a place and a trip that are not there, and a server that nobody set up", async () => {
  const nobody = "00000000-0000-4000-8000-000000000000";
  expect((await server.call(`/api/places/${nobody}/live`)).json).toMatchObject({ code: "place_not_found" });
  expect((await server.call(`/api/trips/${nobody}/live-check`)).json).toMatchObject({ code: "trip_not_found" });
  const plain = await openTestServer({ database: server.database });
  try {
    for (const path of [`/api/places/${nobody}/live`, `/api/trips/${tripId}/live-check`]) {
      const { status, json } = await plain.call(path);
      expect([status, json.code]).toEqual([503, "provider_not_configured"]);
      expect(json.detail).toMatch(/set GOOGLE_PLACES_API_KEY\. docs\/providers\.md says how/);
    }
  } finally {
    await plain.close();
  }
});
