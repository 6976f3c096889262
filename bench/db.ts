/**
 * How fast the database answers, and how that grows: a synthetic world at three sizes on a native
 * PostgreSQL and at one on the built-in engine, read and written through the program's own stores. Fails when a
 * plan does without its index; a missed target is only said.
 */
import { loadavg } from "node:os";
import { connectDatabase } from "../db/connect.ts";
import { measureEmbedded } from "./db/embedded-server.ts";
import { type NativeServer, readSettings, throwawayServer } from "./db/native-server.ts";
import { type BenchOptions, readOptions, USAGE } from "./db/options.ts";
import { jsonLine, machine, type NativeReport, planFaultsOf, type Report, tablesOf, targetsOf } from "./db/report.ts";
import { asMarkdown, asText } from "./db/table.ts";
import { dropWorld, measureAt, openWorld, SCHEMA, type SizeReport } from "./db/world-on.ts";

const SAVINGS = 100;
const WORKERS = 2;
const PIECE = 5_000;

const say = (text: string): void => console.error(text);
const progress = (message: string): void => say(`· ${message}`);

async function openServer({ url, keep }: BenchOptions): Promise<NativeServer | null> {
  if (url !== undefined) return { url, folder: null, stop: () => Promise.resolve() };
  try {
    progress("starting a throwaway PostgreSQL");
    return await throwawayServer(keep);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    say(`No native PostgreSQL could be started here, so that part is left out: ${said}`);
    say("Name a server of your own with --url.");
    return null;
  }
}

async function measureNative(options: BenchOptions): Promise<NativeReport | null> {
  const server = await openServer(options);
  if (server === null) return null;
  try {
    const database = await connectDatabase({ databaseUrl: server.url, home: "", cacheDir: "", schema: SCHEMA });
    const worldOptions = {
      calls: options.calls,
      savings: SAVINGS,
      workers: WORKERS,
      piece: PIECE,
      onProgress: progress,
    };
    try {
      await openWorld(database, options.rows[0] ?? 0, worldOptions);
      const settings = await readSettings(database.migrations);
      const sizes: SizeReport[] = [];
      for (const rows of options.rows) {
        progress(`native, ${rows.toLocaleString("en")} rows`);
        sizes.push(await measureAt(database, rows, worldOptions));
      }
      if (options.keep) say(`The world is kept at ${server.url}, schema ${SCHEMA}.`);
      else if (server.folder === null) await dropWorld(database);
      return { settings, sizes };
    } finally {
      await database.close();
    }
  } finally {
    await server.stop();
  }
}

function print(report: Report, { markdown }: BenchOptions): void {
  const { cpu, cores, memoryGb, node } = machine();
  const where = `${cores} × ${cpu}, ${memoryGb} GB, Node ${node}, load average at the end ${loadavg()[0]?.toFixed(1)}`;
  const tables = tablesOf(report);
  say(`\n${where}\n`);
  for (const table of tables) say(`${asText(table)}\n`);
  if (markdown) console.log([where, ...tables.map(asMarkdown)].join("\n\n"));
  const missed = targetsOf(report).filter(({ isMet }) => !isMet);
  say(missed.length === 0 ? "Every target is met." : `Missed: ${missed.map(({ name }) => name).join("; ")}.`);
  for (const fault of planFaultsOf(report)) say(`PLAN FAULT  ${fault}`);
  console.log(jsonLine(report));
}

/** Answers the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  let options: BenchOptions;
  try {
    options = readOptions(args);
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return 2;
  }
  const native = options.native ? await measureNative(options) : null;
  const { calls, keep, embeddedRows } = options;
  if (options.embedded) progress(`embedded, ${embeddedRows.toLocaleString("en")} rows`);
  const embedded = options.embedded ? await measureEmbedded(embeddedRows, { calls, keep, onProgress: progress }) : null;
  const report: Report = { native, embedded };
  print(report, options);
  return planFaultsOf(report).length === 0 ? 0 : 1;
}
