/** From a scene to its line in the log: every expectation looked at, every score computed, and nothing else. */
import type { PlannedWorld } from "../episode.ts";
import { broken } from "../expectation.ts";
import type { LoggedAnswer, LoggedPlan } from "../log/log-lines.ts";
import type { Scene } from "../scene.ts";
import type { Scorer } from "../scorer.ts";

export const PLANNER = "planner";

/** Methods answer no words and are held to no expectation: theirs passes when its plan has no error. */
export function judge(scene: Scene, trial: number, scorers: readonly Scorer[]): LoggedAnswer {
  const { sample, episode, method, plan } = scene;
  const findings = method === PLANNER ? findingsOf(scene) : [];
  const passed = method === PLANNER ? findings.every(({ holds }) => holds) : (plan?.verdict.ok ?? false);
  return {
    line: "answer",
    ...{ sample: sample.id, purpose: sample.purpose, tags: [...sample.tags], city: sample.city, trial, method },
    turns: episode.turns.map(({ said, answer, outcome, code, toolCalls }) => ({
      ...{ said, answer, outcome, code },
      toolCalls: toolCalls.map(({ name, status, errorCode }) => ({ name, status, errorCode })),
    })),
    plan: plan && loggedPlan(plan),
    ...{ findings, passed: passed && episode.failure === null, scores: scoresOf(scene, scorers) },
    ...{ tokens: episode.tokens, costUsd: episode.costUsd, latencyMs: episode.latencyMs },
    ...{ modelCalls: episode.modelCalls, planRunId: episode.runId, failure: episode.failure },
  };
}

/** One that cannot look at what came back has not held. */
function findingsOf(scene: Scene): LoggedAnswer["findings"] {
  return scene.sample.expects.map((expectation) => {
    const { demand, kind } = expectation;
    const { holds, found } = guarded(() => expectation.check(scene));
    return { demand, kind, holds, found };
  });
}

function guarded<Finding extends { holds: boolean; found: string }>(
  look: () => Finding,
): Finding | ReturnType<typeof broken> {
  try {
    return look();
  } catch (error) {
    return broken(`could not be looked at: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function scoresOf(scene: Scene, scorers: readonly Scorer[]): LoggedAnswer["scores"] {
  return Object.fromEntries(
    scorers.flatMap((scorer) => {
      const score = scorer.score(scene);
      return score === null ? [] : [[scorer.name, score]];
    }),
  );
}

function loggedPlan({ trip, itinerary, verdict, budget }: PlannedWorld): LoggedPlan {
  return {
    ...{ tripId: trip.id, title: trip.title, startDate: trip.startDate, endDate: trip.endDate },
    ...{ travelers: trip.travelers, cities: trip.destinations.map(({ name }) => name), budget, verdict },
    days: itinerary.days.map(({ dayNumber, date, city, items }) => ({
      ...{ dayNumber, date, city: city.name },
      items: items.map(
        ({ itemKey, type, title, placeId, location, startTime, endTime, endsNextDay, status, cost }) => ({
          ...{ itemKey, type, title, placeId, location, startTime, endTime, endsNextDay, status, cost },
        }),
      ),
    })),
  };
}
