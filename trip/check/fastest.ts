/**
 * The quickest a leg between two points can be, by the vehicle alone. Our own estimates err on the
 * slow side; to call somebody else's timetable impossible takes a figure no vehicle beats.
 */
import { instantOf } from "../calendar.ts";
import type { CheckContext } from "./context.ts";

/** Beyond this distance a flight is assumed, at 900 km/h. */
const FLIGHT_FROM_METERS = 400_000;
const FLIGHT_METERS_PER_MINUTE = 15_000;
/** A train at 300 km/h, as the crow flies. */
const TRAIN_METERS_PER_MINUTE = 5_000;
/** A taxi on an empty road. */
const CITY_REACH_METERS = 50_000;
const TAXI_METERS_PER_MINUTE = 1_000;

export interface Leg {
  meters: number;
  date: string;
  /** Where the leg leads from one city to another: their clocks may differ, and a plan may mean either. */
  cities: { from: string; to: string } | null;
}

export function fastestMinutes(context: Pick<CheckContext, "facts">, { meters, date, cities }: Leg): number {
  const speed =
    meters > FLIGHT_FROM_METERS
      ? FLIGHT_METERS_PER_MINUTE
      : meters > CITY_REACH_METERS
        ? TRAIN_METERS_PER_MINUTE
        : TAXI_METERS_PER_MINUTE;
  const clocks = cities ? clockDifference(context, date, cities) : 0;
  return Math.max(0, Math.floor(meters / speed) - clocks);
}

/** Minutes between the clocks of two cities on a date; 0 where a zone is unknown. */
function clockDifference({ facts }: Pick<CheckContext, "facts">, date: string, cities: { from: string; to: string }) {
  const from = facts.cities.get(cities.from)?.timezone;
  const to = facts.cities.get(cities.to)?.timezone;
  if (from === undefined || to === undefined || from === to) return 0;
  const noon = (zone: string): number => instantOf(date, 720, zone).getTime();
  return Math.round(Math.abs(noon(from) - noon(to)) / 60_000);
}
