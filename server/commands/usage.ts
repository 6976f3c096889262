/** `tripwright usage`: tokens, cost, verdicts and ratings by model, prompt and day. */
import { renderUsage } from "../render/render-usage.ts";
import { withSession } from "../session.ts";
import { terminal } from "../terminal.ts";
import { usageReport } from "../usage-report.ts";

export interface UsageOptions {
  from?: string;
  to?: string;
  json?: boolean;
}

export async function usageCommand({ from, to, json }: UsageOptions): Promise<void> {
  await withSession({}, async ({ usage, config, toolContext }) => {
    const report = await usageReport(usage, { from, to }, toolContext.clock.now());
    process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : `${renderUsage(report, terminal(config))}\n`);
  });
}
