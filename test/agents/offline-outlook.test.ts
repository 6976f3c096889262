/** What vendors said of the weather, and who did not answer, is told with the plan; each number of it is grounded. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { tellPlan } from "../../agents/models/offline/answer.ts";
import { planResultSchema } from "../../agents/models/offline/results.ts";
import { VendorError } from "../../providers/kernel/vendor-error.ts";
import { createSurroundings } from "../../providers/surroundings/surroundings.ts";
import type { DayWeather } from "../../trip/vendor-ports.ts";
import { openPlannerWorld, type PlannerWorld } from "./planner-world.ts";
import { eventsOf, openConversation } from "./thread-run.ts";

let world: PlannerWorld;
beforeAll(async () => {
  world = await openPlannerWorld();
});
afterAll(() => world?.[Symbol.asyncDispose]());

const rain: DayWeather = {
  ...{ date: "2027-05-11", basis: "forecast", rainProbability: 0.87, rainMillimetres: 13 },
  ...{ lowCelsius: 12, highCelsius: 17 },
};

test("rain and a vendor that is silent are told, and nothing of it is made up", async () => {
  const surroundings = createSurroundings({
    weather: [{ provider: "Sky", weather: async () => [rain] }],
    travelTimes: [
      { provider: "Ways", maxPoints: 9, travelTimes: () => Promise.reject(new VendorError("Ways", "timeout")) },
    ],
  })("somebody");
  const { say } = await openConversation({ ...world, toolContext: { ...world.toolContext, surroundings } });
  const run = await say("3 days in Lisbon from 2027-05-10 for two, food and viewpoints");
  const answer = expect.stringMatching(
    /Rain is likely on Tue 11 May \(87 %, 13 mm by Sky\).* Ways did not answer: this plan goes by what is known/,
  );
  expect(run.end.outcome).toMatchObject({ kind: "planned", answer });
  expect(eventsOf(run, "answer-checked")).toEqual([{ type: "answer-checked", isGrounded: true, claims: [] }]);
});

test("the conflict and the checker's errors are not told twice", () => {
  const conflict = "A and B cannot both be had.";
  const trip = {
    ...{ id: "t", title: "Lisbon", startDate: "2027-05-10", endDate: "2027-05-12", travelers: 1, childAges: [] },
    ...{ destinations: [], origin: null, budget: null, assumptions: [] },
  };
  const plan = planResultSchema.parse({
    ...{ status: "ok", conflict, itinerary: { version: 1, days: [] } },
    verdict: {
      ok: false,
      violations: [{ code: "overlap", severity: "error", path: "days.0", message: "Two at once" }],
    },
    notices: [
      "The checker found errors: this version was stored but not selected.",
      conflict,
      "Sky did not answer",
      "Sky did not answer",
    ],
  });
  const told = tellPlan({ request: null, trip, plan, flights: [], stays: [] });
  expect(told.split(conflict)).toHaveLength(2);
  expect(told.split("Sky did not answer.")).toHaveLength(2);
  expect(told).not.toContain("was stored but not selected");
});
