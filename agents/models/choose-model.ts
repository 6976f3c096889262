/**
 * From `offline`, `openai:<id>` or `compatible:<id>` to a model. SDKs are loaded only when chosen: the
 * offline model starts without them.
 */
import { TripwrightError } from "../../trip/errors.ts";
import type { PlannerModel } from "./model.ts";

export interface ModelSettings {
  /** As typed: `offline`, `openai:<model id>`, `compatible:<model id>`. */
  choice: string;
  openaiApiKey?: string | undefined;
  openaiBaseUrl?: string | undefined;
  /** Any server that speaks OpenAI's chat completions: Ollama, vLLM, LM Studio. */
  compatibleBaseUrl?: string | undefined;
  compatibleApiKey?: string | undefined;
}

const FORMS = "offline, openai:<model id> or compatible:<model id>";

function notConfigured(message: string, choice: string): TripwrightError {
  return new TripwrightError("model_not_configured", message, { choice });
}

/** Said here so that the SDK does not read the environment by itself. */
const OPENAI_BASE_URL = "https://api.openai.com/v1";

/**
 * `store: false`: a traveller's words stay no longer than they must, and a follow-up carries all it
 * needs instead of pointing at what the service may have kept (some accounts keep nothing).
 */
async function openaiModel(id: string, settings: ModelSettings): Promise<PlannerModel> {
  const { openaiApiKey: apiKey, openaiBaseUrl: baseURL } = settings;
  if (!apiKey)
    throw notConfigured(
      `Expected OPENAI_API_KEY to be set for openai:${id}, but it is not. Set it, or leave --model out to use the built-in offline model.`,
      settings.choice,
    );
  const [{ createOpenAI }, { defaultSettingsMiddleware, wrapLanguageModel }] = await Promise.all([
    import("@ai-sdk/openai"),
    import("ai"),
  ]);
  const model = wrapLanguageModel({
    model: createOpenAI({ apiKey, baseURL: baseURL || OPENAI_BASE_URL })(id),
    middleware: defaultSettingsMiddleware({ settings: { providerOptions: { openai: { store: false } } } }),
  });
  return { model, version: `openai/${id}` };
}

async function compatibleModel(id: string, settings: ModelSettings): Promise<PlannerModel> {
  const { compatibleBaseUrl: baseURL, compatibleApiKey: apiKey } = settings;
  if (!baseURL)
    throw notConfigured(
      `Expected TRIPWRIGHT_MODEL_BASE_URL for compatible:${id}, for example http://127.0.0.1:11434/v1 for Ollama, but it is not set.`,
      settings.choice,
    );
  const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible");
  const provider = createOpenAICompatible({
    name: "compatible",
    baseURL,
    includeUsage: true,
    supportsStructuredOutputs: true,
    ...(apiKey && { apiKey }),
  });
  return { model: provider(id), version: `compatible/${id}` };
}

/** Throws `model_not_configured` or `invalid_input`, naming what is missing. `today` is for the offline model. */
export async function chooseModel(settings: ModelSettings, today: () => string): Promise<PlannerModel> {
  const [provider, ...rest] = settings.choice.split(":");
  const id = rest.join(":");
  if (provider === "offline" && id === "") {
    const { createOfflineModel } = await import("./offline/offline-model.ts");
    const model = createOfflineModel({ today });
    return { model, version: model.modelId };
  }
  if (provider === "openai" && id) return openaiModel(id, settings);
  if (provider === "compatible" && id) return compatibleModel(id, settings);
  throw new TripwrightError("invalid_input", `Expected a model as ${FORMS}, got "${settings.choice}".`, {
    choice: settings.choice,
  });
}
