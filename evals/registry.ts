/** Every suite that `eval` runs over the planner, by name. A new one is a line here. */
import type { Suite } from "./suite.ts";
import { GOLDEN } from "./suites/golden/golden.ts";
import { INJECTION } from "./suites/injection/injection.ts";
import { METAMORPHIC } from "./suites/metamorphic/metamorphic.ts";
import { SMOKE } from "./suites/smoke.ts";

export const SUITES: readonly Suite[] = [GOLDEN, METAMORPHIC, INJECTION, SMOKE];

export function findSuite(name: string): Suite | undefined {
  return SUITES.find((suite) => suite.name === name);
}
