/**
 * A signal that is aborted when its time is up. `AbortSignal.timeout` keeps all that listens to it until then, which
 * for runs that end in seconds are minutes of them; this one is let go of when it is no longer needed.
 */
export interface TimeLimit {
  readonly signal: AbortSignal;
  clear(): void;
}

export function timeLimit(ms: number): TimeLimit {
  const up = new AbortController();
  const timer = setTimeout(() => up.abort(new DOMException("The time is up.", "TimeoutError")), ms);
  timer.unref();
  return { signal: up.signal, clear: () => clearTimeout(timer) };
}
