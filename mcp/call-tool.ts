/**
 * A call of a tool by an assistant's model: who may make it, whether a person has agreed to it, what it still lacks, and
 * its result as data and as words.
 */
import type {
  CallToolRequest,
  CallToolResult,
  ClientCapabilities,
  InputRequiredResult,
  ServerContext,
} from "@modelcontextprotocol/server";
import { isInputRequiredResult } from "@modelcontextprotocol/server";
import { echoed } from "../tools/echoed.ts";
import { TOOLS } from "../tools/registry.ts";
import type { Tool, ToolContext, ToolResult } from "../tools/tool.ts";
import { TripwrightError } from "../trip/errors.ts";
import type { CallKeeper, Identity } from "../trip/ports.ts";
import { type CallExtras, splitArguments } from "./call-arguments.ts";
import { MOST_CALLS_AT_ONCE, withinLimits } from "./call-limits.ts";
import { callResult, refusal } from "./call-result.ts";
import { unconfirmed } from "./confirmation.ts";
import { type Dialogue, dialogueOf } from "./dialogue.ts";
import { onceByKey } from "./keyed-call.ts";
import { askForMissing, merged, withAnswers } from "./missing-facts.ts";
import type { McpParts } from "./parts.ts";
import { progressReports } from "./progress.ts";
import { scopeOf } from "./tool-scope.ts";

const BY_NAME: ReadonlyMap<string, Tool> = new Map(TOOLS.map((tool) => [tool.name, tool]));

type Outcome = ToolResult | InputRequiredResult;

export type CallToolHandler = (
  request: CallToolRequest,
  context: ServerContext,
) => Promise<CallToolResult | InputRequiredResult>;

interface Call {
  tool: Tool;
  /** The tool's own, with what the person has filled in. */
  args: Record<string, unknown>;
  extras: CallExtras;
  dialogue: Dialogue;
  calls: CallKeeper;
}

/** `capabilities` are the client's, as its connection knows them. */
export function callToolHandler(
  parts: McpParts,
  identity: Identity,
  capabilities: () => ClientCapabilities | undefined,
): CallToolHandler {
  return async ({ params }, { mcpReq }) => {
    const tool = BY_NAME.get(params.name);
    if (!tool) return refusal(params.name, unknownTool(params.name));
    const { report, end } = progressReports(mcpReq);
    try {
      const { own, extras } = splitArguments(tool, params.arguments ?? {});
      requireScope(identity, tool);
      const dialogue = withAnswers(dialogueOf(mcpReq, capabilities()));
      const args = merged(own, dialogue);
      const outcome = await withinLimits(identity.userId, mcpReq.signal, async (signal) => {
        const { toolContext, calls } = await unlessAborted(parts.actFor(identity), signal);
        const context: ToolContext = { ...toolContext, run: null, signal, report };
        const key = mayWrite(tool, args) ? extras.idempotencyKey : undefined;
        const work = (): Promise<Outcome> => carriedOut({ tool, args, extras, dialogue, calls }, context);
        return onceByKey({ ...{ tool, args, key, calls, signal, work }, onError: parts.onError });
      });
      if (outcome === null) return callResult(tool, tooMany(own), extras.detail);
      return isInputRequiredResult(outcome) ? outcome : callResult(tool, outcome, extras.detail);
    } catch (error) {
      return refusal(tool.name, failureOf(error, mcpReq.signal, parts));
    } finally {
      end();
    }
  };
}

/** What lacks a fact does nothing yet: once a person has filled it in, it is another call. */
function mayWrite({ hints, input }: Tool, args: unknown): boolean {
  return !hints.readOnlyHint && input.safeParse(args).success;
}

async function carriedOut({ tool, args, extras, dialogue, calls }: Call, context: ToolContext): Promise<Outcome> {
  const confirming = { tool, args, code: extras.confirmation, dialogue, calls };
  const question = await unconfirmed(confirming, context);
  if (question) return question;
  const result = await tool.call(args, context);
  return askForMissing(tool, result, dialogue) ?? result;
}

async function unlessAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = (): void => reject(signal.reason);
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

/** Faults of ours are noted where we look, and a client is told no more of them than that. */
function failureOf(error: unknown, cancelled: AbortSignal, { onError }: McpParts): TripwrightError {
  if (cancelled.aborted) return new TripwrightError("cancelled", "Stopped: the call was cancelled.");
  if (error instanceof TripwrightError) return error;
  onError(error);
  return new TripwrightError(
    "internal",
    "The call failed on our side. Try again; if it fails again, say what was asked.",
  );
}

function unknownTool(name: string): TripwrightError {
  const names = [...BY_NAME.keys()];
  return new TripwrightError("unknown_tool", `Expected one of ${names.join(", ")}, got "${name.slice(0, 100)}".`);
}

function requireScope({ scopes }: Identity, tool: Tool): void {
  const { name } = tool;
  const scope = scopeOf(tool);
  if (scopes.has(scope)) return;
  const message =
    `${name} needs the scope "${scope}", and the token has ${[...scopes].join(", ") || "none"}. ` +
    `Ask whoever runs this server for a token with it: tripwright tokens create --scopes ${[...new Set([...scopes, scope])].join(",")}`;
  throw new TripwrightError("not_allowed", message, { scope });
}

function tooMany(request: Record<string, unknown>): ToolResult {
  const notice = `${MOST_CALLS_AT_ONCE} calls of this traveller are under way already, and more are not taken. Make this one again when one has ended.`;
  return { status: "rate_limited", request: echoed(request), notices: [notice] };
}
