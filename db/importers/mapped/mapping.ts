/**
 * The shape of a mapping file: which column (CSV) or property (GeoJSON) says what. A field is the name of a column, or
 * an object where there is more to say; docs/catalogue.md has an example.
 */
import { z } from "zod";
import { leafCategorySchema } from "../../../trip/categories.ts";
import { currencySchema } from "../../../trip/money.ts";
import { crowdednessSchema, dietSchema, placeTypeSchema, wheelchairAccessSchema } from "../../../trip/place.ts";
import { lodgingRecordSchema, placeRecordSchema } from "../source-record.ts";

/** How each field's cells are read. */
export const FIELD_KINDS = {
  id: "text",
  name: "text",
  nameLocal: "text",
  otherNames: "list",
  lat: "coordinate",
  lon: "coordinate",
  sourceDate: "text",
  type: "choice",
  categories: "choices",
  address: "text",
  website: "text",
  phone: "text",
  wheelchair: "choice",
  hours: "hours",
  lastEntryMinutes: "count",
  freeDays: "text",
  closedDays: "choices",
  visitMinutes: "count",
  pricing: "choice",
  price: "money",
  spendLow: "money",
  spendHigh: "money",
  priceLevel: "count",
  cuisines: "words",
  diets: "choices",
  bookingNeeded: "yes-no",
  crowdedness: "choice",
  isHeritage: "yes-no",
  fame: "number",
  isOffbeat: "yes-no",
  tags: "words",
  description: "text",
  lodgingType: "choice",
  stars: "number",
  wikidata: "text",
  osm: "text",
  wikipedia: "text",
  wikivoyage: "text",
  geonames: "count",
} as const;
export type FieldName = keyof typeof FIELD_KINDS;
type FieldKind = (typeof FIELD_KINDS)[FieldName];

/** What a cell of a choice may say in the end. */
export const CHOICES: Partial<Record<FieldName, readonly string[]>> = {
  type: placeTypeSchema.options,
  categories: leafCategorySchema.options,
  wheelchair: wheelchairAccessSchema.options,
  closedDays: ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
  pricing: placeRecordSchema.shape.pricing.unwrap().options,
  diets: dietSchema.options,
  crowdedness: crowdednessSchema.options,
  lodgingType: lodgingRecordSchema.shape.lodgingType.options,
};

const fieldSchema = z
  .strictObject({
    /** The column or property; "a.b" is the property b within a. */
    from: z.string().min(1).optional(),
    /** Instead of `from`: the same for every row. */
    value: z.union([z.string(), z.number(), z.boolean()]).transform(String).optional(),
    /** What the column says → what that is here. */
    values: z.record(z.string(), z.string()).optional(),
    /** Where the column says nothing, or nothing that `values` names. */
    default: z.string().optional(),
    /** Between the parts of a list; "," unless said. */
    separator: z.string().min(1).optional(),
    /** Of hours and prices: "osm" (hours as they are) or "text" (as people write them). */
    syntax: z.enum(["osm", "text"]).optional(),
    currency: currencySchema.optional(),
    currencyFrom: z.string().min(1).optional(),
  })
  .refine(({ from, value }) => (from === undefined) !== (value === undefined), {
    message: `expected either "from" (a column) or "value" (the same for every row)`,
  });
export type Field = z.infer<typeof fieldSchema>;

const anyFieldSchema = z.union([
  z
    .string()
    .min(1)
    .transform((from): Field => ({ from })),
  fieldSchema,
]);

/** Which kinds an option is for. */
const OPTION_KINDS: readonly (readonly [keyof Field, readonly FieldKind[]])[] = [
  ["separator", ["list", "choices", "words"]],
  ["syntax", ["hours", "money"]],
  ["currency", ["money"]],
  ["currencyFrom", ["money"]],
];

function problemsOfField(name: FieldName, field: Field): string[] {
  const kind = FIELD_KINDS[name];
  const misplaced = OPTION_KINDS.filter(([option, kinds]) => field[option] !== undefined && !kinds.includes(kind));
  const choices = CHOICES[name];
  const said = [...Object.values(field.values ?? {}), field.value, field.default].filter(
    (value) => value !== undefined,
  );
  const wrong = choices ? said.filter((value) => !choices.includes(value)) : [];
  const needsCurrency = kind === "money" && field.syntax !== "text" && !field.currency && !field.currencyFrom;
  return [
    ...misplaced.map(([option]) => `"${option}" is not for this field`),
    ...wrong.map((value) => `expected one of ${choices?.join(", ")}, got "${value}"`),
    ...(needsCurrency ? [`expected "currency" (such as "EUR"), "currencyFrom" (a column) or "syntax": "text"`] : []),
  ];
}

/** Sources with readers of their own, and the catalogue's own words: a table does not speak for them. */
const RESERVED = [
  "built-in",
  "person",
  "openstreetmap",
  "wikidata",
  "wikivoyage",
  "geonames",
  "ourairports",
  "overture",
  "tripwright",
];

const sourceSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,49}$/, 'expected a short name in lower case such as "my-guide"')
    .refine((name) => !RESERVED.includes(name), "expected a name of its own, got one that is taken"),
  title: z.string().min(1),
  licence: z.string().max(50).nullable().default(null),
  licenceUrl: z.url().nullable().default(null),
  attribution: z.string().nullable().default(null),
});

const fieldsSchema = z
  .partialRecord(z.enum(Object.keys(FIELD_KINDS) as [FieldName, ...FieldName[]]), anyFieldSchema)
  .superRefine((fields, context) => {
    for (const [name, field] of Object.entries(fields) as [FieldName, Field][]) {
      for (const message of problemsOfField(name, field)) context.addIssue({ code: "custom", path: [name], message });
    }
    if (!fields.name)
      context.addIssue({ code: "custom", path: ["name"], message: "expected the column with the name" });
  });

export const mappingSchema = z.strictObject({
  source: sourceSchema,
  kind: z.enum(["place", "lodging"]).default("place"),
  /** Between the cells of a row; found by itself where it is a comma, a semicolon or a tab. */
  delimiter: z.string().length(1).optional(),
  fields: fieldsSchema,
});
export type Mapping = z.infer<typeof mappingSchema>;
