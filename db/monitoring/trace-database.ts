/**
 * Transactions and statements as spans of whatever is under way: which kind on which table, never a value. Work that
 * belongs to nothing (a poll, a sweep) leaves none.
 */
import { type Attributes, type Span, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type { Sql } from "sql-template-tag";
import type { z } from "zod";
import { TripwrightError } from "../../trip/errors.ts";
import type { Actor, Database, Transaction } from "../transaction.ts";

const SYSTEM = { "db.system.name": "postgresql" };

export function traceDatabase<Kind extends Database>(database: Kind): Kind {
  const traced = <Result>(
    name: string,
    { kind }: Actor,
    work: (tx: Transaction) => Promise<Result>,
    begin: (inner: (tx: Transaction) => Promise<Result>) => Promise<Result>,
  ): Promise<Result> => {
    if (!trace.getActiveSpan()) return begin(work);
    return inClientSpan(name, { "tripwright.db.actor": kind }, () => begin((tx) => work(new TracedTransaction(tx))));
  };
  return {
    ...database,
    transaction: (actor, work) =>
      traced("database transaction", actor, work, (inner) => database.transaction(actor, inner)),
    read: (actor, work) => traced("database read", actor, work, (inner) => database.read(actor, inner)),
  };
}

function inClientSpan<Result>(name: string, attributes: Attributes, work: () => Promise<Result>): Promise<Result> {
  const options = { kind: SpanKind.CLIENT, attributes: { ...SYSTEM, ...attributes } };
  return trace.getTracer("tripwright").startActiveSpan(name, options, async (span) => {
    try {
      return await work();
    } catch (error) {
      fail(span, error);
      throw error;
    } finally {
      span.end();
    }
  });
}

function fail(span: Span, error: unknown): void {
  span.setStatus({ code: SpanStatusCode.ERROR });
  const name = error instanceof Error ? error.name : typeof error;
  span.setAttribute("error.type", error instanceof TripwrightError ? error.code : name);
}

/** `SELECT trips`, `INSERT model_calls`: enough to recognise a statement by. */
function summaryOf(text: string): { summary: string; operation: string } {
  const operation = /\b(select|insert|update|delete|merge)\b/i.exec(text)?.[1]?.toUpperCase() ?? "STATEMENT";
  const table = /\b(?:from|into|update|merge into)\s+([a-z_]\w*)/i.exec(text)?.[1];
  return { summary: table ? `${operation} ${table}` : operation, operation };
}

class TracedTransaction implements Transaction {
  readonly #tx: Transaction;

  constructor(tx: Transaction) {
    this.#tx = tx;
  }

  #run<Result>(text: string, work: () => Promise<Result>): Promise<Result> {
    const { summary, operation } = summaryOf(text);
    return inClientSpan(summary, { "db.operation.name": operation, "db.query.summary": summary }, work);
  }

  many<Row>(row: z.ZodType<Row>, statement: Sql): Promise<Row[]> {
    return this.#run(statement.text, () => this.#tx.many(row, statement));
  }

  maybeOne<Row>(row: z.ZodType<Row>, statement: Sql): Promise<Row | null> {
    return this.#run(statement.text, () => this.#tx.maybeOne(row, statement));
  }

  one<Row>(row: z.ZodType<Row>, statement: Sql): Promise<Row> {
    return this.#run(statement.text, () => this.#tx.one(row, statement));
  }

  execute(statement: Sql): Promise<number> {
    return this.#run(statement.text, () => this.#tx.execute(statement));
  }

  runText(text: string, values?: readonly unknown[]): Promise<unknown[]> {
    return this.#run(text, () => this.#tx.runText(text, values));
  }
}
