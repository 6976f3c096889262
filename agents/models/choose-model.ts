/** From `openai:gpt-5,compatible:llama3,offline` to a model and those that take over when it fails, in this order. */
import { TripwrightError } from "../../trip/errors.ts";
import type { PlannerModel, ReasoningEffort } from "./model.ts";
import {
  MODEL_PROVIDER_NAMES,
  MODEL_PROVIDERS,
  type ModelProviderName,
  type ServiceSettings,
} from "./model-providers.ts";
import type { PriceTable } from "./prices.ts";

export interface ModelSettings {
  /** As typed: `offline`, `<provider>:<model id>`, or several of them in the order of their turn, with commas. */
  choice: string;
  openaiApiKey?: string | undefined;
  openaiBaseUrl?: string | undefined;
  /** Any server that speaks OpenAI's chat completions: Ollama, vLLM, LM Studio. */
  compatibleBaseUrl?: string | undefined;
  compatibleApiKey?: string | undefined;
  /** The others of the registry. */
  services?: Partial<Record<ModelProviderName, ServiceSettings>> | undefined;
  /** How long models that can think may think; each provider's own default unless given. */
  reasoning?: ReasoningEffort | undefined;
  prices?: PriceTable | undefined;
}

const FORMS = ["offline", ...MODEL_PROVIDER_NAMES.map((name) => `${name}:<model id>`)]
  .join(", ")
  .replace(/, (?=[^,]*$)/, " or ");
const EXAMPLES: Partial<Record<ModelProviderName, string>> = {
  compatible: ", for example http://127.0.0.1:11434/v1 for Ollama",
};

function isProvider(name: string): name is ModelProviderName {
  return Object.hasOwn(MODEL_PROVIDERS, name);
}

function serviceOf(provider: ModelProviderName, settings: ModelSettings): ServiceSettings {
  const { openaiApiKey, openaiBaseUrl, compatibleApiKey, compatibleBaseUrl } = settings;
  if (provider === "openai") return { apiKey: openaiApiKey, baseUrl: openaiBaseUrl };
  if (provider === "compatible") return { apiKey: compatibleApiKey, baseUrl: compatibleBaseUrl };
  return settings.services?.[provider] ?? {};
}

function notSet(variable: string, provider: ModelProviderName, choice: string): TripwrightError {
  const example = EXAMPLES[provider] ?? "";
  const message = `Expected ${variable} to be set for ${choice}${example}, but it is not. Set it, or leave --model out to use the built-in offline model.`;
  return new TripwrightError("model_not_configured", message, { choice });
}

async function openModel(provider: ModelProviderName, id: string, settings: ModelSettings): Promise<PlannerModel> {
  const known = MODEL_PROVIDERS[provider];
  const { apiKey, baseUrl } = serviceOf(provider, settings);
  const baseURL = baseUrl || known.baseUrl;
  if (!baseURL) throw notSet(known.baseUrlVariable, provider, `${provider}:${id}`);
  if (!apiKey && known.baseUrl !== null) throw notSet(known.keyVariable, provider, `${provider}:${id}`);
  const { reasoning: effort, prices } = settings;
  return {
    model: await known.open(id, { apiKey: apiKey ?? "", baseURL }),
    version: `${provider}/${id}`,
    settingsFor: ({ promptHash }) => known.settingsFor?.({ promptHash, effort }) ?? {},
    prices,
  };
}

async function chooseOne(choice: string, settings: ModelSettings, today: () => string): Promise<PlannerModel> {
  const [provider = "", ...rest] = choice.split(":");
  const id = rest.join(":");
  if (provider === "offline" && id === "") {
    const { createOfflineModel } = await import("./offline/offline-model.ts");
    const model = createOfflineModel({ today });
    return { model, version: model.modelId, readsWholeResults: true };
  }
  if (isProvider(provider) && id) return openModel(provider, id, settings);
  throw new TripwrightError("invalid_input", `Expected a model as ${FORMS}, got "${choice}".`, { choice });
}

/**
 * All of them are made ready at once, so that a missing key shows before the day it is needed. Throws
 * `model_not_configured` or `invalid_input`, naming what is missing. `today` is for the offline model.
 */
export async function chooseModel(settings: ModelSettings, today: () => string): Promise<PlannerModel> {
  const choices = settings.choice.split(",").map((choice) => choice.trim());
  const twice = choices.find((choice, index) => choices.indexOf(choice) !== index);
  if (twice !== undefined) {
    const message = `Expected every model once, got "${twice}" twice in "${settings.choice}".`;
    throw new TripwrightError("invalid_input", message, { choice: settings.choice });
  }
  const [first, ...fallbacks] = await Promise.all(choices.map((choice) => chooseOne(choice, settings, today)));
  if (!first) throw new TripwrightError("internal", "A choice of models came to none.");
  return fallbacks.length > 0 ? { ...first, fallbacks } : first;
}
