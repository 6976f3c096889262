/** How much farther a day goes than it has to: its way over the shortest that the same hours, meals and locks allow. */
import { problemOf, stopsOf } from "../../trip/check/backtracking.ts";
import { MOST_STOPS, shortestOrder } from "../../trip/check/shortest-order.ts";
import type { Scorer } from "../scorer.ts";
import { ofPlan, UNBOUNDED } from "./counting.ts";
import { contextOf } from "./reading.ts";

export const backtracking: Scorer = {
  name: "backtracking",
  title: "Backtracking",
  formula: `metres from stop to stop as planned / metres of the shortest order that hours, mealtimes and locks allow, over the days of 3 to ${MOST_STOPS} stops; orders of more than ten stops by 2-opt`,
  ...{ range: [1, UNBOUNDED], better: "lower", unit: "ratio", total: "mean" },
  score: ofPlan((plan) => {
    const context = contextOf(plan);
    let [walked, shortest, days] = [0, 0, 0];
    for (const day of context.days) {
      const stops = stopsOf(day);
      if (stops.length < 3 || stops.length > MOST_STOPS) continue;
      const { problem, planned } = problemOf(context, day, stops);
      walked += planned;
      shortest += shortestOrder({ ...problem, limitMeters: planned })?.meters ?? planned;
      days += 1;
    }
    if (shortest === 0) return null;
    const km = (meters: number): string => `${(meters / 1000).toFixed(1)} km`;
    return {
      value: walked / shortest,
      explanation: `${km(walked)} from stop to stop on ${days} days, where ${km(shortest)} would do`,
    };
  }),
};
