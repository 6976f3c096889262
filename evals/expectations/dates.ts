/** The days that were asked for are the days of the plan: first, last, how many, and within which span. */

import { datesFrom, type WeekdayName, weekdayOf } from "../../trip/calendar.ts";
import type { PlannedWorld } from "../episode.ts";
import { type Expectation, finding } from "../expectation.ts";
import { onPlan } from "./reading.ts";

const datesOf = ({ itinerary }: PlannedWorld): string[] => itinerary.days.map(({ date }) => date);

/** Every date once and in order, and no other. */
export function travelsOn(start: string, end: string): Expectation {
  return onPlan(`travels ${start} to ${end}`, "dates", (world) => {
    const dates = datesOf(world);
    return finding(dates.join() === datesFrom(start, end).join(), `days: ${dates.join(", ")}`);
  });
}

export function lasts(days: number): Expectation {
  return onPlan(`lasts ${days} ${days === 1 ? "day" : "days"}`, "dates", (world) => {
    const { length } = datesOf(world);
    return finding(length === days, `${length} days`);
  });
}

export function staysWithin(earliest: string, latest: string): Expectation {
  return onPlan(`stays within ${earliest} to ${latest}`, "dates", (world) => {
    const outside = datesOf(world).filter((date) => date < earliest || date > latest);
    return finding(outside.length === 0, outside.length === 0 ? "all days within" : `outside: ${outside.join(", ")}`);
  });
}

export function beginsOnA(weekday: WeekdayName): Expectation {
  return onPlan(`begins on a ${weekday}`, "dates", (world) => {
    const first = datesOf(world)[0];
    return finding(first !== undefined && weekdayOf(first) === weekday, `begins ${first ?? "never"}`);
  });
}

/** For trips said in nights, or without a date: these dates are all in the plan. */
export function includesDates(...dates: string[]): Expectation {
  return onPlan(`includes ${dates.join(" and ")}`, "dates", (world) => {
    const missing = dates.filter((date) => !datesOf(world).includes(date));
    return finding(missing.length === 0, missing.length === 0 ? "all there" : `missing: ${missing.join(", ")}`);
  });
}

/** "A weekend": these weekdays are among its days. */
export function includesA(...weekdays: WeekdayName[]): Expectation {
  return onPlan(`includes a ${weekdays.join(" and a ")}`, "dates", (world) => {
    const there = datesOf(world).map(weekdayOf);
    return finding(
      weekdays.every((weekday) => there.includes(weekday)),
      there.join(", "),
    );
  });
}
