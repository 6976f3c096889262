/** The sources that the catalogue is from, and the terms on which each may be shown. */
import sql from "sql-template-tag";
import { z } from "zod";
import type { CatalogueSource } from "../importers/source-record.ts";
import { upsertRows } from "../stores/bulk.ts";
import type { Transaction } from "../transaction.ts";
import type { SourceTerms } from "./merge.ts";
import { CATALOGUE_SOURCES } from "./place-tables.ts";
import { BUILT_IN, PERSON } from "./stored-record.ts";

export const BUILT_IN_SOURCE: CatalogueSource = {
  name: BUILT_IN,
  title: "Tripwright built-in catalogue",
  licence: null,
  licenceUrl: null,
  attribution: null,
};

export const PERSON_SOURCE: CatalogueSource = {
  name: PERSON,
  title: "Verified by a person",
  licence: null,
  licenceUrl: null,
  attribution: null,
};

export async function writeSource(tx: Transaction, source: CatalogueSource): Promise<void> {
  const { name, title, licence, licenceUrl, attribution } = source;
  await upsertRows(tx, CATALOGUE_SOURCES, [{ name, title, licence, licence_url: licenceUrl, attribution }]);
}

const termsRowSchema = z.object({
  name: z.string(),
  title: z.string(),
  licence: z.string().nullable(),
  attribution: z.string().nullable(),
});

export async function loadTerms(tx: Transaction): Promise<Map<string, SourceTerms>> {
  const rows = await tx.many(termsRowSchema, sql`select name, title, licence, attribution from catalogue_sources`);
  return new Map(rows.map(({ name, ...terms }) => [name, terms]));
}
