/** The reports as text: Markdown for people, JUnit for machines, files in a folder, and what they do with hostile names. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { htmlReport } from "../../../evals/report/html-report.ts";
import { junitReport } from "../../../evals/report/junit-report.ts";
import { markdownReport } from "../../../evals/report/markdown-report.ts";
import { writeReports } from "../../../evals/report/write-reports.ts";
import { seededRandom } from "../../../trip/schedule/random.ts";
import { HOSTILE_NAMES } from "../../hostile-plan.ts";
import { answerOf, logOf, planOf } from "../log-for-tests.ts";
import { richLog } from "../rich-log-for-tests.ts";

interface XmlElement {
  readonly name: string;
  readonly attributes: Record<string, string>;
  text: string;
}

/** Every element in order; throws where the document is not well-formed. */
function parsed(xml: string): XmlElement[] {
  const elements: XmlElement[] = [];
  const open: XmlElement[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: XmlElement = { name, attributes: attributes as Record<string, string>, text: "" };
    elements.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  return elements;
}

const failing = answerOf({
  sample: "kyoto-temples",
  purpose: "Whether temples that close at four are planned before.",
  city: "Kyoto",
  trial: 2,
  passed: false,
  latencyMs: 1_250,
  findings: [
    { demand: "no church on day 2", kind: "edit", holds: false, found: "Lisbon Cathedral at 10:00" },
    { demand: "three days", kind: "dates", holds: true, found: "three days" },
  ],
  plan: {
    ...planOf(seededRandom(1), 1, ["Kyoto"]),
    verdict: {
      ok: false,
      violations: [
        { code: "outside_hours", severity: "error", path: "days[0].items[1]", message: "closes at 16:00." },
        { code: "backtracking", severity: "warning", path: "", message: "2 km more than needed." },
      ],
    },
  },
});
const broke = answerOf({ sample: "broke", passed: false, failure: "the model did not answer" });

test("JUnit: a case for each sample and trial of the planner, failures with what was found", () => {
  const xml = junitReport(
    logOf([answerOf(), failing, broke, answerOf({ method: "greedy", passed: false })], { trials: 2 }),
  );
  const elements = parsed(xml);
  const [suites] = elements;
  expect(suites?.attributes).toMatchObject({ tests: "3", failures: "1", errors: "1", time: "131.000" });
  const cases = elements.filter(({ name }) => name === "testcase");
  expect(cases.map(({ attributes }) => [attributes.classname, attributes.name])).toEqual([
    ["golden.Lisbon", "lisbon-weekend (trial 1)"],
    ["golden.Kyoto", "kyoto-temples (trial 2)"],
    ["golden.Lisbon", "broke (trial 1)"],
  ]);
  expect(cases[1]?.attributes.time).toBe("1.250");
  const failure = elements.find(({ name }) => name === "failure");
  expect(failure?.attributes.message).toBe("1 of 2 expectations broken");
  expect(failure?.text.split("\n").slice(1, 2)).toEqual([
    "expected (edit) no church on day 2; found: Lisbon Cathedral at 10:00",
  ]);
  expect(failure?.text).toMatch(/checker: outside_hours, Day 1, .+: closes at 16:00\.$/);
  expect(elements.find(({ name }) => name === "error")?.text).toContain("the model did not answer");
});

test("Markdown: the verdict, a row a score, and each failure with its reasons", () => {
  const scores = { "final-pass": { value: 1, explanation: "" } };
  const markdown = markdownReport(logOf([answerOf({ scores }), failing]));
  expect(markdown).toContain("**1 of 2 samples passed.**");
  expect(markdown.replaceAll("\u202f", " ")).toContain("| Final pass | 100 % (20.7–100) |");
  expect(markdown).toContain("| edit | 0 of 1 |");
  expect(markdown).toContain("### kyoto-temples: 1 of 2 expectations broken");
  expect(markdown).toContain("- Expected no church on day 2; found: Lisbon Cathedral at 10:00");
  expect(markdown).toMatch(/- Checker: outside\\_hours, Day 1, .*closes at 16:00\./);
});

test("an empty log, and one of a single answer, make reports all the same", () => {
  for (const log of [logOf([]), logOf([answerOf()]), { ...logOf([failing]), end: null }]) {
    expect(htmlReport(log)).toContain("</html>");
    expect(markdownReport(log)).toMatch(/^# Evaluation: golden\n/);
    expect(parsed(junitReport(log)).length).toBeGreaterThan(2);
  }
});

const hostile = HOSTILE_NAMES.map((name, index) =>
  answerOf({
    sample: `${name}${index}`,
    purpose: name,
    city: name,
    tags: [name],
    passed: false,
    failure: name,
    findings: [{ demand: name, kind: name, holds: false, found: name }],
    turns: [
      { said: name, answer: name, outcome: name, code: name, toolCalls: [{ name, status: name, errorCode: name }] },
    ],
  }),
);

test("hostile text is text in XML, in tables of Markdown and in HTML", () => {
  const log = logOf(hostile, { suiteAbout: HOSTILE_NAMES[0] ?? "" });
  const elements = parsed(junitReport(log));
  expect(elements.filter(({ name }) => name === "testcase")).toHaveLength(HOSTILE_NAMES.length);
  expect(new Set(elements.map(({ name }) => name))).toEqual(
    new Set(["testsuites", "testsuite", "properties", "property", "testcase", "error"]),
  );
  const markdown = markdownReport(log);
  expect(markdown).not.toMatch(/(?<!\\)<script|(?<!\\)<img/);
  const columns = markdown
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) => line.split(/(?<!\\)\|/).length);
  expect(columns.every((count) => count === 6)).toBe(true);
  const html = htmlReport(log);
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html).not.toContain("<img");
});

test("a whole run stays under 3 MB and is written as three files", async () => {
  const folder = mkdtempSync(join(tmpdir(), "report-"));
  try {
    // Far more failures than a run should have: they are what takes room.
    const log = richLog(173);
    const answers = log.answers.map((answer, index) => (index % 3 === 0 ? { ...answer, passed: false } : answer));
    const files = await writeReports({ ...log, answers }, folder);
    const html = readFileSync(files.html);
    expect(html.byteLength).toBeLessThan(3_000_000);
    expect(html.toString("utf8")).not.toMatch(/\s(?:src|href)=["']?https?:/);
    expect(readFileSync(files.markdown, "utf8")).toContain("## Scores");
    expect(parsed(readFileSync(files.junit, "utf8")).filter(({ name }) => name === "testcase")).toHaveLength(173);
    expect(htmlReport({ ...log, answers })).toBe(html.toString("utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
