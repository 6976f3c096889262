/** What a run came to: a stored plan, or the reason why there is none, as a code and a paragraph. */

import { z } from "zod";
import type { ToolResult } from "../tools/tool.ts";
import { ERROR_CODES, type ErrorCode } from "../trip/errors.ts";
import type { PlannerStateValue, ToolRecord } from "./state.ts";

export type PlannerOutcome =
  | { kind: "planned"; tripId: string; version: number; answer: string }
  | { kind: "not-planned"; code: ErrorCode; message: string; details: Record<string, unknown> };

/** In a conversation an answer is enough: a question, a report, a word about the plan. */
export type TurnOutcome = PlannerOutcome | { kind: "answered"; answer: string };

type ToolError = NonNullable<ToolResult["error"]>;

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(ERROR_CODES, code);

/** The last refusal that still stands: not one that a later call of the same tool made good, nor a slip of the model. */
function standingRefusal(records: readonly ToolRecord[]): { error: ToolError; code: ErrorCode } | null {
  for (const [index, { name, result }] of [...records.entries()].reverse()) {
    const { error } = result;
    const code = error && (isErrorCode(error.code) ? error.code : "internal");
    if (!error || !code || ERROR_CODES[code].blame === "model") continue;
    const isMadeGood = records.slice(index + 1).some((later) => later.name === name && !later.result.error);
    if (!isMadeGood) return { error, code };
  }
  return null;
}

const bestHitSchema = z.looseObject({ cities: z.array(z.object({ match: z.string() })).min(1) });

/** A similar spelling that the model did not go on with is no find. */
function isFound(result: ToolResult): boolean {
  const found = bestHitSchema.safeParse(result);
  return found.success && found.data.cities[0]?.match !== "fuzzy";
}

type Ended = Pick<PlannerStateValue, "plan" | "answer"> & { toolRecords: readonly ToolRecord[] };

/** What a tool refused is why there is no plan; else the model found something missing. */
export function outcomeOf({ plan, answer, toolRecords }: Ended): PlannerOutcome {
  if (plan) return { kind: "planned", ...plan, answer };
  const refused = standingRefusal(toolRecords);
  if (refused) {
    const { code, error } = refused;
    return { kind: "not-planned", code, message: error.message, details: error.details };
  }
  const unfound = toolRecords.filter(({ name, result }) => name === "search_cities" && !isFound(result));
  const code = unfound.length > 0 ? "city_not_found" : "needs_input";
  const asked = unfound.map(({ result }) => result.request.query);
  const message = answer || "There was not enough to plan with. Say where, when and for how many.";
  return { kind: "not-planned", code, message, details: unfound.length > 0 ? { cities: asked } : {} };
}
