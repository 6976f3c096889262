/**
 * The same thing sold by several vendors, shown once: where it costs least, with the others' prices and links beside it.
 * A vendor that lists a thing twice means two things by it (another fare, another room), so only its cheapest takes
 * part. Nothing is lost, nothing depends on the order of the vendors, and what is not for sale (a sandbox) never meets
 * what is.
 */
import type { FlightOffer, StayOffer } from "../offer.ts";
import { costOf, isStay, type Purse } from "./cost.ts";
import { fareKey, flightKey } from "./same-flight.ts";
import { byProperty, termsKey } from "./same-property.ts";

type AnyOffer = FlightOffer | StayOffer;
type AlsoAt = NonNullable<AnyOffer["alsoAt"]>[number];

const idOf = ({ provider, offerId }: { provider: string; offerId: string }): string =>
  JSON.stringify([provider, offerId]);

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Cheapest first; of one cost, first what is sure. A total order, so that every order of vendors ends in one. */
function byCost(purse: Purse): (a: AnyOffer, b: AnyOffer) => number {
  const cost = (offer: AnyOffer): number => costOf(offer, purse) ?? Number.POSITIVE_INFINITY;
  const isUnsure = (offer: AnyOffer): number => (isStay(offer) && offer.dueAtProperty == null ? 1 : 0);
  return (a, b) => {
    const [left, right] = [cost(a), cost(b)];
    if (left !== right) return left < right ? -1 : 1;
    return isUnsure(a) - isUnsure(b) || byText(idOf(a), idOf(b)) || byText(JSON.stringify(a), JSON.stringify(b));
  };
}

/** Who says nothing of its terms is taken to sell on those of the cheapest: there such offers are found. */
function byTerms<Offer extends AnyOffer>(sorted: readonly Offer[], termsOf: (offer: Offer) => string): Offer[][] {
  const classes = Map.groupBy(sorted, termsOf);
  const silent = classes.get("") ?? [];
  const first = sorted.find((offer) => termsOf(offer) !== "");
  if (!first || silent.length === 0) return [...classes.values()];
  const [said, joined] = [termsOf(first), new Set([...(classes.get(termsOf(first)) ?? []), ...silent])];
  classes.delete("");
  classes.set(
    said,
    sorted.filter((offer) => joined.has(offer)),
  );
  return [...classes.values()];
}

/** One of each vendor together, the rest by themselves. */
function oneEach<Offer extends AnyOffer>(sorted: readonly Offer[]): Offer[][] {
  const first = new Map<string, Offer>();
  for (const offer of sorted) if (!first.has(offer.provider)) first.set(offer.provider, offer);
  const together = [...first.values()];
  return [together, ...sorted.filter((offer) => !together.includes(offer)).map((offer) => [offer])];
}

function unique<Offer extends AnyOffer>(sorted: readonly Offer[]): Offer[] {
  return [...new Map(sorted.toReversed().map((offer) => [idOf(offer), offer])).values()].toReversed();
}

const otherOf = ({ provider, offerId, price, link }: AnyOffer): AlsoAt => ({ provider, offerId, price, link });

/** The cheapest of them, as it is but for the others beside it. */
function joined<Offer extends AnyOffer>([best, ...others]: readonly Offer[]): Offer[] {
  if (!best) return [];
  const told = [...(best.alsoAt ?? []), ...others.flatMap((other) => [otherOf(other), ...(other.alsoAt ?? [])])];
  const alsoAt = [...new Map(told.toReversed().map((other) => [idOf(other), other])).values()].toReversed();
  return [alsoAt.length === 0 ? best : { ...best, alsoAt }];
}

interface Sameness<Offer> {
  groups(offers: readonly Offer[]): Offer[][];
  terms(offer: Offer): string;
}

function merged<Offer extends AnyOffer>(
  offers: readonly Offer[],
  purse: Purse,
  { groups, terms }: Sameness<Offer>,
): Offer[][] {
  const compare = byCost(purse);
  const kinds = Map.groupBy(unique(offers.toSorted(compare)), ({ price }) => price.basis === "sandbox");
  return [...kinds.values()].flatMap((kind) =>
    groups(kind).flatMap((group) => byTerms(group.toSorted(compare), terms).flatMap(oneEach)),
  );
}

export function mergeFlights(offers: readonly FlightOffer[], purse: Purse): FlightOffer[] {
  const groups = (kind: readonly FlightOffer[]): FlightOffer[][] => {
    const keyed = Map.groupBy(kind, flightKey);
    const alone = keyed.get(null) ?? [];
    keyed.delete(null);
    return [...keyed.values(), ...alone.map((offer) => [offer])];
  };
  return merged(offers, purse, { groups, terms: fareKey }).flatMap(joined);
}

/** Of the house, not of the room or the price: whoever knows it knows it for all. */
function withHouse([best, ...others]: StayOffer[]): StayOffer[] {
  if (!best) return [];
  const first = <Key extends keyof StayOffer>(key: Key): StayOffer[Key] =>
    best[key] ?? others.find((other) => other[key] != null)?.[key] ?? best[key];
  const rated = [best, ...others]
    .filter(({ guestRating }) => guestRating != null)
    .sort((a, b) => (b.reviewCount ?? 0) - (a.reviewCount ?? 0))[0];
  const house = {
    ...{ location: first("location"), address: first("address"), stars: first("stars") },
    ...(rated && { guestRating: rated.guestRating, reviewCount: rated.reviewCount }),
  };
  const known = Object.fromEntries(Object.entries(house).filter(([, value]) => value !== undefined));
  return [{ ...best, ...known }, ...others];
}

export function mergeStays(offers: readonly StayOffer[], purse: Purse): StayOffer[] {
  const groups = merged(offers, purse, { groups: byProperty, terms: termsKey });
  return groups.map(withHouse).flatMap(joined);
}
