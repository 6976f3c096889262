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
  /** The planner's own words; empty when the plan is only shown again. */
  answer: string;
}

const SHORT_ID_CHARACTERS = 8;

function storedWhere({ databaseUrl, home }: Config): string {
  return databaseUrl ? "in your PostgreSQL" : `in ${home}`;
}

/** How a conversation goes on: nobody is listening here. */
const IS_ASKING = /^(?:Tell me|Say “)/;

/** The opening, and of the rest what the page below does not say anyway: its notes stand there already. */
function newsIn(answer: string, { assumptions, verdict }: PlanDocument): string {
  const [opening = "", ...rest] = answer.split("\n\n");
  const below = [...assumptions, ...verdict.violations.map(({ message }) => message)];
  const isBelow = (paragraph: string): boolean =>
    IS_ASKING.test(paragraph) || below.some((text) => paragraph.includes(text.replace(/[.!?]$/, "")));
  return [opening, ...rest.filter((paragraph) => !isBelow(paragraph))].join("\n\n");
}

export function printPlan(plan: PlanDocument, { json, config, written, answer }: PrintOptions): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(plan, null, 2)}\n`);
    return;
  }
  const id = plan.trip.id.slice(0, SHORT_ID_CHARACTERS);
  const footer = [
    `Stored ${storedWhere(config)} as trip ${id}, version ${plan.itinerary.version}. See it again: npm run show -- ${id}`,
    ...written.map((path) => `Written to ${path}`),
  ];
  process.stdout.write(`${renderPlan(plan, { ...terminal(config), answer: newsIn(answer, plan), footer })}\n`);
}
