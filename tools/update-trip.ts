/** What the trip itself is: its dates, cities, party, money and wishes. With a plan, a change comes as a version of it. */
import { z } from "zod";
import { daysBetween } from "../trip/calendar.ts";
import { categorySchema } from "../trip/categories.ts";
import type { EditContext } from "../trip/edit/editing.ts";
import { knownErrors } from "../trip/edit/new-errors.ts";
import { refitted } from "../trip/edit/refit.ts";
import { rerouted } from "../trip/edit/reroute.ts";
import { tripSentences } from "../trip/edit/trip-words.ts";
import { TripwrightError } from "../trip/errors.ts";
import { accessibilityNeedSchema, dietSchema } from "../trip/place.ts";
import { MAX_TRAVELERS, MAX_TRIP_DAYS, paceSchema, type Trip, travelStyleSchema, tripSchema } from "../trip/trip.ts";
import { requireCovered } from "./coverage.ts";
import { defineTool } from "./define-tool.ts";
import { loadFacts } from "./load-facts.ts";
import { requireOnTheWay } from "./must-see.ts";
import { airportArgument, currencyArgument } from "./shared-arguments.ts";
import type { Tool, ToolContext } from "./tool.ts";
import { budgetFrom, interestsFrom, originFrom, requireSensibleDates, titleOf } from "./trip-arguments.ts";
import { tripWords } from "./understood.ts";
import { findBase, versionFields, writeVersion } from "./write-version.ts";

const inputSchema = z.strictObject({
  tripId: z.uuid(),
  version: z.int().positive().optional(),
  title: z.string().trim().min(1).max(200).optional(),
  startDate: z.iso.date().optional().describe("alone: moves the trip"),
  endDate: z.iso.date().optional(),
  addCity: z
    .strictObject({
      cityId: z.uuid(),
      days: z.int().min(1).max(MAX_TRIP_DAYS).optional(),
      nights: z.int().min(0).max(MAX_TRIP_DAYS).optional().describe("or days"),
      position: z.int().min(1).max(10).optional().describe("from 1; else last"),
    })
    .refine(({ days, nights }) => (days === undefined) !== (nights === undefined), "expected either days or nights")
    .optional()
    .describe("longer trip unless endDate given"),
  removeCityId: z.uuid().optional(),
  travelers: z.int().min(1).max(MAX_TRAVELERS).optional(),
  childAges: z.array(z.int().min(0).max(17)).max(10).optional(),
  originAirport: airportArgument.optional(),
  budgetAmount: z.number().min(0).max(1e9).optional().describe("0: no limit"),
  budgetCurrency: currencyArgument.optional(),
  pace: paceSchema.optional(),
  style: travelStyleSchema.optional(),
  interests: z.array(categorySchema).max(20).optional().describe("as in create_trip"),
  diets: z.array(dietSchema).max(9).optional().describe("as in create_trip"),
  accessibility: z.array(accessibilityNeedSchema).max(5).optional().describe("as in create_trip"),
  mustSee: z.array(z.uuid()).max(40).optional().describe("more"),
  alreadySeen: z.array(z.uuid()).max(100).optional().describe("more"),
});
type Input = z.output<typeof inputSchema>;

/** Throws what `create_trip` would of such a trip. */
async function changedTrip(trip: Trip, input: Input, { catalogue, clock }: ToolContext): Promise<Trip> {
  const { addCity, title, startDate, endDate, removeCityId } = input;
  const city = addCity && (await catalogue.getCity(addCity.cityId));
  if (city) await requireCovered(city, catalogue);
  const added = city && {
    city: { cityId: city.id, name: city.name, countryCode: city.countryCode },
    nights: addCity.nights,
    days: addCity.days,
    position: addCity.position,
  };
  const route = rerouted(trip, { startDate, endDate, removeCityId, addCity: added });
  if (route.startDate !== trip.startDate || route.endDate !== trip.endDate) {
    const isUnderWay = route.startDate === trip.startDate && route.startDate < clock.today();
    requireSensibleDates(isUnderWay ? { ...route, startDate: clock.today() } : route, clock.today());
    if (isUnderWay) requireSensibleDates(route, route.startDate);
  }
  const days = (of: Pick<Trip, "startDate" | "endDate">): number => daysBetween(of.startDate, of.endDate) + 1;
  const isOwnTitle = trip.title !== titleOf(trip.destinations, days(trip));
  const childAges = input.childAges ?? trip.childAges;
  const wishes = await changedWishes(trip, input, {
    catalogue,
    cityIds: route.destinations.map(({ cityId }) => cityId),
  });
  return withinDates({
    ...{ ...trip, ...route, childAges, wishes },
    title: title ?? (isOwnTitle ? trip.title : titleOf(route.destinations, days(route))),
    travelers: Math.max(input.travelers ?? trip.travelers, childAges.length + 1),
    origin: input.originAirport === undefined ? trip.origin : await originFrom(input.originAirport, catalogue),
    budget: await changedBudget(trip, input, catalogue),
  });
}

async function changedBudget(
  { budget, destinations }: Trip,
  { budgetAmount, budgetCurrency }: Input,
  catalogue: ToolContext["catalogue"],
): Promise<Trip["budget"]> {
  if (budgetAmount === undefined) return budget;
  if (budgetAmount === 0) return null;
  const local = await catalogue.findCountry(destinations[0]?.countryCode ?? "");
  return budgetFrom({ budgetAmount, budgetCurrency }, budget?.currency ?? local?.currencyCode ?? "EUR", catalogue);
}

async function changedWishes(
  { wishes }: Trip,
  input: Input,
  { catalogue, cityIds }: { catalogue: ToolContext["catalogue"]; cityIds: readonly string[] },
): Promise<Trip["wishes"]> {
  const cities = await Promise.all(cityIds.map((id) => catalogue.getCity(id)));
  if (input.mustSee) await requireOnTheWay(input.mustSee, { cities, catalogue });
  const seen = [...new Set([...(wishes.alreadySeen ?? []), ...(input.alreadySeen ?? [])])];
  const asked = [...new Set([...wishes.mustSee, ...(input.mustSee ?? [])])].filter(
    (id) => !input.alreadySeen?.includes(id),
  );
  const places = asked.length > 0 ? await catalogue.getPlaces(asked) : [];
  const isThere = (id: string): boolean => places.some((place) => place.id === id && cityIds.includes(place.cityId));
  return {
    ...wishes,
    pace: input.pace ?? wishes.pace,
    style: input.style ?? wishes.style,
    interests: input.interests ? interestsFrom(input.interests) : wishes.interests,
    diets: input.diets ?? wishes.diets,
    accessibility: input.accessibility ?? wishes.accessibility,
    mustSee: asked.filter(isThere),
    ...(seen.length > 0 && { alreadySeen: seen }),
  };
}

/** A landing or a rainy day of dates that are no longer the trip's is nobody's concern. */
function withinDates(trip: Trip): Trip {
  if (!trip.conditions) return trip;
  const isIn = (date: string): boolean => date >= trip.startDate && date <= trip.endDate;
  const { arrival, departure, rainyDates = [], ...others } = trip.conditions;
  const rain = rainyDates.filter(isIn);
  return {
    ...trip,
    conditions: {
      ...others,
      ...(arrival && isIn(arrival.date) && { arrival }),
      ...(departure && isIn(departure.date) && { departure }),
      ...(rain.length > 0 && { rainyDates: rain }),
    },
  };
}

export const updateTrip: Tool = defineTool({
  name: "update_trip",
  title: "Update a trip",
  description:
    "Changes dates, cities, party, budget or wishes; give only what changes, lists whole. A plan is fitted to it as a new version, as edit_itinerary does.",
  input: inputSchema,
  fields: { trip: tripSchema, ...versionFields },
  hints: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: false },
  async run(input, context) {
    const { trips } = context;
    const base = await findBase(trips, input.tripId, input.version);
    const before = base?.trip ?? (await trips.getTrip(input.tripId));
    const trip = await changedTrip(before, input, context);
    const understood = tripWords(trip);
    if (JSON.stringify(trip) === JSON.stringify(before)) {
      const notices = ["The trip is like that already: nothing changed."];
      return { status: "ok", notices, understood, trip, applied: false };
    }
    if (!base) {
      const stored = await trips.updateTrip(trip);
      const changes = tripSentences(before, stored);
      return { status: "ok", notices: [], understood, trip: stored, applied: true, changes };
    }
    const { itinerary } = base;
    const facts = await loadFacts(context, trip, { itinerary, stored: true, placeIds: trip.wishes.mustSee });
    const known = knownErrors(before, itinerary, facts);
    const { scheduler, signal } = context;
    const solve: EditContext["solve"] = (problem, start) => scheduler.solve(problem, { signal, start });
    context.report?.({ message: "Fitting the plan to the changed trip" });
    const edited = await refitted({ facts, solve, knownErrors: known }, { before, after: trip, base: itinerary });
    const written = await writeVersion(context, { ...edited, base, facts, knownErrors: known, apply: true });
    if (written) return { status: "ok", understood, ...written, trip };
    throw new TripwrightError("internal", "Expected the changed trip to make a new version, and it made none.");
  },
});
