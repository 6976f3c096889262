/** A place in a list of tokens, and the one way of saying that something else was expected there. */
import { NotUnderstood, type Token } from "./tokens.ts";

export class Cursor {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#tokens.length;
  }

  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#at + ahead];
  }

  skip(count = 1): void {
    this.#at += count;
  }

  isSymbol(symbol: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.kind === "symbol" && token.symbol === symbol;
  }

  isKind(kind: Token["kind"], ahead = 0): boolean {
    return this.peek(ahead)?.kind === kind;
  }

  /** Whether it was there; then it is behind us. */
  takeSymbol(symbol: string): boolean {
    const isThere = this.isSymbol(symbol);
    if (isThere) this.skip();
    return isThere;
  }

  takeNumber(expected: string): number {
    const token = this.peek();
    if (token?.kind !== "number") throw this.refusal(expected);
    this.skip();
    return token.number;
  }

  numberAt(ahead = 0): number | null {
    const token = this.peek(ahead);
    return token?.kind === "number" ? token.number : null;
  }

  isYearAt(ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.kind === "number" && token.text.length === 4 && token.number >= 1900 && token.number < 2200;
  }

  refusal(expected: string): NotUnderstood {
    const before = this.#tokens[this.#at - 1];
    const where = before ? ` after "${before.text}"` : "";
    const token = this.peek();
    return new NotUnderstood(`Expected ${expected}${where}, got ${token ? `"${token.text}"` : "the end"}.`);
  }
}

/** "+2 days", "-1 day"; 0 where there is none. */
export function takeDayOffset(cursor: Cursor): number {
  const isOffset = (cursor.isSymbol("+") || cursor.isSymbol("-")) && cursor.isKind("number", 1);
  if (!isOffset || !cursor.isKind("day", 2)) return 0;
  const sign = cursor.isSymbol("-") ? -1 : 1;
  const days = cursor.numberAt(1) ?? 0;
  cursor.skip(3);
  return sign * days;
}
