/**
 * Asking a tool of somebody's MCP server over HTTP, as data in and data out. The list of its tools is read first and
 * kept for an hour, or some minutes where it is not what we know: an argument that it requires and we do not know is a failure, not a guess.
 */
import { z } from "zod";
import type { VendorScope } from "../../trip/vendor-ports.ts";
import type { OpenVendor } from "./descriptor.ts";
import { resultIn, toolContentOf } from "./mcp-answer.ts";
import { type McpTool, mcpToolOf, toolListSchema } from "./mcp-tool.ts";
import { createSingleFlight, type SingleFlight } from "./single-flight.ts";
import { VendorError } from "./vendor-error.ts";

export interface McpCall<Value> {
  readonly tool: string;
  /** By the names that the tool goes by today. */
  arguments(tool: McpTool): Readonly<Record<string, unknown>>;
  readonly schema: z.ZodType<Value>;
  readonly scope: VendorScope;
}

export interface McpOptions {
  /** Known to refuse whoever has no session: one is begun before it is asked. */
  readonly keepsSessions?: boolean;
}

export interface McpServer {
  /** Throws `VendorError`, and the signal's reason when the caller gave up. */
  call<Value>(asked: McpCall<Value>): Promise<Value>;
}

const LIST_KEPT_MS = 3_600_000;
/** Of a list that lacks what we know: nothing is called meanwhile. */
const STRANGE_KEPT_MS = 300_000;
const MAX_PAGES = 5;
const PROTOCOL = "2025-06-18";

interface Session {
  readonly id: string;
  readonly protocol: string;
}

interface Sending<Value> {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly schema: z.ZodType<Value>;
  readonly scope: VendorScope;
  /** For logs; the method unless given. */
  readonly endpoint?: string;
  /** Of the result, before the schema. */
  read?(result: unknown, headers: Headers): unknown;
}

const introducedSchema = z.object({
  protocol: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  /** Visible ASCII, as the protocol has it. */
  id: z
    .string()
    .regex(/^[!-~]{1,512}$/)
    .nullable(),
});

class McpConnection implements McpServer {
  readonly #provider: string;
  readonly #http: OpenVendor["http"];
  readonly #now: () => Date;
  #made = 0;
  #session: Session | null = null;
  #isIntroduced: boolean;
  #listed: { readonly tools: ReadonlyMap<string, McpTool>; readonly until: number } | null = null;
  /** Many who come at once while nothing is known ask together, whatever id a request goes by. */
  readonly #lists = createSingleFlight<ReadonlyMap<string, McpTool>>();
  readonly #introductions = createSingleFlight<Session | null>();

  constructor(provider: string, { http, now }: Pick<OpenVendor, "http" | "now">, { keepsSessions }: McpOptions) {
    this.#provider = provider;
    this.#http = http;
    this.#now = now;
    this.#isIntroduced = !keepsSessions;
  }

  async call<Value>({ tool: name, arguments: argumentsFor, schema, scope }: McpCall<Value>): Promise<Value> {
    const tool = (await this.#tools(scope)).get(name);
    const sent = tool && argumentsFor(tool);
    if (!sent || !tool.accepts(sent)) {
      this.#distrustList();
      throw new VendorError(this.#provider, "schema", { detail: `${name} is not the tool that we know` });
    }
    return await this.#send({
      ...{ method: "tools/call", params: { name, arguments: sent }, schema, scope },
      endpoint: `tools/call/${name}`,
      read: (result) => toolContentOf(this.#provider, result),
    });
  }

  #distrustList(): void {
    const until = this.#now().getTime() + STRANGE_KEPT_MS;
    if (this.#listed && until < this.#listed.until) this.#listed = { ...this.#listed, until };
  }

  async #tools(scope: VendorScope): Promise<ReadonlyMap<string, McpTool>> {
    if (this.#listed && this.#now().getTime() < this.#listed.until) return this.#listed.tools;
    return await together(this.#lists, scope, (own) => this.#list(own));
  }

  async #list(scope: VendorScope): Promise<ReadonlyMap<string, McpTool>> {
    const now = this.#now().getTime();
    const tools = new Map<string, McpTool>();
    let cursor: string | null = null;
    for (let page = 0; page < MAX_PAGES; page++) {
      const params: Record<string, unknown> = cursor === null ? {} : { cursor };
      const list: z.infer<typeof toolListSchema> = await this.#send({
        ...{ method: "tools/list", params, schema: toolListSchema, scope },
      });
      for (const { name, inputSchema } of list.tools) {
        const tool = mcpToolOf(inputSchema);
        if (tool) tools.set(name, tool);
      }
      cursor = list.nextCursor ?? null;
      if (cursor === null) break;
    }
    this.#listed = { tools, until: now + LIST_KEPT_MS };
    return tools;
  }

  /** Most public servers answer at once; those that keep sessions refuse whoever has none, or an old one. */
  async #send<Value>(sending: Sending<Value>): Promise<Value> {
    if (!this.#isIntroduced) await this.#renew(null, sending.scope);
    const session = this.#session;
    try {
      return await this.#post(sending, session);
    } catch (error) {
      const isRefused = error instanceof VendorError && (error.status === 404 || (error.status === 400 && !session));
      if (!isRefused) throw error;
      const renewed = await this.#renew(session, sending.scope);
      if (renewed === null) throw error;
      return await this.#post(sending, renewed);
    }
  }

  /** Whoever comes late with an old session takes the one that another began meanwhile. */
  async #renew(old: Session | null, scope: VendorScope): Promise<Session | null> {
    if (this.#session !== old) return this.#session;
    return await together(this.#introductions, scope, async (own) => {
      this.#session = await this.#introduce(own);
      this.#isIntroduced = true;
      return this.#session;
    });
  }

  async #introduce(scope: VendorScope): Promise<Session | null> {
    const clientInfo = { name: "tripwright", version: "1" };
    const { id, protocol } = await this.#post(
      {
        ...{ method: "initialize", params: { protocolVersion: PROTOCOL, capabilities: {}, clientInfo }, scope },
        schema: introducedSchema,
        read: (result, headers) => ({
          protocol: (result as { protocolVersion?: unknown }).protocolVersion,
          id: headers.get("mcp-session-id"),
        }),
      },
      null,
    );
    if (id === null) return null;
    const session = { id, protocol };
    await this.#http.request({
      ...{ method: "POST", path: "", endpoint: "notifications/initialized", scope, isRepeatable: true },
      headers: headersOf(session),
      json: { jsonrpc: "2.0", method: "notifications/initialized" },
      // Accepted without a word, or with one that says nothing.
      ...{ schema: z.null(), whenEmpty: null, read: () => null },
    });
    return session;
  }

  async #post<Value>(sending: Sending<Value>, session: Session | null): Promise<Value> {
    const { method, params, schema, scope, endpoint = method, read } = sending;
    const id = ++this.#made;
    return await this.#http.request({
      ...{ method: "POST", path: "", endpoint, schema, scope, isRepeatable: true },
      headers: headersOf(session),
      json: { jsonrpc: "2.0", id, method, params },
      sharedAs: JSON.stringify([method, params]),
      read: (text, headers) => {
        const result = resultIn(this.#provider, text, id);
        return read ? read(result, headers) : result;
      },
    });
  }
}

/** What kept whoever asked first from asking may be their own used-up day: then we ask for ourselves. */
async function together<Value>(
  flights: SingleFlight<Value>,
  scope: VendorScope,
  ask: (scope: VendorScope) => Promise<Value>,
): Promise<Value> {
  let isOwn = false;
  const own = (signal: AbortSignal): Promise<Value> => {
    isOwn = true;
    return ask({ ...scope, signal });
  };
  try {
    return await flights.join("", own, scope.signal);
  } catch (error) {
    const isAnothersDay = error instanceof VendorError && error.isHeld && error.kind === "quota";
    if (isOwn || !isAnothersDay) throw error;
    return await ask(scope);
  }
}

function headersOf(session: Session | null): Record<string, string> {
  const accept = "application/json, text/event-stream";
  if (session === null) return { accept };
  return { accept, "mcp-session-id": session.id, "mcp-protocol-version": session.protocol };
}

export function createMcpServer(
  provider: string,
  vendor: Pick<OpenVendor, "http" | "now">,
  options: McpOptions = {},
): McpServer {
  return new McpConnection(provider, vendor, options);
}
