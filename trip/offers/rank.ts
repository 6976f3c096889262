/**
 * The order in which offers are shown: by cost as a multiple of the cheapest plus what the rest is worth
 * (`taste.ts`). Every criterion only ever counts against an offer, so what is no better in anything and worse in
 * something never stands above.
 */
import { distanceMeters } from "../geo.ts";
import type { FlightOffer, StayOffer } from "../offer.ts";
import { costOf, type Purse } from "./cost.ts";
import { changesOf, legsOf } from "./legs.ts";
import { flightWeights, stayWeights, type Taste } from "./taste.ts";

/** Less is better in each; cost comes first. */
export type Criteria = readonly number[];

/** Half of the way between the two: who says nothing is not trusted with the better and not blamed for the worse. */
const UNKNOWN = 0.5;
const notRefundable = (isRefundable: boolean | null | undefined): number =>
  isRefundable == null ? UNKNOWN : isRefundable ? 0 : 1;

/** Hours of the airport's clock. */
const MORNING = "06:00";
const NIGHT = "23:00";
const wallTime = (at: string): string => at.slice(11, 16);

export const isEarly = (departureAt: string): boolean => wallTime(departureAt) < MORNING;
export const isLate = (arrivalAt: string): boolean => wallTime(arrivalAt) >= NIGHT || wallTime(arrivalAt) < MORNING;

/** Cost, hours of both ways, changes (one more for a change at one's own risk), odd hours, refundability. */
export function flightCriteria(offer: FlightOffer, purse: Purse): Criteria {
  const legs = legsOf(offer);
  const sum = (of: (leg: (typeof legs)[number]) => number): number => legs.reduce((all, leg) => all + of(leg), 0);
  return [
    costOf(offer, purse) ?? Number.POSITIVE_INFINITY,
    sum(({ durationMinutes }) => durationMinutes) / 60,
    sum((leg) => changesOf(leg) ?? UNKNOWN) + (offer.isSelfTransfer ? 1 : 0),
    sum(({ departureAt, arrivalAt }) => Number(isEarly(departureAt)) + Number(isLate(arrivalAt))),
    notRefundable(offer.isRefundable),
  ];
}

/** What a house that nobody has written about is taken for, and how many reviews it takes to outweigh that. */
const USUAL_RATING = 7.5;
const USUAL_REVIEWS = 20;
/** Where somebody gives a score and not how many gave it. */
const FEW_REVIEWS = 5;

/** Ten says little when two guests say it. */
export function shrunkRating({ guestRating, reviewCount }: Pick<StayOffer, "guestRating" | "reviewCount">): number {
  if (guestRating == null) return USUAL_RATING;
  const count = reviewCount ?? FEW_REVIEWS;
  return (count * guestRating + USUAL_REVIEWS * USUAL_RATING) / (count + USUAL_REVIEWS);
}

/** Somewhere in town. */
const UNKNOWN_KILOMETRES = 3;

function kilometresFrom({ location }: StayOffer, { near }: Taste): number {
  if (!near) return 0;
  return location ? distanceMeters(location, near) / 1000 : UNKNOWN_KILOMETRES;
}

/** Cost with dues, points short of ten, kilometres from the days, refundability, dues that nobody tells. */
export function stayCriteria(offer: StayOffer, purse: Purse, taste: Taste): Criteria {
  return [
    costOf(offer, purse) ?? Number.POSITIVE_INFINITY,
    10 - shrunkRating(offer),
    kilometresFrom(offer, taste),
    notRefundable(offer.freeCancellationUntil ? true : offer.isRefundable),
    offer.dueAtProperty == null ? 1 : 0,
  ];
}

interface Ranked<Offer> {
  offer: Offer;
  score: number;
  criteria: Criteria;
}

const byNumber = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

function byRank(a: Ranked<{ provider: string; offerId: string }>, b: typeof a): number {
  const [left, right] = [
    JSON.stringify([a.offer.provider, a.offer.offerId]),
    JSON.stringify([b.offer.provider, b.offer.offerId]),
  ];
  const apart = a.criteria.findIndex((value, index) => value !== b.criteria[index]);
  // Of one score, first what is better in the first thing that they differ in: whatever dominates is.
  const better = apart === -1 ? 0 : byNumber(a.criteria[apart] ?? 0, b.criteria[apart] ?? 0);
  return byNumber(a.score, b.score) || better || (left < right ? -1 : left > right ? 1 : 0);
}

function ranked<Offer extends { provider: string; offerId: string }>(
  offers: readonly Offer[],
  criteriaOf: (offer: Offer) => Criteria,
  weights: readonly number[],
): Offer[] {
  const judged = offers.map((offer) => ({ offer, criteria: criteriaOf(offer) }));
  const cheapest = Math.max(1, Math.min(...judged.map(({ criteria: [cost = 0] }) => cost)));
  return judged
    .map(({ offer, criteria }): Ranked<Offer> => {
      const [cost = 0, ...rest] = criteria;
      const isComparable = Number.isFinite(cost);
      const worth = rest.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0);
      return { offer, criteria, score: isComparable ? cost / cheapest + worth : Number.POSITIVE_INFINITY };
    })
    .sort(byRank)
    .map(({ offer }) => offer);
}

export function rankFlights(offers: readonly FlightOffer[], purse: Purse, taste: Taste): FlightOffer[] {
  const { hour, change, oddHour, notRefundable: refund } = flightWeights(taste);
  return ranked(offers, (offer) => flightCriteria(offer, purse), [hour, change, oddHour, refund]);
}

export function rankStays(offers: readonly StayOffer[], purse: Purse, taste: Taste): StayOffer[] {
  const { ratingPoint, kilometre, notRefundable: refund, unsureDues } = stayWeights(taste);
  return ranked(offers, (offer) => stayCriteria(offer, purse, taste), [ratingPoint, kilometre, refund, unsureDues]);
}
