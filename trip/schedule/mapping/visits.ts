/** Sights as visits of the problem: what they are worth, how long they take, when they are open. */
import { partyAmount } from "../../budget.ts";
import { convert } from "../../exchange.ts";
import { interestGroup, NEXT_OF_A_KIND, visitScore } from "../../interest.ts";
import type { Place } from "../../place.ts";
import type { Visit } from "../problem.ts";
import { mustSees } from "./candidates.ts";
import { limitsCounting } from "./category-limits.ts";
import { crowdLosses } from "./crowds.ts";
import type { MappingContext } from "./mapping-context.ts";
import { drySpells, visitWindows } from "./windows.ts";

/** A visit may be cut to this share: less, and people leave with the feeling of having missed it. */
const LEAST_SHARE = 0.75;
const LEAST_MINUTES = 20;
const SHORT_WORTH = 0.85;

const roundedUp = (minutes: number): number => Math.ceil(minutes / 5) * 5;

export interface Mapped<Stop> {
  readonly stop: Stop;
  readonly place: Place;
}

/** Places come best first, so the position within a group is the rank. */
export function visitsFrom(context: MappingContext, places: readonly Place[]): Mapped<Visit>[] {
  const { trip, change } = context;
  const mustSee = mustSees(trip, change);
  const counts = new Map<number, number>();
  return places.map((place) => {
    const group = groupOf(context, place);
    const rank = counts.get(group) ?? 0;
    counts.set(group, rank + 1);
    const isMustSee = mustSee.has(place.id);
    const score = visitScore(place, trip) * (isMustSee ? 1 : NEXT_OF_A_KIND ** rank);
    return { place, stop: visitFrom(context, place, { score, group, isMustSee }) };
  });
}

/** The kind of a sight, for variety; what is at no place of ours is a kind of its own. */
export function groupOf({ groups, trip }: MappingContext, place: Place | null): number {
  const name = place ? `${place.cityId}:${interestGroup(place, trip)}` : "";
  const group = groups.get(name) ?? groups.size;
  groups.set(name, group);
  return group;
}

function visitFrom(context: MappingContext, place: Place, worth: Pick<Visit, "score" | "group" | "isMustSee">): Visit {
  const { trip, areas, points, change } = context;
  const minutes = roundedUp(place.visitMinutes);
  const area = areas.indexOf(place.cityId);
  const stood = context.stood.find(({ item }) => item.placeId === place.id && item.type === "attraction");
  const least = Math.min(minutes, Math.max(LEAST_MINUTES, roundedUp(minutes * LEAST_SHARE)));
  const planned = stood ? stood.endMinute - stood.startMinute : 0;
  return {
    ...worth,
    id: place.id,
    area,
    point: points.add(place.location, area),
    /** As long as it was planned to take before, where somebody had planned it. */
    minutes: planned >= least ? planned : minutes,
    leastMinutes: least,
    shortWorth: SHORT_WORTH,
    cost: admissionOf(context, place),
    windows: windowsOf(context, place, { area, isMustSee: worth.isMustSee }),
    categories: limitsCounting(place, trip),
    crowd: crowdLosses(place, worth.score, trip),
    isFixed: false,
    isErrand: false,
    before:
      stood?.day == null || change?.avoid?.includes(place.id)
        ? null
        : { day: stood.day, startMinute: stood.startMinute },
  };
}

export function admissionOf({ trip, facts, purse }: MappingContext, place: Place): number {
  const admission =
    place.admission && convert(partyAmount(place.admission, trip.travelers), purse.currency, facts.rates);
  return admission?.amountMinor ?? 0;
}

function windowsOf(
  { days, dates, change }: MappingContext,
  place: Place,
  { area, isMustSee }: { area: number; isMustSee: boolean },
): Visit["windows"] {
  const wanted = change?.wanted?.filter(({ placeId, date }) => placeId === place.id && date !== undefined) ?? [];
  const windows = days.map((day, index) => {
    const date = dates[index] ?? "";
    const isWrongDay = wanted.length > 0 && !wanted.some((wish) => wish.date === date);
    return day.area !== area || isWrongDay ? [] : visitWindows(place, date, change);
  });
  return drySpells(place, dates, windows, { change, isMustSee });
}
