/** Edits with the search itself, in a few steps, and a city busy enough to edit in. */
import { check } from "../../../trip/check/check.ts";
import { applyOperations, type Edited } from "../../../trip/edit/apply-operations.ts";
import type { Solve } from "../../../trip/edit/editing.ts";
import type { EditOperation } from "../../../trip/edit/operations.ts";
import { type DayDraft, type ItemDraft, type ItineraryDraft, isActive } from "../../../trip/itinerary.ts";
import { createSearch } from "../../../trip/schedule/search.ts";
import { type Planned, plan } from "../planned.ts";
import { eateryWith, everyDay, factsWith, LISBON, near, placeWith, tripWith } from "../world.ts";

const STEPS = 60;

export const solve: Solve = (problem, start) => {
  const search = createSearch(problem, { steps: STEPS, start });
  search.step(STEPS);
  return Promise.resolve(search.solution());
};

export function edit({ trip, facts, itinerary }: Planned, ...operations: EditOperation[]): Promise<Edited> {
  return applyOperations({ trip, facts, base: itinerary, solve }, operations);
}

/** Thirty sights, every third of them a park, and one museum that is closed on Tuesdays, the trip's second day. */
export function busyWorld(): Planned {
  const sights = Array.from({ length: 30 }, (_, index) =>
    placeWith(index + 1, {
      type: index % 3 === 0 ? "park" : "museum",
      categories: [index % 3 === 0 ? "parks" : "museums"],
      location: near(LISBON, ((index * 700) % 3_000) - 1_500, ((index * 1_100) % 3_000) - 1_500),
      popularity: 0.3 + (index % 7) / 10,
      ...(index === 4 && { popularity: 1, hours: { ...everyDay("09:00", "18:00"), tuesday: [] } }),
    }),
  );
  const tables = Array.from({ length: 12 }, (_, index) =>
    eateryWith(100 + index, { location: near(LISBON, index * 200 - 1_200, 1_200 - index * 200) }),
  );
  const facts = factsWith([...sights, ...tables]);
  const trip = tripWith({ budget: null, wishes: { pace: "relaxed" } });
  return { trip, facts, itinerary: plan(trip, facts, 300) };
}

export const activeOn = (draft: ItineraryDraft, dayNumber: number): ItemDraft[] =>
  (draft.days.find((day) => day.dayNumber === dayNumber)?.items ?? []).filter(isActive);

export function whereIs({ days }: ItineraryDraft, itemKey: string): { day: DayDraft; item: ItemDraft } | undefined {
  return days
    .flatMap((day) => day.items.map((item) => ({ day, item })))
    .find(({ item }) => item.itemKey === itemKey && isActive(item));
}

/** What a traveller would see of a day. */
export const outlineOf = ({ items }: DayDraft): string[] =>
  items.filter(isActive).map(({ itemKey, startTime, endTime }) => `${startTime}–${endTime} ${itemKey}`);

export function withLocked({ days }: ItineraryDraft, itemKey: string): ItineraryDraft {
  return {
    days: days.map((day) => ({
      ...day,
      items: day.items.map((item) => (item.itemKey === itemKey ? { ...item, locked: true } : item)),
    })),
  };
}

/** What the checker refuses of a plan, and of an edited one. */
export const errorsOf = ({ trip, facts, itinerary }: Planned): string[] =>
  check(trip, itinerary, facts)
    .violations.filter(({ severity }) => severity === "error")
    .map(({ code, message }) => `${code} ${message}`);
export const judged = (edited: Edited, { facts, itinerary }: Planned): string[] =>
  check(edited.trip, edited.draft, facts, itinerary)
    .violations.filter(({ severity }) => severity === "error")
    .map(({ code, message }) => `${code} ${message}`);
