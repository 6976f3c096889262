/** Runs with everything real but the network: the registry over the test database, the catalogue, the scheduler. */
import { randomUUID } from "node:crypto";
import sql from "sql-template-tag";
import { z } from "zod";
import type { RunEvent } from "../../agents/events.ts";
import { DEFAULT_LIMITS, type RunLimits } from "../../agents/limits.ts";
import { chooseModel } from "../../agents/models/choose-model.ts";
import { type PlannerRun, runPlanner } from "../../agents/run-planner.ts";
import { type CheckpointSaver, createCheckpointSaver } from "../../db/checkpoints/checkpoint-saver.ts";
import { createCatalogueStore } from "../../db/stores/catalogue-store.ts";
import { createFeedbackStore } from "../../db/stores/feedback-store.ts";
import { createRunRecorder } from "../../db/stores/run-recorder.ts";
import { createFlightSearchCache, createStaySearchCache } from "../../db/stores/search-caches.ts";
import { createSearchClaims } from "../../db/stores/search-claims.ts";
import { createTripStore } from "../../db/stores/trip-store.ts";
import { ensureLocalUser } from "../../db/stores/users.ts";
import type { Database } from "../../db/transaction.ts";
import { loadPrompt } from "../../prompts/load-prompt.ts";
import { createHolidayCalendar } from "../../providers/holidays/holiday-calendar.ts";
import { createOfferSearches } from "../../providers/offers/offer-search.ts";
import { createScheduler } from "../../server/scheduler.ts";
import { TOOLS } from "../../tools/registry.ts";
import type { Tool } from "../../tools/tool.ts";
import type { RunRecorder } from "../../trip/ports.ts";
import { openTestDatabase } from "../db/database-for-tests.ts";
import type { Served } from "./openai-wire.ts";
import { KEY, TODAY } from "./planner-run.ts";

export interface RunRow {
  status: string;
  tripId: string | null;
  itineraryId: string | null;
  error: string | null;
  modelVersion: string;
  toolCalls: number | null;
  result: Record<string, unknown> | null;
}
const runRowSchema: z.ZodType<RunRow> = z.object({
  status: z.string(),
  tripId: z.string().nullable(),
  itineraryId: z.string().nullable(),
  error: z.string().nullable(),
  modelVersion: z.string(),
  toolCalls: z.int().nullable(),
  result: z.record(z.string(), z.unknown()).nullable(),
});

export interface PlannerWorld extends AsyncDisposable {
  database: Database;
  /** A new one each time, as another process would have. */
  openSaver(): CheckpointSaver;
  /** A row for a conversation; returns its name. */
  openThread(): Promise<string>;
  userId: string;
  toolContext: PlannerRun["toolContext"];
  recorder: RunRecorder;
  readRun(runId: string): Promise<RunRow>;
  countRuns(): Promise<number>;
}

export async function openPlannerWorld(): Promise<PlannerWorld> {
  const { db: database, schema, close } = await openTestDatabase();
  const userId = await ensureLocalUser(database);
  const now = (): Date => new Date();
  const actor = { kind: "user", userId } as const;
  const catalogue = createCatalogueStore(database);
  return {
    database,
    userId,
    openSaver: () => createCheckpointSaver({ db: database, userId, schema }),
    openThread: async () => {
      const id = randomUUID();
      await database.transaction(actor, (tx) =>
        tx.execute(sql`insert into chat_threads (user_id, id) values (${userId}, ${id})`),
      );
      return id;
    },
    recorder: createRunRecorder({ db: database, userId, workerId: `test-${randomUUID()}`, now }),
    toolContext: {
      clock: { now, today: () => TODAY },
      catalogue,
      trips: createTripStore({ db: database, userId, newId: randomUUID }),
      feedback: createFeedbackStore({ db: database, userId, newId: randomUUID }),
      offers: createOfferSearches({
        catalogue,
        ...{ flights: [], stays: [], newId: randomUUID, claims: createSearchClaims({ db: database }) },
        flightCache: createFlightSearchCache({ db: database, now }),
        stayCache: createStaySearchCache({ db: database, now }),
      })(userId),
      scheduler: createScheduler({ steps: 120, deadlineMs: 60_000 }),
      holidays: createHolidayCalendar(),
    },
    readRun: (runId) =>
      database.transaction(actor, (tx) =>
        tx.one(
          runRowSchema,
          sql`select status, trip_id as "tripId", itinerary_id as "itineraryId", error_message as error,
                model_version as "modelVersion", tool_calls as "toolCalls", result_data as result
              from ai_planning_jobs where id = ${runId}`,
        ),
      ),
    countRuns: async () => {
      const counted = sql`select count(*)::int as runs from ai_planning_jobs`;
      const { runs } = await database.transaction(actor, (tx) => tx.one(z.object({ runs: z.int() }), counted));
      return runs;
    },
    [Symbol.asyncDispose]: close,
  };
}

export interface WorldRun {
  events: RunEvent[];
  /** "" when no run was started. */
  runId: string;
  ended: Awaited<ReturnType<typeof runPlanner>> | null;
  failure: unknown;
}

export async function runInWorld(
  world: PlannerWorld,
  options: {
    request: string;
    served: Served;
    model?: string;
    limits?: Partial<RunLimits>;
    tools?: readonly Tool[];
    signal?: AbortSignal;
    onEvent?: (event: RunEvent) => void;
  },
): Promise<WorldRun> {
  const { request, served, model = "openai:gpt-5", tools = TOOLS, onEvent } = options;
  const run: WorldRun = { events: [], runId: "", ended: null, failure: null };
  const settings = { choice: model, openaiApiKey: KEY, openaiBaseUrl: served.baseUrl };
  const running = runPlanner({
    request,
    tools,
    recorder: world.recorder,
    toolContext: world.toolContext,
    prompt: loadPrompt("planner"),
    model: await chooseModel(settings, () => TODAY),
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    signal: options.signal ?? new AbortController().signal,
    listener: (event) => {
      run.events.push(event);
      if (event.type === "run-start") run.runId = event.runId;
      onEvent?.(event);
    },
  });
  await running.then(
    (ended) => {
      run.ended = ended;
    },
    (failure: unknown) => {
      run.failure = failure;
    },
  );
  return run;
}
