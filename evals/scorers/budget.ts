/** What the plan costs beside what there is: how much of the budget is used, and by how much it is overdrawn. */
import { formatMoney } from "../../trip/money.ts";
import type { PlannedWorld } from "../episode.ts";
import type { Scorer } from "../scorer.ts";
import { ofPlan, UNBOUNDED } from "./counting.ts";

interface Spending {
  readonly used: number;
  readonly explanation: string;
}

/** Known prices and the middle of every estimate; what nobody could price is in neither. `null` without a budget. */
function spendingOf({ trip, budget }: PlannedWorld): Spending | null {
  if (trip.budget === null || trip.budget.amountMinor <= 0 || budget.currency !== trip.budget.currency) return null;
  const middle = (budget.estimatedLow + budget.estimatedHigh) / 2;
  const money = (amountMinor: number): string =>
    formatMoney({ amountMinor: Math.round(amountMinor), currency: budget.currency });
  const unpriced = budget.missing.length > 0 ? `; ${budget.missing.length} without a price` : "";
  const explanation = `${money(middle)} (known ${money(budget.known)}) of ${money(trip.budget.amountMinor)}${unpriced}`;
  return { used: middle / trip.budget.amountMinor, explanation };
}

const RATIO = { range: [0, UNBOUNDED], unit: "ratio", total: "mean" } as const;

export const budgetUse: Scorer = {
  name: "budget-use",
  title: "Budget used",
  formula: "(known prices + middle of the estimates) / budget",
  ...{ ...RATIO, better: "neither" },
  score: ofPlan((plan) => {
    const spending = spendingOf(plan);
    return spending && { value: spending.used, explanation: spending.explanation };
  }),
};

export const budgetError: Scorer = {
  name: "budget-error",
  title: "Over budget",
  formula: "max(0, (known prices + middle of the estimates − budget) / budget)",
  ...{ ...RATIO, better: "lower" },
  score: ofPlan((plan) => {
    const spending = spendingOf(plan);
    return spending && { value: Math.max(0, spending.used - 1), explanation: spending.explanation };
  }),
};
