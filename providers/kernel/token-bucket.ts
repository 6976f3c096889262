/**
 * How often and how many at once a vendor may be asked by this process: whoever comes too early waits in line, as long
 * as the call may take; whoever cannot be served by then is told at once how long it would have been.
 */

export interface Bucket {
  /** When it is our turn; what is returned is to be called when the request is over. Throws the signal's reason. */
  take(limits: { readonly signal: AbortSignal; readonly withinMs: number }): Promise<() => void>;
  /** The vendor wants to be left alone so long. */
  pause(ms: number): void;
}

/** Too long to wait for; how long, as far as it is known. */
export class BucketWaitError extends Error {
  readonly waitMs: number;

  constructor(waitMs: number) {
    super("The wait for a turn is longer than the call may take.");
    this.waitMs = waitMs;
  }
}

interface Waiter {
  grant(): void;
}

/** A timer fires a little early at times. */
const SLACK = 1e-6;

class TokenBucket implements Bucket {
  readonly #perMs: number;
  readonly #capacity: number;
  readonly #atOnce: number;
  #line: Waiter[] = [];
  #running = 0;
  #tokens: number;
  #countedAt = performance.now();
  #pausedUntil = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor({ perSecond, atOnce }: { readonly perSecond: number; readonly atOnce: number }) {
    this.#perMs = perSecond / 1000;
    this.#capacity = Math.max(1, perSecond);
    this.#tokens = this.#capacity;
    this.#atOnce = atOnce;
  }

  async take({ signal, withinMs }: { signal: AbortSignal; withinMs: number }): Promise<() => void> {
    signal.throwIfAborted();
    if (this.#line.length === 0 && this.#waitMs(1) === 0 && this.#running < this.#atOnce) return this.#begin();
    const wait = this.#waitMs(this.#line.length + 1);
    if (wait > withinMs) throw new BucketWaitError(wait);
    return this.#turn(signal, withinMs);
  }

  pause(ms: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, performance.now() + ms);
  }

  #begin(): () => void {
    this.#running += 1;
    this.#tokens -= 1;
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.#running -= 1;
      this.#serve();
    };
  }

  /** Until so many tokens are there, whoever else is running. */
  #waitMs(tokens: number): number {
    const now = performance.now();
    this.#tokens = Math.min(this.#capacity, this.#tokens + (now - this.#countedAt) * this.#perMs);
    this.#countedAt = now;
    const lacking = tokens - this.#tokens;
    return Math.max(this.#pausedUntil - now, lacking <= SLACK ? 0 : lacking / this.#perMs, 0);
  }

  #turn(signal: AbortSignal, withinMs: number): Promise<() => void> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        clearTimeout(late);
        signal.removeEventListener("abort", onAbort);
        this.#line = this.#line.filter((one) => one !== waiter);
      };
      const waiter: Waiter = {
        grant: () => {
          leave();
          resolve(this.#begin());
        },
      };
      const onAbort = (): void => {
        leave();
        reject(signal.reason);
      };
      const late = setTimeout(() => {
        leave();
        reject(new BucketWaitError(this.#waitMs(1)));
      }, withinMs);
      signal.addEventListener("abort", onAbort, { once: true });
      this.#line.push(waiter);
      this.#serve();
    });
  }

  /** Whose turn it is, goes; where only time is lacking, a timer looks again. */
  #serve(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    let wait = this.#waitMs(1);
    while (wait === 0 && this.#running < this.#atOnce && this.#line[0]) {
      this.#line[0].grant();
      wait = this.#waitMs(1);
    }
    if (this.#line.length > 0 && this.#running < this.#atOnce) {
      this.#timer = setTimeout(() => this.#serve(), Math.ceil(wait));
    }
  }
}

export function createBucket(limits: { readonly perSecond: number; readonly atOnce: number }): Bucket {
  return new TokenBucket(limits);
}
