/** What one traveller's clients may ask of a process at once, and for how long: the others have calls to make, too. */
import { TripwrightError } from "../trip/errors.ts";

export const MOST_CALLS_AT_ONCE = 16;
export const LONGEST_CALL_MS = 180_000;
/** For what was told to stop: to take back what it has begun, and to say so. */
export const GRACE_MS = 5_000;

/** By user: a process serves all of a traveller's connections. */
const underWay = new Map<string, number>();

/**
 * `null` where there are too many already. The signal ends the call when its client or its time does; one that does not
 * heed it is not waited for.
 */
export async function withinLimits<Result>(
  userId: string,
  cancelled: AbortSignal,
  work: (signal: AbortSignal) => Promise<Result>,
  { longestMs = LONGEST_CALL_MS, graceMs = GRACE_MS }: { longestMs?: number; graceMs?: number } = {},
): Promise<Result | null> {
  const others = underWay.get(userId) ?? 0;
  if (others >= MOST_CALLS_AT_ONCE) return null;
  underWay.set(userId, others + 1);
  const clock = new AbortController();
  const timer = setTimeout(() => clock.abort(tooLong(longestMs)), longestMs);
  const signal = AbortSignal.any([cancelled, clock.signal]);
  const patience = patienceWith(signal, graceMs);
  try {
    return await Promise.race([work(signal), patience.isOver]);
  } finally {
    clearTimeout(timer);
    patience.end();
    const left = (underWay.get(userId) ?? 1) - 1;
    if (left > 0) underWay.set(userId, left);
    else underWay.delete(userId);
  }
}

/** `isOver` rejects some time after the signal, unless it is ended. */
function patienceWith(signal: AbortSignal, graceMs: number): { isOver: Promise<never>; end: () => void } {
  const { promise: isOver, reject } = Promise.withResolvers<never>();
  let timer: NodeJS.Timeout | undefined;
  const begin = (): void => {
    timer = setTimeout(() => reject(doesNotStop()), graceMs);
  };
  if (signal.aborted) begin();
  else signal.addEventListener("abort", begin, { once: true });
  const end = (): void => {
    signal.removeEventListener("abort", begin);
    clearTimeout(timer);
  };
  return { isOver, end };
}

function doesNotStop(): TripwrightError {
  const message =
    "This call took too long and did not stop when it was told to. If it writes, it may still be done: look before you make it again.";
  return new TripwrightError("cancelled", message);
}

function tooLong(longestMs: number): TripwrightError {
  const message = `Stopped: a call may take ${longestMs / 1_000} seconds, and this one took longer. Ask for less at once, or try again.`;
  return new TripwrightError("cancelled", message);
}
