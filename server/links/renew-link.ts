/**
 * Tokens of a link that are good now. One that has run out is renewed by one process, while the others wait for what it
 * gets: renewing twice would end the link at vendors that give each renewal once.
 */
import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { HeldTokens, LinkedAccountStore } from "../../db/stores/linked-accounts.ts";
import { VendorError } from "../../providers/kernel/vendor-error.ts";
import { TripwrightError } from "../../trip/errors.ts";
import type { CallKeeper, InspirationVendor, VendorScope } from "../../trip/ports.ts";

export interface RenewParts {
  vendor: InspirationVendor;
  accounts: LinkedAccountStore;
  calls: Pick<CallKeeper, "claimCall" | "releaseCall">;
  now(): Date;
  /** What is left of a link that has ended goes as well. */
  onEnded(): Promise<void>;
}

/** So long before its end a token is not begun with any more. */
const MARGIN_MS = 60_000;
const LOOK_EVERY_MS = 100;
const PATIENCE_MS = 20_000;

export function notLinked({ provider, id }: Pick<InspirationVendor, "provider" | "id">): TripwrightError {
  const message = `No ${provider} account is linked. Link one with: tripwright link ${id} (POST /api/links/${id})`;
  return new TripwrightError("needs_input", message, { provider: id });
}

function ended({ provider, id }: InspirationVendor, cause?: unknown): TripwrightError {
  const message = `${provider} has ended the link: it was taken back there, or not used for too long. It is removed here, too. Link again with: tripwright link ${id} (POST /api/links/${id})`;
  return new TripwrightError("needs_input", message, { provider: id }, cause);
}

export async function freshTokens(parts: RenewParts, scope: VendorScope): Promise<HeldTokens> {
  const { vendor, accounts, now } = parts;
  const held = await accounts.findTokens(vendor.id);
  if (!held) throw notLinked(vendor);
  return Date.parse(held.expiresAt) - now().getTime() > MARGIN_MS ? held : renewed(parts, held, scope);
}

/** Others than those seen, by our own asking or by another process's. */
export async function renewed(parts: RenewParts, seen: HeldTokens, scope: VendorScope): Promise<HeldTokens> {
  const { vendor, accounts, calls } = parts;
  const argumentsHash = createHash("sha256").update(seen.stamp).digest("hex");
  const call = { key: `renew ${vendor.id} ${argumentsHash.slice(0, 32)}`, tool: `renew ${vendor.id}`, argumentsHash };
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_EVERY_MS) {
    scope.signal.throwIfAborted();
    const claimed = await calls.claimCall(call);
    try {
      const held = await accounts.findTokens(vendor.id);
      if (!held) throw ended(vendor);
      if (held.stamp !== seen.stamp) return held;
      if (claimed.state === "claimed") return await renew(parts, held, scope);
    } finally {
      if (claimed.state === "claimed") await calls.releaseCall(claimed.claim);
    }
    await wait(LOOK_EVERY_MS, undefined, { signal: scope.signal });
  }
  const message = `The link to ${vendor.provider} is being renewed by another process, which does not come to an end. Try again in some minutes.`;
  throw new TripwrightError("provider_unavailable", message, { provider: vendor.id });
}

async function renew(parts: RenewParts, held: HeldTokens, scope: VendorScope): Promise<HeldTokens> {
  const { vendor, accounts } = parts;
  if (held.refreshToken === null) throw await removed(parts, held);
  let tokens: Awaited<ReturnType<InspirationVendor["renewTokens"]>>;
  try {
    tokens = await vendor.renewTokens(held.refreshToken, scope);
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    if (error.kind === "bad_request") throw await removed(parts, held, error);
    if (error.kind !== "auth") throw error;
    // Either is possible, and only the second is for good: nothing is removed that could come back.
    const message = `${vendor.provider} did not renew the link: it does not accept the operator's app id and secret, or the link was ended there. Try again later, or link again with: tripwright link ${vendor.id}`;
    throw new TripwrightError("provider_unavailable", message, { provider: vendor.id, kind: error.kind }, error);
  }
  const isSame = tokens.refreshToken === null;
  const kept = isSame ? { refreshToken: held.refreshToken, refreshExpiresAt: held.refreshExpiresAt } : {};
  const scopes = tokens.scopes.length > 0 ? tokens.scopes : held.scopes;
  await accounts.replaceTokens(vendor.id, held.stamp, { ...tokens, ...kept, scopes });
  const now = await accounts.findTokens(vendor.id);
  if (!now) throw notLinked(vendor);
  return now;
}

async function removed(parts: RenewParts, held: HeldTokens, cause?: unknown): Promise<TripwrightError> {
  const { vendor, accounts, onEnded } = parts;
  if (await accounts.unlink(vendor.id, held.stamp)) await onEnded();
  return ended(vendor, cause);
}
