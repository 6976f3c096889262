/** What `eval` alone says. */
import { RUN_USAGE } from "./options.ts";
import { SUITES } from "./registry.ts";

export function usageText(): string {
  const suites = SUITES.map(({ name, about }) => `  ${name.padEnd(14)}${about}`);
  return `Suites:
${suites.join("\n")}
  toptw         the scheduler on the public benchmark of team orienteering with time windows
  travelplanner the TravelPlanner exam

npm run eval -- score FILE         score itineraries from anywhere
npm run eval -- compare A B        what changed between two runs
npm run eval -- agreement          whether scorers see plans as people do who rated them
npm run eval -- toptw --data DIR
npm run eval -- travelplanner --data DIR --split train|validation
${RUN_USAGE}`;
}
