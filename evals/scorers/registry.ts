/** Every scorer, in the order of reports: is there a plan, does it hold, is it good, is it honest, what did it take. */
import type { Scorer } from "../scorer.ts";
import { answerPlan } from "./answer-plan.ts";
import { backtracking } from "./backtracking.ts";
import { crowd, offBeat } from "./beaten-path.ts";
import { budgetError, budgetUse } from "./budget.ts";
import { commonsenseMacro, commonsenseMicro, finalPass, hardMacro, hardMicro } from "./constraint-rates.ts";
import { delivery } from "./delivery.ts";
import { diversity } from "./diversity.ts";
import { cost, latency, tokens } from "./effort.ts";
import { answerGrounding, placeGrounding, priceGrounding } from "./grounding.ts";
import { hoursKept, hoursViolations } from "./hours.ts";
import { interestCaptured } from "./interest-captured.ts";
import { meals } from "./meals.ts";
import { mustSees } from "./must-sees.ts";
import { pace } from "./pace.ts";
import { stability } from "./stability.ts";
import { accessibility, diet } from "./suitability.ts";
import { toolCalls, toolCallsFailed, toolCallsNeeded, toolCallsWasted } from "./tool-calls.ts";
import { travelFeasibility } from "./travel-feasibility.ts";

export const SCORERS: readonly Scorer[] = [
  ...[delivery, finalPass, commonsenseMicro, commonsenseMacro, hardMicro, hardMacro],
  ...[hoursViolations, hoursKept, travelFeasibility, backtracking, pace, meals],
  ...[interestCaptured, mustSees, diversity, offBeat, crowd],
  ...[diet, accessibility, budgetUse, budgetError],
  ...[placeGrounding, priceGrounding, answerGrounding, answerPlan, stability],
  ...[tokens, cost, latency, toolCalls, toolCallsNeeded, toolCallsWasted, toolCallsFailed],
];
