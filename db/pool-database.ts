/**
 * Transactions for the stores. Each names its role, its user and its limits for itself only
 * (`SET LOCAL`), so it holds behind a PgBouncer that pools transactions and on the built-in engine,
 * where every client is a superuser in one shared session. Nothing is prepared under a name.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import pRetry from "p-retry";
import type { PoolClient, QueryConfig } from "pg";
import type { Sql } from "sql-template-tag";
import { z } from "zod";
import { TripwrightError } from "../trip/errors.ts";
import type { ConnectionSource } from "./connection-source.ts";
import type { ReadRoute } from "./read-routing.ts";
import { hashShareToken, isShareToken } from "./share-token.ts";
import {
  endedSession,
  isConnectionLoss,
  isReadOnlyRefusal,
  isSafeToRepeat,
  sqlStateOf,
  translateError,
  unknownOutcome,
} from "./sql-errors.ts";
import type { Actor, Database, Transaction } from "./transaction.ts";

const ROLES = {
  user: "tripwright_app",
  guest: "tripwright_guest",
  service: "tripwright_service",
  importer: "tripwright_importer",
} as const;
const STATEMENT_LIMIT_MS = { user: 30_000, guest: 10_000, service: 30_000, importer: 300_000 } as const;
const LOCK_LIMIT_MS = 10_000;
const IDLE_LIMIT_MS = 30_000;
/** Some two seconds in all: long enough for a server that fails over, short enough for a person who waits. */
const RETRIES = { retries: 3, minTimeout: 50, factor: 5, randomize: true } as const;
/** Also of a `select` that changes something by the way; one too many only costs the replica a read. */
const WRITING_WORDS = /\b(insert|update|delete|merge|truncate)\b/i;

export interface PoolDatabaseOptions {
  /** The tables stand here; extensions are found in `public` besides. */
  readonly schema?: string | undefined;
  /** A replica for reads that may lag. */
  readonly readRoute?: ReadRoute | undefined;
}

type Work<Result> = (tx: Transaction) => Promise<Result>;

/** Marks an attempt of which nothing was kept, so that the work may run again from the start. */
class UndoneAttempt extends Error {}

export function createPoolDatabase(source: ConnectionSource, options: PoolDatabaseOptions = {}): Database {
  const { schema, readRoute } = options;
  const openHere = new AsyncLocalStorage<{ isOpen: boolean }>();

  async function alone<Result>(attempt: () => Promise<Result>): Promise<Result> {
    if (openHere.getStore()?.isOpen) {
      // The built-in engine serves one transaction at a time, so this one would wait for itself.
      throw new TripwrightError(
        "internal",
        "A transaction was begun inside another one. Pass the open one on instead.",
      );
    }
    const mark = { isOpen: true };
    try {
      return await openHere.run(mark, attempt);
    } finally {
      mark.isOpen = false;
    }
  }

  async function transaction<Result>(actor: Actor, work: Work<Result>): Promise<Result> {
    const prelude = preludeFor(actor, schema, "begin");
    const onWrite = (): void => readRoute?.noteWrite(actor);
    return repeatUndone(() => alone(() => attemptOnce(source, { prelude, work, onWrite })));
  }

  async function read<Result>(actor: Actor, work: Work<Result>): Promise<Result> {
    const prelude = preludeFor(actor, schema, "begin read only");
    if (readRoute?.isOpenTo(actor)) {
      try {
        const looked: Work<Result> = (tx) => readRoute.read(tx, work);
        return await alone(() => attemptOnce(readRoute.source, { prelude, work: looked }));
      } catch (error) {
        const cause = error instanceof UndoneAttempt ? error.cause : error;
        const isPassing = cause instanceof TripwrightError && isSafeToRepeat(cause.cause);
        if (!readRoute.isFailureOfReplica(cause, isPassing)) throw cause;
      }
    }
    return repeatUndone(() => alone(() => attemptOnce(source, { prelude, work })));
  }

  const close = async (): Promise<void> => {
    await Promise.all([source.close(), readRoute?.source.close()]);
  };
  return { kind: source.kind, schema: schema ?? "public", transaction, read, poolUse: () => source.poolUse(), close };
}

async function repeatUndone<Result>(attempt: () => Promise<Result>): Promise<Result> {
  try {
    return await pRetry(attempt, { ...RETRIES, shouldRetry: ({ error }) => error instanceof UndoneAttempt });
  } catch (error) {
    throw error instanceof UndoneAttempt ? error.cause : error;
  }
}

interface Attempt<Result> {
  readonly prelude: string;
  readonly work: Work<Result>;
  /** Unset for a transaction that only reads. */
  readonly onWrite?: () => void;
}

async function attemptOnce<Result>(
  source: ConnectionSource,
  { prelude, work, onWrite }: Attempt<Result>,
): Promise<Result> {
  const client = await acquire(source);
  const tx = new ClientTransaction(client, { place: source.place, isReadOnly: onWrite === undefined });
  const onGoodbye = (error: Error): void => tx.lose(error);
  client.on("error", onGoodbye);
  let isFit = false;
  try {
    await tx.run(prelude);
    const result = await work(tx);
    // From here on, a lost connection no longer means that nothing was kept.
    client.off("error", onGoodbye);
    await commit(client, tx);
    isFit = true;
    return result;
  } catch (error) {
    isFit = (await rollback(client)) && !tx.isOnOldPrimary;
    throw tx.isUndone ? new UndoneAttempt("undone", { cause: error }) : error;
  } finally {
    tx.end();
    if (tx.hasWritten) onWrite?.();
    client.off("error", onGoodbye);
    client.release(!isFit);
  }
}

async function acquire(source: ConnectionSource): Promise<PoolClient> {
  try {
    return await source.acquire();
  } catch (error) {
    const isLoss = error instanceof Error && isConnectionLoss(error.cause);
    throw isLoss ? new UndoneAttempt("no connection", { cause: error }) : error;
  }
}

function preludeFor(actor: Actor, schema: string | undefined, begin: "begin" | "begin read only"): string {
  if (actor.kind === "user" && !z.uuid().safeParse(actor.userId).success) {
    throw new TripwrightError("internal", "Expected a user id that is a UUID, for it becomes part of a statement.");
  }
  // Said even when there is none: the built-in engine's one session may still carry somebody's.
  const userId = actor.kind === "user" ? actor.userId : "";
  const shareToken = actor.kind === "guest" && actor.shareToken !== null ? presented(actor.shareToken) : "";
  const path = schema === undefined ? "public" : `"${schema.replaceAll('"', '""')}", public`;
  return [
    begin,
    `set local role ${ROLES[actor.kind]}`,
    `set local app.current_user_id = '${userId}'`,
    `set local app.share_token = '${shareToken}'`,
    `set local search_path = ${path}`,
    `set local statement_timeout = ${STATEMENT_LIMIT_MS[actor.kind]}`,
    `set local lock_timeout = ${LOCK_LIMIT_MS}`,
    `set local idle_in_transaction_session_timeout = ${IDLE_LIMIT_MS}`,
  ].join("; ");
}

function presented(shareToken: string): string {
  if (isShareToken(shareToken)) return hashShareToken(shareToken);
  throw new TripwrightError("internal", "Expected a share token of 43 letters, digits, - and _. Check it first.");
}

class ClientTransaction implements Transaction {
  readonly isReadOnly: boolean;
  /** Which database, for messages. */
  readonly place: string;
  readonly #client: PoolClient;
  /** The first failure counts: what the work makes of it, and what fails after it, does not change it. */
  #failure: unknown = null;
  #isOver = false;
  #isLost = false;
  #hasWritten = false;

  constructor(client: PoolClient, { place, isReadOnly }: { place: string; isReadOnly: boolean }) {
    this.#client = client;
    this.place = place;
    this.isReadOnly = isReadOnly;
  }

  get hasWritten(): boolean {
    return this.#hasWritten;
  }

  /** The connection leads to a server that no longer takes writes; another one may lead to the new primary. */
  get isOnOldPrimary(): boolean {
    return !this.isReadOnly && isReadOnlyRefusal(this.#failure);
  }

  /** Whether a statement failed in a way that undoes everything and may pass when tried again. */
  get isUndone(): boolean {
    return isSafeToRepeat(this.#failure) || isConnectionLoss(this.#failure);
  }

  /** The connection goes to somebody else now. */
  end(): void {
    this.#isOver = true;
  }

  /** The server or the network has ended the session between two statements. */
  lose(error: Error): void {
    this.#failure ??= error;
    this.#isLost = true;
  }

  /** Throws before the commit is sent, as long as it is sure that there was none. */
  mustBeConnected(): void {
    if (this.#isLost) throw translateError(this.#failure, this.place);
  }

  fail(error: unknown): TripwrightError {
    this.#failure ??= error;
    // A server that ends a session says why first, and the statement after it fails for want of a connection.
    if (!this.isReadOnly || !isReadOnlyRefusal(error)) {
      return translateError(isConnectionLoss(error) ? this.#failure : error, this.place);
    }
    const text = "A read tried to write, and nothing was changed. Use a transaction for work that writes.";
    return new TripwrightError("internal", text, { sqlstate: sqlStateOf(error) }, error);
  }

  async run(statement: string | Sql | QueryConfig): Promise<{ rows: unknown[]; rowCount: number | null }> {
    if (this.#isOver) throw new TripwrightError("internal", "A statement came after its transaction had ended.");
    this.#hasWritten ||= WRITING_WORDS.test(typeof statement === "string" ? statement : statement.text);
    try {
      return await this.#client.query(statement);
    } catch (error) {
      throw this.fail(error);
    }
  }

  async many<Row>(row: z.ZodType<Row>, statement: Sql): Promise<Row[]> {
    const { rows } = await this.run(statement);
    const parsed = z.array(row).safeParse(rows);
    if (parsed.success) return parsed.data;
    const text = `A row came back in another shape than expected: ${z.prettifyError(parsed.error)}`;
    throw new TripwrightError("internal", text, {}, parsed.error);
  }

  async maybeOne<Row>(row: z.ZodType<Row>, statement: Sql): Promise<Row | null> {
    return (await this.many(row, statement))[0] ?? null;
  }

  async one<Row>(row: z.ZodType<Row>, statement: Sql): Promise<Row> {
    const rows = await this.many(row, statement);
    const [only] = rows;
    if (only !== undefined && rows.length === 1) return only;
    throw new TripwrightError("internal", `Expected exactly one row from the database; got ${rows.length}.`);
  }

  async execute(statement: Sql): Promise<number> {
    const { rowCount } = await this.run(statement);
    this.#hasWritten = true;
    return rowCount ?? 0;
  }

  async runText(text: string, values: readonly unknown[] = []): Promise<unknown[]> {
    // The driver answers a text of several statements with a list of results.
    const results = [await this.run({ text, values: [...values] })].flat();
    return results.flatMap(({ rows }) => rows);
  }
}

/** A session lost from here on leaves open whether the server still committed, so it is never repeated. */
async function commit(client: PoolClient, tx: ClientTransaction): Promise<void> {
  tx.mustBeConnected();
  try {
    const { command } = await client.query("commit");
    if (command === "COMMIT") return;
  } catch (error) {
    // What was only read is read again.
    const isOpen = isConnectionLoss(error) || endedSession(error) || sqlStateOf(error) === "";
    if (!tx.isReadOnly && isOpen) throw unknownOutcome(error, tx.place);
    throw tx.fail(error);
  }
  throw new TripwrightError(
    "internal",
    "Nothing was saved: a statement had failed before, and its error was passed over. Let errors end the transaction.",
  );
}

/** Answers whether the connection is fit for another transaction. */
async function rollback(client: PoolClient): Promise<boolean> {
  try {
    await client.query("rollback");
    return true;
  } catch {
    return false;
  }
}
