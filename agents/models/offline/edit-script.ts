/** Changes to the plan: looked up where they name a new place, made in one call, and confirmed where something goes. */
import { z } from "zod";
import { addDays } from "../../../trip/calendar.ts";
import type { EditOperation } from "../../../trip/edit/operations.ts";
import type { Intent, TripChange } from "../../../trip/text/follow-ups/intent.ts";
import { resolveSights } from "./must-sees.ts";
import type { TripContext } from "./plan-in-view.ts";
import { citiesResultSchema, failureIn, placesResultSchema, read, violationSchema } from "./results.ts";
import { callOne, type Script } from "./script.ts";
import type { ToolUse } from "./thread.ts";
import { listOf, sentence } from "./words.ts";

const UNDO_HINT = "Say “undo that” and I take it back.";

const alternativeSchema = z.object({ day: z.number(), from: z.string(), to: z.string() });
const notDoneSchema = z.object({ reason: z.string(), alternatives: z.array(alternativeSchema).catch([]) });

/** Of an edit and of a changed trip alike. */
export const editResultSchema = z.object({
  status: z.string(),
  applied: z.boolean().catch(false),
  itinerary: z.object({ version: z.number() }).nullish(),
  changes: z.array(z.string()).catch([]),
  notDone: z.array(notDoneSchema).catch([]),
  notices: z.array(z.string()).catch([]),
  verdict: z.object({ ok: z.boolean(), violations: z.array(violationSchema).catch([]) }).nullish(),
});
type EditSeen = z.infer<typeof editResultSchema>;

const MAX_TOLD = 8;
const MAX_ERRORS = 3;

function changesTold({ changes }: EditSeen): string {
  const shown = changes.slice(0, MAX_TOLD).map(sentence);
  const more = changes.length - shown.length;
  return [...shown, ...(more > 0 ? [`And ${more} more changes.`] : [])].join(" ");
}

function notDoneTold({ notDone }: EditSeen): string {
  return notDone
    .map(({ reason, alternatives }) => {
      const when = alternatives.slice(0, 3).map(({ day, from, to }) => `day ${day} between ${from} and ${to}`);
      return `${sentence(reason)}${when.length > 0 ? ` It could be on ${listOf(when)}.` : ""}`;
    })
    .join(" ");
}

function errorsTold({ verdict }: EditSeen): string {
  const errors = (verdict?.violations ?? []).filter(({ severity }) => severity === "error");
  if (errors.length === 0) return "";
  return `What does not hold: ${errors
    .slice(0, MAX_ERRORS)
    .map(({ message }) => sentence(message))
    .join(" ")}`;
}

const REFUSED: ReadonlySet<string> = new Set(["not_approved", "not_allowed", "approval_refused"]);

/** The person is asked by whoever runs the call; here only their answer is heard. */
export function* selectVersion(tripId: string, version: number, done: string): Script {
  const failure = failureIn(yield* callOne("select_itinerary", { tripId, version }));
  if (!failure) return done;
  if (REFUSED.has(failure.code)) return "Fine, I left the plan as it was.";
  return failure.message;
}

/** A proposal that only takes something away may be the traveller's plan; one that breaks what held is theirs to judge. */
const breaksSomething = ({ notices, verdict }: EditSeen): boolean =>
  verdict?.ok === false && !notices.some((notice) => notice.includes("takes something away"));

/** What came of an edit, in words; where it takes something away, after the person's yes. */
export function* settled(result: unknown, tripId: string): Script {
  const failure = failureIn(result);
  if (failure) return failure.message;
  const seen = read(editResultSchema, result);
  if (!seen) return "I could not change the plan just now. Please try again.";
  const undone = notDoneTold(seen);
  if (seen.changes.length === 0) {
    return undone || "That changes nothing: the plan is like that already.";
  }
  const told = changesTold(seen);
  const parts = (words: string[]): string => words.filter(Boolean).join(" ");
  if (seen.applied) return parts([`Done. ${told}`, undone, errorsTold(seen), UNDO_HINT]);
  const version = seen.itinerary?.version;
  if (version === undefined || breaksSomething(seen)) {
    const kept = "I have not made it your plan: it stays as it was. Say “yes” if you want it all the same.";
    return parts([`It would become: ${told}`, undone, errorsTold(seen), kept]);
  }
  return yield* selectVersion(tripId, version, parts([`Done. ${told}`, undone, UNDO_HINT]));
}

export type EditIntent = Extract<Intent, { kind: "edit" | "add" | "replace" }>;

interface Looked {
  operations: EditOperation[];
  notes: string[];
}

const SUGGESTED = 3;

/** By name in the cities of the trip, the day's city first; what only fits by meaning is offered, never taken. */
function* lookUp(text: string, cityIds: readonly string[]): Script<{ placeId: string | null; note: string }> {
  const calls = cityIds.map((cityId) => ({
    name: "search_attractions",
    input: { cityId, text: text.slice(0, 120), limit: 3 },
  }));
  const results = yield calls;
  const uses = calls.map((made, index): ToolUse => ({ id: "", ...made, result: results[index] }));
  const [placeId] = resolveSights([text], uses, []).placeIds;
  if (placeId !== undefined) return { placeId, note: "" };
  const near = results.flatMap((result) => read(placesResultSchema, result)?.places ?? []).map(({ name }) => name);
  const [first] = near;
  if (first === undefined)
    return { placeId: null, note: `I know no place called “${text}” there, so I left that out.` };
  const some = listOf(near.slice(0, SUGGESTED));
  return {
    placeId: null,
    note: `I know no place called “${text}”. Nearest to it: ${some}. Say for example “add ${first}”.`,
  };
}

function citiesFor(day: number | null, { cities, days }: TripContext): string[] {
  const name = days.find((each) => each.day === day)?.city;
  const here = cities.filter((city) => city.name === name);
  return (here.length > 0 ? here : cities).map(({ id }) => id).slice(0, 4);
}

function* operationsOf(intent: EditIntent, trip: TripContext): Script<Looked> {
  if (intent.kind === "edit") return { operations: intent.operations, notes: intent.notes };
  const day = intent.kind === "add" ? intent.day : Number(intent.item.split(".")[0]);
  const { placeId, note } = yield* lookUp(intent.text, citiesFor(day, trip));
  if (placeId === null) return { operations: [], notes: [note] };
  if (intent.kind === "replace") return { operations: [{ op: "replace", item: intent.item, placeId }], notes: [] };
  const when = { ...(intent.day !== null && { day: intent.day, ...(intent.time !== null && { time: intent.time }) }) };
  const notes =
    intent.time !== null && intent.day === null ? ["Tell me the day as well, and I will see to the time."] : [];
  return { operations: [{ op: "add", placeId, ...when }], notes };
}

/** All of one message in one call: positions are those of the plan that the traveller sees. */
export function* editPlan(intents: readonly EditIntent[], trip: TripContext): Script {
  const operations: EditOperation[] = [];
  const notes: string[] = [];
  for (const intent of intents) {
    const looked = yield* operationsOf(intent, trip);
    operations.push(...looked.operations);
    notes.push(...looked.notes);
  }
  if (operations.length === 0) return notes.join(" ");
  const version = trip.version === null ? {} : { version: trip.version };
  const result = yield* callOne("edit_itinerary", { tripId: trip.id, ...version, operations });
  const told = yield* settled(result, trip.id);
  return [told, ...notes].filter(Boolean).join(" ");
}

export type ChangeIntent = Extract<Intent, { kind: "change" | "add_city" }>;

type Change = Record<string, unknown>;

const union = <Item>(first: readonly Item[], second: readonly Item[]): Item[] => [...new Set([...first, ...second])];

const wishesSchema = z.object({
  trip: z.object({
    wishes: z.object({ diets: z.array(z.string()).default([]), accessibility: z.array(z.string()).default([]) }),
  }),
});

/** Diets and needs are given whole: what stands already is read first. */
function* needsOf(changes: readonly TripChange[], trip: TripContext): Script<Change> {
  const diets = changes.flatMap(({ addDiets }) => addDiets ?? []);
  const needs = changes.flatMap(({ accessibility }) => accessibility ?? []);
  if (diets.length + needs.length === 0) return {};
  const known = read(wishesSchema, yield* callOne("get_trip", { tripId: trip.id }))?.trip.wishes;
  return {
    ...(diets.length > 0 && { diets: union<string>(known?.diets ?? [], diets) }),
    ...(needs.length > 0 && { accessibility: union<string>(known?.accessibility ?? [], needs) }),
  };
}

const GIVEN_WHOLE: ReadonlySet<string> = new Set(["addDiets", "accessibility", "interests"]);

/** What was said later wins; new interests weigh most, and the old ones stay. */
function* changeOf(changes: readonly TripChange[], trip: TripContext): Script<Change> {
  const plain = changes.map((change) =>
    Object.fromEntries(Object.entries(change).filter(([name]) => !GIVEN_WHOLE.has(name))),
  );
  const interests = changes.flatMap((change) => change.interests ?? []);
  const needs = yield* needsOf(changes, trip);
  return Object.assign(
    {},
    ...plain,
    needs,
    interests.length > 0 ? { interests: union<string>(interests, trip.interests) } : {},
  );
}

const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** A city of the trip, else the best that the catalogue knows by that name. */
type AddedCity = Extract<ChangeIntent, { kind: "add_city" }>;

function* cityNamed(text: string, trip: TripContext): Script<string | null> {
  const known = trip.cities.find(({ name }) => fold(name) === fold(text));
  if (known) return known.id;
  const result = yield* callOne("search_cities", { query: text, limit: 3 });
  const hits = read(citiesResultSchema, result)?.cities ?? [];
  return hits.find(({ match, score }) => match === "exact" || match === "alias" || score >= 0.6)?.id ?? null;
}

/**
 * More nights where the trip ends anyway make it longer; elsewhere they come in beside the nights there are. "Two days in
 * Porto" are two days more; "two nights" begin on the day that was the last.
 */
function nightsIn(cityId: string, { nights: said, isInDays }: AddedCity, trip: TripContext): Change {
  const nights = said ?? 1;
  const at = trip.cities.findIndex(({ id }) => id === cityId);
  if (at >= 0 && at === trip.cities.length - 1) return { endDate: addDays(trip.endDate, nights) };
  if (at < 0 && isInDays) return { addCity: { cityId, days: nights } };
  return { addCity: { cityId, nights, ...(at >= 0 && { position: at + 2 }) } };
}

export function* changeTrip(intents: readonly ChangeIntent[], trip: TripContext): Script {
  const told: string[] = [];
  const changes = intents.flatMap((intent) => (intent.kind === "change" ? intent.change : []));
  const change = yield* changeOf(changes, trip);
  if (Object.keys(change).length > 0) {
    const result = yield* callOne("update_trip", { tripId: trip.id, ...change });
    told.push(yield* settled(result, trip.id));
  }
  for (const intent of intents) {
    if (intent.kind === "change") told.push(...intent.notes);
    if (intent.kind !== "add_city") continue;
    const cityId = yield* cityNamed(intent.text, trip);
    if (cityId === null) {
      told.push(`I could not find a city called “${intent.text}”. Check the spelling, and I will add it.`);
      continue;
    }
    const result = yield* callOne("update_trip", { tripId: trip.id, ...nightsIn(cityId, intent, trip) });
    told.push(yield* settled(result, trip.id));
  }
  return told.filter(Boolean).join(" ");
}
