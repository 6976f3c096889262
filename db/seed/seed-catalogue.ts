/**
 * Fills the catalogue from the built-in files. Every start calls it: when the files are those that were
 * loaded last, it says so after one look at the database; otherwise it loads them in one transaction.
 */
import sql from "sql-template-tag";
import { z } from "zod";
import type { Embedder } from "../../trip/ports.ts";
import { lockCatalogue } from "../conflation/catalogue-lock.ts";
import { embedMissingPlacesIn } from "../embeddings/embed-places.ts";
import type { Database, Transaction } from "../transaction.ts";
import { builtInCatalogueDir, hashCatalogue, readCatalogueFiles } from "./catalogue-files.ts";

const CATALOGUE_NAME = "built-in";

export interface SeedOptions {
  /** One short line a step, for a progress display. */
  onProgress?: ((step: string) => void) | undefined;
  /** Another folder of the same layout; tests use it. */
  catalogueDir?: string | undefined;
  /** Makes the places findable by meaning in the same transaction; must answer at once, so no service. */
  embedder?: Embedder | undefined;
}
export interface SeedReport {
  status: "unchanged" | "seeded";
  cities: number;
  places: number;
}

const versionSchema = z.object({ contentHash: z.string() });

async function isLoaded(tx: Transaction, contentHash: string): Promise<boolean> {
  const loaded = await tx.maybeOne(
    versionSchema,
    sql`select content_hash as "contentHash" from catalogue_versions where name = ${CATALOGUE_NAME}`,
  );
  return loaded?.contentHash === contentHash;
}

export async function seedCatalogue(db: Database, options: SeedOptions = {}): Promise<SeedReport> {
  const files = await readCatalogueFiles(options.catalogueDir ?? builtInCatalogueDir());
  const { embedder } = options;
  const contentHash = hashCatalogue(files, embedder?.model);
  const unchanged: SeedReport = { status: "unchanged", cities: 0, places: 0 };
  if (await db.transaction({ kind: "importer" }, (tx) => isLoaded(tx, contentHash))) return unchanged;

  options.onProgress?.("Reading the city catalogue");
  const { buildCatalogue, writeCatalogue } = await import("./load-catalogue.ts");
  const catalogue = buildCatalogue(files);
  return db.transaction({ kind: "importer" }, async (tx) => {
    // Two processes may start at once; the second waits here and then finds the work done.
    await lockCatalogue(tx);
    if (await isLoaded(tx, contentHash)) return unchanged;
    options.onProgress?.(`Loading ${catalogue.cities.length.toLocaleString("en")} cities`);
    await writeCatalogue(tx, catalogue);
    if (embedder) await embedMissingPlacesIn(tx, embedder);
    await tx.execute(sql`
      insert into catalogue_versions (name, content_hash) values (${CATALOGUE_NAME}, ${contentHash})
      on conflict (name) do update set content_hash = excluded.content_hash`);
    return { status: "seeded", cities: catalogue.cities.length, places: catalogue.places.length };
  });
}
