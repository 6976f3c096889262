/** What a person (or, with --json, a program) is told when a command cannot do what was asked. */

import { TripwrightError } from "../trip/errors.ts";
import type { PlanError } from "../trip/plan-document.ts";
import { isDebugging } from "./config.ts";
import { renderPlanError } from "./render/render-plan-error.ts";

/** Anything that is not ours is a defect of ours: its text may hold secrets and stays out of the output. */
function known(error: unknown): TripwrightError {
  if (error instanceof TripwrightError) return error;
  const name = error instanceof Error ? error.name : typeof error;
  return new TripwrightError(
    "internal",
    `Something inside Tripwright went wrong (${name}). TRIPWRIGHT_DEBUG=1 shows where.`,
  );
}

export function printFailure(error: unknown, { json }: { json: boolean }): void {
  const { code, message, details } = known(error);
  if (json) {
    const document: PlanError = { error: { code, message, details } };
    process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  } else process.stderr.write(`${renderPlanError({ code, message, details }, { width: Number.MAX_SAFE_INTEGER })}\n`);
  if (isDebugging()) process.stderr.write(`${traceOf(error)}\n`);
}

function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? String(error.stack) : `${error.stack}\nCaused by: ${traceOf(error.cause)}`;
}
