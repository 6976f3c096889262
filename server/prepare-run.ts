/** What whoever starts a run asks first: which model, and how much of today's allowance is left for it. */
import { DEFAULT_LIMITS, type RunLimits } from "../agents/limits.ts";
import type { PlannerModel } from "../agents/models/model.ts";
import { limitsWithinAllowance } from "./allowance.ts";
import type { Runtime, UserApplication } from "./compose.ts";

/** Throws `allowance_spent`, and as the pool of models does. */
export async function prepareRun(
  { models, config, clock }: Pick<Runtime, "models" | "config" | "clock">,
  { usage }: Pick<UserApplication, "usage">,
  choice?: string | null,
): Promise<{ model: PlannerModel; limits: RunLimits }> {
  const model = await models(choice);
  const options = { usage, allowance: config.allowance, now: () => clock.now() };
  return { model, limits: await limitsWithinAllowance(DEFAULT_LIMITS, model, options) };
}
