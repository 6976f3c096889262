/** Which models make vectors of words here: OpenAI's when there is a key, and always the local one. */
import type { Embedder } from "../../trip/ports.ts";
import { createLocalEmbedder } from "./local-embedding.ts";
import { createOpenAIEmbedder } from "./openai-embeddings.ts";

export interface EmbedderSettings {
  openaiApiKey?: string | undefined;
  openaiBaseUrl?: string | undefined;
}

/**
 * Best first. The local one stands behind the service: it has a vector for every place from the first start, and
 * no key can make a search fail.
 */
export function chooseEmbedders({ openaiApiKey: apiKey, openaiBaseUrl: baseUrl }: EmbedderSettings): Embedder[] {
  return [...(apiKey ? [createOpenAIEmbedder({ apiKey, baseUrl })] : []), createLocalEmbedder()];
}
