/** The words a model reads, from Markdown files, versioned by a hash of their content. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { TripwrightError } from "../trip/errors.ts";

export interface Prompt {
  /** First 16 hex digits of the SHA-256 of the file, placeholders unfilled: recorded with every run. */
  hash: string;
  fill(values: Record<string, string>): string;
}

const PLACEHOLDER = /\{\{(\w+)\}\}/g;
const loaded = new Map<string, Prompt>();

/** `name` is for the message of whoever leaves a value out. */
export function promptFrom(name: string, text: string): Prompt {
  return {
    hash: createHash("sha256").update(text).digest("hex").slice(0, 16),
    fill: (values) =>
      text.replace(PLACEHOLDER, (_, key: string) => {
        const value = values[key];
        if (value === undefined)
          throw new TripwrightError("internal", `Prompt ${name} expects a value for {{${key}}}.`);
        return value;
      }),
  };
}

/** `prompts/<name>.md`, read once. */
export function loadPrompt(name: string): Prompt {
  const known = loaded.get(name);
  if (known) return known;
  const prompt = promptFrom(name, readFileSync(new URL(`./${name}.md`, import.meta.url), "utf8"));
  loaded.set(name, prompt);
  return prompt;
}
