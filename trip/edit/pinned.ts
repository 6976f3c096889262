/**
 * Placing something in a plan that otherwise stays as it is: everything but what may move is held at its minute, as
 * a lock would, and the search fills what is left. Days that the change does not name come out as they were.
 */
import { type DayDraft, type ItemDraft, type ItineraryDraft, isActive } from "../itinerary.ts";
import { mobilityOf } from "../pace.ts";
import type { Change } from "../schedule/mapping/change.ts";
import { replanProblem } from "../schedule/mapping/replan.ts";
import { itineraryFrom } from "../schedule/mapping/to-itinerary.ts";
import type { TripProblem } from "../schedule/mapping/trip-problem.ts";
import type { Day } from "../schedule/problem.ts";
import { insertedByTime, reconnected } from "./day-items.ts";
import type { EditContext, Editing } from "./editing.ts";
import { withUniqueKeys } from "./unique-keys.ts";

export interface Placing {
  readonly change: Change;
  /** Keys of what may move or go; all else is held. */
  readonly free?: ReadonlySet<string>;
  /** Dates that may come out otherwise; elsewhere only what stood on one of them may come in. */
  readonly touched: ReadonlySet<string>;
  /** The traveller wants more on these dates than the pace has room for. */
  readonly beyondPace?: ReadonlySet<string>;
  /** At most so many sights on a date, so that what is taken out is not made up for. */
  readonly most?: ReadonlyMap<string, number>;
}

/** These follow from the trip, and are made anew with it. */
const DERIVED = new Set<ItemDraft["type"]>(["check_in", "check_out"]);

const isHeld = (item: ItemDraft, free: ReadonlySet<string>): boolean =>
  isActive(item) && (item.locked || (!DERIVED.has(item.type) && !free.has(item.itemKey)));

export async function placed({ facts, solve }: EditContext, editing: Editing, placing: Placing): Promise<Editing> {
  const { trip, draft } = editing;
  const { free = new Set<string>() } = placing;
  const held = new Map(
    draft.days.flatMap(({ items }) =>
      items.flatMap((item) => (isHeld(item, free) ? [[item.itemKey, item] as const] : [])),
    ),
  );
  const previous = holding(draft, held);
  const { mapped, start } = replanProblem(trip, facts, previous, withoutSkipped(placing.change, draft));
  const problem = { ...mapped.problem, days: daysWith(mapped, placing) };
  const { days } = await solve(problem, start);
  const fresh = released(itineraryFrom(mapped, days, previous), held);
  return { ...editing, draft: withUniqueKeys(merged(editing, fresh, { ...placing, held }), draft) };
}

function holding({ days }: ItineraryDraft, held: ReadonlyMap<string, ItemDraft>): ItineraryDraft {
  return {
    days: days.map((day) => ({
      ...day,
      items: day.items.map((item) => (held.get(item.itemKey) === item ? { ...item, locked: true } : item)),
    })),
  };
}

/** Back to the locks that are the traveller's own. */
function released({ days }: ItineraryDraft, held: ReadonlyMap<string, ItemDraft>): ItineraryDraft {
  return {
    days: days.map((day) => ({
      ...day,
      items: day.items.map((item) => ({
        ...item,
        locked: isActive(item) ? (held.get(item.itemKey)?.locked ?? false) : item.locked,
      })),
    })),
  };
}

/** What was skipped is not put in again, unless it is asked for. */
function withoutSkipped(change: Change, { days }: ItineraryDraft): Change {
  const wanted = new Set((change.wanted ?? []).map(({ placeId }) => placeId));
  const skipped = days.flatMap(({ items }) =>
    items.flatMap(({ status, placeId }) =>
      status === "skipped" && placeId !== null && !wanted.has(placeId) ? [placeId] : [],
    ),
  );
  return { ...change, avoid: [...(change.avoid ?? []), ...skipped] };
}

const MORE_WALKING = 1.25;

function daysWith({ problem, days, sources }: TripProblem, { change, beyondPace, most }: Placing): Day[] {
  const wanted = new Set((change.wanted ?? []).map(({ placeId }) => placeId));
  const minutes = problem.visits.reduce((sum, visit, index) => {
    const { place = null, item = null } = sources[index] ?? {};
    return sum + (place && !item && wanted.has(place.id) ? visit.minutes : 0);
  }, 0);
  return problem.days.map((day, index) => {
    const date = days[index]?.draft.date ?? "";
    const limit = most?.get(date);
    if (days[index]?.isClosed) return day;
    const more = beyondPace?.has(date)
      ? {
          ...day,
          maxVisits: day.maxVisits + wanted.size,
          maxVisitMinutes: day.maxVisitMinutes + minutes,
          maxWalkMeters: Math.round(day.maxWalkMeters * MORE_WALKING),
        }
      : day;
    return limit === undefined ? more : { ...more, maxVisits: Math.min(more.maxVisits, limit) };
  });
}

interface Merging extends Placing {
  readonly held: ReadonlyMap<string, ItemDraft>;
}

function merged({ trip, draft }: Editing, fresh: ItineraryDraft, merging: Merging): ItineraryDraft {
  const mobility = mobilityOf(trip);
  return {
    days: fresh.days.map((day) => {
      const before = draft.days.find(({ date }) => date === day.date);
      if (!before) return day;
      if (!mayDiffer(day, draft, merging)) return { ...before, dayNumber: day.dayNumber, city: day.city };
      // Whatever the search could not hold is put back; whether that holds is the judge's to say.
      const lost = before.items.filter(
        (item) => merging.held.get(item.itemKey) === item && !day.items.some(({ itemKey }) => itemKey === item.itemKey),
      );
      const items = lost.reduce((all, item) => insertedByTime(all, item), day.items);
      return lost.length === 0 ? day : { ...day, items: reconnected(day.items, items, mobility) };
    }),
  };
}

function mayDiffer(day: DayDraft, draft: ItineraryDraft, { touched, change, free }: Merging): boolean {
  if (touched.has(day.date)) return true;
  const stood = new Set(draft.days.find(({ date }) => date === day.date)?.items.map(({ placeId }) => placeId));
  const movable = new Set([
    ...(change.wanted ?? []).map(({ placeId }) => placeId),
    ...draft.days.flatMap(({ items }) =>
      items.flatMap(({ itemKey, placeId }) => (free?.has(itemKey) && placeId ? [placeId] : [])),
    ),
  ]);
  return day.items.some(
    (item) => isActive(item) && item.placeId !== null && !stood.has(item.placeId) && movable.has(item.placeId),
  );
}
