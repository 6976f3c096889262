/**
 * The models of one process: opened once for a choice, priced by the operator's list, so that what one run has learnt
 * of a service that fails is known to the next.
 */
import { chooseModel } from "../agents/models/choose-model.ts";
import type { PlannerModel } from "../agents/models/model.ts";
import { boundedCache } from "./bounded-cache.ts";
import type { Config } from "./config.ts";
import { loadPrices } from "./prices.ts";

/** The configured model unless a choice is given. Throws as `chooseModel` does, and for an unusable list of prices. */
export type ModelPool = (choice: string | null | undefined) => Promise<PlannerModel>;

/** Choices are few; whoever may name any gets a new one opened now and then. */
const MODELS_KEPT = 50;

export function createModelPool(
  { model, pricesFile }: Pick<Config, "model" | "pricesFile">,
  today: () => string,
): ModelPool {
  const opened = boundedCache((choice: string) => {
    const opening = loadPrices(pricesFile).then((prices) => chooseModel({ ...model, choice, prices }, today));
    return { opening };
  }, MODELS_KEPT);
  return (choice) => opened(choice ?? model.choice).opening;
}
