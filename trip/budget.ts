/**
 * What a trip costs, in the budget's currency: prices that somebody quoted, estimates for the rest,
 * and a list of what nobody could price. The three are never added up into one figure that looks sure.
 */
import { z } from "zod";
import { daysBetween } from "./calendar.ts";
import { estimateFare, estimateLocalTransport, estimateLodging, estimateMeal, type PartyStyle } from "./estimate.ts";
import { convert, convertEstimate } from "./exchange.ts";
import type { PlanFacts } from "./facts.ts";
import { distanceMeters } from "./geo.ts";
import { type ItemDraft, type ItineraryDraft, isActive } from "./itinerary.ts";
import { type Cost, type Estimate, isPrice, type Money, type Price } from "./money.ts";
import type { StayOffer } from "./offer.ts";
import { destinationOn, type Trip } from "./trip.ts";

export const budgetLineSchema = z.object({
  label: z.string(),
  kind: z.enum(["sights", "meals", "lodging", "local_transport", "travel", "flights"]),
  known: z.int(),
  low: z.int(),
  high: z.int(),
});
export type BudgetLine = z.infer<typeof budgetLineSchema>;

export const budgetSchema = z.object({
  currency: z.string(),
  known: z.int().describe("quoted prices, in minor units, for the whole party"),
  estimatedLow: z.int().describe("known prices plus the low end of every estimate"),
  estimatedHigh: z.int().describe("known prices plus the high end of every estimate"),
  missing: z.array(z.string()).describe("what could not be priced at all"),
  lines: z.array(budgetLineSchema),
});
export type Budget = z.infer<typeof budgetSchema>;

/** A price for everybody, over everything it is quoted per. */
export function partyAmount(price: Price, travelers: number, nights = 1): Money {
  const times = { person: travelers, party: 1, night: nights, stay: 1 }[price.per];
  return { amountMinor: price.amountMinor * times, currency: price.currency };
}

/** The currency a trip is reckoned in: its budget's, else that of the first city's country. */
export function currencyOf(trip: Trip, facts: PlanFacts): string {
  const first = trip.destinations[0];
  const local = first ? facts.countries.get(first.countryCode)?.currencyCode : undefined;
  return trip.budget?.currency ?? local ?? "EUR";
}

class Ledger {
  readonly #lines = new Map<string, BudgetLine>();
  readonly missing: string[] = [];
  readonly #currency: string;
  readonly #facts: PlanFacts;

  constructor(currency: string, facts: PlanFacts) {
    this.#currency = currency;
    this.#facts = facts;
  }

  #line(kind: BudgetLine["kind"], label: string): BudgetLine {
    const line = this.#lines.get(kind) ?? { kind, label, known: 0, low: 0, high: 0 };
    this.#lines.set(kind, line);
    return line;
  }

  addKnown(kind: BudgetLine["kind"], label: string, money: Money, what: string): void {
    const converted = convert(money, this.#currency, this.#facts.rates);
    if (converted === null) {
      this.missing.push(`${what}: no exchange rate for ${money.currency}`);
      return;
    }
    const line = this.#line(kind, label);
    line.known += converted.amountMinor;
    line.low += converted.amountMinor;
    line.high += converted.amountMinor;
  }

  addEstimate(kind: BudgetLine["kind"], label: string, estimate: Estimate, what: string): void {
    const converted = convertEstimate(estimate, this.#currency, this.#facts.rates);
    if (converted === null) {
      this.missing.push(`${what}: no exchange rate for ${estimate.currency}`);
      return;
    }
    const line = this.#line(kind, label);
    line.low += converted.lowMinor;
    line.high += converted.highMinor;
  }

  total(): Budget {
    const lines = [...this.#lines.values()];
    const sum = (pick: (line: BudgetLine) => number): number => lines.reduce((total, line) => total + pick(line), 0);
    return {
      currency: this.#currency,
      known: sum(({ known }) => known),
      estimatedLow: sum(({ low }) => low),
      estimatedHigh: sum(({ high }) => high),
      missing: [...new Set(this.missing)],
      lines,
    };
  }
}

const ITEM_LINES: Partial<Record<ItemDraft["type"], { kind: BudgetLine["kind"]; label: string }>> = {
  attraction: { kind: "sights", label: "Sights" },
  meal: { kind: "meals", label: "Meals" },
  transport: { kind: "travel", label: "Between cities" },
};

function addCost(
  ledger: Ledger,
  line: { kind: BudgetLine["kind"]; label: string },
  cost: Cost,
  item: ItemDraft,
  travelers: number,
): void {
  if (cost === null) ledger.missing.push(item.title);
  else if (isPrice(cost)) ledger.addKnown(line.kind, line.label, partyAmount(cost, travelers), item.title);
  else ledger.addEstimate(line.kind, line.label, cost, item.title);
}

/** The daily indicators that apply at a destination; `null` where its country has none. */
export function partyStyleAt(trip: Trip, countryCode: string, facts: PlanFacts): PartyStyle | null {
  const cost = facts.countries.get(countryCode)?.dailyCost ?? null;
  return cost && { cost, style: trip.wishes.style, travelers: trip.travelers };
}

function addStays(ledger: Ledger, trip: Trip, facts: PlanFacts): void {
  for (const destination of trip.destinations) {
    const nights = daysBetween(destination.arrivalDate, destination.departureDate);
    if (nights === 0) continue;
    const what = `${nights} ${nights === 1 ? "night" : "nights"} in ${destination.name}`;
    const chosen = facts.stays.filter(
      ({ cityId, checkInDate }) =>
        cityId === destination.cityId &&
        checkInDate >= destination.arrivalDate &&
        checkInDate < destination.departureDate,
    );
    for (const stay of chosen) {
      const money = partyAmount(stay.price, trip.travelers, daysBetween(stay.checkInDate, stay.checkOutDate));
      ledger.addKnown("lodging", "Lodging", money, stay.propertyName);
      addDues(ledger, stay);
    }
    if (chosen.length > 0) continue;
    const party = partyStyleAt(trip, destination.countryCode, facts);
    if (party) ledger.addEstimate("lodging", "Lodging", estimateLodging(party, nights), what);
    else ledger.missing.push(what);
  }
}

/** A vendor that has such a field and leaves it empty does not know; rows of before never had one. */
function addDues(ledger: Ledger, { dueAtProperty, propertyName }: StayOffer): void {
  const what = `what is due at ${propertyName} itself`;
  if (dueAtProperty) ledger.addKnown("lodging", "Lodging", dueAtProperty, what);
  else if (dueAtProperty === null) ledger.missing.push(what);
}

/** Chosen flights at their price; else, when we know where the party sets out, there and back by distance. */
function addFlights(ledger: Ledger, trip: Trip, facts: PlanFacts): void {
  for (const flight of facts.flights) {
    ledger.addKnown("flights", "Flights", partyAmount(flight.price, trip.travelers), "flight");
  }
  const { origin } = trip;
  if (facts.flights.length > 0 || origin === null) return;
  for (const destination of [trip.destinations.at(0), trip.destinations.at(-1)]) {
    const city = destination && facts.cities.get(destination.cityId);
    if (!city) continue;
    const estimate = estimateFare("flight", distanceMeters(origin.location, city.location), trip.travelers);
    ledger.addEstimate("flights", "Flights", estimate, `flight ${origin.name}–${city.name}`);
  }
}

/** Breakfasts are in no itinerary but in every trip; so are trams. */
function addEverydays(ledger: Ledger, trip: Trip, itinerary: ItineraryDraft, facts: PlanFacts): void {
  for (const day of itinerary.days) {
    const destination = destinationOn(trip, day.date);
    const party = destination ? partyStyleAt(trip, destination.countryCode, facts) : null;
    if (party) {
      ledger.addEstimate("meals", "Meals", estimateMeal(party, "breakfast"), "breakfast");
      ledger.addEstimate("local_transport", "Getting around", estimateLocalTransport(party, 1), "local transport");
    } else ledger.missing.push("breakfast and local transport");
  }
}

/** Everything from arrival to departure, for the whole party, in the trip's currency. */
export function budgetOf(trip: Trip, itinerary: ItineraryDraft, facts: PlanFacts): Budget {
  const ledger = new Ledger(currencyOf(trip, facts), facts);
  for (const item of itinerary.days.flatMap(({ items }) => items).filter(isActive)) {
    const line = ITEM_LINES[item.type];
    if (line) addCost(ledger, line, item.cost, item, trip.travelers);
  }
  addFlights(ledger, trip, facts);
  addStays(ledger, trip, facts);
  addEverydays(ledger, trip, itinerary, facts);
  return ledger.total();
}
