/** What `create_trip` and `update_trip` are told of a trip, checked and made part of it in the same way. */
import { addDays, daysBetween } from "../trip/calendar.ts";
import { TripwrightError } from "../trip/errors.ts";
import { type Money, toMinor } from "../trip/money.ts";
import type { CatalogueStore } from "../trip/ports.ts";
import { type Destination, MAX_TRIP_DAYS, type Origin, type Trip } from "../trip/trip.ts";

/** Opening hours and prices further ahead are anybody's guess. */
const MAX_DAYS_AHEAD = 3 * 365;

/** First named weighs most. */
const priorityOf = (index: number): number => Math.max(4, 9 - index);

export const interestsFrom = (
  categories: readonly Trip["wishes"]["interests"][number]["category"][],
): Trip["wishes"]["interests"] => categories.map((category, index) => ({ category, priority: priorityOf(index) }));

export function requireSensibleDates({ startDate, endDate }: Pick<Trip, "startDate" | "endDate">, today: string): void {
  if (endDate < startDate) {
    throw new TripwrightError(
      "dates_reversed",
      `The trip ends (${endDate}) before it starts (${startDate}). Swap or correct the dates.`,
      { startDate, endDate },
    );
  }
  if (startDate < today) {
    throw new TripwrightError(
      "date_in_past",
      `The trip would start on ${startDate}, and today is ${today}. Choose a date from today on.`,
      { startDate, today },
    );
  }
  const latest = addDays(today, MAX_DAYS_AHEAD);
  if (startDate > latest) {
    throw new TripwrightError(
      "invalid_input",
      `A trip can start until ${latest}, three years from today, and this one would on ${startDate}. Nobody knows what will be open then.`,
      { startDate, latest },
    );
  }
  const days = daysBetween(startDate, endDate) + 1;
  if (days > MAX_TRIP_DAYS) {
    throw new TripwrightError(
      "trip_too_long",
      `A plan covers at most ${MAX_TRIP_DAYS} days, and this trip has ${days}. Plan it in parts.`,
      { days, maxDays: MAX_TRIP_DAYS },
    );
  }
}

/** Without a rate nothing could be held against the budget, and any plan would seem to keep it. */
export async function budgetFrom(
  { budgetAmount, budgetCurrency }: { budgetAmount?: number | undefined; budgetCurrency?: string | undefined },
  localCurrency: string,
  catalogue: CatalogueStore,
): Promise<Money | null> {
  if (budgetAmount === undefined) return null;
  const currency = budgetCurrency ?? localCurrency;
  if (currency !== "EUR" && !(await catalogue.findExchangeRate(currency))) {
    throw new TripwrightError(
      "invalid_input",
      `Expected a budget in a currency with a known exchange rate, got ${currency}. Give it in EUR or USD, for example.`,
      { budgetCurrency: currency },
    );
  }
  return { amountMinor: toMinor(budgetAmount, currency), currency };
}

export async function originFrom(originAirport: string | undefined, catalogue: CatalogueStore): Promise<Origin | null> {
  if (!originAirport) return null;
  const airport = await catalogue.findAirport(originAirport);
  if (!airport) {
    throw new TripwrightError(
      "invalid_input",
      `Expected the IATA code of an airport with scheduled flights, got "${originAirport}".`,
      { originAirport },
    );
  }
  return { name: airport.city, iataCode: airport.iataCode, location: airport.location };
}

export function titleOf(destinations: readonly Destination[], days: number): string {
  const names = destinations.map(({ name }) => name);
  const where = new Intl.ListFormat("en-GB", { type: "conjunction" }).format(names);
  return `${days} ${days === 1 ? "day" : "days"} in ${where}`.slice(0, 200);
}
