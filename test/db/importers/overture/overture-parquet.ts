/** A GeoParquet file in the shape Overture publishes its places in, made by the tests. */
import type { SchemaElement } from "hyparquet";
import { parquetWriteBuffer } from "hyparquet-writer";

const text = (name: string): SchemaElement => ({
  name,
  type: "BYTE_ARRAY",
  converted_type: "UTF8",
  repetition_type: "OPTIONAL",
});
const struct = (name: string, ...children: SchemaElement[][]): SchemaElement[] => [
  { name, num_children: children.length, repetition_type: "OPTIONAL" },
  ...children.flat(),
];
const list = (name: string, ...element: SchemaElement[]): SchemaElement[] => [
  { name, num_children: 1, converted_type: "LIST", repetition_type: "OPTIONAL" },
  { name: "list", num_children: 1, repetition_type: "REPEATED" },
  ...element,
];
const texts = (name: string): SchemaElement[] => list(name, text("element"));

const FIELDS: SchemaElement[][] = [
  [text("id")],
  [{ name: "geometry", type: "BYTE_ARRAY", repetition_type: "OPTIONAL" }],
  struct(
    "names",
    [text("primary")],
    [
      { name: "common", num_children: 1, converted_type: "MAP", repetition_type: "OPTIONAL" },
      { name: "key_value", num_children: 2, repetition_type: "REPEATED" },
      { name: "key", type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "REQUIRED" },
      text("value"),
    ],
  ),
  struct("categories", [text("primary")], texts("alternate")),
  struct("taxonomy", [text("primary")], texts("hierarchy"), texts("alternates")),
  [text("basic_category")],
  [{ name: "confidence", type: "DOUBLE", repetition_type: "OPTIONAL" }],
  texts("websites"),
  texts("phones"),
  list("addresses", ...struct("element", [text("freeform")], [text("locality")], [text("country")])),
  list(
    "sources",
    ...struct("element", [text("property")], [text("dataset")], [text("record_id")], [text("update_time")]),
  ),
  [text("operating_status")],
];

export function wkbPoint(lon: number, lat: number): Uint8Array {
  const bytes = Buffer.alloc(21);
  bytes.writeUInt8(1, 0);
  bytes.writeUInt32LE(1, 1);
  bytes.writeDoubleLE(lon, 5);
  bytes.writeDoubleLE(lat, 13);
  return new Uint8Array(bytes);
}

/** `geo`: with GeoParquet's metadata, as the published files; without, the geometry is only bytes. */
export function overtureParquet(
  rows: readonly Record<string, unknown>[],
  { geo = true, leaveOut = [] as readonly string[], rowGroupSize = 2 } = {},
): Uint8Array {
  const fields = FIELDS.filter(([first]) => !leaveOut.includes(first?.name ?? ""));
  const metadata = {
    version: "1.1.0",
    primary_column: "geometry",
    columns: { geometry: { encoding: "WKB", geometry_types: ["Point"] } },
  };
  const written = parquetWriteBuffer({
    schema: [{ name: "schema", num_children: fields.length }, ...fields.flat()],
    columnData: fields.map(([first]) => {
      const name = first?.name ?? "";
      return { name, data: rows.map((row) => row[name] ?? null) };
    }),
    rowGroupSize,
    kvMetadata: geo ? [{ key: "geo", value: JSON.stringify(metadata) }] : [],
  });
  return new Uint8Array(written);
}
