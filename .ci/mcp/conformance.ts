/** Runs the official conformance suite and reads what it prints. */
import { join } from "node:path";
import { run } from "./programs.ts";

export interface SuiteRun {
  url: string;
  /** The protocol revision whose requirements are checked. */
  revision: string;
  /** Only this scenario; without it the whole requirement set. */
  scenario?: string;
  /** YAML of what is known to fail, each with its reason. */
  expected?: string | undefined;
}

export interface SuiteResult {
  passed: string[];
  failed: string[];
  /** As the suite judges: nothing failed that is not expected, and nothing expected passed. */
  isGood: boolean;
  output: string;
}

const LINE = /^([✓✗]) ([\w/-]+): (\d+) passed, (\d+) failed/gm;

export function createSuite(tools: string, results: string): (asked: SuiteRun) => Promise<SuiteResult> {
  const program = join(tools, "node_modules/@modelcontextprotocol/conformance/dist/index.js");
  return async ({ url, revision, scenario, expected }) => {
    const which = scenario ? ["--scenario", scenario, "--spec-version", revision] : ["--requirements", revision];
    const baseline = expected === undefined ? [] : ["--expected-failures", expected];
    const { status, stdout, stderr } = await run([
      program,
      "server",
      "--url",
      url,
      ...which,
      ...baseline,
      "-o",
      results,
    ]);
    const output = `${stdout}${stderr}`;
    const isGood = status === 0;
    if (scenario) {
      // Alone, it has no summary; what it did not do is expected then, or it is not good.
      const hasFailed = output.includes("=== Failed Checks ===");
      return { passed: hasFailed ? [] : [scenario], failed: hasFailed ? [scenario] : [], isGood, output };
    }
    const lines = [...output.matchAll(LINE)];
    const named = (mark: string): string[] => lines.filter((line) => line[1] === mark).map((line) => line[2] ?? "");
    return { passed: named("✓"), failed: named("✗"), isGood, output };
  };
}
