/**
 * Which process asks a vendor just now, as rows: no lock of a session and no notification, so that it holds behind a
 * pool of transactions. Times are the database's own: processes on several machines have one clock to go by.
 */
import sql from "sql-template-tag";
import { z } from "zod";
import type { Claim, SearchClaims } from "../../trip/ports.ts";
import { FAILURE_KINDS, type VendorFailure } from "../../trip/vendor-ports.ts";
import type { Database, Transaction } from "../transaction.ts";

/** Renewed several times before it ends; as long as others wait for a process that was killed. */
const LEASE_MS = 6_000;
/** Longer than the longest step between two looks of those who wait. */
const FAILURE_TOLD_SECONDS = 3;
const LONGEST_TOLD_SECONDS = 30;

export interface SearchClaimsOptions {
  readonly db: Database;
  readonly leaseMs?: number | undefined;
}

const failureSchema = z.object({
  provider: z.string(),
  kind: z.enum(FAILURE_KINDS),
  retryAfterSeconds: z.number().nullable(),
});
const claimSchema = z.object({
  isOurs: z.boolean(),
  // Of another release, perhaps: then there is nothing to tell, and the wait goes on.
  failure: failureSchema.nullable().catch(null),
});

/** A claim that a crash forgets is taken anew: nobody waits for the disk. */
const UNHURRIED = sql`set_config('synchronous_commit', 'off', true)`;

function claimOf(row: z.infer<typeof claimSchema> | null, absent: "held" | "free"): Claim {
  if (row === null) return { state: absent };
  if (row.isOurs) return { state: "ours" };
  return row.failure ? { state: "failed", failure: row.failure } : { state: "held" };
}

function toldSeconds({ kind, retryAfterSeconds }: VendorFailure): number {
  const asked = kind === "rate_limited" || kind === "quota" ? (retryAfterSeconds ?? 0) : 0;
  return Math.min(Math.max(FAILURE_TOLD_SECONDS, asked), LONGEST_TOLD_SECONDS);
}

export function createSearchClaims({ db, leaseMs = LEASE_MS }: SearchClaimsOptions): SearchClaims {
  const until = sql`now() + make_interval(secs => ${leaseMs / 1000}::float8)`;
  const asService = <Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> =>
    db.transaction({ kind: "service" }, work);
  return {
    async claim(key, claimedBy) {
      const row = await asService((tx) =>
        tx.maybeOne(
          claimSchema,
          sql`
            with claimed as (
              insert into search_claims (search_hash, claimed_by, claimed_until) values (${key}, ${claimedBy}, ${until})
              on conflict (search_hash) do update
              set claimed_by = excluded.claimed_by, claimed_until = excluded.claimed_until, failure = null
              where search_claims.claimed_until <= now()
              returning search_hash)
            select true as "isOurs", null::jsonb as failure, ${UNHURRIED} from claimed
            union all
            select false, failure, null from search_claims
            where search_hash = ${key} and claimed_until > now() and not exists (select from claimed)`,
        ),
      );
      // Neither ours nor seen: somebody took it, or gave it back, in this moment.
      return claimOf(row, "held");
    },

    async standing(key) {
      const row = await asService((tx) =>
        tx.maybeOne(
          claimSchema,
          sql`select false as "isOurs", failure from search_claims where search_hash = ${key} and claimed_until > now()`,
        ),
      );
      return claimOf(row, "free");
    },

    async renew(key, claimedBy) {
      await asService((tx) =>
        tx.execute(sql`
          update search_claims set claimed_until = ${until}
          where search_hash = ${key} and claimed_by = ${claimedBy} and failure is null returning ${UNHURRIED}`),
      );
    },

    async fail(key, claimedBy, failure) {
      await asService((tx) =>
        tx.execute(sql`
          update search_claims
          set failure = ${JSON.stringify(failure)},
            claimed_until = now() + make_interval(secs => ${toldSeconds(failure)}::float8)
          where search_hash = ${key} and claimed_by = ${claimedBy} returning ${UNHURRIED}`),
      );
    },

    async release(key, claimedBy) {
      await asService((tx) =>
        tx.execute(sql`
          delete from search_claims where search_hash = ${key} and claimed_by = ${claimedBy} returning ${UNHURRIED}`),
      );
    },
  };
}
