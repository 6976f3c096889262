/** Work that takes a while says what it is doing, and stops when nobody waits for it any more. */
import { randomUUID } from "node:crypto";
import type { Client } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { openTestServer, type TestServer } from "../../server/http/http-for-tests.ts";
import { callTool, ERAS, type Era, overHttp, overStdio, versionOf } from "./mcp-clients.ts";

let server: TestServer;
let token: string;
beforeAll(async () => {
  server = await openTestServer();
  token = (await server.tokenFor()).token;
});
afterAll(() => server.close());

const http = (era: Era): Promise<Client> => overHttp({ era, url: server.url, token });
const stdio = (era: Era): Promise<Client> => overStdio({ era });

/** A month in six cities takes seconds to plan. */
async function longTrip(client: Client): Promise<string> {
  const cityIds = ["Lisbon", "Porto", "Madrid", "Barcelona", "Rome", "Florence"];
  const created = await callTool(client, "create_trip", { cityIds, startDate: "2027-05-01", endDate: "2027-05-30" });
  return z.looseObject({ trip: z.object({ id: z.uuid() }) }).parse(created).trip.id;
}

interface Progress {
  progress: number;
  total?: number | undefined;
  message?: string | undefined;
}

describe.each([
  ["stdio", stdio],
  ["HTTP", http],
] as const)("over %s", (transport, open) => {
  test.each(ERAS)("a plan says how it is getting on, %s", async (era) => {
    const client = await open(era);
    const heard: Progress[] = [];
    await callTool(
      client,
      "create_trip",
      { cityIds: ["Lisbon"], startDate: "2027-05-10", endDate: "2027-05-12", planNow: true },
      { onprogress: (progress) => heard.push(progress) },
    );
    expect(heard.length).toBeGreaterThan(0);
    expect(heard[0]).toMatchObject({ progress: 1, message: "Read what is open and how far apart it is" });
    const steps = heard.map(({ progress }) => progress);
    expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
    for (const { total } of heard) expect(total).toBeUndefined();
    await client.close();
  });

  test.each(ERAS)("a plan that is cancelled stops, and nothing of it is written, %s", async (era) => {
    const client = await open(era);
    const tripId = await longTrip(client);
    const stop = new AbortController();
    const idempotencyKey = `cancelled-${randomUUID()}`;
    const planning = callTool(
      client,
      "plan_itinerary",
      { tripId, idempotencyKey },
      { signal: stop.signal, onprogress: () => stop.abort("enough") },
    );
    await expect(planning).rejects.toThrow();
    expect(stop.signal.aborted).toBe(true);
    // A 2025 client over HTTP has no other way to say so than to hang up.
    const hangsUp = transport === "HTTP" && era === "2025";
    if (hangsUp) await client.close();
    const next = hangsUp ? await open(era) : client;
    expect(await callTool(next, "search_cities", { query: "Lisbon" })).toMatchObject({ status: "ok" });
    // While a call is under way, and once it is done, its key is refused to any other; one that stopped leaves it free.
    const nobodys = { tripId: randomUUID(), idempotencyKey };
    await expect
      .poll(async () => (await callTool(next, "plan_itinerary", nobodys)).error?.code, { timeout: 30_000 })
      .toBe("trip_not_found");
    expect(await versionOf(next, tripId)).toBeNull();
    await next.close();
  });
});

test("a trip that was to be planned at once leaves nothing when it is stopped", async () => {
  const client = await http("2026");
  const count = async (): Promise<unknown> => (await server.database.admin("select count(*) from trips"))[0]?.count;
  const before = await count();
  const stop = new AbortController();
  const args = { cityIds: ["Lisbon", "Porto", "Rome"], startDate: "2027-05-01", endDate: "2027-05-30", planNow: true };
  const planning = callTool(
    client,
    "create_trip",
    { ...args, idempotencyKey: "stopped-trip" },
    { signal: stop.signal, onprogress: () => stop.abort("enough") },
  );
  await expect(planning).rejects.toThrow();
  await expect
    .poll(async () => server.database.admin("select key from keyed_calls where key = 'stopped-trip'"), {
      timeout: 30_000,
    })
    .toEqual([]);
  expect(await count()).toBe(before);
  await client.close();
});
