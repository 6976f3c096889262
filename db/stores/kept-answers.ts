/**
 * One table of what vendors answered: found, found old, and kept. A row is trusted no further than it answers the query,
 * and an answer is kept no longer than prices, its own offers and its vendor's terms hold.
 */
import { isDeepStrictEqual } from "node:util";
import sql, { type Sql } from "sql-template-tag";
import { z } from "zod";
import type { KeptAnswer, NewAnswer, SearchCache } from "../../trip/ports.ts";
import type { Database } from "../transaction.ts";
import { instantSql } from "./row-parts.ts";
import { type Canonical, searchHash } from "./search-keys.ts";

const NOTHING_SECONDS = 600;
const STALE_SECONDS = 86_400;
/** Cabins, rooms, dates and currencies of one route in which one offer may stand. */
const MOST_QUERIES = 20;

export interface SearchCacheOptions {
  readonly db: Database;
  readonly now: () => Date;
}

export interface CacheTable<Query, Offer> {
  readonly kind: "flights" | "stays";
  readonly name: Sql;
  readonly seconds: number;
  readonly offers: z.ZodType<Offer[]>;
  canonical(query: Query): Canonical;
  isAnswer(query: Query, offer: Offer): boolean;
  /** The query's own columns, for looking into the table; the same as the row's canonical query; their new values. */
  readonly columns: Sql;
  readonly asked: Sql;
  readonly replaced: Sql;
  valuesOf(query: Query): Sql;
  /** The row's canonical query, read back. */
  readonly query: z.ZodType<Query>;
  /** Rows of the same route or city, which an index finds. */
  isLike(query: Query): Sql;
}

export interface CachedOffer {
  readonly provider: string;
  readonly offerId: string;
  readonly price: { basis: string; provider: string; expiresAt: string | null };
}

/** Anything may stand in a row that was tampered with: it is looked at before it is believed. */
const rowSchema = z.object({
  hash: z.string(),
  provider: z.string(),
  asked: z.unknown(),
  results: z.unknown(),
  cachedAt: z.string(),
  expiresAt: z.string(),
});
type Row = z.infer<typeof rowSchema>;

const rowSql = ({ asked }: { asked: Sql }): Sql => sql`
  search_hash as hash, provider, results, ${asked} as asked, ${instantSql(sql`cached_at`)} as "cachedAt",
  ${instantSql(sql`expires_at`)} as "expiresAt"`;

/** What was live when it was fetched is not live now; what a sandbox made up stays a sandbox's. */
function asCached<Offer extends CachedOffer>(offer: Offer, change: { expiresAt?: string } = {}): Offer {
  const basis = offer.price.basis === "live" ? "cached" : offer.price.basis;
  return { ...offer, price: { ...offer.price, basis, ...change } };
}

const isGood = ({ price }: CachedOffer, now: Date): boolean =>
  price.expiresAt === null || Date.parse(price.expiresAt) > now.getTime();

const earlier = (a: string | null, b: string): string => (a !== null && Date.parse(a) < Date.parse(b) ? a : b);

/** When the last of its offers has run out it is no answer any more. */
function keptUntil({ offers, priceSeconds }: NewAnswer<CachedOffer>, cachedAtMs: number, seconds: number): number {
  const usual = offers.length === 0 ? Math.min(seconds, NOTHING_SECONDS) : seconds;
  const ends = offers.map(({ price }) =>
    price.expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(price.expiresAt),
  );
  const lastOffer = offers.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...ends);
  return Math.min(cachedAtMs + Math.min(usual, priceSeconds) * 1000, lastOffer);
}

/** PostgreSQL holds no NUL and no half of a character; a vendor that sends one is answered from, but not kept. */
const isStorable = (json: string): boolean => !/\\u(0000|d[89a-f])/i.test(json);

export function createSearchCache<Query, Offer extends CachedOffer>(
  { db, now }: SearchCacheOptions,
  table: CacheTable<Query, Offer>,
): SearchCache<Query, Offer> {
  const keyOf = (query: Query, provider: string): string => searchHash(table.kind, provider, table.canonical(query));

  /** The row's offers, if it is that vendor's answer to that query, whole. */
  function answerIn(row: Row, query: Query, provider: string | undefined): Offer[] | null {
    if (row.provider !== provider || !isDeepStrictEqual(row.asked, table.canonical(query))) return null;
    const parsed = table.offers.safeParse(row.results);
    if (!parsed.success) return null;
    const isOwn = (offer: Offer): boolean => offer.provider === provider && offer.price.provider === provider;
    return parsed.data.every((offer) => isOwn(offer) && table.isAnswer(query, offer)) ? parsed.data : null;
  }

  async function readAnswers(
    query: Query,
    providers: readonly string[],
    { statement, told }: { statement(hashes: string[]): Sql; told(offers: Offer[], row: Row): Offer[] | null },
  ): Promise<ReadonlyMap<string, KeptAnswer<Offer>>> {
    if (providers.length === 0) return new Map();
    const providerOf = new Map(providers.map((provider) => [keyOf(query, provider), provider]));
    const rows = await db.transaction({ kind: "service" }, (tx) =>
      tx.many(rowSchema, statement([...providerOf.keys()])),
    );
    const found = rows.flatMap((row): [string, KeptAnswer<Offer>][] => {
      const answer = answerIn(row, query, providerOf.get(row.hash));
      const offers = answer && told(answer, row);
      return offers ? [[row.provider, { offers, cachedAt: row.cachedAt }]] : [];
    });
    return new Map(found);
  }

  return {
    keyOf,

    find(query, providers) {
      const at = now();
      return readAnswers(query, providers, {
        // Rows are locked in one order, whoever else asks the same vendors. A hit that a crash forgets is no loss: the
        // answer does not wait for the disk to have counted it.
        statement: (hashes) => sql`
          update ${table.name} t set hit_count = hit_count + 1
          from (select id as found from ${table.name} where search_hash = any(${hashes}) and expires_at > ${at.toISOString()}
            order by search_hash for no key update) f
          where t.id = f.found
          returning ${rowSql(table)}, set_config('synchronous_commit', 'off', true)`,
        // Offers that all ran out early are no answer; an answer of no offers is one.
        told: (offers) => {
          const good = offers.filter((offer) => isGood(offer, at));
          return good.length > 0 || offers.length === 0 ? good.map((offer) => asCached(offer)) : null;
        },
      });
    },

    findStale(query, providers) {
      return readAnswers(query, providers, {
        statement: (hashes) => sql`
          select ${rowSql(table)} from ${table.name}
          where search_hash = any(${hashes}) and stale_until > ${now().toISOString()}`,
        told: (offers, { expiresAt }) =>
          offers.length > 0
            ? offers.map((offer) => asCached(offer, { expiresAt: earlier(offer.price.expiresAt, expiresAt) }))
            : null,
      });
    },

    findQueries: (like, sold) => findQueries(like, sold, { db, now, table, answerIn }),

    store: (query, answer) => storeAnswer(query, answer, { db, now, table, hash: keyOf(query, answer.provider) }),
  };
}

interface Finding<Query, Offer> extends SearchCacheOptions {
  readonly table: CacheTable<Query, Offer>;
  answerIn(row: Row, query: Query, provider: string): Offer[] | null;
}

async function findQueries<Query, Offer extends CachedOffer>(
  like: Query,
  { provider, offerId }: { provider: string; offerId: string },
  { db, now, table, answerIn }: Finding<Query, Offer>,
): Promise<Query[]> {
  const at = now();
  const sold = JSON.stringify([{ provider, offerId }]);
  const rows = await db.transaction({ kind: "service" }, (tx) =>
    tx.many(
      rowSchema,
      sql`
        select ${rowSql(table)} from ${table.name}
        where ${table.isLike(like)} and provider = ${provider} and expires_at > ${at.toISOString()}
          and results @> ${sold}::jsonb
        order by updated_at desc, id limit ${MOST_QUERIES}`,
    ),
  );
  return rows.flatMap((row) => {
    const asked = table.query.safeParse(row.asked);
    const offers = asked.success ? answerIn(row, asked.data, provider) : null;
    return asked.success && offers?.some((offer) => offer.offerId === offerId && isGood(offer, at)) ? [asked.data] : [];
  });
}

interface Storing<Query, Offer> extends SearchCacheOptions {
  readonly table: CacheTable<Query, Offer>;
  readonly hash: string;
}

async function storeAnswer<Query, Offer extends CachedOffer>(
  query: Query,
  answer: NewAnswer<Offer>,
  { db, now, table, hash }: Storing<Query, Offer>,
): Promise<void> {
  const { provider, offers, priceSeconds, claimedBy } = answer;
  const cachedAt = now();
  const expiresAt = new Date(keptUntil(answer, cachedAt.getTime(), table.seconds));
  const staleUntil = new Date(cachedAt.getTime() + Math.min(STALE_SECONDS, priceSeconds) * 1000);
  const stale = staleUntil > expiresAt && offers.length > 0 ? staleUntil.toISOString() : null;
  const results = JSON.stringify(offers);
  const released = sql`delete from search_claims where search_hash = ${hash} and claimed_by = ${claimedBy ?? null}::uuid`;
  const isKept = expiresAt > cachedAt && isStorable(results);
  await db.transaction({ kind: "service" }, (tx) =>
    tx.execute(
      isKept
        ? sql`
            with released as (${released})
            insert into ${table.name}
              (search_hash, provider, results, cached_at, expires_at, stale_until, ${table.columns})
            values (${hash}, ${provider}, ${results}, ${cachedAt.toISOString()}, ${expiresAt.toISOString()}, ${stale},
              ${table.valuesOf(query)})
            on conflict (search_hash) do update
            set provider = excluded.provider, results = excluded.results, cached_at = excluded.cached_at,
              expires_at = excluded.expires_at, stale_until = excluded.stale_until, ${table.replaced}`
        : released,
    ),
  );
}
