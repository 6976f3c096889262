/** `eval SUITE`: opens everything, runs what is not answered yet, keeps it, reports, and holds it to its baseline. */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { DEFAULT_LIMITS } from "../../agents/limits.ts";
import { createEvaluationStore } from "../../db/stores/evaluation-store.ts";
import { ensureEvaluationUser } from "../../db/stores/users.ts";
import { loadPrompt, type Prompt, promptFrom } from "../../prompts/load-prompt.ts";
import { createProgressBar } from "../../server/progress-bar.ts";
import { DEFAULT_BUDGET } from "../../server/scheduler.ts";
import { type CommandSession, withSession } from "../../server/session.ts";
import { TripwrightError } from "../../trip/errors.ts";
import type { LoggedAnswer, LogHead, RunLog } from "../log/log-lines.ts";
import { readLog } from "../log/read-log.ts";
import { METHODS } from "../methods/registry.ts";
import { parseRunOptions, type RunOptions } from "../options.ts";
import { withPlants } from "../plant/with-plants.ts";
import { findSuite, SUITES } from "../registry.ts";
import { writeReports } from "../report/write-reports.ts";
import type { Sample } from "../sample.ts";
import { SCORERS } from "../scorers/registry.ts";
import { openPlanner } from "../solvers/open-planner.ts";
import { openPlainModel, PLAIN_MODEL } from "../solvers/plain-model.ts";
import type { Suite } from "../suite.ts";
import { baselineFile, baselineOf, belowBaseline, readBaseline, writeBaseline } from "./baseline.ts";
import { PLANNER } from "./judge.ts";
import { totalsText } from "./print-totals.ts";
import { runHead } from "./run-head.ts";
import { openKeeper } from "./run-keeper.ts";
import { answerKey, runSuite } from "./run-suite.ts";
import { methodTotals } from "./totals.ts";

export async function suiteCommand(args: readonly string[]): Promise<number> {
  const options = parseRunOptions(args);
  const suite = findSuite(options.suite);
  if (!suite) {
    const known = [...SUITES.map(({ name }) => name), "toptw", "travelplanner"].join(", ");
    throw new TripwrightError("invalid_input", `Expected one of the suites ${known}, got "${options.suite}".`, {});
  }
  const samples = chosen(suite, options);
  const log = await withSession({ onProgress: say }, (session) => runInto(options, { suite, samples, session }));
  const files = Object.values(await writeReports(log, options.out));
  return conclude(log, options, files);
}

const say = (message: string): void => {
  process.stderr.write(`· ${message}\n`);
};

/** Twins come with those they are twins of. */
function chosen(suite: Suite, { only, seed }: RunOptions): readonly Sample[] {
  const samples = suite.samples({ seed });
  if (only === null) return samples;
  const wanted = samples.filter(({ id, tags }) => id.includes(only) || tags.includes(only));
  const kin = new Set(wanted.flatMap(({ id, relatives }) => [id, ...Object.values(relatives ?? {})]));
  if (kin.size > 0) return samples.filter(({ id }) => kin.has(id));
  throw new TripwrightError("invalid_input", `Expected --only as part of an id or tag, got "${only}": nothing has it.`);
}

interface Opened {
  suite: Suite;
  samples: readonly Sample[];
  session: CommandSession;
}

async function runInto(options: RunOptions, { suite, samples, session }: Opened): Promise<RunLog> {
  const { runtime, signal, config } = session;
  const userId = await ensureEvaluationUser(runtime.database);
  const application = runtime.forUser(userId);
  const model = await runtime.models(options.model);
  const prompt = promptOf(options.prompt);
  const schedulerSteps = config.schedulerSteps ?? DEFAULT_BUDGET.steps;
  const methods = suite.withMethods ? METHODS : [];
  const plain = { context: application.toolContext, model, limits: DEFAULT_LIMITS, signal };
  const plainModel = options.plain ? openPlainModel(plain) : undefined;
  const besides = [...methods.map(({ name }) => name), ...(plainModel ? [PLAIN_MODEL] : [])];
  const asked = await runHead({
    ...{ suite, samples, scorers: SCORERS, methods: besides, schedulerSteps },
    ...{ model: options.model ?? "offline", modelVersion: model.version, trials: options.trials, seed: options.seed },
    ...{ prompt: options.prompt === null ? "planner" : basename(options.prompt), promptHash: prompt.hash },
    database: config.databaseUrl === undefined ? "embedded" : "server",
  });
  const file = join(options.out, "run.jsonl");
  const before = takenUp(file, asked);
  const head = before?.head ?? asked;
  const answers = [...(before?.answers ?? [])];
  const store = createEvaluationStore({ db: runtime.database, userId });
  const keeper = await openKeeper(file, { head, before: answers, store });
  const progress = showProgress(answers, samples.length * options.trials);
  const startedAt = performance.now();
  try {
    await runSuite({
      ...{ samples, methods, plainModel, scorers: SCORERS, trials: options.trials, seed: options.seed, signal },
      concurrency: options.concurrency,
      planner: openPlanner({
        ...{ runtime, application, model, prompt, limits: DEFAULT_LIMITS, schedulerSteps, signal },
        decorate: (context, { plants = [] }) => (plants.length > 0 ? withPlants(context, plants) : context),
      }),
      answered: new Set(answers.map(answerKey)),
      onAnswer: (answer) => {
        keeper.keep(answer);
        answers.push(answer);
        progress.show(answer);
      },
    });
    const durationMs = Math.round(performance.now() - startedAt);
    const end = { line: "end", endedAt: new Date().toISOString(), answers: answers.length, durationMs } as const;
    await keeper.end(end);
    return { head, answers, end };
  } finally {
    progress.end();
    keeper.close();
  }
}

/** Of the planner's answers: plain methods take no time. */
function showProgress(
  before: readonly LoggedAnswer[],
  expected: number,
): { show(answer: LoggedAnswer): void; end(): void } {
  const planned = before.filter(({ method }) => method === PLANNER);
  const startedAt = performance.now();
  const atFirst = planned.length;
  let done = atFirst;
  let passed = planned.filter((answer) => answer.passed).length;
  if (done > 0) say(`${done} of ${expected} are answered already`);
  const bar = createProgressBar({ quiet: false });
  return {
    show: (answer) => {
      if (answer.method !== PLANNER) return;
      done += 1;
      passed += answer.passed ? 1 : 0;
      const each = (performance.now() - startedAt) / (done - atFirst);
      bar.show({ done: done / expected, text: `${passed} of ${done} hold`, remainingMs: each * (expected - done) });
    },
    end: () => bar.end(),
  };
}

function promptOf(file: string | null): Prompt {
  if (file === null) return loadPrompt("planner");
  try {
    return promptFrom(file, readFileSync(file, "utf8"));
  } catch {
    throw new TripwrightError("invalid_input", `Expected --prompt as a Markdown file, got ${file}: it cannot be read.`);
  }
}

/** What was interrupted, if it was the same run; a finished log makes room, another run's is left alone. */
function takenUp(file: string, head: LogHead): RunLog | null {
  if (!existsSync(file)) return null;
  const before = readLog(file);
  if (before.end !== null) {
    rmSync(file);
    return null;
  }
  const same = (one: LogHead): string =>
    JSON.stringify([one.suite, one.model, one.promptHash, one.trials, one.seed, one.methods, one.hashes, one.answers]);
  if (same(before.head) === same(head)) return before;
  throw new TripwrightError(
    "invalid_input",
    `Expected ${file} to be this run's, got an interrupted run of ${before.head.suite} that differs from it. Give another --out, or delete it.`,
  );
}

function conclude(log: RunLog, options: RunOptions, files: readonly string[]): number {
  const file = options.baseline ?? baselineFile(options.suite);
  const now = baselineOf(log);
  const isWhole = options.only === null;
  const before = isWhole && !options.writeBaseline ? readBaseline(file) : null;
  const below = before ? belowBaseline(now, before, log) : [];
  if (options.json) {
    const summary = { head: log.head, methods: methodTotals(log), failing: now.failing, below, files };
    process.stdout.write(`${JSON.stringify(summary, null, 2)}\n`);
  } else process.stdout.write(`${summaryText(log, files, now.failing)}\n`);
  if (options.writeBaseline) {
    writeBaseline(file, now);
    say(`kept as the baseline: ${file}`);
    return 0;
  }
  for (const line of below) process.stderr.write(`below the baseline: ${line}\n`);
  if (before && below.length === 0) say(`not below its baseline (${before.passed} of ${before.answers})`);
  return below.length > 0 ? 1 : 0;
}

const MOST_NAMED = 30;

function summaryText(log: RunLog, files: readonly string[], failing: readonly string[]): string {
  const { head, end } = log;
  const seconds = end ? `${(end.durationMs / 1000).toFixed(0)} s` : "interrupted";
  const named = failing.slice(0, MOST_NAMED).map((sample) => `  ${sample}`);
  const more = failing.length > MOST_NAMED ? [`  and ${failing.length - MOST_NAMED} more`] : [];
  return [
    `${head.suite} · ${head.modelVersion} · prompt ${head.promptHash} · ${seconds}`,
    "",
    totalsText(log),
    "",
    ...(failing.length > 0 ? [`Not all held in ${failing.length}:`, ...named, ...more, ""] : []),
    ...files.map((name) => `  ${name}`),
  ].join("\n");
}
