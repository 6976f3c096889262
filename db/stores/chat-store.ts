/** Conversations as one traveller's pages list and reload them. */
import sql, { type Sql } from "sql-template-tag";
import { z } from "zod";
import type { ChatStore } from "../../trip/ports.ts";
import type { Actor, Database, Transaction } from "../transaction.ts";
import { instantSql } from "./row-parts.ts";

export interface ChatStoreOptions {
  db: Database;
  userId: string;
  now: () => Date;
}

const threadRowSchema = z.object({
  id: z.string(),
  tripId: z.string().nullable(),
  title: z.string().nullable(),
  updatedAt: z.string(),
  activeRunId: z.string().nullable(),
});

export const messageRowSchema = z
  .object({
    id: z.string(),
    role: z.enum(["user", "assistant"]),
    parts: z.array(z.record(z.string(), z.unknown())),
    metadata: z.record(z.string(), z.unknown()).nullable(),
  })
  .transform(({ metadata, ...message }) => ({ ...message, ...(metadata && { metadata }) }));
export const MESSAGE_COLUMNS: Sql = sql`m.id, m.role, m.parts, m.metadata`;

export function createChatStore({ db, userId, now }: ChatStoreOptions): ChatStore {
  const actor: Actor = { kind: "user", userId };
  const threads = (condition: Sql, limit: number): Promise<z.infer<typeof threadRowSchema>[]> =>
    db.transaction(actor, (tx: Transaction) =>
      tx.many(
        threadRowSchema,
        sql`
          select t.id, t.trip_id as "tripId", t.title, ${instantSql(sql`t.updated_at`)} as "updatedAt",
            (select j.id from ai_planning_jobs j
             where j.user_id = t.user_id and j.thread_id = t.id and j.status = 'processing'
               and j.lease_expires_at > ${now().toISOString()} limit 1) as "activeRunId"
          from chat_threads t where ${condition} order by t.updated_at desc, t.id limit ${limit}`,
      ),
    );
  return {
    listThreads: (limit) => threads(sql`true`, limit),

    findThread: async (threadId) => (await threads(sql`t.id = ${threadId}`, 1))[0] ?? null,

    listMessages: (threadId) =>
      db.transaction(actor, (tx) =>
        tx.many(
          messageRowSchema,
          sql`select ${MESSAGE_COLUMNS} from chat_messages m where m.thread_id = ${threadId} order by m.seq`,
        ),
      ),

    deleteThread: async (threadId) => {
      await db.transaction(actor, (tx) => tx.execute(sql`delete from chat_threads where id = ${threadId}`));
    },
  };
}
