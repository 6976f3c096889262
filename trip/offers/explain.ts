/** Why an offer stands where it does, in a few plain words beside the cheapest: what more it costs, and what for. */
import { counted, distanceText, durationText } from "../export/words.ts";
import { distanceMeters } from "../geo.ts";
import { formatMoney } from "../money.ts";
import type { FlightOffer, StayOffer } from "../offer.ts";
import { costOf, type Purse } from "./cost.ts";
import { changesOf, legsOf } from "./legs.ts";
import { isEarly, isLate } from "./rank.ts";
import type { Taste } from "./taste.ts";

/** More is more than anybody reads. */
export const EXPLAINED = 10;

/** Below that, two flights take equally long. */
const LEAST_MINUTES = 30;
/** A score of fewer guests is not worth a word. */
const LEAST_REVIEWS = 10;

const SHORT_DATE = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
export const shortDate = (date: string): string => SHORT_DATE.format(new Date(`${date}T00:00:00Z`));

type Comparable = FlightOffer | StayOffer;

function cheapestOf<Offer extends Comparable>(offers: readonly Offer[], purse: Purse): Offer | null {
  const costs = offers.flatMap((offer) => {
    const cost = costOf(offer, purse);
    return cost === null ? [] : [{ offer, cost }];
  });
  return costs.length === 0 ? null : costs.reduce((least, each) => (each.cost < least.cost ? each : least)).offer;
}

function costWords(offer: Comparable, cheapest: Comparable | null, purse: Purse): string {
  const cost = costOf(offer, purse);
  const least = cheapest && costOf(cheapest, purse);
  if (cost === null || least === null) return "its price cannot be compared";
  if (cost === least) return "cheapest";
  return `${formatMoney({ amountMinor: cost - least, currency: purse.currency })} more`;
}

const minutesOf = (offer: FlightOffer): number =>
  legsOf(offer).reduce((sum, { durationMinutes }) => sum + durationMinutes, 0);

function timeWords(offer: FlightOffer, cheapest: FlightOffer | null): string[] {
  const more = cheapest ? minutesOf(offer) - minutesOf(cheapest) : 0;
  if (Math.abs(more) < LEAST_MINUTES) return [];
  return [`${durationText(Math.abs(more))} ${more < 0 ? "shorter" : "longer"}`];
}

function changeWords(offer: FlightOffer): string[] {
  const changes = legsOf(offer).map(changesOf);
  const total = changes.reduce<number | null>((sum, each) => (sum === null || each === null ? null : sum + each), 0);
  const risk = offer.isSelfTransfer ? ["changing planes at your own risk"] : [];
  return total === null ? risk : [counted(total, "change", total === 0 ? "change" : "changes"), ...risk];
}

function hourWords(offer: FlightOffer): string[] {
  return legsOf(offer).flatMap(({ departureAt, arrivalAt }) => [
    ...(isEarly(departureAt) ? [`leaves at ${departureAt.slice(11, 16)}`] : []),
    ...(isLate(arrivalAt) ? [`lands at ${arrivalAt.slice(11, 16)}`] : []),
  ]);
}

export function explainFlights(ranked: readonly FlightOffer[], purse: Purse): FlightOffer[] {
  const cheapest = cheapestOf(ranked, purse);
  return ranked.map((offer, index) => {
    if (index >= EXPLAINED) return offer;
    const words = [
      costWords(offer, cheapest, purse),
      ...timeWords(offer, cheapest),
      ...changeWords(offer),
      ...hourWords(offer),
      ...(offer.isRefundable ? ["refundable"] : []),
    ];
    return { ...offer, reason: words.join(", ") };
  });
}

function guestWords({ guestRating, reviewCount }: StayOffer): string[] {
  if (guestRating == null || (reviewCount ?? 0) < LEAST_REVIEWS) return [];
  return [`${guestRating.toFixed(1)} of 10 from ${new Intl.NumberFormat("en").format(reviewCount ?? 0)} guests`];
}

export function explainStays(ranked: readonly StayOffer[], purse: Purse, { near }: Taste): StayOffer[] {
  const cheapest = cheapestOf(ranked, purse);
  return ranked.map((offer, index) => {
    if (index >= EXPLAINED) return offer;
    const { dueAtProperty, freeCancellationUntil, location } = offer;
    const words = [
      costWords(offer, cheapest, purse),
      ...(dueAtProperty && dueAtProperty.amountMinor > 0 ? [`with ${formatMoney(dueAtProperty)} due there`] : []),
      ...guestWords(offer),
      ...(near && location ? [`${distanceText(distanceMeters(location, near))} from your days`] : []),
      ...(freeCancellationUntil ? [`free to cancel until ${shortDate(freeCancellationUntil)}`] : []),
    ];
    return { ...offer, reason: words.join(", ") };
  });
}
