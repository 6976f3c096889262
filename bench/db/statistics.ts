/** What a list of timings says: percentiles by nearest rank, and how they grow with the number of rows. */

export interface Percentiles {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
}

/** The smallest sample that at least `share` of the samples do not exceed: always one that was measured. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new Error("Expected at least one sample for a percentile, got none.");
  return found;
}

export function percentilesOf(samples: readonly number[]): Percentiles {
  return { p50Ms: percentile(samples, 0.5), p95Ms: percentile(samples, 0.95), p99Ms: percentile(samples, 0.99) };
}

export interface GrowthPoint {
  readonly rows: number;
  readonly ms: number;
}

/** The b of `ms = a · rows^b` by least squares over logarithms: 0 stays level, 1 grows like n. */
export function growthExponent(points: readonly GrowthPoint[]): number {
  if (new Set(points.map(({ rows }) => rows)).size < 2) {
    throw new Error("Expected timings at two sizes or more for a growth exponent.");
  }
  const logs = points.map(({ rows, ms }) => ({ x: Math.log(rows), y: Math.log(ms) }));
  const meanX = logs.reduce((sum, { x }) => sum + x, 0) / logs.length;
  const meanY = logs.reduce((sum, { y }) => sum + y, 0) / logs.length;
  const covariance = logs.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
  const variance = logs.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  return covariance / variance;
}

/** How much slower the largest size may be than the smallest for a cost that grows like log n. */
export function logGrowthLimit(smallest: number, largest: number): number {
  return Math.log(largest) / Math.log(smallest);
}
