/** Over the exam's own tables, where they are at hand: all training queries, people's plans, and other queries than those. */
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { evaluatePlans } from "../../../evals/travelplanner/evaluate.ts";
import { runExam } from "../../../evals/travelplanner/exam.ts";
import { examWorld } from "../../../evals/travelplanner/exam-world.ts";
import { type ExamQuery, readQuery } from "../../../evals/travelplanner/query.ts";
import { sandboxOf } from "../../../evals/travelplanner/sandbox.ts";
import { type SubmittedPlan, submittedPlan } from "../../../evals/travelplanner/submission.ts";
import { readTables } from "../../../evals/travelplanner/tables.ts";
import { cheapestJourney } from "../../../trip/schedule/journey/cheapest.ts";
import { planJourney } from "../../../trip/schedule/journey/plan-journey.ts";
import { randomExam } from "./random-exam.ts";

const data = process.env.TRAVELPLANNER_DATA ?? "";

describe.skipIf(data === "")("the exam's own tables", () => {
  test("every training query has a plan that passes all checks", async () => {
    const out = await mkdtemp(join(tmpdir(), "exam-"));
    const { scores } = await runExam({ data, split: "train", mode: "structured", out });
    expect(scores).toMatchObject({ queries: 45, delivery: 1, finalPass: 1 });
  });

  test("the plans that people made pass all checks", async () => {
    const lines = (await readFile(join(data, "train.jsonl"), "utf8")).trim().split("\n");
    const queries = lines.map((line, index) => readQuery(line, index + 1) as ExamQuery);
    const plans = lines.map((line): SubmittedPlan => {
      const { idx, query, annotated_plan } = JSON.parse(line) as SubmittedPlan & {
        annotated_plan: [object, SubmittedPlan["plan"]];
      };
      return { idx, query, plan: annotated_plan[1] };
    });
    const { scores } = evaluatePlans(queries, plans, sandboxOf(await readTables(data)));
    expect(scores).toMatchObject({ commonsenseMicro: 1, hardMicro: 1, finalPass: 1 });
  });

  test("other queries pass at the very budget of their cheapest journey, and not below it", async () => {
    const { tables, requests } = randomExam(await readTables(data), 60, 1);
    const sandbox = sandboxOf(tables);
    const world = examWorld(sandbox);
    const queries: ExamQuery[] = [];
    const plans: SubmittedPlan[] = [];
    for (const [idx, request] of requests.entries()) {
      const budget = cheapestJourney(world, request, "any").draft?.cost;
      if (budget === undefined) continue;
      const outcome = planJourney(world, { ...request, budget });
      queries.push({ idx, text: "", level: null, request: { ...request, budget } });
      plans.push({ idx, query: "", plan: outcome.kind === "planned" ? submittedPlan(outcome.plan) : [] });
      expect(planJourney(world, { ...request, budget: budget - 1 }).kind).toBe("impossible");
    }
    expect(queries.length).toBeGreaterThan(20);
    const { judged } = evaluatePlans(queries, plans, sandbox);
    expect(judged.filter((plan) => !plan.isPassed)).toEqual([]);
  });
});
