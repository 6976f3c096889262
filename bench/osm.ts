/**
 * How fast an OpenStreetMap extract is read into records, and in how much memory: a synthetic one of a million
 * elements, as .osm.pbf and as .osm. The last line has the slower of the two.
 */
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pid } from "node:process";
import { parseArgs } from "node:util";
import { openOsmFile } from "../db/importers/osm/open-osm.ts";
import { memoryOf } from "./db/memory.ts";
import { machineLine } from "./machine.ts";
import { generate } from "./osm/generate.ts";
import { writePbf } from "./osm/write-pbf.ts";
import { writeXml } from "./osm/write-xml.ts";

const USAGE = `npm run bench -- osm [options]
  --elements 1000000    nodes, ways and relations of the extract
  --format pbf | xml    only that one; both by default
`;
const FILE_DATE = "2026-01-01";
const LEAST_ELEMENTS = 10_000;
const MEGABYTE = 1024 ** 2;
const TARGET = { seconds: 60, peakMb: 600 };

type Format = "pbf" | "xml";

interface Reading {
  readonly format: Format;
  readonly fileMb: number;
  readonly records: number;
  readonly skipped: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly elementsPerSecond: number;
  readonly peakMb: number;
}

export async function measureReading(path: string, format: Format, elements: number): Promise<Reading> {
  const cpuBefore = process.cpuUsage();
  const began = performance.now();
  const file = await openOsmFile(path, { fileDate: FILE_DATE });
  let records = 0;
  let skipped = 0;
  const options = { signal: new AbortController().signal, onProgress: () => undefined };
  for await (const record of file.records(options)) {
    if (record.kind === "skipped") skipped++;
    else records++;
  }
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    format,
    fileMb: Math.round((await stat(path)).size / MEGABYTE),
    records,
    skipped,
    seconds: Number(seconds.toFixed(1)),
    cpuSeconds: Number(((user + system) / 1e6).toFixed(1)),
    elementsPerSecond: Math.round(elements / seconds),
    peakMb: Math.round((await memoryOf(pid)).peakMb),
  };
}

function readOptions(args: readonly string[]): { elements: number; formats: Format[] } {
  const { values } = parseArgs({
    args: [...args],
    options: { elements: { type: "string", default: "1000000" }, format: { type: "string" } },
  });
  const elements = Number(values.elements);
  if (!Number.isInteger(elements) || elements < LEAST_ELEMENTS) {
    throw new Error(`Expected --elements to be a whole number from ${LEAST_ELEMENTS} on, got "${values.elements}".`);
  }
  const { format } = values;
  if (format === undefined) return { elements, formats: ["pbf", "xml"] };
  if (format !== "pbf" && format !== "xml") throw new Error(`Expected --format pbf or xml, got "${format}".`);
  return { elements, formats: [format] };
}

async function readingOf(folder: string, format: Format, elements: number): Promise<Reading> {
  const path = join(folder, format === "pbf" ? "extract.osm.pbf" : "extract.osm");
  console.error(`· writing ${elements.toLocaleString("en")} elements as ${format}`);
  if (format === "pbf") await writePbf(path, generate(elements));
  else await writeXml(path, generate(elements));
  console.error(`· reading`);
  const reading = await measureReading(path, format, elements);
  console.log(
    `${format}  ${reading.fileMb} MB, ${reading.records} records and ${reading.skipped} left out in ${reading.seconds} s ` +
      `(${reading.cpuSeconds} s of CPU), ${reading.elementsPerSecond.toLocaleString("en")} elements/s, peak ${reading.peakMb} MB`,
  );
  await rm(path);
  return reading;
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
  const { elements, formats } = options;
  const folder = await mkdtemp(join(tmpdir(), "tripwright-osm-"));
  const readings: Reading[] = [];
  try {
    for (const format of formats) readings.push(await readingOf(folder, format, elements));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const seconds = Math.max(...readings.map((reading) => reading.seconds));
  const peakMb = Math.max(...readings.map((reading) => reading.peakMb));
  console.log(machineLine());
  const isMet = seconds < TARGET.seconds && peakMb < TARGET.peakMb;
  console.log(`Target ${isMet ? "met" : "missed"}: under ${TARGET.seconds} s and ${TARGET.peakMb} MB.`);
  console.log(JSON.stringify({ elements, seconds, peakMb, readings }));
  return 0;
}
