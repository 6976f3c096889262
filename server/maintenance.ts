/** Maintenance as this process runs it, and its report for people. */
import type { ConnectedDatabase } from "../db/connect.ts";
import { type DutyReport, type MaintenanceReport, maintain } from "../db/maintenance/maintain.ts";
import type { Archive } from "../trip/ports.ts";
import type { EventFields } from "./event-log.ts";
import { isWorkerAlive, ownWorkerId } from "./worker-id.ts";

export interface MaintenanceRun {
  readonly database: ConnectedDatabase;
  readonly archive: Archive | null;
  readonly signal: AbortSignal;
  readonly onProgress?: (message: string) => void;
}

export function runMaintenance({ database, archive, signal, onProgress }: MaintenanceRun): Promise<MaintenanceReport> {
  return maintain(database, { archive, now: new Date(), signal, onProgress, workerId: ownWorkerId(), isWorkerAlive });
}

export function hasFailed({ duties }: MaintenanceReport): boolean {
  return duties.some(({ outcome }) => outcome === "failed");
}

export function dutyFields({ duty, outcome, counts, notes = [], error }: DutyReport): EventFields {
  return {
    duty,
    outcome,
    ...counts,
    ...(notes.length > 0 && { notes }),
    ...(error !== undefined && { message: error }),
  };
}

const MARKS = { done: "✓", busy: "–", failed: "✗" } as const;

export function renderMaintenance({ duties }: MaintenanceReport): string {
  const width = Math.max(...duties.map(({ duty }) => duty.length));
  return duties
    .flatMap(({ duty, outcome, counts, notes = [], error }) => {
      const done = Object.entries(counts).filter(([, count]) => count > 0);
      const said = error ?? (done.map(([name, count]) => `${count} ${wordsOf(name)}`).join(", ") || "nothing to do");
      const busy = outcome === "busy" ? " (another process is at it)" : "";
      return [`${MARKS[outcome]} ${duty.padEnd(width)}  ${said}${busy}`, ...notes.map((note) => `    ${note}`)];
    })
    .join("\n");
}

const wordsOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
