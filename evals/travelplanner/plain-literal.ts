/**
 * Fields of the exam come as JSON or, in copies that went through a spreadsheet, as the text of a Python literal
 * (`"['American', 'Chinese']"`, `"{'house rule': None}"`). Both are read here; nothing is evaluated.
 */

const TOKEN = /\s*(?:([[\]{},:()])|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([A-Za-z_]+|[-+]?[\d.]+(?:[eE][-+]?\d+)?))/y;
const WORDS: Record<string, unknown> = {
  None: null,
  null: null,
  nan: null,
  True: true,
  true: true,
  False: false,
  false: false,
};

type Token = { mark: string } | { value: unknown };

function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const match = TOKEN.exec(text);
    if (match === null) return null;
    const [, mark, single, double, word] = match;
    const quoted = single ?? double;
    if (mark !== undefined) tokens.push({ mark });
    else if (quoted !== undefined) tokens.push({ value: quoted.replace(/\\(.)/g, "$1") });
    else if (word !== undefined && word in WORDS) tokens.push({ value: WORDS[word] });
    else if (word !== undefined && Number.isFinite(Number(word))) tokens.push({ value: Number(word) });
    else return null;
  }
  return tokens;
}

class Reader {
  readonly tokens: Token[];
  at = 0;

  constructor(tokens: Token[]) {
    this.tokens = tokens;
  }

  takes(mark: string): boolean {
    const token = this.tokens[this.at];
    const isIt = token !== undefined && "mark" in token && token.mark === mark;
    if (isIt) this.at++;
    return isIt;
  }

  value(): unknown {
    for (const [open, close] of [
      ["[", "]"],
      ["(", ")"],
    ] as const) {
      if (this.takes(open)) return this.#list(close);
    }
    if (this.takes("{")) return this.#record();
    const token = this.tokens[this.at++];
    if (token === undefined || !("value" in token)) throw new SyntaxError("no literal");
    return token.value;
  }

  #list(close: string): unknown[] {
    const items: unknown[] = [];
    while (!this.takes(close)) {
      items.push(this.value());
      if (this.takes(",")) continue;
      if (this.takes(close)) break;
      throw new SyntaxError("no literal");
    }
    return items;
  }

  #record(): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    while (!this.takes("}")) {
      const key = this.value();
      if (!this.takes(":")) throw new SyntaxError("no literal");
      entries.push([String(key), this.value()]);
      if (this.takes(",")) continue;
      if (this.takes("}")) break;
      throw new SyntaxError("no literal");
    }
    return Object.fromEntries(entries);
  }
}

/** What the text says if it is a list or a record; anything else comes back as it is. */
export function unpacked(field: unknown): unknown {
  if (typeof field !== "string" || !/^\s*[[{(]/.test(field)) return field;
  const tokens = tokensOf(field);
  if (tokens === null) return field;
  try {
    const reader = new Reader(tokens);
    const value = reader.value();
    return reader.at === tokens.length ? value : field;
  } catch (error) {
    if (error instanceof SyntaxError) return field;
    throw error;
  }
}
