/**
 * Tokens that requests come with: who they act for, how far, and until when. Nobody is known yet when a token is
 * looked up, so the service does that; a traveller's own role can make none.
 */
import { randomUUID } from "node:crypto";
import sql, { type Sql } from "sql-template-tag";
import { z } from "zod";
import { TripwrightError } from "../../trip/errors.ts";
import { SCOPES, type Scope } from "../../trip/ports.ts";
import { hashSessionToken, isSameHash, isSessionToken, newSessionToken } from "../session-token.ts";
import type { Actor, Database, Transaction } from "../transaction.ts";
import { instantSql } from "./row-parts.ts";

const scopeSchema = z.enum(SCOPES);
const sessionSchema = z.object({
  id: z.string(),
  email: z.string(),
  label: z.string().nullable(),
  scopes: z.array(scopeSchema),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
});
/** A token as its owner sees it later: without the secret. */
export type SessionSummary = z.infer<typeof sessionSchema>;

export interface NewSession {
  /** Of the traveller it acts for; made where there is none. The local user unless given. */
  email?: string | undefined;
  label: string | null;
  scopes: readonly Scope[];
  expiresAt: Date | null;
}

export interface SessionStore {
  /** The secret is told this once: only its hash is kept. */
  createSession(session: NewSession): Promise<{ token: string; session: SessionSummary; isNewUser: boolean }>;
  /** Everybody's, newest first. */
  listSessions(): Promise<SessionSummary[]>;
  /** By its id or the beginning of it. Throws `invalid_input` unless that names one that is still good. */
  revokeSession(id: string): Promise<SessionSummary>;
  /** Whether anybody could sign in now. */
  hasUsableSession(): Promise<boolean>;
  /** `null` for a token that is unknown, over, revoked, or of an account that is closed. */
  findBearer(token: string): Promise<{ userId: string; scopes: Scope[] } | null>;
}

export interface SessionStoreOptions {
  db: Database;
  localUserId: string;
  now: () => Date;
}

const SERVICE: Actor = { kind: "service" };
/** How far behind `last_used_at` may be: a busy client does not write a row with each request. */
const USED_RESOLUTION_MS = 60_000;

const SESSION_COLUMNS: Sql = sql`
  s.id, u.email, s.label, s.scopes, ${instantSql(sql`s.created_at`)} as "createdAt",
  ${instantSql(sql`s.expires_at`)} as "expiresAt", ${instantSql(sql`s.last_used_at`)} as "lastUsedAt",
  ${instantSql(sql`s.revoked_at`)} as "revokedAt"`;
const SESSIONS: Sql = sql`user_sessions s join users u on u.id = s.user_id`;

const isUsable = (now: Date): Sql => sql`
  s.revoked_at is null and (s.expires_at is null or s.expires_at > ${now.toISOString()}) and u.is_active`;

const idSchema = z.object({ id: z.string() });
const bearerSchema = z.object({
  id: z.string(),
  userId: z.string(),
  tokenHash: z.string(),
  scopes: z.array(scopeSchema),
  lastUsedAt: z.string().nullable(),
});

async function userOf(tx: Transaction, email: string): Promise<{ userId: string; isNewUser: boolean }> {
  const byEmail = sql`select id from users where lower(email) = lower(${email})`;
  const known = await tx.maybeOne(idSchema, byEmail);
  if (known) return { userId: known.id, isNewUser: false };
  const userId = randomUUID();
  const made = await tx.execute(sql`
    insert into users (id, email, first_name, last_name)
    values (${userId}, ${email.toLowerCase()}, ${email.split("@")[0]?.slice(0, 100) ?? ""}, '')
    on conflict do nothing`);
  if (made > 0) return { userId, isNewUser: true };
  // Somebody else was making the same traveller at that moment, and has finished.
  return { userId: (await tx.one(idSchema, byEmail)).id, isNewUser: false };
}

export function createSessionStore({ db, localUserId, now }: SessionStoreOptions): SessionStore {
  return {
    createSession: ({ email, label, scopes, expiresAt }) =>
      db.transaction(SERVICE, async (tx) => {
        const token = newSessionToken();
        const id = randomUUID();
        const { userId, isNewUser } = email ? await userOf(tx, email) : { userId: localUserId, isNewUser: false };
        await tx.execute(sql`
          insert into user_sessions (id, user_id, token_hash, label, scopes, expires_at)
          values (${id}, ${userId}, ${hashSessionToken(token)}, ${label}, ${[...scopes]},
            ${expiresAt?.toISOString() ?? null})`);
        const session = await tx.one(sessionSchema, sql`select ${SESSION_COLUMNS} from ${SESSIONS} where s.id = ${id}`);
        return { token, session, isNewUser };
      }),

    listSessions: () =>
      db.transaction(SERVICE, (tx) =>
        tx.many(sessionSchema, sql`select ${SESSION_COLUMNS} from ${SESSIONS} order by s.created_at desc, s.id`),
      ),

    revokeSession: (id) =>
      db.transaction(SERVICE, async (tx) => {
        const named = await tx.many(
          sessionSchema,
          sql`
            select ${SESSION_COLUMNS} from ${SESSIONS}
            where starts_with(s.id::text, ${id.toLowerCase()}) and s.revoked_at is null limit 2`,
        );
        const [only] = named;
        if (!only || named.length > 1) {
          const message = `Expected the id of one token, or its beginning, got "${id}", which names ${only ? "several" : "none that is still good"}. List them with: tripwright tokens list`;
          throw new TripwrightError("invalid_input", message, { id });
        }
        const revokedAt = now().toISOString();
        await tx.execute(sql`update user_sessions set revoked_at = ${revokedAt} where id = ${only.id}`);
        return { ...only, revokedAt };
      }),

    hasUsableSession: async () =>
      (await db.transaction(SERVICE, (tx) =>
        tx.maybeOne(idSchema, sql`select s.id from ${SESSIONS} where ${isUsable(now())} limit 1`),
      )) !== null,

    findBearer: async (token) => {
      if (!isSessionToken(token)) return null;
      const hash = hashSessionToken(token);
      return db.transaction(SERVICE, async (tx) => {
        const found = await tx.maybeOne(
          bearerSchema,
          sql`
            select s.id, s.user_id as "userId", s.token_hash as "tokenHash", s.scopes,
              ${instantSql(sql`s.last_used_at`)} as "lastUsedAt"
            from ${SESSIONS} where s.token_hash = ${hash} and ${isUsable(now())}`,
        );
        if (!found || !isSameHash(found.tokenHash, hash)) return null;
        await noteUse(tx, found, now());
        return { userId: found.userId, scopes: found.scopes };
      });
    },
  };
}

async function noteUse(tx: Transaction, session: z.infer<typeof bearerSchema>, now: Date): Promise<void> {
  const since = session.lastUsedAt === null ? Number.POSITIVE_INFINITY : now.getTime() - Date.parse(session.lastUsedAt);
  if (since < USED_RESOLUTION_MS) return;
  await tx.execute(sql`update user_sessions set last_used_at = ${now.toISOString()} where id = ${session.id}`);
}
