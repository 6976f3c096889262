/** `eval score FILE`: itineraries from anywhere against what the catalogue knows. Nothing of them is kept in the database. */
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { createProgress } from "../../server/progress.ts";
import { type CommandSession, withSession } from "../../server/session.ts";
import { isDate } from "../../trip/calendar.ts";
import { ERROR_CODES, TripwrightError } from "../../trip/errors.ts";
import type { LoggedAnswer, LogHead } from "../log/log-lines.ts";
import { readLog } from "../log/read-log.ts";
import { openLogWriter } from "../log/write-log.ts";
import { runHead } from "../run/run-head.ts";
import { SCORERS } from "../scorers/registry.ts";
import { type JudgedLine, judgeLine } from "./judge-line.ts";
import { type BadLine, type LinesRead, readLines } from "./read-lines.ts";
import { modelOf, SCORED, sampleOf, scoreItineraries } from "./score-itineraries.ts";
import { scoredText } from "./scored-text.ts";

export const SCORE_USAGE = `npm run eval -- score FILE [options]
  FILE                JSON lines: plan documents (plan --json), { "trip", "itinerary" } or { "text", "request"?,
                      "start"?, "city"?, "travelers"?, "id"? }; or one itinerary as text or Markdown
  --start DATE        date of day 1, for texts that say none
  --city NAME         the city, for texts that name none
  --today DATE        judges as on that date
  --out DIR           keeps a log there, for compare and for reports
  --json              scores, violations and broken lines as JSON`;

interface Options {
  readonly file: string;
  readonly start: string | undefined;
  readonly city: string | undefined;
  readonly today: string | undefined;
  readonly out: string | undefined;
  readonly json: boolean;
}

interface Scored {
  readonly head: LogHead;
  readonly answers: readonly LoggedAnswer[];
  readonly judged: readonly JudgedLine[];
  readonly bad: readonly BadLine[];
}

/** Answers 1 when a line was broken; whether the plans are good is what is printed, not a failure. */
export async function scoreCommand(args: readonly string[]): Promise<number> {
  const options = parsed(args);
  const log = options.out === undefined ? null : freeLog(options.out);
  const read = readLines(contentOf(options.file), options.file);
  const { say } = createProgress({ quiet: options.json });
  const scored = await withSession({ today: options.today, onProgress: say }, (session) =>
    scoreAll(read, options, session),
  );
  if (log !== null) write(log, scored);
  process.stdout.write(`${options.json ? jsonOf(options.file, scored) : textOf(scored, log)}\n`);
  for (const { number, message } of scored.bad) process.stderr.write(`line ${number}: ${message}\n`);
  return scored.bad.length > 0 ? 1 : 0;
}

async function scoreAll({ lines, bad }: LinesRead, options: Options, session: CommandSession): Promise<Scored> {
  const { toolContext, config, signal } = session;
  const startedAt = new Date().toISOString();
  const judged: JudgedLine[] = [];
  const unjudged: BadLine[] = [];
  for (const line of lines) {
    signal.throwIfAborted();
    try {
      judged.push(await judgeLine(line, options, { ...toolContext, signal }));
    } catch (error) {
      if (!(error instanceof TripwrightError) || ERROR_CODES[error.code].blame !== "caller") throw error;
      unjudged.push({ number: line.number, message: error.message });
    }
  }
  const today = toolContext.clock.today();
  const version = modelOf(judged.map(({ line }) => line));
  const about = `Itineraries of ${basename(options.file)}, judged by what the catalogue knows.`;
  const head = await runHead({
    suite: { name: "score", about, withMethods: false, samples: () => [] },
    samples: judged.map(({ line }) => sampleOf(line, today)),
    ...{ scorers: SCORERS, methods: [], model: version, modelVersion: version, prompt: "none", promptHash: "" },
    ...{ trials: 1, seed: 1, schedulerSteps: 0 },
    database: config.databaseUrl === undefined ? "embedded" : "server",
  });
  return {
    head: { ...head, startedAt, methods: [SCORED], answers: judged.length },
    answers: scoreItineraries(judged, SCORERS, today),
    judged,
    bad: [...bad, ...unjudged].sort((a, b) => a.number - b.number),
  };
}

function textOf({ head, answers, judged, bad }: Scored, log: string | null): string {
  const broken =
    bad.length > 0 ? ["", `${bad.length} of ${bad.length + judged.length} lines could not be scored:`] : [];
  return [scoredText(head, answers, judged), ...(log === null ? [] : ["", `  ${log}`]), ...broken].join("\n");
}

function jsonOf(file: string, { head, answers, judged, bad }: Scored): string {
  const itineraries = judged.map(({ line, world, unresolved, assumptions }, index) => {
    const answer = answers[index];
    return {
      ...{ line: line.number, id: line.id, passed: answer?.passed, verdict: world.verdict, scores: answer?.scores },
      ...{ unresolved, assumptions, plan: answer?.plan },
    };
  });
  return JSON.stringify({ file, head, itineraries, bad }, null, 2);
}

function write(log: string, { head, answers }: Scored): void {
  const startedAt = Date.parse(head.startedAt);
  const writer = openLogWriter(log);
  try {
    writer.write(head);
    for (const answer of answers) writer.write(answer);
    const now = new Date();
    const durationMs = now.getTime() - startedAt;
    writer.write({ line: "end", endedAt: now.toISOString(), answers: answers.length, durationMs });
  } finally {
    writer.close();
  }
}

/** A log of an earlier scoring makes room; what somebody ran a suite for stays. */
function freeLog(out: string): string {
  const log = join(out, "run.jsonl");
  mkdirSync(out, { recursive: true });
  if (!existsSync(log)) return log;
  const { suite } = readLog(log).head;
  if (suite !== "score")
    throw wrong(`Expected --out as a folder of its own, got ${out}, which holds a run of ${suite}.`);
  rmSync(log);
  return log;
}

function contentOf(file: string): string {
  let content: string;
  try {
    content = readFileSync(file, "utf8");
  } catch (cause) {
    throw new TripwrightError("invalid_input", `Expected a file that can be read, got "${file}".`, { file }, cause);
  }
  if (content.trim() !== "") return content;
  throw new TripwrightError("empty_request", `Expected an itinerary, got nothing in ${file}.`);
}

const wrong = (message: string): TripwrightError => new TripwrightError("invalid_input", message, {});

function parsed(args: readonly string[]): Options {
  const options = { start: { type: "string" }, city: { type: "string" }, today: { type: "string" } } as const;
  const more = { out: { type: "string" }, json: { type: "boolean", default: false } } as const;
  const read = (): Options => {
    const found = parseArgs({ args: [...args], allowPositionals: true, options: { ...options, ...more } });
    const { values, positionals } = found;
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) throw new Error(`Expected one file, got ${positionals.length}.`);
    if (values.start !== undefined && !isDate(values.start)) {
      throw new Error(`Expected --start as a calendar date such as 2027-05-10, got "${values.start}".`);
    }
    const { start, city, today, out, json } = values;
    return { file, start, city, today, out, json };
  };
  try {
    return read();
  } catch (error) {
    throw wrong(`${error instanceof Error ? error.message : String(error)}\n\n${SCORE_USAGE}`);
  }
}
