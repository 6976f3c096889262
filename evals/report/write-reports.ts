/** The three reports of a run, side by side in a folder. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { RunLog } from "../log/log-lines.ts";
import { htmlReport } from "./html-report.ts";
import { junitReport } from "./junit-report.ts";
import { markdownReport } from "./markdown-report.ts";

export interface ReportFiles {
  readonly html: string;
  readonly markdown: string;
  readonly junit: string;
}

export async function writeReports(log: RunLog, dir: string): Promise<ReportFiles> {
  await mkdir(dir, { recursive: true });
  const files = { html: join(dir, "report.html"), markdown: join(dir, "report.md"), junit: join(dir, "junit.xml") };
  await writeFile(files.html, htmlReport(log));
  await writeFile(files.markdown, markdownReport(log));
  await writeFile(files.junit, junitReport(log));
  return files;
}
