/** Why no journey fits, and which single wish, given up, would cost least. */
import { candidateCities, cheapestJourney } from "./cheapest.ts";
import type { JourneyOutcome, Relaxation } from "./journey-plan.ts";
import type { JourneyRequest } from "./request.ts";
import type { JourneyWorld } from "./world.ts";

interface Variant {
  giveUp: string;
  request: JourneyRequest;
}

function variantsOf(request: JourneyRequest): Variant[] {
  const { houseRule, room, transport, cuisines, cities } = request;
  const variants: Variant[] = [];
  if (houseRule !== null)
    variants.push({ giveUp: `a house that allows ${houseRule}`, request: { ...request, houseRule: null } });
  if (room !== null) variants.push({ giveUp: `the wish for ${room}`, request: { ...request, room: null } });
  if (transport !== null) variants.push({ giveUp: `"${transport}"`, request: { ...request, transport: null } });
  for (const cuisine of cuisines) {
    const others = cuisines.filter((other) => other !== cuisine);
    variants.push({ giveUp: `${cuisine} food`, request: { ...request, cuisines: others } });
  }
  if (cities > 1) variants.push({ giveUp: `one of ${cities} cities`, request: { ...request, cities: cities - 1 } });
  return variants;
}

/** What is wrong with the question itself, whatever is on offer. */
export function flawOf(world: JourneyWorld, request: JourneyRequest): string | null {
  const { origin, destination, cities, days, dates, travelers } = request;
  if (!Number.isInteger(days) || days < 2 || cities < 1 || travelers < 1) {
    return `a journey has two days, one city and one person at least; this one has ${days}, ${cities} and ${travelers}`;
  }
  if (dates.length !== days) return `${days} days need ${days} dates; ${dates.length} came`;
  if (days < cities + 1) return `${cities} cities need ${cities} nights; ${days} days have ${days - 1}`;
  const candidates = candidateCities(world, request);
  if (candidates.length === 0) return `no city or state called ${destination} is known, other than the origin`;
  if (candidates.length < cities)
    return `${destination} has ${candidates.length} known cities; ${cities} are to be visited`;
  return world.hasCity(origin) ? null : `no city called ${origin} is known to set out from`;
}

function money(amount: number): string {
  return amount.toLocaleString("en-US", { maximumFractionDigits: 2 });
}

/** `cheapest` is what the wishes cost without the budget, or `null` where they cannot be met at all. */
export function explain(
  world: JourneyWorld,
  request: JourneyRequest,
  found: { cheapest: number | null; isProven: boolean },
): JourneyOutcome {
  const { budget } = request;
  const relaxations: Relaxation[] = [];
  let isProven = found.isProven;
  for (const { giveUp, request: relaxed } of variantsOf(request)) {
    const cheapest = cheapestJourney(world, relaxed, "any");
    isProven &&= cheapest.isProven;
    const cost = cheapest.draft?.cost ?? Number.POSITIVE_INFINITY;
    if (cost <= (budget ?? Number.MAX_VALUE)) relaxations.push({ giveUp, cost });
  }
  if (found.cheapest !== null && budget !== null) {
    relaxations.push({ giveUp: `the budget of ${money(budget)}, for ${money(found.cheapest)}`, cost: found.cheapest });
  }
  relaxations.sort((a, b) => a.cost - b.cost);
  const reason =
    found.cheapest !== null && budget !== null
      ? `the cheapest journey with all wishes costs ${money(found.cheapest)}; the budget is ${money(budget)}`
      : `no journey from ${request.origin} to ${request.destination} on these days meets all wishes, at any price`;
  return { kind: "impossible", reason, relaxations, isProven };
}
