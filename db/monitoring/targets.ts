/**
 * What the design asks of each figure and when it calls for somebody: the one place of these numbers. `doctor` judges by
 * them, and a test holds the alerting rules to them.
 */
export interface Target {
  /** For people, with the figure's unit. */
  readonly name: string;
  readonly unit: "seconds" | "ratio";
  /** Which side of the numbers is the good one. */
  readonly isGood: "below" | "above";
  readonly target: number;
  readonly alert: number;
}

export const TARGETS = {
  queryP95: { name: "query time (p95)", unit: "seconds", isGood: "below", target: 0.1, alert: 0.5 },
  indexHitRatio: { name: "index hit ratio", unit: "ratio", isGood: "above", target: 0.99, alert: 0.95 },
  cacheHitRatio: { name: "cache hit ratio", unit: "ratio", isGood: "above", target: 0.8, alert: 0.6 },
  poolUse: { name: "connection pool use", unit: "ratio", isGood: "below", target: 0.7, alert: 0.9 },
  replicationLag: { name: "replication lag", unit: "seconds", isGood: "below", target: 1, alert: 5 },
} as const satisfies Record<string, Target>;

export type Metric = keyof typeof TARGETS;
/** `watch` is past the target, but not yet worth waking anybody. */
export type Standing = "fine" | "watch" | "alarming";

export function judge({ isGood, target, alert }: Target, value: number): Standing {
  const isBeyond = (limit: number): boolean => (isGood === "below" ? value > limit : value < limit);
  if (isBeyond(alert)) return "alarming";
  const isOnTarget = isGood === "below" ? value < target : value > target;
  return isOnTarget ? "fine" : "watch";
}
