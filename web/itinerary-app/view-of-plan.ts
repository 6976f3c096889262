/** The whole plan as the page shows it: the words are those of every other rendering (`trip/export`), each where it belongs. */
import { ITEM_NOTES, placeName, SAID_WITH_COSTS, spotOf } from "../../trip/export/advice.ts";
import { missingText } from "../../trip/export/costs.ts";
import {
  attributionOf,
  CAUTION,
  type DayReading,
  type ItemReading,
  type PlanReading,
  readPlan,
} from "../../trip/export/plan-reading.ts";
import { capitalised, listed, plainText } from "../../trip/export/words.ts";
import type { ItineraryDay, ItineraryItem } from "../../trip/itinerary.ts";
import type { PlanDocument } from "../../trip/plan-document.ts";
import { costSources, sourceWord } from "./cost-sources.ts";
import type { DayView, ItemView, ItineraryView, Remark } from "./itinerary-view.ts";

type Remarks = ReadonlyMap<ItineraryDay | ItineraryItem, Remark[]>;

/** What the checker found about a day or a stop, beside it. What has a short note there, or stands in its price, does not come twice. */
function remarksIn(plan: PlanDocument): Remarks {
  const remarks = new Map<ItineraryDay | ItineraryItem, Remark[]>();
  for (const violation of plan.verdict.violations) {
    const { day, item } = spotOf(violation, plan);
    const about = item ?? day;
    if (!about || (item && ITEM_NOTES[violation.code]) || SAID_WITH_COSTS.has(violation.code)) continue;
    const tone = violation.severity === "error" ? "problem" : "mind";
    remarks.set(about, [...(remarks.get(about) ?? []), { tone, text: plainText(violation.message) }]);
  }
  return remarks;
}

const KINDS: Partial<Record<ItineraryItem["type"], string>> = {
  transport: "journey",
  flight: "flight",
  check_in: "check in",
  check_out: "check out",
  rest: "rest",
  free: "free time",
};

/** "Lunch at …" says what it is. */
function kindOf({ type, title }: ItineraryItem): string | null {
  if (type === "meal") return /^(?:Breakfast|Lunch|Dinner)\b/.test(title) ? null : "meal";
  return KINDS[type] ?? null;
}

function itemView({ item, stop, cost, travel, leg, notes, reason, title }: ItemReading, remarks: Remarks): ItemView {
  const source = item.cost && sourceWord(item.cost);
  return {
    number: stop?.number ?? null,
    location: stop?.location ?? null,
    ...{ startTime: item.startTime, endTime: item.endTime, title, travel },
    kind: kindOf(item),
    cost: cost && source && cost !== "free" ? `${cost}, ${source}` : cost,
    details: [leg, reason].flatMap((text) => (text ? [capitalised(text)] : [])),
    notes: [...(item.locked ? ["fixed"] : []), ...notes].map(capitalised),
    remarks: remarks.get(item) ?? [],
  };
}

function dayView({ day, city, items, cost }: DayReading, remarks: Remarks): DayView {
  return {
    ...{ dayNumber: day.dayNumber, date: day.date, cityId: day.city.id, city, cost },
    items: items.map((item) => itemView(item, remarks)),
    remarks: remarks.get(day) ?? [],
  };
}

function factsOf({ title, cities, dates, party, pace }: PlanReading): string[] {
  return [...(cities.every((city) => title.includes(city)) ? [] : [listed(cities)]), dates, party, pace];
}

export function viewOfPlan(plan: PlanDocument, told: Pick<ItineraryView, "news" | "changes">): ItineraryView {
  const reading = readPlan(plan);
  const { costs, advice } = reading;
  const remarks = remarksIn(plan);
  return {
    ...{ title: reading.title, facts: factsOf(reading), news: told.news, changes: told.changes },
    verdict: { isOk: plan.verdict.ok, text: advice.verdict },
    ...{ problems: advice.problems, warnings: advice.warnings },
    days: reading.days.map((day) => dayView(day, remarks)),
    costs: {
      heading: `Cost for ${reading.party}`,
      ...{ rows: costs.rows, total: costs.total },
      lines: [costs.judgement, missingText(costs), ...costSources(plan)].filter((line) => line !== null),
    },
    ...{ bookings: reading.bookings, assumptions: reading.assumptions, links: reading.links },
    footer: [CAUTION, attributionOf(plan)],
  };
}

/** A marker's name on the map. */
export const markerName = (item: Pick<ItemView, "title">): string => placeName(item.title);
