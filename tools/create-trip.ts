/** Writes down what was asked for, after making sure that it can be a trip at all. */
import { z } from "zod";
import { dateSchema, daysBetween } from "../trip/calendar.ts";
import type { City } from "../trip/catalogue.ts";
import { categorySchema } from "../trip/categories.ts";
import { TripwrightError } from "../trip/errors.ts";
import { accessibilityNeedSchema, dietSchema } from "../trip/place.ts";
import { styleWithin } from "../trip/schedule/mapping/purse.ts";
import { MAX_TRAVELERS, MAX_TRIP_DAYS, paceSchema, type Trip, travelStyleSchema, tripSchema } from "../trip/trip.ts";
import { allotNights, type StayArguments, unallotted } from "./allot-nights.ts";
import { defineTool } from "./define-tool.ts";
import { loadFacts } from "./load-facts.ts";
import { type MadePlan, makePlan, planFields } from "./make-plan.ts";
import { requireOnTheWay } from "./must-see.ts";
import { citiesNamed } from "./named-cities.ts";
import { airportArgument, currencyArgument } from "./shared-arguments.ts";
import type { Tool, ToolContext } from "./tool.ts";
import { budgetFrom, interestsFrom, originFrom, requireSensibleDates, titleOf } from "./trip-arguments.ts";
import { cityWords, tripWords } from "./understood.ts";

const nightsArgument = z.array(z.int().min(0).max(MAX_TRIP_DAYS)).max(10).optional();
const cityArgument = z.string().trim().min(1).max(120);
const inputSchema = z.strictObject({
  title: z.string().trim().min(1).max(200).optional(),
  cityIds: z.array(cityArgument).min(1).max(10).describe("ids, or unmistakable names, in the order of the visit"),
  nights: nightsArgument.describe("per city; allotted by what there is to see unless given"),
  minNights: nightsArgument.describe("per city; 0: not said"),
  maxNights: nightsArgument.describe("per city; 30: not said"),
  orderIsOpen: z.boolean().default(false).describe("only if the traveller leaves it to you"),
  firstCityId: cityArgument.optional(),
  lastCityId: cityArgument.optional(),
  optionalCityIds: z.array(cityArgument).max(10).default([]).describe("only if there is time"),
  startDate: dateSchema,
  endDate: dateSchema.describe("last day, included"),
  travelers: z.int().min(1).max(MAX_TRAVELERS).default(1).describe("everybody, children included"),
  childAges: z.array(z.int().min(0).max(17)).max(10).default([]),
  originAirport: airportArgument.optional().describe("IATA code"),
  budgetAmount: z.number().positive().max(1e9).optional().describe("whole party, in whole units"),
  budgetCurrency: currencyArgument.optional(),
  interests: z.array(categorySchema).max(20).default([]).describe("most wanted first"),
  pace: paceSchema.default("moderate"),
  style: travelStyleSchema.optional().describe("taken from the budget unless given"),
  diets: z.array(dietSchema).max(9).default([]),
  accessibility: z.array(accessibilityNeedSchema).max(5).default([]),
  avoidCrowds: z.boolean().default(false),
  preferOffbeat: z.boolean().default(false),
  mustSee: z.array(z.uuid()).max(40).default([]).describe("places insisted on"),
  planNow: z.boolean().default(false).describe("plan it, too"),
  assumptions: z.array(z.string().max(300)).max(20).default([]).describe("what you filled in"),
});

export const createTrip: Tool = defineTool({
  name: "create_trip",
  title: "Create a trip",
  description:
    "Stores a trip: cities in order, dates, party, budget, wishes. It plans nothing unless planNow. Refuses past dates and cities without places, saying what to do.",
  input: inputSchema,
  fields: { trip: tripSchema, ...planFields },
  hints: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
  asks: [
    { field: "cityIds.0", question: "Which city shall the trip go to?", kind: "text" },
    { field: "startDate", question: "On which day does the trip begin?", kind: "date" },
    { field: "endDate", question: "Which is its last day?", kind: "date" },
    { field: "travelers", question: "How many travel, children included?", kind: "count", isOptional: true },
  ],
  async run(input, context) {
    const { catalogue, clock, trips } = context;
    requireSensibleDates(input, clock.today());
    const { cities, notices: resolved } = await citiesNamed(input.cityIds, "cityIds", catalogue);
    await requireOnTheWay(input.mustSee, { cities, catalogue });
    const local = await catalogue.findCountry(cities[0]?.countryCode ?? "");
    const travelers = Math.max(input.travelers, input.childAges.length + 1);
    const draft: Omit<Trip, "id"> = {
      title: input.title ?? "",
      startDate: input.startDate,
      endDate: input.endDate,
      travelers,
      childAges: input.childAges,
      origin: await originFrom(input.originAirport, catalogue),
      destinations: unallotted(cities, input),
      budget: await budgetFrom(input, local?.currencyCode ?? "EUR", catalogue),
      wishes: {
        interests: interestsFrom(input.interests),
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
    const { destinations, assumptions } = allotNights(unsaved, withIds(input, cities), facts);
    const trip = {
      ...draft,
      title: input.title ?? titleOf(destinations, daysBetween(input.startDate, input.endDate) + 1),
      destinations,
      wishes: { ...draft.wishes, style: input.style ?? styleWithin({ ...unsaved, destinations }, facts) },
      assumptions: [...input.assumptions, ...assumptions],
    };
    const counted = `Counted ${travelers} travellers: children do not set out alone.`;
    const notices = [...resolved, ...(travelers > input.travelers ? [counted] : [])];
    const stored = await trips.createTrip(trip);
    const understood = { ...tripWords(stored), cities: cities.map(cityWords), travelers };
    if (!input.planNow) return { status: "ok", notices, understood, trip: stored };
    const planned = await planStored(stored, context);
    return { status: "ok", understood, ...planned, notices: [...notices, ...planned.notices], trip: stored };
  },
});

/** A city that was named is meant wherever its name stands again. */
function withIds(input: z.output<typeof inputSchema>, cities: readonly City[]): StayArguments {
  const idOf = (given: string): string => cities[input.cityIds.indexOf(given)]?.id ?? given;
  return {
    ...input,
    cityIds: cities.map(({ id }) => id),
    firstCityId: input.firstCityId && idOf(input.firstCityId),
    lastCityId: input.lastCityId && idOf(input.lastCityId),
    optionalCityIds: input.optionalCityIds.map(idOf),
  };
}

/**
 * The trip stays where no plan can be made of it: why there is none is told beside it. Where the call is stopped, or
 * fails by a fault of ours, it goes again.
 */
async function planStored(trip: Trip, context: ToolContext): Promise<Partial<MadePlan> & { notices: string[] }> {
  try {
    return await makePlan(trip, context);
  } catch (error) {
    if (error instanceof TripwrightError && !context.signal.aborted)
      return { notices: [`Not planned yet: ${error.message}`] };
    // Whoever made the call does not learn of the trip, and would make it again.
    await remove(trip, context);
    throw error;
  }
}

async function remove({ id }: Trip, { trips }: ToolContext): Promise<void> {
  try {
    await trips.deleteTrip(id);
  } catch (error) {
    const message = "The trip was stored, but could be neither planned nor removed again. Look with list_trips.";
    throw new TripwrightError("internal", message, { tripId: id, isOutcomeKnown: false }, error);
  }
}
