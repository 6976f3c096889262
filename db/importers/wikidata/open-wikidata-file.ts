/**
 * Wikidata's entities as its dump has them: one JSON object a line, the dump itself within "[" and "]" with a comma
 * after each, a selection of it often without; .json, .jsonl, or either packed with gzip.
 */
import { QUIETLY } from "../file-bytes.ts";
import { type Line, linesOf, textOf } from "../file-text.ts";
import { invalidFile, shown } from "../invalid-file.ts";
import type { CatalogueSource, OpenRecordFile, ReadOptions, Skipped, SourceRecord } from "../source-record.ts";
import { entityRecord } from "./entity-record.ts";
import { type Entity, entitySchema } from "./statements.ts";

export const WIKIDATA: CatalogueSource = {
  name: "wikidata",
  title: "Wikidata",
  licence: "CC0-1.0",
  licenceUrl: "https://creativecommons.org/publicdomain/zero/1.0/",
  attribution: null,
};

const EXPECTED = "one entity of Wikidata a line (JSON)";

function entityOf(path: string, { text, number }: Line): Entity {
  let json: unknown;
  try {
    json = JSON.parse(text.endsWith(",") ? text.slice(0, -1) : text);
  } catch (error) {
    throw invalidFile(path, { expected: EXPECTED, got: shown(text), line: number }, error);
  }
  const entity = entitySchema.safeParse(json);
  if (entity.success) return entity.data;
  throw invalidFile(path, { expected: EXPECTED, got: shown(text), line: number }, entity.error);
}

async function* entities(path: string, options: ReadOptions): AsyncGenerator<Entity> {
  let isWrapped = false;
  let isEnded = false;
  let last = 0;
  for await (const line of linesOf(path, textOf(path, options))) {
    options.signal.throwIfAborted();
    last = line.number;
    const text = line.text.trim();
    if (text === "") continue;
    if (text === "[" && last === 1) isWrapped = true;
    else if (text === "]" && isWrapped) isEnded = true;
    else yield entityOf(path, { text, number: last });
  }
  if (last === 0) throw invalidFile(path, { expected: EXPECTED, got: "an empty file" });
  if (isWrapped && !isEnded) {
    const remedy = "Download it again.";
    throw invalidFile(path, { expected: `"]" at the end`, got: "a file that breaks off", line: last, remedy });
  }
}

async function* entityRecords(
  path: string,
  fileDate: string,
  options: ReadOptions,
): AsyncGenerator<SourceRecord | Skipped> {
  for await (const entity of entities(path, options)) {
    const record = entityRecord(entity, fileDate);
    if (record) yield record;
  }
}

async function checkBeginning(path: string): Promise<void> {
  for await (const _ of entities(path, QUIETLY)) return;
}

export const openWikidataFile: OpenRecordFile = async (path, { fileDate }) => {
  await checkBeginning(path);
  return { source: WIKIDATA, records: (options) => entityRecords(path, fileDate, options) };
};
