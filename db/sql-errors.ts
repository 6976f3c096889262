/** What an error from the database driver means for the caller: try again, give up, or nobody knows. */
import { TripwrightError } from "../trip/errors.ts";
import { diskFull, isDiskFull } from "./disk-full.ts";

/** serialization_failure and deadlock_detected: the transaction is undone, the same work may succeed now. */
const SAFE_TO_REPEAT = new Set(["40001", "40P01"]);

/** Of the socket, and SQLSTATEs with which a server says goodbye or "not yet". */
const CONNECTION_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOENT",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENOTFOUND",
  "57P01",
  "57P02",
  "57P03",
]);
/** `pg` gives these no code. */
const POOL_EXHAUSTED_WORDS = /^timeout exceeded when trying to connect/;
const CONNECTION_WORDS = /^Connection terminated|connection error and is not queryable|Client was closed/;
const CONNECTION_EXCEPTION_CLASS = "08";
/** The server refuses this login or database: trying again cannot help, and neither can waiting. */
const REFUSED_LOGIN = new Set(["28000", "28P01", "3D000"]);
const UNDEFINED_ROLE = "22023";
/** Others have taken every connection the server allows: nothing was begun, and one may be free in a moment. */
const TOO_MANY_CONNECTIONS = "53300";
const READ_ONLY = "25006";
/** Limits that every transaction sets, and what the server ran out of; nothing of the transaction was kept. */
const LIMITS: Readonly<Record<string, string>> = {
  "57014": "The database ended a statement that took longer than its limit",
  "55P03": "Somebody else's change held what this one needs for longer than the limit",
  "25P03": "A transaction did nothing for longer than the limit, and the database ended it",
  "53200": "The database is out of memory",
};
/** foreign_key_violation, and restrict_violation, which newer servers tell apart. */
const REFERENCE_CODES = new Set(["23503", "23001"]);

/** A SQLSTATE or an operating system's code; empty when the error has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** Empty unless the server itself has answered with this error. */
export function sqlStateOf(error: unknown): string {
  return error instanceof Error && "severity" in error ? codeOf(error) : "";
}

export function isSafeToRepeat(error: unknown): boolean {
  return SAFE_TO_REPEAT.has(sqlStateOf(error));
}

/** The server ended the session with this error, where an ordinary one leaves it open. */
export function endedSession(error: unknown): boolean {
  return error instanceof Error && "severity" in error && (error.severity === "FATAL" || error.severity === "PANIC");
}

export function isConnectionLoss(error: unknown): boolean {
  const code = codeOf(error);
  return (
    CONNECTION_CODES.has(code) ||
    code === TOO_MANY_CONNECTIONS ||
    (code.length === 5 && code.startsWith(CONNECTION_EXCEPTION_CLASS)) ||
    (error instanceof Error && CONNECTION_WORDS.test(error.message))
  );
}

/** The server itself has no connection left for us. */
export function isServerFull(error: unknown): boolean {
  return sqlStateOf(error) === TOO_MANY_CONNECTIONS;
}

/** Everybody's turn was taken for as long as a caller waits. */
export function isPoolExhausted(error: unknown): boolean {
  return error instanceof Error && POOL_EXHAUSTED_WORDS.test(error.message);
}

/** A server that takes no writes: a replica, or a primary that has been demoted. */
export function isReadOnlyRefusal(error: unknown): boolean {
  return sqlStateOf(error) === READ_ONLY;
}

/**
 * Neither statements nor values go into the message: they may hold what a traveller wrote. `place` says
 * which database, for people.
 */
export function translateError(error: unknown, place = "the database"): TripwrightError {
  if (error instanceof TripwrightError) return error;
  const sqlstate = sqlStateOf(error);
  if (isDiskFull(error)) return diskFull(place, error);
  if (isServerFull(error)) {
    const text = `Every connection that ${place} allows is taken. Try again in a moment, or raise its max_connections.`;
    return new TripwrightError("database_unavailable", text, { sqlstate }, error);
  }
  if (isConnectionLoss(error) || sqlstate === "") {
    const text =
      "The database stopped answering. Nothing of this step was kept, and what was saved before is safe. Try again in a moment.";
    return new TripwrightError("database_unavailable", text, {}, error);
  }
  const limit = LIMITS[sqlstate];
  if (limit !== undefined) {
    const text = `${limit}; nothing was changed. Try again in a moment.`;
    return new TripwrightError("database_unavailable", text, { sqlstate }, error);
  }
  if (isReadOnlyRefusal(error)) {
    const text =
      "The database at DATABASE_URL takes no writes: it is a replica, or no longer the primary. " +
      "Nothing was changed. Point DATABASE_URL at the primary.";
    return new TripwrightError("database_unavailable", text, { sqlstate }, error);
  }
  if (REFUSED_LOGIN.has(sqlstate)) {
    const text = "The PostgreSQL server refused the login. Check user, password and database name in DATABASE_URL.";
    return new TripwrightError("database_unavailable", text, { sqlstate }, error);
  }
  if (sqlstate === UNDEFINED_ROLE && error instanceof Error && error.message.startsWith("role ")) {
    const text = "The database has no Tripwright tables yet. Run `tripwright migrate up`.";
    return new TripwrightError("database_unavailable", text, { sqlstate }, error);
  }
  if (REFERENCE_CODES.has(sqlstate) && error instanceof Error && error.message.startsWith("update or delete")) {
    const [table, users] = [...error.message.matchAll(/table "([^"]+)"/g)].map(([, name]) => name);
    const text = `Expected nothing that depends on what is deleted from ${table}, but ${users} still does. Delete or change that first.`;
    return new TripwrightError("in_use", text, { sqlstate, table, users }, error);
  }
  const constraint = error instanceof Error && "constraint" in error ? error.constraint : undefined;
  const details = typeof constraint === "string" ? { sqlstate, constraint } : { sqlstate };
  return new TripwrightError("internal", `The database refused a statement (SQLSTATE ${sqlstate}).`, details, error);
}

/** The one moment at which a lost connection leaves a question open. */
export function unknownOutcome(cause: unknown, place = "the database"): TripwrightError {
  const isFull = isDiskFull(cause);
  const what = isFull ? `The disk that holds ${place} became full` : "The database stopped answering";
  const text = `${what} while saving. It is not known whether this was saved: look before you try again.`;
  return new TripwrightError(isFull ? "disk_full" : "database_unavailable", text, { isOutcomeKnown: false }, cause);
}

/** Nobody handed a connection of the pool back in time. */
export function poolExhausted(place: string, poolSize: number, limitMs: number): TripwrightError {
  const text =
    `All ${poolSize} connections to ${place} are in use, and none came free within ${limitMs / 1000} s. ` +
    "Nothing was begun: try again in a moment; if it goes on, DATABASE_POOL_SIZE allows more.";
  return new TripwrightError("database_unavailable", text, { poolSize });
}
