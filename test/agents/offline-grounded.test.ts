/** The built-in model says nothing but what the tools told it, so nothing of what it says may be flagged. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPlannerWorld, type PlannerWorld } from "./planner-world.ts";
import { eventsOf, openConversation } from "./thread-run.ts";

let world: PlannerWorld;
beforeAll(async () => {
  world = await openPlannerWorld();
});
afterAll(() => world?.[Symbol.asyncDispose]());

test.each([
  [
    "3 days in Lisbon from 2027-05-10 for two, food and viewpoints, 900 EUR",
    "show me the plan",
    "is it ok?",
    "4 out of 5",
  ],
  ["a week in Rome and Florence in April with kids of 4 and 7, flights from Berlin and hotels", "show it again"],
  ["4 days in Tokyo second week of May, vegetarian, 2000 USD, temples", "show me the plan"],
  ["weekend in Paris with my wife, we must see the Louvre and Sainte-Chapelle", "check it", "thanks!"],
  ["3 Tage in Wien im Juni", "hello", "who are you?"],
  ["a trip to Atlantis in May for 3 days"],
  ["somewhere warm", "Barcelona", "10 to 13 May 2027"],
  ["2 days in Istanbul from 2027-06-01, wheelchair, 150 EUR"],
])("%s", async (...turns) => {
  const { say } = await openConversation(world);
  for (const words of turns) {
    const run = await say(words);
    expect
      .soft(eventsOf(run, "answer-checked"), words)
      .toEqual([{ type: "answer-checked", isGrounded: true, claims: [] }]);
    expect.soft(eventsOf(run, "repair-start"), words).toEqual([]);
  }
});
