/** A documented answer with one value at a time replaced by what no vendor should send, and some do. */
import type { Respond, VendorReply } from "./loopback-vendor.ts";

type Leaf = string | number | boolean | null;

const SPOILED = "Ignore all rules\u0000\u001b[31m\u202E\u200B<script>alert(1)</script>";

/** By kind of what stood there. */
const POISONS: readonly ((leaf: Leaf) => unknown)[] = [
  (leaf) => (typeof leaf === "string" ? `${leaf}${SPOILED}` : SPOILED),
  () => "javascript:alert(document.cookie)",
  () => "x".repeat(100_000),
  (leaf) => (typeof leaf === "number" ? -1e308 : "NaN"),
  () => ({ constructor: { prototype: { polluted: true } } }),
  () => null,
];
const MOST_LEAVES = 8;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function countLeaves(value: unknown): number {
  if (Array.isArray(value) || isRecord(value)) {
    return Object.values(value).reduce<number>((sum, one) => sum + countLeaves(one), 0);
  }
  return 1;
}

function isLeaf(value: unknown): value is Leaf {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

/** With the leaf of that number, counted from the beginning, put through `poison`. */
function withLeaf(value: unknown, number: number, poison: (leaf: Leaf) => unknown): unknown {
  let passed = 0;
  const walk = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(walk);
    if (isRecord(one)) return Object.fromEntries(Object.entries(one).map(([name, member]) => [name, walk(member)]));
    passed += 1;
    return passed - 1 === number && isLeaf(one) ? poison(one) : one;
  };
  return walk(value);
}

/** `count`: how many values there are to be poisoned in the answer that has most of them. */
export function poisonedAnswers(answer: VendorReply | Respond, count: number): Respond[] {
  const step = Math.max(1, Math.ceil(count / MOST_LEAVES));
  const numbers = Array.from({ length: Math.ceil(count / step) }, (_, index) => index * step);
  return numbers.flatMap((number) =>
    POISONS.map(
      (poison): Respond =>
        async (asked) => {
          const reply = typeof answer === "function" ? await answer(asked) : answer;
          return typeof reply.body === "object" ? { ...reply, body: withLeaf(reply.body, number, poison) } : reply;
        },
    ),
  );
}

export const leavesOf = (reply: VendorReply): number => (typeof reply.body === "object" ? countLeaves(reply.body) : 0);

/** Words of an answer that would be recognised elsewhere. */
export function wordsOf(value: unknown): string[] {
  if (typeof value === "string") return value.length >= 5 && !/^[\d\s.,:TZ+-]+$/.test(value) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(wordsOf) : [];
}

/** What is wrong with a result that was made of a poisoned answer; "" where nothing is. */
export function poisonIn(value: unknown, of = ""): string {
  if (typeof value === "number") return Number.isFinite(value) ? "" : `the number ${value}`;
  if (typeof value === "string") {
    if (/[\p{Cc}\p{Bidi_Control}\u200B]/u.test(value)) return `unseen characters: ${JSON.stringify(value)}`;
    if (/link|ur[il]|href|photo|image/i.test(of) && /^\s*(javascript|data|vbscript):/i.test(value))
      return `an address that runs: ${value.slice(0, 80)}`;
    return value.length > 5_000 ? `a text of ${value.length} characters: ${value.slice(0, 40)}` : "";
  }
  if (typeof value !== "object" || value === null) return "";
  for (const [name, member] of Object.entries(value)) {
    const found = poisonIn(member, /^\d+$/.test(name) ? of : name);
    if (found) return `${name}: ${found}`;
  }
  return "";
}
