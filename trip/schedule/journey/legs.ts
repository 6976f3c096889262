/**
 * The ways to get from one city to the next on one day. A car one drives oneself has to come home with the party, so a
 * journey is either driven throughout ("own") or made of flights and taxis ("hired").
 */
import type { JourneyRequest } from "./request.ts";
import type { DriveMode, JourneyDrive, JourneyFlight, JourneyWorld } from "./world.ts";

export type Fleet = "own" | "hired";
/** Comfortable legs end on the day they begin; where those do not suffice, any leg will do. */
export type Timing = "comfortable" | "any";

export interface Leg {
  from: string;
  to: string;
  mode: "flight" | DriveMode;
  flight: JourneyFlight | null;
  drive: JourneyDrive | null;
  /** For the whole party. */
  cost: number;
  /** Minutes of the day on which it begins; from 1440 on it ends the day after. */
  departs: number;
  arrives: number;
  minutes: number;
}

/** Nobody keeps a timetable of cars: they are taken to leave after an early breakfast. */
const DRIVE_LEAVES = 8 * 60;
const DAY = 24 * 60;

export function fleetsFor(request: JourneyRequest): Fleet[] {
  return request.transport === "no self-driving" ? ["hired"] : ["own", "hired"];
}

function flownLeg(from: string, to: string, flight: JourneyFlight, travelers: number): Leg {
  const arrives = flight.arrives < flight.departs ? flight.arrives + DAY : flight.arrives;
  const { departs, minutes } = flight;
  return { from, to, mode: "flight", flight, drive: null, cost: flight.price * travelers, departs, arrives, minutes };
}

function drivenLeg(from: string, to: string, drive: JourneyDrive, travelers: number): Leg {
  const cost = drive.price * Math.ceil(travelers / drive.seats);
  const times = { departs: DRIVE_LEAVES, arrives: DRIVE_LEAVES + drive.minutes, minutes: drive.minutes };
  return { from, to, mode: drive.mode, flight: null, drive, cost, ...times };
}

/** Cheapest first, then quickest. */
export function legOptions(
  world: JourneyWorld,
  request: JourneyRequest,
  way: { from: string; to: string; day: number; fleet: Fleet; timing: Timing },
): Leg[] {
  const { from, to, fleet } = way;
  const wantedMode: DriveMode = fleet === "own" ? "self-driving" : "taxi";
  const legs = world
    .drives(from, to)
    .filter((drive) => drive.mode === wantedMode)
    .map((drive) => drivenLeg(from, to, drive, request.travelers));
  if (fleet === "hired" && request.transport !== "no flight") {
    const flights = world.flights(from, to, request.dates[way.day] ?? "");
    legs.push(...flights.map((flight) => flownLeg(from, to, flight, request.travelers)));
  }
  return legs
    .filter((leg) => way.timing === "any" || leg.arrives <= DAY)
    .sort((a, b) => a.cost - b.cost || a.minutes - b.minutes || a.departs - b.departs);
}
