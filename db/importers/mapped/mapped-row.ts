/** A row of a table or a feature of GeoJSON, alike: what each column says, and where it is. */
import { z } from "zod";
import { csvRows } from "../csv-rows.ts";
import { textOf } from "../file-text.ts";
import { invalidFile, shown } from "../invalid-file.ts";
import type { ReadOptions } from "../source-record.ts";
import { type FeatureText, featuresIn, RECORD_SEPARATOR } from "./geojson-features.ts";
import type { Mapping } from "./mapping.ts";

export interface MappedRow {
  readonly line: number;
  /** Several only where a property of GeoJSON is a list. */
  readonly cells: ReadonlyMap<string, readonly string[]>;
  /** Of a feature; a table's are in columns. */
  readonly id?: string;
  readonly point?: { readonly lat: number; readonly lon: number } | null;
}

export type FileForm = { readonly kind: "geojson" } | { readonly kind: "csv"; readonly delimiter: string };

/** By how the file begins: GeoJSON is an object; a table's first line has the delimiter between its columns. */
export function formOf(beginning: string, mapping: Mapping): FileForm {
  const first = beginning.trimStart()[0];
  if (first === "{" || first === RECORD_SEPARATOR) return { kind: "geojson" };
  const header = beginning.split("\n")[0] ?? "";
  const found = ["\t", ";", ","].find((delimiter) => header.includes(delimiter));
  return { kind: "csv", delimiter: mapping.delimiter ?? found ?? "," };
}

/** The columns a mapping names. */
export function columnsOf({ fields }: Mapping): string[] {
  const named = Object.values(fields).flatMap(({ from, currencyFrom }) => [from, currencyFrom]);
  return [...new Set(named.filter((column) => column !== undefined))];
}

async function* tableRows(
  path: string,
  mapping: Mapping,
  delimiter: string,
  options: ReadOptions,
): AsyncGenerator<MappedRow> {
  const shape = { title: "a table", columns: columnsOf(mapping), delimiter };
  for await (const { cells, line } of csvRows(path, shape, options)) {
    yield { line, cells: new Map(Object.entries(cells).map(([column, cell]) => [column, [cell]])) };
  }
}

const featureSchema = z.object({
  type: z.literal("Feature"),
  id: z.union([z.string(), z.number()]).transform(String).optional(),
  geometry: z.object({ type: z.string(), coordinates: z.unknown() }).nullish(),
  properties: z.record(z.string(), z.unknown()).nullish(),
});
const positionSchema = z.tuple([z.number(), z.number()], z.number()).transform(([lon, lat]) => ({ lat, lon }));

/** "a.b" is the property b within a. */
function flattened(properties: Record<string, unknown>, prefix: string, cells: Map<string, readonly string[]>): void {
  for (const [name, value] of Object.entries(properties)) {
    if (value === null) cells.set(`${prefix}${name}`, []);
    else if (Array.isArray(value)) {
      cells.set(`${prefix}${name}`, value.filter((part) => typeof part !== "object").map(String));
    } else if (typeof value === "object") flattened(value as Record<string, unknown>, `${prefix}${name}.`, cells);
    else cells.set(`${prefix}${name}`, [`${value as string | number | boolean}`]);
  }
}

function featureRow(path: string, { text, line }: FeatureText): MappedRow {
  const refused = (cause: unknown): Error =>
    invalidFile(path, { expected: "a GeoJSON Feature", got: shown(text), line }, cause);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw refused(error);
  }
  const feature = featureSchema.safeParse(json);
  if (!feature.success) throw refused(feature.error);
  const { id, geometry, properties } = feature.data;
  const cells = new Map<string, readonly string[]>();
  flattened(properties ?? {}, "", cells);
  const point = geometry?.type === "Point" ? positionSchema.safeParse(geometry.coordinates).data : null;
  return { line, cells, ...(id === undefined ? {} : { id }), point: point ?? null };
}

export async function* mappedRows(
  path: string,
  form: FileForm,
  mapping: Mapping,
  options: ReadOptions,
): AsyncGenerator<MappedRow> {
  if (form.kind === "csv") yield* tableRows(path, mapping, form.delimiter, options);
  else for await (const feature of featuresIn(path, textOf(path, options))) yield featureRow(path, feature);
}
