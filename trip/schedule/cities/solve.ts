/**
 * Order, nights and legs, best of all: exact, in bounded work, without a clock. Returns the route, the
 * next best ones, why a city was skipped; and where there is no route, what stands in its way.
 */
import { diagnose, type Obstacle } from "./diagnose.ts";
import { movesOf } from "./moves.ts";
import { type CitiesProblem, MAX_CITIES, MAX_NIGHTS } from "./problem.ts";
import { type Guides, type Ranking, rankRoutes } from "./ranking.ts";
import { reachOf } from "./reach.ts";
import { type Route, type RouteWorth, worthOf } from "./route.ts";
import { bestOf, type Model, type Table, tableOf } from "./table.ts";

export interface WorthyRoute extends Route, RouteWorth {}

/** `does_not_fit`: no route has nights, order and dates for it; `worth_less`: the nights are worth more elsewhere. */
export type SkipReason = "does_not_fit" | "beyond_the_budget" | "worth_less";

export interface Skipped {
  readonly city: number;
  readonly reason: SkipReason;
}

export type CitiesSolution =
  | {
      readonly status: "solved";
      readonly best: WorthyRoute;
      /** The next best, best first. */
      readonly alternatives: readonly WorthyRoute[];
      readonly skipped: readonly Skipped[];
      /** Nothing is better. False only if the work allowed ran out. */
      readonly isProven: boolean;
    }
  | { readonly status: "infeasible"; readonly obstacle: Obstacle }
  | {
      readonly status: "beyond_the_budget";
      /** The smallest budget with which there is a route, and that route. */
      readonly smallestBudget: number;
      readonly cheapest: WorthyRoute;
    };

const ALTERNATIVES = 3;
/** A bound so near to a route's worth leaves little to search through; sharper ones cost more than they save. */
const CLOSE_ENOUGH = 0.05;
const PRICE_ROUNDS = 2;

const WORTH = { worth: 1, price: 0 };
const COST = { worth: 0, price: 1 };

function requireSize({ cities, nights }: CitiesProblem): void {
  if (cities.length <= MAX_CITIES && nights <= MAX_NIGHTS) return;
  throw new RangeError(
    `Expected at most ${MAX_CITIES} cities and ${MAX_NIGHTS} nights, got ${cities.length} and ${nights}. Plan the trip in parts.`,
  );
}

function firstBy(model: Model, table: Table): WorthyRoute | null {
  const [route] = rankRoutes(model, { bounds: [table], cheapest: null }, { budget: null, count: 1 }).routes;
  return route ? { ...route, ...worthOf(model.problem, route) } : null;
}

interface Ends {
  /** Worth most, beyond the budget. */
  dear: WorthyRoute;
  /** Within the budget. */
  cheap: WorthyRoute;
}

/** What no route within the budget can be worth more than. */
const dualOf = (table: Table, budget: number): number => bestOf(table) + table.measure.price * budget;

/** Prices of money as slopes between a route too dear and one that is not (Handler & Zang 1980). */
function pricedTables(model: Model, budget: number, { dear, cheap }: Ends): Table[] {
  let [above, below] = [dear, cheap];
  const tables: Table[] = [];
  for (let round = 0; round < PRICE_ROUNDS; round += 1) {
    const price = (above.score - below.score) / (above.cost - below.cost);
    if (!(price > 0)) return tables;
    const table = tableOf(model, { worth: 1, price });
    tables.push(table);
    const route = firstBy(model, table);
    if (route && route.cost > budget) above = route;
    else if (route) below = route;
    if (!route || dualOf(table, budget) - below.score < CLOSE_ENOUGH * Math.abs(below.score)) return tables;
  }
  return tables;
}

/** By what the search is bounded; `cheap` is the cheapest route there is. */
function guidesFor(model: Model, worth: Table, least: { table: Table; cheap: WorthyRoute } | null): Guides {
  const { budget } = model.problem;
  if (budget === null || least === null) return { bounds: [worth], cheapest: null };
  const { table: cheapest, cheap } = least;
  const dear = firstBy(model, worth);
  if (!dear || dear.cost <= budget) return { bounds: [worth], cheapest };
  return { bounds: [worth, ...pricedTables(model, budget, { dear, cheap })], cheapest };
}

function skippedBy(model: Model, route: Route, tables: { worth: Table; cheapest: Table | null }): Skipped[] {
  const { cities, budget } = model.problem;
  const visited = new Set(route.stays.map(({ city }) => city));
  const bestWith = ({ bestOver }: Table, city: number): number =>
    bestOver.reduce((best, value, set) => (set & (1 << city) ? Math.max(best, value) : best), Number.NEGATIVE_INFINITY);
  return cities.flatMap((_, city): Skipped[] => {
    if (visited.has(city)) return [];
    if (bestWith(tables.worth, city) === Number.NEGATIVE_INFINITY) return [{ city, reason: "does_not_fit" }];
    const isDear = budget !== null && tables.cheapest !== null && -bestWith(tables.cheapest, city) > budget;
    return [{ city, reason: isDear ? "beyond_the_budget" : "worth_less" }];
  });
}

export function solveCities(problem: CitiesProblem): CitiesSolution {
  requireSize(problem);
  const model: Model = { problem, moves: movesOf(problem), reach: reachOf(problem) };
  const worth = tableOf(model, WORTH);
  if (bestOf(worth) === Number.NEGATIVE_INFINITY) return { status: "infeasible", obstacle: diagnose(problem) };
  const cheapest = problem.budget === null ? null : tableOf(model, COST);
  const cheapestRoute = cheapest && firstBy(model, cheapest);
  if (problem.budget !== null && cheapestRoute && cheapestRoute.cost > problem.budget) {
    return { status: "beyond_the_budget", smallestBudget: cheapestRoute.cost, cheapest: cheapestRoute };
  }
  const guides = guidesFor(model, worth, cheapest && cheapestRoute && { table: cheapest, cheap: cheapestRoute });
  const ranking: Ranking = rankRoutes(model, guides, { budget: problem.budget, count: ALTERNATIVES + 1 });
  const [best, ...alternatives] = ranking.routes.map((route) => ({ ...route, ...worthOf(problem, route) }));
  const settled = best ?? cheapestRoute;
  if (!settled) return { status: "infeasible", obstacle: diagnose(problem) };
  const skipped = skippedBy(model, settled, { worth, cheapest });
  return { status: "solved", best: settled, alternatives, skipped, isProven: ranking.isProven };
}
