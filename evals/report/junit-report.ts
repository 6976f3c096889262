/** A run as JUnit XML, which every CI shows: a test case for each sample and trial of the one who is judged. */
import type { LoggedAnswer, RunLog } from "../log/log-lines.ts";
import { failureWord } from "./html/sample-list.ts";
import { spotText } from "./plan-spots.ts";
import { type RunReading, readRun } from "./run-reading.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\t": "&#9;",
};

/** XML 1.0 has no way at all to write most of these, and a reader no use for the rest. */
const NO_XML = /(?![\n\t])[\p{Cc}\ufffe\uffff]/gu;

const xml = (text: string): string =>
  text
    .toWellFormed()
    .replace(NO_XML, "")
    .replace(/[&<>"\n\t]/g, (sign) => ENTITIES[sign] ?? "");

const attributes = (all: Readonly<Record<string, string | number>>): string =>
  Object.entries(all)
    .map(([name, value]) => ` ${name}="${xml(String(value))}"`)
    .join("");

const seconds = (ms: number): string => (ms / 1000).toFixed(3);

function reasons({ findings, plan, failure }: LoggedAnswer): string[] {
  const broken = findings.filter(({ holds }) => !holds);
  const violations = plan?.verdict.violations.filter(({ severity }) => severity === "error") ?? [];
  return [
    ...(failure === null ? [] : [failure]),
    ...broken.map(({ demand, kind, found }) => `expected (${kind}) ${demand}; found: ${found}`),
    ...violations.map((violation) => {
      const spot = plan ? spotText(violation, plan) : "";
      return `checker: ${violation.code}${spot ? `, ${spot}` : ""}: ${violation.message}`;
    }),
  ];
}

function testCase(answer: LoggedAnswer, { head }: RunReading): string {
  const name = head.trials > 1 ? `${answer.sample} (trial ${answer.trial})` : answer.sample;
  const open = `<testcase${attributes({ name, classname: `${head.suite}.${answer.city ?? "no city"}`, time: seconds(answer.latencyMs) })}`;
  if (answer.passed) return `    ${open}/>`;
  const element = answer.failure === null ? "failure" : "error";
  const body = [answer.purpose, ...reasons(answer)].join("\n");
  const fault = `<${element}${attributes({ message: failureWord(answer), type: element })}>${xml(body)}</${element}>`;
  return `    ${open}>${fault}</testcase>`;
}

export function junitReport(log: RunLog): string {
  const reading = readRun(log);
  const { head, byMethod, subject, failed, end } = reading;
  const own = byMethod.get(subject) ?? [];
  const errors = failed.filter(({ failure }) => failure !== null).length;
  const counts = {
    tests: own.length,
    failures: failed.length - errors,
    errors,
    time: seconds(end?.durationMs ?? own.reduce((sum, { latencyMs }) => sum + latencyMs, 0)),
  };
  const properties = {
    model: head.model,
    modelVersion: head.modelVersion,
    promptHash: head.promptHash,
    seed: head.seed,
    runId: head.runId,
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: "tripwright eval", ...counts })}>`,
    `  <testsuite${attributes({ name: head.suite, timestamp: head.startedAt, ...counts, skipped: 0 })}>`,
    "    <properties>",
    ...Object.entries(properties).map(([name, value]) => `      <property${attributes({ name, value })}/>`),
    "    </properties>",
    ...own.map((answer) => testCase(answer, reading)),
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}
