/**
 * The features of a GeoJSON text one after the other, however long it is: those of a FeatureCollection, or one Feature
 * a line (also with record separators, RFC 8142). Only one feature is in memory at a time.
 */
import { invalidFile, shown } from "../invalid-file.ts";

export interface FeatureText {
  readonly text: string;
  /** Where it begins. */
  readonly line: number;
}

const EXPECTED = "GeoJSON (a FeatureCollection, or a Feature a line)";
const LONGEST = 1 << 24;
const [QUOTE, BACKSLASH, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST, COLON, LINE_END] = Array.from('"\\{}[]:\n', (c) =>
  c.charCodeAt(0),
);
/** Stands before each text of a sequence (RFC 8142). */
export const RECORD_SEPARATOR = String.fromCharCode(0x1e);

export class FeatureScanner {
  readonly #path: string;
  #text = "";
  #at = 0;
  /** Of what is captured now, in `#text`; -1 outside. */
  #start = -1;
  #startLine = 1;
  #line = 1;
  #depth = 0;
  #isInString = false;
  #stringStart = 0;
  #lastString = "";
  #key = "";
  /** Within "features": its members begin at depth 2. */
  #isInFeatures = false;

  constructor(path: string) {
    this.#path = path;
  }

  *push(piece: string): Generator<FeatureText> {
    this.#text += piece;
    while (this.#at < this.#text.length) {
      const code = this.#text.charCodeAt(this.#at);
      if (this.#isInString) this.#inString(code);
      else {
        const found = this.#outside(code);
        if (found) yield found;
      }
      this.#at += 1;
    }
    this.#forget();
  }

  end(): void {
    if (this.#depth === 0 && !this.#isInString) return;
    throw invalidFile(this.#path, {
      expected: "the end of a feature",
      got: "a file that breaks off",
      line: this.#line,
    });
  }

  #inString(code: number): void {
    if (code === BACKSLASH) this.#at += 1;
    else if (code === QUOTE) {
      this.#isInString = false;
      if (this.#depth === 1) this.#lastString = this.#text.slice(this.#stringStart, this.#at);
    }
  }

  #outside(code: number): FeatureText | null {
    switch (code) {
      case LINE_END:
        this.#line += 1;
        return null;
      case QUOTE:
        this.#isInString = true;
        this.#stringStart = this.#at + 1;
        return null;
      case COLON:
        if (this.#depth === 1) this.#key = this.#lastString;
        return null;
      case OPEN:
      case OPEN_LIST:
        this.#open(code);
        return null;
      case CLOSE:
      case CLOSE_LIST:
        return this.#close();
      default:
        if (this.#depth === 0) this.#refuseOutside();
        return null;
    }
  }

  #refuseOutside(): void {
    const character = this.#text[this.#at] ?? "";
    if (character === RECORD_SEPARATOR || character.trim() === "") return;
    throw invalidFile(this.#path, {
      expected: EXPECTED,
      got: shown(this.#text.slice(this.#at, this.#at + 80)),
      line: this.#line,
    });
  }

  #open(code: number): void {
    if (this.#depth === 0 && code !== OPEN) this.#refuseOutside();
    if (code === OPEN && this.#depth === (this.#isInFeatures ? 2 : 0)) {
      this.#start = this.#at;
      this.#startLine = this.#line;
    }
    if (code === OPEN_LIST && this.#depth === 1 && this.#key === "features") {
      this.#isInFeatures = true;
      this.#start = -1;
    }
    this.#depth += 1;
  }

  #close(): FeatureText | null {
    this.#depth -= 1;
    if (this.#isInFeatures && this.#depth === 1) this.#isInFeatures = false;
    const isFeature = this.#start !== -1 && this.#depth === (this.#isInFeatures ? 2 : 0);
    if (this.#depth === 0) this.#key = "";
    if (!isFeature) return null;
    const text = this.#text.slice(this.#start, this.#at + 1);
    this.#start = -1;
    return { text, line: this.#startLine };
  }

  /** What was read and is not captured is dropped. */
  #forget(): void {
    const keepFrom = Math.min(
      this.#start === -1 ? this.#at : this.#start,
      this.#isInString ? this.#stringStart : this.#at,
    );
    const kept = Math.min(keepFrom, this.#text.length);
    this.#text = this.#text.slice(kept);
    this.#at -= kept;
    if (this.#start !== -1) this.#start -= kept;
    this.#stringStart -= kept;
    if (this.#text.length > LONGEST) {
      throw invalidFile(this.#path, {
        expected: EXPECTED,
        got: "a feature of more than 16 MiB",
        line: this.#startLine,
      });
    }
  }
}

export async function* featuresIn(path: string, pieces: AsyncIterable<string>): AsyncGenerator<FeatureText> {
  const scanner = new FeatureScanner(path);
  for await (const piece of pieces) yield* scanner.push(piece);
  scanner.end();
}
