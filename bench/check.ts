/**
 * How long the judge takes over a fortnight through three cities: a plan that holds, one that zigzags all
 * day (what its way could have been is the dearest question), and one with a fault in every other item.
 * The last line is the slowest of the three.
 */
import { parseArgs } from "node:util";
import { check } from "../trip/check/check.ts";
import { type Fortnight, fortnight, PLANS } from "./check/fortnight.ts";

const WARM_UP = 200;
const TARGET_MS = 5;

export interface CheckFigures {
  plan: string;
  items: number;
  violations: number;
  medianMs: number;
  p95Ms: number;
}

/** CPU time of this process: a busy machine does not count against the judge. */
function cpuMs(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export function measure(plan: (typeof PLANS)[number], runs: number): CheckFigures {
  const { trip, itinerary, facts }: Fortnight = fortnight(plan);
  const judge = (): number => check(trip, itinerary, facts).violations.length;
  for (let run = 0; run < WARM_UP; run++) judge();
  const times = Array.from({ length: runs }, () => cpuMs(judge)).sort((a, b) => a - b);
  const at = (share: number): number => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(3));
  const items = itinerary.days.reduce((sum, day) => sum + day.items.length, 0);
  return { plan, items, violations: judge(), medianMs: at(0.5), p95Ms: at(0.95) };
}

/** Answers the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { runs: { type: "string", default: "1000" } } });
  const figures = PLANS.map((plan) => measure(plan, Math.max(1, Number(values.runs) || 1)));
  for (const { plan, items, violations, medianMs, p95Ms } of figures) {
    console.error(`${plan.padEnd(10)}${items} items, ${violations} violations: ${medianMs} ms median, ${p95Ms} ms p95`);
  }
  const slowest = figures.reduce((worst, figure) => (figure.medianMs > worst.medianMs ? figure : worst));
  console.error(slowest.medianMs < TARGET_MS ? "Target met: under 5 ms." : "Target missed: 5 ms.");
  console.log(JSON.stringify({ days: 14, ...slowest }));
  return 0;
}
