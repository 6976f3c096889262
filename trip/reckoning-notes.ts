/** What every plan takes for granted, in words a traveller can disagree with: times of arrival, cost level, rates. */
import { currencyOf } from "./budget.ts";
import { describeRate } from "./exchange.ts";
import type { PlanFacts } from "./facts.ts";
import { wallTimeOf } from "./opening-hours.ts";
import { ARRIVAL_DAY_STARTS_MINUTE, DEPARTURE_DAY_ENDS_MINUTE } from "./pace.ts";
import type { Trip } from "./trip.ts";

const LEVELS = { budget: "budget", mid_range: "mid-range", luxury: "luxury" } as const;

function arrivalNotes(trip: Trip, { flights }: PlanFacts): string[] {
  if (flights.length > 0 || trip.startDate === trip.endDate) return [];
  const [from, until] = [wallTimeOf(ARRIVAL_DAY_STARTS_MINUTE), wallTimeOf(DEPARTURE_DAY_ENDS_MINUTE)];
  return [
    `You did not say when you arrive and leave: the first day starts at ${from} and the last one ends by ${until}.`,
  ];
}

/** Local prices and daily cost indicators that had to be converted, each with its rate. */
function rateNotes(trip: Trip, facts: PlanFacts): string[] {
  const currency = currencyOf(trip, facts);
  const locals = trip.destinations.flatMap(({ countryCode }) => facts.countries.get(countryCode)?.currencyCode ?? []);
  const converted = [...new Set(locals)].filter((local) => local !== currency);
  return converted.flatMap((local) => {
    const rate = describeRate(currency, local, facts.rates);
    return rate ? [`Prices in ${local} are reckoned at ${rate}.`] : [];
  });
}

export function reckoningNotes(trip: Trip, facts: PlanFacts): string[] {
  const level = LEVELS[trip.wishes.style];
  return [
    ...arrivalNotes(trip, facts),
    `Beds, meals without a price and local transport are reckoned at a ${level} level.`,
    ...rateNotes(trip, facts),
  ];
}
