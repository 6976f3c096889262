/**
 * A file of records into the catalogue, in batches: each is one transaction that also writes down how far the file is
 * read, so that an import that is killed goes on where it stopped and ends in the rows of one that was not.
 */
import { basename } from "node:path";
import sql from "sql-template-tag";
import { z } from "zod";
import { TripwrightError } from "../../trip/errors.ts";
import type { Embedder } from "../../trip/ports.ts";
import { lockCatalogue } from "../conflation/catalogue-lock.ts";
import { loadCities } from "../conflation/load-cities.ts";
import { countKind, emptyOutcome, type Outcome, skip } from "../conflation/outcome.ts";
import { rehome } from "../conflation/rehome.ts";
import { loadTerms, writeSource } from "../conflation/sources.ts";
import { writeAreas } from "../conflation/write-areas.ts";
import { writeLodgings } from "../conflation/write-lodgings.ts";
import type { Catalogue } from "../conflation/write-places.ts";
import { writeRecords } from "../conflation/write-records.ts";
import { embedMissingPlaces } from "../embeddings/embed-places.ts";
import type { Database, Transaction } from "../transaction.ts";
import { advanceRun, finishRun, type ImportRun, openRun, type RunState, restartRun } from "./import-runs.ts";
import {
  type AreaRecord,
  type CatalogueSource,
  type LodgingRecord,
  type RecordFile,
  type Skipped,
  type SourceRecord,
  sourceRecordSchema,
} from "./source-record.ts";

export interface ImportProgress {
  /** Part of the file that is read, 0–1. */
  readonly done: number;
  readonly records: number;
  readonly elapsedMs: number;
  /** `null` while it is too early to say. */
  readonly remainingMs: number | null;
  readonly step: "reading" | "settling" | "embedding";
}

export interface ImportOptions {
  readonly path: string;
  readonly fingerprint: string;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ImportProgress) => void;
  /** Start anew with a file that was imported already. */
  readonly again?: boolean | undefined;
  /** Makes new places findable by meaning. */
  readonly embedder?: Embedder | undefined;
  readonly batchSize?: number | undefined;
}

export interface ImportSummary {
  readonly source: CatalogueSource;
  readonly file: string;
  /** `already`: this very file was imported before, and nothing was done. */
  readonly status: "finished" | "stopped" | "already";
  /** Things read from the file, skipped ones included. */
  readonly records: number;
  /** Of these, read by an earlier start of the same import. */
  readonly resumedAt: number;
  readonly newCities: number;
  readonly embedded: number;
  readonly elapsedMs: number;
  readonly outcome: Outcome;
}

const BATCH_RECORDS = 1_000;
const LATE_RECORDS = 1_000;
/** Outside of these nothing is said of the time that is left: too little is known, or writing takes longer than reading. */
const ESTIMATED = { from: 0.02, to: 0.9 } as const;

const asImporter = <Result>(db: Database, work: (tx: Transaction) => Promise<Result>): Promise<Result> =>
  db.transaction({ kind: "importer" }, async (tx) => {
    await lockCatalogue(tx);
    return work(tx);
  });

const loadCatalogue = async (tx: Transaction): Promise<Catalogue> => ({
  cities: await loadCities(tx),
  terms: await loadTerms(tx),
});

const versionSchema = z.object({ version: z.string() });

async function catalogueVersion(tx: Transaction): Promise<string> {
  const { version } = await tx.one(
    versionSchema,
    sql`
      select concat_ws(' ', (select count(*) from cities), (select max(updated_at) from cities),
        (select count(*) from catalogue_sources), (select max(updated_at) from catalogue_sources)) as version`,
  );
  return version;
}

const isLate = (kind: SourceRecord["kind"]): boolean => kind === "area" || kind === "lodging";

class Import {
  readonly #db: Database;
  readonly #file: RecordFile;
  readonly #options: ImportOptions;
  readonly #run: ImportRun;
  #catalogue: Catalogue;
  #catalogueVersion = "";
  readonly #startedAt = performance.now();
  readonly #resumedAt: number;
  /** What belongs to a city wherever in the file that one stands; a few hundred bytes each. */
  readonly #areas: AreaRecord[] = [];
  readonly #lodgings: LodgingRecord[] = [];
  #read = 0;
  #part = 0;

  constructor(db: Database, file: RecordFile, options: ImportOptions, run: ImportRun, catalogue: Catalogue) {
    this.#db = db;
    this.#file = file;
    this.#options = options;
    this.#run = run;
    this.#catalogue = catalogue;
    this.#resumedAt = run.recordsDone;
  }

  async readAll(): Promise<void> {
    const { signal, batchSize = BATCH_RECORDS } = this.#options;
    let batch: (SourceRecord | Skipped)[] = [];
    const onProgress = (done: number): void => {
      this.#part = done;
      this.#report("reading", done);
    };
    for await (const record of this.#file.records({ signal, onProgress })) {
      this.#keepLate(record);
      this.#read += 1;
      if (this.#read <= this.#resumedAt) continue;
      batch.push(record);
      if (batch.length < batchSize) continue;
      await this.#write(batch);
      batch = [];
      signal.throwIfAborted();
    }
    if (batch.length > 0) await this.#write(batch);
  }

  /** Also of what an earlier start has read: late records are written at the end, and only there. */
  #keepLate(item: SourceRecord | Skipped): void {
    if (item.kind !== "area" && item.kind !== "lodging") return;
    const [record] = checked(item, emptyOutcome());
    if (record?.kind === "area") this.#areas.push(record);
    if (record?.kind === "lodging") this.#lodgings.push(record);
  }

  /** One transaction: the records, and how far the file is read. */
  async #write(batch: readonly (SourceRecord | Skipped)[]): Promise<void> {
    const recordsDone = this.#run.recordsDone + batch.length;
    const { name: source } = this.#file.source;
    await this.#advance(recordsDone, async (tx, state) => {
      const records = batch.flatMap((item) => checked(item, state.outcome)).filter(({ kind }) => !isLate(kind));
      const wanted = { source, records, again: state.again };
      state.created.push(...(await writeRecords(tx, wanted, this.#catalogue, state.outcome)));
    });
    this.#report("reading", this.#part);
  }

  /** What needs all of the file: areas and beds of its cities, and places that belong to a city which came after them. */
  async settle(): Promise<void> {
    this.#report("settling", 1);
    await this.#advance(this.#run.recordsDone, async (tx, state) => {
      if (!state.isSettled) {
        const { name: source } = this.#file.source;
        countKind(state.outcome, "area", this.#areas.length);
        await writeAreas(tx, source, this.#areas, this.#catalogue, state.outcome);
        countKind(state.outcome, "lodging", this.#lodgings.length);
        for (let from = 0; from < this.#lodgings.length; from += LATE_RECORDS) {
          const some = this.#lodgings.slice(from, from + LATE_RECORDS);
          await writeLodgings(tx, source, some, this.#catalogue, state.outcome);
        }
        await rehome(tx, state.created, this.#catalogue);
        state.isSettled = true;
      }
      await tx.execute(sql`select settle_catalogue()`);
    });
  }

  /** A transaction that was lost is tried again, so nothing is remembered of one before it is committed. */
  async #advance(recordsDone: number, work: (tx: Transaction, state: RunState) => Promise<void>): Promise<void> {
    let isAgain = false;
    let state = this.#run.state;
    await asImporter(this.#db, async (tx) => {
      // Another import may have brought cities and sources since; and a lost transaction's own are gone with it.
      const version = await catalogueVersion(tx);
      if (isAgain || version !== this.#catalogueVersion) this.#catalogue = await loadCatalogue(tx);
      this.#catalogueVersion = version;
      isAgain = true;
      state = structuredClone(this.#run.state);
      await work(tx, state);
      await advanceRun(tx, { ...this.#run, state }, recordsDone);
    });
    this.#run.state = state;
    this.#run.recordsDone = recordsDone;
  }

  async embed(): Promise<number> {
    const { embedder, signal } = this.#options;
    if (!embedder) return 0;
    this.#report("embedding", 1);
    const { embedded } = await embedMissingPlaces(this.#db, embedder, { signal, batch: BATCH_RECORDS });
    return embedded;
  }

  finish(): Promise<void> {
    return asImporter(this.#db, (tx) => finishRun(tx, this.#run));
  }

  summary(status: ImportSummary["status"], embedded: number): ImportSummary {
    const { state, recordsDone } = this.#run;
    return {
      source: this.#file.source,
      file: basename(this.#options.path),
      status,
      records: recordsDone,
      resumedAt: this.#resumedAt,
      newCities: state.created.length,
      embedded,
      elapsedMs: Math.round(performance.now() - this.#startedAt),
      outcome: state.outcome,
    };
  }

  #report(step: ImportProgress["step"], done: number): void {
    const elapsedMs = performance.now() - this.#startedAt;
    const isTelling = step === "reading" && done > ESTIMATED.from && done < ESTIMATED.to;
    const remainingMs = isTelling ? (elapsedMs * (1 - done)) / done : null;
    this.#options.onProgress({ step, done, records: this.#run.recordsDone, elapsedMs, remainingMs });
  }
}

/** Readers promise what the schema says; one that does not keep it costs its record, not the import. */
function checked(item: SourceRecord | Skipped, outcome: Outcome): SourceRecord[] {
  if (item.kind === "skipped") {
    skip(outcome, item.reason);
    return [];
  }
  const parsed = sourceRecordSchema.safeParse(item);
  if (parsed.success) return [parsed.data];
  const field = parsed.error.issues[0]?.path.join(".") ?? "";
  skip(outcome, `not as records are: ${field}`);
  return [];
}

const wasStopped = (error: unknown, signal: AbortSignal): boolean =>
  signal.aborted && (error === signal.reason || (error instanceof Error && error.name === "AbortError"));

/** Throws what the file's reader throws for a file that is something else; what was written until then stays. */
export async function runImport(db: Database, file: RecordFile, options: ImportOptions): Promise<ImportSummary> {
  const { source } = file;
  if (source.name.length > 50) {
    throw new TripwrightError(
      "invalid_input",
      `Expected a source's name of at most 50 characters, got "${source.name}".`,
    );
  }
  const { run, catalogue } = await asImporter(db, async (tx) => {
    await writeSource(tx, source);
    const key = { source: source.name, fileName: basename(options.path), fingerprint: options.fingerprint };
    const opened = await openRun(tx, key);
    return {
      run: options.again ? await restartRun(tx, opened) : opened,
      catalogue: await loadCatalogue(tx),
    };
  });
  const work = new Import(db, file, options, run, catalogue);
  if (run.isFinished) return work.summary("already", 0);
  try {
    await work.readAll();
    await work.settle();
    const embedded = await work.embed();
    await work.finish();
    return work.summary("finished", embedded);
  } catch (error) {
    if (wasStopped(error, options.signal)) return work.summary("stopped", 0);
    throw error;
  }
}
