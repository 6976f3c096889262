/** Calls that programs make: by key, so that one that arrives twice is done once, and those that wait for a yes. */
import { createHash, randomBytes } from "node:crypto";
import sql from "sql-template-tag";
import { z } from "zod";
import { TripwrightError } from "../../trip/errors.ts";
import type { CallKeeper } from "../../trip/ports.ts";
import type { Actor, Database } from "../transaction.ts";
import { jsonText } from "./json-text.ts";

export interface CallKeeperOptions {
  db: Database;
  userId: string;
  now: () => Date;
}

/** Longer than any call may take: by then its process is gone. */
const CLAIM_MS = 5 * 60_000;
const KEPT_MS = 24 * 3_600_000;
const CONFIRMATION_MS = 10 * 60_000;

const callSchema = z.object({ tool: z.string(), argumentsHash: z.string(), result: z.unknown(), isDone: z.boolean() });
const claimedSchema = z.object({ key: z.string() });
const hashOf = (code: string): string => createHash("sha256").update(code).digest("hex");

export function createCallKeeper({ db, userId, now }: CallKeeperOptions): CallKeeper {
  const actor: Actor = { kind: "user", userId };
  const after = (milliseconds: number): string => new Date(now().getTime() + milliseconds).toISOString();
  return {
    claimCall: async ({ key, tool, argumentsHash }) => {
      if (key.includes("\0")) {
        throw new TripwrightError("invalid_input", "Expected an idempotency key without the character 0. Use another.");
      }
      const until = after(CLAIM_MS);
      return db.transaction(actor, async (tx) => {
        const claimed = await tx.maybeOne(
          claimedSchema,
          sql`
            insert into keyed_calls (user_id, key, tool, arguments_hash, expires_at)
            values (app_user_id(), ${key}, ${tool}, ${argumentsHash}, ${until})
            on conflict (user_id, key) do update
              set tool = excluded.tool, arguments_hash = excluded.arguments_hash, result = null,
                expires_at = excluded.expires_at
              where keyed_calls.expires_at <= ${after(0)}
            returning key`,
        );
        if (claimed) return { state: "claimed", claim: { key, until } };
        const kept = await tx.one(
          callSchema,
          sql`
            select tool, arguments_hash as "argumentsHash", result, result is not null as "isDone"
            from keyed_calls where user_id = app_user_id() and key = ${key}`,
        );
        if (kept.tool !== tool || kept.argumentsHash !== argumentsHash) {
          const message = `Expected a new idempotency key for another call, got "${key}" again, which was used for ${kept.tool}. Use each key for one call only.`;
          throw new TripwrightError("invalid_input", message, { key });
        }
        return kept.isDone ? { state: "done", result: kept.result } : { state: "running" };
      });
    },

    keepResult: async ({ key, until }, result) => {
      await db.transaction(actor, (tx) =>
        tx.execute(sql`
          update keyed_calls set result = ${jsonText(result)}::jsonb, expires_at = ${after(KEPT_MS)}
          where user_id = app_user_id() and key = ${key} and expires_at = ${until} and result is null`),
      );
    },

    releaseCall: async ({ key, until }) => {
      await db.transaction(actor, (tx) =>
        tx.execute(sql`
          delete from keyed_calls
          where user_id = app_user_id() and key = ${key} and expires_at = ${until} and result is null`),
      );
    },

    askConfirmation: async ({ tool, argumentsHash }) => {
      const code = randomBytes(12).toString("base64url");
      await db.transaction(actor, (tx) =>
        tx.execute(sql`
          insert into call_confirmations (user_id, code_hash, tool, arguments_hash, expires_at)
          values (app_user_id(), ${hashOf(code)}, ${tool}, ${argumentsHash}, ${after(CONFIRMATION_MS)})`),
      );
      return { code };
    },

    useConfirmation: async (code, { tool, argumentsHash }) => {
      const used = await db.transaction(actor, (tx) =>
        tx.execute(sql`
          delete from call_confirmations
          where user_id = app_user_id() and code_hash = ${hashOf(code)} and tool = ${tool}
            and arguments_hash = ${argumentsHash} and expires_at > ${after(0)}`),
      );
      return used === 1;
    },
  };
}
