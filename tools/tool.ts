/**
 * What a tool is: data first (name, words, schemas, hints), then a handler that closes over nothing.
 * Who acts, what time it is and which database answers come in the context, never in the arguments.
 */
import { z } from "zod";
import type { ItineraryDraft } from "../trip/itinerary.ts";
import type {
  BookingLinks,
  CatalogueStore,
  Clock,
  FeedbackStore,
  HolidayCalendar,
  OfferSearch,
  Scheduler,
  Surroundings,
  TripStore,
} from "../trip/ports.ts";
import type { MissingFact } from "./missing-facts.ts";

export interface ToolContext {
  clock: Clock;
  catalogue: CatalogueStore;
  trips: TripStore;
  offers: OfferSearch;
  feedback: FeedbackStore;
  scheduler: Scheduler;
  holidays: HolidayCalendar;
  /** Left out where no vendor of weather or travel times is set up. */
  surroundings?: Surroundings | undefined;
  bookingLinks?: BookingLinks | undefined;
  /** Sellers whose links are left out of all that a model reads. */
  hiddenFromModels?: ReadonlySet<string> | undefined;
  /** Recorded on what a model's run writes; `null` when a person calls the tool. */
  run: { id: string; modelVersion: string } | null;
  signal: AbortSignal;
  /** For work that takes more than a moment: what is being done, in a traveller's words. */
  report?: ((progress: ToolProgress) => void) | undefined;
}

export interface ToolProgress {
  message: string;
  /** The plan as far as it has come. */
  draft?: ItineraryDraft | undefined;
}

/** What a person is asked before a call is made, and what would become of their plan. */
export const approvalRequestSchema = z.object({ summary: z.string(), changes: z.array(z.string()) });
export type ApprovalRequest = z.infer<typeof approvalRequestSchema>;

/**
 * All four, always: defaults differ between hosts. Destructive is what may take the place of something a traveller
 * lives with, though it can be had back; open world is what may ask a vendor of flights or beds.
 */
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

/** `understood` is told with the request: what its ids stand for, and what was filled in. */
export type ToolOutcome<Fields extends ToolFields> = {
  status: ToolStatus;
  notices: string[];
  understood?: Readonly<Record<string, unknown>> | undefined;
} & {
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
  /** Asked for where a model left them out. */
  asks?: readonly MissingFact[];
  run(input: z.output<Input>, context: ToolContext): Promise<ToolOutcome<NoInfer<Fields>>>;
  /** Present where a call may destroy, replace or book something; `null` when this one does not. */
  approval?(input: z.output<Input>, context: ToolContext): Promise<ApprovalRequest | null>;
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
  /**
   * What the person behind the call has to agree to first; `null` when nothing. Never asked of a model. Arguments that
   * the tool would refuse need no approval.
   */
  approvalFor(args: unknown, context: ToolContext): Promise<ApprovalRequest | null>;
}
