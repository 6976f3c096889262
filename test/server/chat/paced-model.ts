/** A model service on a socket of this machine that answers word by word, at a pace the test gives. */
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";

export interface PacedModel extends AsyncDisposable {
  /** The URL to give as base URL. */
  url: string;
  /** Bodies as they came in. */
  requests: string[];
  /** When the other side gave up, by `performance.now()`. */
  abortedAt: number[];
}

export interface Pace {
  words: readonly string[];
  everyMs?: number;
  /** Says its words and then nothing more. */
  staysOpen?: boolean;
}

const USAGE = {
  prompt_tokens: 120,
  completion_tokens: 40,
  total_tokens: 160,
  prompt_tokens_details: { cached_tokens: 64 },
};

export async function openPacedModel(pace: Pace): Promise<PacedModel> {
  const requests: string[] = [];
  const abortedAt: number[] = [];
  const answer = async (response: ServerResponse): Promise<void> => {
    response.on("close", () => response.writableFinished || abortedAt.push(performance.now()));
    response.writeHead(200, { "content-type": "text/event-stream" });
    const base = { id: `chatcmpl-${requests.length}`, object: "chat.completion.chunk", created: 1, model: "test-1.2" };
    const send = (fields: object): boolean => response.write(`data: ${JSON.stringify({ ...base, ...fields })}\n\n`);
    for (const content of pace.words) {
      if (response.destroyed) return;
      send({ choices: [{ index: 0, delta: { role: "assistant", content }, finish_reason: null }] });
      if (pace.everyMs !== undefined) await pause(pace.everyMs);
    }
    if (pace.staysOpen) return;
    send({ choices: [{ index: 0, delta: {}, finish_reason: "stop" }] });
    send({ choices: [], usage: USAGE });
    response.end("data: [DONE]\n\n");
  };
  const listener = createServer((request, response) => {
    void text(request).then((body) => {
      requests.push(body);
      return answer(response);
    });
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const { port } = listener.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    abortedAt,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        listener.closeAllConnections();
        listener.close(() => resolve());
      }),
  };
}

export const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => `word ${index} `);
