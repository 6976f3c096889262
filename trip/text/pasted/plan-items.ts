/** Said items as items of a draft: one visit a place, a leg where the city changes, times filled in. */

import type { City } from "../../catalogue.ts";
import { intercityTravel, type Mobility } from "../../geo.ts";
import type { ItemDraft } from "../../itinerary.ts";
import { wallTimeOf } from "../../opening-hours.ts";
import { isEatery, type Place } from "../../place.ts";
import { type DayPart, partOfMeal } from "./day-parts.ts";
import { type DayFrame, fillDay, type Slot, type Timed } from "./fill-times.ts";
import type { SaidItem } from "./said-items.ts";
import { type ClockHints, minuteSaid, spanSaid } from "./said-times.ts";

const USUAL_MINUTES = {
  attraction: 60,
  meal: 60,
  transport: 45,
  flight: 150,
  check_in: 30,
  check_out: 20,
  rest: 45,
  free: 60,
} as const satisfies Record<ItemDraft["type"], number>;
const MEAL_MINUTES = { breakfast: 45, lunch: 60, dinner: 75 } as const;

/**
 * "Colosseum, Roman Forum, Palatine Hill" may be two tickets, or one: the halves of a name are one visit
 * where they follow each other, and no second one later. The same name said twice stays twice.
 */
export function withoutHalves(items: readonly SaidItem[], seen: Map<string, string>): SaidItem[] {
  const kept: SaidItem[] = [];
  for (const item of items) {
    const { name } = item;
    if (!name || item.type !== "attraction") {
      kept.push(item);
      continue;
    }
    const before = kept.at(-1);
    const isOtherHalf = (said: string | undefined): boolean => said !== undefined && said !== name.name && name.isHalf;
    if (before?.name?.place.id === name.place.id && (item.time === null || isOtherHalf(before.name.name))) {
      before.minutes ??= item.minutes;
      if (before.time === null) before.time = item.time;
      continue;
    }
    if (isOtherHalf(seen.get(name.place.id))) kept.push({ ...item, type: "free", name: null, near: name });
    else kept.push(item);
    if (!seen.has(name.place.id)) seen.set(name.place.id, name.name);
  }
  return kept;
}

export interface DayItemsOptions {
  frame: DayFrame;
  is24: boolean;
  /** Where the day begins and where it is spent, when these differ. */
  move: { from: City; to: City } | null;
}

export interface FilledItem {
  said: SaidItem;
  item: ItemDraft;
  time: Timed;
}

/** What of the clause's time belongs to which of its items. */
function saidSpans(
  items: readonly SaidItem[],
  { is24 }: DayItemsOptions,
): { start: number | null; end: number | null }[] {
  let after: number | null = null;
  const spans: { start: number | null; end: number | null }[] = items.map(() => ({ start: null, end: null }));
  for (const [index, item] of items.entries()) {
    const { time } = item;
    const isFirst = time !== null && items[index - 1]?.time !== time;
    if (!isFirst) continue;
    const hints: ClockHints = { is24, after, isLate: item.meal === "dinner" || (item.part?.from ?? 0) >= 1_020 };
    const early = item.meal === "breakfast" && time.start && time.start.half === null && time.start.hour < 12;
    const span = spanSaid(early && time.start ? { ...time, start: { ...time.start, half: "am" } } : time, hints);
    const group = items.filter((other) => other.time === time);
    if (span.start !== null) after = span.start;
    share(span, group, (member, part) => {
      spans[items.indexOf(member)] = part;
    });
  }
  return spans;
}

/** "9:00–12:00 Monastery and Tower": the time is divided as the visits' usual lengths are. */
function share(
  span: { start: number | null; end: number | null },
  group: readonly SaidItem[],
  give: (item: SaidItem, part: { start: number | null; end: number | null }) => void,
): void {
  const { start, end } = span;
  const [first] = group;
  if (!first) return;
  if (group.length === 1 || start === null || end === null || end <= start) {
    give(first, span);
    return;
  }
  const usual = group.map((item) => usualMinutes(item, null));
  const pause = Math.min(20, Math.floor((end - start) / (group.length * 4)));
  const open = end - start - pause * (group.length - 1);
  const total = usual.reduce((sum, minutes) => sum + minutes, 0);
  let at = start;
  for (const [index, item] of group.entries()) {
    const until = index === group.length - 1 ? end : Math.round(at + (open * (usual[index] ?? 0)) / total);
    give(item, { start: at, end: until });
    at = until + pause;
  }
}

function usualMinutes({ type, meal, name, part }: SaidItem, move: DayItemsOptions["move"]): number {
  if (type === "transport" && move) return intercityTravel(move.from.location, move.to.location).durationMinutes;
  if (meal)
    return name && isEatery(name.place)
      ? Math.max(MEAL_MINUTES[meal] - 15, Math.min(name.place.visitMinutes, 90))
      : MEAL_MINUTES[meal];
  if (name) return name.place.visitMinutes;
  return part && type === "free" ? 75 : USUAL_MINUTES[type];
}

/** A table named without a meal is lunch before, and dinner after, what else the day says. */
function partOfTable(
  items: readonly SaidItem[],
  index: number,
  spans: readonly { start: number | null }[],
): DayPart | null {
  const item = items[index];
  const isOpen = item?.type === "meal" && !item.meal && !item.part && spans[index]?.start === null;
  if (!isOpen) return item?.part ?? null;
  const before = Math.max(0, ...spans.slice(0, index).map(({ start }) => start ?? 0));
  const isFed = items.slice(0, index).some(({ meal }) => meal === "lunch");
  return partOfMeal(isFed || before >= 840 ? "dinner" : "lunch");
}

export function fillItems(items: readonly SaidItem[], options: DayItemsOptions): FilledItem[] {
  const spans = saidSpans(items, options);
  const shared = new Set(items.filter((item, index) => items[index - 1]?.time === item.time && item.time !== null));
  const slots = items.map((item, index): Slot => {
    const span = spans[index] ?? { start: null, end: null };
    const isEndOnly = span.start === null && span.end !== null;
    const minutes = item.minutes ?? (isEndOnly ? usualMinutes(item, null) : null);
    return {
      start: isEndOnly && span.end !== null ? Math.max(0, span.end - (minutes ?? 60)) : span.start,
      end: span.end,
      minutes: shared.has(item) ? null : item.minutes,
      usualMinutes: usualMinutes(item, options.move),
      part: partOfTable(items, index, spans),
      place: item.name?.place ?? null,
      location: (item.name ?? item.near)?.place.location ?? null,
      isJourney: item.type === "transport" || item.type === "flight",
    };
  });
  const times = fillDay(slots, options.frame);
  return items.map((said, index) => {
    const time = times[index] ?? { start: 570, end: 600, isStartAssumed: true, isEndAssumed: true };
    return { said, time, item: draftOf(said, time) };
  });
}

function draftOf(said: SaidItem, time: Timed): ItemDraft {
  const place: Place | null = said.name?.place ?? null;
  const start = Math.min(time.start, 1_439);
  return {
    itemKey: "",
    type: said.type,
    title: said.title.slice(0, 200),
    placeId: place?.id ?? null,
    location: place?.location ?? said.near?.place.location ?? null,
    startTime: wallTimeOf(start),
    endTime: wallTimeOf(time.end),
    endsNextDay: time.end >= 1_440,
    cost: place && said.type === "attraction" ? place.admission : null,
    status: "planned",
    locked: false,
    reason: null,
    confidence: said.name?.confidence ?? null,
    travelFromPrevious: null,
  };
}

export function frameOf(
  date: string,
  mobility: Mobility,
  move: DayItemsOptions["move"],
  hasJourney: boolean,
): DayFrame {
  const way = move && !hasJourney ? intercityTravel(move.from.location, move.to.location).durationMinutes : 0;
  return { date, mobility, earliest: Math.max(420, way > 0 ? 360 + way : 0) };
}

export function minutesOfClock(clock: Parameters<typeof minuteSaid>[0]): number {
  return minuteSaid(clock, { is24: true, after: null, isLate: false });
}
