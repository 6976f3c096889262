/** What a run's model calls leave in the database: a row each, failed ones too, and their sums on the run. */
import sql from "sql-template-tag";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createUsageStore } from "../../../db/stores/usage-store.ts";
import { serveResponses } from "../openai-wire.ts";
import { openPlannerWorld, type PlannerWorld, runInWorld } from "../planner-world.ts";

let world: PlannerWorld;
beforeAll(async () => {
  world = await openPlannerWorld();
});
afterAll(() => world?.[Symbol.asyncDispose]());

const callSchema = z.looseObject({ seq: z.int(), model: z.string(), error: z.string().nullable(), input: z.int() });
const sumSchema = z.looseObject({ modelCalls: z.int(), input: z.int(), cost: z.coerce.number().nullable() });

async function recordsOf(runId: string) {
  return world.database.transaction({ kind: "user", userId: world.userId }, async (tx) => ({
    calls: await tx.many(
      callSchema,
      sql`select seq, provider, model, error_code as error, tokens_input as input, finish_reason as reason
          from model_calls where run_id = ${runId} order by seq`,
    ),
    run: await tx.one(
      sumSchema,
      sql`select model_calls as "modelCalls", tokens_input as input, cost_usd as cost, status
          from ai_planning_jobs where id = ${runId}`,
    ),
  }));
}

test("a call that had to be made twice is two rows, and the sums hold both", async () => {
  const since = new Date().toISOString();
  const served = serveResponses(
    { status: 500, headers: { "retry-after-ms": "1" } },
    { text: ["Where to?"], usage: { input: 2_000, output: 100 } },
  );
  const run = await runInWorld(world, { request: "a trip", served });
  const { calls, run: sums } = await recordsOf(run.runId);
  expect(calls).toMatchObject([
    { seq: 1, provider: "openai", model: "gpt-5", error: "status_500", input: 0 },
    { seq: 2, provider: "openai", model: "gpt-5", error: null, input: 2_000, reason: "stop" },
  ]);
  expect(sums).toMatchObject({ modelCalls: 2, input: 2_000, cost: 0.0035 });
  const usage = createUsageStore({ db: world.database, userId: world.userId });
  expect(await usage.usedSince(since)).toEqual({ tokens: 2_100, costUsd: 0.0035 });
});

test("of a run that fails, what it took is on record too", async () => {
  const served = serveResponses({ text: ["Where"], ends: "cut-off" });
  const run = await runInWorld(world, { request: "a trip", served });
  expect(run.failure).toMatchObject({ code: "model_failed" });
  const { calls, run: sums } = await recordsOf(run.runId);
  expect(calls).toMatchObject([{ error: "connection_lost" }]);
  expect(sums).toMatchObject({ status: "failed", modelCalls: 1 });
  // Reckoned by its length: the service never said.
  expect(sums.input).toBeGreaterThan(500);
  expect(sums.cost).toBeGreaterThan(0);
});
