/**
 * A data folder appears whole or not at all: it is unpacked under another name and renamed. A start
 * that is killed half way leaves only a folder that the next one throws away. Call it with the host's
 * lock held.
 */
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { readTar } from "./tar.ts";

export function isDataFolder(dataFolder: string): boolean {
  return existsSync(join(dataFolder, "PG_VERSION"));
}

export async function createDataFolder(dataFolder: string, template: string): Promise<void> {
  await removeLeftovers(dataFolder);
  const fresh = `${dataFolder}.new-${process.pid}`;
  await mkdir(fresh, { mode: 0o700 });
  try {
    for (const entry of readTar(await promisify(gunzip)(await readFile(template)))) {
      const path = join(fresh, entry.name);
      if (entry.kind === "folder") await mkdir(path, { recursive: true, mode: 0o700 });
      else if (entry.kind === "file") await writeFile(path, entry.content, { mode: 0o600 });
    }
    await rename(fresh, dataFolder);
  } catch (error) {
    // On a full disk, half a folder would keep it full.
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
}

async function removeLeftovers(dataFolder: string): Promise<void> {
  const home = dirname(dataFolder);
  const prefix = `${basename(dataFolder)}.new-`;
  for (const name of await readdir(home)) {
    if (name.startsWith(prefix)) await rm(join(home, name), { recursive: true, force: true });
  }
}
