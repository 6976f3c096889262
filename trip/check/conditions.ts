/**
 * What the traveller has told us of the trip as it turned out: nothing is visited before they are there, nor
 * after they have gone, and a place they know to be shut is shut.
 */
import { datesFrom } from "../calendar.ts";
import type { PlanFacts } from "../facts.ts";
import { closedOnly, wallTimeOf } from "../opening-hours.ts";
import type { Place } from "../place.ts";
import type { Trip } from "../trip.ts";
import { type Violation, violation } from "../verdict.ts";
import { type CheckContext, isJourney, type JudgedItem } from "./context.ts";
import { dayName, span } from "./phrases.ts";

export function conditionsRule({ trip, items }: CheckContext): Violation[] {
  const { arrival, departure } = trip.conditions ?? {};
  return items.flatMap((judged) => {
    if (isJourney(judged) || judged.item.status === "completed") return [];
    const { date, startMinute, endMinute } = judged;
    const isEarly = arrival && (date < arrival.date || (date === arrival.date && startMinute < arrival.minute));
    if (isEarly) return [absent(judged, arrival, "after")];
    const isLate = departure && (date > departure.date || (date === departure.date && endMinute > departure.minute));
    return isLate ? [absent(judged, departure, "before")] : [];
  });
}

function absent(judged: JudgedItem, moment: { date: string; minute: number }, side: "after" | "before"): Violation {
  const when = `${wallTimeOf(moment.minute)} on ${dayName(moment.date)}`;
  const planned = `${dayName(judged.date)}, ${span(judged)}`;
  const said = side === "after" ? `You arrive at ${when}` : `You leave at ${when}`;
  const fix = side === "after" ? `start after ${when}, or drop it` : `end before ${when}, or drop it`;
  return violation("flight_conflict", judged.path, `${said}; ${judged.name} is planned for ${planned}.`, {
    expected: `${side} ${when}`,
    actual: planned,
    fix,
  });
}

/** Places that the traveller knows to be shut are closed on those dates, whatever their hours say. */
export function withClosures(facts: PlanFacts, { conditions, startDate, endDate }: Trip): PlanFacts {
  const closures = conditions?.closures ?? [];
  if (closures.length === 0) return facts;
  const places = new Map(facts.places);
  for (const { placeId, dates } of closures) {
    const place = places.get(placeId);
    if (place) places.set(placeId, { ...place, hours: shutOn(place, dates, datesFrom(startDate, endDate)) });
  }
  return { ...facts, places };
}

/** Of a place whose hours nobody knows, it stays unknown on the other dates. */
function shutOn({ hours }: Place, dates: readonly string[], tripDates: readonly string[]): Place["hours"] {
  const unknown = tripDates.filter((date) => !dates.includes(date)).map((date) => ({ date, intervals: null }));
  const shut = dates.map((date) => ({ date, intervals: [] }));
  if (hours === null) return { ...closedOnly([]), exceptions: [...shut, ...unknown] };
  const others = (hours.exceptions ?? []).filter(({ date }) => !dates.includes(date));
  return { ...hours, exceptions: [...shut, ...others] };
}
