/** A database that remembers what was sent through it: the plans that are judged are those of the stores' own statements. */
import type { Sql } from "sql-template-tag";
import type { Actor, Database, Transaction } from "../../db/transaction.ts";

export interface SentStatement {
  readonly actor: Actor;
  readonly statement: Sql;
}

export interface Recording {
  readonly db: Database;
  /** Since the recording began or was last taken. */
  take(): SentStatement[];
}

export function recording(db: Database): Recording {
  let sent: SentStatement[] = [];
  const recorded = (tx: Transaction, actor: Actor): Transaction => {
    const note = (statement: Sql): Sql => {
      sent.push({ actor, statement });
      return statement;
    };
    return {
      many: (row, statement) => tx.many(row, note(statement)),
      maybeOne: (row, statement) => tx.maybeOne(row, note(statement)),
      one: (row, statement) => tx.one(row, note(statement)),
      execute: (statement) => tx.execute(note(statement)),
      runText: (text, values) => tx.runText(text, values),
    };
  };
  return {
    db: {
      kind: db.kind,
      schema: db.schema,
      transaction: (actor, work) => db.transaction(actor, (tx) => work(recorded(tx, actor))),
      read: (actor, work) => db.read(actor, (tx) => work(recorded(tx, actor))),
      poolUse: () => db.poolUse(),
      close: () => db.close(),
    },
    take: () => {
      const taken = sent;
      sent = [];
      return taken;
    },
  };
}
