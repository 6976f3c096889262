/**
 * What a call of an MCP tool costs, over both transports, against the least that a server of the SDK does, on the same
 * machine at the same time: calls a second, and how long one takes. Nothing keeps answers; all servers are processes
 * of their own, and the clients are the official SDK's.
 */
import { parseArgs } from "node:util";
import { z } from "zod";
import { connectDatabase } from "../db/connect.ts";
import { createSessionStore } from "../db/stores/sessions.ts";
import { LOCAL_USER_ID } from "../db/stores/users.ts";
import { startServer } from "./chat/processes.ts";
import { randomFrom } from "./db/random.ts";
import { asText } from "./db/table.ts";
import { machineLine } from "./machine.ts";
import { type BenchClient, overHttp, overStdio, type Revision, type ToolCall } from "./mcp/client.ts";
import { answerSize, measurePair, type Pair, type Side } from "./mcp/measure.ts";
import { cityQueries } from "./mcp/queries.ts";
import { openPlace } from "./open-place.ts";

const USAGE = `npm run bench -- mcp [options]
  --calls 4000           of search_cities, each transport
  --checks 1000          of check_itinerary, each transport
  --in-flight 8          at the same time
  --queries 500          different ones
  --revision 2026-07-28  of the protocol, or 2025-11-25
  --embedded             on the built-in database; otherwise on DATABASE_URL, or a throwaway PostgreSQL
`;
const TARGET = 0.5;
const SEED = 7;
const TRIPS = 5;
const SIZED = 100;

interface Options {
  calls: number;
  checks: number;
  inFlight: number;
  queries: number;
  revision: Revision;
  embedded: boolean;
}

const optionsSchema = z.object({
  calls: z.coerce.number().int().positive().default(4_000),
  checks: z.coerce.number().int().positive().default(1_000),
  "in-flight": z.coerce.number().int().positive().default(8),
  queries: z.coerce.number().int().positive().max(2_000).default(500),
  revision: z.enum(["2026-07-28", "2025-11-25"]).default("2026-07-28"),
  embedded: z.boolean().default(false),
});

function readOptions(args: readonly string[]): Options | null {
  const given = { type: "string" } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        calls: given,
        checks: given,
        "in-flight": given,
        queries: given,
        revision: given,
        embedded: { type: "boolean" },
      },
    });
    const { "in-flight": inFlight, ...rest } = optionsSchema.parse(values);
    return { ...rest, inFlight };
  } catch {
    return null;
  }
}

const say = (text: string): void => console.error(`· ${text}`);

/** Answers the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (!options) {
    console.error(USAGE);
    return 2;
  }
  await using place = await openPlace(options.embedded);
  say(`starting the servers, database ${place.name}`);
  // A program that runs wild is held back; here that would be all that is measured.
  const environment = { ...place.environment, TRIPWRIGHT_REQUESTS_PER_SECOND: "1000000" };
  await using ours = await startServer(["server/cli.ts", "serve", "--port", "0"], environment);
  await using echo = await startServer(["bench/mcp/echo-server.ts", "http"]);
  const { queries, token } = await prepare(place.environment, options.queries);
  const { revision, inFlight } = options;

  await using stack = new AsyncDisposableStack();
  const http = (url: string, bearer?: string): Promise<BenchClient[]> =>
    Promise.all(
      Array.from({ length: inFlight }, async () =>
        stack.use(await overHttp(url, { revision, ...(bearer !== undefined && { token: bearer }) })),
      ),
    );
  const stdio = async (...command: string[]): Promise<BenchClient[]> => [
    stack.use(await overStdio(command, { environment: place.environment, revision })),
  ];
  const transports: Transport[] = [
    {
      name: "stdio",
      ours: await stdio("server/cli.ts", "mcp"),
      echo: await stdio("bench/mcp/echo-server.ts", "stdio"),
    },
    { name: "http", ours: await http(ours.url, token), echo: await http(echo.url) },
  ];
  const results = await measureAll(transports, queries, options);
  return report(results, { options, database: place.name });
}

/** The catalogue is there by now, and so is the local user: the server that listens has made them. */
async function prepare(
  environment: Record<string, string>,
  count: number,
): Promise<{ queries: string[]; token: string }> {
  const { DATABASE_URL: databaseUrl, TRIPWRIGHT_HOME: home = "" } = environment;
  const db = await connectDatabase({ databaseUrl, home, cacheDir: home, poolSize: 1 });
  try {
    const queries = await cityQueries(db, randomFrom(SEED), count);
    const sessions = createSessionStore({ db, localUserId: LOCAL_USER_ID, now: () => new Date() });
    const expiresAt = new Date(Date.now() + 3_600_000);
    const { token } = await sessions.createSession({ label: "bench", scopes: ["read", "plan"], expiresAt });
    return { queries, token };
  } finally {
    await db.close();
  }
}

interface Transport {
  name: "stdio" | "http";
  ours: BenchClient[];
  echo: BenchClient[];
}

interface Measured extends Pair {
  transport: Transport["name"];
  tool: string;
  characters: number;
}

async function measureAll(transports: Transport[], queries: readonly string[], options: Options): Promise<Measured[]> {
  const { calls, checks, inFlight } = options;
  say(`planning ${TRIPS} trips to check`);
  const tripIds = await planTrips(transports[0]?.ours[0]);
  const search = (index: number): ToolCall => ({
    name: "search_cities",
    arguments: { query: queries[index % queries.length] },
  });
  const check = (index: number): ToolCall => ({
    name: "check_itinerary",
    arguments: { tripId: tripIds[index % tripIds.length] },
  });
  const measured: Measured[] = [];
  for (const { name: transport, ours, echo } of transports) {
    for (const [call, count] of [
      [search, calls],
      [check, checks],
    ] as const) {
      const tool = call(0).name;
      say(`${count} calls of ${tool} over ${transport}`);
      const own: Side = { clients: ours, call };
      const characters = await answerSize(own, Math.min(SIZED, count));
      const said = (index: number): ToolCall => ({
        name: "echo",
        arguments: { text: JSON.stringify(call(index).arguments), characters },
      });
      const pair = await measurePair(own, { clients: echo, call: said }, { calls: count, inFlight });
      measured.push({ transport, tool, characters, ...pair });
    }
  }
  return measured;
}

const citiesSchema = z.object({
  structuredContent: z.object({ cities: z.array(z.object({ id: z.string() })).min(TRIPS) }),
});
const tripSchema = z.object({ structuredContent: z.object({ trip: z.object({ id: z.string() }) }) });
const DAY_MS = 86_400_000;

async function planTrips(client: BenchClient | undefined): Promise<string[]> {
  const found = await client?.call({ name: "search_cities", arguments: { coveredOnly: true, limit: TRIPS } });
  const { cities } = citiesSchema.parse(found).structuredContent;
  const dayFromNow = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
  const tripIds: string[] = [];
  for (const { id } of cities) {
    const planned = await client?.call({
      name: "create_trip",
      arguments: { cityIds: [id], startDate: dayFromNow(30), endDate: dayFromNow(32), travelers: 2, planNow: true },
    });
    tripIds.push(tripSchema.parse(planned).structuredContent.trip.id);
  }
  return tripIds;
}

function report(results: readonly Measured[], { options, database }: { options: Options; database: string }): number {
  const ms = (value: number): string => value.toFixed(1);
  console.log(
    asText({
      title: `Calls of tools, ${options.inFlight} in flight, revision ${options.revision}, database ${database}`,
      head: ["tool", "transport", "calls/s", "p50 ms", "p95 ms", "echo calls/s", "echo p95 ms", "of the echo's"],
      rows: results.map(({ tool, transport, ours, echo, ratio }) => [
        tool,
        transport,
        String(ours.callsPerSecond),
        ms(ours.p50Ms),
        ms(ours.p95Ms),
        String(echo.callsPerSecond),
        ms(echo.p95Ms),
        ratio.toFixed(2),
      ]),
    }),
  );
  console.log(machineLine());
  const isMet = results.every(({ tool, ratio }) => tool !== "search_cities" || ratio >= TARGET);
  const asked = `${TARGET} of the echo's calls a second for search_cities, on each transport`;
  console.log(isMet ? `Target met: ${asked}.` : `Target missed: ${asked}.`);
  const { revision, inFlight, queries } = options;
  console.log(JSON.stringify({ database, revision, inFlight, queries, target: TARGET, isMet, results }));
  return 0;
}
