/** A plan on the terminal, or as JSON. */
import type { PlanDocument } from "../trip/plan-document.ts";
import type { Config } from "./config.ts";
import { renderPlan } from "./render/render-plan.ts";
import { terminal } from "./terminal.ts";

export interface PrintOptions {
  json?: boolean;
  config: Config;
  /** Files just written. */
  written: readonly string[];
  /** The planner's own words; empty when the plan is only shown again. What follows its opening is in the plan below. */
  answer: string;
}

const SHORT_ID_CHARACTERS = 8;

function storedWhere({ databaseUrl, home }: Config): string {
  return databaseUrl ? "in your PostgreSQL" : `in ${home}`;
}

export function printPlan(plan: PlanDocument, { json, config, written, answer }: PrintOptions): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(plan, null, 2)}\n`);
    return;
  }
  const [opening = ""] = answer.split("\n\n");
  const id = plan.trip.id.slice(0, SHORT_ID_CHARACTERS);
  const footer = [
    `Stored ${storedWhere(config)} as trip ${id}, version ${plan.itinerary.version}. See it again: npm run show -- ${id}`,
    ...written.map((path) => `Written to ${path}`),
  ];
  process.stdout.write(`${renderPlan(plan, { ...terminal(config), answer: opening, footer })}\n`);
}
