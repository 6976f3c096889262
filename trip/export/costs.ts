/**
 * The money side of a plan, in words: what a day costs, and the whole trip against its budget. What
 * somebody quoted and what we reckon stand in separate columns and never meet in one sure-looking sum.
 */
import { partyAmount } from "../budget.ts";
import { type ItineraryDay, isActive } from "../itinerary.ts";
import { formatMoney, isPrice } from "../money.ts";
import type { PlanDocument } from "../plan-document.ts";
import { counted, estimateText, listed, plainText } from "./words.ts";

/** What an item may cost; flights and stays are priced by their offers, not by their items. */
const PRICED = new Set(["attraction", "meal", "transport"]);

interface Sum {
  known: number;
  low: number;
  high: number;
}

function sumsOf(day: ItineraryDay, travelers: number): { sums: Map<string, Sum>; unpriced: number } {
  const sums = new Map<string, Sum>();
  let unpriced = 0;
  for (const { type, cost } of day.items.filter(isActive)) {
    if (!PRICED.has(type)) continue;
    if (cost === null) {
      unpriced += 1;
      continue;
    }
    const sum = sums.get(cost.currency) ?? { known: 0, low: 0, high: 0 };
    sums.set(cost.currency, sum);
    if (isPrice(cost)) sum.known += partyAmount(cost, travelers).amountMinor;
    else {
      sum.low += cost.lowMinor;
      sum.high += cost.highMinor;
    }
  }
  return { sums, unpriced };
}

/** "€36 known, about €58–91 more estimated, one price unknown"; `null` when nothing has a cost. */
export function dayCostText(day: ItineraryDay, travelers: number): string | null {
  const { sums, unpriced } = sumsOf(day, travelers);
  const known = [...sums].filter(([, sum]) => sum.known > 0);
  const estimated = [...sums].filter(([, { high }]) => high > 0);
  const parts = [
    ...known.map(([currency, sum]) => `${formatMoney({ amountMinor: sum.known, currency })} known`),
    ...estimated.map(([currency, { low, high }]) => {
      const text = estimateText({ lowMinor: low, highMinor: high, currency });
      return known.length > 0 ? `${text} more estimated` : `${text}, estimated`;
    }),
    ...(unpriced > 0 ? [counted(unpriced, "price unknown", "prices unknown")] : []),
  ];
  if (parts.length > 0) return parts.join(", ");
  return sums.size > 0 ? "nothing to pay" : null;
}

export interface CostRow {
  label: string;
  /** "–" where nobody quoted a price. */
  known: string;
  /** Known prices with the estimates on top. */
  withEstimates: string;
}

export interface CostSummary {
  rows: CostRow[];
  total: CostRow;
  /** `null` when no budget was set. */
  budget: string | null;
  /** How the total stands to the budget. */
  judgement: string | null;
  /** What nobody could price. */
  missing: string[];
}

function rowOf(label: string, sum: { known: number; low: number; high: number }, currency: string): CostRow {
  const isSure = sum.low === sum.known && sum.high === sum.known;
  const known = formatMoney({ amountMinor: sum.known, currency });
  const range = estimateText({ lowMinor: sum.low, highMinor: sum.high, currency }, sum.known);
  return { label, known: sum.known === 0 && !isSure ? "–" : known, withEstimates: isSure ? known : range };
}

function judgementOf({ trip, budget }: PlanDocument): string | null {
  if (!trip.budget || trip.budget.currency !== budget.currency) return null;
  const limit = trip.budget.amountMinor;
  const money = (amountMinor: number): string => formatMoney({ amountMinor, currency: budget.currency });
  const unsure = budget.missing.length > 0 ? ", not counting what has no price" : "";
  if (budget.known > limit)
    return `Over the budget of ${money(limit)}: known prices alone come to ${money(budget.known)}.`;
  if (budget.estimatedHigh <= limit) return `Within the budget of ${money(limit)}, even at the high end${unsure}.`;
  if (budget.estimatedLow <= limit) {
    return `The budget of ${money(limit)} is enough at the low end of the estimates and not at the high end${unsure}.`;
  }
  return `Likely over the budget of ${money(limit)}: even the low end of the estimates is above it${unsure}.`;
}

export function costSummaryOf(plan: PlanDocument): CostSummary {
  const { budget, trip } = plan;
  const total = { known: budget.known, low: budget.estimatedLow, high: budget.estimatedHigh };
  return {
    rows: budget.lines.map((line) => rowOf(plainText(line.label), line, budget.currency)),
    total: rowOf("Total", total, budget.currency),
    budget: trip.budget && formatMoney(trip.budget),
    judgement: judgementOf(plan),
    missing: budget.missing.map(plainText),
  };
}

/** "Not priced: the tram and 3 nights in Porto."; `null` when everything has a price or an estimate. */
export function missingText({ missing }: CostSummary): string | null {
  return missing.length === 0 ? null : `Not in these figures, for want of a price: ${listed(missing)}.`;
}

/** Column headings of `rows`. */
export const COST_HEADINGS = { known: "Known", withEstimates: "With estimates" } as const;
