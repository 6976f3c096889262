/** Days, mentions and assumptions put together: the result in the shape the checker and a repair work on. */
import { addDays } from "../../calendar.ts";
import type { DayDraft } from "../../itinerary.ts";
import type { Trip } from "../../trip.ts";
import { sayDate } from "../date-words.ts";
import type { Named } from "./clauses.ts";
import type { DatedDay, DatedPlan } from "./day-dates.ts";
import type { FilledItem } from "./plan-items.ts";
import type { PastedMention, PastedPlan } from "./read-pasted.ts";
import type { TripWords } from "./trip-words.ts";

export interface ReadDay extends DatedDay {
  city: { id: string; name: string };
  items: readonly FilledItem[];
  asides: readonly Named[];
}

export interface DraftParts {
  text: string;
  trip: Trip;
  dates: DatedPlan;
  days: readonly ReadDay[];
  words: TripWords;
}

export function buildDraft({ text, trip, dates, days, words }: DraftParts): PastedPlan {
  const mentions: PastedMention[] = [];
  const assumedTimes: string[] = [];
  const drafts = days.map((day, index): DayDraft => {
    const items = day.items.map(({ item, said, time }, position) => {
      const itemKey = `pasted-${index + 1}-${position + 1}`;
      if (time.isStartAssumed) assumedTimes.push(itemKey);
      if (said.mention)
        mentions.push(
          mentionOf(text, day.number, said.mention, said.name ?? said.near, {
            itemKey,
            price: said.price?.money ?? null,
          }),
        );
      return { ...item, itemKey };
    });
    for (const name of day.asides)
      mentions.push(mentionOf(text, day.number, name, name, { itemKey: null, price: null }));
    return {
      dayNumber: day.number,
      date: day.date,
      ...(day.weekday && { title: `Day ${day.number} (${capitalised(day.weekday)})` }),
      city: day.city,
      items: items.sort((a, b) => a.startTime.localeCompare(b.startTime)),
    };
  });
  const ordered = mentions.sort((a, b) => a.from - b.from || a.to - b.to).filter(isFirstSaid);
  const assumptions = [...dates.assumptions, ...assumptionsOf(days, trip, words)];
  return {
    trip: { ...trip, assumptions },
    draft: { days: [...drafts, ...emptyDays(dates, days)].sort((a, b) => a.dayNumber - b.dayNumber) },
    mentions: ordered,
    unresolved: ordered.filter(({ placeId }) => placeId === null),
    assumptions,
    assumedTimes,
  };
}

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The same words are one mention, the one that became an item. */
function isFirstSaid(mention: PastedMention, index: number, all: readonly PastedMention[]): boolean {
  const rivals = all.filter((other) => other.from < mention.to && mention.from < other.to);
  const best = rivals.find(({ itemKey }) => itemKey !== null) ?? rivals[0];
  return best === mention || (best === undefined && all.indexOf(mention) === index);
}

function mentionOf(
  text: string,
  day: number,
  { from, to }: { from: number; to: number },
  name: Named | null,
  { itemKey, price }: Pick<PastedMention, "itemKey" | "price">,
): PastedMention {
  return {
    text: text.slice(from, to),
    from,
    to,
    day,
    placeId: name?.place.id ?? null,
    placeName: name?.place.name ?? null,
    confidence: name?.confidence ?? 0,
    alternatives: name?.alternatives ?? [],
    itemKey,
    price,
  };
}

/** A day the text passes over is a day all the same. */
function emptyDays({ startDate, endDate }: DatedPlan, days: readonly ReadDay[]): DayDraft[] {
  const known = new Set(days.map(({ number }) => number));
  const last = Math.max(0, ...known);
  const empty: DayDraft[] = [];
  for (let number = 1; number < last; number += 1) {
    const date = addDays(startDate, number - 1);
    const before = days.findLast((day) => day.number < number) ?? days[0];
    if (!known.has(number) && date <= endDate && before) {
      empty.push({ dayNumber: number, date, city: before.city, items: [] });
    }
  }
  return empty;
}

function assumptionsOf(days: readonly ReadDay[], trip: Trip, words: TripWords): string[] {
  const items = days.flatMap((day) => day.items);
  const starts = items.filter(({ time }) => time.isStartAssumed).length;
  const ends = items.filter(({ time }) => !time.isStartAssumed && time.isEndAssumed).length;
  const first = days[0];
  return [
    ...(first ? [`I took day ${first.number} to be ${sayDate(first.date)}, in ${first.city.name}.`] : []),
    ...(words.travelers === null
      ? [`I counted ${trip.travelers === 1 ? "one traveller" : `${trip.travelers} travellers`}.`]
      : []),
    ...(starts > 0
      ? [
          `${starts} of ${items.length} items have no time in the text: I gave them one, in the order of the text and when the places are open.`,
        ]
      : []),
    ...(ends > 0
      ? [
          `${ends} of ${items.length} items have a start and no end: I took the usual length of a visit, or what the next item leaves.`,
        ]
      : []),
  ];
}
