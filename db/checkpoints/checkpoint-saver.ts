/**
 * LangGraph's checkpointer for one traveller. The library's tables find a row by its thread's name alone, so a
 * name is kept with its owner in front: two travellers may use the same one, and the tables refuse a name that
 * begins with somebody else (migration 0017). Outside nobody sees the prefix.
 */
import { PostgresSaver } from "@langchain/langgraph-checkpoint-postgres";
import type { Database } from "../transaction.ts";
import { createActingPool } from "./acting-pool.ts";

type Config = Parameters<PostgresSaver["getTuple"]>[0];
type Tuple = NonNullable<Awaited<ReturnType<PostgresSaver["getTuple"]>>>;

export interface CheckpointSaverOptions {
  db: Database;
  userId: string;
  /** Where the tables stand; the saver names it in every statement. */
  schema?: string | undefined;
}

export function createCheckpointSaver(options: CheckpointSaverOptions): PostgresSaver {
  return new TravellersSaver(options);
}

class TravellersSaver extends PostgresSaver {
  readonly #prefix: string;

  constructor({ db, userId, schema = "public" }: CheckpointSaverOptions) {
    super(createActingPool(db, { kind: "user", userId }), undefined, { schema });
    this.#prefix = `${userId.toLowerCase()}:`;
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
