/**
 * Answers that hold for a while, kept by this process: a plan, its check and each edit ask the same of the same vendors
 * within minutes. Only answers are kept, never a failure; nothing of a traveller is in them.
 */

export interface AnswerCacheOptions<Value> {
  readonly keptMs: number;
  /** Of all answers together, as `weightOf` counts them; one that is heavier by itself is not kept. */
  readonly mostWeight: number;
  readonly weightOf: (value: Value) => number;
  /** Milliseconds from whenever. */
  readonly now?: (() => number) | undefined;
}

export interface AnswerCache<Value> {
  /** What is kept for this question, else what `work` finds. */
  ask(question: unknown, work: () => Promise<Value>): Promise<Value>;
}

export function createAnswerCache<Value>({
  keptMs,
  mostWeight,
  weightOf,
  now = () => performance.now(),
}: AnswerCacheOptions<Value>): AnswerCache<Value> {
  const kept = new Map<string, { readonly value: Value; readonly weight: number; readonly until: number }>();
  let weight = 0;
  function forget(key: string): void {
    weight -= kept.get(key)?.weight ?? 0;
    kept.delete(key);
  }
  function keep(key: string, value: Value): void {
    forget(key);
    const own = weightOf(value);
    if (own > mostWeight) return;
    // A map keeps the order of insertion, and all are kept for as long: the first one is the oldest.
    for (const oldest of kept.keys()) {
      if (weight + own <= mostWeight) break;
      forget(oldest);
    }
    kept.set(key, { value, weight: own, until: now() + keptMs });
    weight += own;
  }
  return {
    async ask(question, work) {
      const key = JSON.stringify(question);
      const known = kept.get(key);
      if (known && known.until > now()) return known.value;
      const value = await work();
      keep(key, value);
      return value;
    },
  };
}
