/**
 * The text of a .osm file, plain or gzipped, as it streams through the parser: nothing is kept of it. A fault
 * is said with the line it was met on.
 */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { SaxesParser } from "saxes";
import { TripwrightError } from "../../../../trip/errors.ts";
import type { ScanOptions } from "../elements.ts";
import { unreadable } from "../elements.ts";

export type Attributes = Readonly<Record<string, string | undefined>>;

export interface XmlVisitor {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
}

/** Thrown by a visitor that has seen enough. */
export class Enough extends Error {}

/** Thrown by a visitor for an element that cannot be. */
export class OddElement extends Error {}

type Parser = SaxesParser<{ xmlns: false }>;

function parserFor(visitor: XmlVisitor): Parser {
  const parser: Parser = new SaxesParser({ xmlns: false });
  parser.on("opentag", ({ name, attributes }) => visitor.open(name, attributes));
  const { close } = visitor;
  if (close) parser.on("closetag", ({ name }) => close(name));
  parser.on("error", (error) => {
    throw new OddElement(error.message.replace(/^\d+:\d+: /, ""));
  });
  return parser;
}

function fault(path: string, parser: Parser, error: unknown): unknown {
  if (error instanceof TripwrightError) return error;
  const said = error instanceof Error ? error.message : String(error);
  const isCutOff = said.includes("unexpected end of file") || said.startsWith("unclosed tag");
  return unreadable(path, `at line ${parser.line}`, isCutOff ? "it is cut off there" : said, error);
}

/** Reads the whole file, or until the visitor has seen enough. */
export async function parseXml(
  path: string,
  isGzipped: boolean,
  visitor: XmlVisitor,
  { signal, onProgress }: ScanOptions,
): Promise<void> {
  const { size } = await stat(path);
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  const parser = parserFor(visitor);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const feed = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of source) {
      signal.throwIfAborted();
      parser.write(decoder.decode(chunk, { stream: true }));
      onProgress(Math.min(1, file.bytesRead / size));
    }
    parser.write(decoder.decode());
    parser.close();
  };
  try {
    if (isGzipped) await pipeline(file, createGunzip(), feed, { signal });
    else await pipeline(file, feed, { signal });
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof Enough)) throw fault(path, parser, error);
  }
}
