/** `tripwright maintain`: the worker's nightly duties, once and now, with a report. */
import { TripwrightError } from "../../trip/errors.ts";
import { withBackgroundSession } from "../background-session.ts";
import { hasFailed, renderMaintenance, runMaintenance } from "../maintenance.ts";
import { createProgress } from "../progress.ts";

export async function maintainCommand(options: { json?: boolean }): Promise<void> {
  const { say } = createProgress({ quiet: options.json === true });
  await withBackgroundSession({ onProgress: say }, async (session) => {
    const report = await runMaintenance({ ...session, onProgress: say });
    process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : `${renderMaintenance(report)}\n`);
    if (hasFailed(report)) {
      throw new TripwrightError(
        "internal",
        "Part of the maintenance failed: see the lines marked ✗. The rest was done.",
      );
    }
  });
}
