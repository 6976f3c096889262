/**
 * The secret in a shared link. The database only ever sees its hash: neither a copied table nor a
 * statement log opens a trip. It is 256 random bits, so a plain hash is enough.
 */
import { createHash, randomBytes } from "node:crypto";

const TOKEN_BYTES = 32;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** 43 characters that need no escaping in a URL. */
export function newShareToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

export function isShareToken(text: string): boolean {
  return TOKEN.test(text);
}

/** As `trips.share_token` holds it: 64 hexadecimal digits. */
export function hashShareToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
