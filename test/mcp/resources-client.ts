/** Real clients of both revisions, over HTTP to a test's server and over stdio to a process of their own. */
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { createSessionStore } from "../../db/stores/sessions.ts";
import type { Scope } from "../../trip/ports.ts";
import { addUser } from "../db/stores/trips-for-tests.ts";
import { testFolders } from "../db/test-folders.ts";
import type { TestServer } from "../server/http/http-for-tests.ts";
import { TODAY } from "../server/run-cli.ts";

/** What a client of that year speaks. */
export const ERAS = ["2025", "2026"] as const;
export type Era = (typeof ERAS)[number];

export function newClient(era: Era): Client {
  const mode = era === "2026" ? ({ pin: "2026-07-28" } as const) : "legacy";
  return new Client({ name: "tests", version: "1.0.0" }, { versionNegotiation: { mode } });
}

export async function connectOverHttp(server: TestServer, era: Era, token: string): Promise<Client> {
  const client = newClient(era);
  const requestInit = { headers: { authorization: `Bearer ${token}` } };
  await client.connect(new StreamableHTTPClientTransport(new URL(`${server.url}/mcp`), { requestInit }));
  return client;
}

/** Over the tests' own data folder, as the local user of its main schema. */
export async function connectOverStdio(era: Era): Promise<Client> {
  const { home, cacheDir } = testFolders();
  const { PATH = "", HOME = "", TMPDIR, TEST_DATABASE_URL } = process.env;
  const client = newClient(era);
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: ["server/cli.ts", "mcp"],
      stderr: "ignore",
      env: {
        ...{ PATH, HOME, TRIPWRIGHT_HOME: home, TRIPWRIGHT_CACHE: cacheDir, TRIPWRIGHT_TODAY: TODAY },
        ...(TMPDIR && { TMPDIR }),
        ...(TEST_DATABASE_URL && { DATABASE_URL: TEST_DATABASE_URL }),
      },
    }),
  );
  return client;
}

/** Another traveller of the same server, with a token of their own. */
export async function stranger(
  { database }: TestServer,
  scopes: readonly Scope[],
): Promise<{ userId: string; token: string }> {
  const userId = await addUser(database);
  const sessions = createSessionStore({ db: database.db, localUserId: userId, now: () => new Date() });
  const { token } = await sessions.createSession({ label: null, scopes, expiresAt: null });
  return { userId, token };
}

/** The text of a resource that is one text, with its type. */
export async function readText(client: Client, uri: string): Promise<{ mimeType: string | undefined; text: string }> {
  const { contents } = await client.readResource({ uri });
  const [content] = contents;
  if (contents.length !== 1 || !content || !("text" in content)) throw new Error(`${uri} is no single text`);
  return { mimeType: content.mimeType, text: content.text };
}
