/** `eval agreement`: whether the scorers see plans as people do, over the plans of this database that people have rated. */
import { parseArgs } from "node:util";
import type { Runtime } from "../../server/compose.ts";
import { withSession } from "../../server/session.ts";
import { loadFacts } from "../../tools/load-facts.ts";
import type { PlannedWorld } from "../episode.ts";
import { PLANNER } from "../run/judge.ts";
import type { Sample } from "../sample.ts";
import type { Scene } from "../scene.ts";
import type { Scorer } from "../scorer.ts";
import { agreementWords, type Pair, rankCorrelation } from "../scorers/agreement.ts";
import { SCORERS } from "../scorers/registry.ts";
import { plainEpisode } from "../solvers/plain-episode.ts";
import { judged } from "../solvers/planned-world.ts";
import { type RatedPlan, ratedPlans } from "./rated-plans.ts";

export interface Agreement {
  readonly scorer: string;
  readonly title: string;
  readonly plans: number;
  /** Spearman's; a score of which less is better counts the other way round. `null` without an order. */
  readonly correlation: number | null;
  readonly words: string;
}

/** Scorers that need a conversation say nothing of a stored plan and are left out, as are facts that decide nothing. */
export function agreements(
  rated: readonly { scene: Scene; rating: number }[],
  scorers: readonly Scorer[],
): Agreement[] {
  return scorers.flatMap((scorer) => {
    const pairs = rated.flatMap(({ scene, rating }): Pair[] => {
      const score = scorer.score(scene);
      return score === null ? [] : [[scorer.better === "lower" ? -score.value : score.value, rating]];
    });
    if (pairs.length === 0 || scorer.better === "neither") return [];
    const correlation = rankCorrelation(pairs);
    const words = agreementWords(correlation, pairs.length);
    return [{ scorer: scorer.name, title: scorer.title, plans: pairs.length, correlation, words }];
  });
}

export async function agreementCommand(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { json: { type: "boolean", default: false } } });
  const found = await withSession({}, async ({ runtime }) => {
    const plans = await ratedPlans(runtime.database);
    const rated = await Promise.all(plans.map(async (plan) => ({ scene: await sceneOf(plan, runtime), ...plan })));
    return agreements(
      rated.flatMap(({ scene, rating }) => (scene ? [{ scene, rating }] : [])),
      SCORERS,
    );
  });
  process.stdout.write(`${values.json ? JSON.stringify(found, null, 2) : agreementText(found)}\n`);
  return 0;
}

function agreementText(found: readonly Agreement[]): string {
  if (found.length === 0) return "Nobody has rated a plan here yet: people rate with record_feedback, or over REST.";
  const width = Math.max(...found.map(({ title }) => title.length));
  return found.map(({ title, words }) => `${title.padEnd(width)}  ${words}`).join("\n");
}

/** As its owner sees it; `null` for a trip that has no plan any more. */
async function sceneOf({ userId, tripId, itineraryId }: RatedPlan, runtime: Runtime): Promise<Scene | null> {
  const { toolContext } = runtime.forUser(userId);
  const versions = await toolContext.trips.listVersions(tripId);
  const version = versions.find(({ id }) => id === itineraryId)?.version;
  const stored = await toolContext.trips.findItinerary(tripId, version);
  if (!stored) return null;
  const { trip, itinerary } = stored;
  const facts = await loadFacts(toolContext, trip, { itinerary, stored: true, isShown: true });
  return ratedScene(judged(trip, itinerary, facts));
}

export function ratedScene(plan: PlannedWorld): Scene {
  const sample: Sample = {
    id: plan.trip.id,
    purpose: "A plan that somebody rated.",
    today: plan.facts.today,
    turns: ["A plan."],
    tags: [],
    city: plan.trip.destinations[0]?.name ?? null,
    expects: [],
  };
  const episode = plainEpisode("A plan.", plan, 0);
  return { sample, method: PLANNER, episode, plan, before: null, relatives: {} };
}
