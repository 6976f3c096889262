/** Places with everything known about them: references, quality, and what is cached of reviews and booking links. */
import sql from "sql-template-tag";
import { z } from "zod";
import { toMinor } from "../../trip/money.ts";
import { ageOfFacts, ageOfLink, ageOfReviews, type PlaceDetails } from "../../trip/place-details.ts";
import { strangersTextOrNull } from "../../trip/strangers-words.ts";
import type { Transaction } from "../transaction.ts";
import { PLACE_COLUMNS, placeRowSchema, toPlace } from "./places.ts";
import { instantSql, isUuid } from "./row-parts.ts";

/** Of all sources together, the newest. */
const SHOWN_REVIEWS = 5;
const SHOWN_CHARS = 400;

const instant = z.string().transform((text) => new Date(text));

const detailRowSchema = placeRowSchema.extend({
  website: z.string().nullable(),
  phone: z.string().nullable(),
  osmId: z.string().nullable(),
  wikidataId: z.string().nullable(),
  wikivoyagePage: z.string().nullable(),
  qualityScore: z.number().nullable(),
  isVerified: z.boolean(),
  verifiedAt: instant.nullable(),
  fieldSources: z.record(z.string(), z.string()),
  licence: z.string().nullable(),
});

const reviewSourceRowSchema = z.object({
  placeId: z.string(),
  source: z.string(),
  count: z.number(),
  averageRating: z.number().nullable(),
  newest: z.string().nullable(),
  cachedAt: instant,
  nextCheckAt: instant.nullable(),
});

const reviewRowSchema = z.object({
  placeId: z.string(),
  source: z.string(),
  author: z.string().nullable(),
  rating: z.number().nullable(),
  quotation: z.string().nullable(),
  date: z.string().nullable(),
});

const linkRowSchema = z.object({
  placeId: z.string(),
  provider: z.string(),
  url: z.string(),
  priceFrom: z.string().nullable(),
  currency: z.string().nullable(),
  cachedAt: instant,
  expiresAt: instant.nullable(),
});

type DetailRow = z.infer<typeof detailRowSchema>;
interface Cached {
  reviewSources: z.infer<typeof reviewSourceRowSchema>[];
  reviews: z.infer<typeof reviewRowSchema>[];
  links: z.infer<typeof linkRowSchema>[];
}

const isoDay = (instantOf: Date): string => instantOf.toISOString().slice(0, 10);
const isWebUrl = (url: string): boolean => /^https?:\/\//i.test(url) && URL.canParse(url);

async function cachedAbout(tx: Transaction, ids: readonly string[]): Promise<Cached> {
  const reviewSources = await tx.many(
    reviewSourceRowSchema,
    sql`
      select r.attraction_id as "placeId", r.source, count(*)::integer as count, avg(r.rating)::float8 as "averageRating",
        max(r.review_date)::text as newest, ${instantSql(sql`max(r.cached_at)`)} as "cachedAt",
        ${instantSql(sql`max(k.next_check_at)`)} as "nextCheckAt"
      from attraction_reviews r
      left join review_checks k on k.attraction_id = r.attraction_id and k.source = r.source
      where r.attraction_id = any(${ids}::uuid[])
      group by r.attraction_id, r.source order by count(*) desc, r.source`,
  );
  const reviews = await tx.many(
    reviewRowSchema,
    sql`
      select r."placeId", r.source, r.author, r.rating, r.quotation, r.date from unnest(${ids}::uuid[]) as wanted (id)
      cross join lateral (
        select r.attraction_id as "placeId", r.source, r.author_name as author, r.rating,
          left(r.review_text, ${SHOWN_CHARS}) as quotation, r.review_date::text as date
        from attraction_reviews r where r.attraction_id = wanted.id
        order by r.review_date desc nulls last, r.id limit ${SHOWN_REVIEWS}) r`,
  );
  const links = await tx.many(
    linkRowSchema,
    sql`
      select l.attraction_id as "placeId", l.provider, l.booking_url as url, l.price_from::text as "priceFrom", l.currency,
        ${instantSql(sql`l.cached_at`)} as "cachedAt", ${instantSql(sql`l.expires_at`)} as "expiresAt"
      from booking_links l where l.attraction_id = any(${ids}::uuid[]) order by l.provider`,
  );
  return { reviewSources, reviews, links };
}

type Link = PlaceDetails["bookingLinks"][number];

function toLink({ provider, url, priceFrom, currency, cachedAt, expiresAt }: Cached["links"][number], now: Date): Link {
  const price: Link["priceFrom"] =
    priceFrom === null || currency === null
      ? null
      : {
          amountMinor: toMinor(priceFrom, currency),
          currency,
          per: "person",
          basis: "cached",
          provider,
          fetchedAt: cachedAt.toISOString(),
          expiresAt: expiresAt?.toISOString() ?? null,
        };
  return { provider, url, priceFrom: price, cachedOn: isoDay(cachedAt), ...ageOfLink(cachedAt, expiresAt, now) };
}

type Review = PlaceDetails["reviews"][number];

export function harmlessReview(review: Review): Review {
  return {
    ...review,
    author: strangersTextOrNull(review.author),
    quotation: strangersTextOrNull(review.quotation),
  };
}

function toDetails(row: DetailRow, cached: Cached, now: Date): PlaceDetails {
  const isHere = ({ placeId }: { placeId: string }): boolean => placeId === row.id;
  return {
    ...toPlace(row),
    website: row.website !== null && isWebUrl(row.website) ? row.website : null,
    phone: row.phone,
    references: { osm: row.osmId, wikidata: row.wikidataId, wikivoyage: row.wikivoyagePage },
    quality: {
      ...ageOfFacts(row.sourceDate, now),
      score: row.qualityScore,
      isVerified: row.isVerified,
      verifiedOn: row.verifiedAt && isoDay(row.verifiedAt),
      fieldSources: row.fieldSources,
      licence: row.licence,
    },
    reviewSources: cached.reviewSources
      .filter(isHere)
      .map(({ source, count, averageRating, newest, cachedAt, nextCheckAt }) => ({
        ...{ source, count, averageRating, newest, cachedOn: isoDay(cachedAt) },
        ...ageOfReviews(cachedAt, nextCheckAt, now),
      })),
    reviews: cached.reviews.filter(isHere).map(({ source, author, rating, quotation, date }) => ({
      ...{ source, rating, date, author: strangersTextOrNull(author), quotation: strangersTextOrNull(quotation) },
    })),
    bookingLinks: cached.links.filter((link) => isHere(link) && isWebUrl(link.url)).map((link) => toLink(link, now)),
  };
}

/** In the order asked for; ids the catalogue does not know are left out, retired places are not. */
export async function getPlaceDetails(
  tx: Transaction,
  placeIds: readonly string[],
  now: Date,
): Promise<PlaceDetails[]> {
  const ids = [...new Set(placeIds.filter(isUuid).map((id) => id.toLowerCase()))];
  if (ids.length === 0) return [];
  const rows = await tx.many(
    detailRowSchema,
    sql`
      select ${PLACE_COLUMNS}, a.website, a.phone, a.osm_id as "osmId", a.wikidata_id as "wikidataId",
        a.wikivoyage_page as "wikivoyagePage", a.quality_score::float8 as "qualityScore", a.is_verified as "isVerified",
        ${instantSql(sql`a.verified_at`)} as "verifiedAt", a.field_sources as "fieldSources", a.licence
      from attractions a where a.id = any(${ids}::uuid[])`,
  );
  const cached = await cachedAbout(tx, ids);
  const byId = new Map(rows.map((row) => [row.id, toDetails(row, cached, now)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
