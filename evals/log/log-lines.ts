/**
 * The log of a run: JSON lines, one file a run. A head that says what ran, an answer for every sample, trial and
 * method in the order in which they were finished, and an end. Everything that reports and compares reads this and
 * nothing else, so that a log can be judged on another machine.
 */
import { z } from "zod";
import { tokenUsageSchema } from "./token-usage.ts";

export const LOG_FORMAT = 1;

export const scorerHeadSchema = z.object({
  name: z.string(),
  title: z.string(),
  formula: z.string(),
  range: z.tuple([z.number(), z.number()]),
  better: z.enum(["higher", "lower", "neither"]),
  unit: z.enum(["share", "ratio", "count", "ms", "tokens", "usd", "minutes", "score"]),
  total: z.enum(["mean", "micro"]),
});

export const headSchema = z.object({
  line: z.literal("head"),
  format: z.literal(LOG_FORMAT),
  runId: z.uuid(),
  suite: z.string(),
  suiteAbout: z.string(),
  startedAt: z.iso.datetime(),
  /** As asked for: `offline`, `openai:…`. */
  model: z.string(),
  modelVersion: z.string(),
  /** The prompt's name or file, and the hash of its text. */
  prompt: z.string(),
  promptHash: z.string(),
  trials: z.int().positive(),
  seed: z.int(),
  methods: z.array(z.string()),
  /** How many answers a whole run has. */
  answers: z.int(),
  schedulerSteps: z.int(),
  versions: z.object({ tripwright: z.string(), commit: z.string().nullable(), node: z.string(), database: z.string() }),
  hashes: z.object({ suite: z.string(), catalogue: z.string(), tools: z.string(), scorers: z.string() }),
  scorers: z.array(scorerHeadSchema),
});
export type LogHead = z.infer<typeof headSchema>;

export const loggedScoreSchema = z.object({
  value: z.number(),
  explanation: z.string(),
  counts: z.object({ passed: z.number(), of: z.number() }).optional(),
});

export const loggedItemSchema = z.object({
  itemKey: z.string(),
  type: z.string(),
  title: z.string(),
  placeId: z.string().nullable(),
  location: z.object({ lat: z.number(), lon: z.number() }).nullable(),
  startTime: z.string(),
  endTime: z.string(),
  endsNextDay: z.boolean(),
  status: z.string(),
  cost: z.unknown(),
});

export const loggedPlanSchema = z.object({
  tripId: z.string(),
  title: z.string(),
  startDate: z.string(),
  endDate: z.string(),
  travelers: z.int(),
  cities: z.array(z.string()),
  days: z.array(z.object({ dayNumber: z.int(), date: z.string(), city: z.string(), items: z.array(loggedItemSchema) })),
  budget: z.unknown(),
  verdict: z.object({
    ok: z.boolean(),
    violations: z.array(
      z.object({ code: z.string(), severity: z.enum(["error", "warning"]), path: z.string(), message: z.string() }),
    ),
  }),
});
export type LoggedPlan = z.infer<typeof loggedPlanSchema>;

export const answerSchema = z.object({
  line: z.literal("answer"),
  sample: z.string(),
  purpose: z.string(),
  tags: z.array(z.string()),
  city: z.string().nullable(),
  trial: z.int().positive(),
  method: z.string(),
  /** Each turn: what was said and answered, and what was called for it. */
  turns: z.array(
    z.object({
      said: z.string(),
      answer: z.string(),
      outcome: z.string(),
      code: z.string().nullable(),
      toolCalls: z.array(z.object({ name: z.string(), status: z.string(), errorCode: z.string().nullable() })),
    }),
  ),
  plan: loggedPlanSchema.nullable(),
  /** Every expectation of the sample, with what was found. Methods are held to none. */
  findings: z.array(z.object({ demand: z.string(), kind: z.string(), holds: z.boolean(), found: z.string() })),
  /** All findings hold; of a method: its plan has no error. */
  passed: z.boolean(),
  /** By scorer; those that do not apply are left out. */
  scores: z.record(z.string(), loggedScoreSchema),
  tokens: tokenUsageSchema,
  costUsd: z.number().nullable(),
  latencyMs: z.number(),
  modelCalls: z.int(),
  planRunId: z.string().nullable(),
  failure: z.string().nullable(),
});
export type LoggedAnswer = z.infer<typeof answerSchema>;

export const endSchema = z.object({
  line: z.literal("end"),
  endedAt: z.iso.datetime(),
  answers: z.int(),
  durationMs: z.number(),
});
export type LogEnd = z.infer<typeof endSchema>;

export const logLineSchema = z.discriminatedUnion("line", [headSchema, answerSchema, endSchema]);
export type LogLine = z.infer<typeof logLineSchema>;

/** A log as it is read: without an `end` it was interrupted, and may be taken up again. */
export interface RunLog {
  readonly head: LogHead;
  readonly answers: readonly LoggedAnswer[];
  readonly end: LogEnd | null;
}
