/** What Viator says of a product, the little of it that we read, and what becomes of it. */
import { z } from "zod";
import type { Tour } from "../../trip/vendor-ports.ts";
import type { OpenVendor } from "../kernel/descriptor.ts";
import { plainText } from "../kernel/plain-text.ts";
import { eachUsable } from "../tours/each-usable.ts";
import { sellerLink } from "../tours/seller-link.ts";
import { startingPrice } from "../tours/starting-price.ts";

const minutes = z.int().nonnegative().nullish();

const productSchema = z.object({
  productCode: z.string().min(1).max(100),
  title: z.string(),
  productUrl: z.string().nullish(),
  pricing: z
    .object({ summary: z.object({ fromPrice: z.number().nullish() }).nullish(), currency: z.string().nullish() })
    .nullish()
    .catch(null),
  duration: z
    .object({
      fixedDurationInMinutes: minutes,
      variableDurationFromMinutes: minutes,
      variableDurationToMinutes: minutes,
    })
    .nullish()
    .catch(null),
  reviews: z
    .object({ totalReviews: z.int().nonnegative(), combinedAverageRating: z.number().min(0).max(5).nullish() })
    .nullish()
    .catch(null),
  flags: z.array(z.string()).nullish().catch(null),
});
type Product = z.infer<typeof productSchema>;

const products = eachUsable(productSchema);
export const searchedSchema = z.object({ products });
export const freetextSchema = z.object({ products: z.object({ results: products.optional() }) });
export type Products = Product[];

export const SITES = ["viator.com"];
export const PRICE_SECONDS = 86_400;
const TITLE_CHARS = 200;

/** Of a range its longer end: a day is planned around it. */
function durationOf({ duration }: Product): number | null {
  const known = [
    duration?.fixedDurationInMinutes,
    duration?.variableDurationToMinutes,
    duration?.variableDurationFromMinutes,
  ];
  return known.find((one) => one != null && one > 0) ?? null;
}

/** `null` for what cannot be told or booked. */
export function toTour(product: Product, asked: string, vendor: OpenVendor, provider: string): Tour | null {
  const { productCode, pricing, reviews, flags } = product;
  const title = plainText(product.title, TITLE_CHARS);
  const link = sellerLink(product.productUrl, SITES);
  if (title === "" || link === null) return null;
  const isRated = reviews != null && reviews.totalReviews > 0;
  return {
    ...{ provider, productId: plainText(productCode, 100), title, link },
    affiliateCode: new URL(link).searchParams.get("pid"),
    priceFrom: startingPrice(
      { amount: pricing?.summary?.fromPrice, currency: pricing?.currency, asked, per: "person" },
      { provider, priceSeconds: PRICE_SECONDS, basis: vendor.basis, now: vendor.now },
    ),
    durationMinutes: durationOf(product),
    rating: isRated ? (reviews.combinedAverageRating ?? null) : null,
    reviewCount: reviews?.totalReviews ?? null,
    isFreeToCancel: flags?.includes("FREE_CANCELLATION") ?? null,
  };
}
