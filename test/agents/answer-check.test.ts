/** Answers of a conversation are held against what its tools returned: mended once, then flagged. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveResponses } from "./openai-wire.ts";
import { openPlannerWorld, type PlannerWorld } from "./planner-world.ts";
import { asked, eventsOf, openConversation } from "./thread-run.ts";

let world: PlannerWorld;
beforeAll(async () => {
  world = await openPlannerWorld();
});
afterAll(() => world?.[Symbol.asyncDispose]());

const REQUEST = "3 days in Lisbon from 2027-05-10 for two, food and viewpoints";

describe("what an answer may say", () => {
  const made = { text: ["Stay at Hotel Zorblax, from 07:45, for €431."] };

  test("goes back to the model once, naming what no tool returned", async () => {
    const served = serveResponses(made, { text: ["I have no hotel to offer."] });
    const { say } = await openConversation(world, served);
    const run = await say("where could we sleep?");
    expect(eventsOf(run, "answer-checked")).toEqual([{ type: "answer-checked", isGrounded: true, claims: [] }]);
    expect(asked(served.requests[1]).at(-1)).toMatch(/- place: Hotel Zorblax\n- time: 07:45\n- price: €431/);
    expect(run.end.outcome).toMatchObject({ answer: "I have no hotel to offer." });
    // The note and what it was about are forgotten.
    const later = serveResponses({ text: ["Yes."] });
    await say("really?", later);
    expect(asked(later.requests[0])).toEqual([
      ...["developer", "user: where could we sleep?", "assistant: I have no hotel to offer."],
      "user: [context] really?",
    ]);
  });

  test("is flagged when it is said again, and stays so on record", async () => {
    const served = serveResponses(made, made);
    const { say } = await openConversation(world, served);
    const run = await say("where could we sleep?");
    const claims = [
      { kind: "place", text: "Hotel Zorblax" },
      { kind: "time", text: "07:45" },
      { kind: "price", text: "€431" },
    ];
    expect(eventsOf(run, "answer-checked")).toEqual([{ type: "answer-checked", isGrounded: false, claims }]);
    expect(run.end.status).toBe("completed");
    expect(await world.readRun(run.end.summary.id)).toMatchObject({
      result: { grounding: { isGrounded: false, claims } },
    });
  });

  test("may use the traveller's own words and what earlier turns returned", async () => {
    const { say } = await openConversation(world);
    const planned = await say(REQUEST);
    const day = eventsOf(planned, "itinerary-draft")[0]?.draft.days[0];
    const visit = day?.items.find(({ type }) => type === "attraction");
    const served = serveResponses({
      text: [`Day 1 has ${visit?.title} at ${visit?.startTime}. Dinner at Chez Zorblax at 8:15 pm is noted.`],
    });
    const run = await say("we booked Chez Zorblax for 20:15 on day 1", served);
    expect(eventsOf(run, "answer-checked")).toMatchObject([{ isGrounded: true }]);
    expect(served.requests).toHaveLength(1);
  });
});
