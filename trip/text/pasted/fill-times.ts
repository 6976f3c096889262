/**
 * Times for what was said without one. What the text says stays to the minute, so that the checker judges
 * the text; what it leaves open is chosen so that it causes no fault: inside the opening hours, after what
 * came before, with the way there, and shorter than usual where the day is full.
 */
import { cityTravel, type Mobility } from "../../geo.ts";
import { type OpenWindow, windowsOn } from "../../opening-hours.ts";
import type { Coordinates, Place } from "../../place.ts";
import type { DayPart } from "./day-parts.ts";

export interface Slot {
  /** As said; `null` is to be filled. */
  start: number | null;
  end: number | null;
  minutes: number | null;
  /** How long it takes when nobody says. */
  usualMinutes: number;
  part: DayPart | null;
  place: Place | null;
  location: Coordinates | null;
  isJourney: boolean;
}

export interface Timed {
  start: number;
  end: number;
  isStartAssumed: boolean;
  isEndAssumed: boolean;
}

export interface DayFrame {
  date: string;
  mobility: Mobility;
  /** Nothing that was not said starts before. */
  earliest: number;
}

const DAY_STARTS = [570, 540, 510, 480, 450, 420] as const;
const DAY_ENDS = 1_425;
/** How much of the usual length is kept, as the day fills up. */
const SHARES = [1, 0.85, 0.75, 0.6, 0.45, 0.34] as const;
const LAST_SHARES = [0.25, 0.15] as const;
const SHORTEST = 10;
/** Farther than this is another city: no time in between makes the text right. */
const CITY_REACH_METERS = 60_000;
/** After a journey: off the train and to the first door. */
const AFTER_JOURNEY = 30;

interface Cursor {
  minute: number;
  location: Coordinates | null;
  /** Time that passed since without a place: meals in between take theirs wherever they are eaten. */
  afterJourney: boolean;
}

export function fillDay(slots: readonly Slot[], frame: DayFrame): Timed[] {
  const order = slots.map((slot, index) => ({ slot, index }));
  const timed: (Timed | undefined)[] = slots.map(() => undefined);
  const fixed = order.filter(({ slot }) => slot.start !== null);
  const loose: number[] = [];
  let cursor: Cursor = { minute: -1, location: null, afterJourney: false };
  const chains = chainsOf(order.map(({ slot }) => slot));
  for (const chain of chains) {
    const next = nextFixed(fixed, chain.at(-1) ?? 0);
    const placed = placeChain(chain, slots, cursor, next, frame);
    for (const [index, time] of placed.times) timed[index] = time;
    loose.push(...placed.left);
    cursor = placed.cursor;
  }
  for (const index of loose) timed[index] = squeeze(slots, timed, index, frame);
  return timed.map((time) => time ?? { start: 570, end: 600, isStartAssumed: true, isEndAssumed: true });
}

/** A said start and everything without one behind it, up to the next said start. */
function chainsOf(slots: readonly Slot[]): number[][] {
  const chains: number[][] = [];
  for (const [index, slot] of slots.entries()) {
    if (slot.start !== null || chains.length === 0) chains.push([index]);
    else chains.at(-1)?.push(index);
  }
  return chains;
}

interface Next {
  start: number;
  location: Coordinates | null;
  isJourney: boolean;
}

function nextFixed(fixed: readonly { slot: Slot; index: number }[], after: number): Next | null {
  const next = fixed.find(({ index }) => index > after)?.slot;
  return next?.start === null || next === undefined
    ? null
    : { start: next.start, location: next.location, isJourney: next.isJourney };
}

interface Placed {
  times: Map<number, Timed>;
  left: number[];
  cursor: Cursor;
}

function placeChain(
  chain: readonly number[],
  slots: readonly Slot[],
  cursor: Cursor,
  next: Next | null,
  frame: DayFrame,
): Placed {
  const first = slots[chain[0] ?? 0];
  const isOpen = first?.start === null && cursor.minute < 0;
  const begins = isOpen ? beginningsOf(frame) : [cursor.minute];
  const isAlone = chain.length === 1 && first?.start !== null;
  for (let kept = chain.length; kept > 0; kept -= 1) {
    const part = chain.slice(0, kept);
    const shares = [...SHARES, ...(kept === chain.length && !isAlone ? LAST_SHARES : [])];
    const run = firstThatFits(shares, begins, (share, minute) =>
      runThrough(part, slots, { cursor: { ...cursor, minute }, next, frame, share }),
    );
    if (run) return { ...run, left: chain.slice(kept) };
  }
  return forced(chain, slots, cursor, next, frame);
}

/** Nobody said when the day begins: at half past nine, or earlier where what is said needs it. */
function beginningsOf({ earliest }: DayFrame): number[] {
  return [...new Set(DAY_STARTS.map((minute) => Math.max(minute, earliest)))];
}

function firstThatFits<Run>(
  shares: readonly number[],
  begins: readonly number[],
  run: (share: number, begin: number) => Run | null,
): Run | null {
  for (const share of shares) {
    for (const begin of begins) {
      const found = run(share, begin);
      if (found) return found;
    }
  }
  return null;
}

interface RunOptions {
  cursor: Cursor;
  next: Next | null;
  frame: DayFrame;
  share: number;
}

/** The chain at one density; `null` when it does not fit. */
function runThrough(
  chain: readonly number[],
  slots: readonly Slot[],
  options: RunOptions,
): Omit<Placed, "left"> | null {
  const { next, frame, share } = options;
  let { cursor } = options;
  const times = new Map<number, Timed>();
  for (const index of chain) {
    const slot = slots[index];
    if (!slot) return null;
    const time = slot.start === null ? openTime(slot, cursor, frame, share) : saidTime(slot, slot.start, frame, share);
    if (!time) return null;
    times.set(index, time);
    cursor = moved(cursor, slot, time.end);
  }
  if (next && cursor.minute + wayTo(cursor, next, frame) > next.start && !isEndSaid(slots[chain.at(-1) ?? 0]))
    return null;
  return { times, cursor };
}

const isEndSaid = (slot: Slot | undefined): boolean =>
  slot?.start !== null && (slot?.end !== null || slot?.minutes !== null);

function moved(cursor: Cursor, slot: Slot, end: number): Cursor {
  if (slot.isJourney) return { minute: end, location: null, afterJourney: true };
  return {
    minute: Math.max(cursor.minute, end),
    location: slot.location ?? cursor.location,
    afterJourney: slot.location ? false : cursor.afterJourney,
  };
}

function wayTo(
  cursor: Cursor,
  to: { location: Coordinates | null; isJourney: boolean },
  { mobility }: DayFrame,
): number {
  if (to.isJourney) return 0;
  if (cursor.afterJourney && to.location) return AFTER_JOURNEY;
  if (!cursor.location || !to.location) return 0;
  const { distanceMeters, durationMinutes } = cityTravel(cursor.location, to.location, mobility);
  return distanceMeters > CITY_REACH_METERS ? 0 : durationMinutes;
}

function saidTime(slot: Slot, start: number, { date }: DayFrame, share: number): Timed {
  const isStartAssumed = false;
  if (slot.end !== null) return { start, end: slot.end, isStartAssumed, isEndAssumed: false };
  if (slot.minutes !== null) return { start, end: start + slot.minutes, isStartAssumed, isEndAssumed: false };
  const wanted = Math.max(SHORTEST, roundUp(slot.usualMinutes * share));
  const window = (openOn(slot, date) ?? []).find(
    ({ openMinute, closeMinute }) => start >= openMinute && start < closeMinute,
  );
  const end = window ? Math.min(start + wanted, window.closeMinute) : start + wanted;
  return { start, end, isStartAssumed, isEndAssumed: true };
}

const openOn = ({ place }: Slot, date: string): OpenWindow[] | null => (place ? windowsOn(place.hours, date) : null);

/** When the doors are open in the part of the day that was said; all day where that part is the text's own fault. */
function usableWindows(slot: Slot, date: string): OpenWindow[] {
  const allDay = [{ openMinute: 0, closeMinute: 2_880, lastEntryMinute: 2_880 }];
  const windows = openOn(slot, date);
  if (windows === null || windows.length === 0) return allDay;
  const { part } = slot;
  if (!part) return windows;
  const inPart = windows.filter(
    ({ openMinute, lastEntryMinute, closeMinute }) =>
      openMinute <= part.latest && Math.min(lastEntryMinute, closeMinute - SHORTEST) >= part.earliest,
  );
  return inPart.length > 0 ? inPart : allDay;
}

function openTime(slot: Slot, cursor: Cursor, frame: DayFrame, share: number): Timed | null {
  const { part, minutes, usualMinutes } = slot;
  const there = roundUp(cursor.minute + wayTo(cursor, slot, frame));
  const wanted = minutes ?? Math.max(SHORTEST, roundUp(usualMinutes * share));
  const least = minutes ?? Math.max(SHORTEST, Math.round(usualMinutes * 0.3));
  for (const from of part ? [part.from, part.earliest] : [0]) {
    for (const { openMinute, closeMinute, lastEntryMinute } of usableWindows(slot, frame.date)) {
      const start = Math.max(there, from, openMinute);
      const end = Math.min(start + wanted, closeMinute);
      const isIn = start <= lastEntryMinute && end - start >= Math.min(wanted, least) && end <= DAY_ENDS + 120;
      if (isIn && start <= (part?.latest ?? DAY_ENDS)) {
        return { start, end, isStartAssumed: true, isEndAssumed: minutes === null };
      }
    }
  }
  return null;
}

const roundUp = (minute: number): number => Math.ceil(minute / 5) * 5;

/** It cannot be done as said: as said all the same, and the rest wherever it finds room. */
function forced(
  chain: readonly number[],
  slots: readonly Slot[],
  cursor: Cursor,
  next: Next | null,
  frame: DayFrame,
): Placed {
  const [first, ...rest] = chain;
  const slot = first === undefined ? undefined : slots[first];
  if (first === undefined || !slot || slot.start === null) return { times: new Map(), left: [...chain], cursor };
  const time = saidTime(slot, slot.start, frame, SHARES.at(-1) ?? 1);
  const room = next
    ? next.start - slot.start - wayTo(moved(cursor, slot, slot.start), next, frame)
    : Number.POSITIVE_INFINITY;
  const floor = Math.min(30, Math.max(SHORTEST, Math.round(slot.usualMinutes / 3)));
  const end = time.isEndAssumed ? Math.min(time.end, slot.start + Math.max(floor, room)) : time.end;
  const capped = next && time.isEndAssumed && next.start > slot.start ? Math.min(end, next.start) : end;
  return { times: new Map([[first, { ...time, end: capped }]]), left: rest, cursor: moved(cursor, slot, capped) };
}

/** Into any gap of the day in which the doors are open; behind everything else when there is none. */
function squeeze(slots: readonly Slot[], timed: readonly (Timed | undefined)[], index: number, frame: DayFrame): Timed {
  const slot = slots[index];
  const busy = slots
    .flatMap((other, at) => {
      const time = timed[at];
      return time ? [{ ...other, from: time.start, to: time.end }] : [];
    })
    .sort((a, b) => a.from - b.from);
  const fallback = { start: Math.min(1_380, Math.max(570, ...busy.map(({ to }) => to))), end: 0 };
  if (!slot) return { ...fallback, end: fallback.start + 30, isStartAssumed: true, isEndAssumed: true };
  const gaps = [null, ...busy].map((before, at) => ({ before, after: busy[at] ?? null }));
  for (const candidate of [slot, { ...slot, part: null }]) {
    for (const share of [...SHARES, ...LAST_SHARES]) {
      for (const { before, after } of gaps) {
        const cursor = {
          minute: before?.to ?? Math.max(480, frame.earliest),
          location: before?.location ?? null,
          afterJourney: before?.isJourney ?? false,
        };
        const time = openTime(candidate, cursor, frame, share);
        if (!time) continue;
        const leave = moved(cursor, candidate, time.end);
        if (!after || time.end + wayTo(leave, after, frame) <= after.from) return time;
      }
    }
  }
  const start = fallback.start;
  return { start, end: start + Math.min(30, slot.minutes ?? 30), isStartAssumed: true, isEndAssumed: true };
}
