/**
 * Itineraries from anywhere, as `eval score` takes them: plan documents, drafts of others in the same shape, or texts.
 * Each stands alone: a broken one is named with its line, and the others are still scored. What a document says of
 * itself (its verdict, its budget) is not even read.
 */
import { basename, extname } from "node:path";
import { z } from "zod";
import { MOST_PASTED_CHARACTERS } from "../../tools/check-itinerary.ts";
import { dateSchema, daysBetween } from "../../trip/calendar.ts";
import { dayDraftSchema, itemDraftSchema } from "../../trip/itinerary.ts";
import { planSchema, runSummarySchema } from "../../trip/plan-document.ts";
import { PASTED_TRIP_ID } from "../../trip/text/pasted/pasted-trip.ts";
import { MAX_TRAVELERS, MAX_TRIP_DAYS, tripSchema } from "../../trip/trip.ts";

const labelsSchema = z.object({
  /** The same in two files: the same question, for `eval compare`. */
  id: z.string().trim().min(1).max(120).optional(),
  /** What was asked for, in words. */
  request: z.string().trim().max(MOST_PASTED_CHARACTERS).optional(),
});

const NO_WISHES = {
  ...{ interests: [], pace: "moderate", style: "mid_range", diets: [], accessibility: [] },
  ...{ avoidCrowds: false, preferOffbeat: false, mustSee: [] },
} as const;

const withNoWishes = (wishes: unknown): unknown =>
  typeof wishes === "object" ? { ...NO_WISHES, ...wishes } : (wishes ?? NO_WISHES);

const shape = tripSchema.shape;
const tripLineSchema = tripSchema
  .extend({
    id: shape.id.default(PASTED_TRIP_ID),
    title: shape.title.default("An itinerary"),
    travelers: shape.travelers.default(1),
    childAges: shape.childAges.default([]),
    origin: shape.origin.default(null),
    budget: shape.budget.default(null),
    wishes: z.preprocess(withNoWishes, shape.wishes).optional(),
    assumptions: shape.assumptions.default([]),
  })
  .transform((trip) => ({ ...trip, wishes: trip.wishes ?? shape.wishes.parse(NO_WISHES) }))
  .refine(({ startDate, endDate }) => startDate <= endDate, { message: "expected to end when it begins or later" })
  .refine(({ startDate, endDate }) => daysBetween(startDate, endDate) < MAX_TRIP_DAYS, {
    message: `expected a trip of at most ${MAX_TRIP_DAYS} days`,
  });

const fields = itemDraftSchema.shape;
/** Whoever writes a draft says what is visited and when; the rest may be left out. */
const itemLineSchema = itemDraftSchema.extend({
  itemKey: fields.itemKey.optional(),
  placeId: fields.placeId.default(null),
  location: fields.location.default(null),
  endsNextDay: fields.endsNextDay.default(false),
  cost: fields.cost.default(null),
  status: fields.status.default("planned"),
  locked: fields.locked.default(false),
  reason: fields.reason.default(null),
  confidence: fields.confidence.default(null),
  travelFromPrevious: fields.travelFromPrevious.default(null),
});
const dayLineSchema = dayDraftSchema.extend({ items: z.array(itemLineSchema) }).transform((day) => ({
  ...day,
  items: day.items.map((item, index) => ({ ...item, itemKey: item.itemKey ?? `${day.dayNumber}:${index + 1}` })),
}));

const planLineSchema = labelsSchema.extend({
  trip: tripLineSchema,
  itinerary: z.object({ days: z.array(dayLineSchema).min(1).max(MAX_TRIP_DAYS) }),
  flights: planSchema.shape.flights.default([]),
  stays: planSchema.shape.stays.default([]),
  run: runSummarySchema.nullish(),
});
export type PlanLine = z.output<typeof planLineSchema>;

const textLineSchema = labelsSchema.extend({
  text: z.string().trim().min(1, "expected a text").max(MOST_PASTED_CHARACTERS),
  start: dateSchema.optional(),
  city: z.string().trim().min(1).max(120).optional(),
  travelers: z.int().min(1).max(MAX_TRAVELERS).optional(),
});
export type TextLine = z.output<typeof textLineSchema>;

export interface ItineraryLine {
  readonly number: number;
  readonly id: string;
  readonly content: { kind: "plan"; plan: PlanLine } | { kind: "text"; text: TextLine };
}

export interface BadLine {
  readonly number: number;
  readonly message: string;
}

export interface LinesRead {
  readonly lines: readonly ItineraryLine[];
  readonly bad: readonly BadLine[];
}

const JSON_FILES = new Set([".json", ".jsonl", ".ndjson"]);
const FORMS = 'a plan document, { "trip": …, "itinerary": … } or { "text": "…" }';

/** A file is JSON by its name or its first character; everything else is one itinerary as text. */
export function readLines(content: string, file: string): LinesRead {
  const isJson = JSON_FILES.has(extname(file)) || /^\s*\{/.test(content);
  if (!isJson) return sorted([{ number: 1, found: lineFrom({ id: basename(file), text: content }, 1) }]);
  const whole = parsed(content);
  if (whole !== NO_JSON) {
    const documents: unknown[] = Array.isArray(whole) ? whole : [whole];
    return sorted(documents.map((document, index) => ({ number: index + 1, found: lineFrom(document, index + 1) })));
  }
  const lines = content.split("\n").flatMap((line, index) => (line.trim() === "" ? [] : [{ line, number: index + 1 }]));
  return sorted(
    lines.map(({ line, number }) => {
      const document = parsed(line);
      const isBroken = document === NO_JSON;
      return { number, found: isBroken ? `Expected ${FORMS}, got no JSON.` : lineFrom(document, number) };
    }),
  );
}

const NO_JSON = Symbol("no JSON");

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return NO_JSON;
  }
}

/** A line, or what is wrong with it. */
function lineFrom(document: unknown, number: number): ItineraryLine | string {
  const id = `line-${number}`;
  const has = (key: string): boolean => typeof document === "object" && document !== null && key in document;
  if (has("text")) {
    const read = textLineSchema.safeParse(document);
    return read.success
      ? { number, id: read.data.id ?? id, content: { kind: "text", text: read.data } }
      : wrong(read.error);
  }
  if (!has("trip") && !has("itinerary")) return `Expected ${FORMS}, got something else.`;
  const read = planLineSchema.safeParse(document);
  if (!read.success) return wrong(read.error);
  return { number, id: read.data.id ?? id, content: { kind: "plan", plan: read.data } };
}

function wrong({ issues }: z.ZodError): string {
  const [first] = issues;
  return `Expected ${FORMS}, got something else: ${first?.message ?? "not that"} at ${first?.path.join(".") || "the top"}.`;
}

/** An id stands for one question: the second of two is no answer to it. */
function sorted(found: readonly { number: number; found: ItineraryLine | string }[]): LinesRead {
  const lines: ItineraryLine[] = [];
  const bad: BadLine[] = [];
  for (const { number, found: line } of found) {
    const before = typeof line === "string" ? undefined : lines.find(({ id }) => id === line.id);
    if (typeof line === "string") bad.push({ number, message: line });
    else if (before) {
      bad.push({ number, message: `Expected every id once, got "${line.id}" as in line ${before.number}.` });
    } else lines.push(line);
  }
  return { lines, bad };
}
