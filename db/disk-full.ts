/**
 * A full disk, known wherever it shows: in a system call, in a SQLSTATE, in the exit status of a process
 * whose log stands on that very disk.
 */
import { TripwrightError } from "../trip/errors.ts";

/** PostgreSQL's disk_full. */
export const DISK_FULL: string = "53100";

/** The number of ENOSPC: what a process of ours ends with when it could write nothing, not even why. */
export const DISK_FULL_STATUS = 28;

const CODES: ReadonlySet<unknown> = new Set(["ENOSPC", "EDQUOT", DISK_FULL, "disk_full"]);
const SQLITE_FULL = 13;

/** Also when it is the cause of another failure. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isFull = ("code" in error && CODES.has(error.code)) || ("errcode" in error && error.errcode === SQLITE_FULL);
  return isFull || isDiskFull(error.cause);
}

/** `place` names what stands on the disk, such as "the built-in database in /home/ada/trips". */
export function diskFull(place: string, cause?: unknown): TripwrightError {
  const text =
    `The disk that holds ${place} is full. Nothing of this step was kept, and what was saved before is safe. ` +
    "Free some space on it and try again; nothing has to be restarted.";
  return new TripwrightError("disk_full", text, { place }, cause);
}

export function embeddedPlace(home: string): string {
  return `the built-in database in ${home}`;
}
