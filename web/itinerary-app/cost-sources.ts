/** Who says what things cost: a word beside each price, and once in full below the sums. */
import { formatDateShort } from "../../trip/calendar.ts";
import { counted, plainText } from "../../trip/export/words.ts";
import { isActive } from "../../trip/itinerary.ts";
import { type Cost, isPrice, type Price } from "../../trip/money.ts";
import type { PlanDocument } from "../../trip/plan-document.ts";

const BASES: Record<Price["basis"], string> = {
  live: "asked just now",
  cached: "asked before",
  sandbox: "a test price, not for sale",
  "open-data": "open data",
};

export function sourceWord(cost: NonNullable<Cost>): string {
  return isPrice(cost) ? BASES[cost.basis] : "estimated";
}

/** "2026-11-22T…" and "2026-11-22" alike. */
const dayOf = (instant: string): string => `${formatDateShort(instant.slice(0, 10))} ${instant.slice(0, 4)}`;

function sourceOf(cost: NonNullable<Cost>): string {
  if (!isPrice(cost))
    return `Estimated from a ${plainText(cost.method).replaceAll("_", " ")}, figures of ${dayOf(cost.asOf)}`;
  return `Known from ${plainText(cost.provider)} (${BASES[cost.basis]}), ${dayOf(cost.fetchedAt)}`;
}

/** "Known from catalogue (open data), Sun 22 Nov 2026: nine stops." */
export function costSources({ itinerary }: Pick<PlanDocument, "itinerary">): string[] {
  const costs = itinerary.days.flatMap(({ items }) => items.filter(isActive).flatMap(({ cost }) => cost ?? []));
  return [...Map.groupBy(costs, sourceOf)].map(
    ([source, found]) => `${source}: ${counted(found.length, "stop", "stops")}.`,
  );
}
