/** One way of breaking a generated plan for each thing the judge can say, at a visit picked at random. */
import { addDays } from "../../../trip/calendar.ts";
import type { DayDraft, ItemDraft, ItineraryDraft } from "../../../trip/itinerary.ts";
import { minuteOf } from "../../../trip/opening-hours.ts";
import type { Place } from "../../../trip/place.ts";
import { MAX_TRIP_DAYS, type Trip } from "../../../trip/trip.ts";
import type { ViolationCode } from "../../../trip/verdict.ts";
import type { Planned, Visit } from "../planned.ts";
import { euros, everyDay, flightWith, idOf, itemWith, placeWith, stayWith } from "../world.ts";

export interface Broken extends Planned {
  /** Where the judge must find it. */
  at: string;
  previous?: ItineraryDraft;
  /** The plan before it was broken, where that is not the one that was handed in. */
  whole?: Planned;
}

/** Returns `null` where this fault cannot be made of this visit. */
export type Break = (world: Planned, visit: Visit, other: Visit) => Broken | null;

export const dayPathOf = ({ path }: Visit): string => path.replace(/\.items.*/, "");

function known(world: Planned, { place, path }: Visit, over: Partial<Place>): Broken {
  const places = new Map([...world.facts.places, [place.id, { ...place, ...over }]]);
  return { ...world, facts: { ...world.facts, places }, at: path };
}

function wishing(world: Planned, over: Partial<Trip["wishes"]>): Planned {
  return { ...world, trip: { ...world.trip, wishes: { ...world.trip.wishes, ...over } } };
}

const withFacts = (world: Planned, over: Partial<Planned["facts"]>): Planned => ({
  ...world,
  facts: { ...world.facts, ...over },
});

function onDay(world: Planned, visit: Visit, change: (day: DayDraft) => DayDraft): Planned {
  const days = world.itinerary.days.map((day, index) => (`days[${index}]` === dayPathOf(visit) ? change(day) : day));
  return { ...world, itinerary: { days } };
}

/** The visit's item otherwise; its position stays. */
function edited(world: Planned, visit: Visit, over: Partial<ItemDraft>): Broken {
  const change = (day: DayDraft): DayDraft => ({
    ...day,
    items: day.items.map((item, index) =>
      `${dayPathOf(visit)}.items[${index}]` === visit.path ? { ...item, ...over } : item,
    ),
  });
  return { ...onDay(world, visit, change), at: visit.path };
}

const closedOn = (date: string): Place["hours"] => ({ ...everyDay("09:00", "18:00"), closedDates: [date.slice(5)] });

/** Open until the visit ends, but closed to newcomers ten minutes before it begins. */
function shutBefore(world: Planned, visit: Visit): Broken | null {
  const { startTime, endTime, endsNextDay } = visit.item;
  const lastEntryMinutes = minuteOf(endTime) - minuteOf(startTime) + 10;
  if (endsNextDay || lastEntryMinutes > 240) return null;
  return known(world, visit, { hours: { ...everyDay("00:00", endTime), lastEntryMinutes } });
}

/** Two and a half hours by tram from the stop that came less than two hours before. */
function whisked(world: Planned, visit: Visit): Broken | null {
  const index = visit.day.items.indexOf(visit.item);
  const before = visit.day.items[index - 1];
  const gap = minuteOf(visit.item.startTime) - minuteOf(before?.endTime ?? "00:00");
  if (!before?.location || before.type === "transport" || gap < 0 || gap > 120) return null;
  const { lat, lon } = before.location;
  return known(world, visit, { location: { lat: lat + (lat > 0 ? -0.3 : 0.3), lon } });
}

function zigzag(world: Planned, visit: Visit): Broken {
  const { place } = visit;
  const spots = [0, 4, 1, 5, 2].map((step, index) =>
    placeWith(900_000 + index, {
      cityId: place.cityId,
      location: { lat: place.location.lat + step * 0.004, lon: place.location.lon },
      hours: everyDay("00:00", "24:00"),
      visitMinutes: 30,
    }),
  );
  const items = spots.map(({ id, name, location }, index) => {
    const times = { startTime: `${10 + index}:00`, endTime: `${10 + index}:30` };
    return itemWith({ type: "attraction", title: name, placeId: id, location, itemKey: id, ...times });
  });
  const places = new Map([...world.facts.places, ...spots.map((spot) => [spot.id, spot] as const)]);
  return {
    ...withFacts(
      onDay(world, visit, (day) => ({ ...day, items })),
      { places },
    ),
    at: dayPathOf(visit),
  };
}

/** A visit from morning to night, a break in the middle of nothing. */
const only = (world: Planned, visit: Visit, items: ItemDraft[]): Broken => ({
  ...onDay(world, visit, (day) => ({ ...day, items })),
  at: dayPathOf(visit),
});

const rich = (world: Planned): Planned => ({
  ...world,
  trip: { ...world.trip, budget: { amountMinor: 5_000_000, currency: "EUR" } },
});
const stayIn = (trip: Trip, over: Parameters<typeof stayWith>[1]) => {
  const first = trip.destinations.find(({ arrivalDate, departureDate }) => arrivalDate < departureDate);
  if (!first) return null;
  const { cityId, arrivalDate, departureDate } = first;
  return stayWith(1, { cityId, checkInDate: arrivalDate, checkOutDate: departureDate, ...over });
};
function withStay(world: Planned, over: Parameters<typeof stayWith>[1]): Broken | null {
  const stay = stayIn(world.trip, over);
  return stay && { ...withFacts(world, { stays: [stay] }), at: "stays[0]" };
}

export const BREAKS: Record<ViolationCode, Break> = {
  closed_day: (world, visit) => known(world, visit, { hours: closedOn(visit.day.date) }),
  outside_hours: (world, visit) => known(world, visit, { hours: everyDay("05:00", "06:00") }),
  after_last_entry: shutBefore,
  unknown_hours: (world, visit) => known(world, visit, { hours: null }),
  wrong_city: (world, visit) => known(world, visit, { cityId: idOf(1, 77) }),
  unknown_place: (world, visit) => edited(world, visit, { placeId: idOf(2, 999_999) }),
  repeated_place: (world, visit, other) =>
    visit.path > other.path && visit.item.type === other.item.type
      ? edited(world, visit, { placeId: other.place.id })
      : null,
  overlap: (world, visit) => {
    const twin = { ...visit.item, itemKey: "twin", placeId: null, type: "rest" as const };
    return {
      ...onDay(world, visit, (day) => ({ ...day, items: [...day.items, twin] })),
      at: `${dayPathOf(visit)}.items`,
    };
  },
  travel_too_short: whisked,
  outside_trip_dates: (world, visit) => ({
    ...onDay(world, visit, (day) => ({ ...day, date: addDays(world.trip.endDate, MAX_TRIP_DAYS) })),
    at: dayPathOf(visit),
  }),
  date_in_past: (world, visit) => ({
    ...withFacts(world, { today: addDays(visit.day.date, 1) }),
    at: dayPathOf(visit),
  }),
  weekday_mismatch: (world, visit, other) => {
    if (dayPathOf(visit) !== dayPathOf(other)) {
      return { ...onDay(world, visit, (day) => ({ ...day, date: other.day.date })), at: dayPathOf(visit) };
    }
    const isMonday = new Date(`${visit.day.date}T12:00Z`).getUTCDay() === 1;
    return edited(world, visit, { title: `${isMonday ? "Tuesday" : "Monday"}: ${visit.item.title}` });
  },
  diet_unmet: (world, visit) =>
    visit.item.type === "meal" ? known(wishing(world, { diets: ["kosher"] }), visit, { diets: [] }) : null,
  accessibility_unmet: (world, visit) =>
    known(wishing(world, { accessibility: ["wheelchair"] }), visit, { wheelchair: "no" }),
  unknown_accessibility: (world, visit) => ({
    ...known(wishing(world, { accessibility: ["wheelchair"] }), visit, { wheelchair: null }),
    at: "",
  }),
  unsourced_price: (world, visit) => edited(world, visit, { cost: euros(1234) }),
  budget_exceeded: (world, visit) => {
    const poor = { ...world, trip: { ...world.trip, budget: { amountMinor: 5_000, currency: "EUR" } } };
    return visit.item.type === "meal"
      ? null
      : { ...known(poor, visit, { admission: euros(60) }), at: "", whole: rich(world) };
  },
  budget_at_risk: (world, visit) => {
    const dear = { lowMinor: 9_000, highMinor: 9_000_000, currency: "EUR", method: "menus", asOf: "2026-11-22" };
    const whole = rich(world);
    return visit.item.type === "meal" ? { ...known(whole, visit, { mealEstimate: dear }), at: "", whole } : null;
  },
  missing_price: (world, visit) =>
    visit.item.type === "meal"
      ? null
      : { ...edited(known(world, visit, { admission: null }), visit, { cost: null }), at: "" },
  offer_expired: (world) => withStay(world, { price: euros(80, { per: "night", expiresAt: "2026-11-01T00:00:00Z" }) }),
  stay_conflict: (world) => withStay(world, { cityId: idOf(1, 77) }),
  minimum_nights: (world) => withStay(world, { minimumNights: MAX_TRIP_DAYS + 1 }),
  night_without_bed: (world) => {
    const nights = world.trip.destinations.filter(({ arrivalDate, departureDate }) => arrivalDate < departureDate);
    const stays = nights.map(({ cityId, arrivalDate, departureDate }, index) =>
      stayWith(index, { cityId, checkInDate: arrivalDate, checkOutDate: departureDate }),
    );
    const index = world.itinerary.days.findIndex(({ date }) => date === nights.at(-1)?.arrivalDate);
    const isUnderWay = world.itinerary.days[index]?.items[0]?.endsNextDay ?? true;
    if (isUnderWay) return null;
    const whole = withFacts(world, { stays });
    return { ...withFacts(world, { stays: stays.slice(0, -1) }), at: `days[${index}]`, whole };
  },
  flight_conflict: (world, visit) => {
    const noon = `${visit.day.date}T12:00:00Z`;
    const from = new Date(Date.parse(noon) - 36 * 3_600_000).toISOString();
    const to = new Date(Date.parse(noon) + 36 * 3_600_000).toISOString();
    const flight = flightWith(1, { departureAirport: "AAA", arrivalAirport: "BBB", departureAt: from, arrivalAt: to });
    return { ...withFacts(world, { flights: [flight] }), at: visit.path };
  },
  locked_item_changed: (world, visit) => {
    const { at, itinerary } = edited(world, visit, { locked: true });
    const moved = edited(world, visit, { startTime: "03:00", endTime: "04:00" });
    return { ...moved, previous: itinerary, at };
  },
  meal_missing: (world, visit) =>
    only(world, visit, [
      { ...visit.item, type: "attraction", startTime: "09:00", endTime: "09:30" },
      { ...visit.item, type: "attraction", startTime: "21:30", endTime: "22:30" },
    ]),
  meal_time_odd: (world, visit) =>
    visit.item.type === "meal" ? edited(world, visit, { startTime: "16:05", endTime: "17:00" }) : null,
  visit_short: (world, visit) => (visit.item.type === "meal" ? null : known(world, visit, { visitMinutes: 600 })),
  pace_exceeded: (world, visit) =>
    only(world, visit, [{ ...visit.item, type: "attraction", startTime: "08:00", endTime: "20:00" }]),
  backtracking: zigzag,
  booking_needed: (world, visit) => known(world, visit, { bookingNeeded: true }),
};
