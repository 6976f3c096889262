/** The official SDK's clients: of the second line in both eras of the protocol, and of the first line. */
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { Client as ClientV1 } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport as StdioClientTransportV1 } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport as StreamableHTTPClientTransportV1 } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import type { Transport as TransportV1 } from "@modelcontextprotocol/sdk/shared/transport.js";
import { ElicitRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { type Assistant, answerFrom, type ClientKind, PATIENCE_MS } from "./assistant.ts";
import type { Place } from "./places-to-connect.ts";

const INFO = { name: "test-client", version: "1.0.0" };
/** A person who says yes to whatever the form asks. */
const AGREED = { action: "accept" as const, content: { agreed: true } };

interface Choice {
  era: "modern" | "legacy";
  elicits: boolean;
}

const bearer = (token: string): RequestInit => ({ headers: { authorization: `Bearer ${token}` } });

async function connectV2(place: Place, { era, elicits }: Choice): Promise<Assistant> {
  const client = new Client(INFO, {
    ...(era === "modern" && { versionNegotiation: { mode: "auto" } }),
    ...(elicits && { capabilities: { elicitation: { form: {} } } }),
  });
  if (elicits) client.setRequestHandler("elicitation/create", () => AGREED);
  await client.connect(
    place.kind === "stdio"
      ? new StdioClientTransport({ ...place, stderr: "ignore" })
      : new StreamableHTTPClientTransport(new URL(place.url), { requestInit: bearer(place.token) }),
  );
  const spoken = client.getNegotiatedProtocolVersion() ?? "none";
  if (spoken >= "2026" !== (era === "modern")) throw new Error(`expected the ${era} protocol, got ${spoken}`);
  return {
    toolNames: async () => (await client.listTools()).tools.map(({ name }) => name),
    call: async (name, args) => answerFrom(await client.callTool({ name, arguments: args }, { timeout: PATIENCE_MS })),
    close: () => client.close(),
  };
}

async function connectV1(place: Place, { elicits }: Pick<Choice, "elicits">): Promise<Assistant> {
  const client = new ClientV1(INFO, elicits ? { capabilities: { elicitation: {} } } : {});
  if (elicits) client.setRequestHandler(ElicitRequestSchema, () => AGREED);
  const transport =
    place.kind === "stdio"
      ? new StdioClientTransportV1({ ...place, stderr: "ignore" })
      : new StreamableHTTPClientTransportV1(new URL(place.url), { requestInit: bearer(place.token) });
  // Its own classes and its own interface disagree on what may be undefined.
  await client.connect(transport as TransportV1);
  return {
    toolNames: async () => (await client.listTools()).tools.map(({ name }) => name),
    call: async (name, args) =>
      answerFrom(await client.callTool({ name, arguments: args }, undefined, { timeout: PATIENCE_MS })),
    close: () => client.close(),
  };
}

export const SDK_CLIENTS: readonly ClientKind[] = [
  { name: "SDK v2, 2026-07-28", connect: (place) => connectV2(place, { era: "modern", elicits: false }) },
  { name: "SDK v2, as it is by default", connect: (place) => connectV2(place, { era: "legacy", elicits: false }) },
  { name: "SDK v1", connect: (place) => connectV1(place, { elicits: false }) },
];

/** The same with forms. Without a session, over HTTP, nobody can ask a client of 2025: it is given a code as well. */
export const CLIENTS_WITH_FORMS: readonly ClientKind[] = [
  {
    name: "SDK v2, 2026-07-28, with forms",
    elicits: () => true,
    connect: (place) => connectV2(place, { era: "modern", elicits: true }),
  },
  {
    name: "SDK v2, as it is by default, with forms",
    elicits: ({ kind }) => kind === "stdio",
    connect: (place) => connectV2(place, { era: "legacy", elicits: true }),
  },
  {
    name: "SDK v1 with forms",
    elicits: ({ kind }) => kind === "stdio",
    connect: (place) => connectV1(place, { elicits: true }),
  },
];
