/** The one seam to a language model: whichever it is, the graph sees an AI SDK model and a name to record. */
import type { LanguageModel } from "ai";

export interface PlannerModel {
  model: Exclude<LanguageModel, string>;
  /** Recorded with every run until the service reports something more exact, e.g. `openai/gpt-5`. */
  version: string;
}
