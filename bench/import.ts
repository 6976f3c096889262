/**
 * The whole of an import as a person starts it: `tripwright import osm` on a synthetic extract of a million
 * elements, into the built-in database, seeded and running. Memory is of both processes, the command and the
 * database's host, at their common peak and each by itself.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execPath } from "node:process";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { ensureHost, stopHost } from "../db/embedded/ensure-host.ts";
import { memoryOf } from "./db/memory.ts";
import { machineLine } from "./machine.ts";
import { generate } from "./osm/generate.ts";
import { writePbf } from "./osm/write-pbf.ts";

const USAGE = `npm run bench -- import [options]
  --elements 1000000    nodes, ways and relations of the extract
  --keep                leave the database's folder where it is, and say where
`;
const LEAST_ELEMENTS = 10_000;
const TARGET = { seconds: 300, peakMb: 1_024 };
const LOOK_MS = 250;

interface Folders {
  readonly home: string;
  readonly cacheDir: string;
}

interface Peak {
  commandMb: number;
  hostMb: number;
  togetherMb: number;
}

function startCli(args: readonly string[], { home, cacheDir }: Folders): ChildProcess {
  const { PATH = "", HOME = "" } = process.env;
  return spawn(execPath, ["server/cli.ts", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { PATH, HOME, TRIPWRIGHT_HOME: home, TRIPWRIGHT_CACHE: cacheDir },
  });
}

async function answerOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error("the command has no output");
  const [answer] = await Promise.all([text(child.stdout), once(child, "close")]);
  if (child.exitCode !== 0) throw new Error(`the command ended with ${child.exitCode ?? "a signal"}`);
  return answer;
}

/** Looks at both processes for as long as the command runs. */
async function watchMemory(child: ChildProcess, hostPid: number, peak: Peak): Promise<void> {
  while (child.exitCode === null && child.pid !== undefined) {
    const [command, host] = await Promise.all([
      memoryOf(child.pid).catch(() => null),
      memoryOf(hostPid).catch(() => null),
    ]);
    if (command && host) {
      peak.commandMb = Math.max(peak.commandMb, command.peakMb);
      peak.hostMb = Math.max(peak.hostMb, host.rssMb);
      peak.togetherMb = Math.max(peak.togetherMb, command.rssMb + host.rssMb);
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

interface Figures extends Peak {
  elements: number;
  seconds: number;
  againSeconds: number;
  records: number;
}

async function measureImport(elements: number, folders: Folders, file: string): Promise<Figures> {
  console.error(`· writing ${elements.toLocaleString("en")} elements`);
  await writePbf(file, generate(elements));
  console.error("· starting and seeding the database");
  await answerOf(startCli(["places", "stats", "--json"], folders));
  const { status } = await ensureHost(folders);
  const peak: Peak = { commandMb: 0, hostMb: 0, togetherMb: 0 };
  console.error("· importing");
  const began = performance.now();
  const child = startCli(["import", "osm", file, "--date", "2026-01-01", "--json"], folders);
  const [answer] = await Promise.all([answerOf(child), watchMemory(child, status.pid, peak)]);
  const seconds = (performance.now() - began) / 1000;
  console.error("· importing it again");
  const beganAgain = performance.now();
  await answerOf(startCli(["import", "osm", file, "--date", "2026-01-01", "--again", "--json"], folders));
  const { records } = JSON.parse(answer) as { records: number };
  const rounded = (value: number): number => Math.round(value);
  return {
    elements,
    seconds: rounded(seconds),
    againSeconds: rounded((performance.now() - beganAgain) / 1000),
    records,
    commandMb: rounded(peak.commandMb),
    hostMb: rounded(peak.hostMb),
    togetherMb: rounded(peak.togetherMb),
  };
}

function readOptions(args: readonly string[]): { elements: number; keep: boolean } {
  const { values } = parseArgs({
    args: [...args],
    options: { elements: { type: "string", default: "1000000" }, keep: { type: "boolean", default: false } },
  });
  const elements = Number(values.elements);
  if (!Number.isInteger(elements) || elements < LEAST_ELEMENTS) {
    throw new Error(`Expected --elements to be a whole number from ${LEAST_ELEMENTS} on, got "${values.elements}".`);
  }
  return { elements, keep: values.keep };
}

/** Answers the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  let options: ReturnType<typeof readOptions>;
  try {
    options = readOptions(args);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return 2;
  }
  const root = await mkdtemp(join(tmpdir(), "tripwright-import-"));
  const folders: Folders = { home: join(root, "home"), cacheDir: join(root, "cache") };
  try {
    const figures = await measureImport(options.elements, folders, join(root, "extract.osm.pbf"));
    const { seconds, againSeconds, records, commandMb, hostMb, togetherMb } = figures;
    console.log(
      `${records} records imported in ${seconds} s, again in ${againSeconds} s; memory of the command ${commandMb} MB, of the database ${hostMb} MB, of both at once ${togetherMb} MB`,
    );
    console.log(machineLine());
    const isMet = seconds < TARGET.seconds && togetherMb < TARGET.peakMb;
    console.log(`Target ${isMet ? "met" : "missed"}: under ${TARGET.seconds} s and ${TARGET.peakMb} MB for both.`);
    console.log(JSON.stringify(figures));
    return 0;
  } finally {
    await stopHost(folders.home);
    if (options.keep) console.error(`Kept in ${root}`);
    else await rm(root, { recursive: true, force: true });
  }
}
