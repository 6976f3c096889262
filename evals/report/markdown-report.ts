/** A run as Markdown, for a pull request or a terminal: the verdict, the scores, where it fails, and every failure. */
import { escapeMarkdown } from "../../trip/export/markdown.ts";
import { plainText } from "../../trip/export/words.ts";
import type { LoggedAnswer, RunLog } from "../log/log-lines.ts";
import { durationText, figureText, intervalText, shareText } from "./figure-text.ts";
import type { FigureRow } from "./figures.ts";
import { failureWord } from "./html/sample-list.ts";
import { spotText } from "./plan-spots.ts";
import { type RunReading, readRun, type Tally, verdictLine } from "./run-reading.ts";

const text = (words: string): string => escapeMarkdown(plainText(words));
const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  row(heads),
  row(heads.map((_, index) => (index === 0 ? "---" : "---:"))),
  ...rows.map(row),
];

function facts({ head, end, spent }: RunReading): string[] {
  const { versions } = head;
  const commit = versions.commit ? ` (${versions.commit})` : "";
  const took = end ? `, took ${durationText(end.durationMs)}` : "";
  return [
    `- Model: ${text(`${head.model}, ${head.modelVersion}`)}; prompt: ${text(`${head.prompt} ${head.promptHash.slice(0, 16)}`)}`,
    `- Seed ${head.seed}, trials ${head.trials}, scheduler steps ${head.schedulerSteps}${took}`,
    `- Tripwright ${text(versions.tripwright + commit)}, Node ${text(versions.node)}, ${text(versions.database)}`,
    `- Hashes: ${Object.entries(head.hashes)
      .map(([name, hash]) => `${name} ${text(hash)}`)
      .join(", ")}`,
    `- Spent: ${figureText(spent.tokens, "tokens")} tokens, ${spent.costUsd === null ? "cost not known" : text(figureText(spent.costUsd, "usd"))}`,
  ];
}

function scoreCells({ scorer, figures, best }: FigureRow, methods: readonly string[]): string[] {
  const cells = methods.map((method) => {
    const figure = figures.get(method);
    if (!figure) return "–";
    const value = text(figureText(figure.value, scorer.unit));
    const range = figure.interval ? ` (${text(intervalText(figure.interval, scorer.unit))})` : "";
    return `${best === method ? `**${value}**` : value}${range}`;
  });
  return [text(scorer.title), ...cells];
}

function tallyTable(title: string, tallies: readonly Tally[]): string[] {
  if (tallies.length === 0) return [];
  const rows = tallies.map(({ name, passed, of, interval }) => [
    text(name),
    `${passed} of ${of}`,
    shareText(passed, of),
    intervalText(interval, "share"),
  ]);
  return [`## ${title}`, "", ...table(["", "passed", "share", "95 % interval"], rows), ""];
}

function failure(answer: LoggedAnswer, trials: number): string[] {
  const { plan, findings } = answer;
  const trial = trials > 1 ? `, trial ${answer.trial}` : "";
  const errors = plan?.verdict.violations.filter(({ severity }) => severity === "error") ?? [];
  return [
    `### ${text(answer.sample)}${trial}: ${text(failureWord(answer))}`,
    "",
    `${text(answer.purpose)} Asked: “${text(answer.turns[0]?.said ?? "")}”`,
    "",
    ...(answer.failure === null ? [] : [`- It broke off: ${text(answer.failure)}`]),
    ...findings
      .filter(({ holds }) => !holds)
      .map(({ demand, found }) => `- Expected ${text(demand)}; found: ${text(found)}`),
    ...errors.map((violation) => {
      const spot = plan ? spotText(violation, plan) : "";
      return `- Checker: ${text(`${violation.code}${spot ? `, ${spot}` : ""}: ${violation.message}`)}`;
    }),
    "",
  ];
}

export function markdownReport(log: RunLog): string {
  const reading = readRun(log);
  const { head, rows, methods, failed } = reading;
  const scores = rows.map((each) => scoreCells(each, methods));
  return [
    `# Evaluation: ${text(head.suite)}`,
    "",
    `**${text(verdictLine(reading))}** ${text(head.suiteAbout)}`,
    "",
    ...facts(reading),
    "",
    ...(rows.length === 0
      ? []
      : [
          "## Scores",
          "",
          ...table(["", ...methods.map(text)], scores),
          "",
          "With 95 % intervals; bold where one lies apart from every other.",
          "",
        ]),
    ...tallyTable("By constraint", reading.kinds),
    ...tallyTable("By city", reading.cities),
    ...tallyTable("By tag", reading.tags),
    ...(failed.length === 0 ? [] : [`## Failed (${failed.length})`, ""]),
    ...failed.flatMap((answer) => failure(answer, head.trials)),
  ]
    .join("\n")
    .trimEnd()
    .concat("\n");
}
