/** Writes down what was asked for, after making sure that it can be a trip at all. */
import { z } from "zod";
import { addDays, dateSchema, daysBetween } from "../trip/calendar.ts";
import { categorySchema } from "../trip/categories.ts";
import { TripwrightError } from "../trip/errors.ts";
import { type Money, toMinor } from "../trip/money.ts";
import { accessibilityNeedSchema, dietSchema } from "../trip/place.ts";
import type { CatalogueStore } from "../trip/ports.ts";
import { styleWithin } from "../trip/schedule/mapping/purse.ts";
import {
  type Destination,
  MAX_TRAVELERS,
  MAX_TRIP_DAYS,
  type Origin,
  paceSchema,
  type Trip,
  travelStyleSchema,
  tripSchema,
} from "../trip/trip.ts";
import { allotNights, unallotted } from "./allot-nights.ts";
import { requireCovered } from "./coverage.ts";
import { defineTool } from "./define-tool.ts";
import { loadFacts } from "./load-facts.ts";
import { requireOnTheWay } from "./must-see.ts";
import { currencyArgument } from "./shared-arguments.ts";
import type { Tool } from "./tool.ts";

const nightsArgument = z.array(z.int().min(0).max(MAX_TRIP_DAYS)).max(10).optional();
const inputSchema = z.strictObject({
  title: z.string().trim().min(1).max(200).optional(),
  cityIds: z.array(z.uuid()).min(1).max(10).describe("from search_cities, in the order of the visit"),
  nights: nightsArgument.describe("per city, all of them; allotted by what there is to see unless given"),
  minNights: nightsArgument.describe("at least, per city; 0 where nothing was said"),
  maxNights: nightsArgument.describe("at most, per city; 30 where nothing was said"),
  orderIsOpen: z.boolean().default(false).describe("true only if the traveller leaves the order of the cities to you"),
  firstCityId: z.uuid().optional().describe("where to begin, if said"),
  lastCityId: z.uuid().optional().describe("where to end, if said"),
  optionalCityIds: z.array(z.uuid()).max(10).default([]).describe("cities to visit only if there is time"),
  startDate: dateSchema,
  endDate: dateSchema.describe("last day, included"),
  travelers: z.int().min(1).max(MAX_TRAVELERS).default(1).describe("everybody, children included"),
  childAges: z.array(z.int().min(0).max(17)).max(10).default([]),
  originAirport: z.string().length(3).toUpperCase().optional().describe("IATA code where the party sets out"),
  budgetAmount: z.number().positive().max(1e9).optional().describe("whole party, everything, in whole units"),
  budgetCurrency: currencyArgument.optional(),
  interests: z.array(categorySchema).max(20).default([]).describe("most wanted first"),
  pace: paceSchema.default("moderate"),
  style: travelStyleSchema.optional().describe("taken from the budget unless given"),
  diets: z.array(dietSchema).max(9).default([]),
  accessibility: z.array(accessibilityNeedSchema).max(5).default([]),
  avoidCrowds: z.boolean().default(false),
  preferOffbeat: z.boolean().default(false),
  mustSee: z.array(z.uuid()).max(40).default([]).describe("place ids the traveller insists on"),
  assumptions: z.array(z.string().max(300)).max(20).default([]).describe("what you filled in for the traveller"),
});
type Input = z.output<typeof inputSchema>;

/** Opening hours and prices further ahead are anybody's guess. */
const MAX_DAYS_AHEAD = 3 * 365;

/** First named weighs most. */
const priorityOf = (index: number): number => Math.max(4, 9 - index);

function requireSensibleDates({ startDate, endDate }: Input, today: string): void {
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
async function budgetOfInput(
  { budgetAmount, budgetCurrency }: Input,
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

async function originOf({ originAirport }: Input, catalogue: CatalogueStore): Promise<Origin | null> {
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

function titleOf(destinations: readonly Destination[], days: number): string {
  const names = destinations.map(({ name }) => name);
  const where = new Intl.ListFormat("en-GB", { type: "conjunction" }).format(names);
  return `${days} ${days === 1 ? "day" : "days"} in ${where}`.slice(0, 200);
}

export const createTrip: Tool = defineTool({
  name: "create_trip",
  title: "Create a trip",
  description:
    "Stores a trip: cities in order, dates, party, budget, wishes. It plans nothing yet: call plan_itinerary next. Refuses past or reversed dates and cities without places, saying what to do.",
  input: inputSchema,
  fields: { trip: tripSchema },
  hints: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
  async run(input, context) {
    const { catalogue, clock, trips } = context;
    requireSensibleDates(input, clock.today());
    const cities = await Promise.all(input.cityIds.map((id) => catalogue.getCity(id)));
    for (const city of cities) await requireCovered(city, catalogue);
    await requireOnTheWay(input.mustSee, { cities, catalogue });
    const local = await catalogue.findCountry(cities[0]?.countryCode ?? "");
    const travelers = Math.max(input.travelers, input.childAges.length + 1);
    const draft: Omit<Trip, "id"> = {
      title: input.title ?? "",
      startDate: input.startDate,
      endDate: input.endDate,
      travelers,
      childAges: input.childAges,
      origin: await originOf(input, catalogue),
      destinations: unallotted(cities, input),
      budget: await budgetOfInput(input, local?.currencyCode ?? "EUR", catalogue),
      wishes: {
        interests: input.interests.map((category, index) => ({ category, priority: priorityOf(index) })),
        pace: input.pace,
        style: input.style ?? "mid_range",
        diets: input.diets,
        accessibility: input.accessibility,
        avoidCrowds: input.avoidCrowds,
        preferOffbeat: input.preferOffbeat,
        mustSee: input.mustSee,
      },
      assumptions: input.assumptions,
    };
    const unsaved: Trip = { ...draft, id: "00000000-0000-4000-8000-000000000000" };
    const facts = await loadFacts(context, unsaved, { stored: false });
    const { destinations, assumptions } = allotNights(unsaved, input, facts);
    const trip = {
      ...draft,
      title: input.title ?? titleOf(destinations, daysBetween(input.startDate, input.endDate) + 1),
      destinations,
      wishes: { ...draft.wishes, style: input.style ?? styleWithin({ ...unsaved, destinations }, facts) },
      assumptions: [...input.assumptions, ...assumptions],
    };
    const notices =
      travelers > input.travelers ? [`Counted ${travelers} travellers: children do not set out alone.`] : [];
    return { status: "ok", notices, trip: await trips.createTrip(trip) };
  },
});
