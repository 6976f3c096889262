/** What a trip is known to meet with (a late landing, rain, a closed museum) counts for every plan made of it. */
import type { TripConditions } from "../../trip.ts";
import type { Change } from "./change.ts";

/** The change at hand is the newer word: what it wants is no longer avoided. */
export function withConditions(change: Change | undefined, conditions: TripConditions | undefined): Change | undefined {
  if (!conditions) return change;
  const { arrival, departure, rainyDates = [], closures = [], avoid = [] } = conditions;
  const wanted = new Set((change?.wanted ?? []).map(({ placeId }) => placeId));
  const first = change?.arrival ?? arrival;
  const last = change?.departure ?? departure;
  return {
    ...change,
    ...(first && { arrival: first }),
    ...(last && { departure: last }),
    rainyDates: [...rainyDates, ...(change?.rainyDates ?? [])],
    closures: [...closures, ...(change?.closures ?? [])],
    avoid: [...avoid.filter((id) => !wanted.has(id)), ...(change?.avoid ?? [])],
  };
}
