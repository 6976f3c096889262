/**
 * The job queue: pg-boss over our own transactions. Each of its statements runs under the service role, so
 * row-level security holds for jobs as for everything else, nothing is prepared under a name, and whoever
 * pools transactions may do so. Its tables come from our migrations; it makes and changes none itself.
 */
import { type ConstructorOptions, PgBoss } from "pg-boss";
import sql from "sql-template-tag";
import { TripwrightError } from "../../trip/errors.ts";
import type { Database, Transaction } from "../transaction.ts";
import { queueSchemaOf } from "./queue-schema.ts";

export type { QueueOptions, QueuePolicy } from "pg-boss";
export type JobQueue = PgBoss;
type QueueDatabase = NonNullable<ConstructorOptions["db"]>;

export interface JobQueueOptions {
  /** Where our own tables stand; `public` unless given. */
  readonly schema?: string | undefined;
  /** Called for what fails in the background and is tried again. */
  readonly onError: (error: Error) => void;
  /** Overrides how often it looks after its jobs; seconds. */
  readonly superviseSeconds?: number | undefined;
  /** Overrides how often it looks for schedules that are due; seconds. */
  readonly scheduleSeconds?: number | undefined;
  /** For a process that only sends: it looks after nothing. */
  readonly isSender?: boolean | undefined;
}

const SUPERVISE_SECONDS = 20;
const SCHEDULE_SECONDS = 30;
/** We have no jobs that wait for other jobs, so looking for them can be rare. */
const FLOW_SECONDS = 3600;

/** Not started yet: `start` fails when the tables are not those of this version of the library. */
export function createJobQueue(db: Database, options: JobQueueOptions): JobQueue {
  const { schema, onError, isSender = false } = options;
  const { superviseSeconds = SUPERVISE_SECONDS, scheduleSeconds = SCHEDULE_SECONDS } = options;
  const settings: ConstructorOptions = {
    db: { executeSql: (text, values) => asService(db, text, values) },
    schema: quoted(queueSchemaOf(schema)),
    migrate: false,
    createSchema: false,
    supervise: !isSender,
    schedule: !isSender,
    registerInstance: !isSender,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    cronMonitorIntervalSeconds: scheduleSeconds,
    flowIntervalSeconds: FLOW_SECONDS,
    // Needs the owner's rights, and to be outside a transaction.
    reindex: false,
    // The built-in engine has no autovacuum to watch; `maintain` does its work.
    monitorVacuum: db.kind === "server",
  };
  const queue = new PgBoss(settings);
  queue.on("error", (error) => onError(asError(error)));
  return queue;
}

/** Some of the library's errors are plain objects that carry a message. */
function asError(emitted: unknown): Error {
  if (emitted instanceof Error) return emitted;
  const isTold = typeof emitted === "object" && emitted !== null && "message" in emitted;
  return new Error(String(isTold ? emitted.message : emitted), { cause: emitted });
}

/** As the `db` option of `send` and its like: the job is there if, and only if, this transaction is committed. */
export function within(tx: Transaction): QueueDatabase {
  return { executeSql: async (text, values) => ({ rows: await tx.runText(text, values) }) };
}

/**
 * `within` for a transaction that acts for a traveller: the queue's rows are the service's, and all the others stay
 * the traveller's. A statement that fails leaves the role as it is, but nothing can come after it.
 */
export function withinTravellers(tx: Transaction): QueueDatabase {
  return {
    executeSql: async (text, values) => {
      await tx.execute(sql`set local role tripwright_service`);
      const rows = await tx.runText(text, values);
      await tx.execute(sql`set local role tripwright_app`);
      return { rows };
    },
  };
}

/**
 * Some of the library's texts bring BEGIN and COMMIT along: inside our transaction the one is passed over,
 * the other ends it, and our own COMMIT then has nothing left to do.
 */
async function asService(db: Database, text: string, values: unknown[] = []): Promise<{ rows: unknown[] }> {
  try {
    return { rows: await db.transaction({ kind: "service" }, (tx) => tx.runText(text, values)) };
  } catch (error) {
    // The library tells errors apart by the SQLSTATE of the driver's own.
    throw error instanceof TripwrightError && error.cause instanceof Error ? error.cause : error;
  }
}

/** Quoted only where it must be: the library takes the quoted and the plain spelling for two schemas. */
function quoted(schema: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(schema) ? schema : `"${schema}"`;
}
