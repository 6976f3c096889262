/**
 * What a large model said in a conversation, played back: the same calls and the same words, with what it copied from
 * results and context filled in from this run's own. Recordings are in `test/recordings/`, in the shape that the
 * service documents; ids, times and places of a plan are never part of one.
 */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { readContext } from "../../agents/turn-context.ts";
import { toolOutputs, type WireRequest, type WireTurn } from "./openai-events.ts";

const callSchema = z.object({ name: z.string(), args: z.record(z.string(), z.unknown()) });
const replySchema = z.object({
  text: z.string().optional(),
  calls: z.array(callSchema).optional(),
  /** Where in the results to look: when it is so, there was nothing left to do, and the next reply follows. */
  unless: z.string().optional(),
});
const recordingSchema = z.object({
  about: z.string(),
  turns: z.array(z.object({ user: z.string(), replies: z.array(replySchema).min(1) })).min(1),
});
export type Recording = z.infer<typeof recordingSchema>;

export function loadRecording(name: string): Recording {
  const text = readFileSync(new URL(`../recordings/${name}.json`, import.meta.url), "utf8");
  return recordingSchema.parse(JSON.parse(text));
}

const PLACEHOLDER = /\{\{([^{}]+)\}\}/g;

/** `search_cities.cities.0.id`, `context.trip.id`: the newest result of that tool, or the newest context. */
function lookedUp(path: string, sources: Readonly<Record<string, unknown>>): unknown {
  const found = path.split(".").reduce<unknown>((value, key) => {
    if (typeof value !== "object" || value === null) return undefined;
    return Object.entries(value).find(([name]) => name === key)?.[1];
  }, sources);
  if (found === undefined) throw new Error(`The recording copies {{${path}}}, and this run has nothing there.`);
  return found;
}

function filled(value: unknown, sources: Readonly<Record<string, unknown>>): unknown {
  if (typeof value === "string") {
    const [, only] = /^\{\{([^{}]+)\}\}$/.exec(value) ?? [];
    if (only !== undefined) return lookedUp(only, sources);
    return value.replaceAll(PLACEHOLDER, (_, path: string) => String(lookedUp(path, sources)));
  }
  if (Array.isArray(value)) return value.map((each) => filled(each, sources));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, filled(each, sources)]));
}

const textPartSchema = z.object({ role: z.literal("user"), content: z.array(z.object({ text: z.string() })) });
const calledSchema = z.object({ type: z.literal("function_call"), call_id: z.string(), name: z.string() });

/** What a model would have before it: newest last, so that a tool called twice is known by its last answer. */
export function sourcesIn(request: WireRequest): Record<string, unknown> {
  const items = z.array(z.unknown()).parse(request.body.input);
  const outputs = toolOutputs(request);
  const sources: Record<string, unknown> = {};
  for (const item of items) {
    const said = textPartSchema.safeParse(item).data;
    for (const { text } of said?.content ?? []) sources.context = readContext(text) ?? sources.context;
    const called = calledSchema.safeParse(item).data;
    if (called) sources[called.name] = outputs[called.call_id];
  }
  return sources;
}

/** The words of the traveller, with what only this run's plan knows. */
export function wordsOf(recording: Recording, turn: number, test: Readonly<Record<string, unknown>>): string {
  return String(filled(recording.turns[turn]?.user ?? "", { test }));
}

/**
 * Answers one request after the other; a request that the recording does not have is an error. `test` is what the model
 * would have read in the traveller's words.
 */
export function replay(
  recording: Recording,
  test: () => Readonly<Record<string, unknown>> = () => ({}),
): (request: WireRequest) => WireTurn {
  const replies = recording.turns.flatMap((turn) => turn.replies);
  let next = 0;
  return (request) => {
    const sources = { ...sourcesIn(request), test: test() };
    const isDone = ({ unless }: z.infer<typeof replySchema>): boolean =>
      unless !== undefined && lookedUp(unless, sources) === true;
    let reply = replies[next++];
    if (reply && isDone(reply)) reply = replies[next++];
    if (!reply) throw new Error(`The recording has ${replies.length} replies, and one more was asked for.`);
    const { text, calls } = filled(reply, sources) as z.infer<typeof replySchema>;
    return {
      ...(text !== undefined && { text: text.match(/\s*\S+/g) ?? [text] }),
      ...(calls && { calls: calls.map(({ name, args }) => ({ name, args })) }),
      usage: { input: 100, output: 20 },
    };
  };
}
