/** What a run told while it ran is read by whoever watched it; the day after it ended, its reply and its record say all. */
import sql from "sql-template-tag";
import { type Duty, daysBefore, inBatches } from "./duty.ts";

const KEPT_DAYS = 1;

export const pruneRunEvents: Duty = {
  name: "run-events",
  async run(context) {
    const { rows, isBusy } = await inBatches(
      context,
      "run-events",
      (limit) => sql`
        delete from run_events
        where (run_id, seq) in (
          select e.run_id, e.seq from run_events e join ai_planning_jobs j on j.id = e.run_id
          where j.status in ('completed', 'failed') and j.completed_at < ${daysBefore(context.now, KEPT_DAYS)}
          limit ${limit})`,
    );
    return { counts: { removed: rows }, isBusy };
  },
};
