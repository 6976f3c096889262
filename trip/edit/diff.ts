/**
 * What changes from one version of a plan to another: which stops, and whether something is taken away. Days that
 * moved with their trip are compared as what they were.
 */
import { type ItemDraft, type ItineraryDraft, isActive } from "../itinerary.ts";
import type { FlightOffer, StayOffer } from "../offer.ts";
import { minuteOf } from "../opening-hours.ts";
import { type PlanChange, planChanges } from "../schedule/mapping/plan-changes.ts";
import type { Trip } from "../trip.ts";
import { newDates } from "./carry-over.ts";
import { minutesOf } from "./day-items.ts";
import { changeSentences } from "./diff-words.ts";
import { offerSentences, tripSentences } from "./trip-words.ts";

/** A version with what it was made for. */
export interface PlanVersion {
  readonly trip: Trip;
  readonly draft: ItineraryDraft;
  readonly stays?: readonly StayOffer[] | undefined;
  readonly flights?: readonly FlightOffer[] | undefined;
}

export const DIFF_KINDS = [
  "dropped",
  "added",
  "replaced",
  "other_day",
  "retimed",
  "delayed",
  "skipped",
  "completed",
  "locked",
  "unlocked",
] as const;

export interface StopChange {
  readonly kind: (typeof DIFF_KINDS)[number];
  readonly title: string;
  /** What takes its place. */
  readonly by?: string;
  readonly from: PlanChange["from"];
  readonly to: PlanChange["to"];
}

export interface PlanDiff {
  readonly changes: readonly StopChange[];
  /** A planned stop is gone or replaced, a stay or flight replaced, a day dropped. */
  readonly takesAway: boolean;
  /** For a person. */
  readonly sentences: readonly string[];
  /** Dates of the newer version whose stops are other than they were. */
  readonly dates: readonly string[];
}

export function planDiff(before: PlanVersion, after: PlanVersion): PlanDiff {
  const dates = newDates(
    before.trip,
    after.trip,
    before.draft.days.map(({ date }) => date),
  );
  const old = { days: before.draft.days.map((day) => ({ ...day, date: dates.get(day.date) ?? day.date })) };
  const moves = planChanges(stopsOf(old), stopsOf(after.draft));
  const changes = [...withReplaced(moves.map((change) => named(change, after.draft))), ...marks(old, after.draft)];
  const isPoorer = moves.some((change) => isLoss(change, old) && !isKept(change, after.draft));
  const lostOffers = offersLost(before, after);
  return {
    changes,
    takesAway: isPoorer || lostOffers || after.draft.days.length < before.draft.days.length,
    sentences: [
      ...tripSentences(before.trip, after.trip),
      ...offerSentences(before, after),
      ...changeSentences(changes, after.trip),
    ],
    dates: changedDates(old, after.draft),
  };
}

/** Journeys and check-ins follow from the trip: nobody is told of each. */
const stopsOf = ({ days }: ItineraryDraft): ItineraryDraft => ({
  days: days.map((day) => ({
    ...day,
    items: day.items.filter(({ type }) => !["check_in", "check_out", "transport", "flight"].includes(type)),
  })),
});

/** A meal wherever one happens to be is no loss; a table, a sight or time of one's own is. */
function isLoss({ kind, from, title, placeId }: PlanChange, old: ItineraryDraft): boolean {
  if (kind !== "dropped") return false;
  const item = old.days.find(({ date }) => date === from?.date)?.items.find((other) => other.title === title);
  return placeId !== null || item?.type === "free" || item?.type === "rest";
}

const historyOf = ({ from, title }: PlanChange, { days }: ItineraryDraft): ItemDraft | undefined =>
  days
    .find(({ date }) => date === from?.date)
    ?.items.find((item) => !isActive(item) && item.title === title && item.startTime === from?.startTime);

const isKept = (change: PlanChange, fresh: ItineraryDraft): boolean => historyOf(change, fresh) !== undefined;

function named(change: PlanChange, fresh: ItineraryDraft): StopChange {
  const { kind, title, from, to } = change;
  const past = historyOf(change, fresh);
  if (past?.status === "skipped") return { kind: "skipped", title, from, to };
  return { kind: past?.status === "delayed" && kind === "other_day" ? "delayed" : kind, title, from, to };
}

/** What went and what came at the same hours of a day belong together. */
function withReplaced(changes: readonly StopChange[]): StopChange[] {
  const arrivals = changes.filter(({ kind }) => kind === "added");
  const used = new Set<StopChange>();
  const joined = changes.map((change): StopChange => {
    if (change.kind !== "dropped") return change;
    const by = arrivals.find((other) => !used.has(other) && overlaps(change.from, other.to));
    if (!by) return change;
    used.add(by);
    return { ...change, kind: "replaced", by: by.title, to: by.to };
  });
  return joined.filter((change) => !used.has(change));
}

function overlaps(from: PlanChange["from"], to: PlanChange["to"]): boolean {
  return (
    from !== null && to !== null && from.date === to.date && from.startTime < to.endTime && to.startTime < from.endTime
  );
}

/** Done, locked, unlocked: the same stop with another mark. */
function marks(old: ItineraryDraft, fresh: ItineraryDraft): StopChange[] {
  const before = new Map(activeItems(old).map(({ item }) => [item.itemKey, item]));
  return activeItems(fresh).flatMap(({ item, date }): StopChange[] => {
    const was = before.get(item.itemKey);
    if (!was) return [];
    const { title, startTime, endTime } = item;
    const mark = { title, from: null, to: { date, startTime, endTime } };
    return [
      ...(item.status === "completed" && was.status !== "completed" ? [{ kind: "completed" as const, ...mark }] : []),
      ...(item.locked === was.locked
        ? []
        : [{ kind: item.locked ? ("locked" as const) : ("unlocked" as const), ...mark }]),
    ];
  });
}

const activeItems = ({ days }: ItineraryDraft): { item: ItemDraft; date: string }[] =>
  days.flatMap(({ items, date }) => items.filter(isActive).map((item) => ({ item, date })));

function changedDates(old: ItineraryDraft, fresh: ItineraryDraft): string[] {
  const before = new Map(old.days.map((day) => [day.date, day.items.map(faceOf).join()]));
  return fresh.days.flatMap(({ date, items }) => (before.get(date) === items.map(faceOf).join() ? [] : [date]));
}

const faceOf = (item: ItemDraft): string =>
  [item.itemKey, item.title, minuteOf(item.startTime), minutesOf(item), item.status, item.locked].join("|");

function offersLost(before: PlanVersion, after: PlanVersion): boolean {
  const isGone = (old: readonly { offerId: string }[] = [], fresh: readonly { offerId: string }[] = []): boolean =>
    old.some(({ offerId }) => !fresh.some((other) => other.offerId === offerId));
  return isGone(before.stays, after.stays ?? before.stays) || isGone(before.flights, after.flights ?? before.flights);
}
