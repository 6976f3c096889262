/** What `npm run bench -- db` can be asked for. */
import { parseArgs } from "node:util";

export interface BenchOptions {
  /** Places; trips, items and cached searches keep their proportion. Ascending. */
  readonly rows: readonly number[];
  readonly native: boolean;
  readonly embedded: boolean;
  /** A server of one's own, as a superuser; a throwaway cluster otherwise. */
  readonly url: string | undefined;
  /** Leaves the world, and the cluster of it, for another look; with `url`, a run goes on from there. */
  readonly keep: boolean;
  readonly markdown: boolean;
  /** Measured calls a read. */
  readonly calls: number;
  readonly embeddedRows: number;
}

export const USAGE = `npm run bench -- db [options]
  --rows 10000,100000,1000000   places at which to measure, on the native server
  --native | --embedded         only that part; both by default, the native one where a server can be had
  --embedded-rows 100000        places on the embedded server
  --calls 3000                  measured calls a read
  --url postgres://…            a server of your own (a superuser, with PostGIS, pgvector and pg_trgm)
  --keep                        leave the world in place
  --markdown                    print the tables as Markdown on standard output, before the JSON line
`;

const SMALLEST_ROWS = 1_000;

function count(text: string, name: string, least: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least) return value;
  throw new Error(`Expected --${name} to be a whole number from ${least} on, got "${text}".`);
}

/** Throws with a sentence for the person at the keyboard. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: "string", default: "10000,100000,1000000" },
      native: { type: "boolean", default: false },
      embedded: { type: "boolean", default: false },
      "embedded-rows": { type: "string", default: "100000" },
      calls: { type: "string", default: "3000" },
      url: { type: "string" },
      keep: { type: "boolean", default: false },
      markdown: { type: "boolean", default: false },
    },
  });
  const both = values.native === values.embedded;
  return {
    rows: values.rows
      .split(",")
      .map((text) => count(text, "rows", SMALLEST_ROWS))
      .toSorted((a, b) => a - b),
    native: both || values.native,
    embedded: both || values.embedded,
    url: values.url,
    keep: values.keep,
    markdown: values.markdown,
    calls: count(values.calls, "calls", 10),
    embeddedRows: count(values["embedded-rows"], "embedded-rows", SMALLEST_ROWS),
  };
}
