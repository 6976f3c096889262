/**
 * Several vendors at once, with one end for all of them: who answered by then is heard, the others are failures with a
 * name. Whoever gives up takes all of it along.
 */
import type { VendorFailure } from "../../trip/vendor-ports.ts";
import { VendorError } from "../kernel/vendor-error.ts";

export interface FannedOut<Answer> {
  readonly answers: ReadonlyMap<string, Answer>;
  readonly failures: VendorFailure[];
}

export interface FanOutOptions {
  readonly signal: AbortSignal;
  readonly deadlineMs: number;
}

/** Throws the signal's reason, and whatever is not a vendor's fault. */
export async function fanOut<Vendor extends { readonly provider: string }, Answer>(
  vendors: readonly Vendor[],
  ask: (vendor: Vendor, signal: AbortSignal) => Promise<Answer>,
  { signal, deadlineMs }: FanOutOptions,
): Promise<FannedOut<Answer>> {
  signal.throwIfAborted();
  const stop = new AbortController();
  const end = (): void => stop.abort(signal.reason);
  signal.addEventListener("abort", end, { once: true });
  const deadline = setTimeout(() => stop.abort(new DOMException("took too long", "TimeoutError")), deadlineMs);
  const answers = new Map<string, Answer>();
  const failures: VendorFailure[] = [];
  const one = async (vendor: Vendor): Promise<void> => {
    try {
      answers.set(vendor.provider, await untilStopped(ask(vendor, stop.signal), stop.signal));
    } catch (error) {
      signal.throwIfAborted();
      const late = stop.signal.aborted ? new VendorError(vendor.provider, "timeout") : error;
      if (!(late instanceof VendorError)) throw error;
      failures.push(late.toFailure());
    }
  };
  try {
    await Promise.all(vendors.map(one));
    return { answers, failures };
  } finally {
    clearTimeout(deadline);
    signal.removeEventListener("abort", end);
  }
}

/** Also for work that takes no notice of its signal. */
function untilStopped<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const end = (): void => reject(signal.reason);
    signal.addEventListener("abort", end, { once: true });
    work.finally(() => signal.removeEventListener("abort", end)).then(resolve, reject);
  });
}
