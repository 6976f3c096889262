/**
 * Accounts elsewhere that a traveller has linked. Tokens are sealed before they come here and opened after they leave:
 * no statement, log or copy of the table holds one that could be used. Bound to one traveller, by row-level security and
 * by the seal.
 */
import { randomUUID } from "node:crypto";
import sql, { type Sql } from "sql-template-tag";
import { z } from "zod";
import { TripwrightError } from "../../trip/errors.ts";
import type { AccountTokens } from "../../trip/vendor-ports.ts";
import type { Sealer } from "../seal.ts";
import type { Actor, Database } from "../transaction.ts";
import { instantSql } from "./row-parts.ts";

export interface LinkedAccount {
  /** The vendor's id. */
  provider: string;
  accountId: string;
  accountName: string | null;
  scopes: string[];
  linkedAt: string;
}

/** Tokens as they were read; `stamp` names them without telling anything of them. */
export interface HeldTokens extends AccountTokens {
  readonly accountId: string;
  readonly stamp: string;
}

export interface LinkedAccountStore {
  listAccounts(): Promise<LinkedAccount[]>;
  /** In place of what was linked there before. */
  link(provider: string, account: { id: string; name: string | null }, tokens: AccountTokens): Promise<void>;
  /** `null` where nothing is linked. Throws `needs_input` where the key that sealed them is gone. */
  findTokens(provider: string): Promise<HeldTokens | null>;
  /** Answers `false`, and changes nothing, where others have taken their place meanwhile. */
  replaceTokens(provider: string, stamp: string, tokens: AccountTokens): Promise<boolean>;
  /** Answers `false` where nothing was linked, or not those tokens. */
  unlink(provider: string, stamp?: string): Promise<boolean>;
}

export interface LinkedAccountOptions {
  db: Database;
  userId: string;
  sealer: Sealer;
}

const accountSchema = z.object({
  provider: z.string(),
  accountId: z.string(),
  accountName: z.string().nullable(),
  scopes: z.array(z.string()),
  linkedAt: z.string(),
});

const tokensSchema = z.object({
  accountId: z.string(),
  scopes: z.array(z.string()),
  sealedAccess: z.string(),
  sealedRefresh: z.string().nullable(),
  expiresAt: z.string().nullable(),
  refreshExpiresAt: z.string().nullable(),
});
type TokensRow = z.infer<typeof tokensSchema>;

/** What a list of links needs no key for. */
export function listLinkedAccounts(db: Database, userId: string): Promise<LinkedAccount[]> {
  return db.transaction({ kind: "user", userId }, (tx) =>
    tx.many(
      accountSchema,
      sql`
        select provider, external_id as "accountId", external_name as "accountName", scopes,
          ${instantSql(sql`created_at`)} as "linkedAt"
        from linked_accounts where user_id = app_user_id() order by provider`,
    ),
  );
}

interface SealedTokens {
  access: string;
  refresh: string | null;
}

/** Either token opens as what it is, for this traveller at that vendor. */
function tokenSeal({ sealer, userId }: Pick<LinkedAccountOptions, "sealer" | "userId">): {
  seal(provider: string, tokens: AccountTokens): SealedTokens;
  open(provider: string, row: TokensRow): HeldTokens;
} {
  return {
    seal: (provider, { accessToken, refreshToken }) => ({
      access: sealer.seal(accessToken, [userId, provider, "access"]),
      refresh: refreshToken === null ? null : sealer.seal(refreshToken, [userId, provider, "refresh"]),
    }),
    open: (provider, { sealedAccess, sealedRefresh, expiresAt, ...held }) => {
      try {
        return {
          ...held,
          stamp: sealedAccess,
          expiresAt: expiresAt ?? new Date(0).toISOString(),
          accessToken: sealer.open(sealedAccess, [userId, provider, "access"]),
          refreshToken: sealedRefresh === null ? null : sealer.open(sealedRefresh, [userId, provider, "refresh"]),
        };
      } catch (error) {
        const message = `The link to ${provider} cannot be used: the key that sealed it is not in TRIPWRIGHT_SECRET_KEY, or its row was changed. Put the key back, or link again.`;
        throw new TripwrightError("needs_input", message, { provider }, error);
      }
    },
  };
}

const linkSql = (
  provider: string,
  {
    account,
    tokens,
    sealed,
  }: { account: { id: string; name: string | null }; tokens: AccountTokens; sealed: SealedTokens },
): Sql => sql`
  insert into linked_accounts (
    id, user_id, provider, external_id, external_name, scopes, sealed_access_token, sealed_refresh_token,
    expires_at, refresh_expires_at)
  values (
    ${randomUUID()}, app_user_id(), ${provider}, ${account.id}, ${account.name}, ${[...tokens.scopes]},
    ${sealed.access}, ${sealed.refresh}, ${tokens.expiresAt}, ${tokens.refreshExpiresAt})
  on conflict (user_id, provider) do update
    set external_id = excluded.external_id, external_name = excluded.external_name, scopes = excluded.scopes,
      sealed_access_token = excluded.sealed_access_token, sealed_refresh_token = excluded.sealed_refresh_token,
      expires_at = excluded.expires_at, refresh_expires_at = excluded.refresh_expires_at, created_at = now()`;

const findSql = (provider: string): Sql => sql`
  select external_id as "accountId", scopes, sealed_access_token as "sealedAccess",
    sealed_refresh_token as "sealedRefresh", ${instantSql(sql`expires_at`)} as "expiresAt",
    ${instantSql(sql`refresh_expires_at`)} as "refreshExpiresAt"
  from linked_accounts where user_id = app_user_id() and provider = ${provider}`;

export function createLinkedAccounts({ db, userId, sealer }: LinkedAccountOptions): LinkedAccountStore {
  const actor: Actor = { kind: "user", userId };
  const { seal, open } = tokenSeal({ sealer, userId });
  const replaceTokens: LinkedAccountStore["replaceTokens"] = async (provider, stamp, tokens) => {
    const { access, refresh } = seal(provider, tokens);
    const changed = await db.transaction(actor, (tx) =>
      tx.execute(sql`
        update linked_accounts
        set sealed_access_token = ${access}, sealed_refresh_token = ${refresh}, scopes = ${[...tokens.scopes]},
          expires_at = ${tokens.expiresAt}, refresh_expires_at = ${tokens.refreshExpiresAt}
        where user_id = app_user_id() and provider = ${provider} and sealed_access_token = ${stamp}`),
    );
    return changed === 1;
  };
  const findTokens: LinkedAccountStore["findTokens"] = async (provider) => {
    const row = await db.transaction(actor, (tx) => tx.maybeOne(tokensSchema, findSql(provider)));
    return row && open(provider, row);
  };
  return {
    listAccounts: () => listLinkedAccounts(db, userId),
    replaceTokens,
    link: async (provider, account, tokens) => {
      const sealed = seal(provider, tokens);
      await db.transaction(actor, (tx) => tx.execute(linkSql(provider, { account, tokens, sealed })));
    },
    findTokens: async (provider) => {
      const held = await findTokens(provider);
      // A key that was replaced stops being needed as its links are used.
      if (!held || !sealer.isOutdated(held.stamp)) return held;
      await replaceTokens(provider, held.stamp, held);
      return findTokens(provider);
    },
    unlink: async (provider, stamp) => {
      const isThat = stamp === undefined ? sql`true` : sql`sealed_access_token = ${stamp}`;
      const removed = await db.transaction(actor, (tx) =>
        tx.execute(sql`
          delete from linked_accounts where user_id = app_user_id() and provider = ${provider} and ${isThat}`),
      );
      return removed === 1;
    },
  };
}
