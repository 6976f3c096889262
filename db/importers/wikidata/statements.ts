/**
 * An entity of Wikidata as its JSON dump has it, and what is said of it: of the statements of a property those of the
 * best rank count, as Wikidata itself reads them. Anything of another shape counts as not said.
 */
import { z } from "zod";

const statementSchema = z.object({
  rank: z.enum(["preferred", "normal", "deprecated"]).catch("deprecated"),
  mainsnak: z
    .object({ snaktype: z.string(), datavalue: z.object({ value: z.unknown() }).optional() })
    .catch({ snaktype: "novalue" }),
  qualifiers: z.record(z.string(), z.array(z.unknown())).optional().catch(undefined),
});
export type Statement = z.infer<typeof statementSchema>;

/** PHP writes an empty object as `[]`. */
const mapOf = <Value extends z.ZodType>(value: Value) =>
  z.union([z.record(z.string(), value), z.array(z.unknown()).transform((): Record<string, z.infer<Value>> => ({}))]);
const termSchema = z.object({ value: z.string() });

export const entitySchema = z.object({
  id: z.string(),
  type: z.string(),
  modified: z.string().optional(),
  labels: mapOf(termSchema).default({}),
  aliases: mapOf(z.array(termSchema)).default({}),
  sitelinks: mapOf(z.object({ title: z.string() })).default({}),
  claims: mapOf(z.unknown()).default({}),
});
export type Entity = z.infer<typeof entitySchema>;

export function statementsOf({ claims }: Entity, property: string): Statement[] {
  const listed = z.array(statementSchema).safeParse(claims[property]);
  const statements = listed.data ?? [];
  const preferred = statements.filter(({ rank }) => rank === "preferred");
  return preferred.length > 0 ? preferred : statements.filter(({ rank }) => rank === "normal");
}

export function isSaid(entity: Entity, property: string): boolean {
  return statementsOf(entity, property).some(({ mainsnak }) => mainsnak.snaktype !== "novalue");
}

function values<Value>(statements: readonly Statement[], schema: z.ZodType<Value>): Value[] {
  return statements.flatMap(({ mainsnak }) => {
    const parsed = schema.safeParse(mainsnak.snaktype === "value" ? mainsnak.datavalue?.value : undefined);
    return parsed.success ? [parsed.data] : [];
  });
}

const textSchema = z.string();
const itemSchema = z.object({ id: z.string() }).transform(({ id }) => id);
const coordinatesSchema = z.object({ latitude: z.number(), longitude: z.number(), globe: z.string() });
const monolingualSchema = z.object({ text: z.string(), language: z.string() });
const quantitySchema = z.object({ amount: z.string() }).transform(({ amount }) => Number(amount));
const timeSchema = z.object({ time: z.string() }).transform(({ time }) => time);

export const textsOf = (entity: Entity, property: string): string[] =>
  values(statementsOf(entity, property), textSchema);
export const itemsOf = (entity: Entity, property: string): string[] =>
  values(statementsOf(entity, property), itemSchema);
export const itemsIn = (statements: readonly Statement[]): string[] => values(statements, itemSchema);
export const monolingualOf = (entity: Entity, property: string): z.infer<typeof monolingualSchema>[] =>
  values(statementsOf(entity, property), monolingualSchema);
export const coordinatesIn = (entity: Entity): z.infer<typeof coordinatesSchema>[] =>
  values(statementsOf(entity, "P625"), coordinatesSchema);
export const quantityIn = (statement: Statement): number | undefined => values([statement], quantitySchema)[0];

const snakSchema = z.object({ datavalue: z.object({ value: timeSchema }) });

/** A qualifier's time, as text that sorts: "+2019-00-00T00:00:00Z". */
export function timeQualifier({ qualifiers }: Statement, property: string): string {
  return snakSchema.safeParse(qualifiers?.[property]?.[0]).data?.datavalue.value ?? "";
}
