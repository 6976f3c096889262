/** The prompts: what each is called, what it takes, and the words that come of it. Arguments are text, as clients have them. */
import type { GetPromptResult, PromptArgument } from "@modelcontextprotocol/server";
import { z } from "zod";
import { loadPrompt } from "../prompts/load-prompt.ts";
import { MOST_PASTED_CHARACTERS } from "../tools/check-itinerary.ts";
import { addDays, dateSchema, daysBetween } from "../trip/calendar.ts";
import { TripwrightError } from "../trip/errors.ts";
import { EXPORT_FORMATS } from "../trip/export/export-plan.ts";
import { MAX_TRAVELERS, paceSchema, type Trip } from "../trip/trip.ts";
import type { McpApplication } from "./parts.ts";
import { fenced, fencedLines } from "./prompts-fence.ts";
import { tripText } from "./resource-trip.ts";
import { mimeTypeOf, tripUri } from "./resource-uris.ts";

type Messages = GetPromptResult["messages"];

export interface KnownPrompt {
  name: string;
  title: string;
  description: string;
  arguments: PromptArgument[];
  /** Throws `invalid_input` with one line; `application` waits for the database. */
  messages(args: Readonly<Record<string, string>>, application: () => Promise<McpApplication>): Promise<Messages>;
}

interface PromptSpec<Shape extends z.ZodRawShape> {
  name: string;
  title: string;
  description: string;
  shape: Shape;
  messages(args: z.output<z.ZodObject<Shape>>, application: () => Promise<McpApplication>): Promise<Messages>;
}

/** Forms send what was not filled in as nothing. */
const filledIn = (args: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(args).filter(([, value]) => value.trim() !== ""));

function definePrompt<Shape extends z.ZodRawShape>(spec: PromptSpec<Shape>): KnownPrompt {
  const { name, title, description, shape } = spec;
  const schema = z.strictObject(shape);
  return {
    ...{ name, title, description },
    arguments: Object.entries(shape).map(([argument, type]) => ({
      name: argument,
      description: z.globalRegistry.get(type)?.description ?? "",
      required: !z.safeParse(type, undefined).success,
    })),
    messages: async (args, application) => {
      const parsed = schema.safeParse(filledIn(args));
      if (parsed.success) return spec.messages(parsed.data as z.output<z.ZodObject<Shape>>, application);
      const said = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "arguments"}: ${message}`);
      const takes = Object.keys(shape).join(", ");
      throw new TripwrightError("invalid_input", `${name} takes ${takes}. ${said.join("; ")}.`);
    },
  };
}

const line = (most: number, expected: string): z.ZodString =>
  z
    .string(`expected ${expected}`)
    .trim()
    .max(most, `expected at most ${most} characters`)
    .refine((text) => !text.includes("\0"), "expected text, got a NUL character in it");

const oneOf = (known: readonly string[]): z.ZodString => {
  const words = z.string().trim().toLowerCase();
  return words.refine((word) => known.includes(word), `expected one of ${known.join(", ")}`);
};

const said = (text: string): Messages[number] => ({ role: "user", content: { type: "text", text } });

const planTrip = definePrompt({
  name: "plan_trip",
  title: "Plan a trip",
  description: "From a few wishes to a checked plan, day by day.",
  shape: {
    destination: line(200, "a city, or several in order").describe("city or cities, e.g. Lisbon, or Porto then Lisbon"),
    dates: line(200, "dates").optional().describe("dates or a window: 14–16 May 2027, a weekend in May"),
    travellers: line(200, "who travels").optional().describe("two adults, a child of 6"),
    budget: line(100, "a sum").optional().describe("for the whole party, with its currency: 900 EUR"),
    interests: line(300, "interests").optional().describe("most wanted first: viewpoints, food_drink"),
    pace: oneOf(paceSchema.options).optional().describe(paceSchema.options.join(", ")),
    otherWishes: line(1_000, "wishes").optional().describe("diets, access, places to see or to leave out"),
    exportAs: oneOf(EXPORT_FORMATS)
      .optional()
      .describe(`take it along as ${EXPORT_FORMATS.join(", ")}`),
  },
  messages: async (args) => {
    const wishes = fencedLines([
      ["Destination", args.destination],
      ["Dates", args.dates],
      ["Travellers", args.travellers],
      ["Budget", args.budget],
      ["Interests", args.interests],
      ["Pace", args.pace],
      ["Other wishes", args.otherWishes],
      ["File form", args.exportAs],
    ]);
    return [said(loadPrompt("plan-trip").fill({ wishes }))];
  },
});

const checkMyItinerary = definePrompt({
  name: "check_my_itinerary",
  title: "Check my itinerary",
  description: "Whether an itinerary from anywhere holds: opening hours, ways, dates, and what would mend it.",
  shape: {
    itinerary: z
      .string("expected the itinerary as text")
      .trim()
      .max(MOST_PASTED_CHARACTERS, `expected at most ${MOST_PASTED_CHARACTERS} characters; check it in parts`)
      .describe("the whole text, from wherever it comes"),
    city: line(120, "a city").optional().describe("if the text names none"),
    startDate: dateSchema.optional().describe("date of day 1 (YYYY-MM-DD), if the text says none"),
    travelers: z
      .string()
      .regex(/^\s*\d{1,2}\s*$/, `expected a whole number up to ${MAX_TRAVELERS}`)
      .refine((text) => Number(text) >= 1 && Number(text) <= MAX_TRAVELERS, `expected 1 to ${MAX_TRAVELERS}`)
      .optional()
      .describe("how many travel"),
  },
  messages: async ({ itinerary, city, startDate, travelers }) => {
    const known = fencedLines([
      ["city", city],
      ["startDate", startDate],
      ["travelers", travelers],
    ]);
    return [said(loadPrompt("check-my-itinerary").fill({ known, itinerary: fenced(itinerary) }))];
  },
});

function dayOf(trip: Trip, day: string): { day: number; date: string } {
  const date = /^\d{1,2}$/.test(day) ? addDays(trip.startDate, Number(day) - 1) : day;
  const days = daysBetween(trip.startDate, trip.endDate) + 1;
  if (date >= trip.startDate && date <= trip.endDate) return { day: daysBetween(trip.startDate, date) + 1, date };
  const message = `Expected a day of the trip, 1 to ${days} or ${trip.startDate} to ${trip.endDate}, got "${day}".`;
  throw new TripwrightError("invalid_input", message);
}

const rescueARainyDay = definePrompt({
  name: "rescue_a_rainy_day",
  title: "Rescue a rainy day",
  description: "Swaps what is no fun in the rain on one day of a planned trip, as a proposal.",
  shape: {
    tripId: z
      .string("expected a trip's id")
      .trim()
      .toLowerCase()
      .transform((id) => id.replace(/^trip:\/\//, ""))
      .pipe(z.uuid("expected a trip's id, as list_trips or the list of resources has it"))
      .describe("the trip's id, or its trip:// address"),
    day: z
      .string("expected a day")
      .trim()
      .pipe(z.union([z.string().regex(/^\d{1,2}$/), dateSchema], "expected a day's number, or a date (YYYY-MM-DD)"))
      .describe("number of the day, or its date (YYYY-MM-DD)"),
  },
  messages: async ({ tripId, day: named }, application) => {
    const acting = await application();
    const { trips } = acting.toolContext;
    const trip = await trips.getTrip(tripId);
    const { day, date } = dayOf(trip, named);
    if (!(await trips.findItinerary(tripId))) {
      const message = "Expected a trip with a plan, and this one has none yet. Have it planned first: plan_itinerary.";
      throw new TripwrightError("invalid_input", message);
    }
    const text = await tripText(acting, { tripId });
    const resource = { uri: tripUri(tripId), mimeType: mimeTypeOf(null), text };
    return [
      { role: "user", content: { type: "resource", resource } },
      said(loadPrompt("rescue-a-rainy-day").fill({ day: String(day), date, tripId })),
    ];
  },
});

export const PROMPTS: readonly KnownPrompt[] = [planTrip, checkMyItinerary, rescueARainyDay];
