/** The thread of an evaluation's conversation: there as long as it is talked in, and gone with all its checkpoints. */
import { randomUUID } from "node:crypto";
import sql from "sql-template-tag";
import type { ThreadSaver } from "../../agents/run-turn.ts";
import { createCheckpointSaver } from "../../db/checkpoints/checkpoint-saver.ts";
import { createChatStore } from "../../db/stores/chat-store.ts";
import type { Database } from "../../db/transaction.ts";

export interface ConversationThread {
  readonly id: string;
  readonly saver: ThreadSaver;
  close(): Promise<void>;
}

export async function openThread(db: Database, userId: string, title: string): Promise<ConversationThread> {
  const id = randomUUID();
  await db.transaction({ kind: "user", userId }, (tx) =>
    tx.execute(sql`insert into chat_threads (user_id, id, title) values (${userId}, ${id}, ${title})`),
  );
  const saver = createCheckpointSaver({ db, userId, schema: db.schema });
  return {
    id,
    saver,
    close: async () => {
      await createChatStore({ db, userId, now: () => new Date() }).deleteThread(id);
      await saver.deleteThread(id);
    },
  };
}
