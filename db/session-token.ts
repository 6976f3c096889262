/**
 * The secret that a request shows to act for somebody. The database only ever sees its hash: neither a copied table
 * nor a statement log signs anybody in. It is 256 random bits, so a plain hash is enough.
 */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

const TOKEN_BYTES = 32;
const TOKEN = /^tw_[A-Za-z0-9_-]{43}$/;

/** Begins in a way that scanners for leaked secrets can be told of. */
export function newSessionToken(): string {
  return `tw_${randomBytes(TOKEN_BYTES).toString("base64url")}`;
}

export function isSessionToken(text: string): boolean {
  return TOKEN.test(text);
}

/** As `user_sessions.token_hash` holds it: 64 hexadecimal digits. */
export function hashSessionToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Takes the same time wherever the two begin to differ. */
export function isSameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
