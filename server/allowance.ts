/**
 * What a traveller may use a day, in tokens and in money. It is looked at before a run starts; what is left of it
 * bounds the run as well. The offline model costs nothing and is nobody's allowance.
 */
import type { RunLimits } from "../agents/limits.ts";
import type { PlannerModel } from "../agents/models/model.ts";
import { TripwrightError } from "../trip/errors.ts";
import type { UsageStore } from "../trip/ports.ts";

export interface DailyAllowance {
  tokens: number;
  usd: number;
}

export interface AllowanceOptions {
  usage: Pick<UsageStore, "usedSince">;
  allowance: DailyAllowance;
  now: () => Date;
}

const DAY_MS = 86_400_000;

/** Days are UTC's: they begin for everybody at once, and it can be said when. */
function dayOf(now: Date): { start: Date; end: Date } {
  const start = new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS);
  return { start, end: new Date(start.getTime() + DAY_MS) };
}

function spent(what: string, freeAt: Date, details: Record<string, unknown>): TripwrightError {
  const at = freeAt.toISOString();
  const message = `Today's allowance is used up: ${what}. It is free again at ${at.slice(0, 16).replace("T", " ")} UTC. Until then, use the offline model, or ask whoever runs this server for more.`;
  return new TripwrightError("allowance_spent", message, { ...details, freeAt: at });
}

/** The limits of a run that may start now, or throws `allowance_spent`, saying when it is free again. */
export async function limitsWithinAllowance(
  limits: RunLimits,
  model: Pick<PlannerModel, "version" | "fallbacks">,
  { usage, allowance, now }: AllowanceOptions,
): Promise<RunLimits> {
  // One that costs may take over from one that does not.
  const chain = [model, ...(model.fallbacks ?? [])];
  if (chain.every(({ version }) => version.startsWith("offline/"))) return limits;
  const { start, end } = dayOf(now());
  const { tokens, costUsd } = await usage.usedSince(start.toISOString());
  if (tokens >= allowance.tokens) {
    throw spent(`${tokens} of ${allowance.tokens} tokens`, end, { tokens, allowedTokens: allowance.tokens });
  }
  if (costUsd >= allowance.usd) {
    throw spent(`${costUsd.toFixed(2)} of ${allowance.usd} USD`, end, { costUsd, allowedUsd: allowance.usd });
  }
  return {
    ...limits,
    maxTokens: Math.min(limits.maxTokens, allowance.tokens - tokens),
    maxCostUsd: Math.min(limits.maxCostUsd, allowance.usd - costUsd),
  };
}
