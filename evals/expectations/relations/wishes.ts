/** A wish more than before: it is met, and it is not paid for with what it has nothing to do with. */
import type { Diet } from "../../../trip/place.ts";
import { servesDiet } from "../../../trip/suitability.ts";
import type { PlannedWorld } from "../../episode.ts";
import { broken, type Expectation, finding } from "../../expectation.ts";
import { relation } from "./relation.ts";

export function mealsServe(diet: Diet): Expectation {
  return {
    demand: `every meal at a place serves ${diet} food`,
    kind: "diet",
    check({ plan }) {
      if (!plan) return broken("no plan");
      const tables = plan.itinerary.days.flatMap(({ items }) =>
        items.flatMap(({ type, placeId }) =>
          type === "meal" && placeId !== null ? [plan.facts.places.get(placeId)] : [],
        ),
      );
      const wrong = tables
        .filter((place) => !place || !servesDiet(place, diet))
        .map((place) => place?.name ?? "unknown");
      return finding(wrong.length === 0, wrong.length === 0 ? `${tables.length} tables` : `not ${wrong.join(", ")}`);
    },
  };
}

const visitsOf = ({ itinerary }: PlannedWorld): number =>
  itinerary.days.reduce((sum, { items }) => sum + items.filter(({ type }) => type === "attraction").length, 0);

export const noMoreVisits: Expectation = relation("at a slower pace never more visits", "pace", ({ base, twin }) => {
  const [was, is] = [visitsOf(base), visitsOf(twin)];
  return finding(is > 0 && is <= was, `${was} became ${is}`);
});

/** So much of a plan may change with the tables alone: a detour for another lunch moves what is around it. */
const KEPT_SHARE = 0.5;

export const sightsMostlyStay: Expectation = relation("most sights stay", "unchanged", ({ base, twin }) => {
  const sights = ({ itinerary }: PlannedWorld): string[] =>
    itinerary.days.flatMap(({ items }) =>
      items.flatMap(({ type, placeId }) => (type === "attraction" && placeId !== null ? [placeId] : [])),
    );
  const [was, is] = [sights(base), new Set(sights(twin))];
  const kept = was.filter((id) => is.has(id)).length;
  return finding(kept >= was.length * KEPT_SHARE, `${kept} of ${was.length} stayed`);
});
