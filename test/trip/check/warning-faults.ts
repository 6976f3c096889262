/** Ways of making the faultless plan worse, though not impossible. */
import {
  euros,
  everyDay,
  faultlessWorld,
  LISBON,
  near,
  stayWith,
  withFacts,
  withItem,
  withPlace,
  withTrip,
} from "../world.ts";
import type { Fault } from "./error-faults.ts";

const good = faultlessWorld();

export const WARNING_FAULTS: Fault[] = [
  {
    code: "unknown_hours",
    fault: "nobody knows when it is open",
    world: withPlace(good, 1, { hours: null }),
    path: "days[0].items[0]",
  },
  {
    code: "unknown_accessibility",
    fault: "nobody knows about the steps",
    world: withPlace(withTrip(good, { wishes: { accessibility: ["wheelchair"] } }), 1, { wheelchair: null }),
    path: "days[0].items[0]",
  },
  {
    code: "unknown_accessibility",
    fault: "nobody knows how blind visitors fare",
    world: withTrip(good, { wishes: { accessibility: ["visual_impairment"] } }),
    path: "",
  },
  {
    code: "night_without_bed",
    fault: "the second night has no bed",
    world: withFacts(good, { stays: [stayWith(1, { checkOutDate: "2027-05-11" })] }),
    path: "days[1]",
  },
  {
    code: "meal_missing",
    fault: "no dinner on a full day",
    world: withItem(good, 1, 3, null),
    path: "days[1]",
  },
  {
    code: "meal_missing",
    fault: "no lunch on a full day",
    world: withItem(good, 1, 1, null),
    path: "days[1]",
  },
  {
    code: "meal_time_odd",
    fault: "lunch at half past four",
    world: withItem(good, 0, 1, { startTime: "16:20", endTime: "17:20" }),
    path: "days[0].items[1]",
  },
  {
    code: "meal_missing",
    fault: "a lunch of five minutes",
    world: withItem(good, 1, 1, { endTime: "12:35" }),
    path: "days[1]",
  },
  {
    code: "pace_exceeded",
    fault: "eight hours of visits",
    world: withItem(withPlace(good, 1, { hours: everyDay("05:00", "18:00") }), 0, 0, {
      startTime: "05:00",
      endTime: "12:00",
    }),
    path: "days[0]",
  },
  {
    code: "pace_exceeded",
    fault: "out from five until ten",
    world: withItem(
      withItem(withPlace(good, 1, { hours: everyDay("05:00", "18:00") }), 0, 0, {
        startTime: "05:15",
        endTime: "06:15",
      }),
      0,
      3,
      { startTime: "20:30", endTime: "21:45" },
    ),
    path: "days[0]",
  },
  {
    code: "pace_exceeded",
    fault: "half the day on trams",
    world: [
      [1, -4_400],
      [22, 6_800],
      [3, -10_200],
      [24, 10_000],
    ].reduce((world, [number = 0, north = 0]) => withPlace(world, number, { location: near(LISBON, north, 0) }), good),
    also: ["backtracking days[0]"],
    path: "days[0]",
  },
  {
    code: "backtracking",
    fault: "down to the river for lunch, and up again to where the morning was",
    world: [
      [1, 2_000],
      [22, 0],
      [3, 1_800],
      [24, 2_200],
    ].reduce((world, [number = 0, north = 0]) => withPlace(world, number, { location: near(LISBON, north, 0) }), good),
    path: "days[0]",
  },
  {
    code: "visit_short",
    fault: "forty minutes for an hour's museum",
    world: withItem(good, 0, 0, { endTime: "11:10" }),
    path: "days[0].items[0]",
  },
  {
    code: "budget_at_risk",
    fault: "estimates beyond the budget",
    world: withTrip(good, { budget: { amountMinor: 60_000, currency: "EUR" } }),
    path: "",
  },
  {
    code: "missing_price",
    fault: "a sight nobody could price",
    world: withItem(withPlace(good, 1, { admission: null }), 0, 0, { cost: null }),
    path: "",
  },
  {
    code: "booking_needed",
    fault: "a place that must be booked",
    world: withPlace(good, 1, { bookingNeeded: true }),
    path: "days[0].items[0]",
  },
  {
    code: "offer_expired",
    fault: "an offer that has run out",
    world: withFacts(good, {
      stays: [
        stayWith(1, {
          price: euros(80, { per: "night", provider: "test-hotels", expiresAt: "2026-11-20T08:00:00Z" }),
        }),
      ],
    }),
    path: "stays[0]",
  },
];
