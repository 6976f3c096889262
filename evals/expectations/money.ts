/** What a trip may cost: the limit as it was said, and a reckoning that keeps it. */

import { convert } from "../../trip/exchange.ts";
import { formatMoney, toMinor } from "../../trip/money.ts";
import type { TravelStyle } from "../../trip/trip.ts";
import { type Expectation, finding } from "../expectation.ts";
import { onPlan } from "./reading.ts";

const money = (amount: number, currency: string): { amountMinor: number; currency: string } => ({
  amountMinor: toMinor(amount, currency),
  currency,
});

export function budgetIs(amount: number, currency: string): Expectation {
  const limit = money(amount, currency);
  return onPlan(`the budget is ${formatMoney(limit)} (${currency})`, "budget", ({ trip }) => {
    const isSame = trip.budget?.amountMinor === limit.amountMinor && trip.budget.currency === currency;
    return finding(isSame, trip.budget ? `${formatMoney(trip.budget)} (${trip.budget.currency})` : "no budget");
  });
}

/** The middle of what it is reckoned at, known prices included; estimates are intervals, and neither end is the truth. */
export function costsAtMost(amount: number, currency: string): Expectation {
  const limit = money(amount, currency);
  return onPlan(`costs ${formatMoney(limit)} (${currency}) at most`, "budget", ({ budget, facts }) => {
    const middle = Math.round((budget.estimatedLow + budget.estimatedHigh) / 2);
    const reckoned = convert({ amountMinor: middle, currency: budget.currency }, currency, facts.rates);
    if (reckoned === null) return finding(false, `no exchange rate from ${budget.currency}`);
    return finding(reckoned.amountMinor <= limit.amountMinor, `reckoned at about ${formatMoney(reckoned)}`);
  });
}

export function reckonedIn(currency: string): Expectation {
  return onPlan(`reckoned in ${currency}`, "budget", ({ budget }) =>
    finding(budget.currency === currency, `in ${budget.currency}`),
  );
}

export function travelsInStyle(style: TravelStyle): Expectation {
  return onPlan(`travels ${style.replace("_", "-")}`, "budget", ({ trip }) =>
    finding(trip.wishes.style === style, trip.wishes.style),
  );
}

/** Than the first plan of the conversation: what is asked of "make it cheaper". */
export function costsLessThanBefore(): Expectation {
  return onPlan("costs less than at first", "budget", ({ budget }, { episode }) => {
    const before = episode.turns[0]?.plan;
    if (!before) return finding(false, "there was no plan before");
    const middle = (of: typeof budget): number => of.estimatedLow + of.estimatedHigh;
    const [was, is] = [before.budget, budget].map(({ estimatedLow, estimatedHigh, currency }) =>
      [estimatedLow, estimatedHigh].map((amountMinor) => formatMoney({ amountMinor, currency })).join("–"),
    );
    return finding(middle(budget) < middle(before.budget), `was ${was}, is ${is}`);
  });
}
