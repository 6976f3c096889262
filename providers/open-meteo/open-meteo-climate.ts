/**
 * What such days were like in past years, from Open-Meteo's archive of reanalysed weather (ERA5): for days that no
 * forecast reaches. Ten years and three days around each date make thirty to seventy observations a date.
 * https://open-meteo.com/en/docs/historical-weather-api
 */
import { addDays, daysBetween } from "../../trip/calendar.ts";
import type { DayWeather, WeatherVendor } from "../../trip/vendor-ports.ts";
import type { Descriptor, OpenVendor } from "../kernel/descriptor.ts";
import { VendorError } from "../kernel/vendor-error.ts";
import { type DailyValues, dailySchema, dailyValues, earlierOf, laterOf, placeQuery } from "./daily.ts";

const YEARS = 10;
/** Neighbouring days that count for a date. */
const AROUND = 3;
/** Less is no rain that changes a plan. World Meteorological Organization: a wet day has 1 mm and more. */
const WET_MILLIMETRES = 1;
/** A forecast is better, where there is one. */
const FORECAST_DAYS = 16;
/** The archive is five days behind, and a little more at times; what goes past its end is refused. */
const ARCHIVE_DAYS = 7;
const DAILY = "temperature_2m_max,temperature_2m_min,precipitation_sum";

/** The same date in another year; 29 February counts with the 28th. */
function inYear(date: string, year: number): string {
  const day = date.slice(5) === "02-29" ? "02-28" : date.slice(5);
  return `${year}-${day}`;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const tenths = (value: number): number => Math.round(value * 10) / 10;

/** Of the observations around that date in any year; `null` where there are none. */
export function climateOf(date: string, observed: readonly DailyValues[]): DayWeather | null {
  const near = observed.filter((one) => {
    const year = Number(one.date.slice(0, 4));
    // Around new year the nearest one may be in the year before or after.
    return [year - 1, year, year + 1].some((y) => Math.abs(daysBetween(inYear(date, y), one.date)) <= AROUND);
  });
  if (near.length === 0) return null;
  const wet = near.filter(({ rainMillimetres }) => rainMillimetres >= WET_MILLIMETRES).length;
  return {
    ...{ date, basis: "climate", rainProbability: Math.round((wet / near.length) * 100) / 100 },
    rainMillimetres: tenths(mean(near.map(({ rainMillimetres }) => rainMillimetres))),
    lowCelsius: tenths(mean(near.map(({ lowCelsius }) => lowCelsius))),
    highCelsius: tenths(mean(near.map(({ highCelsius }) => highCelsius))),
  };
}

function datesOf(from: string, to: string): string[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
}

interface Span {
  readonly first: string;
  readonly last: string;
}

/** Those days in the last years, as far as the archive goes: early in January a late December is not yet whole. */
function pastSpans(start: string, to: string, today: string): Span[] {
  const lastYear = Number(today.slice(0, 4)) - 1;
  const end = addDays(today, -ARCHIVE_DAYS);
  return Array.from({ length: YEARS }, (_, index) => {
    const first = addDays(inYear(start, lastYear - index), -AROUND);
    const last = addDays(first, daysBetween(start, to) + 2 * AROUND);
    return { first, last: earlierOf(last, end) };
  }).filter(({ first, last }) => first <= last);
}

/** Of most of the years: a few that could not be had are missed by nobody. Throws what kept most of them away. */
function mostOf<Value>(years: readonly PromiseSettledResult<Value>[]): Value[] {
  const failures = years.flatMap((year) => (year.status === "rejected" ? [year.reason as unknown] : []));
  const fault = failures.find((failure) => !(failure instanceof VendorError));
  if (fault !== undefined) throw fault;
  if (failures.length * 2 > years.length) throw failures[0];
  return years.flatMap((year) => (year.status === "fulfilled" ? [year.value] : []));
}

function openClimate({ http }: OpenVendor): WeatherVendor {
  return {
    provider: openMeteoClimate.name,
    async weather({ location, timeZone, from, to, today }, scope) {
      const start = laterOf(from, addDays(today, FORECAST_DAYS));
      if (start > to) return [];
      const years = await Promise.allSettled(
        pastSpans(start, to, today).map(({ first, last }) => {
          const days = { start_date: first, end_date: last };
          const query = { ...placeQuery(location), daily: DAILY, timezone: timeZone, ...days };
          return http.request({ method: "GET", path: "/v1/archive", query, schema: dailySchema, scope });
        }),
      );
      const observed = mostOf(years).flatMap(dailyValues);
      return datesOf(start, to).flatMap((date) => climateOf(date, observed) ?? []);
    },
  };
}

export const openMeteoClimate: Descriptor = {
  id: "open-meteo-climate",
  name: "Open-Meteo Archive",
  domains: ["weather"],
  access: "opt-in",
  settings: [],
  address: { standard: "https://archive-api.open-meteo.com", variable: "OPEN_METEO_ARCHIVE_URL" },
  terms: { contentSeconds: 365 * 86_400, priceSeconds: 0, keepsIds: true, isForModels: true },
  limits: { perSecond: 10, atOnce: 5, perDay: 5_000, perUserPerDay: 500, timeoutMs: 8_000, maxBytes: 262_144 },
  attribution: { text: "Weather data by Open-Meteo.com", url: "https://open-meteo.com/" },
  about: {
    keyAt: "no key for private use; for business run it yourself and set OPEN_METEO_ARCHIVE_URL",
    costs: "nothing, for non-commercial use up to 10,000 calls a day; a plan takes ten",
    sends: "the city's coordinates to a hundredth of a degree, and the trip's dates in past years",
    stores: "nothing beyond the sentence that a plan says of it",
  },
  open: (vendor) => ({ weather: openClimate(vendor) }),
};
