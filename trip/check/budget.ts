/**
 * Does the money last? Known prices over the budget are an error; what is only estimated is a risk.
 * Sights are reckoned at the catalogue's price, whatever the plan claims they cost.
 */
import { type Budget, budgetOf } from "../budget.ts";
import type { DayDraft, ItemDraft } from "../itinerary.ts";
import { formatEstimate, formatMoney } from "../money.ts";
import { type Violation, violation } from "../verdict.ts";
import type { CheckContext } from "./context.ts";
import { listOf } from "./phrases.ts";

export function budgetRule(context: CheckContext): Violation[] {
  const { trip, facts, itinerary } = context;
  const days = itinerary.days.map(
    (day): DayDraft => ({ ...day, items: day.items.map((item) => priced(context, item)) }),
  );
  const spending = budgetOf(trip, { days }, facts);
  return [...overBudget(context, spending), ...missingPrices(spending)];
}

function priced({ facts }: CheckContext, item: ItemDraft): ItemDraft {
  const admission = item.placeId === null ? null : facts.places.get(item.placeId)?.admission;
  return admission && item.type !== "meal" ? { ...item, cost: admission } : item;
}

function overBudget({ trip }: CheckContext, spending: Budget): Violation[] {
  if (trip.budget === null) return [];
  const { amountMinor, currency } = trip.budget;
  const money = (minor: number): string => formatMoney({ amountMinor: minor, currency });
  const limit = `your budget is ${money(amountMinor)}`;
  if (spending.known > amountMinor) {
    const message = `Known prices alone come to ${money(spending.known)}; ${limit}.`;
    return [violation("budget_exceeded", "", message)];
  }
  if (spending.estimatedHigh <= amountMinor) return [];
  const { estimatedLow: lowMinor, estimatedHigh: highMinor } = spending;
  const range = formatEstimate({ lowMinor, highMinor, currency }, spending.known);
  const message =
    spending.estimatedLow > amountMinor
      ? `With estimates for what has no price yet, expect ${range}, more than you have: ${limit}.`
      : `With estimates for what has no price yet, it may come to ${range}; ${limit}.`;
  return [violation("budget_at_risk", "", message)];
}

function missingPrices({ missing }: Budget): Violation[] {
  if (missing.length === 0) return [];
  return [violation("missing_price", "", `The sum leaves out what nobody could price: ${listOf(missing, 8)}.`)];
}
