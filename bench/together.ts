/**
 * A database for a simulation: transactions begun side by side become one, their statements one after the other. Every
 * statement is sent as it would be; what is spared is beginning and committing each, which no figure is taken of.
 */
import type { Database, Transaction } from "../db/transaction.ts";

interface Waiting {
  run(tx: Transaction): Promise<void>;
  fail(reason: unknown): void;
}

export function together(db: Database): Database {
  let waiting: Waiting[] = [];
  let isRunning = false;
  const runAll = async (): Promise<void> => {
    isRunning = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await db.transaction({ kind: "service" }, async (tx) => {
          for (const one of batch) await one.run(tx);
        });
      } catch (error) {
        for (const one of batch) one.fail(error);
      }
    }
    isRunning = false;
  };
  return {
    ...db,
    transaction: (actor, work) => {
      if (actor.kind !== "service") return db.transaction(actor, work);
      return new Promise((resolve, reject) => {
        waiting.push({ run: async (tx) => resolve(await work(tx)), fail: reject });
        if (!isRunning) setImmediate(() => void (isRunning || runAll()));
      });
    },
  };
}
