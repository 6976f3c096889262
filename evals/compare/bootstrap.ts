/**
 * How sure a figure is. Means and rates get percentile bootstrap intervals (Efron & Tibshirani 1993) over samples,
 * never over answers: trials of one sample resemble each other, and drawing them one by one would make intervals
 * look narrower than they are. Shares of independent yes-or-no answers get Wilson's interval (1927), which stays
 * within 0 and 1 and holds for small numbers. The same figures and seed give the same interval on every machine.
 */
import { seededRandom } from "../../trip/schedule/random.ts";

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * What one sample adds to a figure that is a quotient: of a mean the sum of its trials' values and how many they are, of
 * a micro rate what passed and out of how many.
 */
export interface Share {
  readonly sum: number;
  readonly of: number;
}

/** The same sample under two runs. */
export interface PairedShare {
  readonly a: Share;
  readonly b: Share;
}

export interface BootstrapOptions {
  readonly seed?: number | undefined;
  readonly resamples?: number | undefined;
}

const RESAMPLES = 2_000;
const SEED = 1;
const TAIL = 0.025;
/** 97.5 % of a normal distribution lie below. */
const Z = 1.959963984540054;

/** `null` where nothing was counted. */
export function totalOf(shares: readonly Share[]): number | null {
  const sum = shares.reduce((total, share) => total + share.sum, 0);
  const of = shares.reduce((total, share) => total + share.of, 0);
  return of === 0 ? null : sum / of;
}

/** 95 %, one share a sample; `null` with fewer than two samples, which say nothing of how much samples differ. */
export function intervalOf(shares: readonly Share[], options?: BootstrapOptions): Interval | null {
  return bootstrap(shares, totalOf, options);
}

/** 95 % of B less A, both drawn over the same samples. */
export function differenceInterval(pairs: readonly PairedShare[], options?: BootstrapOptions): Interval | null {
  return bootstrap(pairs, differenceOf, options);
}

export function differenceOf(pairs: readonly PairedShare[]): number | null {
  const a = totalOf(pairs.map((pair) => pair.a));
  const b = totalOf(pairs.map((pair) => pair.b));
  return a === null || b === null ? null : b - a;
}

function bootstrap<Cluster>(
  clusters: readonly Cluster[],
  figure: (drawn: readonly Cluster[]) => number | null,
  { seed = SEED, resamples = RESAMPLES }: BootstrapOptions = {},
): Interval | null {
  if (clusters.length < 2) return null;
  const random = seededRandom(seed);
  const figures: number[] = [];
  for (let drawn = 0; drawn < resamples; drawn++) {
    const found = figure(clusters.map(() => clusters[random.below(clusters.length)] as Cluster));
    if (found !== null) figures.push(found);
  }
  if (figures.length === 0) return null;
  figures.sort((a, b) => a - b);
  return { low: quantile(figures, TAIL), high: quantile(figures, 1 - TAIL) };
}

/** Between two neighbours in proportion. */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? below;
  return below + (above - below) * (at - Math.floor(at));
}

/** 95 % of a share; `null` where nothing was asked. */
export function wilson(passed: number, of: number): Interval | null {
  if (of === 0) return null;
  const share = passed / of;
  const shrink = 1 + Z ** 2 / of;
  const middle = (share + Z ** 2 / (2 * of)) / shrink;
  const half = (Z / shrink) * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
