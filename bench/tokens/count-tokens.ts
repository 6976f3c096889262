/**
 * Tokens of what goes to a model and comes back, by the tokenizer that current OpenAI models share (o200k). A service
 * adds a few of its own around each message; they are the same for whoever asks, and are left out.
 */
import { encode } from "gpt-tokenizer/encoding/o200k_base";
import { z } from "zod";

export function tokensIn(value: unknown): number {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return encode(text).length;
}

const requestSchema = z.object({
  tools: z
    .array(z.object({ name: z.string(), description: z.string().optional(), parameters: z.unknown() }))
    .default([]),
  input: z.array(z.looseObject({ type: z.string().optional(), role: z.string().optional() })),
});

export interface RequestTokens {
  instructions: number;
  tools: number;
  /** Words of both sides, calls and results so far. */
  conversation: number;
}

const ofItem = (item: Record<string, unknown>): number => {
  const { content, output, name, arguments: args } = item;
  const said = Array.isArray(content)
    ? content.map((part: { text?: string }) => part.text ?? "").join("\n")
    : (content ?? "");
  return tokensIn(said) + tokensIn(output ?? "") + tokensIn(name ?? "") + tokensIn(args ?? "");
};

/** Of one request to the Responses API. */
export function tokensOfRequest(body: unknown): RequestTokens {
  const { tools, input } = requestSchema.parse(body);
  const isInstruction = ({ role }: { role?: string | undefined }): boolean => role === "system" || role === "developer";
  const sum = (items: readonly Record<string, unknown>[]): number => items.reduce((all, item) => all + ofItem(item), 0);
  return {
    instructions: sum(input.filter(isInstruction)),
    tools: tools.reduce(
      (all, { name, description, parameters }) => all + tokensIn({ name, description, parameters }),
      0,
    ),
    conversation: sum(input.filter((item) => !isInstruction(item))),
  };
}
