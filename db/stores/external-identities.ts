/**
 * Travellers as an authorization server knows them: its issuer and its subject name one account here, and nothing
 * else does. An e-mail address never leads to an account that is there already: whoever could have any address
 * written into a token would take it over.
 */
import { randomUUID } from "node:crypto";
import sql from "sql-template-tag";
import { z } from "zod";
import { TripwrightError } from "../../trip/errors.ts";
import type { Actor, Database, Transaction } from "../transaction.ts";
import { instantSql } from "./row-parts.ts";

export interface ExternalIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** Only one that the issuer says it has verified. */
  readonly email?: string | undefined;
}

export interface ExternalIdentityStore {
  /** Makes the account at the first visit. `null` for one that is closed; throws `not_signed_in` for no possible name. */
  findOrCreateUser(identity: ExternalIdentity): Promise<{ userId: string } | null>;
}

const SERVICE: Actor = { kind: "service" };
/** How far behind `last_used_at` may be: a busy client does not write a row with each request. */
const USED_RESOLUTION_MS = 60_000;
/** Of addresses that nobody has, so that no token may name one. */
const OWN_DOMAIN = "tripwright.localhost";

/** As long as the columns are; PostgreSQL takes no NUL, and what is no Unicode would become something else there. */
const nameOf = (length: number): z.ZodString =>
  z
    .string()
    .min(1)
    .max(length)
    .regex(/^[^\0]*$/)
    .refine((text) => text.isWellFormed());
const nameSchema = z.object({ issuer: nameOf(500), subject: nameOf(255) });
const emailSchema = z.email().max(255);
const knownSchema = z.object({ userId: z.string(), isActive: z.boolean(), lastUsedAt: z.string().nullable() });
type Known = z.infer<typeof knownSchema>;

export function createExternalIdentityStore({ db, now }: { db: Database; now: () => Date }): ExternalIdentityStore {
  return {
    findOrCreateUser: (identity) => {
      if (!nameSchema.safeParse(identity).success) {
        const message =
          "Expected a token whose issuer has 1 to 500 characters and whose subject has 1 to 255, got another one. Sign in with an account that has those.";
        throw new TripwrightError("not_signed_in", message);
      }
      return db.transaction(SERVICE, async (tx) => {
        const known = (await findIdentity(tx, identity)) ?? (await findInTurn(tx, identity));
        if (!known) return { userId: await createUser(tx, identity, now()) };
        if (!known.isActive) return null;
        await noteUse(tx, { ...identity, lastUsedAt: known.lastUsedAt }, now());
        return { userId: known.userId };
      });
    },
  };
}

function findIdentity(tx: Transaction, { issuer, subject }: ExternalIdentity): Promise<Known | null> {
  return tx.maybeOne(
    knownSchema,
    sql`
      select e.user_id as "userId", u.is_active as "isActive", ${instantSql(sql`e.last_used_at`)} as "lastUsedAt"
      from external_identities e join users u on u.id = e.user_id
      where e.issuer = ${issuer} and e.subject = ${subject}`,
  );
}

/** First visits of one person queue here until the end of the transaction; all but the first find the account. */
async function findInTurn(tx: Transaction, identity: ExternalIdentity): Promise<Known | null> {
  const name = JSON.stringify([identity.issuer, identity.subject]);
  await tx.execute(sql`
    select pg_advisory_xact_lock(
      hashtextextended('tripwright.identity.' || current_schema() || '.' || ${name}::text, 0))`);
  return findIdentity(tx, identity);
}

async function createUser(tx: Transaction, { issuer, subject, email }: ExternalIdentity, now: Date): Promise<string> {
  const userId = randomUUID();
  const address = emailSchema.safeParse(email?.toLowerCase()).data;
  const isOurs = address?.endsWith(`@${OWN_DOMAIN}`) === true;
  const hasAddress = address !== undefined && !isOurs && (await insertUser(tx, userId, address));
  if (!hasAddress) await insertUser(tx, userId, null);
  await tx.execute(sql`
    insert into external_identities (issuer, subject, user_id, last_used_at)
    values (${issuer}, ${subject}, ${userId}, ${now.toISOString()})`);
  return userId;
}

/** Answers `false`, and makes nothing, when somebody has the address. Without one, the account gets one of its own. */
async function insertUser(tx: Transaction, userId: string, email: string | null): Promise<boolean> {
  const name = email?.split("@")[0]?.slice(0, 100) ?? "Traveller";
  const inserted = await tx.execute(sql`
    insert into users (id, email, first_name, last_name, is_email_verified)
    values (${userId}, ${email ?? `${userId}@${OWN_DOMAIN}`}, ${name}, '', ${email !== null})
    on conflict do nothing`);
  return inserted === 1;
}

async function noteUse(
  tx: Transaction,
  { issuer, subject, lastUsedAt }: ExternalIdentity & Pick<Known, "lastUsedAt">,
  now: Date,
): Promise<void> {
  const since = lastUsedAt === null ? Number.POSITIVE_INFINITY : now.getTime() - Date.parse(lastUsedAt);
  if (since < USED_RESOLUTION_MS) return;
  await tx.execute(sql`
    update external_identities set last_used_at = ${now.toISOString()}
    where issuer = ${issuer} and subject = ${subject}`);
}
