/**
 * One request to one vendor, and its whole answer: to a configured address and nowhere else, led nowhere else, with an
 * end in time and in size. What comes back is bytes and headers; what they mean is decided elsewhere.
 */
import { VendorError } from "./vendor-error.ts";

export interface Exchange {
  readonly method: "GET" | "POST" | "DELETE";
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface ExchangeLimits {
  readonly provider: string;
  /** `host` or `host:port`, as in a URL. */
  readonly hosts: ReadonlySet<string>;
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** An own server on the operator's network that no key goes to. */
  readonly isPlainAllowed?: boolean;
}

/** Plain HTTP that does not leave this machine. */
export const isPlainHere = ({ protocol, hostname }: URL): boolean =>
  protocol === "http:" && ["127.0.0.1", "[::1]", "localhost"].includes(hostname);

/** Why not to go there; plain HTTP never carries a key off this machine. */
function problemOf(url: URL, { hosts, isPlainAllowed = false }: ExchangeLimits): string | null {
  if (!hosts.has(url.host) || url.username !== "" || url.password !== "") return "is not a host of its";
  const isSafe = url.protocol === "https:" || isPlainHere(url) || (url.protocol === "http:" && isPlainAllowed);
  return isSafe ? null : "is not asked over plain HTTP";
}

async function readBounded(response: Response, maxBytes: number): Promise<Uint8Array | null> {
  const announced = Number(response.headers.get("content-length") ?? 0);
  if (announced > maxBytes) return null;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Throws `VendorError`, and the signal's reason when the caller gave up. A redirect is an answer like any other. */
export async function exchange(asked: Exchange, limits: ExchangeLimits, signal: AbortSignal): Promise<Answer> {
  const { provider, timeoutMs, maxBytes } = limits;
  signal.throwIfAborted();
  const problem = problemOf(asked.url, limits);
  if (problem !== null) throw new VendorError(provider, "bad_request", { detail: `${asked.url.host} ${problem}` });
  const deadline = AbortSignal.timeout(timeoutMs);
  const ended = new AbortController();
  try {
    const response = await fetch(asked.url, {
      method: asked.method,
      headers: asked.headers,
      body: asked.body,
      redirect: "manual",
      signal: AbortSignal.any([signal, deadline, ended.signal]),
    });
    const bytes = await readBounded(response, maxBytes);
    if (bytes === null) throw new VendorError(provider, "schema", { status: response.status, detail: "far too long" });
    return { status: response.status, headers: response.headers, text: new TextDecoder().decode(bytes) };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof VendorError) throw error;
    // A cause would be told with its address and headers by whoever prints it whole.
    throw new VendorError(provider, deadline.aborted ? "timeout" : "upstream");
  } finally {
    // The rest of a body that was not read whole is not waited for.
    ended.abort();
  }
}
