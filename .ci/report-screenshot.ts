/** Takes the picture of an evaluation's report that the docs show: `node .ci/report-screenshot.ts REPORT.html [OUT.png]`. */
import { mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { openBrowser } from "../test/web/chromium.ts";

const SIZE = { width: 1_400, height: 1_500 };

const [report, out = "docs/images/evaluation-report.png"] = process.argv.slice(2);
if (!report) {
  process.stderr.write("Usage: node .ci/report-screenshot.ts REPORT.html [OUT.png]\n");
  process.exit(2);
}
mkdirSync(dirname(out), { recursive: true });
const browser = await openBrowser();
try {
  const page = await browser.newPage({ viewport: SIZE, colorScheme: "light" });
  await page.goto(pathToFileURL(resolve(report)).href);
  await page.screenshot({ path: out });
} finally {
  await browser.close();
}
process.stdout.write(`${out}: ${Math.round(statSync(out).size / 1000)} kB\n`);
