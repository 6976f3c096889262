/** A conversation in the test's world: turn after turn over one thread, every turn as a process of its own would run it. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { ApprovalAnswer } from "../../agents/approvals.ts";
import type { RunEvent } from "../../agents/events.ts";
import { DEFAULT_LIMITS, type RunLimits } from "../../agents/limits.ts";
import { chooseModel } from "../../agents/models/choose-model.ts";
import { runTurn, type TurnInput } from "../../agents/run-turn.ts";
import { readContext } from "../../agents/turn-context.ts";
import type { TurnEnd } from "../../agents/turn-end.ts";
import { loadPrompt } from "../../prompts/load-prompt.ts";
import { TOOLS } from "../../tools/registry.ts";
import type { Tool } from "../../tools/tool.ts";
import type { WireRequest } from "./openai-wire.ts";
import { KEY, TODAY } from "./planner-run.ts";
import type { PlannerWorld } from "./planner-world.ts";

export interface TurnOptions {
  /** Where the model answers; the built-in one unless given. */
  baseUrl?: string;
  tools?: readonly Tool[];
  limits?: Partial<RunLimits>;
  signal?: AbortSignal;
  onEvent?: (event: RunEvent) => void;
  preferences?: Record<string, unknown>;
  /** The questions that the person has before them. */
  asked?: readonly string[];
}

export interface TurnRan {
  events: RunEvent[];
  end: TurnEnd;
}

export interface Conversation {
  readonly id: string;
  say(text: string, options?: TurnOptions): Promise<TurnRan>;
  answer(answers: readonly ApprovalAnswer[], options?: TurnOptions): Promise<TurnRan>;
}

export async function openConversation(world: PlannerWorld, defaults: TurnOptions = {}): Promise<Conversation> {
  const id = await world.openThread();
  const turn = async (input: TurnInput, options: TurnOptions): Promise<TurnRan> => {
    const { baseUrl, tools = TOOLS, limits, signal, onEvent, preferences } = { ...defaults, ...options };
    const events: RunEvent[] = [];
    const choice = baseUrl === undefined ? "offline" : "openai:gpt-5";
    const end = await runTurn({
      input,
      tools,
      preferences,
      thread: { id, saver: world.openSaver(), messageId: randomUUID() },
      timeZone: "Europe/Berlin",
      recorder: world.recorder,
      toolContext: world.toolContext,
      prompt: loadPrompt("planner"),
      model: await chooseModel({ choice, openaiApiKey: KEY, openaiBaseUrl: baseUrl }, () => TODAY),
      limits: { ...DEFAULT_LIMITS, ...limits },
      signal: signal ?? new AbortController().signal,
      listener: (event) => {
        events.push(event);
        onEvent?.(event);
      },
    });
    return { events, end };
  };
  return {
    id,
    say: (text, { asked, ...options } = {}) => turn({ kind: "message", text, asked }, options),
    answer: (answers, options = {}) => turn({ kind: "approval", answers }, options),
  };
}

export function typesOf({ events }: TurnRan): string[] {
  return events.map(({ type }) => type);
}

export function eventsOf<Type extends RunEvent["type"]>(
  { events }: Pick<TurnRan, "events">,
  type: Type,
): Extract<RunEvent, { type: Type }>[] {
  return events.filter((event): event is Extract<RunEvent, { type: Type }> => event.type === type);
}

const inputSchema = z.array(
  z.looseObject({
    role: z.string().optional(),
    type: z.string().optional(),
    content: z.union([z.string(), z.array(z.looseObject({ text: z.string() }))]).optional(),
  }),
);
type SentPart = z.infer<typeof inputSchema>[number];
const textsOf = ({ content }: SentPart): string[] =>
  typeof content === "string" ? [content] : (content ?? []).map(({ text }) => text);

/** Every text of a Responses request. */
export function sentTexts(request: WireRequest | undefined): string[] {
  return inputSchema.parse(request?.body.input).flatMap(textsOf);
}

/** What the service was sent, one line a message or call. */
export function asked(request: WireRequest | undefined): string[] {
  return inputSchema.parse(request?.body.input).map((part) => {
    const shown = textsOf(part).map((text) => (readContext(text) ? "[context]" : text));
    if (part.role === undefined) return String(part.type);
    return part.role === "developer" ? "developer" : `${part.role}: ${shown.join(" ")}`;
  });
}
