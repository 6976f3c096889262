/** Ways of making the faultless plan impossible, each with the code and the place where the judge must find it. */
import type { ItineraryDraft } from "../../../trip/itinerary.ts";
import type { ViolationCode } from "../../../trip/verdict.ts";
import {
  euros,
  everyDay,
  faultlessWorld,
  flightWith,
  idOf,
  itemWith,
  LISBON,
  near,
  PORTO,
  placeWith,
  stayWith,
  tripWith,
  visitOf,
  type World,
  withDayChanged,
  withFacts,
  withItem,
  withMorePlaces,
  withPlace,
  withTrip,
} from "../world.ts";

const good = faultlessWorld();

/** 10 May 2027 is a Monday; the first visit is Museum 1, 10:30–11:30. */
export const monday = { ...everyDay("09:00", "18:00"), monday: [] };

const elsewhere = placeWith(77, { cityId: PORTO.id, location: near(PORTO, 0, 0) });
const far = placeWith(78, { location: near(LISBON, 9_000, 0) });

export interface Fault {
  code: ViolationCode;
  fault: string;
  world: World;
  /** The version it was made from. */
  previous?: ItineraryDraft;
  /** Everything that is found, when it is not just the code at the path. */
  also?: string[];
  path: string;
}

export const ERROR_FAULTS: Fault[] = [
  {
    code: "closed_day",
    fault: "the museum is closed on Mondays",
    world: withPlace(good, 1, { hours: monday }),
    path: "days[0].items[0]",
  },
  {
    code: "closed_day",
    fault: "it is the yearly closure",
    world: withPlace(good, 1, { hours: { ...everyDay("09:00", "18:00"), closedDates: ["05-10"] } }),
    path: "days[0].items[0]",
  },
  {
    code: "closed_day",
    fault: "it is not the season",
    world: withPlace(good, 1, {
      hours: {
        ...everyDay("09:00", "18:00"),
        seasons: [{ from: "05-01", to: "05-31", week: monday }],
      },
    }),
    path: "days[0].items[0]",
  },
  {
    code: "closed_day",
    fault: "the restaurant is closed at lunch and at all times",
    world: withPlace(good, 22, { hours: monday }),
    path: "days[0].items[1]",
  },
  {
    code: "outside_hours",
    fault: "the visit begins before opening",
    world: withItem(good, 0, 0, { startTime: "08:30", endTime: "09:30" }),
    path: "days[0].items[0]",
  },
  {
    code: "outside_hours",
    fault: "the visit runs past closing",
    world: withItem(good, 0, 2, { startTime: "17:30", endTime: "18:30" }),
    path: "days[0].items[2]",
  },
  {
    code: "outside_hours",
    fault: "the visit spans the midday break",
    world: withPlace(good, 1, {
      hours: {
        ...everyDay("09:00", "18:00"),
        monday: [
          { open: "09:00", close: "11:00" },
          { open: "11:15", close: "18:00" },
        ],
      },
    }),
    path: "days[0].items[0]",
  },
  {
    code: "after_last_entry",
    fault: "the door has shut, though the museum has not",
    world: withPlace(withItem(good, 0, 2, { startTime: "16:45", endTime: "17:45" }), 3, {
      hours: { ...everyDay("09:00", "18:00"), lastEntryMinutes: 90 },
    }),
    path: "days[0].items[2]",
  },
  {
    code: "overlap",
    fault: "lunch begins during the visit",
    world: withItem(good, 0, 0, { startTime: "12:00", endTime: "13:00" }),
    path: "days[0].items[1]",
  },
  {
    code: "overlap",
    fault: "an item ends before it begins",
    world: withItem(good, 0, 3, { endTime: "18:00" }),
    path: "days[0].items[3]",
  },
  {
    code: "travel_too_short",
    fault: "the next stop is farther than the gap",
    world: withItem(withMorePlaces(good, far), 0, 2, {
      placeId: far.id,
      location: far.location,
      startTime: "13:50",
      endTime: "14:50",
    }),
    path: "days[0].items[2]",
    also: ["backtracking days[0]"],
  },
  {
    code: "travel_too_short",
    fault: "an item lies about where its place is",
    world: withItem(withMorePlaces(good, far), 0, 2, {
      placeId: far.id,
      location: near(LISBON, 450, 0),
      startTime: "13:50",
      endTime: "14:50",
    }),
    path: "days[0].items[2]",
    also: ["backtracking days[0]"],
  },
  {
    code: "outside_trip_dates",
    fault: "a day lies after the trip",
    world: withDayChanged(good, 2, { date: "2027-05-20", dayNumber: 11 }),
    path: "days[2]",
    also: ["missing_price "],
  },
  {
    code: "wrong_city",
    fault: "the day is spent in a city the trip is not in",
    world: withDayChanged(good, 1, { city: { id: PORTO.id, name: "Porto" }, items: [] }),
    path: "days[1]",
  },
  {
    code: "wrong_city",
    fault: "a place is in another city than the day",
    world: withDayChanged(withMorePlaces(good, elsewhere), 0, { items: [visitOf(elsewhere, "10:30", "11:30")] }),
    path: "days[0].items[0]",
    also: ["meal_missing days[0]", "meal_missing days[0]"],
  },
  {
    code: "repeated_place",
    fault: "the same museum twice",
    world: withItem(good, 1, 0, { placeId: idOf(2, 1), cost: euros(10) }),
    path: "days[1].items[0]",
  },
  {
    code: "repeated_place",
    fault: "the same restaurant twice",
    world: withItem(good, 0, 3, { placeId: idOf(2, 22) }),
    path: "days[0].items[3]",
  },
  {
    code: "unknown_place",
    fault: "an id nobody knows",
    world: withItem(good, 0, 0, { placeId: idOf(2, 999_999) }),
    path: "days[0].items[0]",
  },
  {
    code: "unknown_place",
    fault: "a sight that names no place",
    world: withItem(good, 0, 0, { placeId: null }),
    path: "days[0].items[0]",
  },
  {
    code: "diet_unmet",
    fault: "one of the restaurants serves no vegan meals",
    world: (() => {
      const trip = tripWith({ wishes: { diets: ["vegetarian"] } });
      const vegan = [24, 26, 28, 30].reduce((world, number) => withPlace(world, number, { diets: ["vegan"] }), good);
      return { ...vegan, trip };
    })(),
    path: "days[0].items[1]",
  },
  {
    code: "accessibility_unmet",
    fault: "steps, and a wheelchair",
    world: withPlace(withTrip(good, { wishes: { accessibility: ["wheelchair"] } }), 1, { wheelchair: "no" }),
    path: "days[0].items[0]",
  },
  {
    code: "budget_exceeded",
    fault: "known prices beyond the budget",
    world: withTrip(good, { budget: { amountMinor: 20_000, currency: "EUR" } }),
    path: "",
  },
  {
    code: "budget_exceeded",
    fault: "the plan hides what its sights cost",
    world: (() => {
      const dear = withPlace(good, 1, { admission: euros(900) });
      return withItem(dear, 0, 0, { cost: null });
    })(),
    path: "",
  },
  {
    code: "flight_conflict",
    fault: "a visit before the traveller says they arrive",
    world: { ...good, trip: { ...good.trip, conditions: { arrival: { date: "2027-05-10", minute: 720 } } } },
    path: "days[0].items[0]",
  },
  {
    code: "flight_conflict",
    fault: "a visit after the traveller says they leave",
    world: { ...good, trip: { ...good.trip, conditions: { departure: { date: "2027-05-12", minute: 900 } } } },
    path: "days[2].items[2]",
  },
  {
    code: "closed_day",
    fault: "a place that the traveller knows to be shut that day",
    world: {
      ...good,
      trip: { ...good.trip, conditions: { closures: [{ placeId: placeWith(1).id, dates: ["2027-05-10"] }] } },
    },
    path: "days[0].items[0]",
  },
  {
    code: "flight_conflict",
    fault: "a visit before landing",
    world: withFacts(good, { flights: [flightWith(1, { arrivalAt: "2027-05-10T12:00:00+02:00" })] }),
    path: "days[0].items[0]",
  },
  {
    code: "flight_conflict",
    fault: "a visit while the flight home boards",
    world: withFacts(good, {
      flights: [
        flightWith(1, {
          departureAirport: "LIS",
          arrivalAirport: "VIE",
          departureAt: "2027-05-12T15:30:00Z",
          arrivalAt: "2027-05-12T19:30:00Z",
        }),
      ],
    }),
    path: "days[2].items[2]",
  },
  {
    code: "stay_conflict",
    fault: "a bed in the wrong city",
    world: withFacts(good, {
      stays: [
        stayWith(1, { checkOutDate: "2027-05-11" }),
        stayWith(2, { cityId: PORTO.id, checkInDate: "2027-05-11" }),
      ],
    }),
    path: "stays[1]",
  },
  {
    code: "stay_conflict",
    fault: "a bed for a night after the trip",
    world: withFacts(good, { stays: [stayWith(1, { checkOutDate: "2027-05-13" })] }),
    path: "stays[0]",
  },
  {
    code: "stay_conflict",
    fault: "two beds for one night",
    world: withFacts(good, { stays: [stayWith(1), stayWith(2, { checkInDate: "2027-05-11" })] }),
    path: "stays[1]",
  },
  {
    code: "stay_conflict",
    fault: "checking in on a day no stay begins",
    world: withDayChanged(good, 1, {
      items: [
        ...(good.itinerary.days[1]?.items ?? []),
        itemWith({ type: "check_in", startTime: "22:00", endTime: "22:15" }),
      ],
    }),
    path: "days[1].items[4]",
  },
  {
    code: "stay_conflict",
    fault: "the key is handed out later than that",
    world: withDayChanged(withFacts(good, { stays: [stayWith(1, { checkInFrom: "23:00" })] }), 0, {
      items: [
        ...(good.itinerary.days[0]?.items ?? []),
        itemWith({ type: "check_in", startTime: "22:00", endTime: "22:15" }),
      ],
    }),
    path: "days[0].items[4]",
  },
  {
    code: "minimum_nights",
    fault: "the house asks for three nights",
    world: withFacts(good, { stays: [stayWith(1, { minimumNights: 3 })] }),
    path: "stays[0]",
  },
  {
    code: "locked_item_changed",
    fault: "a locked visit is an hour later",
    world: withItem(good, 0, 2, { startTime: "16:00", endTime: "17:00" }),
    previous: withItem(good, 0, 2, { locked: true }).itinerary,
    path: "days[0].items[2]",
  },
  {
    code: "date_in_past",
    fault: "the first day was yesterday",
    world: withFacts(good, { today: "2027-05-11" }),
    path: "days[0]",
  },
  {
    code: "weekday_mismatch",
    fault: "a day has the number of another",
    world: withDayChanged(good, 1, { dayNumber: 3 }),
    path: "days[1]",
  },
  {
    code: "weekday_mismatch",
    fault: "a day is missing",
    world: { ...good, itinerary: { days: good.itinerary.days.slice(0, 2) } },
    path: "",
  },
  {
    code: "weekday_mismatch",
    fault: "a day is there twice",
    world: withDayChanged(good, 2, { date: "2027-05-11", dayNumber: 2, items: [] }),
    path: "days[2]",
  },
  {
    code: "weekday_mismatch",
    fault: "a day is called by another weekday",
    world: withDayChanged(good, 1, { title: "Day 2 (Wednesday): the hills" }),
    path: "days[1]",
  },
  {
    code: "weekday_mismatch",
    fault: "an item is for another weekday",
    world: withItem(good, 0, 1, { title: "Lunch on Sunday, 12:30" }),
    path: "days[0].items[1]",
  },
  {
    code: "unsourced_price",
    fault: "a price by a provider nobody asked",
    world: withItem(withFacts(good, { providers: new Set(["catalogue", "test-hotels"]) }), 0, 0, {
      cost: euros(10, { provider: "hearsay" }),
    }),
    path: "days[0].items[0]",
  },
  {
    code: "unsourced_price",
    fault: "a price read next year",
    world: withItem(good, 0, 0, { cost: euros(10, { fetchedAt: "2027-05-10" }) }),
    path: "days[0].items[0]",
  },
  {
    code: "unsourced_price",
    fault: "a price that makes the trip cheaper",
    world: withItem(good, 0, 0, { cost: euros(-10) }),
    path: "days[0].items[0]",
  },
  {
    code: "unsourced_price",
    fault: "a price nobody quoted",
    world: withItem(good, 0, 0, { cost: euros(10, { provider: "" }) }),
    path: "days[0].items[0]",
  },
  {
    code: "unsourced_price",
    fault: "a price without a date",
    world: withItem(good, 0, 0, { cost: euros(10, { fetchedAt: "recently" }) }),
    path: "days[0].items[0]",
  },
  {
    code: "unsourced_price",
    fault: "another price than the catalogue's",
    world: withItem(good, 0, 0, { cost: euros(4) }),
    path: "days[0].items[0]",
  },
  {
    code: "unsourced_price",
    fault: "a price where the catalogue knows none",
    world: withItem(good, 0, 1, { cost: euros(14) }),
    path: "days[0].items[1]",
  },
  {
    code: "unsourced_price",
    fault: "a stay whose price names nobody",
    world: withFacts(good, { stays: [stayWith(1, { price: euros(80, { per: "night", provider: " " }) })] }),
    path: "stays[0]",
  },
];
