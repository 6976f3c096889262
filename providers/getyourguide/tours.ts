/** What GetYourGuide says of a tour, the little of it that we read, and what becomes of it. */
import { z } from "zod";
import { distanceMeters } from "../../trip/geo.ts";
import type { CityNamed, Tour } from "../../trip/vendor-ports.ts";
import type { OpenVendor } from "../kernel/descriptor.ts";
import { plainText } from "../kernel/plain-text.ts";
import { eachUsable } from "../tours/each-usable.ts";
import { sellerLink } from "../tours/seller-link.ts";
import { startingPrice } from "../tours/starting-price.ts";

const tourSchema = z.object({
  tour_id: z.int().positive(),
  title: z.string(),
  url: z.string().nullish(),
  overall_rating: z.number().min(0).max(5).nullish().catch(null),
  number_of_ratings: z.int().nonnegative().nullish().catch(null),
  price: z
    .object({ values: z.object({ amount: z.number().nullish() }).nullish(), description: z.string().nullish() })
    .nullish()
    .catch(null),
  coordinates: z.object({ lat: z.number(), long: z.number() }).nullish().catch(null),
  durations: z
    .array(z.object({ duration: z.number().positive().max(10_000), unit: z.enum(["minute", "hour", "day"]) }))
    .nullish()
    .catch(null),
  cancellation_policy: z.object({ cancellable: z.boolean().nullish() }).nullish().catch(null),
});
type Sold = z.infer<typeof tourSchema>;

export const toursSchema = z.object({ data: z.object({ tours: eachUsable(tourSchema) }) });

const SITES = ["getyourguide.com", "gygtest.com"];
export const PRICE_SECONDS = 86_400;
const TITLE_CHARS = 200;
const MINUTES = { minute: 1, hour: 60, day: 1_440 } as const;
/** A search by words finds namesakes all over the world. */
const NEAR_METERS = 60_000;

/** "individual" is a person; a group has one price, whatever its size. Of anything else nobody knows whose it is. */
function perOf(description: string | null | undefined): "person" | "party" | null {
  if (/^(individual|per person)$/i.test(description ?? "")) return "person";
  return /^per group\b/i.test(description ?? "") ? "party" : null;
}

function durationOf({ durations }: Sold): number | null {
  const minutes = (durations ?? []).map(({ duration, unit }) => Math.round(duration * MINUTES[unit]));
  return minutes.length === 0 ? null : Math.max(...minutes) || null;
}

/** `null` for what cannot be told or booked, and for what is in another city. */
export function toTour(
  sold: Sold,
  { asked, city }: { asked: string; city: CityNamed },
  vendor: OpenVendor,
): Tour | null {
  const { coordinates, price, overall_rating, number_of_ratings, cancellation_policy } = sold;
  const provider = "GetYourGuide";
  const title = plainText(sold.title, TITLE_CHARS);
  const link = sellerLink(sold.url, SITES);
  const isAway =
    coordinates != null && distanceMeters(city.location, { lat: coordinates.lat, lon: coordinates.long }) > NEAR_METERS;
  if (title === "" || link === null || isAway) return null;
  const { searchParams } = new URL(link);
  const per = perOf(price?.description);
  // The answer names no currency but in its addresses: one that says another is believed.
  const currency = (searchParams.get("currency") ?? asked).toUpperCase();
  const isRated = (number_of_ratings ?? 0) > 0;
  return {
    ...{ provider, productId: String(sold.tour_id), title, link, affiliateCode: searchParams.get("partner_id") },
    priceFrom:
      per &&
      startingPrice(
        { amount: price?.values?.amount, currency, asked, per },
        { provider, priceSeconds: PRICE_SECONDS, basis: vendor.basis, now: vendor.now },
      ),
    durationMinutes: durationOf(sold),
    rating: isRated ? (overall_rating ?? null) : null,
    reviewCount: number_of_ratings ?? null,
    // Whether it costs anything is in prose alone: only what cannot be cancelled is known.
    isFreeToCancel: cancellation_policy?.cancellable === false ? false : null,
  };
}
