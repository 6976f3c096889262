/** `tripwright import FORMAT FILE`: places from a publisher's file, of your own, or asked for, into the catalogue. */
import { readFile, stat } from "node:fs/promises";
import { importLinks, importReviews } from "../../db/importers/cached/import-cached.ts";
import { fingerprintOf } from "../../db/importers/fingerprint.ts";
import { type ImportProgress, type ImportSummary, runImport } from "../../db/importers/run-import.ts";
import type { OpenRecordFile } from "../../db/importers/source-record.ts";
import { importCityFile } from "../../db/seed/import-city.ts";
import type { Database } from "../../db/transaction.ts";
import { createLocalEmbedder } from "../../providers/embeddings/local-embedding.ts";
import { isDate } from "../../trip/calendar.ts";
import { TripwrightError } from "../../trip/errors.ts";
import { createProgress } from "../progress.ts";
import { createProgressBar, type ProgressBar } from "../progress-bar.ts";
import { refreshRates, renderRates, requireRates } from "../refresh-rates.ts";
import { renderImport } from "../render/render-import.ts";
import { type CommandSession, withSession } from "../session.ts";
import { terminal } from "../terminal.ts";

export interface ImportCommandOptions {
  json?: boolean;
  mapping?: string;
  date?: string;
  again?: boolean;
  /** Of what is asked for over the network. */
  radius?: string;
  force?: boolean;
}

/** Raised when readers make other records of the same files: those are then read anew. */
const READERS_VERSION = "1";
const RECORD_FORMATS = [
  "osm",
  "wikivoyage",
  "wikidata",
  "geonames",
  "ourairports",
  "overture",
  "csv",
  "geojson",
] as const;
type RecordFormat = (typeof RECORD_FORMATS)[number];
const CACHED_FORMATS = { reviews: importReviews, links: importLinks } as const;
/** Asked for, not read from a file. */
const OVERPASS = "overpass";
const RATES = "rates";
export const IMPORT_FORMATS: readonly string[] = [
  "city",
  OVERPASS,
  RATES,
  ...RECORD_FORMATS,
  ...Object.keys(CACHED_FORMATS),
];

/** Loaded only when asked for: readers bring heavy libraries. */
async function readerOf(format: RecordFormat): Promise<OpenRecordFile> {
  if (format === "osm") return (await import("../../db/importers/osm/open-osm.ts")).openOsmFile;
  const formats = (await import("../../db/importers/formats.ts")).RECORD_FORMATS;
  return formats[format === "csv" || format === "geojson" ? "mapped" : format];
}

const unreadable = (file: string, cause: unknown): TripwrightError =>
  new TripwrightError("invalid_input", `Expected a file that can be read, got "${file}".`, { file }, cause);

/** What is wrong with a built-in file is our fault; what is wrong with this one is for its author to mend. */
function asBadFile(error: unknown): never {
  if (!(error instanceof TripwrightError) || error.code !== "catalogue_invalid") throw error;
  throw new TripwrightError("invalid_input", error.message, error.details, error);
}

/** The day that a file's facts are of where it does not say: the one given, else when the file was last changed. */
async function fileDateOf(file: string, date: string | undefined): Promise<string> {
  if (date !== undefined) {
    if (isDate(date)) return date;
    throw new TripwrightError("invalid_input", `Expected --date as YYYY-MM-DD, got "${date}".`, { date });
  }
  const { mtime } = await stat(file).catch((cause: unknown) => {
    throw unreadable(file, cause);
  });
  return mtime.toISOString().slice(0, 10);
}

const STEPS: Readonly<Record<ImportProgress["step"], string>> = {
  reading: "",
  settling: "putting areas and cities in order",
  embedding: "making new places findable by meaning",
};

function show(bar: ProgressBar, { step, done, records, remainingMs }: ImportProgress): void {
  bar.show({ done, text: STEPS[step] || `${records.toLocaleString("en")} records`, remainingMs });
}

const asWritten = (format: string, file: string, { mapping, date }: ImportCommandOptions): string =>
  ["npm run import --", format, file, mapping && `--mapping ${mapping}`, date && `--date ${date}`]
    .filter(Boolean)
    .join(" ");

/** Nothing was lost, and the same words go on: said as the failure that an interrupted command is. */
function stopped({ records }: ImportSummary, command: string): TripwrightError {
  const message = `Stopped after ${records.toLocaleString("en")} records; they are kept. To go on from there: ${command}`;
  return new TripwrightError("cancelled", message);
}

async function importRecords(
  format: RecordFormat,
  file: string,
  options: ImportCommandOptions,
  { database, signal, config }: CommandSession,
): Promise<void> {
  const { json = false, mapping, again } = options;
  const fileDate = await fileDateOf(file, options.date);
  const open = await readerOf(format);
  const opened = await open(file, { mapping, fileDate });
  const mappingText = mapping === undefined ? "" : await readFile(mapping, "utf8");
  const fingerprint = await fingerprintOf(file, [format, READERS_VERSION, fileDate, mappingText]);
  const bar = createProgressBar({ quiet: json });
  const summary = await runImport(database, opened, {
    path: file,
    fingerprint,
    signal,
    again,
    embedder: createLocalEmbedder(),
    onProgress: (progress) => show(bar, progress),
  }).finally(() => bar.end());
  const command = asWritten(format, file, options);
  if (summary.status === "stopped") throw stopped(summary, command);
  if (json) {
    process.stdout.write(`${JSON.stringify(summary, null, 2)}\n`);
    return;
  }
  if (summary.status === "already") {
    process.stdout.write(
      `This file was imported before, and nothing changed. To read it all the same: ${command} --again\n\n`,
    );
  }
  process.stdout.write(`${renderImport(summary, terminal(config))}\n`);
}

async function importOverpass(city: string, options: ImportCommandOptions, session: CommandSession): Promise<void> {
  const { importFromOverpass } = await import("./import-overpass.ts");
  const isJson = options.json === true;
  const { say } = createProgress({ quiet: isJson });
  const bar = createProgressBar({ quiet: isJson });
  const onProgress = (progress: ImportProgress): void => show(bar, progress);
  const summary = await importFromOverpass(city, options, session, { say, onProgress }).finally(() => bar.end());
  if (summary.status === "stopped") throw stopped(summary, `npm run import -- ${OVERPASS} "${city}"`);
  process.stdout.write(
    `${isJson ? JSON.stringify(summary, null, 2) : renderImport(summary, terminal(session.config))}\n`,
  );
}

async function importRates(isJson: boolean, session: CommandSession): Promise<void> {
  const report = requireRates(await refreshRates(session));
  process.stdout.write(`${isJson ? JSON.stringify(report, null, 2) : renderRates(report)}\n`);
}

async function importCity(file: string, isJson: boolean, database: Database): Promise<void> {
  const content = await readFile(file).catch((cause: unknown) => {
    throw unreadable(file, cause);
  });
  const report = await importCityFile(database, file, content, createLocalEmbedder()).catch(asBadFile);
  const { city, countryCode, attractions, eateries } = report;
  const line = `${city} (${countryCode}) now has ${attractions} attractions and ${eateries} places to eat from ${file}.`;
  process.stdout.write(isJson ? `${JSON.stringify(report, null, 2)}\n` : `${line}\n`);
}

async function importCached(
  format: keyof typeof CACHED_FORMATS,
  file: string,
  isJson: boolean,
  database: Database,
): Promise<void> {
  const report = await CACHED_FORMATS[format](database, file);
  const { read, written, unknownPlaces } = report;
  const line = `${format} from ${file}: ${read} read, ${written} written, ${unknownPlaces} about places that are not known.`;
  process.stdout.write(isJson ? `${JSON.stringify(report, null, 2)}\n` : `${line}\n`);
}

const isRecordFormat = (format: string): format is RecordFormat => RECORD_FORMATS.some((known) => known === format);
const isCachedFormat = (format: string): format is keyof typeof CACHED_FORMATS => Object.hasOwn(CACHED_FORMATS, format);

function requireFile(format: string, file: string | undefined): string {
  if (file !== undefined) return file;
  const what = format === OVERPASS ? "a city" : "a file";
  throw new TripwrightError("invalid_input", `Expected ${what} after "${format}", and there is none.`);
}

export async function importCommand(
  format: string,
  typed: string | undefined,
  options: ImportCommandOptions,
): Promise<void> {
  if (!IMPORT_FORMATS.includes(format)) {
    throw new TripwrightError(
      "invalid_input",
      `Expected one of ${IMPORT_FORMATS.join(", ")} as the kind of file, got "${format}". For example: npm run import -- osm monaco.osm.pbf`,
    );
  }
  const isJson = options.json === true;
  const { say } = createProgress({ quiet: isJson });
  if (format === RATES) {
    await withSession({ onProgress: say }, (session) => importRates(isJson, session));
    return;
  }
  const file = requireFile(format, typed);
  await withSession({ onProgress: say }, async (session) => {
    if (isRecordFormat(format)) return importRecords(format, file, options, session);
    if (format === OVERPASS) return importOverpass(file, options, session);
    if (isCachedFormat(format)) return importCached(format, file, isJson, session.database);
    return importCity(file, isJson, session.database);
  });
}
