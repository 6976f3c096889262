/** The trip of a turn's context as the reader of follow-ups sees it, and what "it" means after what was said last. */
import type { Intent } from "../../../trip/text/follow-ups/intent.ts";
import { type PlanInView, type StopInView, stopsOf } from "../../../trip/text/follow-ups/plan-in-view.ts";
import { readFollowUp } from "../../../trip/text/follow-ups/read-follow-up.ts";
import type { TurnContext } from "../../turn-context.ts";
import type { Turn } from "./thread.ts";

export type TripContext = NonNullable<TurnContext["trip"]>;

const isHistory = (marks: readonly string[]): boolean => marks.some((mark) => mark === "skipped" || mark === "delayed");

/** Positions count what is still in the plan, as an edit does; history has none and cannot be pointed at. */
function stopsInView({ day, stops }: TripContext["days"][number]): StopInView[] {
  return stops
    .filter(([, , , , , marks]) => !isHistory(marks))
    .map(([, kind, start, end, title, marks], index) => {
      return { position: `${day}.${index + 1}`, day, kind, start, end, title, marks };
    });
}

/** `null` without a trip, or with one that has no days yet. */
export function planInView(context: TurnContext | null): PlanInView | null {
  const trip = context?.trip;
  if (!trip || trip.days.length === 0) return null;
  return {
    today: context.today,
    startDate: trip.startDate,
    endDate: trip.endDate,
    travelers: trip.travelers,
    childAges: trip.childAges,
    cities: trip.cities,
    days: trip.days.map((day) => ({ day: day.day, date: day.date, city: day.city, stops: stopsInView(day) })),
    hasProposal: trip.proposedVersion !== null,
    mentioned: [],
    chosen: null,
  };
}

/** Positions that an intent names. */
export function itemsOf(intent: Intent): string[] {
  if (intent.kind === "edit") return intent.operations.flatMap(({ item }) => item ?? []);
  if (intent.kind === "show_stops") return intent.items;
  if (intent.kind === "replace" || intent.kind === "reason") return [intent.item];
  return intent.kind === "feedback" && intent.item !== null ? [intent.item] : [];
}

const MOST_MENTIONED = 3;

function titlesIn(text: string, view: PlanInView): string[] {
  const titles = [...new Set(stopsOf(view).map(({ title }) => title))];
  return titles.filter((title) => text.includes(title));
}

/** The stops that the last turns were about: as the traveller named them, else as they were answered. */
export function withMentioned(view: PlanInView, earlier: readonly Turn[]): PlanInView {
  for (const { text, answer } of earlier.toReversed().slice(0, 3)) {
    const items = new Set(readFollowUp(text, view).flatMap(itemsOf));
    const named = stopsOf(view)
      .filter(({ position }) => items.has(position))
      .map(({ title }) => title);
    const answered = titlesIn(answer, view);
    const mentioned = named.length > 0 ? named : answered;
    if (mentioned.length > 0 && mentioned.length <= MOST_MENTIONED) return { ...view, mentioned };
  }
  return view;
}
