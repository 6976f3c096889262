/**
 * LangGraph's checkpointer for one traveller. The library's tables find a row by its thread's name alone, so a
 * name is kept with its owner in front: two travellers may use the same one, and the tables refuse a name that
 * begins with somebody else (migration 0017). Outside nobody sees the prefix.
 */
import { PostgresSaver } from "@langchain/langgraph-checkpoint-postgres";
import sql from "sql-template-tag";
import type { Actor, Database } from "../transaction.ts";
import { createActingPool } from "./acting-pool.ts";

type Config = Parameters<PostgresSaver["getTuple"]>[0];
type Tuple = NonNullable<Awaited<ReturnType<PostgresSaver["getTuple"]>>>;

export interface CheckpointSaverOptions {
  db: Database;
  userId: string;
  /** Where the tables stand; the saver names it in every statement. */
  schema?: string | undefined;
}

export interface CheckpointSaver extends PostgresSaver {
  /** Forgets all of a thread but where it stands: nothing goes back to an earlier checkpoint. */
  pruneThread(threadId: string): Promise<void>;
}

export function createCheckpointSaver(options: CheckpointSaverOptions): CheckpointSaver {
  return new TravellersSaver(options);
}

class TravellersSaver extends PostgresSaver implements CheckpointSaver {
  readonly #prefix: string;
  readonly #db: Database;
  readonly #actor: Actor;

  constructor({ db, userId, schema = "public" }: CheckpointSaverOptions) {
    const actor: Actor = { kind: "user", userId };
    super(createActingPool(db, actor), undefined, { schema });
    this.#prefix = `${userId.toLowerCase()}:`;
    this.#db = db;
    this.#actor = actor;
  }

  /** The migrations made the tables. */
  override async setup(): Promise<void> {}

  override async getTuple(config: Config): Promise<Tuple | undefined> {
    const tuple = await super.getTuple(this.#stored(config));
    return tuple && this.#shown(tuple);
  }

  override async *list(...[config, options]: Parameters<PostgresSaver["list"]>): AsyncGenerator<Tuple> {
    for await (const tuple of super.list(this.#stored(config), options)) yield this.#shown(tuple);
  }

  override async put(...[config, ...rest]: Parameters<PostgresSaver["put"]>): Promise<Config> {
    return this.#named(await super.put(this.#stored(config), ...rest));
  }

  override putWrites(...[config, ...rest]: Parameters<PostgresSaver["putWrites"]>): Promise<void> {
    return super.putWrites(this.#stored(config), ...rest);
  }

  override deleteThread(threadId: string): Promise<void> {
    return super.deleteThread(this.#prefix + threadId);
  }

  /**
   * One statement, so one view of the tables: what another turn writes meanwhile is not in it, and stays. A value that
   * the newest checkpoint shares with older ones is its own.
   */
  async pruneThread(threadId: string): Promise<void> {
    const name = this.#prefix + threadId;
    await this.#db.transaction(this.#actor, (tx) =>
      tx.execute(sql`
        with newest as (
          select c.thread_id, c.checkpoint_ns, c.checkpoint_id, c.checkpoint from checkpoints c
          where c.thread_id = ${name} and c.checkpoint_ns = ''
          order by c.checkpoint_id desc limit 1),
        blobs as (
          delete from checkpoint_blobs b using newest n
          where b.thread_id = n.thread_id and b.checkpoint_ns = n.checkpoint_ns
            and b.version is distinct from n.checkpoint -> 'channel_versions' ->> b.channel),
        writes as (
          delete from checkpoint_writes w using newest n
          where w.thread_id = n.thread_id and w.checkpoint_ns = n.checkpoint_ns
            and w.checkpoint_id <> n.checkpoint_id)
        delete from checkpoints c using newest n
        where c.thread_id = n.thread_id and c.checkpoint_ns = n.checkpoint_ns and c.checkpoint_id <> n.checkpoint_id`),
    );
  }

  #stored(config: Config): Config {
    return this.#renamed(config, (threadId) => this.#prefix + threadId);
  }

  #named(config: Config): Config {
    return this.#renamed(config, (threadId) => threadId.slice(this.#prefix.length));
  }

  #shown(tuple: Tuple): Tuple {
    const shown = { ...tuple, config: this.#named(tuple.config) };
    return tuple.parentConfig ? { ...shown, parentConfig: this.#named(tuple.parentConfig) } : shown;
  }

  /** Without a thread, as `list` may be asked, row-level security alone says which there are. */
  #renamed(config: Config, rename: (threadId: string) => string): Config {
    const threadId: unknown = config.configurable?.thread_id;
    if (typeof threadId !== "string") return config;
    return { ...config, configurable: { ...config.configurable, thread_id: rename(threadId) } };
  }
}
