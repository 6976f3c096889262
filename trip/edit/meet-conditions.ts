/**
 * What the traveller has found out: rain, a closed door, a late landing. It is kept with the trip, so that later
 * plans know it, and the stops that it spoils are placed anew; everything else stays.
 */
import { TripwrightError } from "../errors.ts";
import { type DayDraft, type ItemDraft, isActive } from "../itinerary.ts";
import { minuteOf } from "../opening-hours.ts";
import type { Change } from "../schedule/mapping/change.ts";
import { isOutdoors } from "../schedule/mapping/weather.ts";
import type { Trip, TripConditions } from "../trip.ts";
import { type EditContext, type Editing, isRefusal, type Refusal, refusal } from "./editing.ts";
import { newErrors } from "./new-errors.ts";
import { placed } from "./pinned.ts";
import { sightsOn } from "./place-at.ts";
import { placeWanted, stopOf } from "./place-wanted.ts";

export function withConditions(trip: Trip, conditions: TripConditions): Trip {
  return { ...trip, conditions: { ...trip.conditions, ...conditions } };
}

/** Throws `invalid_input` for a date on which there is no trip. */
export function requireTripDate({ startDate, endDate }: Trip, date: string): void {
  if (date >= startDate && date <= endDate) return;
  const message = `Expected a date of the trip (${startDate} to ${endDate}), got ${date}.`;
  throw new TripwrightError("invalid_input", message, { date });
}

export const rainyTrip = (trip: Trip, date: string): Trip =>
  withConditions(trip, { rainyDates: [...new Set([...(trip.conditions?.rainyDates ?? []), date])] });

export const timedTrip = (trip: Trip, way: "arrival" | "departure", date: string, time: string): Trip =>
  withConditions(trip, { [way]: { date, minute: minuteOf(time) } });

export function closedTrip(trip: Trip, placeId: string, date: string): Trip {
  const closures = trip.conditions?.closures ?? [];
  const known = closures.find((closure) => closure.placeId === placeId)?.dates ?? [];
  const others = closures.filter((closure) => closure.placeId !== placeId);
  return withConditions(trip, { closures: [...others, { placeId, dates: [...new Set([...known, date])] }] });
}

const isOpenTo = (item: ItemDraft): boolean => item.status === "planned" && !item.locked;

/** Out of doors is not for that date: those stops go where they can, and the day is filled under a roof. */
export function rained(context: EditContext, editing: Editing, date: string): Promise<Editing | Refusal> | Editing {
  const next = { ...editing, trip: rainyTrip(editing.trip, date) };
  const wet = (editing.draft.days.find((day) => day.date === date)?.items ?? []).filter((item) => {
    const place = item.placeId === null ? undefined : context.facts.places.get(item.placeId);
    return isOpenTo(item) && item.type === "attraction" && place !== undefined && isOutdoors(place);
  });
  if (wet.length === 0) return next;
  return replanned(context, next, { change: { rainyDates: [date] }, spoilt: wet, dates: [date] });
}

export function closed(
  context: EditContext,
  editing: Editing,
  { placeId, date }: { placeId: string; date: string },
): Promise<Editing | Refusal> | Editing | Refusal {
  const next = { ...editing, trip: closedTrip(editing.trip, placeId, date) };
  const stop = editing.draft.days
    .find((day) => day.date === date)
    ?.items.find((item) => item.placeId === placeId && item.status === "planned");
  if (!stop) return next;
  if (stop.locked) return refusal(`${stop.title} is locked at ${stop.startTime}. Unlock it first.`);
  return replanned(context, next, {
    change: { closures: [{ placeId, dates: [date] }] },
    spoilt: [stop],
    dates: [date],
  });
}

/** Before the landing and after the departure there is nothing; the day itself is arranged around it. */
export function bounded(
  context: EditContext,
  editing: Editing,
  { way, date, time }: { way: "arrival" | "departure"; date: string; time: string },
): Promise<Editing | Refusal> | Refusal {
  const next = { ...editing, trip: timedTrip(editing.trip, way, date, time) };
  const isConcerned = (day: DayDraft): boolean => (way === "arrival" ? day.date <= date : day.date >= date);
  const days = editing.draft.days.filter(isConcerned);
  const clash = days.flatMap((day) => day.items.filter((item) => item.locked && isActive(item) && clashes(day, item)));
  function clashes(day: DayDraft, { startTime, endTime, endsNextDay }: ItemDraft): boolean {
    if (day.date !== date) return true;
    return way === "arrival" ? startTime < time : endsNextDay || endTime > time;
  }
  const [held] = clash;
  if (held)
    return refusal(`${held.title} is locked at ${held.startTime}, when you would not be there. Unlock it first.`);
  const spoilt = days.flatMap(({ items }) => items.filter((item) => isOpenTo(item)));
  const change = { [way]: { date, minute: minuteOf(time) } };
  return replanned(context, next, { change, spoilt, dates: days.map((day) => day.date), mayDisplace: true });
}

interface Spoilt {
  change: Change;
  spoilt: readonly ItemDraft[];
  dates: readonly string[];
  /** Where hours are lost, other days may give something up for a must-see; a single shut door costs them nothing. */
  mayDisplace?: boolean;
}

async function replanned(
  context: EditContext,
  editing: Editing,
  { change, spoilt, dates, mayDisplace = false }: Spoilt,
): Promise<Editing | Refusal> {
  const days = editing.draft.days.filter(({ date }) => dates.includes(date));
  const next = await placed(context, editing, {
    change,
    free: new Set(spoilt.map(({ itemKey }) => itemKey)),
    touched: new Set(dates),
    most: new Map(days.map((day) => [day.date, sightsOn(day)])),
  });
  const [fault] = newErrors(context, next);
  if (fault) return refusal(`That does not go with what is held in the plan. ${fault.message}`);
  return mustsKept(context, next, { spoilt, mayDisplace });
}

/** A must-see that its own days have lost goes to another, where that costs no other must-see. */
async function mustsKept(
  context: EditContext,
  editing: Editing,
  { spoilt, mayDisplace = false }: Pick<Spoilt, "spoilt" | "mayDisplace">,
): Promise<Editing> {
  let kept = editing;
  for (const item of spoilt) {
    const place = item.placeId === null ? undefined : context.facts.places.get(item.placeId);
    if (!place || !editing.trip.wishes.mustSee.includes(place.id) || stopOf(kept, place)) continue;
    const next = await placeWanted(context, kept, { place, dates: null, original: item, mayDisplace });
    if (!isRefusal(next) && mustsIn(context, next) > mustsIn(context, kept)) kept = next;
  }
  return kept;
}

function mustsIn({ facts }: EditContext, editing: Editing): number {
  return editing.trip.wishes.mustSee.filter((id) => {
    const place = facts.places.get(id);
    return place !== undefined && stopOf(editing, place) !== undefined;
  }).length;
}
