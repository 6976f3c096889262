/** One turn as a page takes it, read from the socket: when its first word came, and whether every word did, in order. */
import { Agent, request } from "node:http";

export interface Talk {
  url: string;
  threadId: string;
  model: string;
  words: number;
  signal?: AbortSignal;
}

export interface Heard {
  firstMs: number;
  totalMs: number;
  chunks: number;
  /** Words that did not come, came twice or came in another place. */
  faults: number;
  /** When the stream said that it was stopped. */
  stoppedAt: number | null;
}

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
const DELTA = /"type":"text-delta"[^\n]*?"delta":"w(\d+) "/g;
let turns = 0;

/** Counts the words of whole frames; returns what they said. */
function createListener(heard: Heard, startedAt: number): (text: string) => string {
  let rest = "";
  return (text) => {
    const at = performance.now();
    const whole = rest + text;
    const end = whole.lastIndexOf("\n\n") + 2;
    rest = whole.slice(end);
    const told = whole.slice(0, end);
    for (const [, word] of told.matchAll(DELTA)) {
      if (heard.chunks === 0) heard.firstMs = at - startedAt;
      if (Number(word) !== heard.chunks) heard.faults += 1;
      heard.chunks += 1;
    }
    if (told.includes('"type":"abort"')) heard.stoppedAt = at;
    return told;
  };
}

export function talk(
  { url, threadId, model, words }: Talk,
  onWord: (count: number) => void = () => {},
): Promise<Heard> {
  turns += 1;
  const message = { id: `m${turns}`, role: "user", parts: [{ type: "text", text: "what can you do?" }] };
  const body = JSON.stringify({ id: threadId, messages: [message], trigger: "submit-message", model });
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const sent = request(`${url}/api/chat`, { method: "POST", headers, agent }, (response) => {
      const heard: Heard = { firstMs: 0, totalMs: 0, chunks: 0, faults: 0, stoppedAt: null };
      const listener = createListener(heard, startedAt);
      let problem = response.statusCode === 200 ? "" : `status ${response.statusCode} `;
      response.setEncoding("utf8");
      response.on("data", (text: string) => {
        if (problem !== "") problem += text;
        const told = listener(text);
        if (told.includes('"type":"error"')) problem += told;
        onWord(heard.chunks);
      });
      response.on("error", reject);
      response.on("end", () => {
        if (problem !== "") return reject(new Error(problem.slice(0, 500)));
        heard.totalMs = performance.now() - startedAt;
        heard.faults += Math.abs(words - heard.chunks);
        resolve(heard);
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
