/** Why there is no route at all, money aside: the first requirement that lifted makes one possible. */
import { movesOf } from "./moves.ts";
import type { CitiesProblem } from "./problem.ts";
import { reachOf } from "./reach.ts";
import { bestOf, tableOf } from "./table.ts";

export type Obstacle =
  /** The cities that must be visited need `least` nights. */
  | { readonly kind: "too_few_nights"; readonly least: number }
  /** All cities together take `most` nights. */
  | { readonly kind: "too_many_nights"; readonly most: number }
  | { readonly kind: "arrival_dates" }
  | { readonly kind: "order" }
  | { readonly kind: "no_connection" }
  /** More than one of them. */
  | { readonly kind: "several" };

function isFeasible(problem: CitiesProblem): boolean {
  const model = { problem, moves: movesOf(problem), reach: reachOf(problem) };
  return bestOf(tableOf(model, { worth: 1, price: 0 })) > Number.NEGATIVE_INFINITY;
}

function withoutDates(problem: CitiesProblem): CitiesProblem {
  const cities = problem.cities.map((city) => ({ ...city, arriveFromNight: 0, arriveByNight: problem.nights }));
  return { ...problem, cities };
}

function withoutOrder(problem: CitiesProblem): CitiesProblem {
  const { firstCity, lastCity } = problem;
  const cities = problem.cities.map((city, index) => ({
    ...city,
    rank: null,
    isMandatory: city.isMandatory || index === firstCity || index === lastCity,
  }));
  return { ...problem, cities, firstCity: null, lastCity: null };
}

/** Everywhere from everywhere, at once. */
function withoutDistances(problem: CitiesProblem): CitiesProblem {
  const points = problem.legs.length;
  const nowhere = Array.from({ length: points }, () => [
    { mode: "train", departMinute: 0, minutes: 0, cost: 0 } as const,
  ]);
  return {
    ...problem,
    cities: problem.cities.map((city) => ({ ...city, latestArrivalMinute: 0 })),
    legs: Array.from({ length: points }, () => nowhere),
  };
}

export function diagnose(problem: CitiesProblem): Obstacle {
  const { cities, nights, firstCity, lastCity } = problem;
  const needed = cities.filter((city, index) => city.isMandatory || index === firstCity || index === lastCity);
  const least = needed.reduce((sum, { minNights }) => sum + minNights, 0);
  const most = cities.reduce((sum, { maxNights }) => sum + maxNights, 0);
  if (least > nights) return { kind: "too_few_nights", least };
  if (most < nights) return { kind: "too_many_nights", most };
  if (isFeasible(withoutDates(problem))) return { kind: "arrival_dates" };
  if (isFeasible(withoutOrder(problem))) return { kind: "order" };
  if (isFeasible(withoutDistances(problem))) return { kind: "no_connection" };
  return { kind: "several" };
}
