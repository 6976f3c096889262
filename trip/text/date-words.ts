/** Months and weekdays in words, calendar arithmetic on them, and dates said back in words. */
import { addDays, isDate, WEEKDAYS, weekdayOf } from "../calendar.ts";

const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
const MONTH_STARTS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

export const MONTH =
  "(?:jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
export const WEEKDAY = "(?:mon|tue|wednes|thurs|fri|satur|sun)s?day";
/** Short forms only where a date stands beside them: "sun" and "sat" are words too. */
export const WEEKDAY_SHORT = `(?:${WEEKDAY}|mon|tues?|weds?|thur?s?|fri|sat|sun)\\.?`;

/** 1–12. */
export function readMonth(text: string): number {
  return MONTH_STARTS.indexOf(text.trim().slice(0, 3).toLowerCase()) + 1;
}

/** 0 (Monday) to 6. */
export function readWeekday(text: string): number {
  return WEEKDAYS.findIndex((name) => name.startsWith(text.trim().slice(0, 3).toLowerCase()));
}

export function weekdayIndex(date: string): number {
  return WEEKDAYS.indexOf(weekdayOf(date));
}

/** `null` for a date that the calendar does not have. */
export function dateOf(year: number, month: number, day: number): string | null {
  const date = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isDate(date) ? date : null;
}

export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

export function monthOf(date: string): number {
  return Number(date.slice(5, 7));
}

export function firstOfMonth(year: number, month: number): string {
  const months = year * 12 + month - 1;
  return `${String(Math.floor(months / 12)).padStart(4, "0")}-${String((months % 12) + 1).padStart(2, "0")}-01`;
}

export function lastOfMonth(year: number, month: number): string {
  return addDays(firstOfMonth(year, month + 1), -1);
}

/** The first such weekday on or after a date. */
export function weekdayFrom(date: string, weekday: number): string {
  return addDays(date, (weekday - weekdayIndex(date) + 7) % 7);
}

/** Monday of the date's week. */
export function mondayOf(date: string): string {
  return addDays(date, -weekdayIndex(date));
}

/** The next year, from `from` on, in which that day of that month exists and is not past. */
export function nextSuchDate(from: string, month: number, day: number): string | null {
  for (let year = yearOf(from); year <= yearOf(from) + 8; year += 1) {
    const date = dateOf(year, month, day);
    if (date !== null && date >= from) return date;
  }
  return null;
}

const dayOf = (date: string): number => Number(date.slice(8, 10));
const monthName = (date: string): string => MONTH_NAMES[monthOf(date) - 1] ?? "";
const weekdayName = (date: string): string => {
  const name = weekdayOf(date);
  return `${name[0]?.toUpperCase()}${name.slice(1)}`;
};

/** "Friday 9 April 2027". */
export function sayDate(date: string): string {
  return `${weekdayName(date)} ${dayOf(date)} ${monthName(date)} ${yearOf(date)}`;
}

/** "Friday 9 to Sunday 11 April 2027", repeating month and year only where they differ. */
export function sayDates(start: string, end: string): string {
  if (start === end) return sayDate(start);
  const first = `${weekdayName(start)} ${dayOf(start)}`;
  if (yearOf(start) !== yearOf(end)) return `${sayDate(start)} to ${sayDate(end)}`;
  if (monthOf(start) !== monthOf(end)) return `${first} ${monthName(start)} to ${sayDate(end)}`;
  return `${first} to ${sayDate(end)}`;
}
