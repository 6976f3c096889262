/** Streams of `subscriptions/listen`: while one is open its trips are watched, and no longer. */
import { type McpServerFactory, Server } from "@modelcontextprotocol/server";
import { afterEach, expect, test } from "vitest";
import type { TripWatch, TripWatcher } from "../../../mcp/trip-watcher.ts";
import {
  createListenStreams,
  isListen,
  type Listener,
  type ListenStreams,
} from "../../../server/mcp/listen-streams.ts";
import type { Identity, Scope } from "../../../trip/ports.ts";

const TRIP = "11111111-2222-4333-8444-555555555555";
const VERSION = "2026-07-28";

/** Trips that change when a test says so. */
function handWatcher(): TripWatcher & { change(): void; release(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const watches = new Map<TripWatch, () => void>();
  return {
    watch: (_, tripIds, onChange) => {
      const watch: TripWatch = { ready: promise, stop: () => void watches.delete(watch) };
      watches.set(watch, () => tripIds.forEach(onChange));
      return watch;
    },
    get size() {
      return watches.size;
    },
    close: () => watches.clear(),
    change: () => {
      for (const tell of watches.values()) tell();
    },
    release: resolve,
  };
}

const factory: McpServerFactory = () =>
  new Server({ name: "tests", version: "1.0.0" }, { capabilities: { resources: { subscribe: true } } });
const reader: Identity = { userId: "ada", scopes: new Set<Scope>(["read"]) };

const listener = (identity: Identity, isGood = true): Listener => ({ identity, isStillGood: async () => isGood });

const listenRequest = (uris: readonly string[], id: string | number = 1, signal?: AbortSignal): Request =>
  new Request("http://127.0.0.1/mcp", {
    method: "POST",
    headers: {
      ...{ "content-type": "application/json", accept: "application/json, text/event-stream" },
      ...{ "mcp-protocol-version": VERSION, "mcp-method": "subscriptions/listen" },
    },
    body: JSON.stringify({
      ...{ jsonrpc: "2.0", id, method: "subscriptions/listen" },
      params: {
        notifications: { resourceSubscriptions: uris },
        _meta: {
          "io.modelcontextprotocol/protocolVersion": VERSION,
          "io.modelcontextprotocol/clientInfo": { name: "tests", version: "1.0.0" },
          "io.modelcontextprotocol/clientCapabilities": {},
        },
      },
    }),
    signal: signal ?? null,
  });

let streams: ListenStreams | null = null;
afterEach(() => streams?.close());

function open(
  lifeMs?: number,
  checkMs?: number,
): { watcher: ReturnType<typeof handWatcher>; streams: ListenStreams; errors: unknown[] } {
  const watcher = handWatcher();
  const errors: unknown[] = [];
  streams = createListenStreams({
    ...{ factory, watcher, onError: (error) => errors.push(error) },
    ...(lifeMs !== undefined && { lifeMs }),
    ...(checkMs !== undefined && { checkMs }),
  });
  return { watcher, streams, errors };
}

/** Events of a stream, one after another. */
async function* eventsOf(response: Response): AsyncGenerator<{ method?: string; params?: object; result?: object }> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of response.body ?? []) {
    rest += decoder.decode(chunk, { stream: true });
    const events = rest.split("\n\n");
    rest = events.pop() ?? "";
    for (const event of events) yield JSON.parse(event.replace(/^event: message\ndata: /, "")) as object;
  }
}

test("nothing is acknowledged before its trips are watched; an aborted request leaves nothing behind", async () => {
  const { watcher, streams: served } = open();
  const abort = new AbortController();
  let isAnswered = false;
  const answer = served.serve(listenRequest([`trip://${TRIP}`], 1, abort.signal), listener(reader), {});
  void answer.then(() => (isAnswered = true));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect([isAnswered, watcher.size]).toEqual([false, 1]);
  watcher.release();
  const events = eventsOf(await answer);
  expect((await events.next()).value).toMatchObject({ method: "notifications/subscriptions/acknowledged" });
  watcher.change();
  expect((await events.next()).value).toMatchObject({
    method: "notifications/resources/updated",
    params: { uri: `trip://${TRIP}`, _meta: { "io.modelcontextprotocol/subscriptionId": 1 } },
  });
  abort.abort();
  await expect.poll(() => watcher.size).toBe(0);
});

test("streams end in an orderly way when the server stops, and when they have lasted long enough", async () => {
  for (const lifeMs of [undefined, 50]) {
    const { watcher, streams: served } = open(lifeMs);
    watcher.release();
    const events = eventsOf(await served.serve(listenRequest([`trip://${TRIP}`], "a"), listener(reader), {}));
    await events.next();
    if (lifeMs === undefined) await served.close();
    expect((await events.next()).value).toMatchObject({ id: "a", result: { resultType: "complete" } });
    expect((await events.next()).done).toBe(true);
    expect(watcher.size).toBe(0);
  }
});

test("a stream whose token is no longer good ends", async () => {
  const { watcher, streams: served } = open(undefined, 20);
  watcher.release();
  const kept = eventsOf(await served.serve(listenRequest([`trip://${TRIP}`], "kept"), listener(reader), {}));
  const revoked = await served.serve(listenRequest([`trip://${TRIP}`], "revoked"), listener(reader, false), {});
  let last: object | null = null;
  for await (const event of eventsOf(revoked)) last = event;
  expect(last).toMatchObject({ id: "revoked", result: { resultType: "complete" } });
  await kept.next();
  expect(watcher.size).toBe(1);
});

test("what is no listen, or is refused by the protocol, is not watched for", async () => {
  const { watcher, streams: served } = open();
  watcher.release();
  const broken = listenRequest([]);
  const { headers } = broken;
  for (const body of ["{", "[]", '{"jsonrpc":"2.0","id":1,"method":"subscriptions/listen"}']) {
    const request = new Request(broken.url, { method: "POST", headers, body });
    expect(isListen(request)).toBe(true);
    expect((await served.serve(request, listener(reader), {})).status, body).toBe(400);
  }
  const old = new Request(broken.url, { method: "POST", headers, body: await listenRequest([]).text() });
  old.headers.set("mcp-protocol-version", "2025-11-25");
  expect((await served.serve(old, listener(reader), {})).status).toBe(400);
  expect(watcher.size).toBe(0);
});

test("each traveller has so many streams, and a place is free again when one ends", async () => {
  const { watcher, streams: served } = open();
  watcher.release();
  const aborts = Array.from({ length: 16 }, () => new AbortController());
  const serve = async (identity: Identity, signal?: AbortSignal): Promise<number> =>
    (await served.serve(listenRequest([`trip://${TRIP}`], 1, signal), listener(identity), {})).status;
  for (const { signal } of aborts) expect(await serve(reader, signal)).toBe(200);
  expect(await serve(reader)).toBe(400);
  expect(await serve({ ...reader, userId: "eve" })).toBe(200);
  aborts[0]?.abort();
  await expect.poll(() => watcher.size).toBe(16);
  expect(await serve(reader)).toBe(200);
  expect(await serve({ userId: "ada", scopes: new Set<Scope>(["plan"]) })).toBe(400);
});
