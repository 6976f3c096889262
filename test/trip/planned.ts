/** Generated worlds with the plan that the scheduler makes of them in a few steps. */
import type fc from "fast-check";
import type { PlanFacts } from "../../trip/facts.ts";
import type { DayDraft, ItemDraft, ItineraryDraft } from "../../trip/itinerary.ts";
import type { Place } from "../../trip/place.ts";
import { createSearch } from "../../trip/schedule/first/search.ts";
import { problemFrom } from "../../trip/schedule/from-trip.ts";
import { itineraryFrom } from "../../trip/schedule/to-itinerary.ts";
import type { Trip } from "../../trip/trip.ts";
import { worlds } from "./generated-worlds.ts";

const STEPS = 10;

export interface Planned {
  trip: Trip;
  facts: PlanFacts;
  itinerary: ItineraryDraft;
}

export function plan(trip: Trip, facts: PlanFacts): ItineraryDraft {
  const problem = problemFrom(trip, facts);
  const search = createSearch(problem);
  search.step(STEPS);
  return itineraryFrom({ trip, facts, problem }, search.solution());
}

export const planned: fc.Arbitrary<Planned> = worlds.map(({ trip, facts }) => ({
  trip,
  facts,
  itinerary: plan(trip, facts),
}));

export interface Visit {
  day: DayDraft;
  item: ItemDraft;
  place: Place;
  path: string;
}

/** Every item that names a place, with its day. */
export function visitsOf({ facts, itinerary }: Planned): Visit[] {
  return itinerary.days.flatMap((day, dayIndex) =>
    day.items.flatMap((item, index) => {
      const place = item.placeId === null ? undefined : facts.places.get(item.placeId);
      return place ? [{ day, item, place, path: `days[${dayIndex}].items[${index}]` }] : [];
    }),
  );
}
