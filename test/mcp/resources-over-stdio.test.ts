/** Resources, prompts and subscriptions of a process on standard input and output: what it reads, and what it hears of. */
import type { Client } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectOverStdio, ERAS, type Era, readText } from "./resources-client.ts";

const clients = new Map<Era, Client>();

beforeAll(async () => {
  for (const era of ERAS) clients.set(era, await connectOverStdio(era));
  // Brings up the database, and fills its catalogue where this is the first time.
  await clientOf("2025").callTool({ name: "search_cities", arguments: { query: "Lisbon" } }, { timeout: 300_000 });
}, 320_000);
afterAll(async () => {
  await Promise.all([...clients.values()].map((client) => client.close()));
});

function clientOf(era: Era): Client {
  const client = clients.get(era);
  if (!client) throw new Error(`no client of ${era}`);
  return client;
}

async function newTrip(): Promise<string> {
  const client = clientOf("2025");
  const found = await client.callTool({ name: "search_cities", arguments: { query: "Lisbon" } });
  const [city] = (found.structuredContent as { cities: { id: string }[] }).cities;
  const trip = { cityIds: [city?.id], startDate: "2027-05-10", endDate: "2027-05-11" };
  const created = await client.callTool({ name: "create_trip", arguments: trip });
  const { id } = (created.structuredContent as { trip: { id: string } }).trip;
  return id;
}

const change = async (by: Era, tripId: string, title: string): Promise<unknown> =>
  clientOf(by).callTool({ name: "update_trip", arguments: { tripId, title } });

const heardBy = (era: Era): string[] => {
  const heard: string[] = [];
  clientOf(era).setNotificationHandler("notifications/resources/updated", ({ params }) => void heard.push(params.uri));
  return heard;
};

test.each(ERAS)("a client of %s reads, completes and is prompted", async (era) => {
  const id = await newTrip();
  const client = clientOf(era);
  const { resources } = await client.listResources();
  expect(resources.map(({ uri }) => uri)).toContain(`trip://${id}`);
  expect(await readText(client, `trip://${id}`)).toMatchObject({ text: expect.stringContaining("no plan yet") });
  expect((await readText(client, "city://lisbon-pt")).text).toContain('"timezone":"Europe/Lisbon"');
  const ref = { type: "ref/resource" as const, uri: "city://{city}" };
  const { completion } = await client.complete({ ref, argument: { name: "city", value: "lisb" } });
  expect(completion.values[0]).toBe("lisbon-pt");
  const { messages } = await client.getPrompt({ name: "plan_trip", arguments: { destination: "Lisbon" } });
  expect(messages).toHaveLength(1);
  expect(client.getServerCapabilities()).toMatchObject({
    resources: { subscribe: true },
    prompts: {},
    completions: {},
  });
});

test("a client of 2025 hears of what another process changed, until it wants to no more", async () => {
  const id = await newTrip();
  const client = clientOf("2025");
  const heard = heardBy("2025");
  const uri = `trip://${id}`;
  await client.subscribeResource({ uri });
  await change("2026", id, "Changed elsewhere");
  await expect.poll(() => heard, { timeout: 20_000 }).toEqual([uri]);
  const calendar = `trip://${id}/itinerary.ics`;
  await client.subscribeResource({ uri: calendar });
  await client.unsubscribeResource({ uri });
  await change("2026", id, "Changed again");
  await expect.poll(() => heard, { timeout: 20_000 }).toEqual([uri, calendar]);
  await client.unsubscribeResource({ uri: calendar });
  const gone = client.subscribeResource({ uri: "trip://00000000-0000-4000-8000-000000000000" });
  await expect(gone).rejects.toMatchObject({ code: -32_602 });
});

test("a client of 2026 hears of what another process changed, by each stream of its own", async () => {
  const id = await newTrip();
  const other = await newTrip();
  const client = clientOf("2026");
  const heard = heardBy("2026");
  const uri = `trip://${id}`;
  const [first, second] = await Promise.all([
    client.listen({ resourceSubscriptions: [uri] }),
    client.listen({ resourceSubscriptions: [`${uri}/itinerary.md`, `trip://${other}`] }),
  ]);
  await change("2025", id, "Changed elsewhere");
  await expect.poll(() => heard.toSorted(), { timeout: 20_000 }).toEqual([uri, `${uri}/itinerary.md`]);
  await first.close();
  expect(await first.closed).toBe("local");
  await change("2025", id, "Changed again");
  await change("2025", other, "Changed too");
  const all = [uri, `${uri}/itinerary.md`, `${uri}/itinerary.md`, `trip://${other}`];
  await expect.poll(() => heard.toSorted(), { timeout: 20_000 }).toEqual(all.toSorted());
  await second.close();
  const many = Array.from({ length: 101 }, (_, at) => `city://city-${at}`);
  await expect(client.listen({ resourceSubscriptions: many })).rejects.toThrow(/at most 100/);
});
