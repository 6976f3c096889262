/**
 * Flights and beds. With a provider: its offers, each with its price and where it came from. Without
 * one: an estimate and links, and the status says so; nothing that looks like an offer.
 */
import { z } from "zod";
import { dateSchema, daysBetween } from "../trip/calendar.ts";
import { TripwrightError } from "../trip/errors.ts";
import { estimateSchema } from "../trip/money.ts";
import { type SearchOutcome, searchLinkSchema } from "../trip/offer.ts";
import { seatsNotice } from "../trip/offers/seats.ts";
import type { Clock } from "../trip/ports.ts";
import { defineTool } from "./define-tool.ts";
import { noticesOf, statusOf } from "./offer-notices.ts";
import { airportArgument, currencyArgument } from "./shared-arguments.ts";
import { shownFlightSchema, shownFlights, shownStaySchema, shownStays } from "./shown-offers.ts";
import { tasteOfTrip, tripOfDates } from "./taste-of-trip.ts";
import type { Tool, ToolContext } from "./tool.ts";
import { cityWords } from "./understood.ts";

const common = {
  estimate: estimateSchema.nullable(),
  links: z.array(searchLinkSchema),
  cachedAt: z.string().nullable(),
};

/** The rest of a result that both searches share. */
function answerOf<Offer extends object>(outcome: SearchOutcome<Offer>, { clock }: ToolContext) {
  const { estimate, links, cachedAt } = outcome;
  return { status: statusOf(outcome), notices: noticesOf(outcome, clock.now()), estimate, links, cachedAt };
}

function requireFuture(date: string, clock: Clock): void {
  if (date < clock.today()) {
    throw new TripwrightError("date_in_past", `Expected a date from ${clock.today()} on, got ${date}.`, { date });
  }
}

function requireOrder(from: string, to: string): void {
  if (daysBetween(from, to) < 0) {
    throw new TripwrightError("dates_reversed", `Expected the way back after the way there, got ${from} to ${to}.`, {
      from,
      to,
    });
  }
}

export const searchFlights: Tool = defineTool({
  name: "search_flights",
  title: "Search flights",
  description:
    "Searches flights between two airports. Without a configured provider it answers estimate_only: a price interval by distance and links to search elsewhere, no offers.",
  input: z
    .strictObject({
      origin: airportArgument.describe("IATA code"),
      destination: airportArgument.describe("IATA code"),
      departureDate: dateSchema,
      returnDate: dateSchema.optional(),
      passengers: z.int().min(1).max(9).default(1),
      cabinClass: z.enum(["economy", "premium_economy", "business", "first"]).default("economy"),
      currency: currencyArgument.default("EUR"),
    })
    .refine(({ origin, destination }) => origin !== destination, "expected two airports, got one twice"),
  fields: { flights: z.array(shownFlightSchema), ...common },
  hints: { readOnlyHint: true, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  async run({ returnDate, ...query }, context) {
    const { offers, catalogue, clock } = context;
    requireFuture(query.departureDate, clock);
    if (returnDate) requireOrder(query.departureDate, returnDate);
    const [from, to] = await Promise.all([query.origin, query.destination].map((code) => catalogue.findAirport(code)));
    const understood = { ...(from && { originCity: from.city }), ...(to && { destinationCity: to.city }) };
    const { departureDate } = query;
    const trip = await tripOfDates(context, { from: departureDate, to: returnDate ?? departureDate });
    const taste = await tasteOfTrip(context, trip);
    const { signal, run } = context;
    const outcome = await offers.searchFlights({ ...query, returnDate: returnDate ?? null }, { signal, run, taste });
    const answer = answerOf(outcome, context);
    const seats = trip ? seatsNotice(trip.travelers, query.passengers) : null;
    const notices = seats === null ? answer.notices : [...answer.notices, seats];
    return { ...answer, notices, understood, flights: shownFlights(outcome.offers) };
  },
});

export const searchHotels: Tool = defineTool({
  name: "search_hotels",
  title: "Search hotels",
  description:
    "Searches stays in a city. Without a configured provider it answers estimate_only: an interval from the country's daily cost indicators and links to search elsewhere, no offers.",
  input: z.strictObject({
    cityId: z.uuid().describe("from search_cities"),
    checkInDate: dateSchema,
    checkOutDate: dateSchema,
    guests: z.int().min(1).max(20).default(2),
    rooms: z.int().min(1).max(10).default(1),
    currency: currencyArgument.default("EUR"),
  }),
  fields: { stays: z.array(shownStaySchema), ...common },
  hints: { readOnlyHint: true, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  async run(query, context) {
    const { offers, catalogue, clock } = context;
    requireFuture(query.checkInDate, clock);
    if (daysBetween(query.checkInDate, query.checkOutDate) < 1) {
      throw new TripwrightError(
        "dates_reversed",
        `Expected check-out after check-in, got ${query.checkInDate} to ${query.checkOutDate}.`,
        { checkInDate: query.checkInDate, checkOutDate: query.checkOutDate },
      );
    }
    const understood = { city: cityWords(await catalogue.getCity(query.cityId)) };
    const { cityId, checkInDate: from, checkOutDate: to } = query;
    const taste = await tasteOfTrip(context, await tripOfDates(context, { from, to }), cityId);
    const { signal, run } = context;
    const outcome = await offers.searchStays(query, { signal, run, taste });
    return { ...answerOf(outcome, context), understood, stays: shownStays(outcome.offers) };
  },
});
