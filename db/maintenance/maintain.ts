/**
 * Looks after the database: every duty once, in an order in which each may fail without harm to the others.
 * Run twice, or by two processes at once, it changes nothing more.
 */
import { TripwrightError } from "../../trip/errors.ts";
import type { Archive } from "../../trip/ports.ts";
import type { ConnectedDatabase } from "../connect.ts";
import { archiveOldRows } from "./archive-old-rows.ts";
import type { Duty, DutyResult, MaintenanceContext } from "./duty.ts";
import { forgetPlaceData } from "./forget-place-data.ts";
import { partitionsAhead } from "./partitions-ahead.ts";
import { pruneNotifications } from "./prune-notifications.ts";
import { pruneRunEvents } from "./prune-run-events.ts";
import { refreshStatistics, vacuumAll } from "./refresh-statistics.ts";
import { sweepExpired } from "./sweep-expired.ts";

export interface MaintainOptions {
  /** `null`: what would have to be archived before it goes, stays. */
  readonly archive: Archive | null;
  readonly now: Date;
  readonly signal: AbortSignal;
  readonly onProgress?: ((message: string) => void) | undefined;
  readonly workerId: string;
  readonly isWorkerAlive?: ((workerId: string) => boolean) | undefined;
}

export interface DutyReport extends DutyResult {
  readonly duty: string;
  /** `busy`: another process was at it, wholly or in part. */
  readonly outcome: "done" | "busy" | "failed";
  readonly error?: string;
}

export interface MaintenanceReport {
  readonly now: string;
  readonly duties: readonly DutyReport[];
}

const DUTIES: readonly Duty[] = [
  partitionsAhead,
  archiveOldRows,
  pruneNotifications,
  pruneRunEvents,
  sweepExpired,
  forgetPlaceData,
  refreshStatistics,
];

/** Throws only when stopped; a duty that fails is in the report. */
export async function maintain(
  database: Omit<ConnectedDatabase, "readRoute">,
  options: MaintainOptions,
): Promise<MaintenanceReport> {
  const { onProgress = () => undefined, isWorkerAlive = () => true, ...rest } = options;
  const context: MaintenanceContext = { db: database, onProgress, isWorkerAlive, ...rest };
  const vacuum: Duty = {
    name: "vacuum",
    run: async ({ signal }) => ({ counts: { tables: await vacuumAll(database.migrations, signal) } }),
  };
  const duties: DutyReport[] = [];
  for (const duty of database.kind === "embedded" ? [...DUTIES, vacuum] : DUTIES) {
    onProgress(`Maintenance: ${duty.name}`);
    duties.push(await reportOf(duty, context));
  }
  return { now: options.now.toISOString(), duties };
}

async function reportOf(duty: Duty, context: MaintenanceContext): Promise<DutyReport> {
  try {
    const result = await duty.run(context);
    return { duty: duty.name, outcome: result.isBusy ? "busy" : "done", ...result };
  } catch (error) {
    context.signal.throwIfAborted();
    const said = error instanceof TripwrightError ? error.message : "Something inside Tripwright went wrong.";
    return { duty: duty.name, outcome: "failed", counts: {}, error: said };
  }
}
