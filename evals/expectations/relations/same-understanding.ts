/** What was understood of a request: the fields of the trip, compared one by one, but for those that were changed. */
import { daysBetween } from "../../../trip/calendar.ts";
import type { Trip } from "../../../trip/trip.ts";
import { type Expectation, finding } from "../../expectation.ts";
import { relation } from "./relation.ts";

const sorted = (values: readonly string[]): string => values.toSorted().join("+") || "none";

const FIELDS = {
  city: ({ destinations }: Trip) => destinations.map(({ name }) => name).join("+"),
  start: ({ startDate }: Trip) => startDate,
  days: ({ startDate, endDate }: Trip) => String(daysBetween(startDate, endDate) + 1),
  travellers: ({ travelers, childAges }: Trip) => `${travelers} (${childAges.length})`,
  budget: ({ budget }: Trip) => (budget ? `${budget.amountMinor} ${budget.currency}` : "none"),
  interests: ({ wishes }: Trip) => sorted(wishes.interests.map(({ category }) => category)),
  diets: ({ wishes }: Trip) => sorted(wishes.diets),
  pace: ({ wishes }: Trip) => wishes.pace,
  access: ({ wishes }: Trip) => sorted(wishes.accessibility),
  "must-sees": ({ wishes }: Trip) => sorted(wishes.mustSee),
  manners: ({ wishes: { avoidCrowds, preferOffbeat, style } }: Trip) => `${avoidCrowds} ${preferOffbeat} ${style}`,
} satisfies Record<string, (trip: Trip) => string>;
export type TripField = keyof typeof FIELDS;

export function sameUnderstanding(except: readonly TripField[] = []): Expectation {
  const demand = except.length > 0 ? `understood as before but for ${except.join(", ")}` : "understood as before";
  return relation(demand, "understanding", ({ base, twin }) => {
    const different = Object.entries(FIELDS).flatMap(([name, read]) => {
      const [was, is] = [read(base.trip), read(twin.trip)];
      return except.some((field) => field === name) || was === is ? [] : [`${name}: ${was} became ${is}`];
    });
    return finding(different.length === 0, different.join("; ") || "all the same");
  });
}

/** That the change itself was understood. */
export function understood(field: TripField, value: string): Expectation {
  return {
    demand: `${field} understood as ${value}`,
    kind: "understanding",
    check({ plan }) {
      const found = plan ? FIELDS[field](plan.trip) : "no plan";
      return finding(found === value, found);
    },
  };
}
