/** What the MCP benchmark asks, what it is measured against, and that its figures are of calls that were made. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ServerProcess, startServer } from "../../bench/chat/processes.ts";
import { randomFrom } from "../../bench/db/random.ts";
import { type BenchClient, overHttp, overStdio, type Revision } from "../../bench/mcp/client.ts";
import { answerSize, measurePair, type Side } from "../../bench/mcp/measure.ts";
import { distinctQueries } from "../../bench/mcp/queries.ts";

const CITIES = [
  { name: "Lisbon", countryName: "Portugal", aliases: ["Lisboa", "Lissabon"] },
  { name: "Florence", countryName: "Italy", aliases: ["Firenze"] },
  { name: "Nice", countryName: "France", aliases: [] },
];

describe("what is asked", () => {
  test("is the same in every run, and no two are the same", () => {
    const queries = distinctQueries(CITIES, randomFrom(7), 40);
    expect(queries).toEqual(distinctQueries(CITIES, randomFrom(7), 40));
    expect(new Set(queries).size).toBe(40);
    expect(queries).not.toEqual(distinctQueries(CITIES, randomFrom(8), 40));
  });

  test("is names, other names and slips", () => {
    const queries = distinctQueries(CITIES, randomFrom(7), 60);
    expect(queries).toEqual(expect.arrayContaining(["Lisbon", "Lisboa", "Florence, Italy", "nice"]));
    const known = CITIES.flatMap(({ name, countryName, aliases }) => [name, `${name}, ${countryName}`, ...aliases]);
    const slips = queries.filter((query) => !known.some((text) => text.toLowerCase() === query.toLowerCase()));
    expect(slips.length).toBeGreaterThan(20);
  });

  test("is refused where there are not so many", () => {
    expect(() => distinctQueries([], randomFrom(1), 1)).toThrow();
    expect(() => distinctQueries(CITIES.slice(2), randomFrom(1), 10_000)).toThrow(/Expected 10000 distinct/);
  });
});

describe("the echo", () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServer(["bench/mcp/echo-server.ts", "http"]);
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  const open = (transport: string, revision: Revision): Promise<BenchClient> =>
    transport === "http"
      ? overHttp(server.url, { revision })
      : overStdio(["bench/mcp/echo-server.ts", "stdio"], { environment: {}, revision });

  test.each([
    ["http", "2026-07-28"],
    ["http", "2025-11-25"],
    ["stdio", "2026-07-28"],
    ["stdio", "2025-11-25"],
  ] as const)("answers over %s, revision %s, with as much as it is asked for", async (transport, revision) => {
    await using client = await open(transport, revision);
    const call = (characters: number) => ({ name: "echo", arguments: { text: "Lisbon", characters } });
    expect(await client.call(call(5))).toMatchObject({ structuredContent: { text: "Lisbon", filler: "Expec" } });
    const side = (characters: number): Side => ({ clients: [client], call: () => call(characters) });
    expect((await answerSize(side(500), 2)) - (await answerSize(side(0), 2))).toBe(500);
    await expect(client.call(call(-1))).rejects.toThrow(/echo failed/);
  });

  test("measured against itself makes every call once a round, and as many at a time as asked", async () => {
    await using client = await open("http", "2026-07-28");
    const asked: number[] = [];
    const load = { now: 0, most: 0 };
    const counting: BenchClient = {
      ...client,
      call: async (call) => {
        load.now += 1;
        load.most = Math.max(load.most, load.now);
        const answer = await client.call(call);
        load.now -= 1;
        return answer;
      },
    };
    const side = (own: BenchClient): Side => ({
      clients: [own],
      call: (index) => {
        if (own === counting) asked.push(index);
        return { name: "echo", arguments: { text: "", characters: 0 } };
      },
    });
    const pair = await measurePair(side(counting), side(client), { calls: 20, inFlight: 4 });
    // One round to warm up, two that count.
    expect(asked).toEqual([0, 1, 2].flatMap(() => Array.from({ length: 10 }, (_, index) => index)));
    expect(load.most).toBe(4);
    expect(pair.ours.callsPerSecond).toBeGreaterThan(0);
    expect(pair.ours.p50Ms).toBeLessThanOrEqual(pair.ours.p95Ms);
    expect(pair.ratio).toBeGreaterThan(0);
  });
});
