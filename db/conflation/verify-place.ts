/**
 * A person says that a place is as its row says, or how it is instead. Their word is kept as a record of its own, the
 * strongest: every value that the row shows by somebody's word becomes theirs, so that no import changes it; what
 * nobody knew stays open. The only way for a place to become verified.
 */
import sql from "sql-template-tag";
import { z } from "zod";
import { TripwrightError } from "../../trip/errors.ts";
import { hoursFromRule } from "../../trip/hours/hours-from-rule.ts";
import { type PlaceRecord, placeRecordSchema } from "../importers/source-record.ts";
import type { Transaction } from "../transaction.ts";
import { lockCatalogue } from "./catalogue-lock.ts";
import { FieldPicker } from "./field-picker.ts";
import { loadCities } from "./load-cities.ts";
import { emptyOutcome } from "./outcome.ts";
import type { FieldGroup } from "./precedence.ts";
import { loadTerms, PERSON_SOURCE, writeSource } from "./sources.ts";
import { keyOf, PERSON, type SourcedRecord, storedRecordSchema } from "./stored-record.ts";
import { writePlaces } from "./write-places.ts";

type Verifiable = Omit<PlaceRecord, "kind" | "externalId" | "sourceDate" | "ids" | "otherNames">;

/** Who is believed about each field; the row was made by the same groups. */
const GROUP_OF: Readonly<Record<keyof Verifiable, FieldGroup>> = {
  name: "name",
  nameLocal: "localName",
  location: "location",
  type: "type",
  categories: "type",
  description: "words",
  tags: "words",
  cuisines: "words",
  address: "visit",
  website: "visit",
  phone: "visit",
  wheelchair: "visit",
  hours: "visit",
  closedDays: "visit",
  lastEntryMinutes: "visit",
  freeDays: "visit",
  pricing: "visit",
  admission: "visit",
  spend: "visit",
  priceLevel: "visit",
  diets: "visit",
  bookingNeeded: "visit",
  visitMinutes: "renown",
  crowdedness: "renown",
  sitelinks: "renown",
  isHeritage: "renown",
  fame: "renown",
  isOffbeat: "renown",
};

export interface Verification {
  readonly placeId: string;
  /** Who looked: a name to ask. */
  readonly by: string;
  /** The day on which they did. */
  readonly on: string;
  /** What is not as the row says. */
  readonly changes?: Partial<Verifiable> | undefined;
}

/** Hours that were understood, with the last entry that belongs to them. */
function hoursSaid(fields: FieldPicker): Partial<Verifiable> {
  const picked = fields.find("visit", ({ hours, lastEntryMinutes }) =>
    hours !== undefined && hoursFromRule(hours, { lastEntryMinutes }).hours !== null ? hours : undefined,
  );
  if (!picked) return {};
  const { lastEntryMinutes } = picked.from.record;
  return { hours: picked.value, ...(lastEntryMinutes !== undefined && { lastEntryMinutes }) };
}

/** All words of all sources, as the row has them. */
function wordsSaid(fields: FieldPicker): Partial<Verifiable> {
  const tags = fields.takeAll("tags", "words", ({ cuisines = [], tags: said = [] }) => [...cuisines, ...said]);
  const categories = fields.takeAll("category_ids", "type", ({ categories: said = [] }) => said);
  return {
    ...(tags.length > 0 && { tags }),
    ...(categories.length > 0 && { categories: categories as NonNullable<Verifiable["categories"]> }),
  };
}

function asShown(records: readonly SourcedRecord[]): Partial<Verifiable> {
  const fields = new FieldPicker(records);
  const shown: Record<string, unknown> = {};
  for (const [field, group] of Object.entries(GROUP_OF)) {
    const picked = fields.find(group, (record) => record[field as keyof Verifiable]);
    if (picked) shown[field] = picked.value;
  }
  for (const mended of ["hours", "lastEntryMinutes", "tags", "cuisines", "categories"]) delete shown[mended];
  return { ...shown, ...hoursSaid(fields), ...wordsSaid(fields) };
}

const recordRowSchema = z.object({ source: z.string(), record: storedRecordSchema });

/** Throws `place_not_found` for an id that no record speaks for, and `invalid_input` for a change that cannot be. */
export async function verifyPlace(tx: Transaction, { placeId, by, on, changes = {} }: Verification): Promise<void> {
  await lockCatalogue(tx);
  const records: SourcedRecord[] = await tx.many(
    recordRowSchema,
    sql`
      select p.source, p.record from place_records p where p.attraction_id = ${placeId}
      order by p.source desc, p.external_id desc`,
  );
  if (records.length === 0) {
    throw new TripwrightError("place_not_found", `Expected the id of a place that sources speak of, got ${placeId}.`, {
      placeId,
    });
  }
  const before = records.find(({ source }) => source === PERSON)?.record.sourceDate;
  if (before !== undefined && before > on) {
    throw new TripwrightError(
      "invalid_input",
      `Expected a day from ${before} on, when somebody verified it, got ${on}.`,
    );
  }
  const ids = Object.assign({}, ...records.map(({ record }) => record.ids)) as PlaceRecord["ids"];
  const word = placeRecordSchema.safeParse({
    ...asShown(records),
    ...changes,
    kind: "place",
    externalId: placeId,
    sourceDate: on,
    ids,
  });
  if (!word.success) {
    const message = `Expected values that a place can have: ${z.prettifyError(word.error)}`;
    throw new TripwrightError("invalid_input", message, { placeId }, word.error);
  }
  await writeSource(tx, PERSON_SOURCE);
  const said = records.filter(({ source }) => source !== PERSON).map(keyOf);
  const catalogue = { cities: await loadCities(tx), terms: await loadTerms(tx) };
  const batch = { source: PERSON, records: [{ ...word.data, said: said.sort() }], again: true };
  await writePlaces(tx, batch, catalogue, emptyOutcome());
  await tx.execute(sql`
    update attractions set is_verified = true, verified_at = ${`${on}T00:00:00Z`}::timestamptz, verified_by = ${by}
    where id = ${placeId}`);
}
