/** Linking, using and unlinking a traveller's account at a vendor. */
import { createCallKeeper } from "../../db/stores/call-keeper.ts";
import { createInspirationStore } from "../../db/stores/inspiration-store.ts";
import { createLinkedAccounts, type LinkedAccount, listLinkedAccounts } from "../../db/stores/linked-accounts.ts";
import { VendorError } from "../../providers/kernel/vendor-error.ts";
import { TripwrightError } from "../../trip/errors.ts";
import type { AccountTokens, InspirationVendor, VendorScope } from "../../trip/ports.ts";
import type { Runtime } from "../compose.ts";
import { requireSealer } from "../secret-keys.ts";
import { type LinkState, newState, readState, spendState } from "./link-state.ts";
import { freshTokens, notLinked, type RenewParts, renewed } from "./renew-link.ts";

export type LinkRuntime = Pick<Runtime, "clock" | "database" | "inspiration" | "sealer">;

/** Throws `invalid_input`, saying what the operator has to set. */
export function requireInspiration({ inspiration }: Pick<Runtime, "inspiration">): InspirationVendor {
  if (inspiration) return inspiration;
  const variables = ["PINTEREST_APP_ID", "PINTEREST_APP_SECRET"];
  const message = `Linking a Pinterest account needs an app of the operator's, and ${variables.join(" and ")} are not set. "tripwright doctor" says how to get one.`;
  throw new TripwrightError("invalid_input", message, { variables });
}

export interface AccountLinks {
  /** Where the traveller says yes. */
  begin(asked: { redirectUri: string; browser: string | null }): Promise<{ authorizeUrl: string }>;
  listLinks(): Promise<LinkedAccount[]>;
  /** Does something with the traveller's own token, renewed where it has run out. */
  withToken<Result>(
    signal: AbortSignal,
    work: (accessToken: string, scope: VendorScope, vendor: InspirationVendor) => Promise<Result>,
  ): Promise<Result>;
  /** Gone from here whatever the vendor says; `isRevoked` is whether it has ended it as well. */
  unlink(signal: AbortSignal): Promise<{ isRevoked: boolean }>;
}

function partsFor({ database: db, clock, ...runtime }: LinkRuntime, userId: string): RenewParts {
  const vendor = requireInspiration(runtime);
  const sealer = requireSealer(runtime.sealer);
  return {
    vendor,
    accounts: createLinkedAccounts({ db, userId, sealer }),
    calls: createCallKeeper({ db, userId, now: clock.now }),
    now: clock.now,
    onEnded: () => createInspirationStore({ db, userId }).forgetPins(vendor.id),
  };
}

export function createAccountLinks(runtime: LinkRuntime, userId: string): AccountLinks {
  const { database: db, clock } = runtime;
  const scopeOf = (signal: AbortSignal): VendorScope => ({ signal, userId, runId: null });
  return {
    begin: async (asked) => {
      const vendor = requireInspiration(runtime);
      const calls = createCallKeeper({ db, userId, now: clock.now });
      const parts = { sealer: requireSealer(runtime.sealer), now: clock.now };
      const state = await newState(parts, calls, { ...asked, provider: vendor.id, userId });
      return { authorizeUrl: vendor.authorizeUrl({ redirectUri: asked.redirectUri, state }) };
    },
    listLinks: () => listLinkedAccounts(db, userId),
    withToken: async (signal, work) => {
      const parts = partsFor(runtime, userId);
      const scope = scopeOf(signal);
      const held = await freshTokens(parts, scope);
      try {
        return await work(held.accessToken, scope, parts.vendor);
      } catch (error) {
        // Ended before its time: taken back by the traveller, or by the vendor.
        if (!(error instanceof VendorError) || error.status !== 401) throw error;
        return work((await renewed(parts, held, scope)).accessToken, scope, parts.vendor);
      }
    },
    unlink: async (signal) => {
      const { vendor, accounts, onEnded } = partsFor(runtime, userId);
      const held = await accounts.findTokens(vendor.id).catch(() => null);
      if (!(await accounts.unlink(vendor.id))) throw notLinked(vendor);
      await onEnded();
      return { isRevoked: held !== null && (await revoke(vendor, held, scopeOf(signal))) };
    },
  };
}

/** Never a reason to fail: what is ours is gone already. */
async function revoke(vendor: InspirationVendor, tokens: AccountTokens, scope: VendorScope): Promise<boolean> {
  const { accessToken, refreshToken } = tokens;
  const ends = [...(refreshToken === null ? [] : [refreshToken]), accessToken];
  const outcomes = await Promise.allSettled(ends.map((token) => vendor.revokeToken(token, scope)));
  return outcomes.every(({ status }) => status === "fulfilled");
}

/** Whose way back it is, before anything is done. Throws `invalid_input`. */
export function linkStateIn({ sealer, clock, ...runtime }: LinkRuntime, state: string): LinkState {
  return readState({ sealer: requireSealer(sealer), now: clock.now }, requireInspiration(runtime).id, state);
}

/** The traveller came back with a code. */
export async function completeLink(
  runtime: LinkRuntime,
  { state, code }: { state: LinkState; code: string },
  signal: AbortSignal,
): Promise<{ accountName: string | null }> {
  const { userId, redirectUri } = state;
  const { vendor, accounts, now, onEnded } = partsFor(runtime, userId);
  await spendState(createCallKeeper({ db: runtime.database, userId, now }), vendor.id, state);
  const scope: VendorScope = { signal, userId, runId: null };
  const tokens = await vendor.exchangeCode({ code, redirectUri }, scope);
  const account = await vendor.findAccount(tokens.accessToken, scope);
  const before = await accounts.findTokens(vendor.id).catch(() => null);
  await accounts.link(vendor.id, account, tokens);
  if (before && before.accountId !== account.id) {
    await onEnded();
    await revoke(vendor, before, scope);
  }
  return { accountName: account.name };
}
