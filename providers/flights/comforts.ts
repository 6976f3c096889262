/** What a fare includes, in our words: the cabin, and how many bags a person may bring on every flight of the journey. */
import type { FlightOffer } from "../../trip/offer.ts";

type CabinClass = NonNullable<FlightOffer["cabinClass"]>;
export type Bags = NonNullable<FlightOffer["bags"]>;

const CABINS: readonly CabinClass[] = ["economy", "premium_economy", "business", "first"];

/** "PREMIUM_ECONOMY", "Premium economy": as vendors spell it. */
export function cabinClassOf(text: string | null | undefined): CabinClass | null {
  const word = text
    ?.trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, "_");
  return CABINS.find((cabin) => cabin === word) ?? null;
}

/** Of flights in several cabins the lowest; `null` where one is not known. */
export function lowestCabin(cabins: readonly (CabinClass | null)[]): CabinClass | null {
  if (cabins.length === 0 || cabins.includes(null)) return null;
  return CABINS.find((cabin) => cabins.includes(cabin)) ?? null;
}

const MOST_BAGS = 9;

function fewest(counts: readonly (number | null)[]): number | null {
  if (counts.length === 0) return null;
  const known = counts.flatMap((count) =>
    count !== null && Number.isInteger(count) && count >= 0 && count <= MOST_BAGS ? [count] : [],
  );
  return known.length < counts.length ? null : Math.min(...known);
}

/** What may come along on all of them: the fewest of each kind; `null` where one flight does not say. */
export function fewestBags(flights: readonly Bags[]): Bags | null {
  const cabin = fewest(flights.map((bags) => bags.cabin));
  const checked = fewest(flights.map((bags) => bags.checked));
  return cabin === null && checked === null ? null : { cabin, checked };
}
