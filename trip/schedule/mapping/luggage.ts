/** First to the bed: rooms are ready in the afternoon, and nobody sees a town with a suitcase. */
import type { DayDraft, ItemDraft } from "../../itinerary.ts";
import { minuteOf, wallTimeOf } from "../../opening-hours.ts";
import type { Bed } from "./beds.ts";

export const LUGGAGE_MINUTES = 15;
const USUAL_CHECK_IN = "15:00";

export function luggageItem(day: DayDraft, { location, stay }: Bed, minute: number): ItemDraft {
  const name = stay?.propertyName ?? "the hotel";
  const from = stay?.checkInFrom ?? USUAL_CHECK_IN;
  const isReady = minute >= minuteOf(from);
  return {
    itemKey: `check_in:${day.date}`,
    type: "check_in",
    title: isReady ? `Check in at ${name}` : `Leave the luggage at ${name}`.slice(0, 200),
    placeId: null,
    location: stay?.location ? location : null,
    startTime: wallTimeOf(minute),
    endTime: wallTimeOf(minute + LUGGAGE_MINUTES),
    endsNextDay: minute + LUGGAGE_MINUTES >= 1440,
    cost: null,
    status: "planned",
    locked: false,
    reason: isReady ? null : `rooms are usually ready from ${from}`,
    confidence: null,
    travelFromPrevious: null,
  };
}
