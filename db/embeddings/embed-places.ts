/**
 * The background step that gives every place a vector of the current model. It can stop anywhere and go on
 * later, and two processes may do it at once: at worst both embed the same places, and the same is written
 * twice. A vector written for words that have changed meanwhile has their old hash, so the next pass mends it.
 */
import type { Embedder } from "../../trip/ports.ts";
import {
  ensureEmbeddingIndex,
  listPlacesToEmbed,
  type PlaceToEmbed,
  removeReplacedEmbeddings,
  writeEmbeddings,
} from "../stores/place-embeddings.ts";
import type { Database, Transaction } from "../transaction.ts";

export interface EmbedReport {
  model: string;
  /** Vectors written or renewed. */
  embedded: number;
  /** Vectors of replaced models taken away. */
  removed: number;
}

const DEFAULT_BATCH = 200;

type InTransaction = <Result>(work: (tx: Transaction) => Promise<Result>) => Promise<Result>;

interface EmbedOptions {
  batch?: number | undefined;
  signal: AbortSignal;
}

/** Nothing is open while the model thinks: it may be a service on the other side of the world. */
async function embedEach(
  inTransaction: InTransaction,
  embedder: Embedder,
  options: EmbedOptions,
): Promise<EmbedReport> {
  const { batch: limit = DEFAULT_BATCH, signal } = options;
  const { model } = embedder;
  let embedded = 0;
  let after: string | null = null;
  for (;;) {
    signal.throwIfAborted();
    const from: string | null = after;
    const places: PlaceToEmbed[] = await inTransaction((tx) => listPlacesToEmbed(tx, { model, after: from, limit }));
    const last = places.at(-1);
    if (!last) break;
    const vectors = await embedder.embed(
      places.map(({ text }) => text),
      signal,
    );
    const rows = places.flatMap(({ id, contentHash }, at) => {
      const vector = vectors[at];
      return vector ? [{ id, contentHash, vector }] : [];
    });
    embedded += await inTransaction((tx) => writeEmbeddings(tx, model, rows));
    after = last.id;
  }
  const removed = await inTransaction(async (tx) => {
    await ensureEmbeddingIndex(tx, model);
    return removeReplacedEmbeddings(tx, model);
  });
  return { model, embedded, removed };
}

/** Throws `provider_unavailable` when the model fails; what was embedded until then stays. */
export function embedMissingPlaces(db: Database, embedder: Embedder, options: EmbedOptions): Promise<EmbedReport> {
  return embedEach((work) => db.transaction({ kind: "importer" }, work), embedder, options);
}

/** Within a transaction that is open already; for a model that answers at once. */
export function embedMissingPlacesIn(tx: Transaction, embedder: Embedder): Promise<EmbedReport> {
  return embedEach((work) => work(tx), embedder, { signal: new AbortController().signal, batch: 1_000 });
}
