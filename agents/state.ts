/**
 * What the graph carries from node to node. Plain data throughout, so that a checkpoint can hold it. What a run took
 * (tokens, money, steps) is no part of it: a turn that waits for a yes is ended by another run.
 */
import { StateSchema } from "@langchain/langgraph";
import type { ModelMessage } from "ai";
import { z } from "zod";
import type { ApprovalRequest, ToolResult } from "../tools/tool.ts";
import type { TokenUsage } from "../trip/ports.ts";
import type { Verdict } from "../trip/verdict.ts";
import type { UngroundedClaim } from "./events.ts";
import { type KnownFacts, NOTHING_KNOWN } from "./grounding/known-facts.ts";

/** One finished tool call, in the order of the calls. */
export interface ToolRecord {
  name: string;
  result: ToolResult;
}

/** A call that waits for the person's word. */
export interface PendingApproval {
  approvalId: string;
  callId: string;
  name: string;
  args: unknown;
  asked: ApprovalRequest;
}

/** What became of one that was asked for. */
export interface AnsweredApproval {
  name: string;
  summary: string;
  isApproved: boolean;
}

export interface Grounding {
  isGrounded: boolean;
  claims: UngroundedClaim[];
}

export const NO_TOKENS: TokenUsage = { input: 0, output: 0, cached: 0, reasoning: 0 };

export interface StoredPlan {
  tripId: string;
  version: number;
}

/** What a new message starts without. Everything else belongs to the thread. */
export const FRESH_TURN = {
  unreadableCalls: [] as string[],
  approvals: [] as PendingApproval[],
  refusals: {} as Record<string, string>,
  answeredApprovals: [] as AnsweredApproval[],
  answer: "",
  plan: null as StoredPlan | null,
  verdict: null as Verdict | null,
  repairs: 0,
  repairedVersion: null as number | null,
  answerRepairs: 0,
  grounding: null as Grounding | null,
};

const list = <Item>() => z.array(z.custom<Item>()).default(() => []);
const orNull = <Value>() => z.custom<Value | null>().default(() => null);

export const PlannerState = new StateSchema({
  // The thread's.
  messages: list<ModelMessage>(),
  /** Names, times and amounts that tools and traveller have brought up so far. */
  known: z.custom<KnownFacts>().default(() => NOTHING_KNOWN),
  /** What it is about; the last trip that a tool had to do with. */
  tripId: orNull<string>(),
  // The turn's.
  request: z.string().default(""),
  /** Calls of the last model message whose arguments were no JSON, by call id. */
  unreadableCalls: list<string>(),
  approvals: list<PendingApproval>(),
  /** Calls that are not to be made, by call id, with what the model is told instead. */
  refusals: z.record(z.string(), z.string()).default(() => ({})),
  answeredApprovals: list<AnsweredApproval>(),
  answer: z.string().default(""),
  /** The version that was stored last; `null` while there is none. */
  plan: orNull<StoredPlan>(),
  verdict: orNull<Verdict>(),
  repairs: z.number().default(0),
  /** The version whose errors went back to the model last. */
  repairedVersion: orNull<number>(),
  answerRepairs: z.number().default(0),
  grounding: orNull<Grounding>(),
});
export type PlannerStateValue = typeof PlannerState.State;
export type PlannerStateUpdate = typeof PlannerState.Update;
