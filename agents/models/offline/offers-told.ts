/** Flights and rooms that a search found, in a sentence or two: the best first, and who could not be asked. */
import { formatEstimate, formatMoney } from "../../../trip/money.ts";
import type { FlightSeen, OffersSeen, StaySeen } from "./results.ts";
import { counted, listOf, sentence } from "./words.ts";

export const PER: Readonly<Record<string, string>> = {
  night: "a night",
  stay: "for the stay",
  person: "a person",
  party: "for everybody",
};

export const priceWords = ({ price }: Pick<StaySeen, "price">): string =>
  price ? `${formatMoney(price)} ${PER[price.per] ?? ""}`.trim() : "at a price that is not given";

function flightWords(flight: FlightSeen): string {
  const { airlineCode, flightNumber, departureAirport, arrivalAirport, departureAt, provider } = flight;
  const name = [airlineCode, flightNumber].filter(Boolean).join(" ");
  const way = `${departureAirport}–${arrivalAirport} at ${departureAt.slice(11, 16)}`;
  return `${[name, way].filter(Boolean).join(", ")}, ${priceWords(flight)} (${provider})`;
}

const stayWords = (stay: StaySeen): string => `${stay.propertyName}, ${priceWords(stay)} (${stay.provider})`;

type Interval = NonNullable<OffersSeen["estimate"]>;

/** One interval for all the legs or stays; `null` when they are in several currencies. */
function together(estimates: readonly Interval[]): Interval | null {
  const [first, ...others] = estimates;
  if (!first || others.some(({ currency }) => currency !== first.currency)) return null;
  const sum = (pick: (estimate: Interval) => number): number => estimates.reduce((all, each) => all + pick(each), 0);
  return {
    lowMinor: sum(({ lowMinor }) => lowMinor),
    highMinor: sum(({ highMinor }) => highMinor),
    currency: first.currency,
  };
}

/** Each search that found something by its best offer. */
function foundWords(kind: "Flights" | "Stays", found: readonly OffersSeen[]): string {
  const count = found.reduce((sum, { flights, stays }) => sum + (flights?.length ?? 0) + (stays?.length ?? 0), 0);
  if (count === 0) return "";
  const best = found.flatMap(({ flights, stays }) => [
    ...(flights ?? []).slice(0, 1).map(flightWords),
    ...(stays ?? []).slice(0, 1).map(stayWords),
  ]);
  return `${kind}: I found ${counted(count, "offer", "offers")}; best first ${listOf(best)}.`;
}

function missingWords(kind: "Flights" | "Stays", found: readonly OffersSeen[]): string {
  const without = found.filter(({ flights, stays }) => (flights ?? []).length + (stays ?? []).length === 0);
  const interval = together(without.flatMap(({ estimate }) => estimate ?? []));
  if (!interval) return "";
  const links = [...new Set(without.flatMap((outcome) => (outcome.links ?? []).map(({ provider }) => provider)))];
  const where = links.length > 0 ? ` You can look for them at ${listOf(links)}.` : "";
  const rest = without.length < found.length ? "for the rest no offers" : "no offers";
  return `${kind}: ${rest}, but about ${formatEstimate(interval)} by estimate.${where}`;
}

/** Who did not answer, how old prices are: as the search says it, once. */
function noticesOf(found: readonly OffersSeen[]): string[] {
  const plain = /^(?:No provider has an offer|The best \d+ of|Whether anything is due)/;
  const told = found.flatMap(({ notices }) => notices.filter((notice) => !plain.test(notice)));
  return [...new Set(told)].map(sentence);
}

export function tellOffers(kind: "Flights" | "Stays", found: readonly OffersSeen[]): string {
  return [foundWords(kind, found), missingWords(kind, found), ...noticesOf(found)].filter(Boolean).join(" ");
}
