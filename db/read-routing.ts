/**
 * Which reads go to the replica of DATABASE_READ_URL. One that may lag does, unless this process has just
 * written what it would look for, the replica is behind, or it failed a moment ago; the primary answers then.
 */
import sql from "sql-template-tag";
import { z } from "zod";
import { TripwrightError } from "../trip/errors.ts";
import type { ConnectionSource } from "./connection-source.ts";
import type { Actor, Transaction } from "./transaction.ts";

export interface ReadLimits {
  /** A replica further behind than this is not used. */
  readonly lagMs: number;
  /** How long one that failed or is behind is left alone, until a single read tries it again. */
  readonly restMs: number;
}

const LIMITS: ReadLimits = { lagMs: 5_000, restMs: 10_000 };
/** How far behind a replica is is asked at most this often. */
const LOOK_EVERY_MS = 1_000;
/** Of travellers who wrote; beyond it those who may read from the replica again are forgotten. */
const REMEMBERED = 1_000;

/** Tables, columns, functions, schemas and roles that a replica does not have yet, right after a migration. */
const NOT_THERE_YET = new Set(["42P01", "42703", "42883", "3F000", "42704", "22023"]);
/** Limits a statement would run into on the primary as well. */
const OWN_FAULT = new Set(["57014", "55P03"]);

/**
 * Seconds since the last commit that has arrived, or 0 when all that the primary sent is there. What is not a
 * replica at all is never behind.
 */
const LAG = sql`
  select pg_is_in_recovery() as "isReplica",
    case
      when not pg_is_in_recovery() then 0
      when pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() and exists (select from pg_stat_wal_receiver) then 0
      else extract(epoch from clock_timestamp() - pg_last_xact_replay_timestamp())::float8
    end as "lagSeconds"`;
const lagSchema = z.object({ isReplica: z.boolean(), lagSeconds: z.number().nullable() });
export type ReplicaLag = z.infer<typeof lagSchema>;

export class ReadRoute {
  readonly source: ConnectionSource;
  readonly #limits: ReadLimits;
  readonly #wroteAt = new Map<string, number>();
  #restUntil = 0;
  #lookedAt = Number.NEGATIVE_INFINITY;

  constructor(source: ConnectionSource, limits: ReadLimits = LIMITS) {
    this.source = source;
    this.#limits = limits;
  }

  /** Whether a read of this actor goes to the replica now. */
  isOpenTo(actor: Actor): boolean {
    const now = performance.now();
    if (now < this.#restUntil || this.#hasJustWritten("importer", now)) return false;
    if (actor.kind === "user" && this.#hasJustWritten(actor.userId, now)) return false;
    // After a rest, one read tries; the others stay away until it has passed.
    if (this.#restUntil > 0) this.rest();
    return true;
  }

  /** The catalogue is the importer's; what the service writes is read from the primary anyway. */
  noteWrite(actor: Actor): void {
    const now = performance.now();
    if (actor.kind === "importer") this.#wroteAt.set("importer", now);
    if (actor.kind === "user") this.#wroteAt.set(actor.userId, now);
    if (this.#wroteAt.size <= REMEMBERED) return;
    for (const key of this.#wroteAt.keys()) if (!this.#hasJustWritten(key, now)) this.#wroteAt.delete(key);
  }

  /** Runs the work, unless the replica turns out to be behind. */
  async read<Result>(tx: Transaction, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    await this.#look(tx);
    this.#restUntil = 0;
    return work(tx);
  }

  /** For a report; on a connection of its own, so that it also tells of a pool that is used up. */
  async lag(): Promise<ReplicaLag> {
    return this.source.withClient(async (client) => lagSchema.parse((await client.query(LAG)).rows[0]));
  }

  rest(): void {
    this.#restUntil = performance.now() + this.#limits.restMs;
  }

  /** Whether the primary may still have the answer; if so, and unless it is a passing conflict, the replica rests. */
  isFailureOfReplica(error: unknown, isPassing: boolean): boolean {
    if (isPassing) return true;
    if (!(error instanceof TripwrightError)) return false;
    const { sqlstate } = error.details;
    const isOurs =
      (error.code === "database_unavailable" && !OWN_FAULT.has(`${sqlstate}`)) || NOT_THERE_YET.has(`${sqlstate}`);
    if (isOurs) this.rest();
    return isOurs;
  }

  async #look(tx: Transaction): Promise<void> {
    const now = performance.now();
    if (now - this.#lookedAt < LOOK_EVERY_MS && this.#restUntil === 0) return;
    const { lagSeconds } = await tx.one(lagSchema, LAG);
    if (lagSeconds === null || lagSeconds * 1_000 > this.#limits.lagMs) {
      const text = "The read replica is behind by more than reads allow. Read from the primary.";
      throw new TripwrightError("database_unavailable", text, { lagSeconds });
    }
    this.#lookedAt = now;
  }

  #hasJustWritten(key: string, now: number): boolean {
    return now - (this.#wroteAt.get(key) ?? Number.NEGATIVE_INFINITY) <= this.#limits.lagMs + LOOK_EVERY_MS;
  }
}
