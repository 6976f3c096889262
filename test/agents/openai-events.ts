/**
 * What a model service sends, as text: OpenAI's Responses API and chat completions, both as server-sent events, in the
 * shapes that the service documents. Who serves it, and over what, is decided elsewhere.
 */
import { randomUUID } from "node:crypto";
import { z } from "zod";

export interface WireCall {
  name: string;
  /** A string goes out as it is: arguments that are no JSON. */
  args: unknown;
  id?: string;
}
export interface WireUsage {
  input: number;
  output: number;
  cached?: number;
  reasoning?: number;
}
/** One answer of the model. Text comes in the pieces given; `ends` says how the stream closes. */
export interface WireTurn {
  text?: readonly string[];
  calls?: readonly WireCall[];
  usage?: WireUsage;
  model?: string;
  /** An encrypted train of thought, as reasoning models send it. */
  thought?: string | null;
  ends?: "complete" | "at-length" | "failed" | "cut-off" | SocketEnd;
}
/** What only a socket can do: break, stay open for ever, say nothing at all. */
type SocketEnd = "broken" | "never" | "silent";
/** Or no answer: a status, with whatever body a service would send. */
export interface WireRefusal {
  status: number;
  headers?: Record<string, string>;
  body?: { error?: { message: string; code?: string } };
}

export const bodySchema = z.record(z.string(), z.unknown());
export interface WireRequest {
  headers: Headers;
  body: z.infer<typeof bodySchema>;
}
const toolOutputSchema = z.object({
  type: z.literal("function_call_output"),
  call_id: z.string(),
  output: z.string().transform((json) => z.record(z.string(), z.unknown()).parse(JSON.parse(json))),
});

/** What a Responses request reports back of its tool calls, by call id. */
export function toolOutputs({ body }: Pick<WireRequest, "body">): Record<string, Record<string, unknown>> {
  const items = z.array(z.unknown()).parse(body.input);
  const found = items.map((item) => toolOutputSchema.safeParse(item)).filter(({ success }) => success);
  return Object.fromEntries(found.map(({ data }) => [data?.call_id, data?.output]));
}

/** Filled as requests come in. */
export interface Served {
  readonly requests: WireRequest[];
  /** The URL to give as base URL. */
  readonly baseUrl: string;
}

const argumentsOf = ({ args }: WireCall): string => (typeof args === "string" ? args : JSON.stringify(args));
const event = (data: { type: string; [field: string]: unknown }): string =>
  `event: ${data.type}\ndata: ${JSON.stringify(data)}\n\n`;
const NO_USAGE: WireUsage = { input: 10, output: 5 };

function responsesItem(
  index: number,
  item: Record<string, unknown>,
  deltas: readonly { type: string; [field: string]: unknown }[],
): string[] {
  return [
    event({ type: "response.output_item.added", output_index: index, item }),
    ...deltas.map((delta) => event({ ...delta, output_index: index, item_id: item.id })),
  ];
}

function responsesItems({ text, calls = [], thought }: WireTurn): string[] {
  const events: string[] = [];
  let index = 0;
  const done = (item: Record<string, unknown>): string =>
    event({ type: "response.output_item.done", output_index: index++, item });
  if (thought !== undefined) {
    const item = { type: "reasoning", id: `rs_${randomUUID()}`, summary: [], encrypted_content: thought };
    events.push(...responsesItem(index, item, []), done(item));
  }
  if (text) {
    const item = { type: "message", id: `msg_${randomUUID()}`, role: "assistant", content: [] };
    const deltas = text.map((delta) => ({ type: "response.output_text.delta", content_index: 0, delta }));
    events.push(...responsesItem(index, item, deltas), done(item));
  }
  for (const call of calls) {
    const json = argumentsOf(call);
    const item = {
      type: "function_call",
      id: `fc_${randomUUID()}`,
      call_id: call.id ?? `call_${randomUUID()}`,
      name: call.name,
    };
    const halves = [json.slice(0, json.length / 2), json.slice(json.length / 2)];
    const deltas = halves.map((delta) => ({ type: "response.function_call_arguments.delta", delta }));
    events.push(...responsesItem(index, { ...item, arguments: "" }, deltas));
    events.push(done({ ...item, arguments: json, status: "completed" }));
  }
  return events;
}

export function responsesEvents(turn: WireTurn): string[] {
  const { usage = NO_USAGE, model = "test-model-2026-11-01", ends = "complete" } = turn;
  const response = { id: `resp_${randomUUID()}`, created_at: 1_795_000_000, model };
  const spent = {
    input_tokens: usage.input,
    output_tokens: usage.output,
    total_tokens: usage.input + usage.output,
    input_tokens_details: { cached_tokens: usage.cached ?? 0 },
    output_tokens_details: { reasoning_tokens: usage.reasoning ?? 0 },
  };
  const error = { code: "server_error", message: "sk-secret could not be served: 4 days in Lisbon" };
  const last = {
    complete: [event({ type: "response.completed", response: { ...response, usage: spent } })],
    "at-length": [
      event({
        type: "response.incomplete",
        response: { ...response, usage: spent, incomplete_details: { reason: "max_output_tokens" } },
      }),
    ],
    failed: [event({ type: "response.failed", sequence_number: 9, response: { ...response, error } })],
    "cut-off": [],
    broken: [],
    never: [],
    silent: [],
  }[ends];
  return [
    event({ type: "response.created", response }),
    event({ type: "response.in_progress", response }),
    ...responsesItems(turn),
    ...last,
  ];
}

export function chatChunks(turn: WireTurn): string[] {
  const { text = [], calls = [], usage = NO_USAGE, model = "test-model-q4", ends = "complete" } = turn;
  const base = { id: `chatcmpl-${randomUUID()}`, object: "chat.completion.chunk", created: 1_795_000_000, model };
  const chunk = (fields: Record<string, unknown>): string => `data: ${JSON.stringify({ ...base, ...fields })}\n\n`;
  const said = (delta: Record<string, unknown>): string =>
    chunk({ choices: [{ index: 0, delta, finish_reason: null }] });
  const body = [
    ...text.map((content) => said({ role: "assistant", content })),
    ...calls.map((call, index) =>
      said({
        role: "assistant",
        tool_calls: [
          {
            index,
            id: call.id ?? `call_${randomUUID()}`,
            type: "function",
            function: { name: call.name, arguments: argumentsOf(call) },
          },
        ],
      }),
    ),
  ];
  if (ends === "cut-off") return body;
  const reason = ends === "at-length" ? "length" : calls.length > 0 ? "tool_calls" : "stop";
  const spent = {
    prompt_tokens: usage.input,
    completion_tokens: usage.output,
    total_tokens: usage.input + usage.output,
    prompt_tokens_details: { cached_tokens: usage.cached ?? 0 },
    completion_tokens_details: { reasoning_tokens: usage.reasoning ?? 0 },
  };
  return [
    ...body,
    chunk({ choices: [{ index: 0, delta: {}, finish_reason: reason }] }),
    chunk({ choices: [], usage: spent }),
    "data: [DONE]\n\n",
  ];
}
