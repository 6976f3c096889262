/**
 * What a call of a model costs, by a dated list of prices. A model that is not on the list has no known price: its
 * cost is `null`, never 0. Only the offline model is listed as free.
 */
import { z } from "zod";
import type { TokenUsage } from "../../trip/ports.ts";
import listed from "./list-prices.json" with { type: "json" };
import { partsOfVersion } from "./model.ts";

const usd = z.number("expected US dollars for a million tokens").min(0).max(10_000);

const priceSchema = z.strictObject({
  input: usd,
  /** Input that the service still had; as input unless given. */
  cachedInput: usd.optional(),
  /** Input that the service keeps for the next call; as input unless given. */
  cacheWrite: usd.optional(),
  output: usd,
  /** As output unless given. */
  reasoning: usd.optional(),
});
export type ModelPrice = z.output<typeof priceSchema>;

const fileSchema = z.strictObject({
  asOf: z.iso.date("expected YYYY-MM-DD"),
  source: z.string().min(1),
  /** By `provider/model id` as a model is chosen, in lower case; `provider/*` for all others of a provider. */
  models: z.record(
    z.string().regex(/^[a-z]+\/\S+$/, 'expected "provider/model id", for example "openai/gpt-5"'),
    priceSchema,
  ),
});

export interface PriceTable {
  /** `null` for a model that is not listed. */
  find(version: string): { price: ModelPrice; asOf: string } | null;
}

/** One line that says what is wrong with it, or the list. */
export function readPriceList(content: unknown): { list: z.output<typeof fileSchema> } | { wrong: string } {
  const parsed = fileSchema.safeParse(content);
  if (parsed.success) return { list: parsed.data };
  const [issue] = parsed.error.issues;
  const where = issue?.path.join(".") || "the file";
  return { wrong: `${where}: ${issue?.message ?? "not a list of prices"}` };
}

/** A service names the version that answered: `gpt-5-2026-08-07`, `claude-haiku-4-5-20261001`. */
const DATED = /-(\d{8}|\d{4}-\d{2}-\d{2}|latest)$/;

/** Earlier lists count before later ones. */
export function createPriceTable(...lists: readonly z.output<typeof fileSchema>[]): PriceTable {
  return {
    find(version) {
      const name = version.toLowerCase();
      for (const key of [name, name.replace(DATED, ""), `${partsOfVersion(name).provider}/*`]) {
        for (const { models, asOf } of lists) {
          const price = Object.hasOwn(models, key) ? models[key] : undefined;
          if (price) return { price, asOf };
        }
      }
      return null;
    },
  };
}

export const LIST_PRICES: z.output<typeof fileSchema> = fileSchema.parse(listed);

const PER = 1_000_000;

/** Cached and reasoning tokens are parts of input and output. */
export function costOf(price: ModelPrice, tokens: TokenUsage, cacheWrites = 0): number {
  const { input, output, cachedInput = input, cacheWrite = input, reasoning = output } = price;
  const fresh = Math.max(0, tokens.input - tokens.cached - cacheWrites);
  const said = Math.max(0, tokens.output - tokens.reasoning);
  const micros =
    fresh * input +
    tokens.cached * cachedInput +
    cacheWrites * cacheWrite +
    said * output +
    tokens.reasoning * reasoning;
  return micros / PER;
}
