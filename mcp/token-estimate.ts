/**
 * About how many tokens a text costs a model, without a tokenizer: what JSON of ours is made of, each weighed by what
 * it costs in o200k. Right within an eighth over every kind of result; limits leave room for that.
 */
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const TOKENS = { uuid: 26, foreign: 1.3, digit: 0.55, mark: 0.35, letter: 0.235 };

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

export function estimatedTokens(value: unknown): number {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  const rest = text.replace(UUID, "");
  const foreign = countOf(rest, /[^\0-\x7f]/gu);
  const digits = countOf(rest, /\d/g);
  const letters = countOf(rest, /[a-z ]/gi);
  const marks = Math.max(0, rest.length - foreign - digits - letters);
  return Math.ceil(
    countOf(text, UUID) * TOKENS.uuid +
      foreign * TOKENS.foreign +
      digits * TOKENS.digit +
      marks * TOKENS.mark +
      letters * TOKENS.letter,
  );
}
