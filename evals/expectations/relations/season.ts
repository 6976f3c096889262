/** Other dates: the plan stands on them, and by the hours of its own season. */
import type { ViolationCode } from "../../../trip/verdict.ts";
import { broken, type Expectation, finding } from "../../expectation.ts";

const HOURS: ReadonlySet<ViolationCode> = new Set(["closed_day", "outside_hours", "after_last_entry"]);

export function onDates(from: string, to: string): Expectation {
  return {
    demand: `the plan is for ${from} to ${to}`,
    kind: "dates",
    check({ plan }) {
      if (!plan) return broken("no plan");
      const dates = plan.itinerary.days.map(({ date }) => date);
      const isThere =
        dates[0] === from && dates.at(-1) === to && plan.trip.startDate === from && plan.trip.endDate === to;
      return finding(isThere, `${dates[0] ?? "none"} to ${dates.at(-1) ?? "none"}`);
    },
  };
}

export const openThen: Expectation = {
  demand: "everything is open when it is visited",
  kind: "hours",
  check({ plan }) {
    if (!plan) return broken("no plan");
    const closed = plan.verdict.violations.filter(({ code }) => HOURS.has(code));
    return finding(closed.length === 0, closed[0]?.message ?? "all open");
  },
};

export const noErrors: Expectation = {
  demand: "the checker finds no error",
  kind: "feasible",
  check({ plan }) {
    if (!plan) return broken("no plan");
    const errors = plan.verdict.violations.filter(({ severity }) => severity === "error");
    return finding(errors.length === 0, errors[0]?.message ?? "none");
  },
};
