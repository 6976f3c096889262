/** `--out`: checked before any planning starts, written whole or not at all. */
import { access, constants, rename, stat, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { zonesOf } from "../tools/export-itinerary.ts";
import { TripwrightError } from "../trip/errors.ts";
import { exportPlan, formatOfFile } from "../trip/export/export-plan.ts";
import type { PlanDocument } from "../trip/plan-document.ts";
import type { CatalogueStore } from "../trip/ports.ts";

/** Throws `invalid_input` for a format we do not write or a folder that is not there. */
export async function requireWritable(files: readonly string[]): Promise<void> {
  for (const file of files) {
    formatOfFile(file);
    await requireFolderOf(file);
  }
}

export async function requireFolderOf(file: string): Promise<void> {
  const folder = dirname(resolve(file));
  const isFolder = await stat(folder)
    .then((entry) => entry.isDirectory())
    .catch(() => false);
  const isWritable = await access(folder, constants.W_OK)
    .then(() => true)
    .catch(() => false);
  if (isFolder && isWritable) return;
  throw new TripwrightError(
    "invalid_input",
    `Expected --out in a folder that can be written to, got "${file}". Make the folder ${folder} first.`,
    { file },
  );
}

/** Returns the absolute path. */
export async function writeWhole(file: string, text: string, mode = 0o666): Promise<string> {
  const path = resolve(file);
  await writeFile(`${path}.part`, text, { mode });
  await rename(`${path}.part`, path);
  return path;
}

/** Returns the files as absolute paths. */
export async function exportFiles(
  plan: PlanDocument,
  files: readonly string[],
  catalogue: CatalogueStore,
): Promise<string[]> {
  if (files.length === 0) return [];
  const zones = await zonesOf(plan, catalogue);
  const written: string[] = [];
  for (const file of files) {
    const { text } = exportPlan(plan, { format: formatOfFile(file), zones, stampedAt: new Date() });
    written.push(await writeWhole(file, text));
  }
  return written;
}
