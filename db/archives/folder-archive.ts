/**
 * An archive in a folder of this machine, or of a disk that is mounted there. A file is written beside its
 * place, brought to the disk and only then given its name, so a name always stands for a whole file.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { TripwrightError } from "../../trip/errors.ts";
import type { Archive } from "../../trip/ports.ts";
import { codeOf } from "../sql-errors.ts";
import { checkObjectName } from "./object-name.ts";

const PART = ".part";

export function createFolderArchive(folder: string): Archive {
  const root = resolve(folder);
  const pathOf = (name: string): string => join(root, ...checkObjectName(name).split("/"));

  return {
    async put(name, content, proof, signal) {
      const path = pathOf(name);
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await writeWhole(partOf(path), content, proof, signal);
        await rename(partOf(path), path);
        await syncFolder(dirname(path));
      } catch (error) {
        await rm(partOf(path), { force: true }).catch(() => undefined);
        signal.throwIfAborted();
        throw unavailable(`write ${path}`, error);
      }
    },

    async *get(name, signal) {
      const path = pathOf(name);
      try {
        yield* createReadStream(path, { signal });
      } catch (error) {
        signal.throwIfAborted();
        throw unavailable(`read ${path}`, error);
      }
    },

    async list(prefix) {
      try {
        const entries = await readdir(root, { recursive: true, withFileTypes: true });
        return entries
          .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
          .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
          .filter((name) => name.startsWith(prefix))
          .toSorted();
      } catch (error) {
        if (codeOf(error) === "ENOENT") return [];
        throw unavailable(`list ${root}`, error);
      }
    },

    async remove(name) {
      const path = pathOf(name);
      try {
        await rm(path, { force: true });
        await rm(partOf(path), { force: true });
      } catch (error) {
        throw unavailable(`remove ${path}`, error);
      }
    },

    location: (name) => pathToFileURL(pathOf(name)).href,
  };
}

/** Hidden, so that nobody takes it for the file. */
const partOf = (path: string): string => join(dirname(path), `.${basename(path)}${PART}`);

async function writeWhole(
  path: string,
  content: AsyncIterable<Uint8Array>,
  { byteSize, sha256 }: { byteSize: number; sha256: string },
  signal: AbortSignal,
): Promise<void> {
  const hash = createHash("sha256");
  let written = 0;
  await using file = await open(path, "w", 0o600);
  for await (const piece of content) {
    signal.throwIfAborted();
    hash.update(piece);
    written += piece.byteLength;
    await file.writeFile(piece);
  }
  if (written !== byteSize || hash.digest("hex") !== sha256) {
    throw new Error(`Expected ${byteSize} bytes with a known hash; got ${written} bytes that differ.`);
  }
  await file.sync();
}

/** A new name is on the disk once its folder is. */
async function syncFolder(path: string): Promise<void> {
  await using folder = await open(path, "r");
  await folder.sync();
}

function unavailable(attempt: string, error: unknown): TripwrightError {
  if (error instanceof TripwrightError) return error;
  const said = error instanceof Error ? error.message : String(error);
  const text = `The archive could not ${attempt}: ${said}. Check the folder and the rights on it; nothing was deleted.`;
  return new TripwrightError("archive_unavailable", text, {}, error);
}
