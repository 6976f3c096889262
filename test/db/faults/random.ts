/** Moments picked at random, and again the same ones: `FAULT_SEED` takes the seed that a failure has printed. */

export interface Random {
  readonly seed: number;
  /** From 0 to below 1. */
  next(): number;
}

export function seededRandom(seed: number = Number(process.env.FAULT_SEED ?? Date.now() % 2 ** 31)): Random {
  let state = seed;
  return {
    seed,
    // mulberry32
    next: () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    },
  };
}
