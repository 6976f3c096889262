/** What must not have moved: the whole plan, the number of its days, the sights that were insisted on. */
import type { PlannedWorld } from "../../episode.ts";
import { type Expectation, finding } from "../../expectation.ts";
import { relation } from "./relation.ts";

function stopsOf({ itinerary }: PlannedWorld): string[] {
  return itinerary.days.flatMap(({ date, items }) =>
    items.map(
      ({ type, placeId, title, startTime, endTime }) =>
        `${date} ${startTime}–${endTime} ${placeId ?? `${type} ${title}`}`,
    ),
  );
}

const nameOf = ({ facts }: PlannedWorld, stop: string): string => {
  const [date, times, ...rest] = stop.split(" ");
  return `${date} ${times} ${facts.places.get(rest.join(" "))?.name ?? rest.join(" ")}`;
};

export const identicalPlan: Expectation = relation("the same plan to the minute", "unchanged", ({ base, twin }) => {
  const [was, is] = [stopsOf(base), stopsOf(twin)];
  const gone = was.filter((stop) => !is.includes(stop)).map((stop) => nameOf(base, stop));
  const come = is.filter((stop) => !was.includes(stop)).map((stop) => nameOf(twin, stop));
  const isSame = gone.length + come.length === 0;
  const found = `${gone.length} stops gone, ${come.length} come: ${gone[0] ?? "none"} / ${come[0] ?? "none"}`;
  return finding(isSame, isSame ? `${is.length} stops, all the same` : found);
});

export const sameDays: Expectation = relation("as many days", "unchanged", ({ base, twin }) => {
  const [was, is] = [base.itinerary.days.length, twin.itinerary.days.length];
  return finding(was === is, `${was} and ${is}`);
});

/** Those that were asked for; one that is closed on all the new days may be missing. */
export const mustSeesStay: Expectation = relation("what had to be seen is seen", "must-see", ({ base, twin }) => {
  const wanted = base.trip.wishes.mustSee;
  const seen = new Set(twin.itinerary.days.flatMap(({ items }) => items.map(({ placeId }) => placeId)));
  const missing = wanted.filter((id) => !seen.has(id)).map((id) => twin.facts.places.get(id)?.name ?? id);
  return finding(
    missing.length === 0,
    missing.length === 0 ? `${wanted.length} seen` : `without ${missing.join(", ")}`,
  );
});
