/**
 * Where something of a plan can be booked. A link leads to a product of whoever sells it, with the price where its prices
 * start, or it is a search that a person goes on with; the two are never mistaken for each other.
 */
import { z } from "zod";
import { priceSchema } from "./money.ts";
import { speaksOf } from "./name-agreement.ts";
import type { Place } from "./place.ts";
import type { Tour, VendorFailure } from "./vendor-ports.ts";

export const bookableSchema = z.object({
  /** The seller's name; of a search it says so. */
  provider: z.string(),
  url: z.url(),
  isSearch: z.boolean(),
  /** Where prices start, on no particular day; never of a search. */
  priceFrom: priceSchema.nullable(),
  /** Whoever runs this program is paid when it is followed and something booked. */
  isAffiliate: z.boolean(),
});
export type Bookable = z.infer<typeof bookableSchema>;

/** A row: what can be booked, by whom it was said, and until when it may be kept. */
export interface KeptLink {
  readonly on: { readonly type: "trip" | "attraction"; readonly id: string };
  readonly provider: string;
  readonly url: string;
  readonly priceFrom: Bookable["priceFrom"];
  readonly affiliateCode: string | null;
  /** Instants. */
  readonly cachedAt: string;
  readonly expiresAt: string | null;
}

const MOST_LABEL = 50;
const SEARCH = " (search)";

/** "Viator (search)", "Booking.com: Lisbon, 2027-05-10 (search)": a link's name is what tells it from the others. */
export function searchLabel(provider: string, where = "", date = ""): string {
  const rest = `${date === "" ? "" : `, ${date}`}${SEARCH}`;
  const name = where === "" ? provider : `${provider}: ${where}`;
  return `${name.slice(0, MOST_LABEL - rest.length).trimEnd()}${rest}`;
}

export const isSearchLabel = (label: string): boolean => label.endsWith(SEARCH);

export function toBookable({ provider, url, priceFrom, affiliateCode }: KeptLink): Bookable {
  return { provider, url, priceFrom, isSearch: isSearchLabel(provider), isAffiliate: affiliateCode !== null };
}

/** The product that most people have judged, of those that speak of the place: what sellers rank by, they are paid for. */
export function tourOf({ name, nameLocal }: Pick<Place, "name" | "nameLocal">, tours: readonly Tour[]): Tour | null {
  const names = nameLocal === null ? [name] : [name, nameLocal];
  const about = tours.filter(({ title }) => names.some((one) => speaksOf(title, one)));
  return about.toSorted((a, b) => (b.reviewCount ?? 0) - (a.reviewCount ?? 0))[0] ?? null;
}

/** Nobody sells a ticket to what is free; where nobody knows what it costs, somebody may. */
export function mayNeedTicket({ admission, bookingNeeded }: Pick<Place, "admission" | "bookingNeeded">): boolean {
  return bookingNeeded === true || admission === null || admission.amountMinor > 0;
}

/** By place id; and who was asked and did not answer. */
export interface PlanLinks {
  readonly ofPlaces: ReadonlyMap<string, readonly Bookable[]>;
  readonly failures: readonly VendorFailure[];
}
