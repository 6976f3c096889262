/** The checker's word on a plan, as demands of a sample: no errors at all, or none of a kind. */

import type { VIOLATION_SEVERITY, ViolationCode } from "../../trip/verdict.ts";
import { type Expectation, finding } from "../expectation.ts";
import { lastTurn } from "../scene.ts";
import { onPlan, visits } from "./reading.ts";

export function noErrors(): Expectation {
  return onPlan("no errors", "rules", ({ verdict }) => {
    const errors = verdict.violations.filter(({ severity }) => severity === "error");
    const said = errors.map(({ code, path, message }) => `${code} at ${path || "the plan"}: ${message}`);
    return finding(errors.length === 0, errors.length === 0 ? "none" : said.join("; "));
  });
}

const KINDS: Partial<Record<ViolationCode, string>> = {
  closed_day: "hours",
  outside_hours: "hours",
  after_last_entry: "hours",
  unknown_hours: "hours",
  meal_missing: "meals",
  meal_time_odd: "meals",
  diet_unmet: "diet",
  accessibility_unmet: "access",
  unknown_accessibility: "access",
  budget_exceeded: "budget",
  budget_at_risk: "budget",
  pace_exceeded: "pace",
  travel_too_short: "travel",
};

export function noViolation(code: ViolationCode): Expectation {
  return onPlan(`no ${code.replaceAll("_", " ")}`, KINDS[code] ?? "rules", ({ verdict }) => {
    const found = verdict.violations.filter((each) => each.code === code);
    return finding(found.length === 0, found.length === 0 ? "none" : found.map(({ message }) => message).join("; "));
  });
}

const HOURS_CODES = [
  "closed_day",
  "outside_hours",
  "after_last_entry",
] as const satisfies (keyof typeof VIOLATION_SEVERITY)[];

/** Every door open when somebody stands before it. Says nothing of a plan without visits. */
export function everyDoorOpen(): Expectation {
  return onPlan("every door is open", "hours", (world) => {
    const shut = world.verdict.violations.filter(({ code }) => HOURS_CODES.some((each) => each === code));
    const { length } = visits(world);
    const said = shut.map(({ message }) => message).join("; ");
    return finding(shut.length === 0 && length > 0, shut.length > 0 ? said : `${length} visits, all in time`);
  });
}

/** What the checker is not sure of is passed on; where it has no such doubt there is nothing to tell. */
export function tells(code: ViolationCode, words: RegExp): Expectation {
  return onPlan(`the answer tells of ${code.replaceAll("_", " ")}`, "answer", ({ verdict }, scene) => {
    const found = verdict.violations.filter((each) => each.code === code);
    const answer = lastTurn(scene)?.answer ?? "";
    return finding(found.length === 0 || words.test(answer), `${found.length} found; answer: ${answer.slice(0, 120)}`);
  });
}
