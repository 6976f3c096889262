/** Places as a vendor might tell them. */
import type { LivePlace } from "../../../trip/live/live-place.ts";
import type { WeeklyHours } from "../../../trip/opening-hours.ts";
import { everyDay } from "../world.ts";

export function liveWith(over: Partial<LivePlace> = {}): LivePlace {
  return {
    ...{ provider: "Test Places", id: "vendor-1", name: "Museum 1", location: null, state: "operating" },
    ...{ timeZone: null, week: null, dates: [], specialDates: [], rating: null, ratingCount: null, reviews: [] },
    ...{ link: null, movedTo: null, attribution: { text: "Test Maps", url: "https://maps.example" } },
    ...over,
  };
}

export const closedOn = (...days: (keyof WeeklyHours)[]): WeeklyHours => ({
  ...everyDay("09:00", "18:00"),
  ...Object.fromEntries(days.map((day) => [day, []])),
});
