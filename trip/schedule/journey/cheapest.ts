/** The cheapest journey there is, with the proof that there is none below: every route within reach is looked at. */
import { type Draft, draftOf } from "./draft.ts";
import type { Timing } from "./legs.ts";
import { Planning } from "./planning.ts";
import type { JourneyRequest } from "./request.ts";
import { sweepRoutes } from "./routes.ts";
import type { JourneyWorld } from "./world.ts";

export interface Cheapest {
  planning: Planning;
  draft: Draft | null;
  isProven: boolean;
}

/** The cities that can be visited: one named, or those of a state. A name that is both is a city only for a single stop. */
export function candidateCities(world: JourneyWorld, request: JourneyRequest): string[] {
  const { destination, origin } = request;
  const inState = world.citiesOf(destination);
  const isOneCity = world.hasCity(destination) && (request.cities === 1 || inState.length === 0);
  const cities = isOneCity ? [destination] : inState;
  return [...new Set(cities)].filter((city) => city !== origin);
}

export function cheapestJourney(world: JourneyWorld, request: JourneyRequest, timing: Timing): Cheapest {
  const planning = new Planning(world, request, candidateCities(world, request), timing);
  let draft: Draft | null = null;
  const sweep = sweepRoutes(planning, Number.MAX_VALUE, (route) => {
    const found = draftOf(planning, route);
    if (found !== null && (draft === null || found.cost < draft.cost)) draft = found;
    return draft === null ? Number.MAX_VALUE : draft.cost - 1e-9;
  });
  return { planning, draft, isProven: sweep.isComplete };
}
