/**
 * The live record of runs, in batches: a row's `seq` is the number of its first event, its payload the list of them. A
 * wish to stop is a row as well, with a number that no event has, so that whoever runs it finds it without a look at
 * anything else.
 */
import sql, { type Sql } from "sql-template-tag";
import { z } from "zod";
import { TripwrightError } from "../../trip/errors.ts";
import type { RunEventLog, StopRequests } from "../../trip/ports.ts";
import type { Actor, Database } from "../transaction.ts";
import { jsonText } from "./json-text.ts";
import { isUuid } from "./row-parts.ts";

export interface EventBatch {
  runId: string;
  firstSeq: number;
  events: readonly unknown[];
}
/** For the process that runs many at once: all their batches in one transaction. */
export interface RunEventWriter {
  /** A batch that is there already is left as it is, so the same ones may be written again after a failure. */
  appendAll(batches: readonly EventBatch[]): Promise<void>;
}

const STOP_SEQ = -1;
/** A run is on record as ended a moment before its last events are: longer than that, and they never come. */
const LAST_EVENTS_MS = 5_000;

const batchRowSchema = z.object({ seq: z.int(), payload: z.array(z.unknown()) });
const stateRowSchema = z.object({ isOver: z.boolean(), isEnded: z.boolean() });
const runRowSchema = z.object({ runId: z.string() });

function runNotFound(runId: string): TripwrightError {
  return new TripwrightError("run_not_found", `Expected a run of yours, got "${runId}". List the threads to see them.`);
}

function insertSql(batches: readonly EventBatch[]): Sql {
  const rows = batches.map(({ runId, firstSeq, events }) => ({ run_id: runId, seq: firstSeq, payload: events }));
  return sql`
    insert into run_events (run_id, seq, kind, payload)
    select r.run_id, r.seq, 'events', r.payload
    from json_to_recordset(${jsonText(rows)}::json) as r (run_id uuid, seq integer, payload jsonb)
    where exists (select from ai_planning_jobs j where j.id = r.run_id)
    on conflict (run_id, seq) do nothing`;
}

export function createRunEventLog(options: { db: Database; userId: string; now: () => Date }): RunEventLog {
  const { db, userId, now } = options;
  const actor: Actor = { kind: "user", userId };
  return {
    append: async (runId, batch) => {
      if (batch.events.length === 0) return;
      await db.transaction(actor, (tx) => tx.execute(insertSql([{ runId, ...batch }])));
    },

    read: async (runId, fromSeq) => {
      if (!isUuid(runId)) throw runNotFound(runId);
      const at = now().toISOString();
      const late = new Date(now().getTime() - LAST_EVENTS_MS).toISOString();
      return db.transaction(actor, async (tx) => {
        // Looked at before the events: what is over by then has all of them written, or never will.
        const state = await tx.maybeOne(
          stateRowSchema,
          sql`
            select case when status = 'processing' then kind <> 'background' and lease_expires_at < ${at}::timestamptz
                when status = 'queued' then false else completed_at < ${late}::timestamptz end as "isOver",
              status in ('completed', 'failed') as "isEnded"
            from ai_planning_jobs where id = ${runId}`,
        );
        if (!state) throw runNotFound(runId);
        const rows = await tx.many(
          batchRowSchema,
          sql`
            select seq, payload from run_events
            where run_id = ${runId} and kind = 'events' and seq >= coalesce((
              select max(e.seq) from run_events e
              where e.run_id = ${runId} and e.kind = 'events' and e.seq <= ${fromSeq}), 0)
            order by seq`,
        );
        const events = rows.flatMap(({ seq, payload }) => payload.slice(Math.max(0, fromSeq - seq)));
        return { events, isOver: state.isOver || (state.isEnded && isEnd(events.at(-1))) };
      });
    },

    requestStop: async (runId) => {
      if (!isUuid(runId)) throw runNotFound(runId);
      await db.transaction(actor, async (tx) => {
        const found = await tx.maybeOne(
          runRowSchema,
          sql`select id as "runId" from ai_planning_jobs where id = ${runId}`,
        );
        if (!found) throw runNotFound(runId);
        await tx.execute(sql`
          insert into run_events (run_id, seq, kind, payload)
          select id, ${STOP_SEQ}, 'stop-request', '{}' from ai_planning_jobs
          where id = ${runId} and status in ('queued', 'processing')
          on conflict (run_id, seq) do nothing`);
      });
    },
  };
}

const endSchema = z.looseObject({ type: z.literal("run-end") });
const isEnd = (event: unknown): boolean => endSchema.safeParse(event).success;

/** One process runs turns of many travellers. */
export function createRunEventWriter(db: Database): RunEventWriter {
  return {
    appendAll: async (batches) => {
      if (batches.length > 0) await db.transaction({ kind: "service" }, (tx) => tx.execute(insertSql(batches)));
    },
  };
}

export function createStopRequests(db: Database): StopRequests {
  return {
    stopRequested: async (runIds) => {
      if (runIds.length === 0) return [];
      const rows = await db.transaction({ kind: "service" }, (tx) =>
        tx.many(
          runRowSchema,
          sql`
            select run_id as "runId" from run_events
            where run_id = any(${[...runIds]}::uuid[]) and seq = ${STOP_SEQ} and kind = 'stop-request'`,
        ),
      );
      return rows.map(({ runId }) => runId);
    },
  };
}
