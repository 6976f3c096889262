/**
 * How much a vendor still lets us ask and when more: one reading of the dialects that vendors write it in. The same
 * name holds seconds to go with one, a moment in another and a date in a third; which it is shows in the value.
 */

export interface RateStanding {
  /** Of the window that is nearest to its end. */
  readonly remaining: number | null;
  /** Until that window begins anew. */
  readonly resetMs: number | null;
  /** As asked for in so many words. */
  readonly retryAfterMs: number | null;
}

/** Names of what is left, each with those of when it begins anew. */
const WINDOWS: readonly (readonly [remaining: string, reset: string])[] = [
  ["ratelimit-remaining", "ratelimit-reset"],
  ["x-ratelimit-remaining", "x-ratelimit-reset"],
  ["x-rate-limit-remaining", "x-rate-limit-reset"],
  ["rate-limit-minute-remaining", "rate-limit-minute-reset"],
  ["rate-limit-day-remaining", "rate-limit-day-reset"],
];
/** Seconds to go are fewer than this; above, they are a moment of ours. */
const LEAST_EPOCH_SECONDS = 1_000_000_000;
const LEAST_EPOCH_MILLISECONDS = 1_000_000_000_000;
/** Longer waits are no news of a rate limit. */
const LONGEST_MS = 7 * 86_400_000;
/** IETF's newer form: `"default";r=50;t=30`. */
const STRUCTURED = /;\s*r=(?<remaining>\d+)(?:.*?;\s*t=(?<reset>\d+))?/;

function countOf(value: string | null): number | null {
  return value !== null && /^\s*\d{1,15}\s*(?:$|[,;])/.test(value) ? Number.parseInt(value, 10) : null;
}

function waitOf(value: string | null, now: number): number | null {
  if (value === null || value.trim() === "") return null;
  const number = Number(value);
  const moment = Number.isNaN(number) ? Date.parse(value) : number * (number < LEAST_EPOCH_MILLISECONDS ? 1000 : 1);
  const wait = Number.isNaN(number) || number >= LEAST_EPOCH_SECONDS ? moment - now : moment;
  return Number.isFinite(wait) ? Math.min(Math.max(0, Math.ceil(wait)), LONGEST_MS) : null;
}

/** Moments are the vendor's own: reckoned from its clock, where it tells it. */
export function rateStanding(headers: Headers, ownNow: number): RateStanding {
  const told = Date.parse(headers.get("date") ?? "");
  const now = Number.isNaN(told) ? ownNow : told;
  const windows = WINDOWS.flatMap(([remaining, reset]) => {
    const count = countOf(headers.get(remaining));
    return count === null ? [] : [{ remaining: count, resetMs: waitOf(headers.get(reset), now) }];
  });
  const structured = STRUCTURED.exec(headers.get("ratelimit") ?? "")?.groups;
  if (structured) {
    const { remaining, reset } = structured;
    windows.push({ remaining: Number(remaining), resetMs: waitOf(reset ?? null, now) });
  }
  // Of two that are used up, the one that stays so longer.
  const [nearest] = windows.sort((a, b) => a.remaining - b.remaining || (b.resetMs ?? 0) - (a.resetMs ?? 0));
  const retryAfterMs = waitOf(headers.get("retry-after"), now);
  return { remaining: nearest?.remaining ?? null, resetMs: nearest?.resetMs ?? null, retryAfterMs };
}
