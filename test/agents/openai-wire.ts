/**
 * A model service as it looks from the network: OpenAI's Responses API and chat completions, both as
 * server-sent events. Tests say what the model answers, turn by turn; these put it on the wire, and
 * keep what was asked.
 */
import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { HttpResponse, http } from "msw";
import { z } from "zod";
import { server } from "../network-guard.ts";

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

const bodySchema = z.record(z.string(), z.unknown());
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

function responsesEvents(turn: WireTurn): string[] {
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

function chatChunks(turn: WireTurn): string[] {
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

const STREAM = { "content-type": "text/event-stream; charset=utf-8" };

function streamed(pieces: readonly string[]): Response {
  const encoder = new TextEncoder();
  const remaining = pieces.values();
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const { value, done } = remaining.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
  return new HttpResponse(stream, { headers: STREAM });
}

type Encode = (turn: WireTurn) => string[];
/** A turn may depend on what was asked: a model copies ids from what tools told it. */
type Turn = WireTurn | WireRefusal | ((request: WireRequest) => WireTurn);
type Turns = readonly Turn[];
const NO_MORE_TURNS: WireRefusal = { status: 418, body: { error: { message: "this test has no more turns" } } };

function serve(url: string, turns: Turns, encode: Encode): WireRequest[] {
  const requests: WireRequest[] = [];
  server.use(
    http.post(url, async ({ request }) => {
      const scripted = turns[requests.length] ?? NO_MORE_TURNS;
      const asked = { headers: request.headers, body: bodySchema.parse(await request.json()) };
      requests.push(asked);
      const turn = typeof scripted === "function" ? scripted(asked) : scripted;
      if (!("status" in turn)) return streamed(encode(turn));
      const { status, headers = {}, body = {} } = turn;
      return HttpResponse.json(body, { status, headers });
    }),
  );
  return requests;
}

/** `POST /v1/responses`: one turn a request, in order. */
export function serveResponses(...turns: Turns): Served {
  const baseUrl = "https://models.test/v1";
  return { baseUrl, requests: serve(`${baseUrl}/responses`, turns, responsesEvents) };
}

/** `POST /v1/chat/completions`, as Ollama, vLLM and LM Studio speak it. */
export function serveChatCompletions(...turns: Turns): Served {
  const baseUrl = "http://models.test:11434/v1";
  return { baseUrl, requests: serve(`${baseUrl}/chat/completions`, turns, chatChunks) };
}

function endStream(response: ServerResponse, ends: WireTurn["ends"]): void {
  if (ends === "broken") response.destroy();
  else if (ends !== "never") response.end();
}

/** The Responses API on a socket of this machine, where a connection can break or fall silent for real. */
export async function serveResponsesOnSocket(...turns: readonly WireTurn[]): Promise<Served & AsyncDisposable> {
  const requests: WireRequest[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const turn = turns[requests.length] ?? { ends: "broken" };
    requests.push({ headers: new Headers(), body: bodySchema.parse(await json(request)) });
    if (turn.ends === "silent") return;
    response.writeHead(200, STREAM);
    for (const piece of responsesEvents(turn)) await new Promise<void>((sent) => response.write(piece, () => sent()));
    endStream(response, turn.ends);
  };
  const listener = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const { port } = listener.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        listener.closeAllConnections();
        listener.close(() => resolve());
      }),
  };
}
