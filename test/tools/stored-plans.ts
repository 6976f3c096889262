/** Trips with a plan, made through the tools, for the tests of what is done with a plan. */
import { expect } from "vitest";
import { planItinerary } from "../../tools/plan-itinerary.ts";
import type { ToolContext } from "../../tools/tool.ts";
import type { StoredItinerary } from "../../trip/ports.ts";
import type { Trip } from "../../trip/trip.ts";
import { newTrip, type ToolWorld } from "./tool-context.ts";

export interface PlannedTrip {
  trip: Trip;
  stored: StoredItinerary;
}

/** Plans once more and returns the version that came of it. */
export async function planAgain(context: ToolContext, tripId: string): Promise<StoredItinerary> {
  const result = await planItinerary.call({ tripId }, context);
  expect(result).toMatchObject({ status: "ok", itinerary: { isSelected: true } });
  const stored = await context.trips.findItinerary(tripId);
  expect(stored).not.toBeNull();
  return stored as StoredItinerary;
}

export async function newPlannedTrip(
  world: ToolWorld,
  { context = world.context, ...args }: Record<string, unknown> & { context?: ToolContext } = {},
): Promise<PlannedTrip> {
  const trip = await newTrip(world, args);
  return { trip, stored: await planAgain(context, trip.id) };
}
