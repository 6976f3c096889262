/** Bytes on a connection to the server, as no HTTP client would send them. */
import { once } from "node:events";
import { connect } from "node:net";
import type { Random } from "../../../trip/schedule/random.ts";
import { pick } from "./values.ts";

const MEGABYTE = 1_048_576;

/** What came back until the server hung up, or until it had long enough. Half a second apart where it is slow. */
export async function sendBytes(port: number, parts: readonly (string | Buffer)[], waitMs: number): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  socket.on("error", () => {});
  const impatient = setTimeout(() => socket.destroy(), waitMs);
  const closed = once(socket, "close");
  for (const [index, part] of parts.entries()) {
    if (index > 0) await new Promise((resolve) => setTimeout(resolve, 500));
    socket.write(part);
  }
  await closed;
  clearTimeout(impatient);
  return Buffer.concat(chunks).toString();
}

const head = (token: string, ...more: string[]): string =>
  [
    "POST /mcp HTTP/1.1",
    ...["Host: 127.0.0.1", "Content-Type: application/json", "Accept: application/json, text/event-stream"],
    ...[`Authorization: Bearer ${token}`, "Connection: close", ...more, "", ""],
  ].join("\r\n");

const PING = '{"jsonrpc":"2.0","id":1,"method":"ping"}';

/** Broken on the level of HTTP; `slow` comes in two pieces. */
export function brokenHttp(random: Random, token: string): { kind: string; parts: (string | Buffer)[] } {
  const length = `Content-Length: ${PING.length}`;
  const chunked = "Transfer-Encoding: chunked";
  return pick(random, [
    { kind: "no HTTP", parts: ["\u0016\u0003\u0001\u0002\u0000garbage\r\n\r\n"] },
    { kind: "too short a body", parts: [head(token, "Content-Length: 5000"), PING] },
    { kind: "a length that is none", parts: [`${head(token, "Content-Length: -1")}${PING}`] },
    { kind: "two lengths", parts: [`${head(token, length, "Content-Length: 3")}${PING}`] },
    { kind: "a length and chunks", parts: [`${head(token, length, chunked)}${PING}`] },
    { kind: "chunks without a size", parts: [`${head(token, chunked)}zz\r\n${PING}\r\n0\r\n\r\n`] },
    { kind: "a chunk of a huge size", parts: [`${head(token, chunked)}ffffffffffff\r\n${PING}`] },
    { kind: "a huge header", parts: [head(token, length, `X-Probe: ${"x".repeat(40_000)}`)] },
    {
      kind: "very many headers",
      parts: [head(token, length, ...Array.from({ length: 3_000 }, (_, at) => `X-${at}: 1`))],
    },
    { kind: "a NUL in a header", parts: [head(token, length, "X-Probe: a\u0000b")] },
    { kind: "a second request behind", parts: [`${head(token, length)}${PING}GET /healthz HTTP/1.1\r\n\r\n`] },
    {
      kind: "bytes that are no UTF-8",
      parts: [head(token, "Content-Length: 4"), Buffer.from([0xff, 0xfe, 0xc0, 0x80])],
    },
    { kind: "a slow body", parts: [head(token, length) + PING.slice(0, 10), PING.slice(10)] },
  ]);
}

/** More than a megabyte, in the forms that a body can have. */
export function oversized(token: string): { kind: string; parts: (string | Buffer)[] }[] {
  const long = Buffer.from(PING.replace("ping", "x".repeat(2 * MEGABYTE)));
  const chunk = Buffer.concat([Buffer.from(`${long.length.toString(16)}\r\n`), long, Buffer.from("\r\n0\r\n\r\n")]);
  return [
    { kind: "with its length", parts: [head(token, `Content-Length: ${long.length}`), long] },
    { kind: "in chunks", parts: [head(token, "Transfer-Encoding: chunked"), chunk] },
    { kind: "only said to come", parts: [head(token, "Content-Length: 99999999999")] },
  ];
}
