/**
 * A turn of a conversation, from its opening to its reply. It is opened in one transaction (thread, run and the
 * traveller's words), because a traveller waits for it; one turn of a thread runs at a time, whichever process runs it.
 */
import sql, { type Sql } from "sql-template-tag";
import { z } from "zod";
import { TripwrightError } from "../../trip/errors.ts";
import type { ChatMessage, RunStart } from "../../trip/ports.ts";
import type { Actor, Database, Transaction } from "../transaction.ts";
import { MESSAGE_COLUMNS, messageRowSchema } from "./chat-store.ts";
import { jsonText } from "./json-text.ts";
import { isUuid } from "./row-parts.ts";
import { tripNotFound } from "./trips.ts";

export interface ChatTurnsOptions {
  db: Database;
  userId: string;
  /** As the run recorder names this process. */
  workerId: string;
  now: () => Date;
  leaseMs?: number | undefined;
}

export interface TurnOpening {
  runId: string;
  threadId: string;
  /** For a thread that has none yet. */
  title: string | null;
  timeZone: string | null;
  tripId: string | null;
  run: Pick<RunStart, "input" | "modelVersion" | "promptHash">;
  /** The reply's id. */
  replyId: string;
  /**
   * What the traveller wrote. One with an id that the thread has takes its place, and what came after it goes. `null`
   * when they answered what the last reply asked.
   */
  message: ChatMessage | null;
}

export interface TurnReply {
  runId: string;
  threadId: string;
  reply: ChatMessage;
  /** Approvals of earlier replies that were given in words. */
  agreed: readonly string[];
}

/** A run of the thread that has not been recorded as ended; its process may be dead. */
export interface OpenTurn {
  runId: string;
  replyId: string;
  title: string | null;
  /** The reply as it was when the run began; `null` when it began it. */
  before: ChatMessage | null;
}

export interface ChatTurns {
  /** Throws `thread_busy`, and `trip_not_found` for a trip that is not this traveller's. */
  open(turn: TurnOpening): Promise<void>;
  /** Keeps the reply. A thread that was deleted meanwhile stays deleted. */
  close(turn: TurnReply): Promise<void>;
  findOpen(threadId: string): Promise<OpenTurn | null>;
  findLast(threadId: string, role: ChatMessage["role"]): Promise<ChatMessage | null>;
}

/** As long as the run recorder's. */
const DEFAULT_LEASE_MS = 15_000;

const seqRowSchema = z.object({ seq: z.int(), isNew: z.boolean() });
const openRowSchema = z.object({ runId: z.string(), replyId: z.string(), title: z.string().nullable() });

export function createChatTurns(options: ChatTurnsOptions): ChatTurns {
  const { db, userId } = options;
  const actor: Actor = { kind: "user", userId };
  return {
    open: (turn) =>
      db.transaction(actor, async (tx) => {
        await openThread(tx, userId, turn);
        await openRun(tx, options, turn);
        await keepWords(tx, userId, turn);
      }),
    close: (turn) => db.transaction(actor, (tx) => keepReply(tx, userId, turn)),
    findOpen: (threadId) => db.transaction(actor, (tx) => findOpen(tx, threadId)),
    findLast: (threadId, role) =>
      db.transaction(actor, (tx) =>
        tx.maybeOne(
          messageRowSchema,
          sql`
            select ${MESSAGE_COLUMNS} from chat_messages m
            where m.thread_id = ${threadId} and m.role = ${role} order by m.seq desc limit 1`,
        ),
      ),
  };
}

async function openThread(
  tx: Transaction,
  userId: string,
  { threadId, title, timeZone, tripId }: TurnOpening,
): Promise<void> {
  if (tripId !== null && !isUuid(tripId)) throw tripNotFound(tripId);
  // The row stays locked until the run stands, so that of two turns the second sees the first.
  const written = await tx.execute(sql`
    insert into chat_threads (user_id, id, title, time_zone, trip_id)
    select ${userId}::uuid, ${threadId}, ${title}::text, ${timeZone}::text, ${tripId}::uuid
    where ${tripId}::uuid is null or exists (select from trips t where t.id = ${tripId}::uuid)
    on conflict (user_id, id) do update set
      title = coalesce(chat_threads.title, excluded.title),
      time_zone = coalesce(excluded.time_zone, chat_threads.time_zone),
      trip_id = coalesce(excluded.trip_id, chat_threads.trip_id)`);
  if (written === 0) throw tripNotFound(tripId ?? "");
}

async function openRun(tx: Transaction, options: ChatTurnsOptions, turn: TurnOpening): Promise<void> {
  const { userId, workerId, now, leaseMs = DEFAULT_LEASE_MS } = options;
  const { runId, threadId, replyId, run } = turn;
  const at = now();
  const leaseEnd = new Date(at.getTime() + leaseMs).toISOString();
  // A run that has not been heard of may only be asleep: it is given up here, so that it ends when it wakes.
  await tx.execute(sql`
    update ai_planning_jobs set status = 'failed', completed_at = ${at.toISOString()}::timestamptz,
      lease_expires_at = null, error_message = 'Its lease ran out: the process that ran it stopped answering.'
    where user_id = ${userId}::uuid and thread_id = ${threadId} and status = 'processing'
      and lease_expires_at <= ${at.toISOString()}::timestamptz`);
  const written = await tx.execute(sql`
    insert into ai_planning_jobs (
      id, user_id, status, worker_id, lease_expires_at, started_at, input_params, model_version, prompt_hash,
      kind, thread_id, message_id)
    select ${runId}::uuid, ${userId}::uuid, 'processing', ${workerId}::text, ${leaseEnd}::timestamptz,
      ${at.toISOString()}::timestamptz, ${jsonText(run.input)}::jsonb, ${run.modelVersion}::text,
      ${run.promptHash}::text, 'chat', ${threadId}::text, ${replyId}::text
    where not exists (
      select from ai_planning_jobs j
      where j.user_id = ${userId}::uuid and j.thread_id = ${threadId} and j.status = 'processing'
        and j.lease_expires_at > ${at.toISOString()}::timestamptz)`);
  if (written > 0) return;
  const message = "Expected a thread in which nothing is under way; its last turn has not ended. Wait, or stop it.";
  throw new TripwrightError("thread_busy", message, { threadId });
}

async function keepWords(tx: Transaction, userId: string, turn: TurnOpening): Promise<void> {
  const { threadId, runId, message } = turn;
  if (!message) return;
  const kept = await tx.maybeOne(
    seqRowSchema,
    sql`
      with unanswered as (
        -- Whoever writes instead of answering has not said yes.
        update chat_messages m set parts = (
          select jsonb_agg(case when p.part ->> 'state' = 'approval-requested'
            then p.part || jsonb_build_object('state', 'output-denied',
              'approval', (p.part -> 'approval') || '{"approved": false}')
            else p.part end order by p.n)
          from jsonb_array_elements(m.parts) with ordinality p (part, n))
        where m.user_id = ${userId}::uuid and m.thread_id = ${threadId} and m.role = 'assistant'
          and m.seq = (select max(l.seq) from chat_messages l
            where l.user_id = ${userId}::uuid and l.thread_id = ${threadId})
          and m.parts @> '[{"state": "approval-requested"}]')
      insert into chat_messages (user_id, thread_id, seq, id, role, parts, run_id)
      values (${userId}, ${threadId},
        ${nextSeq(userId, threadId)},
        ${message.id}, 'user', ${jsonText(message.parts)}::jsonb, ${runId})
      on conflict (user_id, thread_id, id) do update set parts = excluded.parts, run_id = excluded.run_id
      where chat_messages.role = 'user'
      returning seq, (xmax = 0) as "isNew"`,
  );
  if (!kept)
    throw new TripwrightError("invalid_input", `Expected a message id of its own, got a reply's: ${message.id}.`);
  if (kept.isNew) return;
  await tx.execute(sql`
    delete from chat_messages m
    where m.user_id = ${userId}::uuid and m.thread_id = ${threadId} and m.seq > ${kept.seq}`);
}

/** The first is 0. */
function nextSeq(userId: string, threadId: string): Sql {
  return sql`
    (select coalesce(max(m.seq) + 1, 0) from chat_messages m
     where m.user_id = ${userId}::uuid and m.thread_id = ${threadId})`;
}

async function keepReply(tx: Transaction, userId: string, turn: TurnReply): Promise<void> {
  const { runId, threadId, reply, agreed } = turn;
  const kept = await tx.execute(sql`
    update chat_threads t
    set trip_id = coalesce((select j.trip_id from ai_planning_jobs j where j.id = ${runId}), t.trip_id),
      updated_at = now()
    where t.user_id = ${userId}::uuid and t.id = ${threadId}`);
  if (kept === 0) return;
  const metadata = reply.metadata ? jsonText(reply.metadata) : null;
  await tx.execute(sql`
    insert into chat_messages (user_id, thread_id, seq, id, role, parts, metadata, run_id)
    values (${userId}, ${threadId}, ${nextSeq(userId, threadId)}, ${reply.id}, 'assistant',
      ${jsonText(reply.parts)}::jsonb, ${metadata}::jsonb, ${runId})
    on conflict (user_id, thread_id, id) do update
    set parts = excluded.parts, metadata = excluded.metadata, run_id = excluded.run_id`);
  if (agreed.length > 0) await markAgreed(tx, threadId, agreed);
}

/** Words other than an answer count as a no when they come in; now it is known that they were a yes. */
async function markAgreed(tx: Transaction, threadId: string, agreed: readonly string[]): Promise<void> {
  await tx.execute(sql`
    update chat_messages m set parts = (
      select jsonb_agg(case when p.part #>> '{approval,id}' = any(${[...agreed]}::text[])
        then p.part || jsonb_build_object('state', 'approval-responded',
          'approval', (p.part -> 'approval') || '{"approved": true}')
        else p.part end order by p.n)
      from jsonb_array_elements(m.parts) with ordinality p (part, n))
    where m.thread_id = ${threadId} and m.role = 'assistant' and exists (
      select from jsonb_array_elements(m.parts) a (part)
      where a.part #>> '{approval,id}' = any(${[...agreed]}::text[]))`);
}

async function findOpen(tx: Transaction, threadId: string): Promise<OpenTurn | null> {
  const open = await tx.maybeOne(
    openRowSchema,
    sql`
      select j.id as "runId", j.message_id as "replyId", t.title
      from ai_planning_jobs j join chat_threads t on t.user_id = j.user_id and t.id = j.thread_id
      where j.thread_id = ${threadId} and j.status = 'processing' and j.message_id is not null
      order by j.created_at desc limit 1`,
  );
  if (!open) return null;
  const before = await tx.maybeOne(
    messageRowSchema,
    sql`
      select ${MESSAGE_COLUMNS} from chat_messages m
      where m.thread_id = ${threadId} and m.id = ${open.replyId} and m.role = 'assistant'`,
  );
  return { ...open, before };
}
