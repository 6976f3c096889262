/**
 * Text that only the program's own key opens (AES-256-GCM), and only where it was put: what it belongs to is bound to it,
 * so that a row copied to another traveller does not open. The first key seals, all of them open: a new key goes in
 * front, and the old one stays until nothing is sealed with it.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { TripwrightError } from "../trip/errors.ts";

export const KEY_BYTES = 32;
const VERSION = "v1";
const ALGORITHM = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_ID_BYTES = 6;

export interface Sealer {
  /** `belongsTo` says whose text it is and what for; opening it takes the same. */
  seal(text: string, belongsTo: readonly string[]): string;
  /** Throws `internal`, telling neither text nor key, where it was changed, is somebody else's or its key is gone. */
  open(sealed: string, belongsTo: readonly string[]): string;
  /** Whether it was sealed with another key than the one that seals now. */
  isOutdated(sealed: string): boolean;
}

interface Key {
  /** Which key, without telling anything of it. */
  id: string;
  secret: Buffer;
}

const derived = (key: Uint8Array, purpose: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync("sha256", key, "", `tripwright ${VERSION} ${purpose}`, bytes));

const keyOf = (key: Uint8Array): Key => ({
  id: derived(key, "key id", KEY_ID_BYTES).toString("hex"),
  secret: derived(key, "sealed text", KEY_BYTES),
});

const boundTo = (keyId: string, belongsTo: readonly string[]): Buffer =>
  Buffer.from(JSON.stringify([VERSION, keyId, ...belongsTo]));

function refused(why: string): TripwrightError {
  return new TripwrightError("internal", `A sealed text could not be opened: ${why}.`);
}

/** Base64 has several spellings of some bytes; only ours is taken. */
function bytesOf(encoded: string): Buffer | null {
  const bytes = Buffer.from(encoded, "base64url");
  return bytes.toString("base64url") === encoded && bytes.length >= IV_BYTES + TAG_BYTES ? bytes : null;
}

/** At least one key; the first seals. */
export function createSealer(keys: readonly Uint8Array[]): Sealer {
  const known = keys.map(keyOf);
  const [first] = known;
  if (!first || keys.some(({ byteLength }) => byteLength !== KEY_BYTES)) {
    throw new TripwrightError("internal", `Expected keys of ${KEY_BYTES} bytes.`);
  }
  return {
    seal: (text, belongsTo) => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(ALGORITHM, first.secret, iv, { authTagLength: TAG_BYTES });
      cipher.setAAD(boundTo(first.id, belongsTo));
      const sealed = Buffer.concat([iv, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
      return [VERSION, first.id, sealed.toString("base64url")].join(".");
    },
    open: (sealed, belongsTo) => {
      const [version, keyId = "", encoded = "", ...more] = sealed.split(".");
      const bytes = bytesOf(encoded);
      if (version !== VERSION || more.length > 0 || bytes === null) throw refused("it is none of ours");
      const key = known.find(({ id }) => id === keyId);
      if (!key)
        throw refused(`its key ${/^[0-9a-f]{12}$/.test(keyId) ? `${keyId} ` : ""}is not in TRIPWRIGHT_SECRET_KEY`);
      const decipher = createDecipheriv(ALGORITHM, key.secret, bytes.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(boundTo(keyId, belongsTo)).setAuthTag(bytes.subarray(-TAG_BYTES));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]).toString(
          "utf8",
        );
      } catch {
        throw refused("it was changed, or belongs to somebody else");
      }
    },
    isOutdated: (sealed) => sealed.split(".")[1] !== first.id,
  };
}
