/**
 * What others say about places and where they can be booked, as rows that are a cache: each with its source
 * and when it was read there. Importing a file again updates what it brought before. Nothing here touches the
 * place itself: a stranger's stars are never a fact about a museum.
 */
import sql, { type Sql } from "sql-template-tag";
import { z } from "zod";
import { currencySchema, toDecimal, toMinor } from "../../../trip/money.ts";
import { type BulkRow, type BulkTable, upsertRows } from "../../stores/bulk.ts";
import { catalogueId } from "../../stores/catalogue-ids.ts";
import { type ReviewsRead, recordReviewChecks } from "../../stores/review-checks.ts";
import { instantSql } from "../../stores/row-parts.ts";
import type { Database, Transaction } from "../../transaction.ts";
import { jsonLines } from "./json-lines.ts";
import { type PlaceReference, placeReferenceSchema, resolvePlaces } from "./place-reference.ts";

const webAddress = z.url({ protocol: /^https?$/ });

const reviewLineSchema = z.strictObject({
  place: placeReferenceSchema,
  source: z.string().min(1).max(50),
  externalId: z.string().min(1).max(255),
  author: z.string().max(100).nullish(),
  rating: z.int().min(1).max(5).nullish(),
  text: z.string().max(5_000).nullish(),
  date: z.iso.date().nullish(),
  language: z.string().max(10).nullish(),
  readAt: z.iso.datetime({ offset: true }),
});

const linkLineSchema = z
  .strictObject({
    place: placeReferenceSchema,
    provider: z.string().min(1).max(50),
    url: webAddress,
    appUrl: z.string().max(2_000).nullish(),
    priceFrom: z
      .string()
      .regex(/^\d+(\.\d{1,3})?$/, "expected a decimal number as text")
      .nullish(),
    currency: currencySchema.nullish(),
    readAt: z.iso.datetime({ offset: true }),
    expiresAt: z.iso.datetime({ offset: true }).nullish(),
  })
  .refine(({ priceFrom, currency }) => !priceFrom || currency, "expected a currency beside priceFrom");

const REVIEWS: BulkTable = {
  name: "attraction_reviews",
  key: ["source", "external_review_id"],
  columns: {
    id: "uuid",
    attraction_id: "uuid",
    source: "varchar(50)",
    external_review_id: "varchar(255)",
    author_name: "varchar(100)",
    rating: "integer",
    review_text: "text",
    review_date: "date",
    language: "varchar(10)",
    cached_at: "timestamptz",
  },
};

const LINKS: BulkTable = {
  name: "booking_links",
  key: ["linkable_type", "linkable_id", "provider"],
  columns: {
    id: "uuid",
    linkable_type: "varchar(30)",
    linkable_id: "uuid",
    provider: "varchar(50)",
    booking_url: "text",
    deeplink_url: "text",
    price_from: "numeric(14, 3)",
    currency: "char(3)",
    cached_at: "timestamptz",
    expires_at: "timestamptz",
  },
};

function reviewRow(placeId: string, line: z.infer<typeof reviewLineSchema>): BulkRow {
  return {
    id: catalogueId("review", `${line.source}/${line.externalId}`),
    attraction_id: placeId,
    source: line.source,
    external_review_id: line.externalId,
    author_name: line.author ?? null,
    rating: line.rating ?? null,
    review_text: line.text ?? null,
    review_date: line.date ?? null,
    language: line.language ?? null,
    cached_at: line.readAt,
  };
}

function linkRow(placeId: string, line: z.infer<typeof linkLineSchema>): BulkRow {
  const { priceFrom, currency } = line;
  return {
    id: catalogueId("booking_link", `attraction/${placeId}/${line.provider}`),
    linkable_type: "attraction",
    linkable_id: placeId,
    provider: line.provider,
    booking_url: line.url,
    deeplink_url: line.appUrl ?? null,
    price_from: priceFrom && currency ? toDecimal(toMinor(priceFrom, currency), currency) : null,
    currency: currency ?? null,
    cached_at: line.readAt,
    expires_at: line.expiresAt ?? null,
  };
}

export interface CachedReport {
  read: number;
  written: number;
  /** Lines about places that the catalogue does not know, or knows more than once. */
  unknownPlaces: number;
}

interface Kind<Line extends { place: PlaceReference }> {
  table: BulkTable;
  schema: z.ZodType<Line>;
  rowOf(placeId: string, line: Line): BulkRow;
  /** The rows of these ids, with when each was read. */
  stored(ids: string[]): Sql;
  /** Once the rows of a batch are in. */
  after?(tx: Transaction, rows: readonly BulkRow[]): Promise<void>;
}

const BATCH_LINES = 500;

const readAt = ({ cached_at }: BulkRow): number => Date.parse(String(cached_at));

/** The same key twice in one statement is an error to PostgreSQL; what was read last is the word, else the later line. */
function lastOfEach(rows: readonly BulkRow[], { key }: BulkTable): BulkRow[] {
  const ordered = rows.toSorted((a, b) => readAt(a) - readAt(b));
  return [...new Map(ordered.map((row) => [key.map((column) => row[column]).join("\0"), row])).values()];
}

const storedSchema = z.object({ id: z.string(), cachedAt: z.string() });

/** Without what a newer reading has been stored for: last month's file does not take this week's back. */
async function notOlder(tx: Transaction, rows: readonly BulkRow[], stored: (ids: string[]) => Sql): Promise<BulkRow[]> {
  const known = await tx.many(storedSchema, stored(rows.map(({ id }) => String(id))));
  const dates = new Map(known.map(({ id, cachedAt }) => [id, Date.parse(cachedAt)]));
  return rows.filter((row) => readAt(row) >= (dates.get(String(row.id)) ?? Number.NEGATIVE_INFINITY));
}

const reviewsStored = (ids: string[]): Sql => sql`
  select r.id, ${instantSql(sql`r.cached_at`)} as "cachedAt" from attraction_reviews r where r.id = any(${ids}::uuid[])`;
const linksStored = (ids: string[]): Sql => sql`
  select l.id, ${instantSql(sql`l.cached_at`)} as "cachedAt" from booking_links l where l.id = any(${ids}::uuid[])`;

async function importLines<Line extends { place: PlaceReference }>(
  db: Database,
  path: string,
  { table, schema, rowOf, stored, after }: Kind<Line>,
): Promise<CachedReport> {
  const report: CachedReport = { read: 0, written: 0, unknownPlaces: 0 };
  const write = async (lines: readonly Line[]): Promise<void> => {
    const { rows, written } = await db.transaction({ kind: "importer" }, async (tx) => {
      const placeIds = await resolvePlaces(
        tx,
        lines.map(({ place }) => place),
      );
      const known = lines.flatMap((line, at) => (placeIds[at] ? [rowOf(placeIds[at], line)] : []));
      const written = await upsertRows(tx, table, await notOlder(tx, lastOfEach(known, table), stored));
      await after?.(tx, known);
      return { rows: known.length, written };
    });
    report.read += lines.length;
    report.written += written;
    report.unknownPlaces += lines.length - rows;
  };
  // All of it is read once before anything is written: a bad line in the middle leaves nothing half done.
  for await (const _ of jsonLines(path, schema));
  let batch: Line[] = [];
  for await (const line of jsonLines(path, schema)) {
    batch.push(line);
    if (batch.length < BATCH_LINES) continue;
    await write(batch);
    batch = [];
  }
  if (batch.length > 0) await write(batch);
  return report;
}

const toRead = (row: BulkRow): ReviewsRead => ({
  ...{ placeId: String(row.attraction_id), source: String(row.source), readAt: String(row.cached_at) },
});

/** JSON lines; throws `invalid_input` with the number of the line that is none, and then writes nothing. */
export function importReviews(db: Database, path: string): Promise<CachedReport> {
  const kind = { table: REVIEWS, schema: reviewLineSchema, rowOf: reviewRow, stored: reviewsStored };
  return importLines(db, path, { ...kind, after: (tx, rows) => recordReviewChecks(tx, rows.map(toRead)) });
}

/** As `importReviews`, for where places can be booked. */
export function importLinks(db: Database, path: string): Promise<CachedReport> {
  return importLines(db, path, { table: LINKS, schema: linkLineSchema, rowOf: linkRow, stored: linksStored });
}
