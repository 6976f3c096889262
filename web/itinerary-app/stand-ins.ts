/**
 * What the page has no use for, in small: the plan it draws was parsed by the server's schemas, and its dates are whole
 * days. The bundle takes these for `zod` and `temporal-polyfill`, and is a fifth of the size. What they cannot do, they refuse.
 */
const DAY_MS = 86_400_000;

function refuse(): never {
  throw new Error("Not in the browser: the server parses what it sends, and knows the time zones");
}

/** Stands for any schema, as it is declared and never used. */
const schema: unknown = new Proxy(() => schema, {
  get: (_, name) => (String(name).toLowerCase().includes("parse") ? refuse : schema),
  apply: () => schema,
});
export const z = schema;

class PlainDate {
  readonly #days: number;
  constructor(days: number) {
    this.#days = days;
  }
  static from(text: string): PlainDate {
    const instant = Date.parse(`${text}T00:00:00Z`);
    if (Number.isNaN(instant) || new Date(instant).toISOString().slice(0, text.length) !== text) {
      throw new RangeError(`No calendar date: ${text}`);
    }
    return new PlainDate(instant / DAY_MS);
  }
  until(other: PlainDate): { days: number } {
    return { days: other.#days - this.#days };
  }
}

export const Temporal = { PlainDate, Instant: { fromEpochMilliseconds: refuse } };
