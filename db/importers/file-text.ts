/** A file's text, in pieces or by lines. Text is UTF-8; other bytes are refused rather than read as something else. */
import { bytesOf } from "./file-bytes.ts";
import { invalidFile } from "./invalid-file.ts";
import type { ReadOptions } from "./source-record.ts";

/** Longer than any entity of Wikidata; a file without line ends must not fill the memory. */
const LONGEST_LINE = 1 << 26;

function linesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

/** Decodes bytes as they come; a byte order mark at the start is no part of the text. */
export async function* decoded(path: string, bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  const decode = (chunk?: Buffer): string => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch (error) {
      const remedy = "Save it as UTF-8.";
      throw invalidFile(path, { expected: "text in UTF-8", got: `other bytes after line ${line}`, remedy }, error);
    }
  };
  for await (const chunk of bytes) {
    const text = decode(chunk);
    line += linesIn(text);
    yield text;
  }
  const rest = decode();
  if (rest !== "") yield rest;
}

export function textOf(path: string, options: ReadOptions): AsyncGenerator<string> {
  return decoded(path, bytesOf(path, options));
}

export interface Line {
  readonly text: string;
  /** From 1. */
  readonly number: number;
}

export async function* linesOf(path: string, pieces: AsyncIterable<string>): AsyncGenerator<Line> {
  let number = 0;
  let rest = "";
  for await (const piece of pieces) {
    const lines = `${rest}${piece}`.split("\n");
    rest = lines.pop() ?? "";
    for (const text of lines) {
      number += 1;
      yield { text: text.endsWith("\r") ? text.slice(0, -1) : text, number };
    }
    if (rest.length > LONGEST_LINE) {
      throw invalidFile(path, { expected: "lines", got: "64 MiB without a line end", line: number + 1 });
    }
  }
  if (rest !== "") yield { text: rest, number: number + 1 };
}
