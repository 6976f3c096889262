/**
 * A write that a client names by a key is done once: when the same call arrives again, in whichever process, it gets the
 * result of the first one. A call that did nothing leaves its key free, so that it can be made again; one of which
 * nobody knows what it did does not.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { echoed } from "../tools/echoed.ts";
import { type Tool, type ToolResult, toolResultSchema } from "../tools/tool.ts";
import { TripwrightError } from "../trip/errors.ts";
import type { CallClaim, CallKeeper } from "../trip/ports.ts";
import { hashOfCall } from "./call-hash.ts";

export interface KeyedWork<Other> {
  tool: Tool;
  /** Everything that makes it that call, what a person has filled in with it. */
  args: Record<string, unknown>;
  /** `undefined` where the client named none: then it is simply done. */
  key: string | undefined;
  calls: CallKeeper;
  signal: AbortSignal;
  onError(error: unknown): void;
  work(): Promise<ToolResult | Other>;
}

/** How long one waits for the other before it says that it is under way: less than any client waits for an answer. */
const MOST_WAITED_MS = 30_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 1_000;

const keptSchema = z.looseObject(toolResultSchema.shape);

/** After these something may be written; after any other, nothing is. */
const DONE: ReadonlySet<string> = new Set(["ok", "empty", "estimate_only", "stale"]);
const isResult = (outcome: object): outcome is ToolResult => keptSchema.safeParse(outcome).success;
/** A database that is lost while it writes does not say whether it has written. */
const isToBeKept = (outcome: object): boolean =>
  isResult(outcome) && (DONE.has(outcome.status) || outcome.error?.details.isOutcomeKnown === false);

/** Throws `invalid_input` where the key was used for another call. */
export async function onceByKey<Other extends object>(
  keyed: KeyedWork<Other>,
  mostWaitedMs: number = MOST_WAITED_MS,
): Promise<ToolResult | Other> {
  const { tool, args, key, calls } = keyed;
  if (key === undefined) return keyed.work();
  const call = { key, tool: tool.name, argumentsHash: hashOfCall(tool, args) };
  const until = performance.now() + mostWaitedMs;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    const claimed = await calls.claimCall(call);
    if (claimed.state === "claimed") return claimedWork(keyed, claimed.claim);
    if (claimed.state === "done") return keptSchema.parse(claimed.result);
    if (performance.now() >= until) return underWay(args);
    await sleep(pause, undefined, { signal: keyed.signal });
  }
}

async function claimedWork<Other extends object>(
  keyed: KeyedWork<Other>,
  claim: CallClaim,
): Promise<ToolResult | Other> {
  const { calls, work, onError } = keyed;
  // What was done is done and told, also where it cannot be noted down.
  const keep = (result: object): Promise<void> => calls.keepResult(claim, result).catch(onError);
  const release = (): Promise<void> => calls.releaseCall(claim).catch(onError);
  try {
    const outcome = await work();
    await (isToBeKept(outcome) ? keep(outcome) : release());
    return outcome;
  } catch (error) {
    if (isRefusal(error, keyed.signal)) {
      await release();
      throw error;
    }
    onError(error);
    const unknown = unknownOutcome(keyed.args);
    await keep(unknown);
    return unknown;
  }
}

/** Who refuses, or stops when told to, has written nothing. */
function isRefusal(error: unknown, signal: AbortSignal): boolean {
  return error instanceof TripwrightError || (signal.aborted && error === signal.reason);
}

function unknownOutcome(request: Record<string, unknown>): ToolResult {
  const message =
    "The call failed on our side, and it is not known whether it was done. Look with list_trips or get_trip; if it was not, make it again with another idempotencyKey.";
  return { status: "error", request, notices: [], error: { code: "internal", message, details: {} } };
}

function underWay(request: Record<string, unknown>): ToolResult {
  const notice =
    "The same call is still under way. Make it again in a moment with the same idempotencyKey for its result.";
  return { status: "rate_limited", request: echoed(request), notices: [notice] };
}
