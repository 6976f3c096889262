/** Who watches a trip hears when it changes, by whichever process; who does not own it hears nothing. */
import type { Client } from "@modelcontextprotocol/client";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createTripChanges } from "../../db/stores/trip-changes.ts";
import { MOST_WATCHED } from "../../mcp/subscriptions.ts";
import { createTripWatcher, type TripWatcher } from "../../mcp/trip-watcher.ts";
import { mcpApplicationFor } from "../../server/mcp/mcp-application.ts";
import type { Identity, Scope, TripStore } from "../../trip/ports.ts";
import type { Trip } from "../../trip/trip.ts";
import { addUser, cityNamed, storeFor, tripTo } from "../db/stores/trips-for-tests.ts";
import { openTestServer, type TestServer } from "../server/http/http-for-tests.ts";
import { connectOverHttp, stranger } from "./resources-client.ts";

let server: TestServer;
const clients: Client[] = [];
beforeAll(async () => {
  server = await openTestServer();
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
});
afterAll(() => server?.close());

interface Traveller {
  userId: string;
  token: string;
  trips: TripStore;
  trip: Trip;
}

async function traveller(scopes: readonly Scope[] = ["read", "plan"]): Promise<Traveller> {
  const one = await stranger(server, scopes);
  const trips = storeFor(server.database, one.userId);
  const lisbon = await cityNamed(server.database, "Lisbon");
  return { ...one, trips, trip: await trips.createTrip(tripTo(lisbon)) };
}

/** The addresses a client has heard of so far. */
function heardBy(client: Client): string[] {
  const heard: string[] = [];
  client.setNotificationHandler("notifications/resources/updated", ({ params }) => void heard.push(params.uri));
  return heard;
}

async function listener(token: string): Promise<{ client: Client; heard: string[] }> {
  const client = await connectOverHttp(server, "2026", token);
  clients.push(client);
  return { client, heard: heardBy(client) };
}

let count = 0;
const rename = async ({ trips, trip }: Traveller): Promise<unknown> =>
  trips.updateTrip({ ...trip, title: `Renamed ${++count}` });

describe("over HTTP", () => {
  test("a stream hears of its own trips, by each address that it watches", async () => {
    const ada = await traveller();
    const { client, heard } = await listener(ada.token);
    const uris = [`trip://${ada.trip.id}`, `trip://${ada.trip.id}/itinerary.md`];
    const subscription = await client.listen({ resourceSubscriptions: uris });
    expect(subscription.honoredFilter).toEqual({ resourceSubscriptions: uris });
    expect(heard).toEqual([]);
    await rename(ada);
    await expect.poll(() => heard, { timeout: 20_000 }).toEqual(uris);
    await ada.trips.deleteTrip(ada.trip.id);
    await expect.poll(() => heard.length, { timeout: 20_000 }).toBe(4);
    await subscription.close();
  });

  test("a stream hears nothing of another traveller's trip, and the other one's goes on", async () => {
    const ada = await traveller();
    const eve = await traveller();
    const uris = [`trip://${ada.trip.id}`, `trip://${eve.trip.id}`];
    const [hers, others] = [await listener(ada.token), await listener(eve.token)];
    await hers.client.listen({ resourceSubscriptions: uris });
    await others.client.listen({ resourceSubscriptions: uris });
    await rename(ada);
    await expect.poll(() => hers.heard, { timeout: 20_000 }).toEqual([`trip://${ada.trip.id}`]);
    await rename(eve);
    await expect.poll(() => others.heard, { timeout: 20_000 }).toEqual([`trip://${eve.trip.id}`]);
    expect(hers.heard).toEqual([`trip://${ada.trip.id}`]);
  });

  test("who may not read, or watches too much, is refused", async () => {
    const writer = await traveller(["plan"]);
    const { client } = await listener(writer.token);
    await expect(client.listen({ resourceSubscriptions: [`trip://${writer.trip.id}`] })).rejects.toThrow(
      /scope "read"/,
    );
    const reader = await listener((await traveller()).token);
    const many = Array.from({ length: MOST_WATCHED + 1 }, (_, at) => `city://lisbon-pt-${at}`);
    await expect(reader.client.listen({ resourceSubscriptions: many })).rejects.toThrow(/at most 100/);
    const streams = await Promise.allSettled(
      Array.from({ length: 17 }, () => reader.client.listen({ resourceSubscriptions: many.slice(0, 1) })),
    );
    expect(streams.filter(({ status }) => status === "rejected")).toHaveLength(1);
    const [open] = streams.filter((stream) => stream.status === "fulfilled");
    await open?.value.close();
    const again = async (): Promise<boolean> =>
      reader.client.listen({ resourceSubscriptions: many.slice(0, 1) }).then(
        () => true,
        () => false,
      );
    await expect.poll(again, { timeout: 20_000 }).toBe(true);
  });

  test("what is not told is not promised", async () => {
    const { token } = await traveller();
    const { client } = await listener(token);
    const subscription = await client.listen({ resourcesListChanged: true, toolsListChanged: true });
    expect(subscription.honoredFilter).toEqual({});
    expect(await subscription.closed).toBe("graceful");
    expect(client.getServerCapabilities()?.resources).toEqual({ subscribe: true });
    const old = await connectOverHttp(server, "2025", token);
    clients.push(old);
    expect(old.getServerCapabilities()?.resources).toEqual({});
  });
});

describe("the watcher", () => {
  let watcher: TripWatcher;
  const asked: (readonly string[])[] = [];
  const errors: unknown[] = [];
  let failure: Error | null = null;
  const identityOf = (userId: string): Identity => ({ userId, scopes: new Set<Scope>(["read"]) });
  beforeAll(() => {
    const { db } = server.database;
    watcher = createTripWatcher(
      {
        actFor: async ({ userId }) => {
          if (failure) throw failure;
          const changes = createTripChanges({ db, userId });
          const counted: typeof changes = {
            stampsOf: (ids) => {
              asked.push(ids);
              return changes.stampsOf(ids);
            },
          };
          return { ...mcpApplicationFor(server.runtime, userId), changes: counted };
        },
        onError: (error) => errors.push(error),
      },
      { intervalMs: 20 },
    );
  });
  afterAll(() => watcher?.close());

  test("asks once a traveller, however many trips and watches, and not at all when nobody watches", async () => {
    const ada = await traveller();
    const second = await ada.trips.createTrip(tripTo(await cityNamed(server.database, "Lisbon")));
    const heard: string[] = [];
    const watches = [[ada.trip.id, second.id], [ada.trip.id]].map((ids, at) =>
      watcher.watch(identityOf(ada.userId), ids, (id) => heard.push(`${at} ${id}`)),
    );
    await Promise.all(watches.map(({ ready }) => ready));
    asked.length = 0;
    await rename(ada);
    await expect.poll(() => heard.toSorted(), { timeout: 20_000 }).toEqual([`0 ${ada.trip.id}`, `1 ${ada.trip.id}`]);
    expect(new Set(asked.map((ids) => ids.toSorted().join()))).toEqual(
      new Set([[ada.trip.id, second.id].sort().join()]),
    );
    for (const watch of watches) watch.stop();
    expect(watcher.size).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const before = asked.length;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(asked).toHaveLength(before);
  });

  test("hears what happened while the database was away", async () => {
    const ada = await traveller();
    const heard: string[] = [];
    const watch = watcher.watch(identityOf(ada.userId), [ada.trip.id], (id) => heard.push(id));
    await watch.ready;
    failure = new Error("away");
    await expect.poll(() => errors.length, { timeout: 20_000 }).toBeGreaterThan(1);
    await rename(ada);
    failure = null;
    await expect.poll(() => heard, { timeout: 40_000 }).toEqual([ada.trip.id]);
    watch.stop();
  });

  test("has no stamp of a trip for whom it does not belong to", async () => {
    const ada = await traveller();
    const eve = await addUser(server.database);
    const changes = createTripChanges({ db: server.database.db, userId: eve });
    expect(await changes.stampsOf([ada.trip.id])).toEqual(new Map());
  });
});
