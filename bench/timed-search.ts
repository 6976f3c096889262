/**
 * Drives the stepped search by the clock. The search cools down over the steps it was promised, so a
 * short probe first learns how many steps fit; the search proper then has what is left of the time.
 */
import type { Problem } from "../trip/schedule/problem.ts";
import { createSearch } from "../trip/schedule/search.ts";
import type { Search, Solution } from "../trip/schedule/solution.ts";

export interface TimedRun {
  readonly solution: Solution;
  /** From before the first search is created. */
  readonly ms: number;
  readonly steps: number;
}

const PROBE_SHARE = 0.05;
/** What the probe is promised before anything is known. Too many only leaves it warm. */
const PROBE_STEPS_PER_MS = 20;
const LOOK_AT_CLOCK_EACH_MS = 0.5;
/** Where creating takes longer than this share of the time, there is no second search: the probe goes on. */
const CREATION_SHARE = 0.2;
/** A search that ends before this share of its time was promised too few steps: another seed has the rest. */
const WORTH_ANOTHER = 0.1;

export function timedSearch(problem: Problem, ms: number): TimedRun {
  const began = performance.now();
  const deadline = began + ms;
  const probe = createSearch(problem, { steps: Math.max(1, Math.round(ms * PROBE_SHARE * PROBE_STEPS_PER_MS)) });
  const isCostly = performance.now() - began > ms * CREATION_SHARE;
  let perMs = runUntil(probe, isCostly ? deadline : began + ms * PROBE_SHARE, PROBE_STEPS_PER_MS);
  let best = probe.solution();
  let steps = probe.steps;
  for (let again = 0; deadline - performance.now() > ms * WORTH_ANOTHER; again++) {
    const promised = Math.max(1, Math.floor(perMs * (deadline - performance.now())));
    const search = createSearch({ ...problem, seed: problem.seed + again }, { steps: promised });
    perMs = runUntil(search, deadline, perMs);
    const found = search.solution();
    if (found.score > best.score) best = found;
    steps += search.steps;
  }
  return { solution: best, ms: performance.now() - began, steps };
}

/** Steps until the deadline or the end, whichever is first; answers the steps per millisecond seen. */
function runUntil(search: Search, deadline: number, guess: number): number {
  const began = performance.now();
  let perMs = guess;
  for (let now = began; now < deadline && !search.isDone; now = performance.now()) {
    if (now > began) perMs = search.steps / (now - began);
    search.step(Math.max(1, Math.floor(perMs * Math.min(LOOK_AT_CLOCK_EACH_MS, deadline - now))));
  }
  return Math.max(0.01, search.steps / Math.max(0.01, performance.now() - began));
}
