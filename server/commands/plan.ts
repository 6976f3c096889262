/** `tripwright plan`: from a sentence to a checked, stored plan. */

import { runPlanner } from "../../agents/run-planner.ts";
import { loadPrompt } from "../../prompts/load-prompt.ts";
import { loadPlan } from "../../tools/load-plan.ts";
import { TOOLS } from "../../tools/registry.ts";
import { TripwrightError } from "../../trip/errors.ts";
import { exportFiles, requireWritable } from "../export-files.ts";
import { prepareRun } from "../prepare-run.ts";
import { printPlan } from "../print-plan.ts";
import { createProgress } from "../progress.ts";
import { withSession } from "../session.ts";

export interface PlanOptions {
  json?: boolean;
  out?: string[];
  model?: string;
  today?: string;
}

const MAX_REQUEST_CHARACTERS = 4_000;

export function requestFrom(words: readonly string[]): string {
  const request = words.join(" ").trim();
  if (request === "") {
    throw new TripwrightError(
      "empty_request",
      'Expected a trip in your own words, got nothing. Try: npm run plan -- "4 days in Lisbon from 2027-05-10 for two, 900 EUR"',
    );
  }
  if (request.length > MAX_REQUEST_CHARACTERS) {
    throw new TripwrightError(
      "invalid_input",
      `Expected a request of at most ${MAX_REQUEST_CHARACTERS} characters, got ${request.length}. Say it shorter.`,
      { length: request.length },
    );
  }
  return request;
}

export async function planCommand(words: readonly string[], options: PlanOptions): Promise<void> {
  const request = requestFrom(words);
  const files = options.out ?? [];
  await requireWritable(files);
  const progress = createProgress({ quiet: options.json === true && !process.stderr.isTTY });
  await withSession({ today: options.today, onProgress: progress.say }, async (session) => {
    const { config, toolContext, recorder, runtime, signal } = session;
    const { model, limits } = await prepareRun(runtime, session, options.model);
    const { outcome } = await runPlanner({
      request,
      model,
      tools: TOOLS,
      toolContext,
      recorder,
      prompt: loadPrompt("planner"),
      limits,
      listener: progress.listener,
      signal,
    });
    if (outcome.kind === "not-planned") throw new TripwrightError(outcome.code, outcome.message, outcome.details);
    const plan = await loadPlan(session, outcome);
    const written = await exportFiles(plan, files, toolContext.catalogue);
    printPlan(plan, { ...options, config, written, answer: outcome.answer });
  });
}
