/** Runs the exam: queries in, plans in the exam's submission format and its own figures out. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { JourneyOutcome } from "../../trip/schedule/journey/journey-plan.ts";
import { planJourney } from "../../trip/schedule/journey/plan-journey.ts";
import type { JourneyRequest } from "../../trip/schedule/journey/request.ts";
import type { JourneyWorld } from "../../trip/schedule/journey/world.ts";
import type { KnownPlaces } from "../../trip/text/journey/journey-names.ts";
import { readJourney } from "../../trip/text/journey/read-journey.ts";
import { type ExamScores, evaluatePlans, type JudgedPlan } from "./evaluate.ts";
import { examWorld } from "./exam-world.ts";
import { type ExamQuery, readQuery } from "./query.ts";
import { sandboxOf } from "./sandbox.ts";
import { type SubmittedPlan, submittedPlan } from "./submission.ts";
import { readDataFile, readTables } from "./tables.ts";

export type Split = "train" | "validation";
export type ExamMode = "structured" | "text";
export type ReadText = (text: string, known: KnownPlaces) => JourneyRequest | { error: string };

export interface ExamOptions {
  data: string;
  split: Split;
  mode: ExamMode;
  out: string;
  limit?: number;
  /** Makes a request of the English alone; the journeys' own reader unless given. */
  readText?: ReadText;
  onProgress?: (done: number, of: number) => void;
  /** One line for each query that cannot be read or planned. */
  onTrouble?: (line: string) => void;
}

export interface ExamRecord extends JudgedPlan {
  seconds: number;
  cost: number | null;
  cheapest: number | null;
  /** Why there is no plan. */
  reason: string | null;
}

export interface ExamResult {
  split: Split;
  mode: ExamMode;
  scores: ExamScores;
  seconds: { median: number; max: number };
  records: ExamRecord[];
}

interface Answer {
  query: ExamQuery | null;
  submitted: SubmittedPlan;
  outcome: JourneyOutcome | { kind: "unreadable"; reason: string };
  seconds: number;
}

function requestFor(
  query: ExamQuery,
  { mode, readText = readJourney }: ExamOptions,
  world: JourneyWorld,
): JourneyRequest | { error: string } {
  if (mode === "structured") return query.request;
  const known = { isCity: world.hasCity, isState: (name: string) => world.citiesOf(name).length > 0 };
  return readText(query.text, known);
}

/** What the file says of a line that is no query, so that its plan can be told from others. */
function identityOf(line: string, position: number): { idx: number; query: string } {
  const idx = /"idx":\s*(\d+)/.exec(line)?.[1];
  return { idx: idx === undefined ? position : Number(idx), query: "" };
}

export async function runExam(options: ExamOptions): Promise<ExamResult> {
  const sandbox = sandboxOf(await readTables(options.data));
  const world = examWorld(sandbox);
  const text = await readDataFile(options.data, `${options.split}.jsonl`);
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const asked = lines.slice(0, options.limit ?? lines.length);
  const answers = asked.map((line, index): Answer => {
    const answer = answerLine(line, index + 1);
    if (answer.outcome.kind !== "planned") {
      options.onTrouble?.(
        `${options.split}.jsonl line ${index + 1} (idx ${answer.submitted.idx}): ${answer.outcome.reason}`,
      );
    }
    options.onProgress?.(index + 1, asked.length);
    return answer;
  });
  const { scores, judged } = evaluatePlans(
    answers.map((answer) => answer.query),
    answers.map((answer) => answer.submitted),
    sandbox,
  );
  const records = answers.flatMap((answer, index) => {
    const verdict = judged[index];
    return verdict === undefined ? [] : [recordOf(answer, verdict)];
  });
  const result = { split: options.split, mode: options.mode, scores, seconds: spread(answers), records };
  await writeOut(options.out, answers, result);
  return result;

  function answerLine(line: string, position: number): Answer {
    const began = performance.now();
    const query = readQuery(line, position);
    const request = "error" in query ? query : requestFor(query, options, world);
    const outcome =
      "error" in request ? { kind: "unreadable" as const, reason: request.error } : planJourney(world, request);
    const seconds = (performance.now() - began) / 1000;
    const identity = "error" in query ? identityOf(line, position) : { idx: query.idx, query: query.text };
    const plan = outcome.kind === "planned" ? submittedPlan(outcome.plan) : [];
    return { query: "error" in query ? null : query, submitted: { ...identity, plan }, outcome, seconds };
  }
}

function recordOf({ outcome, seconds }: Answer, verdict: JudgedPlan): ExamRecord {
  const isPlanned = outcome.kind === "planned";
  return {
    ...verdict,
    seconds: Math.round(seconds * 1000) / 1000,
    cost: isPlanned ? outcome.plan.cost : null,
    cheapest: isPlanned ? outcome.cheapest : null,
    reason: isPlanned ? null : reasonOf(outcome),
  };
}

function reasonOf(outcome: Exclude<Answer["outcome"], { kind: "planned" }>): string {
  const [cheapest] = outcome.kind === "impossible" ? outcome.relaxations : [];
  return cheapest === undefined
    ? outcome.reason
    : `${outcome.reason}; giving up ${cheapest.giveUp} makes it possible for ${cheapest.cost}`;
}

function spread(answers: readonly Answer[]): { median: number; max: number } {
  const sorted = answers.map((answer) => answer.seconds).sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, max: sorted.at(-1) ?? 0 };
}

async function writeOut(out: string, answers: readonly Answer[], result: ExamResult): Promise<void> {
  await mkdir(out, { recursive: true });
  const plans = answers.map((answer) => `${JSON.stringify(answer.submitted)}\n`).join("");
  await writeFile(join(out, "plans.jsonl"), plans);
  await writeFile(join(out, "exam.json"), `${JSON.stringify(result, null, 2)}\n`);
}
