/** Tells how long transactions and their statements take and how they end, without a word of what they are about. */
import type { Sql } from "sql-template-tag";
import type { z } from "zod";
import type { Actor, Database, Transaction } from "../transaction.ts";

export interface Observation {
  readonly actor: Actor["kind"];
  readonly durationMs: number;
  readonly outcome: "ok" | "failed";
}

export interface DatabaseObserver {
  /** From the wait for a connection to the commit, with all attempts. */
  onTransaction(observation: Observation): void;
  /** One statement of a store's, without what a transaction begins and ends with. */
  onStatement(observation: Observation): void;
}

export function observeDatabase<Kind extends Database>(database: Kind, observer: DatabaseObserver): Kind {
  return {
    ...database,
    transaction: (actor, work) =>
      timed(() => database.transaction(actor, observed(actor, work, observer)), actor.kind, observer.onTransaction),
    read: (actor, work) =>
      timed(() => database.read(actor, observed(actor, work, observer)), actor.kind, observer.onTransaction),
  };
}

function observed<Result>(
  { kind }: Actor,
  work: (tx: Transaction) => Promise<Result>,
  observer: DatabaseObserver,
): (tx: Transaction) => Promise<Result> {
  return (tx) => work(new ObservedTransaction(tx, kind, observer));
}

async function timed<Result>(
  work: () => Promise<Result>,
  actor: Actor["kind"],
  tell: (observation: Observation) => void,
): Promise<Result> {
  const start = performance.now();
  let outcome: Observation["outcome"] = "failed";
  try {
    const result = await work();
    outcome = "ok";
    return result;
  } finally {
    tell({ actor, durationMs: performance.now() - start, outcome });
  }
}

class ObservedTransaction implements Transaction {
  readonly #tx: Transaction;
  readonly #time: <Result>(work: () => Promise<Result>) => Promise<Result>;

  constructor(tx: Transaction, actor: Actor["kind"], observer: DatabaseObserver) {
    this.#tx = tx;
    this.#time = (work) => timed(work, actor, observer.onStatement);
  }

  many<Row>(row: z.ZodType<Row>, statement: Sql): Promise<Row[]> {
    return this.#time(() => this.#tx.many(row, statement));
  }

  maybeOne<Row>(row: z.ZodType<Row>, statement: Sql): Promise<Row | null> {
    return this.#time(() => this.#tx.maybeOne(row, statement));
  }

  one<Row>(row: z.ZodType<Row>, statement: Sql): Promise<Row> {
    return this.#time(() => this.#tx.one(row, statement));
  }

  execute(statement: Sql): Promise<number> {
    return this.#time(() => this.#tx.execute(statement));
  }

  runText(text: string, values?: readonly unknown[]): Promise<unknown[]> {
    return this.#time(() => this.#tx.runText(text, values));
  }
}
