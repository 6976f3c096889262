/**
 * A row for any table, made from what the catalogue of the database says of its columns: values by type,
 * foreign keys to rows made the same way. What a check asks for beyond that comes from the table's entry.
 */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { TestDatabase } from "./database-for-tests.ts";

export type Row = Record<string, unknown>;

export interface Made {
  row: Row;
  /** Primary key columns, as text. */
  key: Record<string, string>;
}

let counter = 1_000;

function letters(length: number): string {
  counter += 1;
  let text = "";
  for (let rest = counter, place = 0; place < length; place += 1, rest = Math.floor(rest / 26)) {
    text += String.fromCharCode(65 + (rest % 26));
  }
  return text;
}

function valueFor(type: string): unknown {
  counter += 1;
  const length = Number(/\((\d+)/.exec(type)?.[1] ?? 64);
  if (type === "uuid") return randomUUID();
  if (type === "text" || type.startsWith("character varying")) return randomUUID().slice(-length);
  if (type.startsWith("character(")) return letters(length);
  if (type === "integer" || type === "bigint") return counter;
  if (type.startsWith("numeric") || type === "real") return 1;
  if (type === "boolean") return false;
  if (type === "date") return "2027-05-10";
  if (type.startsWith("timestamp")) return new Date().toISOString();
  if (type.startsWith("time ")) return "10:00";
  if (type === "jsonb" || type.endsWith("[]")) return "{}";
  if (type.startsWith("geography")) return "POINT(0 0)";
  if (type.startsWith("vector(")) return `[${Array.from({ length }, () => 1).join(",")}]`;
  if (type === "bytea") return Buffer.from([1]);
  throw new Error(`Expected a type that rows are made for, got ${type}. Teach it to valueFor.`);
}

/** Of every table: the columns that nothing fills in by itself, and the columns of its key. */
const SHAPES = `
  select c.relname as name,
    (select coalesce(json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
       'refers', f.relname, 'refersTo', fa.attname) order by a.attnum), '[]')
     from pg_attribute a
     -- Of several references through one column, the widest: the row it names fits the others too.
     left join lateral (
       select k.oid, k.confrelid, k.confkey[array_position(k.conkey, a.attnum)] as attnum from pg_constraint k
       where k.conrelid = a.attrelid and k.confrelid <> k.conrelid and k.contype = 'f' and a.attnum = any(k.conkey)
       order by cardinality(k.conkey) desc limit 1) k on true
     left join pg_class f on f.oid = k.confrelid
     left join pg_attribute fa on fa.attrelid = k.confrelid and fa.attnum = k.attnum
     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       and a.attnotnull and (not a.atthasdef or k.oid is not null)) as needed,
    (select coalesce(json_agg(a.attname order by a.attnum), '[]')
     from pg_index x join pg_attribute a on a.attrelid = x.indrelid and a.attnum = any(x.indkey)
     where x.indrelid = c.oid and x.indisprimary) as key
  from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')`;

const shapesSchema = z.array(
  z.object({
    name: z.string(),
    needed: z.array(
      z.object({ name: z.string(), type: z.string(), refers: z.string().nullable(), refersTo: z.string().nullable() }),
    ),
    key: z.array(z.string()),
  }),
);
type Shape = z.infer<typeof shapesSchema>[number];
export type Shapes = ReadonlyMap<string, Shape>;

export async function readShapes(database: TestDatabase): Promise<Shapes> {
  const shapes = shapesSchema.parse(await database.admin(SHAPES));
  return new Map(shapes.map((shape) => [shape.name, shape]));
}

export type ValuesFor = (table: string, idOf: (table: string) => Promise<string>) => Promise<Row>;

/** Rows of one owner, each table's made once with all that it refers to. */
export class OwnersRows {
  readonly #database: TestDatabase;
  readonly #shapes: Shapes;
  readonly #valuesFor: ValuesFor;
  readonly #made = new Map<string, Promise<Made>>();

  constructor(database: TestDatabase, shapes: Shapes, valuesFor: ValuesFor) {
    this.#database = database;
    this.#shapes = shapes;
    this.#valuesFor = valuesFor;
  }

  /** `name` tells rows of one table apart. */
  rowOf(table: string, name: string = table): Promise<Made> {
    const made = this.#made.get(name) ?? this.#make(table, name);
    this.#made.set(name, made);
    return made;
  }

  /** One that is not stored: what an insert would try. */
  async draftOf(table: string, name: string = table): Promise<Row> {
    const given = await this.#valuesFor(name, async (other) => String(Object.values((await this.rowOf(other)).key)[0]));
    const row: Row = {};
    for (const { name: column, type, refers, refersTo } of this.#shapeOf(table).needed) {
      if (column in given) continue;
      row[column] = refers === null || refersTo === null ? valueFor(type) : (await this.rowOf(refers)).row[refersTo];
    }
    return { ...row, ...given };
  }

  async #make(table: string, name: string): Promise<Made> {
    const row = await this.draftOf(table, name);
    const columns = Object.keys(row);
    const marks = columns.map((_, index) => `$${index + 1}`);
    const keys = this.#shapeOf(table).key.map((column) => `${column}::text`);
    const [key] = await this.#database.admin(
      `insert into ${table} (${columns}) values (${marks}) returning ${keys}`,
      Object.values(row),
    );
    return { row, key: z.record(z.string(), z.string()).parse(key) };
  }

  #shapeOf(table: string): Shape {
    const shape = this.#shapes.get(table);
    if (!shape) throw new Error(`no table ${table}`);
    return shape;
  }
}
