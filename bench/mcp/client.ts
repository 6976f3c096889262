/** A client of the official SDK on either transport, and what one call of it brought. */
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";

export type Revision = "2026-07-28" | "2025-11-25";

export interface ToolCall {
  readonly name: string;
  readonly arguments: Record<string, unknown>;
}

export interface BenchClient extends AsyncDisposable {
  /** What the server answered with, as an assistant gets it. Throws when the tool failed. */
  call(call: ToolCall): Promise<unknown>;
}

const CALL_LIMIT_MS = 120_000;

async function connected(transport: Parameters<Client["connect"]>[0], revision: Revision): Promise<BenchClient> {
  const mode = revision === "2026-07-28" ? { pin: revision } : "legacy";
  const client = new Client({ name: "bench", version: "1.0.0" }, { versionNegotiation: { mode } });
  await client.connect(transport);
  return {
    call: async (call) => {
      const result = await client.callTool(call, { timeout: CALL_LIMIT_MS });
      if (result.isError) throw new Error(`${call.name} failed: ${JSON.stringify(result).slice(0, 500)}`);
      return result;
    },
    [Symbol.asyncDispose]: () => client.close(),
  };
}

/** With a server of its own, which ends with it. */
export function overStdio(
  args: readonly string[],
  { environment, revision }: { environment: Record<string, string>; revision: Revision },
): Promise<BenchClient> {
  const { PATH = "", HOME = "", NODE_OPTIONS = "" } = process.env;
  const env = { PATH, HOME, NODE_OPTIONS, ...environment };
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [...args],
    env,
    stderr: "ignore",
  });
  return connected(transport, revision);
}

export function overHttp(
  url: string,
  { token, revision }: { token?: string; revision: Revision },
): Promise<BenchClient> {
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return connected(new StreamableHTTPClientTransport(new URL("/mcp", url), { requestInit: { headers } }), revision);
}
