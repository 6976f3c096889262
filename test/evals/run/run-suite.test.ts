/** A suite over the real planner: answers are judged, taken up again, and the same whoever is asked first. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../../agents/limits.ts";
import { chooseModel } from "../../../agents/models/choose-model.ts";
import { finding } from "../../../evals/expectation.ts";
import type { LoggedAnswer } from "../../../evals/log/log-lines.ts";
import { answerKey, runSuite, type SuiteRun } from "../../../evals/run/run-suite.ts";
import type { Sample } from "../../../evals/sample.ts";
import { openPlanner } from "../../../evals/solvers/open-planner.ts";
import { loadPrompt } from "../../../prompts/load-prompt.ts";
import { openPlannerWorld, type PlannerWorld } from "../../agents/planner-world.ts";

let world: PlannerWorld;
beforeAll(async () => {
  world = await openPlannerWorld();
});
afterAll(() => world?.[Symbol.asyncDispose]());

const WEEKEND: Sample = {
  id: "weekend",
  purpose: "A plan of two days stands, and an edit after it is asked about.",
  today: "2026-11-22",
  turns: ["A weekend in Porto from 2027-05-08 to 2027-05-09 for two, wine and views"],
  tags: [],
  city: "Porto",
  expects: [
    {
      demand: "two days",
      kind: "dates",
      check: ({ plan }) => finding(plan?.itinerary.days.length === 2, `${plan?.itinerary.days.length ?? 0} days`),
    },
  ],
};
const NOWHERE: Sample = {
  ...WEEKEND,
  id: "nowhere",
  turns: ["A weekend in Xyzzyville from 2027-05-08 to 2027-05-09 for two"],
  relatives: { base: "weekend" },
  expects: [
    {
      demand: "refused, where its twin is planned",
      kind: "refusal",
      check: ({ plan, episode, relatives }) =>
        finding(
          plan === null && episode.turns[0]?.code === "city_not_found" && relatives.base?.plan !== null,
          `${episode.turns[0]?.outcome}: ${episode.turns[0]?.code}`,
        ),
    },
    {
      demand: "an expectation that breaks has not held",
      kind: "broken",
      check: () => {
        throw new Error("no such day");
      },
    },
  ],
};

async function answersOf(changes: Partial<SuiteRun> = {}): Promise<LoggedAnswer[]> {
  const { database, userId, toolContext, recorder } = world;
  const answers: LoggedAnswer[] = [];
  const signal = new AbortController().signal;
  await runSuite({
    ...{ samples: [WEEKEND, NOWHERE], methods: [], scorers: [], trials: 1, seed: 1, concurrency: 2, signal },
    planner: openPlanner({
      runtime: { database },
      application: { toolContext, recorder, userId },
      model: await chooseModel({ choice: "offline" }, () => WEEKEND.today),
      ...{ prompt: loadPrompt("planner"), limits: DEFAULT_LIMITS, schedulerSteps: 60, signal },
    }),
    answered: new Set(),
    onAnswer: (answer) => answers.push(answer),
    ...changes,
  });
  return answers;
}

test("every sample is answered and judged, each beside its twin", async () => {
  const answers = await answersOf();
  const weekend = answers.find(({ sample }) => sample === "weekend");
  expect(weekend).toMatchObject({ passed: true, failure: null, findings: [{ holds: true, found: "2 days" }] });
  expect(weekend?.plan?.cities).toEqual(["Porto"]);
  expect(weekend?.turns[0]?.toolCalls.map(({ name }) => name)).toContain("plan_itinerary");
  const nowhere = answers.find(({ sample }) => sample === "nowhere");
  expect(nowhere?.findings).toEqual([
    {
      demand: "refused, where its twin is planned",
      kind: "refusal",
      holds: true,
      found: "not-planned: city_not_found",
    },
    {
      ...{ demand: "an expectation that breaks has not held", kind: "broken", holds: false },
      found: "could not be looked at: no such day",
    },
  ]);
  expect(nowhere?.passed).toBe(false);
});

test("what is answered already is not asked again", async () => {
  const answered = new Set([answerKey({ sample: "nowhere", trial: 1, method: "planner" })]);
  const answers = await answersOf({ answered });
  expect(answers.map(({ sample }) => sample)).toEqual(["weekend"]);
});

test("one at a time or two, the plan is the same", async () => {
  const planOf = (answers: readonly LoggedAnswer[]): unknown =>
    answers.find(({ sample }) => sample === "weekend")?.plan?.days;
  expect(planOf(await answersOf({ concurrency: 1 }))).toEqual(planOf(await answersOf()));
});
