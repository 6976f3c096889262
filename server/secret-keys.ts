/** TRIPWRIGHT_SECRET_KEY: what tokens of linked accounts are sealed with. One key, or the new one before the old ones. */
import { createSealer, KEY_BYTES, type Sealer } from "../db/seal.ts";
import { TripwrightError } from "../trip/errors.ts";

export const SECRET_KEY_VARIABLE = "TRIPWRIGHT_SECRET_KEY";
const HOW = "make one with: openssl rand -base64 32";

/** 64 hexadecimal digits, or base64 of either alphabet. `null` for anything else. */
function keyIn(typed: string): Buffer | null {
  if (/^[0-9a-f]{64}$/i.test(typed)) return Buffer.from(typed, "hex");
  const bytes = /^[\w+/-]{43}=?$/.test(typed) ? Buffer.from(typed, "base64") : null;
  return bytes?.length === KEY_BYTES ? bytes : null;
}

/** None where nothing is set. Throws `invalid_input`, never telling the value. */
export function secretKeysIn(typed: string | undefined): Buffer[] {
  const parts = (typed ?? "").split(/[\s,]+/).filter((part) => part !== "");
  return parts.map((part) => {
    const key = keyIn(part);
    // All the same byte is what somebody types who has not made one.
    if (key && new Set(key).size > 1) return key;
    const message = `The environment could not be used. ${SECRET_KEY_VARIABLE}: expected ${KEY_BYTES} random bytes in base64 or hexadecimal, or several such keys with commas between them; ${HOW}.`;
    throw new TripwrightError("invalid_input", message, { variables: [SECRET_KEY_VARIABLE] });
  });
}

export function sealerFor(keys: readonly Buffer[]): Sealer | null {
  return keys.length === 0 ? null : createSealer(keys);
}

/** Throws `invalid_input`: nothing is linked that could not be kept safe. */
export function requireSealer(sealer: Sealer | null): Sealer {
  if (sealer) return sealer;
  const message = `Linking an account needs a key to seal its tokens with, and ${SECRET_KEY_VARIABLE} is not set. Set it; ${HOW}.`;
  throw new TripwrightError("invalid_input", message, { variables: [SECRET_KEY_VARIABLE] });
}
