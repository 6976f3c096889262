/** `tripwright show`: a stored plan again, or written to files. */

import { loadPlan } from "../../tools/load-plan.ts";
import { TripwrightError } from "../../trip/errors.ts";
import { exportFiles, requireWritable } from "../export-files.ts";
import { printPlan } from "../print-plan.ts";
import { resolveTrip } from "../resolve-trip.ts";
import { withSession } from "../session.ts";

export interface ShowOptions {
  version?: string;
  out?: string[];
  json?: boolean;
  today?: string;
}

function versionFrom(typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  const version = Number(typed);
  if (Number.isInteger(version) && version > 0) return version;
  throw new TripwrightError("invalid_input", `Expected --version as a whole number from 1 on, got "${typed}".`);
}

export async function showCommand(trip: string, options: ShowOptions): Promise<void> {
  const version = versionFrom(options.version);
  const files = options.out ?? [];
  await requireWritable(files);
  await withSession({ today: options.today }, async (session) => {
    const tripId = await resolveTrip(trip, session.toolContext.trips);
    const plan = await loadPlan(session, { tripId, version });
    const written = await exportFiles(plan, files, session.toolContext.catalogue);
    printPlan(plan, { ...options, config: session.config, written, answer: "" });
  });
}
