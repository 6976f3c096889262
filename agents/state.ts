/** What the graph carries from node to node. Plain data throughout, so that a checkpoint can hold it. */
import { ReducedValue, StateSchema } from "@langchain/langgraph";
import type { ModelMessage } from "ai";
import { z } from "zod";
import type { ToolResult } from "../tools/tool.ts";
import type { TokenUsage } from "../trip/ports.ts";
import type { Verdict } from "../trip/verdict.ts";

/** One finished tool call, in the order of the calls. */
export interface ToolRecord {
  name: string;
  result: ToolResult;
}

function appended<Item>(): ReducedValue<Item[], Item[]> {
  const list = z.array(z.custom<Item>()).default(() => []);
  return new ReducedValue(list, {
    inputSchema: z.array(z.custom<Item>()),
    reducer: (all: Item[], more: Item[]) => [...all, ...more],
  }) as ReducedValue<Item[], Item[]>;
}

export const NO_TOKENS: TokenUsage = { input: 0, output: 0, cached: 0, reasoning: 0 };

export const PlannerState = new StateSchema({
  request: z.string(),
  instructions: z.string().default(""),
  messages: appended<ModelMessage>(),
  /** Calls of the last model message whose arguments were no JSON, by call id. */
  unreadableCalls: z.array(z.string()).default(() => []),
  toolRecords: appended<ToolRecord>(),
  steps: z.number().default(0),
  repairs: z.number().default(0),
  tokens: z.custom<TokenUsage>().default(() => NO_TOKENS),
  /** As the service reported it, once it has answered. */
  modelVersion: z.string().default(""),
  answer: z.string().default(""),
  /** The plan this run stored last; `null` while there is none. */
  plan: z.custom<{ tripId: string; version: number } | null>().default(() => null),
  verdict: z.custom<Verdict | null>().default(() => null),
});
export type PlannerStateValue = typeof PlannerState.State;
export type PlannerStateUpdate = typeof PlannerState.Update;
