/** What models have taken and cost, and what came of it: model calls beside verdicts and ratings, for one traveller. */
import sql from "sql-template-tag";
import { z } from "zod";
import type { UsageRow, UsageStore } from "../../trip/ports.ts";
import type { Actor, Database } from "../transaction.ts";

const usageRowSchema = z
  .object({
    day: z.string(),
    model: z.string(),
    promptHash: z.string(),
    runs: z.int(),
    modelCalls: z.int(),
    input: z.int(),
    output: z.int(),
    cached: z.int(),
    reasoning: z.int(),
    costUsd: z.number().nullable(),
    plansOk: z.int(),
    plansNotOk: z.int(),
    ratings: z.int(),
    averageRating: z.number().nullable(),
    firstTokenMs: z.number().nullable(),
  })
  .transform(({ input, output, cached, reasoning, ...row }): UsageRow => {
    return { ...row, tokens: { input, output, cached, reasoning } };
  });

const usedSchema = z.object({ tokens: z.int(), costUsd: z.number() });

/**
 * Calls count for the model that answered them. What came of a run (its verdict, the ratings of what it made) counts
 * for the model that ended it, on the day it began. A sum with an unpriced call in it is unknown.
 */
export function createUsageStore({ db, userId }: { db: Database; userId: string }): UsageStore {
  const actor: Actor = { kind: "user", userId };
  return {
    listUsage: ({ from, to }) =>
      db.read(actor, (tx) =>
        tx.many(
          usageRowSchema,
          sql`
            with calls as (
              select (created_at at time zone 'UTC')::date as day, model_version, prompt_hash,
                count(distinct run_id) as runs, count(*) as model_calls, sum(tokens_input) as input,
                sum(tokens_output) as output, sum(tokens_cached) as cached, sum(tokens_reasoning) as reasoning,
                case when count(*) = count(cost_usd) then sum(cost_usd) end as cost_usd,
                percentile_cont(0.5) within group (order by first_token_ms) as first_token_ms
              from model_calls
              where (created_at at time zone 'UTC')::date between ${from}::date and ${to}::date
              group by 1, 2, 3),
            ended as (
              select (c.began_at at time zone 'UTC')::date as day, j.model_version, j.prompt_hash, j.id, j.verdict_ok
              from ai_planning_jobs j
              join (select run_id, min(created_at) as began_at from model_calls group by run_id) c on c.run_id = j.id
              where (c.began_at at time zone 'UTC')::date between ${from}::date and ${to}::date),
            verdicts as (
              select day, model_version, prompt_hash, count(*) filter (where verdict_ok) as plans_ok,
                count(*) filter (where not verdict_ok) as plans_not_ok
              from ended group by 1, 2, 3),
            rated as (
              select e.day, e.model_version, e.prompt_hash, count(f.rating) as ratings, avg(f.rating) as average_rating
              from ended e join ai_feedback f on f.run_id = e.id group by 1, 2, 3)
            select to_char(day, 'YYYY-MM-DD') as day, coalesce(model_version, '') as model,
              coalesce(prompt_hash, '') as "promptHash", coalesce(runs, 0)::int as runs,
              coalesce(model_calls, 0)::int as "modelCalls", coalesce(input, 0)::float8 as input,
              coalesce(output, 0)::float8 as output, coalesce(cached, 0)::float8 as cached,
              coalesce(reasoning, 0)::float8 as reasoning, cost_usd::float8 as "costUsd",
              coalesce(plans_ok, 0)::int as "plansOk", coalesce(plans_not_ok, 0)::int as "plansNotOk",
              coalesce(ratings, 0)::int as ratings, round(average_rating, 2)::float8 as "averageRating",
              round(first_token_ms)::float8 as "firstTokenMs"
            from calls full join verdicts using (day, model_version, prompt_hash)
              full join rated using (day, model_version, prompt_hash)
            order by day desc, model, "promptHash"`,
        ),
      ),

    /** Not a replica's answer: what was spent a moment ago counts. */
    usedSince: (instant) =>
      db.transaction(actor, (tx) =>
        tx.one(
          usedSchema,
          sql`
            select coalesce(sum(tokens_input + tokens_output), 0)::float8 as tokens,
              coalesce(sum(cost_usd), 0)::float8 as "costUsd"
            from model_calls
            where user_id = ${userId} and created_at >= ${instant}::timestamptz and provider <> 'offline'`,
        ),
      ),
  };
}
