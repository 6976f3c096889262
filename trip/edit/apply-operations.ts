/**
 * Typed operations against a version of a plan, one after the other. What cannot be done is told, with what could
 * be instead, and the others are done all the same. Whatever no operation names keeps its day and its time.
 */
import { check } from "../check/check.ts";
import { TripwrightError } from "../errors.ts";
import type { PlanFacts } from "../facts.ts";
import type { ItineraryDraft } from "../itinerary.ts";
import type { Trip } from "../trip.ts";
import { added } from "./add-place.ts";
import { filled, relaxed, swapped } from "./change-days.ts";
import {
  type Alternative,
  type EditContext,
  type Editing,
  isRefusal,
  type Refusal,
  refusal,
  type Solve,
} from "./editing.ts";
import { dayOf, findActive, itemKeyOf } from "./find-item.ts";
import { completed, locked, removed, skipped, unlocked } from "./flag-items.ts";
import { bounded, closed, rained, requireTripDate } from "./meet-conditions.ts";
import { delayed, moved } from "./move-item.ts";
import { knownErrors } from "./new-errors.ts";
import type { EditKind, EditOperation } from "./operations.ts";
import { replaced } from "./replace-item.ts";
import { withUniqueKeys } from "./unique-keys.ts";

export interface NotDone {
  readonly operation: EditOperation;
  readonly reason: string;
  readonly alternatives: readonly Alternative[];
}

export interface Edited extends Editing {
  readonly notDone: readonly NotDone[];
}

type Apply = (context: EditContext, editing: Editing, operation: EditOperation) => Step | Promise<Step>;
type Step = Editing | Refusal;

/** Throws `invalid_input` for what names no item, day or place of the plan; then nothing is done at all. */
export async function applyOperations(
  { trip, facts, base, solve }: { trip: Trip; facts: PlanFacts; base: ItineraryDraft; solve: Solve },
  operations: readonly EditOperation[],
): Promise<Edited> {
  const named = operations.map((operation) => withKey(base, operation));
  for (const operation of named) requireArguments(operation);
  const context: EditContext = { facts, solve, knownErrors: knownErrors(trip, base, facts) };
  let editing: Editing = { trip, draft: base, anchor: base };
  const notDone: NotDone[] = [];
  for (const [index, operation] of named.entries()) {
    const next = await step(context, editing, operation);
    if (isRefusal(next)) notDone.push({ operation: operations[index] ?? operation, ...next });
    else editing = next;
  }
  return { ...editing, notDone };
}

/** Positions are those of the base, whatever earlier operations have moved. */
function withKey(base: ItineraryDraft, operation: EditOperation): EditOperation {
  return operation.item === undefined ? operation : { ...operation, item: itemKeyOf(base, operation.item) };
}

async function step(context: EditContext, editing: Editing, operation: EditOperation): Promise<Step> {
  const next = await APPLY[operation.op](context, editing, operation);
  if (isRefusal(next)) return next;
  const unique = { ...next, draft: withUniqueKeys(next.draft, editing.draft) };
  const broken = check(unique.trip, unique.draft, context.facts, unique.anchor).violations;
  const lock = broken.find(({ code }) => code === "locked_item_changed");
  return lock ? refusal(`${lock.message} Unlock it first.`) : unique;
}

const APPLY: Record<EditKind, Apply> = {
  add: (context, editing, { placeId = "", day, time }) => added(context, editing, { placeId, day, time }),
  move: (context, editing, { item = "", day, time }) => moved(context, editing, { item, day, time }),
  delay: (context, editing, { item = "", day, time }) => delayed(context, editing, { item, day, time }),
  replace: (context, editing, { item = "", placeId }) => replaced(context, editing, { item, placeId }),
  remove: (_, editing, { item = "" }) => removed(editing, item),
  skip: (_, editing, { item = "" }) => skipped(editing, item),
  complete: (_, editing, { item = "" }) => completed(editing, item),
  lock: (_, editing, { item = "" }) => locked(editing, item),
  unlock: (_, editing, { item = "" }) => unlocked(editing, item),
  swap_days: (context, editing, { day = 0, fromDay = 0 }) => swapped(context, editing, { day, fromDay }),
  relax_day: (context, editing, { day = 0 }) => relaxed(context, editing, day),
  fill_day: (context, editing, { day = 0 }) => filled(context, editing, day),
  rain: (context, editing, operation) => rained(context, editing, dateOf(editing, operation)),
  closed: (context, editing, operation) => closed(context, editing, closureOf(editing, operation)),
  arrive: (context, editing, operation) =>
    bounded(context, editing, { way: "arrival", ...momentOf(editing, operation) }),
  leave: (context, editing, operation) =>
    bounded(context, editing, { way: "departure", ...momentOf(editing, operation) }),
};

/** Throws `invalid_input` for a date of another time. */
function dateOf({ trip, draft }: Editing, { date, day }: EditOperation, usual?: string): string {
  const found = date ?? (day === undefined ? usual : dayOf(draft, day).date);
  if (found === undefined) throw new TripwrightError("invalid_input", "Expected a date or a day.");
  requireTripDate(trip, found);
  return found;
}

function momentOf(editing: Editing, operation: EditOperation): { date: string; time: string } {
  const { startDate, endDate } = editing.trip;
  const usual = operation.op === "arrive" ? startDate : endDate;
  return { date: dateOf(editing, operation, usual), time: operation.time ?? "00:00" };
}

function closureOf(editing: Editing, operation: EditOperation): { placeId: string; date: string } {
  const found = operation.item === undefined ? null : findActive(editing.draft, operation.item);
  const placeId = found?.item.placeId ?? operation.placeId;
  if (!placeId)
    throw new TripwrightError("invalid_input", "Expected closed to name a stop with a place, or a placeId.");
  return { placeId, date: dateOf(editing, operation, found?.day.date) };
}

type Argument = Exclude<keyof EditOperation, "op">;
/** What each needs; of a list within the list, one. */
const NEEDS: Record<EditKind, readonly (Argument | readonly Argument[])[]> = {
  add: ["placeId"],
  move: ["item", ["day", "time"]],
  remove: ["item"],
  replace: ["item"],
  delay: ["item"],
  skip: ["item"],
  complete: ["item"],
  lock: ["item"],
  unlock: ["item"],
  swap_days: ["day", "fromDay"],
  relax_day: ["day"],
  fill_day: ["day"],
  rain: [["day", "date"]],
  closed: [["item", "placeId"]],
  arrive: ["time"],
  leave: ["time"],
};

function requireArguments(operation: EditOperation): void {
  for (const need of NEEDS[operation.op]) {
    const names: readonly Argument[] = typeof need === "string" ? [need] : need;
    if (names.some((name) => operation[name] !== undefined)) continue;
    throw new TripwrightError("invalid_input", `Expected "${operation.op}" to say ${names.join(" or ")}.`, {
      operation,
    });
  }
  const isHalf = operation.op === "add" && operation.time !== undefined && operation.day === undefined;
  if (isHalf)
    throw new TripwrightError("invalid_input", 'Expected "add" with a time to say the day, too.', { operation });
}
