/** Places with their hours on the dates somebody asks about: holidays and sunsets where each of them is. */
import { addDays } from "../trip/calendar.ts";
import type { City } from "../trip/catalogue.ts";
import { type Holidays, resolveHours } from "../trip/hours/resolve-hours.ts";
import type { Place } from "../trip/place.ts";
import type { HolidayCalendar } from "../trip/ports.ts";

/** By city id; a city whose country's holidays are not known is left out. */
export async function holidaysIn(
  cities: readonly City[],
  dates: readonly string[],
  calendar: HolidayCalendar,
): Promise<Map<string, Holidays>> {
  const years = [...new Set(withNeighbours(dates).map((date) => Number(date.slice(0, 4))))];
  const found = await Promise.all(
    cities.map(async ({ id, countryCode, region }) => {
      const known = await Promise.all(years.map((year) => calendar.publicHolidays(countryCode, region, year)));
      const holidays = known.flatMap((year) => (year ? [...year] : []));
      return known.includes(null) ? null : ([id, new Map(holidays)] as const);
    }),
  );
  return new Map(found.filter((entry) => entry !== null));
}

export interface LocalTime {
  cities: readonly City[];
  dates: readonly string[];
  holidays: ReadonlyMap<string, Holidays>;
}

/** The evenings before count, since their nights run into the dates; so do the days after. */
export function withHoursOn<Some extends Place>(
  places: readonly Some[],
  { cities, dates, holidays }: LocalTime,
): Some[] {
  const around = withNeighbours(dates);
  const byId = new Map(cities.map((city) => [city.id, city]));
  return places.map((place) => {
    const city = byId.get(place.cityId);
    if (!city || place.hours?.rule === undefined) return place;
    return resolveHours(place, around, { timezone: city.timezone, holidays: holidays.get(city.id) ?? null });
  });
}

function withNeighbours(dates: readonly string[]): string[] {
  return [...new Set(dates.flatMap((date) => [addDays(date, -1), date, addDays(date, 1)]))].sort();
}
