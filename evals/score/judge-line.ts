/** One itinerary with all that it is judged by: facts of the catalogue, the checker's verdict of today, its budget. */
import { VENDORS } from "../../providers/registry.ts";
import { loadFacts } from "../../tools/load-facts.ts";
import { readItineraryText } from "../../tools/read-itinerary-text.ts";
import type { ToolContext } from "../../tools/tool.ts";
import { TripwrightError } from "../../trip/errors.ts";
import type { CheckedPaste } from "../../trip/text/pasted/check-pasted.ts";
import { understandRequest } from "../../trip/text/understand-request.ts";
import type { PlannedWorld } from "../episode.ts";
import { draftedWorld } from "../solvers/planned-world.ts";
import { withRequest } from "./asked-trip.ts";
import type { ItineraryLine, PlanLine, TextLine } from "./read-lines.ts";

export interface JudgedLine {
  readonly line: ItineraryLine;
  readonly world: PlannedWorld;
  /** Names in a text that no place answers to. */
  readonly unresolved: readonly string[];
  readonly assumptions: readonly string[];
}

export interface JudgeOptions {
  /** For texts that do not say when or where. */
  readonly start?: string | undefined;
  readonly city?: string | undefined;
}

type Context = Omit<ToolContext, "run">;

/** Throws `TripwrightError` for a line that cannot be judged. */
export async function judgeLine(line: ItineraryLine, options: JudgeOptions, context: Context): Promise<JudgedLine> {
  const { content } = line;
  if (content.kind === "text") return { line, ...(await judgeText(content.text, options, context)) };
  return { line, world: await judgePlan(content.plan, context), unresolved: [], assumptions: [] };
}

async function judgePlan({ trip, itinerary, flights, stays }: PlanLine, context: Context): Promise<PlannedWorld> {
  const facts = await loadFacts(context, trip, { itinerary, stored: false });
  // A document may come from where other vendors are set up; one that nobody has heard of quoted nothing.
  const providers = new Set([...(facts.providers ?? []), ...VENDORS.map(({ name }) => name)]);
  return draftedWorld(trip, itinerary, { ...facts, flights, stays, providers });
}

async function judgeText(line: TextLine, options: JudgeOptions, context: Context): Promise<Omit<JudgedLine, "line">> {
  const request = line.request ? understandRequest(line.request, { today: context.clock.today() }) : null;
  const startDate = line.start ?? options.start ?? request?.startDate ?? undefined;
  const travelers = line.travelers ?? request?.travelers ?? undefined;
  const read = (city: string | undefined): Promise<CheckedPaste> =>
    readItineraryText({ text: line.text, startDate, city, travelers }, context);
  const named = request?.destinations[0]?.text;
  const city = line.city ?? options.city;
  const checked = await read(city).catch((error: unknown) => {
    // A text that answers a request need not say its city again.
    const isNameless = error instanceof TripwrightError && error.code === "needs_input";
    if (!isNameless || named === undefined || city !== undefined) throw error;
    return read(named);
  });
  const trip = request ? withRequest(checked.trip, request, checked.facts) : checked.trip;
  return {
    world: draftedWorld(trip, checked.draft, checked.facts),
    unresolved: checked.unresolved.map(({ text }) => text),
    assumptions: checked.assumptions,
  };
}
