/**
 * The conversation as the offline model sees it: turns of the traveller, each with the tool calls made
 * for it. The prompt is all there is: no state is kept between calls, so any process can take over.
 */
import type { LanguageModelV4Message, LanguageModelV4Prompt, LanguageModelV4ToolResultOutput } from "@ai-sdk/provider";
import { isContextText, readContext, type TurnContext } from "../../turn-context.ts";

export interface ToolUse {
  id: string;
  name: string;
  input: unknown;
  /** The tool's answer; `undefined` while there is none. */
  result: unknown;
}

export interface Turn {
  text: string;
  /** The trip as it stood when the turn began; `null` where nobody said. */
  context: TurnContext | null;
  /** What was answered. */
  answer: string;
  uses: ToolUse[];
  /** How many calls had been made when the graph last asked for a repair; `null` when it never did. */
  repairFrom: number | null;
}

/** The graph's own notes after a failed check, not a traveller's words. */
const REPAIR_NOTE = /^The checker found \d+ errors? in version /;
const ANSWER_NOTE = /^The answer check found /;

type UserMessage = Extract<LanguageModelV4Message, { role: "user" }>;

const textsOf = ({ content }: UserMessage): string[] =>
  content.flatMap((part) => (part.type === "text" ? [part.text] : []));

function turnOf(message: UserMessage): Turn {
  const texts = textsOf(message);
  const [context] = texts.flatMap((text) => readContext(text) ?? []);
  const words = texts.filter((text) => !isContextText(text));
  return { text: words.join("\n"), context: context ?? null, answer: "", uses: [], repairFrom: null };
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

function addUser(turns: Turn[], message: UserMessage): void {
  const turn = turnOf(message);
  const last = turns.at(-1);
  if (last && REPAIR_NOTE.test(turn.text)) last.repairFrom = last.uses.length;
  else if (!last || !ANSWER_NOTE.test(turn.text)) turns.push(turn);
}

type ModelPart = Extract<LanguageModelV4Message, { role: "assistant" | "tool" }>["content"][number];

function addPart(turn: Turn | undefined, part: ModelPart): void {
  if (!turn) return;
  if (part.type === "text") turn.answer = part.text;
  if (part.type === "tool-call") {
    turn.uses.push({ id: part.toolCallId, name: part.toolName, input: part.input, result: undefined });
  }
  if (part.type !== "tool-result") return;
  const use = turn.uses.find(({ id }) => id === part.toolCallId);
  if (use) use.result = resultOf(part.output);
}

export function turnsOf(prompt: LanguageModelV4Prompt): Turn[] {
  const turns: Turn[] = [];
  for (const message of prompt) {
    if (message.role === "user") addUser(turns, message);
    if (message.role !== "assistant" && message.role !== "tool") continue;
    for (const part of message.content) addPart(turns.at(-1), part);
  }
  return turns;
}

export function usesOf(turn: Turn, name: string): ToolUse[] {
  return turn.uses.filter((use) => use.name === name);
}
