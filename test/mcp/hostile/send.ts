/** Sends requests as nobody's client would, and reads whatever comes back. */
import { type Agent, request } from "node:http";
import type { HostileRequest } from "./http-requests.ts";
import { LISTEN } from "./messages.ts";

export interface Reply {
  status: number;
  type: string;
  text: string;
}

/** A subscription stays open; what has come by then is the answer. Everything else has to end by itself. */
const LISTEN_MS = 200;
const MOST_MS = 60_000;

/** `null` where the request was cut off, and nothing came. */
export function deliver(port: number, agent: Agent, hostile: HostileRequest): Promise<Reply | null> {
  const { method, headers, text, delivery } = hostile;
  const body = Buffer.from(text);
  const length = delivery === "chunked" ? { "transfer-encoding": "chunked" } : { "content-length": body.byteLength };
  const isCut = delivery === "cut";
  const options = { host: "127.0.0.1", port, path: "/mcp", method, headers: { ...headers, ...length }, agent };
  return new Promise((resolve, reject) => {
    const sent = request(isCut ? { ...options, agent: false } : options, (response) => {
      const type = response.headers["content-type"] ?? "";
      const chunks: Buffer[] = [];
      const finish = (): void => {
        clearTimeout(impatient);
        resolve({ status: response.statusCode ?? 0, type, text: Buffer.concat(chunks).toString() });
      };
      const impatient = setTimeout(() => response.destroy(), text.includes(LISTEN) ? LISTEN_MS : MOST_MS);
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("close", finish);
    });
    sent.on("error", (error) => (isCut ? resolve(null) : reject(error)));
    if (!isCut) {
      sent.end(body);
      return;
    }
    sent.write(body.subarray(0, Math.floor(body.byteLength / 2)));
    sent.flushHeaders();
    setImmediate(() => sent.destroy());
  });
}
