/**
 * Flights and beds. With a provider: its offers, each with its price and where it came from. Without
 * one: an estimate and links, and the status says so; nothing that looks like an offer.
 */
import { z } from "zod";
import { dateSchema, daysBetween } from "../trip/calendar.ts";
import { TripwrightError } from "../trip/errors.ts";
import { estimateSchema } from "../trip/money.ts";
import { flightOfferSchema, type SearchOutcome, searchLinkSchema, stayOfferSchema } from "../trip/offer.ts";
import type { Clock } from "../trip/ports.ts";
import { defineTool } from "./define-tool.ts";
import { currencyArgument } from "./shared-arguments.ts";
import type { Tool, ToolStatus } from "./tool.ts";

const common = {
  estimate: estimateSchema.nullable(),
  links: z.array(searchLinkSchema),
  cachedAt: z.string().nullable(),
};

function statusOf({ offers, estimate }: SearchOutcome<unknown>): ToolStatus {
  if (offers.length > 0) return "ok";
  return estimate ? "estimate_only" : "empty";
}

const NO_OFFER =
  "No provider has an offer for this: it is an estimate, nothing that can be booked. The links search elsewhere.";

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
      origin: z.string().length(3).toUpperCase().describe("IATA code"),
      destination: z.string().length(3).toUpperCase().describe("IATA code"),
      departureDate: dateSchema,
      returnDate: dateSchema.optional(),
      passengers: z.int().min(1).max(9).default(1),
      cabinClass: z.enum(["economy", "premium_economy", "business", "first"]).default("economy"),
      currency: currencyArgument.default("EUR"),
    })
    .refine(({ origin, destination }) => origin !== destination, "expected two airports, got one twice"),
  fields: { flights: z.array(flightOfferSchema), ...common },
  hints: { readOnlyHint: true, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  async run({ returnDate, ...query }, { offers, clock, signal }) {
    requireFuture(query.departureDate, clock);
    if (returnDate) requireOrder(query.departureDate, returnDate);
    const outcome = await offers.searchFlights({ ...query, returnDate: returnDate ?? null }, signal);
    const { offers: flights, estimate, links, cachedAt } = outcome;
    const status = statusOf(outcome);
    return { status, notices: status === "estimate_only" ? [NO_OFFER] : [], flights, estimate, links, cachedAt };
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
  fields: { stays: z.array(stayOfferSchema), ...common },
  hints: { readOnlyHint: true, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  async run(query, { offers, clock, signal }) {
    requireFuture(query.checkInDate, clock);
    if (daysBetween(query.checkInDate, query.checkOutDate) < 1) {
      throw new TripwrightError(
        "dates_reversed",
        `Expected check-out after check-in, got ${query.checkInDate} to ${query.checkOutDate}.`,
        { checkInDate: query.checkInDate, checkOutDate: query.checkOutDate },
      );
    }
    const outcome = await offers.searchStays(query, signal);
    const { offers: stays, estimate, links, cachedAt } = outcome;
    const status = statusOf(outcome);
    return { status, notices: status === "estimate_only" ? [NO_OFFER] : [], stays, estimate, links, cachedAt };
  },
});
