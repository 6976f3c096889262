/**
 * Items of the replaced plan that stand: locked, done, or begun already. Each is a visit that is part of
 * every plan, at exactly its time; without a place it happens wherever the traveller then is. Free time
 * and other plans of the traveller's own that are not locked are kept where there is room.
 */
import type { Visit } from "../problem.ts";
import { limitsCounting } from "./category-limits.ts";
import { mealCost } from "./eateries.ts";
import type { MappingContext } from "./mapping-context.ts";
import { isJourney, type Stood } from "./previous.ts";
import type { VisitSource } from "./trip-problem.ts";
import { admissionOf, groupOf } from "./visits.ts";

const OWN_TIME_SCORE = 25;
/** An hour of one's own may begin so much later than it was meant to. */
const OWN_TIME_LATER_MINUTES = 90;

export interface KeptVisit {
  readonly visit: Visit;
  readonly source: VisitSource;
}

/** `gridMinutes` is what starts are multiples of; an item that is not begins at the multiple before. */
export function keptVisits(context: MappingContext, stood: readonly Stood[], gridMinutes: number): KeptVisit[] {
  return stood.flatMap((item) => {
    if (item.day === null) return [];
    if (item.isKept) return [keptVisit(context, { ...item, day: item.day }, gridMinutes)];
    return isOwnTime(item) ? [ownTime(context, { ...item, day: item.day })] : [];
  });
}

/** Meals without a place are slots, journeys and check-ins follow from the trip. */
const isOwnTime = ({ item }: Stood): boolean => item.placeId === null && (item.type === "free" || item.type === "rest");

type OnDay = Stood & { day: number };

function basics(context: MappingContext, { day, item, place, startMinute, endMinute }: OnDay): Visit {
  const area = context.days[day]?.area ?? 0;
  const location = place?.location ?? item.location;
  return {
    id: item.itemKey,
    area,
    point: location === null || isJourney(item) ? null : context.points.add(location, area),
    score: 0,
    minutes: endMinute - startMinute,
    leastMinutes: endMinute - startMinute,
    shortWorth: 1,
    cost: 0,
    windows: context.days.map(() => []),
    group: groupOf(context, place),
    categories: [],
    crowd: null,
    isMustSee: false,
    isFixed: false,
    isErrand: item.type !== "attraction",
    before: { day, startMinute },
  };
}

function keptVisit(context: MappingContext, stood: OnDay, gridMinutes: number): KeptVisit {
  const { item, place, day, endMinute } = stood;
  const openMinute = Math.floor(stood.startMinute / gridMinutes) * gridMinutes;
  const minutes = endMinute - openMinute;
  const window = { openMinute, closeMinute: endMinute, lastEntryMinute: openMinute };
  const cost = place === null ? 0 : item.type === "meal" ? mealCost(context, place) : admissionOf(context, place);
  return {
    source: { place, item },
    visit: {
      ...basics(context, stood),
      minutes,
      leastMinutes: minutes,
      cost,
      windows: context.days.map((_, index) => (index === day ? [window] : [])),
      categories: place ? limitsCounting(place, context.trip) : [],
      isFixed: true,
    },
  };
}

function ownTime(context: MappingContext, stood: OnDay): KeptVisit {
  const { day, startMinute, endMinute } = stood;
  const window = {
    openMinute: startMinute,
    closeMinute: endMinute + OWN_TIME_LATER_MINUTES,
    lastEntryMinute: startMinute + OWN_TIME_LATER_MINUTES,
  };
  return {
    source: { place: null, item: stood.item },
    visit: {
      ...basics(context, stood),
      score: OWN_TIME_SCORE,
      windows: context.days.map((_, index) => (index === day ? [window] : [])),
    },
  };
}
