/**
 * The prices that make the bound low: the volume algorithm (Barahona & Anbil, "The volume algorithm:
 * producing primal solutions with a subgradient method", 2000). It steps from the best prices so far along
 * an average of past subgradients, which steadies it where many days are nearly as good as the best.
 */
import { type Coupling, priceRange, refund, refundedUse } from "./couplings.ts";

export interface PriceSearch {
  /** To be tried next. */
  readonly prices: Float64Array;
  /** Those of the least bound. */
  readonly best: Float64Array;
  /** The least bound so far. */
  readonly value: number;
  /** Tells since the bound last fell by a thousandth. */
  readonly stalled: number;
  /** Nothing moves the prices: the bound is as low as they can make it. */
  readonly isSettled: boolean;
  /** What the days at `prices` are worth together, and what they use. */
  tell(worth: number, used: Float64Array): void;
  /** Counts the stall anew: the days are solved more sharply from now on. */
  sharpen(): void;
}

const PACE = 0.7;
const MOST_PACE = 2;
const LEAST_PACE = 0.001;
const QUICKER = 1.1;
const SLOWER = 0.8;
/** The share of the newest subgradient in the average. */
const NEWEST = 0.3;
/** Without a known plan the bound is expected to fall by so much, and further once it is near that. */
const HOPE = 0.1;
const NOTICED = 0.001;

export function createPriceSearch(
  couplings: readonly Coupling[],
  lowerBound: number | null,
  starts: readonly Float64Array[],
): PriceSearch {
  const ranges = couplings.map((coupling) => priceRange(coupling));
  const average = new Float64Array(couplings.length);
  const gradient = new Float64Array(couplings.length);
  let tried = 0;
  let [pace, target, mark] = [PACE, lowerBound ?? Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

  const move = (): void => {
    const norm = average.reduce((sum, each) => sum + each * each, 0);
    search.isSettled = norm < 1e-12;
    if (search.isSettled) return;
    const isNear = search.value - target < (HOPE / 2) * Math.abs(search.value);
    if (lowerBound === null && (isNear || target === Number.NEGATIVE_INFINITY)) {
      target = search.value - HOPE * Math.abs(search.value);
    }
    const step = (pace * Math.max(1e-9, search.value - target)) / norm;
    for (const [index, { unit }] of couplings.entries()) {
      const range = ranges[index];
      const price = (search.best[index] as number) - (step * (average[index] as number)) / unit;
      search.prices[index] = Math.min(range?.most ?? price, Math.max(range?.least ?? price, price));
    }
  };
  const judge = (bound: number, isOnward: boolean, isStart: boolean): void => {
    if (bound < search.value) {
      search.value = bound;
      search.best.set(search.prices);
      if (isOnward) pace = Math.min(MOST_PACE, pace * QUICKER);
    } else if (!isStart) pace = Math.max(LEAST_PACE, pace * SLOWER);
    search.stalled += 1;
    if (mark === Number.POSITIVE_INFINITY || search.value < mark - Math.abs(mark) * NOTICED) {
      mark = search.value;
      search.stalled = 0;
    }
  };
  const search = {
    prices: Float64Array.from(starts[0] ?? []),
    best: Float64Array.from(starts[0] ?? []),
    value: Number.POSITIVE_INFINITY,
    stalled: 0,
    isSettled: false,
    tell(worth: number, used: Float64Array): void {
      tried += 1;
      const isStart = tried <= starts.length;
      let [bound, along] = [worth, 0];
      for (const [index, coupling] of couplings.entries()) {
        const price = search.prices[index] as number;
        bound += coupling.copies * refund(coupling, price);
        const use = (used[index] as number) / coupling.copies;
        gradient[index] = ((refundedUse(coupling, price, use) - use) * coupling.copies) / coupling.unit;
        along += (average[index] as number) * (gradient[index] as number);
      }
      if (isStart && bound < search.value) average.set(gradient);
      if (!isStart)
        average.forEach((before, index) => {
          average[index] = NEWEST * (gradient[index] as number) + (1 - NEWEST) * before;
        });
      judge(bound, along > 0 && !isStart, isStart);
      const start = starts[tried];
      if (start) search.prices.set(start);
      else move();
    },
    sharpen(): void {
      search.stalled = 0;
      pace = Math.max(pace, 0.3);
    },
  };
  return search;
}
