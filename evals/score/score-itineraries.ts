/** Judged itineraries become answers of a log: scored like everybody's, by scorers that look at plans. */
import type { Episode } from "../episode.ts";
import type { LoggedAnswer } from "../log/log-lines.ts";
import { judge } from "../run/judge.ts";
import type { Sample } from "../sample.ts";
import type { Scorer } from "../scorer.ts";
import type { JudgedLine } from "./judge-line.ts";
import type { ItineraryLine } from "./read-lines.ts";

/** What stands in place of a method's name: who made the plan is for the reader to know. */
export const SCORED = "scored";

export const SCORED_MODEL = "unknown";

/** One sample an itinerary; what was asked for is its only turn. */
export function sampleOf({ id, content }: ItineraryLine, today: string): Sample {
  const { request } = content.kind === "plan" ? content.plan : content.text;
  return {
    ...{ id, today, tags: [content.kind], city: null, expects: [] },
    purpose: "An itinerary from elsewhere, judged by what the catalogue knows.",
    turns: [request ?? ""],
  };
}

export function scoreItineraries(
  judged: readonly JudgedLine[],
  scorers: readonly Scorer[],
  today: string,
): LoggedAnswer[] {
  return judged.map(({ line, world }) => {
    const sample = { ...sampleOf(line, today), city: world.trip.destinations[0]?.name ?? null };
    const scene = { sample, method: SCORED, episode: silent(line), plan: world, before: null, relatives: {} };
    return judge(scene, 1, scorers);
  });
}

/** Nobody was asked anything: what talk and tools are scored by does not apply. */
function silent({ content }: ItineraryLine): Episode {
  return {
    ...{ turns: [], promptHash: "", modelCalls: 0, costUsd: null, latencyMs: 0, runId: null, failure: null },
    modelVersion: versionOf(content) ?? SCORED_MODEL,
    tokens: { input: 0, output: 0, cached: 0, reasoning: 0 },
  };
}

function versionOf(content: ItineraryLine["content"]): string | null {
  return content.kind === "plan" ? (content.plan.run?.modelVersion ?? null) : null;
}

/** Of all of them, where their documents agree on it. */
export function modelOf(lines: readonly ItineraryLine[]): string {
  const versions = new Set(lines.map(({ content }) => versionOf(content) ?? SCORED_MODEL));
  const [only = SCORED_MODEL] = versions;
  return versions.size <= 1 ? only : "several";
}
