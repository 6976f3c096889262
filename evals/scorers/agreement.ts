/**
 * Do people see it the same way? Of a whole run: Spearman's rank correlation between a score and people's ratings of
 * the same plans, ties sharing their mean rank (Spearman 1904; Kendall & Gibbons, "Rank Correlation Methods", 1990).
 * From −1 (the other way round) over 0 (no connection) to 1 (the same order). Under three pairs, or where either side
 * is the same for all, there is no order to agree on.
 */

export type Pair = readonly [score: number, rating: number];

/** Fewer say nothing. */
const LEAST_PAIRS = 3;

/** 1 for the least; equal values share the mean of their ranks. */
export function ranksOf(values: readonly number[]): number[] {
  const order = [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = values.map(() => 0);
  for (let first = 0; first < order.length; ) {
    const value = values[order[first] ?? 0];
    let last = first;
    while (last + 1 < order.length && values[order[last + 1] ?? 0] === value) last += 1;
    for (let position = first; position <= last; position++) ranks[order[position] ?? 0] = (first + last) / 2 + 1;
    first = last + 1;
  }
  return ranks;
}

/** Pearson's correlation of the ranks: with ties the shortcut by squared differences does not hold. */
export function rankCorrelation(pairs: readonly Pair[]): number | null {
  if (pairs.length < LEAST_PAIRS) return null;
  const scores = ranksOf(pairs.map(([score]) => score));
  const ratings = ranksOf(pairs.map(([, rating]) => rating));
  const middle = (pairs.length + 1) / 2;
  let [together, ofScores, ofRatings] = [0, 0, 0];
  for (const [index, rank] of scores.entries()) {
    const [score, rating] = [rank - middle, (ratings[index] ?? 0) - middle];
    together += score * rating;
    ofScores += score ** 2;
    ofRatings += rating ** 2;
  }
  return ofScores === 0 || ofRatings === 0 ? null : together / Math.sqrt(ofScores * ofRatings);
}

/** In words, by the usual marks of 0.1, 0.3 and 0.5 (Cohen 1988); `pairs` tells how much it rests on. */
export function agreementWords(correlation: number | null, pairs: number): string {
  if (correlation === null) return `no order to agree on in ${pairs} rated ${pairs === 1 ? "plan" : "plans"}`;
  const size = Math.abs(correlation);
  const strength = size < 0.1 ? "no" : size < 0.3 ? "weak" : size < 0.5 ? "moderate" : "strong";
  const direction = size < 0.1 ? "agreement" : correlation > 0 ? "agreement" : "disagreement";
  return `${strength} ${direction} with people (Spearman ${correlation.toFixed(2)} over ${pairs} rated plans)`;
}
