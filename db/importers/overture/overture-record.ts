/** A row of Overture's places as a record. It has no opening hours, so none are said. */
import { z } from "zod";
import { coordinatesOf, dateOf, nameProblem, phoneOf, said, skipped, websiteOf } from "../record-parts.ts";
import type { Skipped, SourceRecord } from "../source-record.ts";
import { cuisineOf, DIET_LABELS, LODGING_LABELS, type OvertureClass, PLACE_LABELS } from "./overture-categories.ts";

/** Below, one place in two or three is not there (any more), by Overture's own word. */
export const LEAST_CONFIDENCE = 0.6;

const TOO_UNSURE = skipped(`confidence under ${LEAST_CONFIDENCE}`);
const CLOSED = skipped("closed, for good or for now");
const OF_NO_USE = skipped("neither a place to see, to eat nor to stay");

const textsSchema = z.array(z.string().nullish()).nullish();
/** Text in the published files, an instant in some that were written anew. */
const instantSchema = z.union([z.string(), z.date().transform((at) => at.toISOString())]).nullish();
const rowSchema = z.object({
  id: z.string().min(1),
  geometry: z.object({ type: z.literal("Point"), coordinates: z.array(z.number()).min(2) }).nullish(),
  names: z
    .object({ primary: z.string().nullish(), common: z.record(z.string(), z.string().nullish()).nullish() })
    .nullish(),
  categories: z.object({ primary: z.string().nullish(), alternate: textsSchema }).nullish(),
  taxonomy: z.object({ primary: z.string().nullish(), hierarchy: textsSchema, alternates: textsSchema }).nullish(),
  basic_category: z.string().nullish(),
  confidence: z.number().nullish(),
  websites: textsSchema,
  phones: textsSchema,
  addresses: z.array(z.object({ freeform: z.string().nullish(), locality: z.string().nullish() }).nullish()).nullish(),
  sources: z.array(z.object({ update_time: instantSchema }).nullish()).nullish(),
  operating_status: z.string().nullish(),
});
export type OvertureRow = z.infer<typeof rowSchema>;
export const parseRow = (row: unknown): z.ZodSafeParseResult<OvertureRow> => rowSchema.safeParse(row);

function given(texts: readonly (string | null | undefined)[]): string[] {
  return texts.filter((text) => typeof text === "string" && text.trim() !== "") as string[];
}

/** Most particular first. */
function labelsOf({ taxonomy, categories, basic_category }: OvertureRow): string[] {
  const hierarchy = given(taxonomy?.hierarchy ?? []).reverse();
  return [...new Set(given([taxonomy?.primary, ...hierarchy, categories?.primary, basic_category]))];
}

function classOf(labels: readonly string[]): OvertureClass | undefined {
  for (const label of labels) {
    const known = PLACE_LABELS.get(label);
    if (known) return known;
    if (label.endsWith("_restaurant")) return { type: "restaurant", categories: ["restaurants"] };
  }
  return undefined;
}

function eateryFields(row: OvertureRow, labels: readonly string[]) {
  const all = [...labels, ...given([...(row.taxonomy?.alternates ?? []), ...(row.categories?.alternate ?? [])])];
  const diets = new Set(all.flatMap((label) => DIET_LABELS.get(label) ?? []));
  const cuisine = labels.map(cuisineOf).find((found) => found !== null);
  return said({ cuisines: cuisine ? [cuisine] : [], diets: [...diets] });
}

function addressOf({ addresses }: OvertureRow): string | undefined {
  const first = addresses?.[0];
  return given([first?.freeform, first?.locality]).join(", ") || undefined;
}

function datesOf({ sources }: OvertureRow): string[] {
  return (sources ?? []).flatMap((source) => dateOf(source?.update_time ?? "") ?? []).sort();
}

function otherNames({ names }: OvertureRow, name: string): string[] {
  const all = new Set(given([names?.primary, ...Object.values(names?.common ?? {})]));
  all.delete(name);
  return [...all].filter((other) => other.length <= 200);
}

export function overtureRecord(row: OvertureRow, fileDate: string): SourceRecord | Skipped {
  const labels = labelsOf(row);
  const placeClass = classOf(labels);
  const lodgingType = labels.map((label) => LODGING_LABELS.get(label)).find(Boolean);
  if (!placeClass && !lodgingType) return OF_NO_USE;
  if (row.operating_status?.endsWith("closed")) return CLOSED;
  if ((row.confidence ?? 0) < LEAST_CONFIDENCE) return TOO_UNSURE;
  const name = (row.names?.common?.en ?? row.names?.primary ?? "").trim();
  const problem = nameProblem(name);
  if (problem) return problem;
  const [lon, lat] = row.geometry?.coordinates ?? [];
  const location = coordinatesOf(lat, lon);
  if ("kind" in location) return location;
  const primary = row.names?.primary?.trim();
  const thing = {
    externalId: row.id,
    sourceDate: datesOf(row).at(-1) ?? fileDate,
    ids: { overture: row.id },
    name,
    location,
    ...said({
      nameLocal: primary !== name && (primary?.length ?? 0) <= 200 ? primary : undefined,
      otherNames: otherNames(row, name),
      address: addressOf(row),
      website: given(row.websites ?? [])
        .map(websiteOf)
        .find(Boolean),
      phone: phoneOf(given(row.phones ?? [])[0]),
    }),
  };
  if (!placeClass) return { kind: "lodging", ...thing, lodgingType: lodgingType ?? "other" };
  const { type, categories } = placeClass;
  return {
    kind: "place",
    ...thing,
    type,
    ...said({ categories: categories && [...categories] }),
    ...eateryFields(row, labels),
  };
}
