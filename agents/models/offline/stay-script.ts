/** Another bed, or flights: searched anew; offers are chosen only with a person's yes, estimates never. */

import { daysBetween } from "../../../trip/calendar.ts";
import { formatEstimate } from "../../../trip/money.ts";
import { roomsFor } from "../../../trip/offers/rooms.ts";
import { seatsNotice, seatsToSearch } from "../../../trip/offers/seats.ts";
import { priceWords } from "./offers-told.ts";
import type { TripContext } from "./plan-in-view.ts";
import { citiesResultSchema, failureIn, type OffersSeen, offersResultSchema, read, type StaySeen } from "./results.ts";
import { callOne, type Script } from "./script.ts";
import { counted, listOf } from "./words.ts";

const UNDO_HINT = "Say “undo that” and the one before comes back.";
function linksTold({ links }: OffersSeen): string {
  const names = [...new Set((links ?? []).map(({ provider, url }) => `${provider} (${url})`))];
  return names.length > 0 ? ` You can look for them at ${listOf(names)}.` : "";
}

/** For the whole stay, so that prices by night and by stay can be put side by side. */
function totalOf({ price }: StaySeen, nights: number): number {
  if (!price) return Number.POSITIVE_INFINITY;
  return price.per === "night" ? price.amountMinor * nights : price.amountMinor;
}

/** "€120 per night", as the context has it; `null` for what cannot be read. */
function knownTotal(words: string | undefined, nights: number): number | null {
  const match = /([\d.,]+)(?: ?\p{L}+)? per (\w+)/u.exec(words ?? "");
  if (!match?.[1]) return null;
  const amount = Number(match[1].replaceAll(/[,](?=\d{3})/g, "")) * 100;
  return match[2] === "night" ? amount * nights : amount;
}

type City = TripContext["cities"][number];

function noOffers(found: OffersSeen, city: City, isCheaper: boolean): string {
  const tip = isCheaper ? " I can plan with a cheaper style instead: say “make it cheaper”." : "";
  if (!found.estimate) return `I found nothing for ${city.name} on these dates.${linksTold(found)}${tip}`;
  const about = formatEstimate(found.estimate);
  return `No provider has rooms for ${city.name} now, so I have no hotels to choose from: only an estimate, about ${about} for the stay. ${found.notices.join(" ")}${linksTold(found)}${tip}`;
}

const guests = ({ travelers }: TripContext): { guests: number; rooms: number } => {
  return { guests: travelers, rooms: roomsFor(travelers) };
};

/** The budget's, in which what is chosen is reckoned and set beside what was chosen before. */
const currencyOf = ({ currency }: TripContext): { currency?: string } => (currency ? { currency } : {});

function* stayIn(city: City, trip: TripContext, wish: "cheaper" | "other"): Script {
  const result = yield* callOne("search_hotels", {
    ...{ cityId: city.id, checkInDate: city.from, checkOutDate: city.to },
    ...guests(trip),
    ...currencyOf(trip),
  });
  const failure = failureIn(result);
  const found = read(offersResultSchema, result);
  if (failure || !found) return failure?.message ?? "I could not look for rooms just now. Please try again.";
  const nights = Math.max(1, daysBetween(city.from, city.to));
  const offers = [...(found.stays ?? [])].sort((a, b) => totalOf(a, nights) - totalOf(b, nights));
  const [cheapest] = offers;
  if (!cheapest) return noOffers(found, city, wish === "cheaper");
  const now = trip.stays.find(({ cityId }) => cityId === city.id);
  if (wish === "other") {
    const some = offers.slice(0, 4).map((stay) => `${stay.propertyName} (${priceWords(stay)})`);
    return `In ${city.name} I found ${counted(offers.length, "room", "rooms")}: ${listOf(some)}. Say “the cheapest hotel” and I put it into the plan.`;
  }
  const before = knownTotal(now?.price, nights);
  if (now && (now.name === cheapest.propertyName || (before !== null && totalOf(cheapest, nights) >= before))) {
    return `I find nothing cheaper in ${city.name} than ${now.name} (${now.price}).`;
  }
  return yield* choose(cheapest, city, { trip, now: now?.name ?? null });
}

const NOT_APPROVED: ReadonlySet<string> = new Set(["not_approved", "not_allowed"]);

function* choose(stay: StaySeen, city: City, { trip, now }: { trip: TripContext; now: string | null }): Script {
  const { provider, offerId } = stay;
  const result = yield* callOne("choose_offer", { tripId: trip.id, kind: "stay", provider, offerId, cityId: city.id });
  const failure = failureIn(result);
  if (failure && NOT_APPROVED.has(failure.code)) return `Fine, ${now ? `you keep ${now}` : "I left it as it was"}.`;
  if (failure) return failure.message;
  const instead = now ? `, instead of ${now}` : "";
  return `Done: ${stay.propertyName} in ${city.name}, ${priceWords(stay)} from ${provider}${instead}. Nothing is booked. ${UNDO_HINT}`;
}

/** The city that was named; else where there is a bed already, else all of them. */
export function* otherStay(wish: "cheaper" | "other", cityName: string | null, trip: TripContext): Script {
  const sleeping = trip.cities.filter(({ from, to }) => to > from);
  const named = sleeping.filter(({ name }) => name === cityName);
  const withBed = sleeping.filter(({ id }) => trip.stays.some(({ cityId }) => cityId === id));
  const cities = named.length > 0 ? named : withBed.length > 0 ? withBed : sleeping;
  if (cities.length === 0) return "This trip has no night to find a bed for.";
  const told: string[] = [];
  for (const city of cities.slice(0, 3)) told.push(yield* stayIn(city, trip, wish));
  return told.join(" ");
}

function flightsTold(found: OffersSeen, route: string): string {
  const count = found.flights?.length ?? 0;
  if (count > 0) return `I found ${counted(count, "flight", "flights")} ${route}.${linksTold(found)}`;
  if (!found.estimate) return `I found no flights ${route}.${linksTold(found)}`;
  return `No provider has flights ${route} now: by estimate, reckon with about ${formatEstimate(found.estimate)}. ${found.notices.join(" ")}${linksTold(found)}`;
}

const IATA = /\(([A-Z]{3})\)/;

export function* findFlights(trip: TripContext): Script {
  const origin = IATA.exec(trip.origin ?? "")?.[1];
  const [first] = trip.cities;
  if (!origin || !first)
    return "Tell me where you set out from when you plan a trip, such as “flying from Berlin”, and I look at flights.";
  const cities =
    read(citiesResultSchema, yield* callOne("search_cities", { query: first.name, limit: 3 }))?.cities ?? [];
  const destination = cities.find(({ id }) => id === first.id)?.iataCode;
  if (!destination) return `I know no airport for ${first.name}.`;
  const passengers = seatsToSearch(trip.travelers);
  const result = yield* callOne("search_flights", {
    ...{ origin, destination, departureDate: trip.startDate, returnDate: trip.endDate, passengers },
    ...currencyOf(trip),
  });
  const failure = failureIn(result);
  const found = read(offersResultSchema, result);
  if (failure || !found) return failure?.message ?? "I could not look for flights just now. Please try again.";
  const group = seatsNotice(trip.travelers, passengers);
  return [flightsTold(found, `from ${origin} to ${destination}`), group].filter(Boolean).join(" ");
}
