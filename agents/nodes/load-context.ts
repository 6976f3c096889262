/** What the model must know before it reads the request: the date, and its instructions. */
import type { PlannerNode } from "../planner.ts";

export const loadContext: PlannerNode = async ({ request }, { prompt, toolContext }) => ({
  instructions: prompt.fill({ today: toolContext.clock.today() }),
  messages: [{ role: "user", content: request }],
});
