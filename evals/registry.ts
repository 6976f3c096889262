/** Every suite that `eval` runs over the planner, by name. A new one is a line here. */
import type { Suite } from "./suite.ts";
import { INJECTION } from "./suites/injection/injection.ts";

export const SUITES: readonly Suite[] = [INJECTION];

export function findSuite(name: string): Suite | undefined {
  return SUITES.find((suite) => suite.name === name);
}
