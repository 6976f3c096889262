/**
 * What evaluation runs found, beside what people said of the same plans. A run that was interrupted is taken up under
 * its own id, and an answer that is written again takes the place of the first: a log and its rows never disagree.
 */
import sql, { type Sql } from "sql-template-tag";
import { z } from "zod";
import { TripwrightError } from "../../trip/errors.ts";
import type { Actor, Database } from "../transaction.ts";
import { jsonText } from "./json-text.ts";
import { isUuid } from "./row-parts.ts";

/** Of a log's head, what stands in columns; all of the head is kept. */
export interface EvaluationHead {
  readonly runId: string;
  readonly suite: string;
  readonly modelVersion: string;
  readonly promptHash: string;
  readonly startedAt: string;
  /** How many answers a whole run has. */
  readonly answers: number;
}

/** Of a log's answer, what is kept. */
export interface EvaluationAnswer {
  readonly sample: string;
  readonly method: string;
  readonly trial: number;
  readonly passed: boolean;
  readonly scores: Readonly<Record<string, { readonly value: number }>>;
  readonly plan: { readonly tripId: string } | null;
  /** The planning run on record; `null` where the plan was made by none, as a plain method's is. */
  readonly planRunId: string | null;
}

/** What somebody said of a plan that was judged, with what the scorers said of it. */
export interface EvaluationRating {
  readonly sample: string;
  readonly method: string;
  readonly trial: number;
  readonly passed: boolean;
  readonly rating: number;
  readonly scores: Readonly<Record<string, number>>;
}

export interface EvaluationCounts {
  readonly answers: number;
  readonly passed: number;
}

export interface EvaluationStore {
  /** Or takes it up again, when it is there already. */
  startRun(head: EvaluationHead): Promise<void>;
  keepAnswer(runId: string, answer: EvaluationAnswer): Promise<void>;
  /** Counts what is there. */
  endRun(runId: string, end: { readonly endedAt: string }): Promise<EvaluationCounts>;
  /** By sample; several where several people, or one person several times, said something. */
  ratings(runId: string): Promise<EvaluationRating[]>;
}

export interface EvaluationStoreOptions {
  db: Database;
  userId: string;
}

const idSchema = z.object({ id: z.string() });
const countsSchema = z.object({ answers: z.number(), passed: z.number() });
const ratingSchema = z.object({
  sample: z.string(),
  method: z.string(),
  trial: z.number(),
  passed: z.boolean(),
  rating: z.number(),
  scores: z.record(z.string(), z.number()),
});

function noSuchRun(runId: string): TripwrightError {
  const message = `Expected an evaluation run of yours, got "${runId}". Start it before its answers are kept.`;
  return new TripwrightError("run_not_found", message, { runId });
}

const startSql = (head: EvaluationHead, userId: string): Sql => sql`
  insert into eval_runs (id, user_id, suite, model_version, prompt_hash, head, started_at, answers_expected)
  values (${head.runId}, ${userId}, ${head.suite}, ${head.modelVersion}, ${head.promptHash}, ${jsonText(head)}::jsonb,
    ${head.startedAt}, ${head.answers})
  on conflict (id) do nothing`;

/**
 * The version that was judged is the one its run made, else (a turn that only answered) the one that is selected. A
 * plan that no run made is nobody's version, whatever trip it is for.
 */
const keepSql = (runId: string, { sample, method, trial, passed, scores, plan, planRunId }: EvaluationAnswer): Sql => {
  const values = Object.fromEntries(Object.entries(scores).map(([name, { value }]) => [name, value]));
  const [tripId, madeBy] = [plan?.tripId ?? null, planRunId].map((id) => (id !== null && isUuid(id) ? id : null));
  return sql`
    insert into eval_answers (eval_run_id, sample, method, trial, passed, scores, trip_id, itinerary_id, run_id)
    select r.id, ${sample}::text, ${method}::text, ${trial}::integer, ${passed}::boolean, ${jsonText(values)}::jsonb,
      t.id, (
        select i.id from itineraries i where j.id is not null and i.trip_id = t.id and (i.run_id = j.id or i.is_selected)
        order by (i.run_id = j.id) desc nulls last, i.version desc limit 1),
      j.id
    from eval_runs r
    left join ai_planning_jobs j on j.id = ${madeBy}::uuid
    left join trips t on t.id = ${tripId}::uuid
    where r.id = ${runId}
    on conflict (eval_run_id, sample, method, trial) do update
      set passed = excluded.passed, scores = excluded.scores, trip_id = excluded.trip_id,
        itinerary_id = excluded.itinerary_id, run_id = excluded.run_id`;
};

const endSql = (runId: string, endedAt: string): Sql => sql`
  update eval_runs r set ended_at = ${endedAt}, answers = counted.answers, passed = counted.passed
  from (
    select count(*)::integer as answers, (count(*) filter (where a.passed))::integer as passed
    from eval_answers a where a.eval_run_id = ${runId}) counted
  where r.id = ${runId} returning r.answers, r.passed`;

export function createEvaluationStore({ db, userId }: EvaluationStoreOptions): EvaluationStore {
  const actor: Actor = { kind: "user", userId };
  return {
    async startRun(head) {
      await db.transaction(actor, async (tx) => {
        await tx.execute(startSql(head, userId));
        const found = await tx.maybeOne(idSchema, sql`select id from eval_runs where id = ${head.runId}`);
        if (!found) throw noSuchRun(head.runId);
      });
    },

    async keepAnswer(runId, answer) {
      const kept = isUuid(runId) ? await db.transaction(actor, (tx) => tx.execute(keepSql(runId, answer))) : 0;
      if (kept === 0) throw noSuchRun(runId);
    },

    async endRun(runId, { endedAt }) {
      const counts = isUuid(runId)
        ? await db.transaction(actor, (tx) => tx.maybeOne(countsSchema, endSql(runId, endedAt)))
        : null;
      if (!counts) throw noSuchRun(runId);
      return counts;
    },

    ratings: async (runId) =>
      isUuid(runId)
        ? db.read(actor, (tx) =>
            tx.many(
              ratingSchema,
              sql`
                select sample, method, trial, passed, rating, scores from eval_answer_ratings
                where eval_run_id = ${runId} order by sample, method, trial, feedback_id`,
            ),
          )
        : [],
  };
}
