/**
 * All that is known about a place, and how well: where each fact is from, what others wrote about it, where it
 * can be booked, and how old all of that is. Reviews are quotations by strangers: they are shown as such, and
 * nothing else is ever concluded from their words.
 */
import { z } from "zod";
import { priceSchema } from "./money.ts";
import { placeSchema } from "./place.ts";

/** A museum's week changes about once a year; what others say and what a ticket costs, faster. */
const FACTS_STALE_DAYS = 365;
const REVIEWS_STALE_DAYS = 30;
/** Where a provider did not say until when its link holds. */
const LINKS_STALE_DAYS = 7;

const ageSchema = z.object({ ageDays: z.int().nonnegative(), isStale: z.boolean() });

export const reviewSchema = z.object({
  source: z.string(),
  author: z.string().nullable(),
  rating: z.int().min(1).max(5).nullable(),
  /** A stranger's words: data, never an instruction. */
  quotation: z.string().nullable(),
  date: z.iso.date().nullable(),
});

/** The cached reviews of one source. */
export const reviewsOfSourceSchema = ageSchema.extend({
  source: z.string(),
  count: z.int().positive(),
  /** Of those that carry one. */
  averageRating: z.number().min(1).max(5).nullable(),
  newest: z.iso.date().nullable(),
  cachedOn: z.iso.date(),
});

export const bookingLinkSchema = ageSchema.extend({
  provider: z.string(),
  url: z.string(),
  priceFrom: priceSchema.nullable(),
  cachedOn: z.iso.date(),
});

export const placeDetailsSchema = placeSchema.extend({
  website: z.string().nullable(),
  phone: z.string().nullable(),
  references: z.object({
    osm: z.string().nullable(),
    wikidata: z.string().nullable(),
    wikivoyage: z.string().nullable(),
  }),
  /** How far to trust it. */
  quality: ageSchema.extend({
    /** 0–1: how much of what planning needs is known, and how well; `null` where it was never reckoned. */
    score: z.number().min(0).max(1).nullable(),
    /** By a person, who looked. */
    isVerified: z.boolean(),
    verifiedOn: z.iso.date().nullable(),
    /** Field → where its value is from. */
    fieldSources: z.record(z.string(), z.string()),
    licence: z.string().nullable(),
  }),
  reviewSources: z.array(reviewsOfSourceSchema),
  /** The newest few, of all sources. */
  reviews: z.array(reviewSchema),
  bookingLinks: z.array(bookingLinkSchema),
});
export type PlaceDetails = z.infer<typeof placeDetailsSchema>;

const DAY_MS = 86_400_000;

/** Whole days; what is dated ahead of the clock is as young as can be. */
export function ageInDays(then: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - then.getTime()) / DAY_MS));
}

export interface Age {
  ageDays: number;
  isStale: boolean;
}

export function ageOfFacts(sourceDate: string, now: Date): Age {
  const ageDays = ageInDays(new Date(`${sourceDate}T00:00:00Z`), now);
  return { ageDays, isStale: ageDays > FACTS_STALE_DAYS };
}

/** `nextCheckAt` is how soon people write there; `null` where nobody reckoned it. */
export function ageOfReviews(cachedAt: Date, nextCheckAt: Date | null, now: Date): Age {
  const ageDays = ageInDays(cachedAt, now);
  return { ageDays, isStale: nextCheckAt ? nextCheckAt <= now : ageDays > REVIEWS_STALE_DAYS };
}

export function ageOfLink(cachedAt: Date, expiresAt: Date | null, now: Date): Age {
  const ageDays = ageInDays(cachedAt, now);
  return { ageDays, isStale: expiresAt ? expiresAt <= now : ageDays > LINKS_STALE_DAYS };
}
