/** A logged plan on the page: its days from morning to night, and where they lie on a map that needs no network. */
import { budgetSchema } from "../../../trip/budget.ts";
import { isDate } from "../../../trip/calendar.ts";
import { costText, counted, dayText, plainText } from "../../../trip/export/words.ts";
import { drawMap, type MapStop, routeClass } from "../../../trip/map/draw-map.ts";
import { costSchema, formatEstimate } from "../../../trip/money.ts";
import type { LoggedPlan } from "../../log/log-lines.ts";
import { isStanding, type LoggedDay, type LoggedItem, spotOf, stopNumbers } from "../plan-spots.ts";
import { named, shown } from "./text.ts";

const MOST_MAPS = 3;
const LABELS_UP_TO = 16;
const routeOf = ({ dayNumber }: LoggedDay): number => Math.max(0, dayNumber - 1);

/** A map for each city; "" where nothing has a place. */
export function planMaps(plan: LoggedPlan, id: string): string {
  const numbers = stopNumbers(plan);
  const byCity = Map.groupBy(plan.days, ({ city }) => city);
  const maps = [...byCity].flatMap(([city, days], index) => {
    const stops = days.flatMap((day) =>
      day.items.flatMap((item): MapStop[] => {
        const number = numbers.get(item);
        if (number === undefined || !item.location) return [];
        return [{ number, label: plainText(item.title), location: item.location, route: routeOf(day) }];
      }),
    );
    const map = drawMap({
      id: `${id}-${index}`,
      title: `Map of ${plainText(city)}`,
      description: `In order: ${stops.map(({ number, label }) => `${number} ${label}`).join(", ")}.`,
      stops,
      withLabels: stops.length <= LABELS_UP_TO,
    });
    return map
      ? [`<figure>${map}<figcaption>${named(city)}, ${counted(stops.length, "stop", "stops")}</figcaption></figure>`]
      : [];
  });
  return maps.slice(0, MOST_MAPS).join("");
}

function itemLine(item: LoggedItem, number: number | undefined, isHit: boolean, travelers: number): string {
  const pin = number === undefined ? "<span></span>" : `<span class="pin">${number}</span>`;
  const cost = costSchema.safeParse(item.cost);
  const price = cost.success && cost.data ? ` <span class="soft">${shown(costText(cost.data, travelers))}</span>` : "";
  const history = isStanding(item) ? "" : ` <span class="soft">(${shown(item.status)})</span>`;
  const mark = isHit ? '<span aria-hidden="true">✕ </span>' : "";
  const name = `<span${isHit ? ' class="hit"' : ""}>${mark}${named(item.title)}</span>`;
  return `<li>${pin}<time>${shown(item.startTime)}–${shown(item.endTime)}</time><span>${name}${price}${history}</span></li>`;
}

export function planDays(plan: LoggedPlan): string {
  const numbers = stopNumbers(plan);
  const errors = plan.verdict.violations.filter(({ severity }) => severity === "error");
  const hits = new Set(errors.map((violation) => spotOf(violation, plan).item));
  const days = plan.days.map((day) => {
    const items = day.items.map((item) => itemLine(item, numbers.get(item), hits.has(item), plan.travelers));
    const date = isDate(day.date) ? dayText(day.date) : shown(day.date);
    const body = items.length > 0 ? `<ol>${items.join("")}</ol>` : '<p class="soft small">Nothing is planned.</p>';
    return `<div class="${routeClass(routeOf(day))}"><h6>Day ${day.dayNumber} · ${date} · ${named(day.city)}</h6>${body}</div>`;
  });
  return `<div class="days">${days.join("")}</div>`;
}

/** "For two travellers, about €310–530." */
export function planCost({ budget, travelers }: LoggedPlan): string {
  const party = `For ${counted(travelers, "traveller", "travellers")}`;
  const known = budgetSchema.safeParse(budget);
  if (!known.success || known.data.estimatedHigh === 0) return `${party}.`;
  const { currency, estimatedLow: lowMinor, estimatedHigh: highMinor } = known.data;
  return `${party}, about ${formatEstimate({ lowMinor, highMinor, currency }, known.data.known)}.`;
}
