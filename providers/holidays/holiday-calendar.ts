/**
 * Public holidays by country, from npm `date-holidays`: rules kept by many hands, no network. The package takes a
 * tenth of a second to load, so it is loaded when somebody first asks.
 */
import type HolidayRules from "date-holidays";
import type { HolidayCalendar } from "../../trip/ports.ts";
import { subdivisionCode } from "./subdivisions.ts";

type Rules = typeof HolidayRules;
type Known = ReadonlyMap<string, string>;

const DAY_MS = 86_400_000;

export function createHolidayCalendar(): HolidayCalendar {
  let loading: Promise<Rules> | null = null;
  const years = new Map<string, Known | null>();
  return {
    async publicHolidays(countryCode, subdivision, year) {
      const key = `${countryCode} ${subdivision ?? ""} ${year}`;
      const known = years.get(key);
      if (known !== undefined) return known;
      loading ??= import("date-holidays").then((loaded) => loaded.default);
      const found = holidaysOf(await loading, { countryCode, subdivision, year });
      years.set(key, found);
      return found;
    },
  };
}

interface Asked {
  countryCode: string;
  subdivision: string | null;
  year: number;
}

function holidaysOf(Holidays: Rules, { countryCode, subdivision, year }: Asked): Known | null {
  if (!(countryCode in new Holidays().getCountries("en"))) return null;
  const options = { types: ["public" as const] };
  const country = new Holidays(countryCode, options);
  const states = ["en", ...country.getLanguages()].map((language) => country.getStates(countryCode, language) ?? {});
  const code = subdivision === null ? null : subdivisionCode(countryCode, subdivision, states);
  const calendar = code === null ? country : new Holidays(countryCode, code, options);
  const holidays = new Map<string, string>();
  for (const { date, start, end, name } of calendar.getHolidays(year, "en")) {
    // Those that begin at noon are a free afternoon, for some.
    if (date.slice(11, 19) !== "00:00:00") continue;
    const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY_MS));
    for (let day = 0; day < days; day++) {
      const on = laterBy(date.slice(0, 10), day);
      if (!holidays.has(on)) holidays.set(on, name);
    }
  }
  return holidays;
}

function laterBy(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
