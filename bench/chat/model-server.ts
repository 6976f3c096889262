/**
 * A process of its own: a model service that answers at once, with as many words as the model's name says. Chat
 * completions, as an OpenAI-compatible service streams them, a word an event.
 */
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** `words-300-0`: 300 words, as fast as they are taken; `words-300-20`: one every 20 ms; `open-20-0`: no end. */
const NAME = /"model":"(words|open)-(\d+)-(\d+)"/;
const BASE = '"id":"chatcmpl-1","object":"chat.completion.chunk","created":1,"model":"words"';
const USAGE = '{"prompt_tokens":100,"completion_tokens":100,"total_tokens":200}';
const LAST = `data: {${BASE},"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\ndata: {${BASE},"choices":[],"usage":${USAGE}}\n\ndata: [DONE]\n\n`;

const pieces: string[] = [];
function piece(index: number): string {
  pieces[index] ??=
    `data: {${BASE},"choices":[{"index":0,"delta":{"role":"assistant","content":"w${index} "},"finish_reason":null}]}\n\n`;
  return pieces[index];
}

interface Stream {
  response: ServerResponse;
  words: number;
  said: number;
  ends: boolean;
}

/** One word each, round by round, so that all who listen are served alike. */
const hurried = new Set<Stream>();
function round(): void {
  for (const stream of hurried) {
    if (stream.response.writableNeedDrain) continue;
    if (!say(stream)) hurried.delete(stream);
  }
  if (hurried.size > 0) setImmediate(round);
}

/** `false` when there is nothing more to say. */
function say(stream: Stream): boolean {
  const { response, words, said, ends } = stream;
  if (response.destroyed) return false;
  if (said < words) {
    response.write(piece(said));
    stream.said += 1;
    return true;
  }
  if (ends) response.end(LAST);
  return false;
}

function answer(body: string, response: ServerResponse): void {
  const [, kind, words = "1", everyMs = "0"] = NAME.exec(body) ?? [];
  response.writeHead(200, { "content-type": "text/event-stream" });
  const stream = { response, words: Number(words), said: 0, ends: kind !== "open" };
  if (Number(everyMs) === 0) {
    if (hurried.size === 0) setImmediate(round);
    hurried.add(stream);
    return;
  }
  const timer = setInterval(() => say(stream) || clearInterval(timer), Number(everyMs));
}

const server = createServer((request, response) => void text(request).then((body) => answer(body, response)));
server.listen(0, "127.0.0.1", () =>
  console.log(`listens at http://127.0.0.1:${(server.address() as AddressInfo).port}`),
);
