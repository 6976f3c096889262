/**
 * The page's end of the line to its host: JSON-RPC 2.0 over `postMessage`, as the MCP Apps specification (2026-01-26)
 * has it. The official client would bring 240 KB with it, eight times the rest of the page.
 */
import { isTold, NOTHING, partOf, type Told } from "./told.ts";

export const PROTOCOL_VERSION = "2026-01-26";

export interface HostConnection {
  /** Rejects with what the host says is wrong, or after a while without an answer. */
  ask(method: string, params: Told): Promise<Told>;
  tell(method: string, params: Told): void;
}

export type Answer = (params: Told) => void;

const PATIENCE_MS = 30_000;
const METHOD_NOT_FOUND = -32601;
/** Requests of a host that need no more than an answer. */
const ANSWERED: ReadonlySet<string> = new Set(["ping", "ui/resource-teardown"]);

interface Waiting {
  resolve(result: Told): void;
  reject(error: Error): void;
}

/** `heard` takes the host's notifications, by method. Only the window that embeds the page is listened to. */
export function connectToHost(host: Window, heard: Readonly<Record<string, Answer>>): HostConnection {
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  const send = (message: Told): void => host.postMessage({ jsonrpc: "2.0", ...message }, "*");

  const answered = (message: Told): void => {
    const call = waiting.get(Number(message.id));
    if (!call) return;
    waiting.delete(Number(message.id));
    const { message: words } = partOf(message, "error");
    if ("error" in message) call.reject(new Error(typeof words === "string" ? words : "The host refused"));
    else call.resolve(partOf(message, "result"));
  };
  const requested = ({ id, method }: Told): void => {
    if (ANSWERED.has(`${method}`)) send({ id, result: NOTHING });
    else send({ id, error: { code: METHOD_NOT_FOUND, message: `This page does not know ${method}` } });
  };

  window.addEventListener("message", ({ source, data }: MessageEvent<unknown>) => {
    if (source !== host || !isTold(data) || data.jsonrpc !== "2.0") return;
    const { method } = data;
    if (typeof method !== "string") answered(data);
    else if ("id" in data) requested(data);
    else if (Object.hasOwn(heard, method)) heard[method]?.(partOf(data, "params"));
  });

  return {
    tell: (method, params) => send({ method, params }),
    ask: (method, params) => {
      const id = ++asked;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        setTimeout(() => {
          if (waiting.delete(id)) reject(new Error("The host did not answer"));
        }, PATIENCE_MS);
        send({ id, method, params });
      });
    },
  };
}
