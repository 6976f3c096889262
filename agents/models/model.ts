/**
 * The one seam to a language model: whichever it is, the graph sees an AI SDK model, a name to record, and who takes
 * over when it fails. Calls go through `stream-model.ts`.
 */
import type { JSONObject, LanguageModelV4, LanguageModelV4CallOptions } from "@ai-sdk/provider";
import type { PriceTable } from "./prices.ts";

export type ReasoningEffort = NonNullable<LanguageModelV4CallOptions["reasoning"]>;

/** What a service is told beside the words, as the AI SDK names it. */
export interface CallSettings {
  providerOptions?: Record<string, JSONObject>;
  /** Of the instructions alone. */
  instructionOptions?: Record<string, JSONObject>;
  reasoning?: ReasoningEffort;
}

export interface PlannerModel {
  model: LanguageModelV4;
  /** Recorded with every run until the service reports something more exact, e.g. `openai/gpt-5`. */
  version: string;
  /** Calls with the same prompt begin with the same words: a service may keep them ready under its hash. */
  settingsFor?: ((call: { promptHash: string }) => CallSettings) | undefined;
  /** The built-in list unless given. */
  prices?: PriceTable | undefined;
  /** Take a call over, in this order, when it fails before it has said anything. */
  fallbacks?: readonly PlannerModel[] | undefined;
  /** For the one that is a program itself; the others are shown of a tool's result what tells them something. */
  readsWholeResults?: boolean | undefined;
}

/** The service and the model's id there, of `openai/gpt-5` or `compatible/org/model`. */
export function partsOfVersion(version: string): { provider: string; id: string } {
  const [provider = "", ...rest] = version.split("/");
  return { provider, id: rest.join("/") };
}

/** `openai/gpt-5` asked for, `gpt-5-2026-08-01` answered: the second is what produced the plan. */
export function reportedVersion(asked: string, reported: string | undefined): string {
  const { provider } = partsOfVersion(asked);
  if (!reported) return asked;
  return reported.startsWith(`${provider}/`) ? reported : `${provider}/${reported}`;
}
