/**
 * The plan judged by what its places say today: the same checker, over facts with the live hours laid over, and nothing
 * of it stored. A closure that the hours alone cannot explain is said in its own words.
 */
import { check } from "../check/check.ts";
import { dayName } from "../check/phrases.ts";
import type { PlanFacts } from "../facts.ts";
import { type ItemDraft, type ItineraryDraft, isActive } from "../itinerary.ts";
import { isAlwaysOpen } from "../opening-hours.ts";
import type { Place } from "../place.ts";
import type { Trip } from "../trip.ts";
import { type Verdict, type Violation, verdictOf } from "../verdict.ts";
import { withLiveHours } from "./live-hours.ts";
import type { LivePlace } from "./live-place.ts";

/** Places that have not been visited yet: those with a door first, the soonest of them first. */
export function placesToAsk(itinerary: ItineraryDraft, facts: Pick<PlanFacts, "places" | "today">): Place[] {
  const first = new Map<string, string>();
  for (const { date, items } of itinerary.days) {
    if (date < facts.today) continue;
    for (const item of items) {
      const { placeId } = item;
      if (placeId === null || !isActive(item) || item.status === "completed") continue;
      const known = first.get(placeId);
      const at = `${date} ${item.startTime}`;
      if (known === undefined || at < known) first.set(placeId, at);
    }
  }
  const places = [...first.keys()].flatMap((id) => facts.places.get(id) ?? []);
  const rank = ({ id, hours }: Place): string => `${isAlwaysOpen(hours) ? 1 : 0} ${first.get(id) ?? ""}`;
  return places.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** The trip's dates, and those of a plan that strayed from it. */
function spanOf({ startDate, endDate }: Trip, { days }: ItineraryDraft): { from: string; to: string } {
  const dates = [startDate, endDate, ...days.map(({ date }) => date)].sort();
  return { from: dates[0] ?? startDate, to: dates.at(-1) ?? endDate };
}

const CLOSURES: Readonly<Partial<Record<NonNullable<LivePlace["state"]>, string>>> = {
  closed_for_good: "has closed for good",
  closed_for_now: "is closed for now",
  not_open_yet: "has not opened yet",
};

/** "days[1].items[3]". */
function itemAt({ days }: ItineraryDraft, path: string): { item: ItemDraft; date: string } | null {
  const [, day, index] = /^days\[(\d+)\]\.items\[(\d+)\]$/.exec(path) ?? [];
  const found = days[Number(day)];
  const item = found?.items[Number(index)];
  return found && item ? { item, date: found.date } : null;
}

function inItsWords(found: Violation, itinerary: ItineraryDraft, live: ReadonlyMap<string, LivePlace>): Violation {
  if (found.code !== "closed_day" && found.code !== "unknown_hours") return found;
  const at = itemAt(itinerary, found.path);
  const place = at?.item.placeId ? live.get(at.item.placeId) : undefined;
  const closure = CLOSURES[place?.state ?? "operating"];
  if (!at || !place || closure === undefined) return found;
  const moved = place.movedTo === null ? "" : " and moved elsewhere";
  const said = `${at.item.title} ${closure}${moved}, says ${place.attribution?.text ?? place.provider}`;
  const then = `you would be there on ${dayName(at.date)}`;
  const message =
    found.code === "closed_day" ? `${said}; ${then}.` : `${said}; whether it is open again is not known, and ${then}.`;
  return { ...found, message, expected: "a place that is open" };
}

export interface LiveCheckInput {
  readonly trip: Trip;
  readonly itinerary: ItineraryDraft;
  readonly facts: PlanFacts;
  /** By our place's id. */
  readonly live: ReadonlyMap<string, LivePlace>;
}

export function checkLive({ trip, itinerary, facts, live }: LiveCheckInput): Verdict {
  const span = { today: facts.today, ...spanOf(trip, itinerary) };
  const places = new Map(facts.places);
  for (const [id, found] of live) {
    const place = places.get(id);
    if (place) places.set(id, withLiveHours(place, found, span));
  }
  const { violations } = check(trip, itinerary, { ...facts, places });
  return verdictOf(violations.map((found) => inItsWords(found, itinerary, live)));
}
