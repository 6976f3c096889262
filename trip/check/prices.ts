/** Every price says who quoted it and when, agrees with what was quoted, and has not run out. */
import { partyAmount } from "../budget.ts";
import { isDate } from "../calendar.ts";
import { formatMoney, isPrice, type Price } from "../money.ts";
import { type Violation, violation } from "../verdict.ts";
import type { CheckContext, JudgedItem } from "./context.ts";
import { dayName } from "./phrases.ts";

interface Quote {
  price: Price;
  path: string;
  name: string;
  isBooked: boolean;
}

function itemQuotes({ items }: CheckContext): (Quote & { judged: JudgedItem })[] {
  return items.flatMap((judged) => {
    const { cost, status } = judged.item;
    if (cost === null || !isPrice(cost)) return [];
    return [{ price: cost, path: judged.path, name: judged.name, isBooked: status === "completed", judged }];
  });
}

/** Offers stand beside the itinerary in the plan document, and are pointed at there. */
function offerQuotes({ facts }: CheckContext): Quote[] {
  return [
    ...facts.flights.map(({ price, status, departureAirport, arrivalAirport }, index) => ({
      price,
      path: `flights[${index}]`,
      name: `The flight from ${departureAirport} to ${arrivalAirport}`,
      isBooked: status === "booked",
    })),
    ...facts.stays.map(({ price, status, propertyName }, index) => ({
      price,
      path: `stays[${index}]`,
      name: propertyName,
      isBooked: status === "booked",
    })),
  ];
}

export function unsourcedPriceRule(context: CheckContext): Violation[] {
  const unnamed = [...itemQuotes(context), ...offerQuotes(context)]
    .filter(({ price }) => price.provider.trim() === "" || !isDate(price.fetchedAt.slice(0, 10)))
    .map(({ price, path, name }) => {
      const message = `${formatMoney(price)} for ${name} does not say who quoted it and when.`;
      return violation("unsourced_price", path, message);
    });
  const accused = new Set(unnamed.map(({ path }) => path));
  const invented = itemQuotes(context)
    .filter(({ path }) => !accused.has(path))
    .flatMap(({ price, judged }) => contradicted(context, judged, price));
  return [...unnamed, ...invented];
}

/** A place's price is the catalogue's; where it knows none, nobody quoted one. */
function contradicted({ trip }: CheckContext, { place, path }: JudgedItem, price: Price): Violation[] {
  if (!place) return [];
  const { admission, name } = place;
  if (!admission) {
    const message = `${formatMoney(price)} for ${name} is not a price we know of: leave it open, or give an estimate.`;
    return [violation("unsourced_price", path, message)];
  }
  const said = partyAmount(price, trip.travelers);
  const known = partyAmount(admission, trip.travelers);
  if (said.amountMinor === known.amountMinor && said.currency === known.currency) return [];
  const message = `${name} costs ${formatMoney(known)} for everybody according to ${admission.provider}; the plan says ${formatMoney(said)}.`;
  return [violation("unsourced_price", path, message)];
}

export function offerExpiredRule(context: CheckContext): Violation[] {
  const { today } = context.facts;
  return [...itemQuotes(context), ...offerQuotes(context)].flatMap(({ price, path, name, isBooked }) => {
    const until = price.expiresAt?.slice(0, 10);
    if (isBooked || until === undefined || !isDate(until) || until >= today) return [];
    const message = `${name}: the price of ${formatMoney(price)} was good until ${dayName(until)}. Look it up again.`;
    return [violation("offer_expired", path, message)];
  });
}
