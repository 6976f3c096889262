/**
 * A changed plan as a new version. It becomes the trip's plan at once when it breaks nothing that held and takes
 * nothing away; else it waits for the traveller's word. What changed is told, and only those days.
 */
import { z } from "zod";
import { check } from "../trip/check/check.ts";
import { planDiff } from "../trip/edit/diff.ts";
import { errorsBeyond } from "../trip/edit/new-errors.ts";
import { TripwrightError } from "../trip/errors.ts";
import type { PlanFacts } from "../trip/facts.ts";
import type { ItineraryDraft } from "../trip/itinerary.ts";
import type { StoredItinerary, TripStore } from "../trip/ports.ts";
import type { Trip } from "../trip/trip.ts";
import { type Verdict, verdictSchema } from "../trip/verdict.ts";
import { itineraryOutlineSchema, outlineOf } from "./itinerary-outline.ts";
import type { ToolContext } from "./tool.ts";

export const versionFields = {
  itinerary: itineraryOutlineSchema.describe("the new version, its changed days only"),
  applied: z.boolean().describe("it is the trip's plan now"),
  changes: z.array(z.string()),
  verdict: verdictSchema.describe("new errors first; warnings that stood before are left out"),
};

/** The version an edit is against: the selected one, or the newest while none is. Throws `version_conflict`. */
export async function findBase(trips: TripStore, tripId: string, version?: number): Promise<StoredItinerary | null> {
  const base = await trips.findItinerary(tripId);
  if (!base || version === undefined || base.itinerary.version === version) return base;
  const message = `Expected the version that is the trip's plan, ${base.itinerary.version}, got ${version}. Read the plan again and repeat the change.`;
  throw new TripwrightError("version_conflict", message, { tripId, version, selectedVersion: base.itinerary.version });
}

export interface NewVersion {
  base: StoredItinerary;
  trip: Trip;
  draft: ItineraryDraft;
  /** What the plan's locks are held against. */
  anchor: ItineraryDraft;
  facts: PlanFacts;
  knownErrors: ReadonlySet<string>;
  apply: boolean;
}

type Fields = { [Key in keyof typeof versionFields]: z.input<(typeof versionFields)[Key]> };

/** `null` when nothing is other than it was. */
export async function writeVersion(
  context: ToolContext,
  { base, trip, draft, anchor, facts, knownErrors, apply }: NewVersion,
): Promise<(Fields & { notices: string[] }) | null> {
  const diff = planDiff({ trip: base.trip, draft: base.itinerary }, { trip, draft });
  const isOtherTrip = JSON.stringify(trip) !== JSON.stringify(base.trip);
  if (diff.dates.length === 0 && !isOtherTrip && diff.sentences.length === 0) return null;
  const verdict = check(trip, draft, facts, anchor);
  const broken = errorsBeyond(knownErrors, verdict, draft);
  const select = apply && broken.length === 0 && !diff.takesAway;
  context.report?.({ message: "Checked the changed plan", draft });
  context.signal.throwIfAborted();
  const { version, isSelected, id } = base.itinerary;
  const stored = await context.trips.saveItinerary({
    ...{ tripId: trip.id, draft, verdict, parentId: id, generatedBy: "hybrid", select },
    aiModelVersion: context.run?.modelVersion ?? null,
    runId: context.run?.id ?? null,
    expectedVersion: isSelected ? version : null,
    ...(isOtherTrip && { trip }),
  });
  const outline = outlineOf(stored.itinerary);
  const call = `call select_itinerary with version ${outline.version} once the traveller agrees`;
  const why = broken.length > 0 ? "it breaks something that held" : diff.takesAway ? "it takes something away" : null;
  return {
    itinerary: { ...outline, days: outline.days.filter(({ date }) => diff.dates.includes(date)) },
    applied: select,
    changes: [...diff.sentences],
    verdict: newsOf(verdict, broken, base.verdict),
    notices: select ? [] : [`A proposal only${why ? `, as ${why}` : ""}: ${call}.`],
  };
}

function newsOf({ ok, violations }: Verdict, broken: Verdict["violations"], before: Verdict): Verdict {
  const known = new Set(before.violations.map(({ code, message }) => `${code} ${message}`));
  const old = violations.filter(
    (found) => !broken.includes(found) && (found.severity === "error" || !known.has(`${found.code} ${found.message}`)),
  );
  return { ok, violations: [...broken, ...old] };
}
