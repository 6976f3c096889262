/**
 * `ai_planning_jobs` as one process writes it. A run is its worker's while the worker renews the lease;
 * once the worker is gone, whoever sweeps next marks it as failed, and it never comes back to life.
 */
import { randomUUID } from "node:crypto";
import sql, { type Sql } from "sql-template-tag";
import { z } from "zod";
import { TripwrightError } from "../../trip/errors.ts";
import type { RunSummary } from "../../trip/plan-document.ts";
import type { ModelCallRecord, RunEnd, RunRecorder } from "../../trip/ports.ts";
import type { Actor, Database } from "../transaction.ts";
import { isUuid } from "./row-parts.ts";

const DEFAULT_LEASE_MS = 15_000;

export interface RunRecorderOptions {
  db: Database;
  userId: string;
  /** Names this process among all that share the database. */
  workerId: string;
  now: () => Date;
  leaseMs?: number | undefined;
  /** `false` when the worker is known to be dead; a worker elsewhere, of which nobody knows, counts as alive. */
  isWorkerAlive?: ((workerId: string) => boolean) | undefined;
}

const runRowSchema = z
  .object({
    id: z.string(),
    modelVersion: z.string(),
    promptHash: z.string(),
    input: z.number(),
    output: z.number(),
    cached: z.number(),
    reasoning: z.number(),
    durationMs: z.number(),
  })
  .transform(({ input, output, cached, reasoning, ...run }): RunSummary => {
    return { ...run, tokens: { input, output, cached, reasoning } };
  });

/** Sums are 0 until the run has ended. */
const RUN_COLUMNS: Sql = sql`
  id, model_version as "modelVersion", prompt_hash as "promptHash", coalesce(tokens_input, 0) as input,
  coalesce(tokens_output, 0) as output, coalesce(tokens_cached, 0) as cached,
  coalesce(tokens_reasoning, 0) as reasoning, coalesce(duration_ms, 0) as "durationMs"`;

const workerRowSchema = z.object({ workerId: z.string() });

function noLongerOurs(runId: string): TripwrightError {
  const message = `Expected run ${runId} to be running here, but it was stopped or given up. Start a new run.`;
  return new TripwrightError("cancelled", message, { runId });
}

function resultColumns(end: RunEnd): Sql {
  const { modelVersion, result, tokens, durationMs, toolCalls } = end;
  return sql`
    model_version = ${modelVersion}, result_data = ${JSON.stringify(result)}::jsonb,
    tokens_used = ${tokens.input + tokens.output}, tokens_input = ${tokens.input}, tokens_output = ${tokens.output},
    tokens_cached = ${tokens.cached}, tokens_reasoning = ${tokens.reasoning},
    duration_ms = ${Math.round(durationMs)}, tool_calls = ${toolCalls}, model_calls = ${end.modelCalls ?? null},
    first_token_ms = ${end.firstTokenMs ?? null}, cost_usd = ${end.costUsd ?? null},
    verdict_ok = ${end.verdictOk ?? null}`;
}

async function recordModelCall(
  { db, userId }: Pick<RunRecorderOptions, "db" | "userId">,
  runId: string,
  call: ModelCallRecord,
): Promise<void> {
  const { tokens } = call;
  await db.transaction({ kind: "user", userId }, (tx) =>
    tx.execute(sql`
      insert into model_calls (
        run_id, seq, user_id, provider, model, model_version, prompt_hash, tokens_input, tokens_output,
        tokens_cached, tokens_reasoning, cost_usd, priced_as_of, first_token_ms, duration_ms, finish_reason,
        tool_calls, error_code)
      values (
        ${runId}, ${call.seq}, ${userId}, ${call.provider}, ${call.model}, ${call.modelVersion}, ${call.promptHash},
        ${tokens.input}, ${tokens.output}, ${tokens.cached}, ${tokens.reasoning}, ${call.costUsd},
        ${call.pricedAsOf}, ${call.firstTokenMs}, ${call.durationMs}, ${call.finishReason}, ${call.toolCalls},
        ${call.errorCode})`),
  );
}

export function createRunRecorder(options: RunRecorderOptions): RunRecorder {
  const { db, userId, workerId, now, leaseMs = DEFAULT_LEASE_MS, isWorkerAlive = () => true } = options;
  const actor: Actor = { kind: "user", userId };
  const leaseEnd = (): string => new Date(now().getTime() + leaseMs).toISOString();

  async function endRun(runId: string, end: RunEnd, error: string | null): Promise<void> {
    const status = error === null ? "completed" : "failed";
    const ended = await db.transaction(actor, (tx) =>
      tx.execute(sql`
        with ended as (
          update ai_planning_jobs j
          set status = ${status}, trip_id = ${end.tripId}::uuid, error_message = ${error}::text,
            completed_at = ${now().toISOString()}, lease_expires_at = null, ${resultColumns(end)},
            itinerary_id = (select i.id from itineraries i where i.run_id = j.id order by i.version desc limit 1)
          where j.id = ${runId} and j.status = 'processing' and j.worker_id = ${workerId}
          returning j.id, j.trip_id),
        noted as (
          update trips t set planning_status = ${status}, ai_planning_job_id = ended.id
          from ended where t.id = ended.trip_id)
        select from ended`),
    );
    if (ended === 0) throw noLongerOurs(runId);
  }

  return {
    async startRun({ input, modelVersion, promptHash, kind = "plan", turn, runId = randomUUID() }) {
      await db.transaction(actor, (tx) =>
        tx.execute(sql`
          insert into ai_planning_jobs (
            id, user_id, status, worker_id, lease_expires_at, started_at, input_params, model_version, prompt_hash, kind,
            thread_id, message_id)
          values (
            ${runId}, ${userId}, 'processing', ${workerId}, ${leaseEnd()}, ${now().toISOString()},
            ${JSON.stringify(input)}, ${modelVersion}, ${promptHash}, ${kind}, ${turn?.threadId ?? null},
            ${turn?.messageId ?? null})`),
      );
      return { id: runId };
    },

    recordModelCall: (runId, call) => recordModelCall({ db, userId }, runId, call),

    async heartbeat(runId) {
      const renewed = await db.transaction(actor, (tx) =>
        tx.execute(sql`
          update ai_planning_jobs set lease_expires_at = ${leaseEnd()}
          where id = ${runId} and status = 'processing' and worker_id = ${workerId}`),
      );
      if (renewed === 0) throw noLongerOurs(runId);
    },

    completeRun: (runId, end) => endRun(runId, end, null),
    failRun: (runId, { error, ...end }) => endRun(runId, end, error),

    findRun: async (runId) =>
      isUuid(runId)
        ? db.transaction(actor, (tx) =>
            tx.maybeOne(runRowSchema, sql`select ${RUN_COLUMNS} from ai_planning_jobs where id = ${runId}`),
          )
        : null,

    /**
     * Sweeps everybody's runs: the process that died may have acted for another user. A background job is the queue's,
     * which has it tried again.
     */
    sweepAbandonedRuns: () =>
      db.transaction({ kind: "service" }, async (tx) => {
        const workers = await tx.many(
          workerRowSchema,
          sql`select distinct worker_id as "workerId" from ai_planning_jobs where status = 'processing'`,
        );
        const dead = workers.map((row) => row.workerId).filter((id) => id !== workerId && !isWorkerAlive(id));
        return tx.execute(sql`
          update ai_planning_jobs
          set status = 'failed', completed_at = ${now().toISOString()}, lease_expires_at = null,
            error_message = case when worker_id = any(${dead}) then 'The process that ran it has ended.'
              else 'Its lease ran out: the process that ran it stopped answering.' end
          where status = 'processing' and kind <> 'background'
            and (worker_id = any(${dead}) or lease_expires_at < ${now().toISOString()})`);
      }),
  };
}
