/**
 * What a tool is: data first (name, words, schemas, hints), then a handler that closes over nothing.
 * Who acts, what time it is and which database answers come in the context, never in the arguments.
 */
import { z } from "zod";
import type {
  CatalogueStore,
  Clock,
  FeedbackStore,
  HolidayCalendar,
  OfferSearch,
  Scheduler,
  TripStore,
} from "../trip/ports.ts";

export interface ToolContext {
  clock: Clock;
  catalogue: CatalogueStore;
  trips: TripStore;
  offers: OfferSearch;
  feedback: FeedbackStore;
  scheduler: Scheduler;
  holidays: HolidayCalendar;
  /** Recorded on what a model's run writes; `null` when a person calls the tool. */
  run: { id: string; modelVersion: string } | null;
  signal: AbortSignal;
}

/** All four, always: defaults differ between hosts. */
export interface ToolHints {
  readOnlyHint: boolean;
  destructiveHint: boolean;
  idempotentHint: boolean;
  openWorldHint: boolean;
}

export const toolStatusSchema = z.enum([
  "ok",
  "empty",
  "estimate_only",
  "needs_input",
  "infeasible",
  "rate_limited",
  "stale",
  "error",
]);
export type ToolStatus = z.infer<typeof toolStatusSchema>;

export const toolErrorSchema = z.object({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.unknown()),
});

/** What every tool answers with, whatever else it says. */
export const toolResultSchema = z.object({
  status: toolStatusSchema,
  /** The arguments as understood, so that a wrong city, date or currency shows. */
  request: z.record(z.string(), z.unknown()),
  notices: z.array(z.string()),
  error: toolErrorSchema.optional(),
});
export type ToolResult = z.infer<typeof toolResultSchema>;

/** The fields a tool adds to the envelope; they are there when the status is good. */
export type ToolFields = Record<string, z.ZodType>;

export type ToolOutcome<Fields extends ToolFields> = { status: ToolStatus; notices: string[] } & {
  [Key in keyof Fields]?: z.input<Fields[Key]> | undefined;
};

/** A tool as its author writes it: the handler sees parsed input and returns all but the request. */
export interface ToolSpec<Input extends z.ZodType, Fields extends ToolFields> {
  name: string;
  title: string;
  description: string;
  input: Input;
  fields: Fields;
  hints: ToolHints;
  run(input: z.output<Input>, context: ToolContext): Promise<ToolOutcome<NoInfer<Fields>>>;
}

/** A tool as everybody else sees it. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodType;
  readonly output: z.ZodType<ToolResult>;
  readonly hints: ToolHints;
  /** Never throws for what a caller or a provider did wrong: that is a result with status `error`. */
  call(args: unknown, context: ToolContext): Promise<ToolResult>;
}
