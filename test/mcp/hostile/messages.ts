/** Messages that break JSON-RPC, break MCP, come out of order, or call a tool with what it never asked for. */
import { z } from "zod";
import { TOOLS } from "../../../tools/registry.ts";
import type { Random } from "../../../trip/schedule/random.ts";
import { HOSTILE_TEXTS, hostileValue, nested, oneIn, POLLUTED, pick } from "./values.ts";

export interface Hostile {
  kind: string;
  /** As it goes over the wire. */
  text: string;
}

type Json = Record<string, unknown>;

const METHODS = [
  ...["initialize", "ping", "tools/list", "tools/call", "resources/list", "resources/read", "resources/templates/list"],
  ...["resources/subscribe", "resources/unsubscribe", "prompts/list", "prompts/get", "completion/complete"],
  ...["logging/setLevel", "server/discover", "notifications/initialized", "notifications/cancelled"],
  ...["notifications/progress", "roots/list", "sampling/createMessage", "elicitation/create", "tasks/get"],
];
const NO_METHODS: readonly unknown[] = [
  "",
  "tools",
  "tools/call/",
  "TOOLS/LIST",
  "__proto__",
  "rpc.discover",
  7,
  null,
  {},
];
const IDS: readonly unknown[] = [
  ...[0, 1, -1, 1.5, 2 ** 53, 1e300, "", "a", "\u0000", "x".repeat(10_000), null, true, {}, [], [1], "__proto__"],
];
const VERSIONS: readonly unknown[] = [
  ...["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", "2026-07-28", "2099-01-01", "", "latest", 3, null, {}],
];
const CAPABILITIES: readonly unknown[] = [{}, null, [], { elicitation: {} }, { sampling: 1 }, "all", POLLUTED];

/** What stays open when it is well asked for. */
export const LISTEN = "subscriptions/listen";

const PREFIX = "io.modelcontextprotocol/";

export function envelope(version: unknown = "2026-07-28", capabilities: unknown = {}): Json {
  return {
    [`${PREFIX}protocolVersion`]: version,
    [`${PREFIX}clientInfo`]: { name: "hostile", version: "1" },
    [`${PREFIX}clientCapabilities`]: capabilities,
  };
}

const request = (method: unknown, params?: unknown, id: unknown = 1): Json => ({
  ...{ jsonrpc: "2.0", id, method },
  ...(params !== undefined && { params }),
});

/** Half of the time as a client of 2026-07-28 would say it. */
const inEitherEra = (random: Random, params: Json): Json =>
  oneIn(random, 2) ? { ...params, _meta: envelope() } : params;

const PROPERTIES = TOOLS.map(({ name, input }) => ({
  name,
  properties: Object.keys(input instanceof z.ZodObject ? input.shape : {}),
}));

function toolCall(random: Random): Json {
  const { name, properties } = pick(random, PROPERTIES);
  const given = properties.filter(() => oneIn(random, 3));
  const args = Object.fromEntries(given.map((property) => [property, hostileValue(random, 1)]));
  const extra = oneIn(random, 4) ? { detail: hostileValue(random, 2), confirmation: pick(random, HOSTILE_TEXTS) } : {};
  const arguments_ = oneIn(random, 20) ? hostileValue(random) : { ...args, ...extra };
  return request("tools/call", inEitherEra(random, { name, arguments: arguments_ }));
}

const MAKERS: Readonly<Record<string, (random: Random) => unknown>> = {
  "a tool called with anything": toolCall,
  "another tool called with anything": toolCall,
  "a search for anything": (random) => {
    const query = pick(random, HOSTILE_TEXTS);
    return request("tools/call", inEitherEra(random, { name: "search_cities", arguments: { query } }));
  },
  "a tool that is not there": (random) =>
    request("tools/call", inEitherEra(random, { name: pick(random, [...HOSTILE_TEXTS, 7, null]), arguments: {} })),
  "params of anything": (random) => request(pick(random, METHODS), hostileValue(random)),
  "an envelope of anything": (random) => {
    const meta = { ...envelope(pick(random, VERSIONS), pick(random, CAPABILITIES)), progressToken: pick(random, IDS) };
    return request(pick(random, METHODS), { _meta: oneIn(random, 5) ? hostileValue(random) : meta });
  },
  "no such method": (random) => request(pick(random, NO_METHODS), inEitherEra(random, {})),
  "an id of anything": (random) => request(pick(random, METHODS), {}, pick(random, IDS)),
  "no JSON-RPC": (random) => ({ ...request("ping"), jsonrpc: pick(random, ["1.0", 2, null, "", "2.00"]) }),
  "a request as a notification": (random) => ({ jsonrpc: "2.0", method: pick(random, METHODS), params: {} }),
  "a notification as a request": (random) =>
    request(`notifications/${pick(random, ["initialized", "cancelled", "x"])}`, hostileValue(random)),
  "an answer that nobody asked for": (random) => ({
    ...{ jsonrpc: "2.0", id: pick(random, IDS) },
    ...(oneIn(random, 2) ? { result: hostileValue(random) } : { error: hostileValue(random) }),
  }),
  "an initialize of anything": (random) =>
    request("initialize", {
      protocolVersion: pick(random, VERSIONS),
      capabilities: pick(random, CAPABILITIES),
      clientInfo: oneIn(random, 2) ? hostileValue(random) : { name: "hostile", version: "1" },
    }),
  "a batch": (random) => {
    const length = pick(random, [0, 1, 3, 300]);
    return Array.from({ length }, (_, index) =>
      request(pick(random, METHODS.slice(0, 4)), {}, oneIn(random, 3) ? 1 : index),
    );
  },
  "a resource of anything": (random) => {
    const uri = `${pick(random, ["trip://", "file://", "test://", "", "city://"])}${pick(random, HOSTILE_TEXTS)}`;
    return request("resources/read", inEitherEra(random, { uri }));
  },
  "a prompt or completion of anything": (random) => {
    const [first, second] = [pick(random, HOSTILE_TEXTS), pick(random, HOSTILE_TEXTS)];
    const ref = { type: pick(random, ["ref/prompt", "ref/resource", "x"]), name: first, uri: first };
    return oneIn(random, 2)
      ? request("completion/complete", inEitherEra(random, { ref, argument: { name: second, value: first } }))
      : request("prompts/get", inEitherEra(random, { name: first, arguments: hostileValue(random) }));
  },
  "a subscription to anything": (random) => {
    const notifications = oneIn(random, 2) ? { toolsListChanged: true } : hostileValue(random);
    return request(LISTEN, { notifications, _meta: envelope() });
  },
  "a cancellation of nothing": (random) => ({
    ...{ jsonrpc: "2.0", method: "notifications/cancelled" },
    params: { requestId: pick(random, IDS), reason: pick(random, HOSTILE_TEXTS) },
  }),
  "a value alone": (random) => pick(random, [null, 1, "x", true, [], {}, POLLUTED, nested(500)]),
};

const GOOD = JSON.stringify(request("tools/list", {}));

const BROKEN: readonly string[] = [
  ...[
    "",
    "{",
    "}",
    "[",
    "nul",
    "{'jsonrpc':'2.0'}",
    "\ufeff{}",
    "{}{}",
    "NaN",
    "<xml/>",
    "a=b&c=d",
    "\u0000\u0001\u0002",
  ],
  ...[GOOD.slice(0, 20), GOOD.slice(0, -1), `${GOOD},`, GOOD.replace("1", "01"), GOOD.replace("1", "1e999")],
  ...["[".repeat(50_000), '{"a":'.repeat(20_000), `[${"[],".repeat(20_000)}[]]`, `"${"x".repeat(50_000)}`],
  '{"jsonrpc":"2.0","id":1,"id":2,"method":"ping","method":"tools/list"}',
  '{"jsonrpc":"2.0","id":"\\ud800","method":"ping"}',
  '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"__proto__":{"name":"get_trip"},"arguments":{}}}',
];

const KINDS = Object.keys(MAKERS);

export function hostileMessage(random: Random): Hostile {
  if (oneIn(random, 8)) return { kind: "broken JSON", text: pick(random, BROKEN) };
  const kind = pick(random, KINDS);
  return { kind, text: JSON.stringify(MAKERS[kind]?.(random)) };
}
