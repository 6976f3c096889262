/** Months as the partitions have them: calendar months in UTC, named by their first day. */

export interface PartitionedTable {
  readonly name: "external_api_logs" | "user_activities";
  /** Rows before this day's month have stayed long enough. */
  cutOff(now: Date): Date;
}

const LOG_DAYS = 90;

export const PARTITIONED_TABLES: readonly PartitionedTable[] = [
  { name: "external_api_logs", cutOff: (now) => new Date(now.getTime() - LOG_DAYS * 86_400_000) },
  {
    name: "user_activities",
    cutOff: (now) => new Date(Date.UTC(now.getUTCFullYear() - 1, now.getUTCMonth(), now.getUTCDate())),
  },
];

/** The first day, `YYYY-MM-DD`, of the month so many months after the one of that instant. */
export function monthOf(instant: Date, later = 0): string {
  return new Date(Date.UTC(instant.getUTCFullYear(), instant.getUTCMonth() + later)).toISOString().slice(0, 10);
}

export function monthAfter(month: string): string {
  return monthOf(new Date(`${month}T00:00:00Z`), 1);
}
