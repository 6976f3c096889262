/**
 * How much was read and written, in words: a run of letters or digits counts one. They cost nothing and
 * are no tokens of a language model; they only make runs comparable with each other.
 */
import type { LanguageModelV4Prompt, LanguageModelV4Usage } from "@ai-sdk/provider";

const WORD = /[\p{L}\p{N}]+/gu;

function wordsIn(value: unknown): number {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.match(WORD)?.length ?? 0;
}

export function usageOf(prompt: LanguageModelV4Prompt, written: unknown): LanguageModelV4Usage {
  const read = prompt.reduce((sum, { content }) => sum + wordsIn(content), 0);
  const wrote = wordsIn(written);
  return {
    inputTokens: { total: read, noCache: read, cacheRead: 0, cacheWrite: 0 },
    outputTokens: { total: wrote, text: wrote, reasoning: 0 },
  };
}
