/**
 * OpenAI's embeddings through the AI SDK, shortened to 256 numbers by the service itself. The SDK's retries are
 * the only ones; a deadline covers them all. Whatever goes wrong is `provider_unavailable`: callers go on
 * without it. The SDK is loaded with the first text.
 */
import { TripwrightError } from "../../trip/errors.ts";
import type { Embedder } from "../../trip/ports.ts";

export const OPENAI_EMBEDDING_MODEL = "text-embedding-3-small";
const DIMENSIONS = 256;
/** Said here so that the SDK does not read the environment by itself. */
const OPENAI_BASE_URL = "https://api.openai.com/v1";
/** A request may hold 2,048 texts and 300,000 tokens; a place has about 120. */
const MAX_TEXTS_PER_CALL = 256;
const MAX_TEXT_CHARS = 4_000;
const MAX_RETRIES = 2;
const DEADLINE_MS = 30_000;
/** The same few words are searched again and again: in every city of a trip, and page by page. */
const REMEMBERED = 200;

export interface OpenAIEmbedderOptions {
  apiKey: string;
  baseUrl?: string | undefined;
  maxRetries?: number | undefined;
  deadlineMs?: number | undefined;
}

function unavailable(message: string, cause?: unknown): TripwrightError {
  return new TripwrightError("provider_unavailable", message, { provider: "openai" }, cause);
}

function checked(vectors: readonly number[][], expected: number): number[][] {
  const wrong = vectors.find((vector) => vector.length !== DIMENSIONS || !vector.every(Number.isFinite));
  if (wrong) throw unavailable(`Expected embeddings of ${DIMENSIONS} numbers from OpenAI, got one of ${wrong.length}.`);
  if (vectors.length !== expected)
    throw unavailable(`Expected ${expected} embeddings from OpenAI, got ${vectors.length}.`);
  return vectors.map((vector) => {
    const length = Math.hypot(...vector);
    if (length === 0) throw unavailable("Expected embeddings with a direction from OpenAI, got zeros.");
    return vector.map((value) => value / length);
  });
}

export function createOpenAIEmbedder(options: OpenAIEmbedderOptions): Embedder {
  const { apiKey, baseUrl, maxRetries = MAX_RETRIES, deadlineMs = DEADLINE_MS } = options;
  const remembered = new Map<string, number[]>();

  async function ask(texts: readonly string[], signal: AbortSignal): Promise<number[][]> {
    const [{ createOpenAI }, { embedMany }] = await Promise.all([import("@ai-sdk/openai"), import("ai")]);
    const model = createOpenAI({ apiKey, baseURL: baseUrl || OPENAI_BASE_URL }).embeddingModel(OPENAI_EMBEDDING_MODEL);
    const { embeddings } = await embedMany({
      model,
      values: texts.map((text) => text.slice(0, MAX_TEXT_CHARS)),
      maxRetries,
      abortSignal: AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]),
      providerOptions: { openai: { dimensions: DIMENSIONS } },
    });
    return checked(embeddings, texts.length);
  }

  async function askInBatches(texts: readonly string[], signal: AbortSignal): Promise<number[][]> {
    const vectors: number[][] = [];
    for (let start = 0; start < texts.length; start += MAX_TEXTS_PER_CALL) {
      vectors.push(...(await ask(texts.slice(start, start + MAX_TEXTS_PER_CALL), signal)));
    }
    return vectors;
  }

  async function embed(texts: readonly string[], signal: AbortSignal): Promise<number[][]> {
    const [only] = texts;
    const known = texts.length === 1 && only !== undefined ? remembered.get(only) : undefined;
    if (known) return [known];
    try {
      const vectors = await askInBatches(texts, signal);
      const [first] = vectors;
      if (texts.length === 1 && only !== undefined && first) {
        if (remembered.size >= REMEMBERED) remembered.clear();
        remembered.set(only, first);
      }
      return vectors;
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof TripwrightError) throw error;
      throw unavailable("Expected embeddings from OpenAI, and the call failed. Search goes on without them.", error);
    }
  }

  return { model: `openai/${OPENAI_EMBEDDING_MODEL}@${DIMENSIONS}`, dimensions: DIMENSIONS, nearEnough: 0.3, embed };
}
