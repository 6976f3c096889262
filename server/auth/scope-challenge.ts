/**
 * What an access token lacks for an MCP request. A client that got it from an authorization server can ask that for
 * more, and has to be told before the request is answered; whoever has one of our own tokens reads the tool's refusal.
 */
import { z } from "zod";
import { scopeOf } from "../../mcp/tool-scope.ts";
import { TOOLS } from "../../tools/registry.ts";
import { TripwrightError } from "../../trip/errors.ts";
import { type Identity, SCOPES, type Scope } from "../../trip/ports.ts";

const CALL_SCOPES: ReadonlyMap<string, Scope> = new Map(TOOLS.map((tool) => [tool.name, scopeOf(tool)]));
const messageSchema = z.object({ method: z.string(), params: z.object({ name: z.string() }).partial().optional() });

/** `null` for what any token may: the lists, the handshake. */
function scopeNeededBy(message: unknown): Scope | null {
  const { method = "", params } = messageSchema.safeParse(message).data ?? {};
  if (method === "tools/call") return CALL_SCOPES.get(params?.name ?? "") ?? null;
  return /^(resources\/(list$|read|subscribe)|subscriptions\/|prompts\/get|completion\/)/.test(method) ? "read" : null;
}

/** `message` may be a batch. Throws `not_allowed`, with all that the token would then have to have. */
export function requireScopesFor(message: unknown, { scopes }: Identity): void {
  const needed = [message].flat().map(scopeNeededBy);
  const missing = SCOPES.filter((scope) => needed.includes(scope) && !scopes.has(scope));
  if (missing.length === 0) return;
  const scope = SCOPES.filter((one) => missing.includes(one) || scopes.has(one));
  const held = [...scopes].join(", ") || "none";
  const said = `This needs the scope ${missing.join(" and ")}, and the token has ${held}. Sign in again and allow it.`;
  throw new TripwrightError("not_allowed", said, { scope });
}
