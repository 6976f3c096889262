/**
 * The text as lines: what is a heading, a bullet, a row of a table. A paragraph that runs through several
 * days ("Day 1: … Day 2: …") is cut where each of them begins.
 */
import type { SourceText } from "./source-text.ts";

export interface TextLine {
  from: number;
  to: number;
  /** From the first character after bullet or number. */
  text: string;
  indent: number;
  isBullet: boolean;
  /** "# …", or a line that is bold from end to end. */
  isHeading: boolean;
  /** Cells of a table's row, positions into the text. */
  cells: readonly { from: number; to: number; text: string }[] | null;
}

const MARK = /^(?<indent>[ ]*)(?<mark>(?:[-*+>]+ +|#{1,6} *|\(?\d{1,2}[.)] +|[a-z][.)] +)*)/u;
const DAY_WORD =
  "(?:(?:day ?|d(?=\\d))(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\\b|(?:on )?(?:the|your|our) (?:first|second|third|fourth|fifth|sixth|seventh|next|following|last|final) day\\b)";
const DAY_INSIDE = new RegExp(`(?<=[.!?;:)] +)(?=(?:on )?${DAY_WORD})`, "giu");

function cellsOf(text: string, from: number): TextLine["cells"] {
  if ((text.match(/\|/g) ?? []).length < 2) return null;
  const cells: { from: number; to: number; text: string }[] = [];
  let at = 0;
  for (const part of text.split("|")) {
    cells.push({ from: from + at, to: from + at + part.length, text: part });
    at += part.length + 1;
  }
  const isClosed = /^\s*\|/.test(text);
  return cells.slice(isClosed ? 1 : 0, /\|\s*$/.test(text) ? -1 : undefined);
}

function lineAt({ clean, bold }: SourceText, start: number, end: number): TextLine | null {
  const raw = clean.slice(start, end);
  const { indent = "", mark = "" } = MARK.exec(raw)?.groups ?? {};
  const skipped = indent.length + mark.length;
  const body = raw.slice(skipped);
  const lead = body.length - body.trimStart().length;
  const from = start + skipped + lead;
  const text = body.trim();
  if (text === "") return null;
  const to = from + text.length;
  const isBold = bold.some((range) => range.from <= from + 1 && range.to >= to - 2);
  return {
    from,
    to,
    text,
    indent: indent.length,
    isBullet: /[-*+]|\d/.test(mark),
    isHeading: mark.includes("#") || isBold,
    cells: cellsOf(raw, start),
  };
}

export function linesOf(source: SourceText): TextLine[] {
  const lines: TextLine[] = [];
  let at = 0;
  for (const raw of source.clean.split("\n")) {
    const cuts = [0, ...[...raw.matchAll(DAY_INSIDE)].map(({ index }) => index), raw.length];
    for (const [index, cut] of cuts.slice(0, -1).entries()) {
      const line = lineAt(source, at + cut, at + (cuts[index + 1] ?? raw.length));
      if (line) lines.push(line);
    }
    at += raw.length + 1;
  }
  return lines;
}
