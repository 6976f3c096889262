/** Adds up vitest's own counts of several runs into one closing line; fails when nothing ran or something failed. */
import { readFileSync } from "node:fs";

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
}

const reports = process.argv.slice(2).map((file): Report => JSON.parse(readFileSync(file, "utf8")));
const sum = (pick: (report: Report) => number): number => reports.reduce((total, report) => total + pick(report), 0);
const passed = sum(({ numPassedTests }) => numPassedTests);
const failed = sum(({ numFailedTests }) => numFailedTests);
const skipped = sum(({ numPendingTests }) => numPendingTests);
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
