/** First come, first served: who may use the engine, one at a time. */

export type Release = () => void;

export class TurnQueue {
  #isTaken = false;
  readonly #waiting = new Set<(release: Release) => void>();

  take(): Promise<Release> {
    return new Promise((resolve) => this.#enter(resolve));
  }

  /** Null when the signal aborts before the turn comes. */
  takeUnless(signal: AbortSignal): Promise<Release | null> {
    if (signal.aborted) return Promise.resolve(null);
    return new Promise((resolve) => {
      const start = (release: Release): void => {
        signal.removeEventListener("abort", giveUp);
        resolve(release);
      };
      const giveUp = (): void => {
        this.#waiting.delete(start);
        resolve(null);
      };
      signal.addEventListener("abort", giveUp, { once: true });
      this.#enter(start);
    });
  }

  #enter(start: (release: Release) => void): void {
    if (this.#isTaken) {
      this.#waiting.add(start);
      return;
    }
    this.#isTaken = true;
    start(this.#releaseOnce());
  }

  #releaseOnce(): Release {
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      const [next] = this.#waiting;
      if (next === undefined) {
        this.#isTaken = false;
        return;
      }
      this.#waiting.delete(next);
      next(this.#releaseOnce());
    };
  }
}
