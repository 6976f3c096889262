/** `tripwright check`: an itinerary from anywhere, as text or in our own JSON, judged on the spot. */
import { readFile } from "node:fs/promises";
import { text as textOf } from "node:stream/consumers";
import { z } from "zod";
import { VENDORS } from "../../providers/registry.ts";
import { checkedTextSchema, checkItinerary, MOST_PASTED_CHARACTERS } from "../../tools/check-itinerary.ts";
import { loadFacts } from "../../tools/load-facts.ts";
import { repairedPlan } from "../../tools/repaired-plan.ts";
import type { ToolContext } from "../../tools/tool.ts";
import { check } from "../../trip/check/check.ts";
import { type ErrorCode, TripwrightError } from "../../trip/errors.ts";
import { type PlanDocument, planSchema } from "../../trip/plan-document.ts";
import type { Trip } from "../../trip/trip.ts";
import { exitCodeOfVerdict } from "../exit-codes.ts";
import { liveCheck } from "../live-check.ts";
import { needLivePlaces } from "../live-places.ts";
import { createProgress } from "../progress.ts";
import { type CheckedPlan, renderCheck } from "../render/render-check.ts";
import { renderAsked } from "../render/render-live.ts";
import { resolveTrip } from "../resolve-trip.ts";
import { withSession } from "../session.ts";
import { terminal } from "../terminal.ts";

export interface CheckOptions {
  start?: string;
  city?: string;
  travelers?: string;
  /** A stored trip, by what its places say this minute. */
  live?: boolean;
  json?: boolean;
  today?: string;
}

async function contentOf(file: string): Promise<string> {
  if (file === "-") {
    if (process.stdin.isTTY) {
      throw new TripwrightError(
        "empty_request",
        "Expected a file, or a text piped in. Try: npm run tripwright -- check plan.md",
      );
    }
    return textOf(process.stdin);
  }
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new TripwrightError("invalid_input", `Expected a file that can be read, got "${file}".`, { file }, cause);
  }
}

/** Our own document, when the content is JSON at all. */
function planIn(content: string): PlanDocument | null {
  if (!/^\s*\{/.test(content)) return null;
  let document: unknown;
  try {
    document = JSON.parse(content);
  } catch {
    return null;
  }
  const plan = planSchema.safeParse(document);
  if (plan.success) return plan.data;
  throw new TripwrightError(
    "invalid_input",
    `Expected the JSON that plan --json prints, got something else: ${z.prettifyError(plan.error).split("\n")[0]}. See: npm run tripwright -- schema plan`,
  );
}

/** Nothing of what is shown here is kept. */
async function checkTripLive(typed: string, { json, today }: CheckOptions): Promise<void> {
  if (typed === "-") throw new TripwrightError("empty_request", "Expected a trip's id: tripwright check ID --live");
  const { say } = createProgress({ quiet: json === true });
  await withSession({ today, onProgress: say }, async ({ config, toolContext, runtime, userId, signal }) => {
    const livePlaces = needLivePlaces(runtime.livePlaces);
    const tripId = await resolveTrip(typed, toolContext.trips);
    const scope = { signal, userId, runId: null };
    const { check: live, itinerary } = await liveCheck({ toolContext, livePlaces }, tripId, scope);
    const judged = { days: itinerary.days, verdict: live.verdict, unresolved: [], assumptions: [], repaired: null };
    const sheet = terminal(config);
    const shown = json
      ? JSON.stringify(live, null, 2)
      : [renderCheck(judged, sheet), "", renderAsked(live, sheet)].join("\n");
    process.stdout.write(`${shown}\n`);
    process.exitCode = exitCodeOfVerdict(live.verdict);
  });
}

export async function checkCommand(file: string, options: CheckOptions): Promise<void> {
  if (options.live) return checkTripLive(file, options);
  const content = await contentOf(file);
  if (content.trim() === "") throw new TripwrightError("empty_request", "Expected an itinerary, got nothing.");
  const plan = planIn(content);
  if (plan === null && content.length > MOST_PASTED_CHARACTERS) {
    const message = `Expected a text of at most ${MOST_PASTED_CHARACTERS} characters, got ${content.length}. Check it in parts.`;
    throw new TripwrightError("invalid_input", message, { length: content.length });
  }
  const { say } = createProgress({ quiet: options.json === true });
  await withSession({ today: options.today, onProgress: say }, async ({ config, toolContext, signal }) => {
    const context = { ...toolContext, run: null, signal };
    const checked = plan ? await judgePlan(plan, context) : await judgeText(content, options, context);
    const shown = options.json ? JSON.stringify(checked, null, 2) : renderCheck(checked, terminal(config));
    process.stdout.write(`${shown}\n`);
    process.exitCode = exitCodeOfVerdict(checked.verdict);
  });
}

async function judgePlan(plan: PlanDocument, context: ToolContext): Promise<CheckedPlan> {
  const trip: Trip = { ...plan.trip, origin: null, assumptions: [] };
  const facts = await loadFacts(context, trip, { itinerary: plan.itinerary, stored: false });
  // A document may come from where other vendors are set up; one that nobody has heard of quoted nothing.
  const providers = new Set([...(facts.providers ?? []), ...VENDORS.map(({ name }) => name)]);
  const known = { ...facts, flights: plan.flights, stays: plan.stays, providers };
  const verdict = check(trip, plan.itinerary, known);
  const repaired = repairedPlan(trip, plan.itinerary, known, verdict);
  return { days: plan.itinerary.days, verdict, unresolved: [], assumptions: [], repaired };
}

function travelersFrom(typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  const count = Number(typed);
  if (Number.isInteger(count) && count > 0) return count;
  throw new TripwrightError("invalid_input", `Expected --travelers as a whole number from 1 on, got "${typed}".`);
}

async function judgeText(text: string, options: CheckOptions, context: ToolContext): Promise<CheckedPlan> {
  const { start: startDate, city } = options;
  const travelers = travelersFrom(options.travelers);
  const result = await checkItinerary.call({ text, startDate, city, travelers }, context);
  if (result.error) {
    const { code, message, details } = result.error;
    throw new TripwrightError(code as ErrorCode, message, details);
  }
  const { verdict, read, budget, repaired } = checkedTextSchema.parse(result);
  return { ...read, verdict, budget, repaired };
}
