/**
 * The conversation as the offline model sees it: turns of the traveller, each with the tool calls made
 * for it. The prompt is all there is: no state is kept between calls, so any process can take over.
 */
import type { LanguageModelV4Message, LanguageModelV4Prompt, LanguageModelV4ToolResultOutput } from "@ai-sdk/provider";

export interface ToolUse {
  id: string;
  name: string;
  input: unknown;
  /** The tool's answer; `undefined` while there is none. */
  result: unknown;
}

export interface Turn {
  text: string;
  uses: ToolUse[];
  /** How many calls had been made when the graph last asked for a repair; `null` when it never did. */
  repairFrom: number | null;
}

/** The graph's own note after a failed check, not a traveller's words. */
const REPAIR_NOTE = /^The checker found \d+ errors? in version /;

function textOf(message: Extract<LanguageModelV4Message, { role: "user" }>): string {
  return message.content.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n");
}

function resultOf(output: LanguageModelV4ToolResultOutput): unknown {
  if (output.type === "json" || output.type === "error-json") return output.value;
  if (output.type === "text" || output.type === "error-text") {
    try {
      return JSON.parse(output.value);
    } catch {
      return { status: "error", error: { code: "internal", message: output.value, details: {} } };
    }
  }
  return null;
}

function addUser(turns: Turn[], text: string): void {
  const last = turns.at(-1);
  if (last && REPAIR_NOTE.test(text)) last.repairFrom = last.uses.length;
  else turns.push({ text, uses: [], repairFrom: null });
}

export function turnsOf(prompt: LanguageModelV4Prompt): Turn[] {
  const turns: Turn[] = [];
  const uses = new Map<string, ToolUse>();
  for (const message of prompt) {
    if (message.role === "user") addUser(turns, textOf(message));
    if (message.role !== "assistant" && message.role !== "tool") continue;
    for (const part of message.content) {
      if (part.type === "tool-call") {
        const use = { id: part.toolCallId, name: part.toolName, input: part.input, result: undefined };
        uses.set(use.id, use);
        turns.at(-1)?.uses.push(use);
      } else if (part.type === "tool-result") {
        const use = uses.get(part.toolCallId);
        if (use) use.result = resultOf(part.output);
      }
    }
  }
  return turns;
}

export function usesOf(turn: Turn, name: string): ToolUse[] {
  return turn.uses.filter((use) => use.name === name);
}
