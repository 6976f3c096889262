/** Generated worlds with the plan that the scheduler makes of them in a few steps. */
import type fc from "fast-check";
import type { PlanFacts } from "../../trip/facts.ts";
import type { DayDraft, ItemDraft, ItineraryDraft } from "../../trip/itinerary.ts";
import type { Place } from "../../trip/place.ts";
import { problemFrom } from "../../trip/schedule/mapping/from-trip.ts";
import { itineraryFrom } from "../../trip/schedule/mapping/to-itinerary.ts";
import { createSearch } from "../../trip/schedule/search.ts";
import type { Trip } from "../../trip/trip.ts";
import { worlds } from "./generated-worlds.ts";

const STEPS = 40;

export interface Planned {
  trip: Trip;
  facts: PlanFacts;
  itinerary: ItineraryDraft;
}

export function plan(trip: Trip, facts: PlanFacts, steps = STEPS): ItineraryDraft {
  const mapped = problemFrom(trip, facts);
  const search = createSearch(mapped.problem, { steps });
  search.step(steps);
  return itineraryFrom(mapped, search.solution().days);
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
