/**
 * A run as one page that needs nothing else: no request, no font, no image from afar. Its policy allows its own
 * style and its own few lines of script by their hashes, so that text of a log could not run even if it got loose.
 */
import { createHash } from "node:crypto";
import type { RunLog } from "../log/log-lines.ts";
import { FILTER_SCRIPT } from "./html/filter-script.ts";
import { headSection } from "./html/head-section.ts";
import { costSection, distributionSection, failureSection } from "./html/plot-sections.ts";
import { REPORT_STYLE } from "./html/report-style.ts";
import { sampleSection } from "./html/sample-list.ts";
import { scoreSection } from "./html/score-table.ts";
import { shown } from "./html/text.ts";
import { readRun } from "./run-reading.ts";

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

const POLICY = `default-src 'none'; style-src ${hashOf(REPORT_STYLE)}; script-src ${hashOf(FILTER_SCRIPT)}; base-uri 'none'; form-action 'none'`;

export function htmlReport(log: RunLog): string {
  const reading = readRun(log);
  const { suite, modelVersion } = log.head;
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer">',
    `<title>${shown(`${suite}, ${modelVersion}: evaluation report`)}</title>`,
    `<style>${REPORT_STYLE}</style></head><body><main class="wrap">`,
    headSection(reading),
    scoreSection(reading),
    failureSection(reading),
    costSection(reading),
    distributionSection(reading),
    sampleSection(reading),
    "<footer><p>Made by Tripwright from the run’s log and nothing else.</p></footer>",
    `</main><script>${FILTER_SCRIPT}</script></body></html>`,
    "",
  ].join("\n");
}
