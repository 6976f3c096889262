/** Listening on a lasting connection: held until it is true, taken back at any moment, ended with the connection. */
import { InMemoryTransport, type JSONRPCMessage, type Transport } from "@modelcontextprotocol/server";
import { expect, test } from "vitest";
import type { TripWatch, TripWatcher } from "../../../mcp/trip-watcher.ts";
import { listeningTransport } from "../../../server/mcp/listening-transport.ts";
import type { Scope } from "../../../trip/ports.ts";

const TRIP = "11111111-2222-4333-8444-555555555555";
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

interface Wired {
  client: Transport;
  /** What reached the client, and the server behind the transport. */
  told: JSONRPCMessage[];
  served: JSONRPCMessage[];
  transport: Transport;
  watched: Map<TripWatch, (tripId: string) => void>;
  release(): void;
  say(message: object): Promise<void>;
}

async function wired(): Promise<Wired> {
  const [client, wire] = InMemoryTransport.createLinkedPair();
  const { promise, resolve } = Promise.withResolvers<void>();
  const watched: Wired["watched"] = new Map();
  const watcher: TripWatcher = {
    watch: (_, __, onChange) => {
      const watch: TripWatch = { ready: promise, stop: () => void watched.delete(watch) };
      watched.set(watch, onChange);
      return watch;
    },
    get size() {
      return watched.size;
    },
    close: () => watched.clear(),
  };
  const errors: unknown[] = [];
  const transport = listeningTransport(wire, {
    ...{ watcher, onError: (error: unknown) => errors.push(error) },
    identity: { userId: "local", scopes: new Set<Scope>(["read"]) },
  });
  const told: JSONRPCMessage[] = [];
  const served: JSONRPCMessage[] = [];
  client.onmessage = (message) => void told.push(message);
  transport.onmessage = (message) => void served.push(message);
  await Promise.all([client.start(), transport.start()]);
  const say = async (message: object): Promise<void> => {
    await client.send({ jsonrpc: "2.0", ...message } as JSONRPCMessage);
    await settled();
  };
  return { client, told, served, transport, watched, release: resolve, say };
}

const listen = (id: number, uris: readonly string[] = [`trip://${TRIP}`]): object => ({
  ...{ id, method: "subscriptions/listen" },
  params: { notifications: { resourceSubscriptions: uris } },
});
const cancel = (requestId: number): object => ({ method: "notifications/cancelled", params: { requestId } });

test("a listen waits until its trips are watched, and nothing else waits for it", async () => {
  const { say, served, told, watched, release } = await wired();
  await say(listen(1));
  await say({ id: 2, method: "ping" });
  expect(served).toMatchObject([{ id: 2 }]);
  release();
  await settled();
  expect(served).toMatchObject([{ id: 2 }, { id: 1 }]);
  for (const tell of watched.values()) tell(TRIP);
  expect(told).toMatchObject([
    {
      method: "notifications/resources/updated",
      params: { uri: `trip://${TRIP}`, _meta: { "io.modelcontextprotocol/subscriptionId": 1 } },
    },
  ]);
  await say(cancel(1));
  expect([watched.size, served.at(-1)]).toMatchObject([0, { method: "notifications/cancelled" }]);
});

test("one that is taken back while it waits is never served", async () => {
  const { say, served, watched, release } = await wired();
  await say(listen(1));
  await say(cancel(1));
  release();
  await settled();
  expect(watched.size).toBe(0);
  expect(served).toMatchObject([{ method: "notifications/cancelled" }]);
});

test("an answer to it ends it: a refusal, or an orderly end", async () => {
  const { say, transport, watched, release } = await wired();
  release();
  await say(listen(1));
  await say(listen(2));
  await transport.send({ jsonrpc: "2.0", id: 1, error: { code: -32_601, message: "Method not found" } });
  expect(watched.size).toBe(1);
  await transport.send({ jsonrpc: "2.0", id: 2, result: {} });
  expect(watched.size).toBe(0);
});

test("the same id twice is watched once, nonsense not at all, and the end of the connection ends it all", async () => {
  const { say, told, client, watched, release } = await wired();
  release();
  await say(listen(1));
  await say(listen(1));
  expect(watched.size).toBe(1);
  await say({ id: 3, method: "subscriptions/listen", params: { notifications: 5 } });
  await say(
    listen(
      4,
      Array.from({ length: 101 }, (_, at) => `trip://${at}`),
    ),
  );
  expect(told).toMatchObject([{ id: 4, error: { code: -32_602 } }]);
  await client.close();
  expect(watched.size).toBe(0);
});
