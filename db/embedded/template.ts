/**
 * The cache that makes the second start on a machine quick. It holds a folder for each combination of
 * engine versions; what does not match its recorded checksum is made again, never used.
 */
import { spawn } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { accessSync, constants, mkdirSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { DISK_FULL_STATUS, diskFull, isDiskFull } from "../disk-full.ts";
import { waitForProcessLock } from "./process-lock.ts";
import type { TemplateOptions } from "./template-main.ts";

export interface EngineFiles {
  readonly postgisBundle: string;
  /** A gzipped tar of a fresh data folder. */
  readonly template: string;
}

/** Raised when the making of the files changes without a change of versions. */
const FORMAT = 1;
const BUILD_LIMIT_MS = 10 * 60_000;
const PACKAGES = ["@electric-sql/pglite", "@electric-sql/pglite-postgis", "@electric-sql/pglite-pgvector"];

const packageSchema = z.object({ version: z.string() });
const checksumsSchema = z.object({ postgisBundle: z.string(), template: z.string() });

export interface EngineFilesOptions {
  readonly cacheDir: string;
  /** Used when the cache folder cannot be written. */
  readonly fallbackDir: string;
  /** Called when the files have to be made, which takes ten seconds or more. */
  readonly onBuild: () => void;
}

export async function engineFiles({ cacheDir, fallbackDir, onBuild }: EngineFilesOptions): Promise<EngineFiles> {
  const root = isWritableFolder(cacheDir) ? cacheDir : fallbackDir;
  await mkdir(root, { recursive: true });
  const folder = join(root, `engine-${await versionKey()}`);
  if (await isIntact(folder)) return filesIn(folder);
  const lock = await waitForProcessLock(join(root, "engine.lock"), AbortSignal.timeout(BUILD_LIMIT_MS));
  try {
    if (await isIntact(folder)) return filesIn(folder);
    onBuild();
    await removeLeftovers(root);
    await build(folder);
    return filesIn(folder);
  } catch (error) {
    throw isDiskFull(error) ? diskFull(`the engine's prepared files in ${root}`, error) : error;
  } finally {
    lock.release();
  }
}

function isWritableFolder(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

async function removeLeftovers(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    if (name.includes(".new-")) await rm(join(root, name), { recursive: true, force: true });
  }
}

async function build(folder: string): Promise<void> {
  const fresh = `${folder}.new-${randomUUID()}`;
  await mkdir(fresh);
  try {
    const files = filesIn(fresh);
    await makeFiles(files);
    await writeFile(join(fresh, "checksums.json"), JSON.stringify(await checksumsOf(files)));
    await rm(folder, { recursive: true, force: true });
    await rename(fresh, folder);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** With the flags of this process, which keep its memory small. What it says goes where ours does. */
async function makeFiles(files: TemplateOptions): Promise<void> {
  const file = fileURLToPath(new URL(`template-main${extname(import.meta.url)}`, import.meta.url));
  const maker = spawn(process.execPath, [...process.execArgv, file, JSON.stringify(files)], {
    env: {},
    stdio: "inherit",
  });
  const [code] = await once(maker, "exit");
  if (code === DISK_FULL_STATUS) throw diskFull("the prepared files of the engine");
  if (code !== 0) throw new Error(`making the engine's files ended with code ${code}`);
}

async function isIntact(folder: string): Promise<boolean> {
  try {
    const recorded = checksumsSchema.parse(JSON.parse(await readFile(join(folder, "checksums.json"), "utf8")));
    const found = await checksumsOf(filesIn(folder));
    return recorded.postgisBundle === found.postgisBundle && recorded.template === found.template;
  } catch {
    return false;
  }
}

async function checksumsOf({ postgisBundle, template }: EngineFiles): Promise<z.infer<typeof checksumsSchema>> {
  const [bundle, dump] = await Promise.all([readFile(postgisBundle), readFile(template)]);
  return { postgisBundle: sha256(bundle), template: sha256(dump) };
}

function sha256(content: Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

function filesIn(folder: string): EngineFiles {
  return { postgisBundle: join(folder, "postgis.tar.gz"), template: join(folder, "template.tar.gz") };
}

async function versionKey(): Promise<string> {
  const versions = await Promise.all(
    PACKAGES.map(async (name) => {
      const file = new URL("../package.json", import.meta.resolve(name));
      return packageSchema.parse(JSON.parse(await readFile(file, "utf8"))).version;
    }),
  );
  return [FORMAT, ...versions].join("-");
}
