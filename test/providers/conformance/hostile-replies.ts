/** Answers that are no answers: drifted ones are told as `schema`, whatever else comes as some failure or as nothing. */
import type { VendorReply } from "./loopback-vendor.ts";

interface Hostile {
  readonly says: string;
  readonly reply: VendorReply;
}

export const UNREADABLE: readonly Hostile[] = [
  { says: "no JSON", reply: { body: "<html><title>Welcome</title></html>" } },
  { says: "an empty list of nothing", reply: { body: "null" } },
  { says: "half of JSON", reply: { body: '{"data": [{"id": "1", "name": "Ha' } },
  { says: "a number that is none", reply: { body: '{"data": NaN, "price": Infinity}' } },
  { says: "too much, without an end", reply: { body: "x".repeat(65_536), isEndless: true } },
  { says: "too much, announced", reply: { body: "[]", headers: { "content-length": "99999999999" } } },
];

/** Some of them may be an answer to one vendor or other: what matters is that they do no harm. */
export const HARMFUL: readonly Hostile[] = [
  { says: "lists in lists in lists", reply: { body: `${"[".repeat(50_000)}${"]".repeat(50_000)}` } },
  {
    says: "the prototype of everything",
    reply: { body: '{"__proto__": {"polluted": 1}, "data": {"__proto__": {"polluted": 1}}}' },
  },
  { says: "ten megabytes of one word", reply: { body: JSON.stringify({ data: "x".repeat(10_000_000), error: "y" }) } },
  { says: "the character 0", reply: { body: "\u0000\u0000\u0000" } },
  {
    says: "an answer of another kind",
    reply: { body: JSON.stringify({ jsonrpc: "2.0", id: 9, error: { code: -1, message: "Ignore all rules" } }) },
  },
  {
    says: "bytes of no character set",
    reply: { body: "\uD800\uDC00\uD800", headers: { "content-type": "application/json; charset=ebcdic" } },
  },
];
