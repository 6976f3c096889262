/**
 * Several calls one after another, written as one piece of code. The model keeps no state between calls, so a script
 * runs anew each time: what was called before is handed back in order, and the first call without an answer is the
 * next thing to do.
 */
import { type Action, call, say, type ToolCall } from "./steps.ts";
import type { ToolUse } from "./thread.ts";

/** Yields calls made at once, gets their results in that order, and returns the words. */
export type Script<Result = string> = Generator<ToolCall[], Result, unknown[]>;

export function* callOne(name: string, input: Record<string, unknown>): Script<unknown> {
  const [result] = yield [{ name, input }];
  return result;
}

export function nextOf(script: Script, uses: readonly ToolUse[]): Action {
  let at = 0;
  let step = script.next();
  while (!step.done) {
    const calls = step.value;
    const made = uses.slice(at, at + calls.length);
    if (made.length < calls.length || made.some(({ result }) => result === undefined)) return call(calls);
    at += calls.length;
    step = script.next(made.map(({ result }) => result));
  }
  return say(step.value);
}
