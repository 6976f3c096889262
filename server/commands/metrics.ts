/** `tripwright metrics`: the metrics once, as a scraper would get them; the worker serves them over HTTP. */
import { createMetrics } from "../metrics.ts";
import { createProgress } from "../progress.ts";
import { withSession } from "../session.ts";

export async function metricsCommand(): Promise<void> {
  const metrics = createMetrics();
  const { say } = createProgress({ quiet: false });
  await withSession({ onProgress: say, metrics }, async ({ database }) => {
    process.stdout.write(await metrics.text(database));
  });
}
