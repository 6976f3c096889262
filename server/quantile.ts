/** A percentile from the buckets of a histogram, as Prometheus estimates it: evenly spread within its bucket. */
interface Sample {
  readonly value: number;
  readonly metricName?: string | undefined;
  readonly labels: Readonly<Record<string, string | number | undefined>>;
}

/** Null with fewer observations than `enough`. The last bucket has no end, so what falls there is its beginning. */
export function quantileOf(samples: readonly Sample[], quantile: number, enough: number): number | null {
  const cumulative = new Map<number, number>();
  for (const { value, labels } of samples) {
    if (labels.le === undefined) continue;
    const end = labels.le === "+Inf" ? Number.POSITIVE_INFINITY : Number(labels.le);
    cumulative.set(end, (cumulative.get(end) ?? 0) + value);
  }
  const buckets = [...cumulative].toSorted(([a], [b]) => a - b);
  const total = buckets.at(-1)?.[1] ?? 0;
  if (total < enough) return null;
  const rank = quantile * total;
  let [start, before] = [0, 0];
  for (const [end, count] of buckets) {
    if (count >= rank && count > before) {
      return end === Number.POSITIVE_INFINITY ? start : start + ((end - start) * (rank - before)) / (count - before);
    }
    [start, before] = [end, count];
  }
  return start;
}
