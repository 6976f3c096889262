/**
 * Plans a whole journey: first the cheapest one there is, which proves that something fits or that nothing does; then
 * the one whose hours on the way and price together are least; then what is left of the budget, where it is worth it.
 */
import { type Cheapest, cheapestJourney } from "./cheapest.ts";
import { type Draft, draftOf } from "./draft.ts";
import { fillDays } from "./fill-days.ts";
import { HOUR_WORTH, improve } from "./improve.ts";
import type { JourneyOutcome } from "./journey-plan.ts";
import type { Planning } from "./planning.ts";
import { explain, flawOf } from "./relax.ts";
import type { JourneyRequest } from "./request.ts";
import { type Route, sweepRoutes } from "./routes.ts";
import type { JourneyWorld } from "./world.ts";

/** So many of the best routes are tried with their meals; the cheapest journey stands behind them. */
const TRIED = 200;

export function planJourney(world: JourneyWorld, request: JourneyRequest): JourneyOutcome {
  const flaw = flawOf(world, request);
  if (flaw !== null) return { kind: "impossible", reason: flaw, relaxations: [], isProven: true };
  const budget = request.budget ?? Number.MAX_VALUE;
  let cheapest: Cheapest = cheapestJourney(world, request, "comfortable");
  if (cheapest.draft === null || cheapest.draft.cost > budget) cheapest = cheapestJourney(world, request, "any");
  const { draft, planning, isProven } = cheapest;
  if (draft === null || draft.cost > budget) {
    return explain(world, request, { cheapest: draft?.cost ?? null, isProven });
  }
  const chosen = shortest(planning, budget) ?? draft;
  const plan = fillDays(planning, improve(planning, chosen, budget));
  return { kind: "planned", plan, cheapest: draft.cost, isProven };
}

function burden(planning: Planning, route: Route): number {
  const hours = route.legs.reduce((sum, leg) => sum + leg.minutes, 0) / 60;
  return route.bound + hours * HOUR_WORTH * planning.request.travelers;
}

/** The draft of least burden within the budget, of the routes that are best before their cuisines are known. */
function shortest(planning: Planning, budget: number): Draft | null {
  let best: { route: Route; burden: number }[] = [];
  const keepBest = () => {
    best = best.sort((a, b) => a.burden - b.burden).slice(0, TRIED);
  };
  sweepRoutes(planning, budget, (route) => {
    best.push({ route, burden: burden(planning, route) });
    if (best.length >= 8 * TRIED) keepBest();
    return budget;
  });
  keepBest();
  for (const { route } of best) {
    const draft = draftOf(planning, route);
    if (draft !== null && draft.cost <= budget) return draft;
  }
  return null;
}
