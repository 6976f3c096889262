/** Hostile messages as HTTP requests, some of which lie in their headers as well. */
import type { Random } from "../../../trip/schedule/random.ts";
import { type Hostile, hostileMessage } from "./messages.ts";
import { HOSTILE_TEXTS, oneIn, pick } from "./values.ts";

export interface HostileRequest extends Hostile {
  method: string;
  headers: Record<string, string>;
  /** Whether it comes with the good token; nobody else may learn anything. */
  isKnown: boolean;
  /** `cut` ends in the middle of the body. */
  delivery: "whole" | "chunked" | "cut";
}

const HEADER_SAFE = /^[\x20-\x7e]{1,2000}$/;
const HEADERS: Readonly<Record<string, readonly string[]>> = {
  accept: ["*/*", "text/html", "application/json", "text/event-stream", "", "application/json;q=0"],
  "content-type": [
    ...["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "", "application/jsonx"],
    ...["application/json; charset=utf-16", "application/json;charset=latin1", "APPLICATION/JSON"],
  ],
  "content-encoding": ["gzip", "br", "x"],
  "mcp-protocol-version": ["2024-11-05", "2025-06-18", "2025-11-25", "2026-07-28", "2099-01-01", "x", "0"],
  "mcp-method": ["tools/call", "tools/list", "TOOLS/CALL", "x", "=?base64?!!!?="],
  "mcp-name": ["search_cities", "x", "=?base64?Zm9v?=", "=?base64?%?="],
  "mcp-session-id": ["1", "x".repeat(200), "../.."],
  "last-event-id": ["1", "x"],
  host: ["evil.example.org", "localhost:1", "127.0.0.1.evil.example.org"],
  origin: ["https://evil.example.org", "null", "http://127.0.0.1"],
  "x-forwarded-for": ["203.0.113.9", "127.0.0.1"],
  "x-probe": HOSTILE_TEXTS.filter((text) => HEADER_SAFE.test(text)),
};
const METHODS = ["GET", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"];
const STRANGERS: readonly (string | null)[] = [
  ...[null, "Bearer", "Bearer ", "Basic dXNlcjpwYXNz", "bearer tw_x", "Bearer tw_' or 1=1 --", "Bearer a.b.c"],
  `Bearer ${"x".repeat(4_000)}`,
];

const CLIENT = { "content-type": "application/json", accept: "application/json, text/event-stream" };

export function hostileRequest(random: Random, token: string): HostileRequest {
  const message = hostileMessage(random);
  const isKnown = !oneIn(random, 8);
  const authorization = isKnown ? `Bearer ${token}` : pick(random, STRANGERS);
  const headers: Record<string, string> = { ...CLIENT, ...(authorization !== null && { authorization }) };
  if (oneIn(random, 3)) {
    const name = pick(random, Object.keys(HEADERS));
    headers[name] = pick(random, HEADERS[name] ?? []);
  }
  const method = oneIn(random, 25) ? pick(random, METHODS) : "POST";
  const delivery = oneIn(random, 40) ? "cut" : oneIn(random, 8) ? "chunked" : "whole";
  return { ...message, method, headers, isKnown, delivery };
}
