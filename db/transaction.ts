/**
 * What a store may do: statements inside one transaction that already acts for somebody. Rows are
 * parsed by a schema on the way in, so nothing beyond this seam trusts a column.
 */
import type { Sql } from "sql-template-tag";
import type { z } from "zod";
import type { PoolUse } from "./connection-source.ts";

/**
 * Whose rights the transaction has. `user` sees one traveller's rows (row-level security), `guest` the plan
 * that a link opens (or, without a link, the public ones), `service` keeps queues, caches and logs,
 * `importer` writes the catalogue.
 */
export type Actor =
  | { readonly kind: "user"; readonly userId: string }
  | { readonly kind: "guest"; readonly shareToken: string | null }
  | { readonly kind: "service" }
  | { readonly kind: "importer" };

export interface Transaction {
  many<Row>(row: z.ZodType<Row>, statement: Sql): Promise<Row[]>;
  maybeOne<Row>(row: z.ZodType<Row>, statement: Sql): Promise<Row | null>;
  /** Throws `internal` unless exactly one row comes back. */
  one<Row>(row: z.ZodType<Row>, statement: Sql): Promise<Row>;
  /** Returns the number of rows affected. */
  execute(statement: Sql): Promise<number>;
  /** For libraries that bring SQL of their own, several statements at a time; returns the rows of all of them. */
  runText(text: string, values?: readonly unknown[]): Promise<unknown[]>;
}

export interface Database {
  readonly kind: "embedded" | "server";
  /** Where the tables stand; for libraries that name it in every statement. */
  readonly schema: string;
  /** BEGIN, role and user by `SET LOCAL`, the work, COMMIT; ROLLBACK when the work throws. */
  transaction<Result>(actor: Actor, work: (tx: Transaction) => Promise<Result>): Promise<Result>;
  /**
   * For a look that decides no write: the answer may be some seconds old, for a replica may give it. What this
   * process has just written for the same traveller, or to the catalogue, is in it. A write in it is refused.
   */
  read<Result>(actor: Actor, work: (tx: Transaction) => Promise<Result>): Promise<Result>;
  /** How many connections this process holds, uses and waits for. */
  poolUse(): PoolUse;
  close(): Promise<void>;
}
