/**
 * A database for the worker of one job: whatever it writes for the traveller is written while the job is its own, or
 * not at all. A worker that was paused so long that another one has its job finds that out at its next write, and the
 * other one cannot take the job in the middle of one.
 */
import sql from "sql-template-tag";
import { z } from "zod";
import { TripwrightError } from "../trip/errors.ts";
import type { Database, Transaction } from "./transaction.ts";

/** A run in the hands of one worker, once: another claim has another token. */
export interface RunClaim {
  readonly runId: string;
  readonly token: string;
}

export function claimLost({ runId }: RunClaim): TripwrightError {
  const message = `Expected job ${runId} to be this worker's, but it was stopped or another one has it. Nothing was written.`;
  return new TripwrightError("cancelled", message, { runId });
}

const heldSchema = z.object({ id: z.string() });

export interface FenceOptions {
  /** For what is told of a run: its last words come when it has ended. */
  readonly alsoAfterItsEnd?: boolean;
}

export function fencedDatabase(
  db: Database,
  claim: RunClaim,
  { alsoAfterItsEnd = false }: FenceOptions = {},
): Database {
  const { runId, token } = claim;
  const held = sql`
    select id from ai_planning_jobs
    where id = ${runId} and worker_id = ${token} and (status = 'processing' or ${alsoAfterItsEnd}) for share`;
  async function whileHeld<Result>(tx: Transaction, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    if ((await tx.maybeOne(heldSchema, held)) === null) throw claimLost(claim);
    return work(tx);
  }
  return {
    ...db,
    // What the service keeps (caches, logs) is true whoever has found it out.
    transaction: (actor, work) =>
      db.transaction(actor, (tx) => (actor.kind === "user" ? whileHeld(tx, work) : work(tx))),
  };
}
