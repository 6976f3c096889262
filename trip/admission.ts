/** What a visit costs at the hour it begins: the admission, or nothing on a day without one. */
import type { PlanFacts } from "./facts.ts";
import { freeReason } from "./hours/free-days.ts";
import { hoursContext } from "./hours/resolve-hours.ts";
import type { Price } from "./money.ts";
import type { Place } from "./place.ts";

export interface Arrival {
  date: string;
  startMinute: number;
}

type Known = Pick<PlanFacts, "cities" | "holidays">;

/** "free on the first Sunday of the month"; `null` where it is not, or was free anyway. */
export function freeAdmission(place: Place, arrival: Arrival, { cities, holidays }: Known): string | null {
  const timezone = cities.get(place.cityId)?.timezone;
  if (!place.freeDays || timezone === undefined || place.admission?.amountMinor === 0) return null;
  const calendar = { timezone, holidays: holidays?.get(place.cityId) ?? null };
  return freeReason(place.freeDays, arrival, hoursContext(place, calendar));
}

/** A person's; `null` where nobody knows. */
export function admissionAt(place: Place, arrival: Arrival, facts: Known): Price | null {
  const { admission } = place;
  if (admission === null || freeAdmission(place, arrival, facts) === null) return admission;
  return { ...admission, amountMinor: 0 };
}
