/**
 * A flight or a stay becomes part of the plan: a new version, whose days begin and end at that bed or airport, and
 * whose budget reckons with its price. Nothing is booked. The offer is looked up again where it came from, so that no
 * price and no name is taken from whoever calls.
 */
import { z } from "zod";
import { budgetOf, budgetSchema } from "../trip/budget.ts";
import { dateSchema } from "../trip/calendar.ts";
import { check } from "../trip/check/check.ts";
import { TripwrightError } from "../trip/errors.ts";
import type { PlanFacts } from "../trip/facts.ts";
import type { FlightOffer, StayOffer } from "../trip/offer.ts";
import { isStay } from "../trip/offers/cost.ts";
import { nameOf, takesThePlaceOf, told } from "../trip/offers/told.ts";
import type { StoredItinerary } from "../trip/ports.ts";
import { replanProblem } from "../trip/schedule/mapping/replan.ts";
import { itineraryFrom } from "../trip/schedule/mapping/to-itinerary.ts";
import type { Trip } from "../trip/trip.ts";
import { type Verdict, verdictSchema } from "../trip/verdict.ts";
import { defineTool } from "./define-tool.ts";
import { findOffer, type OfferNamed } from "./find-offer.ts";
import { loadFacts } from "./load-facts.ts";
import { airportArgument } from "./shared-arguments.ts";
import type { ApprovalRequest, Tool, ToolContext } from "./tool.ts";
import { tripWords } from "./understood.ts";

const inputSchema = z.strictObject({
  tripId: z.uuid(),
  kind: z.enum(["stay", "flight"]),
  provider: z.string().min(1).max(100),
  offerId: z.string().min(1).max(255),
  cityId: z.uuid().optional().describe("stay, of several cities"),
  origin: airportArgument.optional(),
  destination: airportArgument.optional(),
  departureDate: dateSchema.optional(),
  returnDate: dateSchema.optional().describe("flight: dates and airports as searched"),
});

/** What a trip has chosen, before and after. */
interface Choice {
  stored: StoredItinerary;
  offer: StayOffer | FlightOffer;
  replaced: (StayOffer | FlightOffer)[];
  stays: StayOffer[];
  flights: FlightOffer[];
}

async function choiceOf(named: OfferNamed & { tripId: string }, context: ToolContext): Promise<Choice> {
  const { trips } = context;
  const [stored, stays, flights] = await Promise.all([
    trips.findItinerary(named.tripId),
    trips.listStays(named.tripId),
    trips.listFlights(named.tripId),
  ]);
  if (!stored?.itinerary.isSelected) {
    await trips.getTrip(named.tripId);
    throw new TripwrightError(
      "needs_input",
      "Expected a trip with a plan, and this one has none yet. Call plan_itinerary first.",
      { tripId: named.tripId },
    );
  }
  const offer = await findOffer(named, stored.trip, context);
  const isKept = (before: StayOffer | FlightOffer): boolean => !takesThePlaceOf(offer, before);
  return {
    stored,
    offer,
    replaced: [...stays, ...flights].filter((before) => !isKept(before)),
    stays: [...stays.filter(isKept), ...(isStay(offer) ? [offer] : [])],
    flights: [...flights.filter(isKept), ...(isStay(offer) ? [] : [offer])],
  };
}

/** The days around it, as they were but for what no longer fits. */
async function replanned(
  trip: Trip,
  facts: PlanFacts,
  { stored }: Choice,
  { scheduler, signal }: ToolContext,
): Promise<{ draft: ReturnType<typeof itineraryFrom>; verdict: Verdict }> {
  const { mapped, start } = replanProblem(trip, facts, stored.itinerary);
  const solution = await scheduler.solve(mapped.problem, { signal, start });
  const draft = itineraryFrom(mapped, solution.days, stored.itinerary);
  return { draft, verdict: check(trip, draft, facts, stored.itinerary) };
}

async function maybeReplaced(
  { tripId, kind }: { tripId: string; kind: "stay" | "flight" },
  { trips }: ToolContext,
): Promise<ApprovalRequest | null> {
  const chosen = kind === "stay" ? await trips.listStays(tripId) : await trips.listFlights(tripId);
  if (chosen.length === 0) return null;
  return {
    summary: `Replace a ${kind} that you have chosen?`,
    changes: chosen.map((before) => `Perhaps out: ${told(before)}`),
  };
}

const idsOf = (offers: readonly { id: string }[], without: string): string[] =>
  offers.flatMap(({ id }) => (id === without ? [] : [id]));

export const chooseOffer: Tool = defineTool({
  name: "choose_offer",
  title: "Choose a flight or stay",
  description:
    "Puts a flight or stay that a search returned into the plan, as a new selected version; books nothing. One that it replaces is kept and comes back when undone.",
  input: inputSchema,
  fields: {
    version: z.int(),
    chosen: z.string(),
    replaced: z.array(z.string()),
    verdict: verdictSchema,
    budget: budgetSchema,
    link: z.string().nullable().describe("where it can be booked"),
  },
  hints: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true },
  async approval(input, context): Promise<ApprovalRequest | null> {
    const choice = await choiceOf(input, context).catch(() => null);
    // What cannot be found now may be found in a moment: then something may be replaced, and nobody was asked.
    if (choice === null) return maybeReplaced(input, context);
    const { offer, replaced } = choice;
    if (replaced.length === 0) return null;
    const changes = [...replaced.map((before) => `Out: ${told(before)}`), `In: ${told(offer)}`];
    return { summary: `Replace ${replaced.map(nameOf).join(" and ")} by ${nameOf(offer)}?`, changes };
  },
  async run(input, context) {
    const { tripId } = input;
    const choice = await choiceOf(input, context);
    const { stored, offer, replaced, stays, flights } = choice;
    const { trip, itinerary } = stored;
    const facts = { ...(await loadFacts(context, trip, { itinerary, stored: true })), stays, flights };
    const { draft, verdict } = await replanned(trip, facts, choice, context);
    context.signal.throwIfAborted();
    const added = await context.trips.addOffers(
      tripId,
      isStay(offer) ? { stays: [offer], flights: [] } : { stays: [], flights: [offer] },
    );
    const saved = await context.trips.saveItinerary({
      ...{ tripId, draft, verdict, parentId: itinerary.id, generatedBy: "hybrid" },
      aiModelVersion: context.run?.modelVersion ?? null,
      runId: context.run?.id ?? null,
      select: true,
      expectedVersion: itinerary.version,
      chosen: {
        stayIds: [...idsOf(stays, offer.id), ...added.stayIds],
        flightIds: [...idsOf(flights, offer.id), ...added.flightIds],
      },
    });
    return {
      status: "ok",
      notices: ["Nothing is booked: the link leads to where it can be."],
      understood: tripWords(trip),
      version: saved.itinerary.version,
      chosen: told(offer),
      replaced: replaced.map(told),
      verdict,
      budget: budgetOf(trip, draft, facts),
      link: offer.link,
    };
  },
});
