/**
 * The registry of model services: one more is one line. SDKs are loaded only when chosen, and every base URL is said
 * here, so that no SDK reads the environment by itself.
 */
import type { LanguageModelV4 } from "@ai-sdk/provider";
import type { CallSettings, ReasoningEffort } from "./model.ts";

export interface ServiceSettings {
  apiKey?: string | undefined;
  baseUrl?: string | undefined;
}

interface Access {
  apiKey: string;
  baseURL: string;
}

export interface ModelProvider {
  /** Names of settings, for messages and for whoever reads them. */
  keyVariable: string;
  baseUrlVariable: string;
  /** `null` where only the settings can say it; a key is then not always needed. */
  baseUrl: string | null;
  open(id: string, access: Access): Promise<LanguageModelV4>;
  /** What effort and caching look like here; `effort` is the one configured. */
  settingsFor?(call: { promptHash: string; effort: ReasoningEffort | undefined }): CallSettings;
}

/**
 * `store: false`: a traveller's words stay no longer than they must, and a follow-up carries all it
 * needs instead of pointing at what the service may have kept (some accounts keep nothing).
 */
async function openaiModel(id: string, access: Access): Promise<LanguageModelV4> {
  const [{ createOpenAI }, { defaultSettingsMiddleware, wrapLanguageModel }] = await Promise.all([
    import("@ai-sdk/openai"),
    import("ai"),
  ]);
  return wrapLanguageModel({
    model: createOpenAI(access)(id),
    middleware: defaultSettingsMiddleware({ settings: { providerOptions: { openai: { store: false } } } }),
  });
}

async function compatibleModel(id: string, { apiKey, baseURL }: Access): Promise<LanguageModelV4> {
  const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible");
  const settings = { name: "compatible", baseURL, includeUsage: true, supportsStructuredOutputs: true };
  return createOpenAICompatible({ ...settings, ...(apiKey && { apiKey }) })(id);
}

const withEffort = (reasoning: ReasoningEffort | undefined): CallSettings => (reasoning ? { reasoning } : {});

/** Planning is the scheduler's work: a model that may think is asked to think little, unless configured. */
const LOW = "low";
const CACHED = { anthropic: { cacheControl: { type: "ephemeral" } } };

const PROVIDERS = {
  openai: {
    keyVariable: "OPENAI_API_KEY",
    baseUrlVariable: "OPENAI_BASE_URL",
    baseUrl: "https://api.openai.com/v1",
    open: openaiModel,
    settingsFor: ({ promptHash, effort }) => ({
      providerOptions: { openai: { promptCacheKey: `tripwright-${promptHash}` } },
      ...withEffort(effort ?? LOW),
    }),
  },
  compatible: {
    keyVariable: "TRIPWRIGHT_MODEL_API_KEY",
    baseUrlVariable: "TRIPWRIGHT_MODEL_BASE_URL",
    baseUrl: null,
    open: compatibleModel,
    settingsFor: ({ effort }) => withEffort(effort),
  },
  anthropic: {
    keyVariable: "ANTHROPIC_API_KEY",
    baseUrlVariable: "ANTHROPIC_BASE_URL",
    baseUrl: "https://api.anthropic.com/v1",
    open: async (id, access) => (await import("@ai-sdk/anthropic")).createAnthropic(access)(id),
    // Tools and instructions for everybody, and what this thread has said so far, for its next step.
    settingsFor: ({ effort }) => ({ instructionOptions: CACHED, providerOptions: CACHED, ...withEffort(effort) }),
  },
  google: {
    keyVariable: "GOOGLE_GENERATIVE_AI_API_KEY",
    baseUrlVariable: "GOOGLE_GENERATIVE_AI_BASE_URL",
    baseUrl: "https://generativelanguage.googleapis.com/v1beta",
    open: async (id, access) => (await import("@ai-sdk/google")).createGoogleGenerativeAI(access)(id),
    settingsFor: ({ effort }) => withEffort(effort ?? LOW),
  },
} as const satisfies Record<string, ModelProvider>;

export type ModelProviderName = keyof typeof PROVIDERS;
export const MODEL_PROVIDERS: Readonly<Record<ModelProviderName, ModelProvider>> = PROVIDERS;
export const MODEL_PROVIDER_NAMES = Object.keys(PROVIDERS) as ModelProviderName[];
