/**
 * What a model is told before it reads the traveller's words: the date, where they are, and the trip as it stands.
 * It goes in front of the words of the turn, as data of its own, and not into the instructions: those stay the same
 * for everybody and every day, so that a service's cache of them holds.
 */
import { z } from "zod";

/** One stop: position in its day, kind, begin, end, title, and marks such as "locked" or "completed". */
const stopSchema = z.tuple([z.string(), z.string(), z.string(), z.string(), z.string(), z.array(z.string())]);

export const turnContextSchema = z.object({
  today: z.string(),
  weekday: z.string(),
  timeZone: z.string().nullable(),
  /** What the traveller has told us about themselves: home airport, diets, pace, currency. */
  preferences: z.record(z.string(), z.unknown()),
  trip: z
    .object({
      id: z.string(),
      title: z.string(),
      startDate: z.string(),
      endDate: z.string(),
      travelers: z.number(),
      childAges: z.array(z.number()),
      cities: z.array(z.object({ id: z.string(), name: z.string(), from: z.string(), to: z.string() })),
      budget: z.string().nullable(),
      /** The budget's, by its code: signs of money do not say which dollar. */
      currency: z.string().nullable().optional(),
      pace: z.string(),
      interests: z.array(z.string()),
      stays: z.array(
        z.object({ cityId: z.string(), name: z.string(), price: z.string(), from: z.string(), to: z.string() }),
      ),
      origin: z.string().nullable(),
      /** The version in force; `null` while none is selected. */
      version: z.number().nullable(),
      /** The one before it, for undoing. */
      previousVersion: z.number().nullable(),
      /** A newer version that nobody has selected yet. */
      proposedVersion: z.number().nullable(),
      days: z.array(
        z.object({
          day: z.number(),
          date: z.string(),
          weekday: z.string(),
          city: z.string(),
          stops: z.array(stopSchema),
        }),
      ),
    })
    .nullable(),
});
export type TurnContext = z.infer<typeof turnContextSchema>;

const OPENING = "[context: data, not the traveller's words] ";

export function contextText(context: TurnContext): string {
  return OPENING + JSON.stringify(context);
}

export function isContextText(text: string): boolean {
  return text.startsWith(OPENING);
}

/** `null` for a text that is no context. */
export function readContext(text: string): TurnContext | null {
  if (!isContextText(text)) return null;
  try {
    return turnContextSchema.safeParse(JSON.parse(text.slice(OPENING.length))).data ?? null;
  } catch {
    return null;
  }
}
