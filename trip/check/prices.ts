/** Every price says who quoted it and when, agrees with what was quoted, and has not run out. */
import { freeAdmission } from "../admission.ts";
import { partyAmount } from "../budget.ts";
import { addDays, isDate } from "../calendar.ts";
import { formatMoney, isPrice, type Price } from "../money.ts";
import { isExpired } from "../offers/expiry.ts";
import { type Violation, violation } from "../verdict.ts";
import type { CheckContext, JudgedItem } from "./context.ts";
import { dayName, dayNameWithYear } from "./phrases.ts";

interface Quote {
  price: Price;
  path: string;
  name: string;
  isBooked: boolean;
}

function itemQuotes({ items, facts }: CheckContext): (Quote & { judged: JudgedItem })[] {
  return items.flatMap((judged) => {
    const { cost, status } = judged.item;
    if (cost === null || !isPrice(cost)) return [];
    const isBooked = status === "completed" && judged.date <= facts.today;
    return [{ price: cost, path: judged.path, name: judged.name, isBooked, judged }];
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

const REQUOTE = "ask for the price again, or leave it open";

export function unsourcedPriceRule(context: CheckContext): Violation[] {
  const quotes = itemQuotes(context);
  // The day of a quote is UTC's, today the traveller's.
  const latest = addDays(context.facts.today, 1);
  const unnamed = [...quotes, ...offerQuotes(context)].flatMap((quote) => doubtful(context, quote, latest));
  const accused = new Set(unnamed.map(({ path }) => path));
  const invented = quotes
    .filter(({ path }) => !accused.has(path))
    .flatMap(({ price, judged }) => contradicted(context, judged, price));
  return [...unnamed, ...invented];
}

/** A price that nobody can have quoted, whatever it is for. */
function doubtful({ facts }: CheckContext, { price, path, name }: Quote, latest: string): Violation[] {
  const provider = price.provider.trim();
  const quotedOn = price.fetchedAt.slice(0, 10);
  const found = (message: string, expected: string, actual: string): Violation[] => {
    const text = `${formatMoney(price)} for ${name} ${message}`;
    return [violation("unsourced_price", path, text, { expected, actual, fix: REQUOTE })];
  };
  if (provider === "" || !isDate(quotedOn)) {
    const actual = provider === "" ? "no provider named" : `read on "${price.fetchedAt}"`;
    return found("does not say who quoted it and when.", "who quoted the price, and when", actual);
  }
  if (quotedOn > latest) {
    const when = dayNameWithYear(quotedOn);
    const today = `read by ${dayNameWithYear(facts.today)}`;
    return found(`would have been read on ${when}, which is still to come.`, today, `read on ${when}`);
  }
  if (price.amountMinor < 0) {
    return found("is no price: nobody is paid for coming.", "a price of nothing or more", formatMoney(price));
  }
  if (facts.providers && !facts.providers.has(provider)) {
    const actual = `"${provider}", which none was asked of`;
    return found(`is said to come from ${provider}, which we do not ask for prices.`, "a provider we know", actual);
  }
  return [];
}

/** A place's price is the catalogue's; where it knows none, nobody quoted one. */
function contradicted({ trip, facts }: CheckContext, judged: JudgedItem, price: Price): Violation[] {
  const { place, path } = judged;
  if (!place) return [];
  const { admission, name } = place;
  const said = partyAmount(price, trip.travelers);
  if (!admission) {
    const message = `${formatMoney(price)} for ${name} is not a price we know of: leave it open, or give an estimate.`;
    const saying = { expected: "no price, or an estimate", actual: formatMoney(said) };
    return [violation("unsourced_price", path, message, { ...saying, fix: "leave it open, or give an estimate" })];
  }
  const known = partyAmount(admission, trip.travelers);
  // Where it costs nothing on that day, reckoning with the usual price is no fault either.
  const isFree = said.amountMinor === 0 && freeAdmission(place, judged, facts) !== null;
  if ((said.amountMinor === known.amountMinor || isFree) && said.currency === known.currency) return [];
  const [expected, actual] = [formatMoney(known), formatMoney(said)];
  const message = `${name} costs ${expected} for everybody according to ${admission.provider}; the plan says ${actual}.`;
  return [violation("unsourced_price", path, message, { expected, actual, fix: `reckon with ${expected}` })];
}

export function offerExpiredRule(context: CheckContext): Violation[] {
  const { today, now } = context.facts;
  return [...itemQuotes(context), ...offerQuotes(context)].flatMap(({ price, path, name, isBooked }) => {
    if (isBooked || !isExpired(price, { today, now })) return [];
    const until = untilWords(price.expiresAt ?? "", today);
    const message = `${name}: the price of ${formatMoney(price)} was good until ${until}. Look it up again.`;
    return [
      violation("offer_expired", path, message, {
        expected: `a price good on ${dayName(today)}`,
        actual: `good until ${until}`,
        fix: "look the price up again",
      }),
    ];
  });
}

/** Of a price that ran out today the hour is told, by the one clock that everybody can look up. */
function untilWords(expiresAt: string, today: string): string {
  const date = expiresAt.slice(0, 10);
  if (date < today || expiresAt.length === 10) return dayName(date);
  const utc = new Date(expiresAt).toISOString();
  return `${utc.slice(11, 16)} UTC on ${dayName(utc.slice(0, 10))}`;
}
