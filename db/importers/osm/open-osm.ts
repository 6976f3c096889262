/** Opens an OpenStreetMap extract, .osm.pbf or .osm, plain or gzipped: told apart by what is in it, not by its name. */
import { open } from "node:fs/promises";
import { TripwrightError } from "../../../trip/errors.ts";
import type { CatalogueSource, OpenRecordFile } from "../source-record.ts";
import type { ElementSource } from "./elements.ts";
import { openPbf } from "./pbf/read-pbf.ts";
import { readRecords } from "./read-records.ts";
import { openXml } from "./xml/read-xml.ts";

export const OPENSTREETMAP: CatalogueSource = {
  name: "openstreetmap",
  title: "OpenStreetMap",
  licence: "ODbL-1.0",
  licenceUrl: "https://opendatacommons.org/licenses/odbl/1-0/",
  attribution: "© OpenStreetMap contributors",
};

const HEAD_BYTES = 512;
const KINDS = "an OpenStreetMap file (.osm.pbf, .osm or .osm.gz)";

async function headOf(path: string): Promise<Buffer> {
  try {
    const file = await open(path);
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw new TripwrightError("invalid_input", `Expected ${KINDS} that can be read, got "${path}".`, { path }, cause);
  }
}

/** What other files begin with, and what to do about them. */
const OTHERS: readonly (readonly [start: string, what: string])[] = [
  ["BZh", "a bzip2 archive: unpack it first (bunzip2)"],
  ["PK\u0003\u0004", "a zip archive: unpack it first"],
  ["{", "JSON: for GeoJSON there is an importer of its own"],
  ["\u00fd7zXZ", "an xz archive: unpack it first"],
  ["\u001f\u008b", "a gzip archive of something else than XML: unpack it first"],
];

function refuse(path: string, head: Buffer): never {
  const text = head.toString("latin1");
  const known = OTHERS.find(([start]) => text.trimStart().startsWith(start));
  const begins = JSON.stringify(head.toString("utf8", 0, 20));
  const came = head.length === 0 ? "an empty file" : (known?.[1] ?? `one that begins with ${begins}`);
  throw new TripwrightError("invalid_input", `Expected ${KINDS}, got ${came} (${path}).`, { path });
}

function looksLikePbf(head: Buffer): boolean {
  return head.length > 4 && head.readUInt32BE(0) < 65_536 && head.subarray(0, 64).includes("OSMHeader");
}

function looksLikeXml(head: Buffer): boolean {
  return /^(?:\u00ef\u00bb\u00bf)?\s*</.test(head.toString("latin1"));
}

async function openSource(path: string): Promise<ElementSource> {
  const head = await headOf(path);
  if (looksLikePbf(head)) return await openPbf(path);
  if (looksLikeXml(head)) return await openXml(path, false);
  if (head[0] === 0x1f && head[1] === 0x8b) return await openXml(path, true);
  return refuse(path, head);
}

export const openOsmFile: OpenRecordFile = async (path, { fileDate }) => {
  const source = await openSource(path);
  return { source: OPENSTREETMAP, records: (options) => readRecords(source, fileDate, options) };
};
