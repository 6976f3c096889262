/** A plan in the exam's own submission format: one record a day, "-" where there is nothing. */
import type { InCity, JourneyDay, JourneyPlan } from "../../trip/schedule/journey/journey-plan.ts";
import type { Leg } from "../../trip/schedule/journey/legs.ts";

export type SubmittedDay = Record<string, unknown>;

export interface SubmittedPlan {
  idx: number;
  query: string;
  /** Empty where no plan was delivered. */
  plan: SubmittedDay[];
}

const NOTHING = "-";

function clock(minutes: number): string {
  const ofDay = minutes % (24 * 60);
  return `${String(Math.floor(ofDay / 60)).padStart(2, "0")}:${String(ofDay % 60).padStart(2, "0")}`;
}

function duration(minutes: number): string {
  return `${Math.floor(minutes / 60)} hours ${minutes % 60} mins`;
}

function transportation({ from, to, mode, flight, drive, departs, arrives, minutes }: Leg): string {
  if (flight !== null) {
    const times = `Departure Time: ${clock(departs)}, Arrival Time: ${clock(arrives)}`;
    return `Flight Number: ${flight.number}, from ${from} to ${to}, ${times}`;
  }
  const name = mode === "taxi" ? "Taxi" : "Self-driving";
  const cost = drive === null ? "" : `, distance: ${drive.km} km, cost: ${drive.price}`;
  return `${name}, from ${from} to ${to}, duration: ${duration(minutes)}${cost}`;
}

function named(thing: InCity<{ name: string }> | null | undefined): string {
  return thing === null || thing === undefined ? NOTHING : `${thing.it.name}, ${thing.city}`;
}

function submittedDay(day: JourneyDay, index: number): SubmittedDay {
  const sights = day.attractions.map((attraction) => `${named(attraction)};`).join("");
  return {
    days: index + 1,
    current_city: day.leg === null ? day.city : `from ${day.leg.from} to ${day.leg.to}`,
    transportation: day.leg === null ? NOTHING : transportation(day.leg),
    breakfast: named(day.meals.breakfast),
    attraction: sights === "" ? NOTHING : sights,
    lunch: named(day.meals.lunch),
    dinner: named(day.meals.dinner),
    accommodation: named(day.stay),
  };
}

export function submittedPlan(plan: JourneyPlan): SubmittedDay[] {
  return plan.days.map(submittedDay);
}
