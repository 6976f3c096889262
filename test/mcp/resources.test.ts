/** What may be read without calling a tool: trips, plans as files, cities; in both revisions, by its owner alone. */
import { type Client, ProtocolErrorCode, ResourceNotFoundError } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { APP_RESOURCE } from "../../mcp/itinerary-app.ts";
import { planItinerary } from "../../tools/plan-itinerary.ts";
import { cityNamed, storeFor, tripTo } from "../db/stores/trips-for-tests.ts";
import { openTestServer, type TestServer } from "../server/http/http-for-tests.ts";
import { connectOverHttp, ERAS, readText, stranger } from "./resources-client.ts";

let server: TestServer;
let token = "";
let planned = "";
let unplanned = "";
const clients: Client[] = [];

const connect = async (era: (typeof ERAS)[number], as = token): Promise<Client> => {
  const client = await connectOverHttp(server, era, as);
  clients.push(client);
  return client;
};

beforeAll(async () => {
  server = await openTestServer();
  token = (await server.tokenFor()).token;
  const lisbon = await cityNamed(server.database, "Lisbon");
  const { trips, ...context } = server.runtime.forUser(server.runtime.localUserId).toolContext;
  planned = (await trips.createTrip(tripTo(lisbon))).id;
  const signal = AbortSignal.timeout(60_000);
  await planItinerary.call({ tripId: planned }, { ...context, trips, run: null, signal });
  unplanned = (await trips.createTrip(tripTo(lisbon, { title: "Not \u001b[31mplanned\nyet" }))).id;
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await server?.close();
});

const refusalOf = async (work: Promise<unknown>): Promise<{ code: number; message: string; data: unknown }> => {
  const error = await work.then(
    () => new Error("nothing was refused"),
    (refused: unknown) => refused,
  );
  return error as { code: number; message: string; data: unknown };
};

const NOBODYS = "00000000-0000-4000-8000-000000000000";
const NOWHERE = [
  "trip://nonsense",
  `trip://${NOBODYS}`,
  `trip://${NOBODYS}/itinerary.md`,
  `trip://${NOBODYS}/itinerary.exe`,
  `trip://${NOBODYS}?version=0`,
  "trip://../../etc/passwd",
  "city://atlantis-xx",
  "city://%ff",
  "city://%00-pt",
  "city://lisbon",
  `city://${NOBODYS}`,
  `city://${"a".repeat(400)}-pt`,
  `trip://${"a".repeat(2_000)}`,
  "https://example.org/",
  "",
];

describe.each(ERAS)("a client of %s", (era) => {
  test("is listed the traveller's trips, the newest first", async () => {
    const client = await connect(era);
    const { resources, nextCursor } = await client.listResources();
    expect(nextCursor).toBeUndefined();
    expect(resources).toMatchObject([
      APP_RESOURCE,
      {
        ...{ uri: `trip://${unplanned}`, title: "Not [31mplanned yet", mimeType: "application/json" },
        description: "Lisbon, 10–12 May 2027, two travellers; no plan chosen yet",
        annotations: { lastModified: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) },
      },
      { uri: `trip://${planned}`, title: "Three days in Lisbon", description: expect.stringContaining("holds") },
    ]);
  });

  test("is told how addresses are made", async () => {
    const { resourceTemplates } = await (await connect(era)).listResourceTemplates();
    expect(resourceTemplates.map(({ uriTemplate, mimeType }) => [uriTemplate, mimeType])).toEqual([
      ["trip://{id}", "application/json"],
      ["trip://{id}/itinerary.ics", "text/calendar"],
      ["trip://{id}/itinerary.md", "text/markdown"],
      ["trip://{id}/itinerary.geojson", "application/geo+json"],
      ["trip://{id}/itinerary.html", "text/html"],
      ["city://{city}", "application/json"],
    ]);
  });

  test("reads a trip and its plan in every form", async () => {
    const client = await connect(era);
    const trip = await readText(client, `trip://${planned}`);
    expect(trip.mimeType).toBe("application/json");
    expect(JSON.parse(trip.text)).toMatchObject({
      note: expect.stringContaining("never instructions"),
      trip: { id: planned, title: "Three days in Lisbon" },
      itinerary: { version: 1, days: [{ dayNumber: 1, stops: expect.any(Array) }, {}, {}] },
      verdict: { ok: true },
    });
    for (const [form, mimeType, beginning] of [
      ["md", "text/markdown", /^# Three days in Lisbon/],
      ["ics", "text/calendar", /^BEGIN:VCALENDAR/],
      ["geojson", "application/geo+json", /^{\s*"type":\s*"FeatureCollection"/],
      ["html", "text/html", /^<!doctype html/i],
    ] as const) {
      const read = await readText(client, `trip://${planned}/itinerary.${form}`);
      expect(read.mimeType).toBe(mimeType);
      expect(read.text).toMatch(beginning);
    }
    const [first, now] = await Promise.all([
      readText(client, `trip://${planned}/itinerary.md?version=1`),
      readText(client, `trip://${planned}/itinerary.md`),
    ]);
    expect(first.text).toBe(now.text);
  });

  test("is told of a trip that it has no plan yet", async () => {
    const client = await connect(era);
    const trip = JSON.parse((await readText(client, `trip://${unplanned}`)).text) as object;
    expect(trip).toMatchObject({ note: expect.stringContaining("no plan yet"), trip: { id: unplanned } });
    expect(trip).not.toHaveProperty("itinerary");
    const { text } = await readText(client, `trip://${unplanned}/itinerary.md`);
    expect(text).toContain(
      "# Not [31mplanned yet\n\nLisbon, 10–12 May 2027, two travellers.\n\nThis trip has no plan yet",
    );
    const calendar = await refusalOf(client.readResource({ uri: `trip://${unplanned}/itinerary.ics` }));
    expect(calendar).toBeInstanceOf(ResourceNotFoundError);
    expect(calendar.message).toContain("Call plan_itinerary");
  });

  test("reads what a city is like, by its key and by its id", async () => {
    const client = await connect(era);
    const lisbon = await cityNamed(server.database, "Lisbon");
    const { mimeType, text } = await readText(client, "city://lisbon-pt");
    expect(mimeType).toBe("application/json");
    const city = JSON.parse(text) as { bestKnown: { attractions: unknown[] }; coverage: object };
    expect(city).toMatchObject({
      ...{ cityId: lisbon.id, name: "Lisbon", timezone: "Europe/Lisbon" },
      country: { code: "PT", name: "Portugal", currency: "EUR" },
      coverage: { canBePlanned: true, attractions: lisbon.attractionCount, eateries: lisbon.eateryCount },
      categories: { museums: expect.any(Number) },
    });
    expect(city.bestKnown.attractions.length).toBeGreaterThan(5);
    expect(text.length).toBeLessThan(8_000);
    expect((await readText(client, `city://${lisbon.id}`)).text).toBe(text);
    expect((await readText(client, `city://lisbon-pt-${lisbon.id}`)).text).toBe(text);
  });

  test("is told in one line where nothing is", async () => {
    const client = await connect(era);
    for (const uri of NOWHERE) {
      const refused = await refusalOf(client.readResource({ uri }));
      expect(refused, uri).toBeInstanceOf(ResourceNotFoundError);
      expect([refused.code, refused.data]).toEqual([ProtocolErrorCode.InvalidParams, { uri }]);
      expect(refused.message).not.toContain("\n");
    }
  });

  test("does not get at another traveller's trip, whichever way", async () => {
    const other = await stranger(server, ["read", "plan"]);
    const client = await connect(era, other.token);
    expect((await client.listResources()).resources).toEqual([APP_RESOURCE]);
    for (const uri of [`trip://${planned}`, `trip://${planned}/itinerary.md`, `trip://${planned}?version=1`]) {
      expect(await refusalOf(client.readResource({ uri }))).toBeInstanceOf(ResourceNotFoundError);
    }
  });

  test("needs the scope to read", async () => {
    const { token: writer } = await stranger(server, ["plan"]);
    const client = await connect(era, writer);
    for (const work of [client.listResources(), client.readResource({ uri: `trip://${planned}` })]) {
      expect(await refusalOf(work)).toMatchObject({
        code: ProtocolErrorCode.InvalidParams,
        message: expect.stringContaining('needs the scope "read"'),
      });
    }
  });

  test("turns pages, and a cursor that is none is refused", async () => {
    const other = await stranger(server, ["read"]);
    const trips = storeFor(server.database, other.userId);
    const lisbon = await cityNamed(server.database, "Lisbon");
    const made: string[] = [];
    for (let count = 0; count < 51; count++) made.unshift((await trips.createTrip(tripTo(lisbon))).id);
    const client = await connect(era, other.token);
    // The client itself follows cursors where none is given.
    const page = await client.request({ method: "resources/list", params: {} });
    expect(page.resources).toHaveLength(51);
    const rest = await client.request({ method: "resources/list", params: { cursor: page.nextCursor } });
    expect(rest.nextCursor).toBeUndefined();
    const uris = [APP_RESOURCE.uri, ...made.map((id) => `trip://${id}`)];
    expect([...page.resources, ...rest.resources].map(({ uri }) => uri)).toEqual(uris);
    for (const cursor of ["nonsense", Buffer.from('["now","x"]').toString("base64url")]) {
      const refused = await refusalOf(client.request({ method: "resources/list", params: { cursor } }));
      expect(refused).toMatchObject({
        code: ProtocolErrorCode.InvalidParams,
        message: expect.stringContaining("nextCursor"),
      });
    }
  });
});

test("clients of 2026 hear how long they may keep what they read", async () => {
  const client = await connect("2026");
  expect(await client.request({ method: "resources/templates/list" })).toMatchObject({
    ...{ ttlMs: 3_600_000, cacheScope: "public" },
  });
  expect(await client.request({ method: "tools/list" })).toMatchObject({ ttlMs: 3_600_000, cacheScope: "public" });
  for (const kept of [
    await client.request({ method: "resources/list" }),
    await client.request({ method: "resources/read", params: { uri: `trip://${planned}` } }),
  ]) {
    expect(kept).toMatchObject({ ttlMs: 0, cacheScope: "private" });
  }
  const city = await client.request({ method: "resources/read", params: { uri: "city://lisbon-pt" } });
  expect(city).toMatchObject({ ttlMs: 3_600_000, cacheScope: "public" });
});
