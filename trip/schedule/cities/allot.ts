/**
 * Nights for every city of a trip, and their order where it was left open: destinations with dates, and
 * what was decided in words. What the traveller said is kept; what was not said is chosen by worth.
 */
import { currencyOf } from "../../budget.ts";
import { addDays } from "../../calendar.ts";
import type { PlanFacts } from "../../facts.ts";
import type { Destination, Trip } from "../../trip.ts";
import type { Obstacle } from "./diagnose.ts";
import { type CostLevel, citiesProblemOf, type StayWishes } from "./from-trip.ts";
import type { CitiesProblem } from "./problem.ts";
import type { Route } from "./route.ts";
import { type CitiesSolution, solveCities, type WorthyRoute } from "./solve.ts";
import { differenceInWords, nightsInWords, orderInWords, skipInWords } from "./words.ts";

export type Allotment =
  | { readonly destinations: Destination[]; readonly assumptions: string[] }
  | { readonly obstacle: Obstacle };

/** Worth so near to the best one's that the traveller's taste decides. */
const NEAR = 0.02;

interface Solved {
  problem: CitiesProblem;
  solution: CitiesSolution;
}

/** At the traveller's style where the budget allows it, else as simply as the trip can be made. */
function solve(trip: Trip, facts: PlanFacts, wishes: StayWishes): Solved {
  const at = (level: CostLevel): Solved => {
    const problem = citiesProblemOf(trip, facts, wishes, level);
    return { problem, solution: solveCities(problem) };
  };
  const usual = at({ style: trip.wishes.style, isLeast: false });
  return usual.solution.status === "beyond_the_budget" ? at({ style: "budget", isLeast: true }) : usual;
}

function destinationsOf(trip: Trip, { stays }: Route): Destination[] {
  let arrivalDate = trip.startDate;
  return stays.flatMap(({ city, nights }) => {
    const named = trip.destinations[city];
    if (!named) return [];
    const departureDate = addDays(arrivalDate, nights);
    const destination = { ...named, arrivalDate, departureDate };
    arrivalDate = departureDate;
    return [destination];
  });
}

/** The best route in the order in which the cities were named. */
function asNamed(problem: CitiesProblem): WorthyRoute | null {
  const cities = problem.cities.map((city, rank) => ({ ...city, rank }));
  const solution = solveCities({ ...problem, cities, budget: null, firstCity: null, lastCity: null });
  return solution.status === "solved" ? solution.best : null;
}

function nextBest(
  names: readonly string[],
  best: WorthyRoute,
  others: readonly WorthyRoute[],
  currency: string,
): string[] {
  const order = ({ stays }: Route): string => stays.map(({ city }) => city).join();
  const near = others.find(
    (other) => order(other) === order(best) && best.score - other.score < NEAR * best.terms.sights,
  );
  const words = near ? differenceInWords(names, { best, other: near }, currency) : null;
  return words ? [`${words}.`] : [];
}

/** Nights are shared where more than one city of the route could have had another number of them. */
function isShared({ cities }: CitiesProblem, { stays }: Route): boolean {
  const open = stays.filter(({ city }) => (cities[city]?.minNights ?? 0) < (cities[city]?.maxNights ?? 0));
  return open.length > 1;
}

/** The trip's destinations say which cities, in the order in which they were named; their dates are chosen here. */
export function allotStays(trip: Trip, facts: PlanFacts, wishes: StayWishes): Allotment {
  const currency = currencyOf(trip, facts);
  const { problem, solution } = solve(trip, facts, wishes);
  if (solution.status === "infeasible") return { obstacle: solution.obstacle };
  const best = solution.status === "solved" ? solution.best : solution.cheapest;
  const { alternatives: others, skipped } = solution.status === "solved" ? solution : { alternatives: [], skipped: [] };
  const names = trip.destinations.map(({ name }) => name);
  const shared = `I shared the nights out by what there is to see for you: ${nightsInWords(names, best)}.`;
  return {
    destinations: destinationsOf(trip, best),
    assumptions: [
      ...(wishes.orderIsOpen && names.length > 1 ? [orderInWords(names, best, asNamed(problem), currency)] : []),
      ...skipped.map(({ city, reason }) => skipInWords(names[city] ?? "", reason)),
      ...(isShared(problem, best) ? [[shared, ...nextBest(names, best, others, currency)].join(" ")] : []),
    ],
  };
}
