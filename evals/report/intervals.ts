/**
 * How sure a figure is: 95 % intervals. Wilson's for shares of yes and no; for everything else a percentile
 * bootstrap that draws whole samples, because trials of one sample and checks of one plan go wrong together.
 */
import { seededRandom } from "../../trip/schedule/random.ts";

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The two-sided 95 % point of the normal distribution. */
const Z = 1.959_963_984_540_054;
export const RESAMPLES = 1_000;

/** Wilson's score interval of `passed` out of `of`: honest at 0 and at 1, where others shrink to nothing. */
export function wilson(passed: number, of: number): Interval {
  if (of <= 0) throw new RangeError(`Expected a share of at least one, got ${passed} of ${of}.`);
  const share = passed / of;
  const zz = (Z * Z) / of;
  const middle = (share + zz / 2) / (1 + zz);
  const half = (Z * Math.sqrt((share * (1 - share)) / of + zz / (4 * of))) / (1 + zz);
  return { low: passed === 0 ? 0 : middle - half, high: passed === of ? 1 : middle + half };
}

/** What one sample adds to a figure: a mean has `of` 1, a micro rate has as many as were checked. */
export interface Part {
  readonly passed: number;
  readonly of: number;
}

/** Sum over sum: the mean where every part is one, the micro rate where parts are counts. */
export function ratioOf(parts: readonly Part[]): number {
  let passed = 0;
  let of = 0;
  for (const part of parts) {
    passed += part.passed;
    of += part.of;
  }
  return passed / of;
}

/** The value below which `share` of the sorted values lie, interpolated between neighbours. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

/** The middle 95 % of the figure over as many sets of samples, drawn with replacement; the same for the same seed. */
export function bootstrap(parts: readonly Part[], seed: number): Interval {
  if (parts.length === 0) throw new RangeError("Expected at least one sample to draw from, got none.");
  const random = seededRandom(seed);
  const figures: number[] = [];
  for (let round = 0; round < RESAMPLES; round += 1) {
    let passed = 0;
    let of = 0;
    for (let draw = 0; draw < parts.length; draw += 1) {
      const part = parts[random.below(parts.length)];
      passed += part?.passed ?? 0;
      of += part?.of ?? 0;
    }
    if (of > 0) figures.push(passed / of);
  }
  figures.sort((a, b) => a - b);
  return { low: quantile(figures, 0.025), high: quantile(figures, 0.975) };
}

export const areApart = (a: Interval, b: Interval): boolean => a.high < b.low || b.high < a.low;
