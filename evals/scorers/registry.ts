/** Every scorer, in the order of reports: is there a plan, does it hold, is it good, is it honest, what did it take. */
import type { Scorer } from "../scorer.ts";
import { budgetError, budgetUse } from "./budget.ts";
import { commonsenseMacro, commonsenseMicro, finalPass, hardMacro, hardMicro } from "./constraint-rates.ts";
import { delivery } from "./delivery.ts";
import { cost, latency, tokens } from "./effort.ts";
import { hoursKept, hoursViolations } from "./hours.ts";
import { mustSees } from "./must-sees.ts";
import { travelFeasibility } from "./travel-feasibility.ts";

export const SCORERS: readonly Scorer[] = [
  delivery,
  finalPass,
  commonsenseMicro,
  commonsenseMacro,
  hardMicro,
  hardMacro,
  hoursViolations,
  hoursKept,
  travelFeasibility,
  mustSees,
  budgetUse,
  budgetError,
  tokens,
  cost,
  latency,
];
