/**
 * Assistants as they come: over stdio or HTTP, of 2025 or of 2026, with a person behind a form or with nobody to ask.
 * All real: the program as its own process, or the server on a port.
 */
import {
  Client,
  type ElicitRequest,
  type ElicitResult,
  StreamableHTTPClientTransport,
} from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { z } from "zod";
import { testFolders } from "../../db/test-folders.ts";

export const ERAS = ["2025", "2026"] as const;
export type Era = (typeof ERAS)[number];

/** What is asked of the person, and what they fill in. */
export type Person = (asked: ElicitRequest["params"]) => ElicitResult | Promise<ElicitResult>;

export interface ClientOptions {
  era: Era;
  person?: Person | undefined;
}

function clientFor({ era, person }: ClientOptions): Client {
  const client = new Client(
    { name: "an assistant", version: "1.0.0" },
    {
      capabilities: person ? { elicitation: { form: {} } } : {},
      ...(era === "2026" && { versionNegotiation: { mode: "auto" } }),
    },
  );
  if (person) client.setRequestHandler("elicitation/create", ({ params }) => person(params));
  return client;
}

/** The program itself, over the data folder of the tests. */
export async function overStdio(options: ClientOptions): Promise<Client> {
  const { home, cacheDir } = testFolders();
  const { PATH = "", HOME = "", TMPDIR, TEST_DATABASE_URL } = process.env;
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ["server/cli.ts", "mcp"],
    stderr: "ignore",
    env: {
      ...{ PATH, HOME, TRIPWRIGHT_HOME: home, TRIPWRIGHT_CACHE: cacheDir, TRIPWRIGHT_TODAY: "2026-11-22" },
      ...(TMPDIR && { TMPDIR }),
      ...(TEST_DATABASE_URL && { DATABASE_URL: TEST_DATABASE_URL }),
    },
  });
  const client = clientFor(options);
  await client.connect(transport);
  return client;
}

export async function overHttp(options: ClientOptions & { url: string; token: string }): Promise<Client> {
  const transport = new StreamableHTTPClientTransport(new URL("/mcp", options.url), {
    requestInit: { headers: { authorization: `Bearer ${options.token}` } },
  });
  const client = clientFor(options);
  await client.connect(transport);
  return client;
}

/** The first call over stdio waits for a database that may have to be made. */
const PATIENCE_MS = 180_000;

const resultSchema = z.looseObject({
  status: z.string(),
  notices: z.array(z.string()),
  error: z
    .object({ code: z.string(), message: z.string(), details: z.record(z.string(), z.unknown()).optional() })
    .optional(),
});
export type Answer = z.infer<typeof resultSchema>;

/** What a model reads of a call's result. */
export async function callTool(
  client: Client,
  name: string,
  args: Record<string, unknown>,
  options?: Parameters<Client["callTool"]>[1],
): Promise<Answer> {
  const { structuredContent } = await client.callTool({ name, arguments: args }, { timeout: PATIENCE_MS, ...options });
  return resultSchema.parse(structuredContent);
}

export const DATES = { startDate: "2027-05-10", endDate: "2027-05-11" };

const plannedSchema = z.looseObject({ trip: z.object({ id: z.uuid() }), itinerary: z.object({ version: z.int() }) });

/** A weekend in Lisbon with a plan in force: what may be replaced. */
export async function plannedTrip(client: Client): Promise<string> {
  const planned = plannedSchema.parse(
    await callTool(client, "create_trip", { cityIds: ["Lisbon"], ...DATES, planNow: true }),
  );
  return planned.trip.id;
}

const readSchema = z.looseObject({ itinerary: z.looseObject({ version: z.int() }).nullish() });

/** Of the plan in force; `null` where there is none. */
export async function versionOf(client: Client, tripId: string): Promise<number | null> {
  return readSchema.parse(await callTool(client, "get_trip", { tripId })).itinerary?.version ?? null;
}
