/** The exam on the command line: what it is given, and its figures beside the published ones. */
import { parseArgs } from "node:util";
import { TripwrightError } from "../../trip/errors.ts";
import { type ExamMode, type ExamResult, type ReadText, runExam, type Split } from "./exam.ts";

/** Final pass rates that others have published on this benchmark, in percent. */
const ANCHORS: readonly (readonly [string, string])[] = [
  ["GPT-4 (2024)", "0.6"],
  ["LLM + SMT solver (2025)", "93.9"],
  ["Mind Evolution (2025)", "> 98"],
];

const USAGE =
  "travelplanner --data DIR --split train|validation [--mode structured|text] --out DIR [--limit N] [--json]";

interface Arguments {
  data: string;
  split: Split;
  mode: ExamMode;
  out: string;
  limit?: number;
  isJson: boolean;
}

function refusal(expected: string, came: string): TripwrightError {
  return new TripwrightError("invalid_input", `${expected} was expected; ${came} came. Usage: ${USAGE}`);
}

function chosen<Word extends string>(flag: string, given: string | undefined, words: readonly Word[]): Word {
  const word = words.find((one) => one === given);
  if (word === undefined) throw refusal(`--${flag} ${words.join("|")}`, given ?? "nothing");
  return word;
}

function given(args: readonly string[]): Record<string, string | boolean | undefined> {
  const text = { type: "string" } as const;
  const options = { data: text, split: text, mode: text, out: text, limit: text, json: { type: "boolean" } } as const;
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    throw refusal("other options", error instanceof Error ? error.message : String(error));
  }
}

function readArguments(args: readonly string[]): Arguments {
  const { data, split, mode, out, limit, json } = given(args);
  if (typeof data !== "string") throw refusal("--data DIR", "nothing");
  if (typeof out !== "string") throw refusal("--out DIR", "nothing");
  const count = limit === undefined ? null : Number(limit);
  if (count !== null && !(Number.isInteger(count) && count > 0))
    throw refusal("--limit N, a whole number", String(limit));
  return {
    data,
    out,
    split: chosen("split", typeof split === "string" ? split : undefined, ["train", "validation"]),
    mode: chosen("mode", typeof mode === "string" ? mode : "structured", ["structured", "text"]),
    isJson: json === true,
    ...(count === null ? {} : { limit: count }),
  };
}

function percent(share: number): string {
  return (100 * share).toFixed(2);
}

export function examTable({ split, mode, scores, seconds }: ExamResult): string {
  const rows: (readonly [string, string])[] = [
    ["delivery", percent(scores.delivery)],
    ["commonsense, micro", percent(scores.commonsenseMicro)],
    ["commonsense, macro", percent(scores.commonsenseMacro)],
    ["hard, micro", percent(scores.hardMicro)],
    ["hard, macro", percent(scores.hardMacro)],
    ["final pass", percent(scores.finalPass)],
    ["seconds a query, median", seconds.median.toFixed(2)],
    ["seconds a query, most", seconds.max.toFixed(2)],
  ];
  const line = ([name, value]: readonly [string, string]) => `  ${name.padEnd(26)}${value.padStart(8)}`;
  return [
    `TravelPlanner, ${split}, ${mode}: ${scores.queries} queries; figures in %`,
    ...rows.map(line),
    "final pass that others published",
    ...ANCHORS.map(line),
    "",
  ].join("\n");
}

/** 0 when all queries had a plan, whatever it scores; 1 when some had none, 2 for arguments or data that are not right. */
export async function runTravelplanner(
  args: readonly string[],
  parts: { readText?: ReadText; stdout?: (text: string) => void; stderr?: (text: string) => void } = {},
): Promise<number> {
  const stdout = parts.stdout ?? ((text) => process.stdout.write(text));
  const stderr = parts.stderr ?? ((text) => process.stderr.write(text));
  try {
    const { isJson, ...options } = readArguments(args);
    const { readText } = parts;
    const onTrouble = (line: string) => stderr(`${line}\n`);
    const result = await runExam({ ...options, onTrouble, ...(readText === undefined ? {} : { readText }) });
    stdout(isJson ? `${JSON.stringify(result)}\n` : examTable(result));
    return result.scores.delivery === 1 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof TripwrightError)) throw error;
    stderr(`${error.message}\n`);
    return 2;
  }
}
