/** What a change may do to what a plan costs. Both plans are reckoned in one currency, or nothing is said. */
import { formatMoney } from "../../../trip/money.ts";
import type { PlannedWorld } from "../../episode.ts";
import { broken, type Expectation, finding } from "../../expectation.ts";
import { relation, type Twins } from "./relation.ts";

const midOf = ({ budget }: PlannedWorld): number => Math.round((budget.estimatedLow + budget.estimatedHigh) / 2);
const told = (world: PlannedWorld): string =>
  formatMoney({ amountMinor: midOf(world), currency: world.budget.currency });

function compared({ base, twin }: Twins, holds: (was: number, is: number) => boolean) {
  if (base.budget.currency !== twin.budget.currency) {
    return broken(`reckoned in ${base.budget.currency} and ${twin.budget.currency}`);
  }
  return finding(holds(midOf(base), midOf(twin)), `${told(base)} became ${told(twin)}`);
}

export const notDearer: Expectation = relation("with less money never a dearer plan", "budget", (twins) =>
  compared(twins, (was, is) => is <= was),
);

export const notCheaper: Expectation = relation("for more travellers never a cheaper plan", "budget", (twins) =>
  compared(twins, (was, is) => is >= was),
);

/** Two currencies of one amount: what is reckoned agrees within the rounding of rates. */
const ROUNDING = 0.02;

export function sameCostAt(rate: number): Expectation {
  return relation("costs the same in the other currency", "budget", ({ base, twin }) => {
    const [was, is] = [midOf(base) / unitOf(base), midOf(twin) / unitOf(twin) / rate];
    return finding(Math.abs(is - was) <= was * ROUNDING, `${told(base)} became ${told(twin)}`);
  });
}

const unitOf = ({ budget }: PlannedWorld): number => (budget.currency === "JPY" ? 1 : 100);

export const withinBudget: Expectation = {
  demand: "what is known to be paid stays within the budget",
  kind: "budget",
  check({ plan }) {
    if (!plan?.trip.budget) return broken("no plan with a budget");
    const { known, currency } = plan.budget;
    const isWithin = currency === plan.trip.budget.currency && known <= plan.trip.budget.amountMinor;
    const words = formatMoney({ amountMinor: known, currency });
    return finding(isWithin, `${words} of ${formatMoney(plan.trip.budget)}`);
  },
};
